<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Audience</name>
    <message>
        <source>not served</source>
        <translation>配信していません</translation>
    </message>
    <message>
        <source>%1 phones · %2 votes · %3 refused</source>
        <translation>スマホ %1 · 票 %2 · 拒否 %3</translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>追跡していません</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>%1 posts</source>
        <translation>%1 件の投稿</translation>
    </message>
    <message>
        <source>%1 without the code</source>
        <translation>コードなし %1</translation>
    </message>
    <message>
        <source>%1 posts · $%2 spent</source>
        <translation>投稿 %1 · $%2 使用</translation>
    </message>
    <message>
        <source>%1 of $%2</source>
        <translation>%1 / $%2</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Choose output…</source>
        <translation>出力を選ぶ…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>接続…</translation>
    </message>
    <message>
        <source>Take the show over: this console is heard, the other one follows</source>
        <translation>ショーを引き継ぐ: このコンソールが鳴り、もう一方は追従</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>引き継ぐ</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>模擬の観客によるデモに戻る</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>デモに戻る</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Show the report in its folder</source>
        <translation>レポートをフォルダーで表示</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>レポートを作成</translation>
    </message>
    <message>
        <source>Stop writing the report</source>
        <translation>レポートの作成を中止</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>この通知を閉じる</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>ステージを開く</translation>
    </message>
    <message>
        <source>Go on from the oldest message that is left</source>
        <translation>残っている最も古いメッセージから続ける</translation>
    </message>
    <message>
        <source>From the oldest</source>
        <translation>最も古いものから</translation>
    </message>
    <message>
        <source>Go on from now, without what was missed</source>
        <translation>逃した分は飛ばし、今から続ける</translation>
    </message>
    <message>
        <source>From now</source>
        <translation>今から</translation>
    </message>
    <message>
        <source>The report is being written.</source>
        <translation>レポートを作成中です。</translation>
    </message>
    <message>
        <source>From %1. The show goes on.</source>
        <translation>%1 から。ショーは続いています。</translation>
    </message>
    <message>
        <source>The report is written.</source>
        <translation>レポートができました。</translation>
    </message>
    <message>
        <source>There is no report.</source>
        <translation>レポートはありません。</translation>
    </message>
    <message>
        <source>The live show is over.</source>
        <translation>ライブショーは終わりました。</translation>
    </message>
    <message>
        <source>It is recorded: %1. The report tells how it was.</source>
        <translation>記録: %1。レポートで振り返れます。</translation>
    </message>
    <message>
        <source>Sound device missing: no sound since %1.</source>
        <translation>音声デバイスがありません: %1 から無音です。</translation>
    </message>
    <message>
        <source>%1. Plug it in to resume, or choose another.</source>
        <translation>%1。つなぎ直すか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>The topic no longer holds what comes next: counting waits.</source>
        <translation>次に読むものがトピックに残っていません: 集計は待っています。</translation>
    </message>
    <message>
        <source>The music goes on. Begin with the oldest message, or with now?</source>
        <translation>音楽は続いています。最も古いメッセージから始めますか、今からにしますか?</translation>
    </message>
</context>
<context>
    <name>BlockedUsers</name>
    <message>
        <source>Unblock %1</source>
        <translation>%1 のブロックを解除</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>ブロック解除</translation>
    </message>
</context>
<context>
    <name>CalmScene</name>
    <message>
        <source>This scene stays</source>
        <translation>このシーンのまま</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>ここまで %1</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>トップ</translation>
    </message>
</context>
<context>
    <name>Ceiling</name>
    <message>
        <source>limits now by %1 dB, at most by %2 dB so far</source>
        <translation>現在 %1 dB、これまで最大 %2 dB 抑制</translation>
    </message>
</context>
<context>
    <name>CeilingMenu</name>
    <message>
        <source>Ceiling of the master</source>
        <translation>マスターの上限</translation>
    </message>
    <message>
        <source>Ceiling of the master, dBTP</source>
        <translation>マスターの上限、dBTP</translation>
    </message>
    <message>
        <source>Ceiling %1 dBTP</source>
        <translation>上限 %1 dBTP</translation>
    </message>
    <message>
        <source>Acts at once, in the room and in recordings.</source>
        <translation>会場にも録音にもすぐに効きます。</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>⇧</source>
        <comment>Shift</comment>
        <translation>⇧</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>記録を開く</translation>
    </message>
    <message>
        <source>Connect to Kafka</source>
        <translation>Kafka に接続</translation>
    </message>
    <message>
        <source>SQL into the stream</source>
        <translation>ストリームに SQL</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>開演前チェック</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Strips</source>
        <translation>チャンネル</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>ソロ</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>ミュート</translation>
    </message>
    <message>
        <source>Cancel what is pending</source>
        <translation>保留中のものを取り消す</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>アームしたものを忘れる</translation>
    </message>
    <message>
        <source>All to AUTO</source>
        <translation>すべて AUTO に</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>メッセージと観客</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>コントローラー</translation>
    </message>
    <message>
        <source>Learn a controller</source>
        <translation>コントローラーを学習</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>トークの時計</translation>
    </message>
    <message>
        <source>Mode: ON, OFF, AUTO in turn</source>
        <translation>モード: ON、OFF、AUTO</translation>
    </message>
    <message>
        <source>Next clip, pinned</source>
        <translation>次のクリップに固定</translation>
    </message>
    <message>
        <source>Focus on a strip</source>
        <translation>チャンネルにフォーカス</translation>
    </message>
    <message>
        <source>Focus on the feed · the master</source>
        <translation>フィード · マスターへ</translation>
    </message>
    <message>
        <source>On the strip with the focus</source>
        <translation>フォーカス中のチャンネル</translation>
    </message>
    <message>
        <source>Pre-listen</source>
        <translation>試聴</translation>
    </message>
    <message>
        <source>Gain 0.5 dB; Shift 0.1, Ctrl 3</source>
        <translation>ゲイン 0.5 dB; Shift 0.1、Ctrl 3</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Gain 0 dB</source>
        <translation>ゲイン 0 dB</translation>
    </message>
    <message>
        <source>Filter: low, high; Shift fine</source>
        <translation>フィルター; Shift で微調整</translation>
    </message>
    <message>
        <source>End</source>
        <comment>key</comment>
        <translation>終わり</translation>
    </message>
    <message>
        <source>Filter off</source>
        <translation>フィルターオフ</translation>
    </message>
    <message>
        <source>Unpin the clip</source>
        <translation>クリップの固定を解除</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>音楽</translation>
    </message>
    <message>
        <source>Panic; again in 2 s: cut</source>
        <translation>パニック; もう一度: 切断</translation>
    </message>
    <message>
        <source>Panic, through any page</source>
        <translation>どこからもパニック</translation>
    </message>
    <message>
        <source>Resume, after panic or fade</source>
        <translation>無音のあと再開</translation>
    </message>
    <message>
        <source>Fade out; again: returns</source>
        <translation>フェード; もう一度: 戻る</translation>
    </message>
    <message>
        <source>Dim by 20 dB</source>
        <translation>20 dB 下げる</translation>
    </message>
    <message>
        <source>hold Esc</source>
        <translation>Esc を長押し</translation>
    </message>
    <message>
        <source>Next scene, or take it back</source>
        <translation>次のシーン、または取り消し</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>まとめて</translation>
    </message>
    <message>
        <source>Recall a snapshot</source>
        <translation>スナップショットを呼び出す</translation>
    </message>
    <message>
        <source>Arm: what you press waits</source>
        <translation>アーム: 押すと待機</translation>
    </message>
    <message>
        <source>GO: all of it on the next bar</source>
        <translation>GO: 次の小節でまとめて</translation>
    </message>
    <message>
        <source>Store a snapshot</source>
        <translation>スナップショットを保存</translation>
    </message>
    <message>
        <source>Undo · redo</source>
        <translation>元に戻す · やり直す</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>ステージ</translation>
    </message>
    <message>
        <source>Votes: the usual picture</source>
        <translation>投票の画面</translation>
    </message>
    <message>
        <source>How to join</source>
        <translation>参加方法</translation>
    </message>
    <message>
        <source>A wall of messages</source>
        <translation>メッセージの壁</translation>
    </message>
    <message>
        <source>The SQL plot</source>
        <translation>SQL のグラフ</translation>
    </message>
    <message>
        <source>The winner</source>
        <translation>優勝者</translation>
    </message>
    <message>
        <source>The end (twice within 2 s)</source>
        <translation>終わり (2秒以内に2回)</translation>
    </message>
    <message>
        <source>Black; again: back</source>
        <translation>暗転; もう一度: 戻る</translation>
    </message>
    <message>
        <source>Stage window · full screen</source>
        <translation>ステージ · 全画面</translation>
    </message>
    <message>
        <source>Messages, with the focus</source>
        <translation>フォーカス中のメッセージ</translation>
    </message>
    <message>
        <source>Approve · refuse</source>
        <translation>承認 · 拒否</translation>
    </message>
    <message>
        <source>All clean · all marked</source>
        <translation>問題なし · 要注意すべて</translation>
    </message>
    <message>
        <source>Hide · block the author</source>
        <translation>隠す · 投稿者をブロック</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>リプレイ</translation>
    </message>
    <message>
        <source>Pause; again: go on</source>
        <translation>一時停止; もう一度: 再開</translation>
    </message>
    <message>
        <source>A window; Ctrl: ten</source>
        <translation>1ウィンドウ; Ctrl: 10</translation>
    </message>
    <message>
        <source>Your own keys</source>
        <translation>自分で決めたキー</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>コンソール</translation>
    </message>
    <message>
        <source>Lock: strips, stage, phones</source>
        <translation>ロック: 卓、ステージ、スマホ</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>この一覧</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next control; press it</source>
        <translation>次へ; 押す</translation>
    </message>
    <message>
        <source>Pages (Esc closes them)</source>
        <translation>ページ (Esc で閉じる)</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>クリッカー</translation>
    </message>
    <message>
        <source>Page ↓</source>
        <translation>Page ↓</translation>
    </message>
    <message>
        <source>GO, where something is armed</source>
        <translation>アームがあれば GO</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>Hold the scene, and release it</source>
        <translation>シーンをホールド、解除</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>R を長押し</translation>
    </message>
    <message>
        <source>Record the master; again: stop</source>
        <translation>マスターを録音; もう一度: 停止</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Page ↑</source>
        <translation>Page ↑</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>heard %1 ms after the computer</source>
        <translation>コンピューターより %1 ms 遅れて聞こえます</translation>
    </message>
    <message>
        <source>go on tapping: %1</source>
        <translation>続けてタップ：%1</translation>
    </message>
    <message>
        <source>now %1 ms</source>
        <translation>現在 %1 ms</translation>
    </message>
    <message>
        <source>Late loudspeakers (Bluetooth, HDMI): tap on the beat, below.</source>
        <translation>遅れるスピーカー（Bluetooth、HDMI）：下で拍をタップします。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>%1 to fix first, %2 to look at. As of %3.</source>
        <translation>要修正 %1、要確認 %2。%3 現在。</translation>
    </message>
    <message>
        <source>The show can begin; %2 to look at. As of %3.</source>
        <translation>ショーを始められます。要確認 %2。%3 現在。</translation>
    </message>
    <message>
        <source>Everything is ready. As of %3.</source>
        <translation>すべて準備できました。%3 現在。</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Pre-flight check</source>
        <translation>開演前チェック</translation>
    </message>
    <message>
        <source>With a tone</source>
        <translation>テスト音つき</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Sound behind the picture</source>
        <translation>映像より遅い音</translation>
    </message>
    <message>
        <source>Tap on the beat that you hear</source>
        <translation>聞こえる拍に合わせてタップ</translation>
    </message>
    <message>
        <source>Tap on the beat</source>
        <translation>拍をタップ</translation>
    </message>
    <message>
        <source>Delay what is seen by so much</source>
        <translation>見えるものをその分遅らせる</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使う</translation>
    </message>
</context>
<context>
    <name>Clicker</name>
    <message>
        <source>heard at %1: would be “%2”.</source>
        <translation>%1 に受信: 実行なら「%2」。</translation>
    </message>
    <message>
        <source>heard at %1: would do nothing.</source>
        <translation>%1 に受信: 何も起こりません。</translation>
    </message>
    <message>
        <source>Just now it would be refused: %1</source>
        <translation>今は拒否されます: %1</translation>
    </message>
    <message>
        <source>another key</source>
        <translation>ほかのキー</translation>
    </message>
    <message>
        <source>“next slide”</source>
        <translation>「次のスライド」</translation>
    </message>
    <message>
        <source>“slide before”</source>
        <translation>「前のスライド」</translation>
    </message>
    <message>
        <source>“black screen”</source>
        <translation>「画面を黒に」</translation>
    </message>
    <message>
        <source>“start the slides”</source>
        <translation>「スライド開始」</translation>
    </message>
    <message>
        <source>your own key</source>
        <translation>自分で決めたキー</translation>
    </message>
</context>
<context>
    <name>ClickerPart</name>
    <message>
        <source>What the presenter’s clicker does</source>
        <translation>クリッカーの働き</translation>
    </message>
    <message>
        <source>A clicker is a keyboard to the computer. These keys are its own: no fader and no timeline takes them.</source>
        <translation>クリッカーはコンピューターにはキーボードです。これらのキーはクリッカー専用で、フェーダーやタイムラインは使いません。</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>“end the slides”</source>
        <translation>「スライド終了」</translation>
    </message>
    <message>
        <source>Panic, at once</source>
        <translation>パニック、すぐに</translation>
    </message>
    <message>
        <source>Panic, held 0.4 s</source>
        <translation>パニック、0.4秒長押し</translation>
    </message>
    <message>
        <source>Some clickers send F5 and Esc in turn from one button. If yours does, choose “held”, or never touch that button.</source>
        <translation>1つのボタンで F5 と Esc を交互に送るクリッカーがあります。その場合は「長押し」を選ぶか、そのボタンに触れないでください。</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>別のキー</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>試す</translation>
    </message>
    <message>
        <source>Every key is shown here; a click ends it</source>
        <translation>どのキーもここに表示されます。クリックで終わります</translation>
    </message>
    <message>
        <source>Try it: show every key, Esc too</source>
        <translation>試す: Esc も含めすべてのキーを表示</translation>
    </message>
    <message>
        <source>Press a key or a button of the clicker.</source>
        <translation>キーかクリッカーのボタンを押してください。</translation>
    </message>
    <message>
        <source>Press here to try Esc, too.</source>
        <translation>Esc も試すにはここをクリックします。</translation>
    </message>
    <message>
        <source>While this page is open nothing fires.</source>
        <translation>このページが開いている間は何も実行されません。</translation>
    </message>
</context>
<context>
    <name>ClipButton</name>
    <message>
        <source>pinned by hand</source>
        <translation>手で固定</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>GO を待っています</translation>
    </message>
    <message>
        <source>Clip of %1: %2</source>
        <translation>%1 のクリップ: %2</translation>
    </message>
    <message>
        <source>Clip of %1: %2; clips are missing</source>
        <translation>%1 のクリップ: %2; 欠けたクリップあり</translation>
    </message>
</context>
<context>
    <name>ClipMenu</name>
    <message>
        <source>Follow the draw</source>
        <translation>抽選に従う</translation>
    </message>
    <message>
        <source>votes choose</source>
        <translation>投票で</translation>
    </message>
    <message>
        <source>Clip of %1</source>
        <translation>%1 のクリップ</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>%1 を試聴</translation>
    </message>
</context>
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Quit while the show goes on?</source>
        <translation>ショーの途中で終了しますか?</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>ショーを続ける</translation>
    </message>
    <message>
        <source>Fade out, then quit</source>
        <translation>フェードアウトして終了</translation>
    </message>
    <message>
        <source>Panic and all else above stay within reach.</source>
        <translation>パニックと上のすべては引き続き使えます。</translation>
    </message>
    <message>
        <source>Quit now: hold</source>
        <translation>今すぐ終了: 長押し</translation>
    </message>
    <message>
        <source>Quit now: hold Q</source>
        <translation>今すぐ終了: Q を長押し</translation>
    </message>
</context>
<context>
    <name>ColumnPicker</name>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>ComingScene</name>
    <message>
        <source>C on the master</source>
        <translation>マスターで C</translation>
    </message>
    <message>
        <source>Let the scene come after all</source>
        <translation>やはりシーンを出す</translation>
    </message>
    <message>
        <source>Cancel the coming scene</source>
        <translation>次のシーンを取り消す</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Connect to Kafka</source>
        <translation>Kafka に接続</translation>
    </message>
    <message>
        <source>Follow networks</source>
        <translation>ネットワークをフォロー</translation>
    </message>
    <message>
        <source>Where messages come from</source>
        <translation>メッセージの取得元</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Their posts go into the show that runs, also beside Kafka. What is typed here holds until the program ends; the settings keep it for longer.</source>
        <translation>投稿は、Kafka と並んで、進行中のショーに入ります。ここに入力した内容はプログラムの終了まで有効です。残すには設定を使います。</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Servers: host and port, several with commas</source>
        <translation>サーバー: ホストとポート、複数はカンマ区切り</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>トピック</translation>
    </message>
    <message>
        <source>Testing… again</source>
        <translation>テスト中… もう一度</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>New show: an empty leaderboard, from now on</source>
        <translation>新しいショー: ランキングは空、今から</translation>
    </message>
    <message>
        <source>Looking for brokers, topic and the newest message…</source>
        <translation>ブローカー、トピック、最新のメッセージを探しています…</translation>
    </message>
    <message>
        <source>Test shows brokers, topic, partitions and how old the newest message is.
SASL, TLS and everything else of librdkafka stand under [kafka] in mwk.toml.
The show that plays goes on until the other one is ready.</source>
        <translation>テストはブローカー、トピック、パーティション、最新メッセージの古さを示します。
SASL、TLS などの librdkafka の設定は mwk.toml の [kafka] に書きます。
今のショーは次のショーの準備ができるまで続きます。</translation>
    </message>
    <message>
        <source>Making the show ready; the music plays on…</source>
        <translation>ショーを準備中です。音楽は続きます…</translation>
    </message>
    <message>
        <source>The show would begin and wait for it.</source>
        <translation>ショーは始まり、それを待ちます。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>接続中…</translation>
    </message>
    <message>
        <source>Connect anyway</source>
        <translation>それでも接続</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>Music with Kafka</source>
        <translation>Music with Kafka</translation>
    </message>
</context>
<context>
    <name>Controllers</name>
    <message>
        <source>No MIDI controller is plugged in.</source>
        <translation>MIDI コントローラーがつながっていません。</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>%1: フェーダー、ノブ、ボタンのどれかを動かしてください。</translation>
    </message>
    <message>
        <source>Choose what a control shall do.</source>
        <translation>操作部に何をさせるか選んでください。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Listens on %1. Sends to %2. Packets: %3.</source>
        <translation>%1 で受信。%2 へ送信。%3 パケット。</translation>
    </message>
    <message>
        <source>No phone is paired.</source>
        <translation>ペアリングしたスマホはありません。</translation>
    </message>
    <message>
        <source>Scan it with the phone: for one device, %1 s more.</source>
        <translation>スマホでスキャン: 1台分、残り %1 秒。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中 %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>クリッカー</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>found</source>
        <translation>検出</translation>
    </message>
    <message>
        <source>back since %1</source>
        <translation>%1 に復帰</translation>
    </message>
    <message>
        <source>lost since %1</source>
        <translation>%1 から切断</translation>
    </message>
    <message>
        <source>another program has it</source>
        <translation>別のプログラムが使用中</translation>
    </message>
    <message>
        <source>no map: teach it</source>
        <translation>マップなし: 学習させてください</translation>
    </message>
    <message>
        <source>%1, your own map</source>
        <translation>%1、自作のマップ</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内蔵</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>ほか %1 件</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>受け付けました</translation>
    </message>
    <message>
        <source>mixes</source>
        <translation>ミックス</translation>
    </message>
    <message>
        <source>moderates</source>
        <translation>モデレート</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>away</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>paired at %1</source>
        <translation>%1 にペアリング</translation>
    </message>
    <message>
        <source>knob: filter</source>
        <translation>ノブ: フィルター</translation>
    </message>
    <message>
        <source>S: solo</source>
        <translation>S: ソロ</translation>
    </message>
    <message>
        <source>M: mute</source>
        <translation>M: ミュート</translation>
    </message>
    <message>
        <source>R: mode, as keys 1 to 8</source>
        <translation>R: モード (キー1〜8と同じ)</translation>
    </message>
    <message>
        <source>ON, A, OFF: mode</source>
        <translation>ON、A、OFF: モード</translation>
    </message>
    <message>
        <source>H: pre-listen</source>
        <translation>H: 試聴</translation>
    </message>
    <message>
        <source>‹ ›: clip</source>
        <translation>‹ ›: クリップ</translation>
    </message>
    <message>
        <source>U: clip by the crowd</source>
        <translation>U: クリップを観客に</translation>
    </message>
    <message>
        <source>C: cancel</source>
        <translation>C: 取り消し</translation>
    </message>
    <message>
        <source>fader: gain</source>
        <translation>フェーダー: 音量</translation>
    </message>
    <message>
        <source>nothing: not mapped</source>
        <translation>何もなし: 割り当てなし</translation>
    </message>
    <message>
        <source>%1: waits for the fader</source>
        <translation>%1: フェーダーを待っています</translation>
    </message>
</context>
<context>
    <name>ControllersPage</name>
    <message>
        <source>Controllers</source>
        <translation>コントローラー</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>the recording is over: no votes come, the last scene plays on</source>
        <translation>録音は終わりました。投票は来ず、最後のシーンが続きます</translation>
    </message>
</context>
<context>
    <name>Crowd</name>
    <message>
        <source>cap %1</source>
        <translation>上限 %1</translation>
    </message>
    <message>
        <source>whoever was approved %1 times, unless a word is marked</source>
        <translation>%1 回承認された人（印付きの語がある場合を除く）</translation>
    </message>
    <message>
        <source>nobody is blocked</source>
        <translation>ブロック中の人はいません</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>上限なし</translation>
    </message>
</context>
<context>
    <name>CrowdPage</name>
    <message>
        <source>Open: all are shown</source>
        <translation>公開：すべて表示</translation>
    </message>
    <message>
        <source>Approve: only what you let through</source>
        <translation>承認制：通したものだけ</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>メッセージと観客</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>ステージのメッセージ</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>公開</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認制</translation>
    </message>
    <message>
        <source>wait · %1 come a second · %2 lapsed</source>
        <translation>件待ち · 毎秒 %1 件 · 失効 %2 件</translation>
    </message>
    <message>
        <source>Passes by itself</source>
        <translation>自動で通るもの</translation>
    </message>
    <message>
        <source>Votes of a user that count in each window</source>
        <translation>1ウィンドウで数える1人の票数</translation>
    </message>
    <message>
        <source>Votes per user</source>
        <translation>1人あたりの票</translation>
    </message>
    <message>
        <source>Blocked users</source>
        <translation>ブロック中の人</translation>
    </message>
</context>
<context>
    <name>Cue</name>
    <message>
        <source>nothing</source>
        <translation>何もしない</translation>
    </message>
    <message>
        <source>NEXT: %1</source>
        <translation>次：%1</translation>
    </message>
    <message>
        <source>all strips</source>
        <translation>すべてのチャンネル</translation>
    </message>
    <message>
        <source>the master</source>
        <translation>マスター</translation>
    </message>
</context>
<context>
    <name>CueMenu</name>
    <message>
        <source>Pre-listening on outputs 3 and 4</source>
        <translation>出力 3 と 4 での試聴</translation>
    </message>
    <message>
        <source>Outputs 3–4 hear</source>
        <translation>出力 3–4 で聞くもの</translation>
    </message>
    <message>
        <source>Pre-listen softer</source>
        <translation>試聴を小さく</translation>
    </message>
    <message>
        <source>Level of pre-listening: %1 dB</source>
        <translation>試聴のレベル：%1 dB</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>Pre-listen louder</source>
        <translation>試聴を大きく</translation>
    </message>
    <message>
        <source>Strips are heard</source>
        <translation>各チャンネルを聴く位置</translation>
    </message>
    <message>
        <source>Before fader</source>
        <translation>フェーダーの前</translation>
    </message>
    <message>
        <source>After fader</source>
        <translation>フェーダーの後</translation>
    </message>
    <message>
        <source>What will land next</source>
        <translation>次に来るもの</translation>
    </message>
    <message>
        <source>Also the master</source>
        <translation>マスターも</translation>
    </message>
    <message>
        <source>All off</source>
        <translation>すべてオフ</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>bar %1</source>
        <translation>小節 %1</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>GO: %1 on %2</source>
        <translation>GO: %1、%2 に</translation>
    </message>
    <message>
        <source>GO lands on %1</source>
        <translation>GO は %1 に反映</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>GO: waits for what you press</source>
        <translation>GO: 押されるのを待っています</translation>
    </message>
    <message>
        <source>nothing armed</source>
        <translation>アームなし</translation>
    </message>
    <message>
        <source>GO: nothing is armed</source>
        <translation>GO: 何もアームされていません</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>クリップ</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>ミュート</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>聞こえる</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>ソロ</translation>
    </message>
    <message>
        <source>no solo</source>
        <translation>ソロなし</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>ゲイン</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>the desk is this one</source>
        <translation>卓はこの状態</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>その後変更あり</translation>
    </message>
    <message>
        <source>lands on the next bar</source>
        <translation>次の小節で反映</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>GO を待つ</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>スナップショット %1</translation>
    </message>
    <message>
        <source>of another sound set</source>
        <translation>別のサウンドセットのもの</translation>
    </message>
    <message>
        <source>stored %1</source>
        <translation>保存 %1</translation>
    </message>
    <message>
        <source>Modes: all AUTO</source>
        <translation>モード: すべて AUTO</translation>
    </message>
    <message>
        <source>Clips: the crowd’s</source>
        <translation>クリップ: 観客の選択</translation>
    </message>
    <message>
        <source>Gains: all 0 dB</source>
        <translation>ゲイン: すべて 0 dB</translation>
    </message>
    <message>
        <source>Mutes: none</source>
        <translation>ミュート: なし</translation>
    </message>
    <message>
        <source>Filters: all off</source>
        <translation>フィルター: すべてオフ</translation>
    </message>
    <message>
        <source>Modes: %1</source>
        <translation>モード: %1</translation>
    </message>
    <message>
        <source>Clips: %1</source>
        <translation>クリップ: %1</translation>
    </message>
    <message>
        <source>Gains: %1</source>
        <translation>ゲイン: %1</translation>
    </message>
    <message>
        <source>Mutes: %1</source>
        <translation>ミュート: %1</translation>
    </message>
    <message>
        <source>Filters: %1</source>
        <translation>フィルター: %1</translation>
    </message>
    <message>
        <source>the next scene lands on %1, by hand</source>
        <translation>次のシーンは %1 に反映、手動</translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation>手動: %1</translation>
    </message>
    <message>
        <source>Next now</source>
        <translation>今すぐ</translation>
    </message>
    <message>
        <source>Next scene now</source>
        <translation>今すぐ次のシーン</translation>
    </message>
    <message>
        <source>Bar %1</source>
        <translation>小節 %1</translation>
    </message>
    <message>
        <source>locked · N</source>
        <translation>締切 · N</translation>
    </message>
    <message>
        <source>Votes locked, lands on %1; again: take it back</source>
        <translation>投票締切、%1 に切り替わります。もう一度：取り消し</translation>
    </message>
</context>
<context>
    <name>DeviceDrawing</name>
    <message>
        <source>What the controls do</source>
        <translation>操作部の働き</translation>
    </message>
</context>
<context>
    <name>DeviceMap</name>
    <message>
        <source>Map</source>
        <translation>マップ</translation>
    </message>
    <message>
        <source>Change a copy of this map, in your own folder</source>
        <translation>このマップのコピーを自分のフォルダーで変更</translation>
    </message>
    <message>
        <source>Change a copy</source>
        <translation>コピーを変更</translation>
    </message>
    <message>
        <source>Yours, counts as soon as it is saved: %1</source>
        <translation>自分のマップ、保存するとすぐ有効: %1</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Drop one recording, or one folder of sounds.</source>
        <translation>録音1つか、サウンドのフォルダー1つをドロップしてください。</translation>
    </message>
    <message>
        <source>Only files of this computer can be dropped.</source>
        <translation>このコンピューターのファイルだけをドロップできます。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 を読めません：%2</translation>
    </message>
    <message>
        <source>%1 is no recording (.jsonl, also .gz or .zst).</source>
        <translation>%1 は録音ではありません（.jsonl、.gz や .zst も可）。</translation>
    </message>
    <message>
        <source>%1 is one instrument: drop the folder above it.</source>
        <translation>%1 は楽器1つです。上のフォルダーをドロップしてください。</translation>
    </message>
    <message>
        <source>%1 is no sound set: that has a folder for each instrument.</source>
        <translation>%1 はサウンドセットではありません（楽器ごとのフォルダーが必要です）。</translation>
    </message>
    <message>
        <source>%1 of %2 instruments</source>
        <translation>%2 楽器中 %1</translation>
    </message>
    <message>
        <source>the show that plays ends: it asks before it does</source>
        <translation>再生中のショーは終わります（先に確認します）</translation>
    </message>
    <message>
        <source>The console is locked (L): nothing opens.</source>
        <translation>コンソールはロック中です（L）：何も開きません。</translation>
    </message>
    <message>
        <source>This show cannot be changed for another.</source>
        <translation>このショーは別のものに切り替えられません。</translation>
    </message>
</context>
<context>
    <name>DropGuard</name>
    <message>
        <source>Begin again with these sounds?</source>
        <translation>このサウンドで始め直しますか？</translation>
    </message>
    <message>
        <source>Play this recording in place of the show?</source>
        <translation>ショーの代わりにこの録音を再生しますか？</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>ショーを続ける</translation>
    </message>
    <message>
        <source>End it and use the sounds</source>
        <translation>終了してこのサウンドを使う</translation>
    </message>
    <message>
        <source>End it and play the recording</source>
        <translation>終了して録音を再生する</translation>
    </message>
</context>
<context>
    <name>DropTargets</name>
    <message>
        <source>Play this recording</source>
        <translation>この録音を再生</translation>
    </message>
    <message>
        <source>Use as sound set</source>
        <translation>サウンドセットとして使う</translation>
    </message>
    <message>
        <source>this is no recording</source>
        <translation>録音ではありません</translation>
    </message>
    <message>
        <source>this is no folder of sounds</source>
        <translation>サウンドのフォルダーではありません</translation>
    </message>
</context>
<context>
    <name>EndScene</name>
    <message>
        <source>tweets</source>
        <translation>ツイート</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>票</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>scenes</source>
        <translation>シーン</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>ありがとう</translation>
    </message>
    <message>
        <source>You played the music tonight.</source>
        <translation>今夜の音楽はみなさんの演奏です。</translation>
    </message>
    <message>
        <source>You played every note of the music tonight.</source>
        <translation>今夜の一音一音がみなさんの演奏です。</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>優勝</translation>
    </message>
    <message>
        <source>Scenes played</source>
        <translation>演奏したシーン</translation>
    </message>
</context>
<context>
    <name>EndingBar</name>
    <message>
        <source>Do not end</source>
        <translation>終わらない</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>2 minutes more</source>
        <translation>2 分延長</translation>
    </message>
</context>
<context>
    <name>Feed</name>
    <message>
        <source>at %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>no vote</source>
        <translation>票なし</translation>
    </message>
</context>
<context>
    <name>FeedPanel</name>
    <message>
        <source>wait</source>
        <translation>待ち</translation>
    </message>
    <message>
        <source>wait · %1/s</source>
        <translation>待ち · %1/秒</translation>
    </message>
    <message>
        <source>held while you point</source>
        <translation>ポインターの下で停止</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/秒</translation>
    </message>
    <message>
        <source>per second · %1</source>
        <translation>毎秒 · %1</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>毎秒</translation>
    </message>
    <message>
        <source>held</source>
        <translation>ホールド</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>フィード</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>ステージのメッセージ</translation>
    </message>
    <message>
        <source>O</source>
        <translation>O</translation>
    </message>
    <message>
        <source>A</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>公開</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認制</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Crowd: vote limit, blocked users, page</source>
        <translation>観客: 票の上限、ブロック、ページ</translation>
    </message>
    <message>
        <source>Messages: arrows choose, H hides, X blocks</source>
        <translation>メッセージ: 矢印で選択、H で隠す、X でブロック</translation>
    </message>
    <message>
        <source>#%1 + a word</source>
        <translation>#%1 + 楽器の名前</translation>
    </message>
    <message>
        <source>%1 blocked, counts nowhere</source>
        <translation>%1 はブロック中、どこにも数えません</translation>
    </message>
    <message>
        <source>Show the blocked users</source>
        <translation>ブロック中の人を表示</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>%1 のブロックを解除</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>表示…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>FeedRow</name>
    <message>
        <source>Block %1</source>
        <translation>%1 をブロック</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>ブロック</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>%1 のこのメッセージを隠す</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>Folder above</source>
        <translation>上のフォルダー</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>このフォルダーを使う</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>%1, %2 tweets, %3</source>
        <translation>%1、ツイート %2、%3</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>There is no such file or folder.</source>
        <translation>そのようなファイルやフォルダーはありません。</translation>
    </message>
    <message>
        <source>This folder cannot be read: %1</source>
        <translation>このフォルダーは読めません: %1</translation>
    </message>
    <message>
        <source>More than %1 entries: type the path instead.</source>
        <translation>%1 件以上あります: パスを入力してください。</translation>
    </message>
    <message>
        <source>No files here.</source>
        <translation>ここにファイルはありません。</translation>
    </message>
    <message>
        <source>No recordings here.</source>
        <translation>ここに記録はありません。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>With the program</source>
        <translation>プログラム付属</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>ホーム</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>デスクトップ</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>音楽</translation>
    </message>
    <message>
        <source>not found: %1</source>
        <translation>見つかりません: %1</translation>
    </message>
    <message>
        <source>No sound set here: it has a folder for each instrument.</source>
        <translation>ここにサウンドセットはありません: 楽器ごとにフォルダーがあります。</translation>
    </message>
    <message>
        <source>A sound set with %1 of %2 instruments.</source>
        <translation>%2 楽器中 %1 楽器のサウンドセット。</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>ユーザー 1 人</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>ユーザー %1 人</translation>
    </message>
    <message>
        <source>1 window</source>
        <translation>ウィンドウ 1</translation>
    </message>
    <message>
        <source>%1 windows</source>
        <translation>ウィンドウ %1</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>録音日時</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>操作 1 回</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>操作 %1 回</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>サウンドセット</translation>
    </message>
    <message>
        <source>none: by the rules</source>
        <translation>なし：ルールどおり</translation>
    </message>
    <message>
        <source>recorded: plays as it was</source>
        <translation>記録あり：当時のまま再生</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>is still being recorded</source>
        <translation>まだ録音中です</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>no</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>1 tweet</source>
        <translation>ツイート 1</translation>
    </message>
    <message>
        <source>%1 tweets</source>
        <translation>ツイート %1</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>fix it</source>
        <translation>要修正</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未確認</translation>
    </message>
</context>
<context>
    <name>FirstRunBar</name>
    <message>
        <source>This is a demo with a simulated crowd.</source>
        <translation>これは架空の観客によるデモです。</translation>
    </message>
    <message>
        <source>Play with it, or bring your own:</source>
        <translation>遊んでみるか、自分のものを開く:</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>記録を開く…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>Kafka に接続…</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>サウンドセット…</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>開演前チェック</translation>
    </message>
    <message>
        <source>Close this bar</source>
        <translation>このバーを閉じる</translation>
    </message>
</context>
<context>
    <name>FloorSwitch</name>
    <message>
        <source>Rhythm floor</source>
        <translation>リズムフロア</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>フロア</translation>
    </message>
</context>
<context>
    <name>GainEntry</name>
    <message>
        <source>dB</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>%1: Enter to type</source>
        <translation>%1: Enter で入力</translation>
    </message>
</context>
<context>
    <name>GoButton</name>
    <message>
        <source>locked</source>
        <translation>ロック中</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Pre-listen to what comes no longer</source>
        <translation>次に来るものの試聴をやめる</translation>
    </message>
    <message>
        <source>Pre-listen to what will land next</source>
        <translation>次に来るものを試聴</translation>
    </message>
    <message>
        <source>NOW</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>次</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>モード</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>Peak</translation>
    </message>
</context>
<context>
    <name>HandsMenu</name>
    <message>
        <source>Who did what</source>
        <translation>誰が何をしたか</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>まだありません</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Music with Kafka</source>
        <translation>Music with Kafka</translation>
    </message>
    <message>
        <source>lag</source>
        <translation>ラグ</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>元に戻す: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>やり直す: %1</translation>
    </message>
    <message>
        <source>Unlock console</source>
        <translation>コンソールのロックを解除</translation>
    </message>
    <message>
        <source>Lock console</source>
        <translation>コンソールをロック</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>CONNECTING</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>BROKER LOST</source>
        <translation>ブローカー切断</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>リプレイ</translation>
    </message>
    <message>
        <source>REPLAY ENDED</source>
        <translation>リプレイ終了</translation>
    </message>
    <message>
        <source>simulated crowd, %1 users, no broker needed</source>
        <translation>架空の観客 %1 人、ブローカー不要</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ここ</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>%1 kHz · %2 frames · xruns %3</source>
        <translation>%1 kHz · %2 フレーム · xrun %3</translation>
    </message>
    <message>
        <source>silent clock</source>
        <translation>無音クロック</translation>
    </message>
    <message>
        <source>sound device missing</source>
        <translation>音声デバイスなし</translation>
    </message>
    <message>
        <source>no sound card found</source>
        <translation>サウンドカードなし</translation>
    </message>
    <message>
        <source>no sound device chosen</source>
        <translation>音声デバイス未選択</translation>
    </message>
    <message>
        <source>sound device</source>
        <translation>音声デバイス</translation>
    </message>
    <message>
        <source>engine ok</source>
        <translation>エンジン正常</translation>
    </message>
    <message>
        <source>engine starting</source>
        <translation>エンジン起動中</translation>
    </message>
    <message>
        <source>engine restarting</source>
        <translation>エンジン再起動中</translation>
    </message>
    <message>
        <source>engine failed</source>
        <translation>エンジン停止</translation>
    </message>
    <message>
        <source>no broker, demo crowd</source>
        <translation>ブローカーなし、デモの観客</translation>
    </message>
    <message>
        <source>no broker needed</source>
        <translation>ブローカー不要</translation>
    </message>
    <message>
        <source>broker lost since %1</source>
        <translation>%1 からブローカー切断</translation>
    </message>
    <message>
        <source>broker ok</source>
        <translation>ブローカー正常</translation>
    </message>
    <message>
        <source>%1 tweets, %2/s</source>
        <translation>%1 ツイート、%2/秒</translation>
    </message>
    <message>
        <source>not recording</source>
        <translation>録音していません</translation>
    </message>
    <message>
        <source>show recorded</source>
        <translation>ショーを記録中</translation>
    </message>
    <message>
        <source>recording %1</source>
        <translation>録音中 %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 % late</source>
        <translation>%1 % 遅れ</translation>
    </message>
    <message>
        <source>%1: is a sender&apos;s clock off?</source>
        <translation>%1: 送信側の時計がずれていませんか?</translation>
    </message>
    <message>
        <source>saves frames (%1)</source>
        <translation>フレームを節約 (%1)</translation>
    </message>
    <message>
        <source>the screen may sleep</source>
        <translation>画面がスリープする可能性あり</translation>
    </message>
    <message>
        <source>stage on %1 %2×%3</source>
        <translation>ステージ: %1 %2×%3</translation>
    </message>
    <message>
        <source>stage in a window</source>
        <translation>ステージはウィンドウ内</translation>
    </message>
    <message>
        <source>main</source>
        <translation>メイン</translation>
    </message>
    <message>
        <source>main, %1 follows</source>
        <translation>メイン、%1 が追従</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>%1 に追従</translation>
    </message>
    <message>
        <source>the main console is missing</source>
        <translation>メインのコンソールがありません</translation>
    </message>
    <message>
        <source>%1 last seen %2 ago</source>
        <translation>%1 の最後の応答は %2 前</translation>
    </message>
    <message>
        <source>%1 s · bars %2 ms · clocks %3 ms</source>
        <translation>%1 s · 小節 %2 ms · 時計 %3 ms</translation>
    </message>
    <message>
        <source>phone: %1</source>
        <translation>スマホ: %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 切断</translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation>%1 復帰</translation>
    </message>
    <message>
        <source>%1 in use elsewhere</source>
        <translation>%1 は他で使用中</translation>
    </message>
</context>
<context>
    <name>HealthLine</name>
    <message>
        <source>Health</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>projector lost</source>
        <translation>プロジェクター切断</translation>
    </message>
    <message>
        <source>stage closed</source>
        <translation>ステージは閉じています</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Held for a moment</source>
        <translation>少し長押し</translation>
    </message>
</context>
<context>
    <name>HowToVote</name>
    <message>
        <source>+ a word, or</source>
        <translation>+ 楽器の名前、または</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ 楽器の名前</translation>
    </message>
</context>
<context>
    <name>JoinScene</name>
    <message>
        <source>Scan, or open</source>
        <translation>スキャンするか、開く</translation>
    </message>
    <message>
        <source>or post</source>
        <translation>または投稿</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ 楽器の名前</translation>
    </message>
    <message>
        <source>phones in the band</source>
        <translation>台のスマホがバンドに参加</translation>
    </message>
    <message>
        <source>phones</source>
        <translation>台のスマホ</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>投票締切まで</translation>
    </message>
    <message>
        <source>Post it with one of these words</source>
        <translation>この中の一語をつけて投稿</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Press a key or a button of the clicker</source>
        <translation>キーまたはクリッカーのボタンを押してください</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>キーを選ぶ</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>キー：%1</translation>
    </message>
    <message>
        <source>Press it…</source>
        <translation>押してください…</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>キー…</translation>
    </message>
    <message>
        <source>What the key does</source>
        <translation>キーの動作</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>What %1 does</source>
        <translation>%1 の働き</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>%1: %2 に戻す</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定値</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>LastSeconds</name>
    <message>
        <source>votes lock in</source>
        <translation>投票締切まで</translation>
    </message>
</context>
<context>
    <name>LeaderRows</name>
    <message>
        <source>nobody yet</source>
        <translation>まだ誰もいません</translation>
    </message>
</context>
<context>
    <name>LeadersPanel</name>
    <message>
        <source>users</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Leaderboard</source>
        <translation>ランキング</translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>Learn: choose a control on the console.</source>
        <translation>学習: コンソールの操作部を選んでください。</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>%1: フェーダー、ノブ、ボタンのどれかを動かしてください。</translation>
    </message>
    <message>
        <source>until now: %1</source>
        <translation>これまで: %1</translation>
    </message>
</context>
<context>
    <name>LearnBar</name>
    <message>
        <source>Forget this one: no control does it any more</source>
        <translation>これを忘れる: どのコントロールも行わなくなります</translation>
    </message>
    <message>
        <source>Forget this one</source>
        <translation>これを忘れる</translation>
    </message>
    <message>
        <source>Take back what was learnt last</source>
        <translation>最後に学習したものを取り消す</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>End learn mode; what was learnt stays</source>
        <translation>学習モードを終了。学習した内容は残ります</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
</context>
<context>
    <name>LearnRing</name>
    <message>
        <source>waits</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>Teach a control: %1</source>
        <translation>コントロールに覚えさせる: %1</translation>
    </message>
    <message>
        <source>Teach a control: %1, %2</source>
        <translation>コントロールに覚えさせる: %1、%2</translation>
    </message>
</context>
<context>
    <name>LearnRow</name>
    <message>
        <source>waits</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 を忘れる</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>The show is live: votes of %1 count.</source>
        <translation>ショーはライブ中です: %1 の票が数えられます。</translation>
    </message>
    <message>
        <source>The master is recorded, so far %1. The file is completed.</source>
        <translation>マスターを録音中、現在 %1。ファイルは完成します。</translation>
    </message>
    <message>
        <source>The report is not finished: it would stop.</source>
        <translation>レポートは未完成です。中断されます。</translation>
    </message>
    <message>
        <source>The stage is open: the room sees it close.</source>
        <translation>ステージは開いています: 閉じるところが会場に見えます。</translation>
    </message>
    <message>
        <source>The console is locked.</source>
        <translation>コンソールはロックされています。</translation>
    </message>
    <message>
        <source>Fading out: the program ends in %1</source>
        <translation>フェードアウト中: %1 後に終了</translation>
    </message>
</context>
<context>
    <name>LeavingList</name>
    <message>
        <source>Off the stage</source>
        <translation>退場</translation>
    </message>
</context>
<context>
    <name>LockedMark</name>
    <message>
        <source>Locked</source>
        <translation>締め切り</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>記録を開く…</translation>
    </message>
    <message>
        <source>Recent recordings…</source>
        <translation>最近の記録…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>Kafka に接続…</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>デモに戻る</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>サウンドセット…</translation>
    </message>
    <message>
        <source>Crowd: limit, blocked users, page…</source>
        <translation>観客: 上限、ブロック、ページ…</translation>
    </message>
    <message>
        <source>SQL into the stream…</source>
        <translation>ストリームに SQL…</translation>
    </message>
    <message>
        <source>Talk clock…</source>
        <translation>トークの時計…</translation>
    </message>
    <message>
        <source>Store a snapshot…</source>
        <translation>スナップショットを保存…</translation>
    </message>
    <message>
        <source>Who did what…</source>
        <translation>誰が何をしたか…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>このショーのレポートを作成</translation>
    </message>
    <message>
        <source>Pre-flight check…</source>
        <translation>開演前チェック…</translation>
    </message>
    <message>
        <source>Controllers: MIDI, OSC, phones…</source>
        <translation>コントローラー: MIDI、OSC、スマホ…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>終了…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>キー: %1</translation>
    </message>
</context>
<context>
    <name>Master</name>
    <message>
        <source>Scene %1</source>
        <translation>シーン %1</translation>
    </message>
    <message>
        <source>since bar %1</source>
        <translation>小節 %1 から</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>ホールド中</translation>
    </message>
    <message>
        <source>Space releases</source>
        <translation>スペースで解除</translation>
    </message>
    <message>
        <source>No more</source>
        <translation>もうありません</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>終わり</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取り消し済み</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>小節 %1</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>オープニング</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>続く</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>plays</source>
        <translation>演奏中</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>デバイスなし</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>無音</translation>
    </message>
    <message>
        <source>Out 1–2</source>
        <translation>出力 1–2</translation>
    </message>
    <message>
        <source>until scene 1</source>
        <translation>シーン 1 まで</translation>
    </message>
    <message>
        <source>DIM %1 dB</source>
        <translation>ディム %1 dB</translation>
    </message>
</context>
<context>
    <name>MasterHead</name>
    <message>
        <source>Master</source>
        <translation>マスター</translation>
    </message>
</context>
<context>
    <name>MasterLevel</name>
    <message>
        <source>Level of the master</source>
        <translation>マスターのレベル</translation>
    </message>
    <message>
        <source>Gain of the master</source>
        <translation>マスターのゲイン</translation>
    </message>
</context>
<context>
    <name>MasterStrip</name>
    <message>
        <source>Master</source>
        <translation>マスター</translation>
    </message>
    <message>
        <source>LUFS</source>
        <translation>LUFS</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Ceiling of the limiter: %1 dB</source>
        <translation>リミッターの上限: %1 dB</translation>
    </message>
    <message>
        <source>no output</source>
        <translation>出力なし</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>無音</translation>
    </message>
    <message>
        <source>Gain of the master in decibels</source>
        <translation>マスターのゲイン (デシベル)</translation>
    </message>
    <message>
        <source>Pre-listening: %1</source>
        <translation>試聴：%1</translation>
    </message>
</context>
<context>
    <name>MessageWall</name>
    <message>
        <source>Post it with one of these words</source>
        <translation>この中の一語をつけて投稿</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>%1 clipped: put the mark out</source>
        <translation>%1 がクリップ: 印を消す</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>クリップ</translation>
    </message>
</context>
<context>
    <name>MidiPart</name>
    <message>
        <source>Devices</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>looked for all the time</source>
        <translation>常に探しています</translation>
    </message>
    <message>
        <source>looked for all the time: plug in, no restart</source>
        <translation>常に探しています: つなぐだけ</translation>
    </message>
    <message>
        <source>Ctrl L</source>
        <translation>Ctrl L</translation>
    </message>
    <message>
        <source>Learn on the console: point at a control, move a knob</source>
        <translation>コンソールで学習: 操作部を選び、ノブを動かす</translation>
    </message>
    <message>
        <source>Learn on the console</source>
        <translation>コンソールで学習</translation>
    </message>
    <message>
        <source>Learn: point at a control, move a knob</source>
        <translation>学習: 選んでノブを動かす</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Learn from a list</source>
        <translation>一覧から学習</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>最近の受信</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>マップ</translation>
    </message>
    <message>
        <source>Faders take over</source>
        <translation>フェーダーの追従</translation>
    </message>
    <message>
        <source>Its lights</source>
        <translation>ランプ</translation>
    </message>
    <message>
        <source>Softly</source>
        <translation>ソフト</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>すぐに</translation>
    </message>
    <message>
        <source>softly: a dashed ghost shows the hardware until it meets</source>
        <translation>ソフト: 位置が合うまで点線で機器の位置を示します</translation>
    </message>
    <message>
        <source>show mode, mute, solo and what else the map lights</source>
        <translation>モード、ミュート、ソロなどを示します</translation>
    </message>
    <message>
        <source>What a control can do</source>
        <translation>操作部にできること</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>フォロー</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>アクセストークン</translation>
    </message>
    <message>
        <source>some servers need none</source>
        <translation>不要なサーバーもあります</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>チャンネル</translation>
    </message>
</context>
<context>
    <name>NetworksPart</name>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>追跡中</translation>
    </message>
</context>
<context>
    <name>NextSlot</name>
    <message>
        <source>Next: %1</source>
        <translation>次：%1</translation>
    </message>
    <message>
        <source>C on the strip</source>
        <translation>チャンネルで C</translation>
    </message>
    <message>
        <source>Cancel the change of %1</source>
        <translation>%1 の変更を取り消す</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The stage is closed: S opens it.</source>
        <translation>ステージは閉じています: S で開きます。</translation>
    </message>
    <message>
        <source>The winner is on the stage, whose screen is gone.</source>
        <translation>優勝者を表示中のステージの画面がなくなりました。</translation>
    </message>
    <message>
        <source>The winner is on the stage, which is closed.</source>
        <translation>優勝者を表示中のステージが閉じています。</translation>
    </message>
    <message>
        <source>S opens it, W ends the moment.</source>
        <translation>S で開き、W で終えます。</translation>
    </message>
</context>
<context>
    <name>NowSlot</name>
    <message>
        <source>Now: %1</source>
        <translation>現在：%1</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>Sound set</source>
        <translation>サウンドセット</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>記録を開く</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Folder above</source>
        <translation>上のフォルダー</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>フォルダーまたはファイル</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>録音日時</translation>
    </message>
    <message>
        <source>length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>ツイート</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>The show ends when a recording opens: it asks first.</source>
        <translation>録音を開くとショーは終わります。先に確認します。</translation>
    </message>
    <message>
        <source>Write the report of the chosen recording</source>
        <translation>選んだ記録のレポートを作成</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Play with this folder</source>
        <translation>このフォルダーで演奏</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>OscPart</name>
    <message>
        <source>OSC</source>
        <translation>OSC</translation>
    </message>
    <message>
        <source>Serve OSC</source>
        <translation>OSC を提供</translation>
    </message>
    <message>
        <source>Serve OSC during this show</source>
        <translation>このショーの間 OSC を提供</translation>
    </message>
    <message>
        <source>Port, who may send and who gets the state: in the settings, under Controllers. They count from the next start on.</source>
        <translation>ポート、送信者、状態の送り先は設定の「コントローラー」にあります。次の起動から有効です。</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>最近の受信</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Port and addresses…</source>
        <translation>ポートとアドレス…</translation>
    </message>
</context>
<context>
    <name>OutputButton</name>
    <message>
        <source>Output: %1. Choose another</source>
        <translation>出力: %1。別のものを選ぶ</translation>
    </message>
</context>
<context>
    <name>OutputMenu</name>
    <message>
        <source>Sound outputs</source>
        <translation>音声出力</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>Silence</source>
        <translation>無音</translation>
    </message>
    <message>
        <source>null: the clock goes on</source>
        <translation>null: クロックは続きます</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度探す</translation>
    </message>
    <message>
        <source>Looking for outputs…</source>
        <translation>出力を探しています…</translation>
    </message>
    <message>
        <source>Pre-listening</source>
        <translation>試聴</translation>
    </message>
    <message>
        <source>default</source>
        <translation>既定</translation>
    </message>
    <message>
        <source>the sounds are converted to it</source>
        <translation>音はこれに変換されます</translation>
    </message>
</context>
<context>
    <name>OverrideLine</name>
    <message>
        <source>amber: overwritten</source>
        <translation>黄: 上書き</translation>
    </message>
    <message>
        <source>armed: %1</source>
        <translation>アーム: %1</translation>
    </message>
    <message>
        <source>The room is dimmed, %1; D ends it</source>
        <translation>会場を下げています、%1; D で終了</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Shh.</source>
        <translation>しーっ。</translation>
    </message>
    <message>
        <source>Back in a moment.</source>
        <translation>すぐ戻ります。</translation>
    </message>
    <message>
        <source>Your votes count.</source>
        <translation>みなさんの票が数えられます。</translation>
    </message>
    <message>
        <source>No vote yet:</source>
        <translation>まだ票がありません。</translation>
    </message>
    <message>
        <source>this scene stays.</source>
        <translation>このシーンのままです。</translation>
    </message>
</context>
<context>
    <name>PhonesPart</name>
    <message>
        <source>Presenter&apos;s phones</source>
        <translation>司会者のスマホ</translation>
    </message>
    <message>
        <source>Send %1 away</source>
        <translation>%1 を外す</translation>
    </message>
    <message>
        <source>Send away</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>ミックス</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>モデレート</translation>
    </message>
    <message>
        <source>Withdraw the code</source>
        <translation>コードを取り下げる</translation>
    </message>
    <message>
        <source>Pair a phone</source>
        <translation>スマホをペアリング</translation>
    </message>
    <message>
        <source>Code that pairs a phone</source>
        <translation>スマホをペアリングするコード</translation>
    </message>
</context>
<context>
    <name>Pressable</name>
    <message>
        <source>Key: %1</source>
        <translation>キー: %1</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the page&apos;s address</source>
        <translation>ページのアドレスの QR コード</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>アドレスなし</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>Running…</source>
        <translation>実行中…</translation>
    </message>
    <message>
        <source>the first %1 shown</source>
        <translation>最初の %1 件を表示</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
</context>
<context>
    <name>QueryBars</name>
    <message>
        <source>and %1 more</source>
        <translation>ほか %1</translation>
    </message>
</context>
<context>
    <name>QueryEditor</name>
    <message>
        <source>Query</source>
        <translation>クエリ</translation>
    </message>
</context>
<context>
    <name>QueryList</name>
    <message>
        <source>Queries</source>
        <translation>クエリ</translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>すぐ使える</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Nothing was run yet.</source>
        <translation>まだ何も実行していません。</translation>
    </message>
    <message>
        <source>No ready queries here.</source>
        <translation>すぐ使えるクエリはありません。</translation>
    </message>
</context>
<context>
    <name>QueryPage</name>
    <message>
        <source>SQL on the stream</source>
        <translation>ストリームへの SQL</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Run (Ctrl Enter)</source>
        <translation>実行 (Ctrl Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>表示方法</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>棒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>On the stage</source>
        <translation>ステージに表示中</translation>
    </message>
    <message>
        <source>Show on the stage</source>
        <translation>ステージに表示</translation>
    </message>
    <message>
        <source>goes on with the stream</source>
        <translation>ストリームに追従</translation>
    </message>
    <message>
        <source>Views: tweets, votes, charts (one row a window and instrument), users.
Ctrl Enter runs; the answer follows the stream until Stop.
The music is never touched: a query has its own time and memory.</source>
        <translation>ビュー: tweets、votes、charts (ウィンドウと楽器ごとに1行)、users。
Ctrl Enter で実行。答えは停止までストリームに追従します。
音楽には影響しません: クエリには専用の時間とメモリがあります。</translation>
    </message>
</context>
<context>
    <name>QueryPlot</name>
    <message>
        <source>Lines over time: %1</source>
        <translation>時間の折れ線：%1</translation>
    </message>
    <message>
        <source>across</source>
        <translation>横軸</translation>
    </message>
    <message>
        <source>up</source>
        <translation>縦軸</translation>
    </message>
    <message>
        <source>a line for each</source>
        <translation>線の区分</translation>
    </message>
</context>
<context>
    <name>QueryRows</name>
    <message>
        <source>and %1 more</source>
        <translation>ほか %1</translation>
    </message>
</context>
<context>
    <name>QueryScene</name>
    <message>
        <source>live, after %1 tweets</source>
        <translation>ライブ、%1 ツイート時点</translation>
    </message>
    <message>
        <source>after %1 tweets</source>
        <translation>%1 ツイート時点</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>投票締切まで</translation>
    </message>
</context>
<context>
    <name>QueryTable</name>
    <message>
        <source>Bars of %1</source>
        <translation>%1 の棒</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答え</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Messages to approve, %1 wait: arrows up and down choose, right approves, left refuses</source>
        <translation>承認待ちのメッセージ %1 件: 上下の矢印で選択、右で承認、左で拒否</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>待ちはありません</translation>
    </message>
    <message>
        <source>Approve all of this page without a listed word</source>
        <translation>このページの、リストの語を含まないものをすべて承認</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>%1 を承認</translation>
    </message>
    <message>
        <source>Approve %1 clean</source>
        <translation>印のない %1 件を承認</translation>
    </message>
    <message>
        <source>Refuse all of this page with a listed word</source>
        <translation>このページの、リストの語を含むものをすべて拒否</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <translation>%1 を拒否</translation>
    </message>
    <message>
        <source>Refuse %1 marked</source>
        <translation>印付き %1 件を拒否</translation>
    </message>
    <message>
        <source>Next page of waiting messages</source>
        <translation>承認待ちの次のページ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>the page holds still</source>
        <translation>ページは動きません</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>word list: %1</source>
        <translation>単語リスト: %1</translation>
    </message>
    <message>
        <source>word list</source>
        <translation>単語リスト</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒否済み</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>決定済み</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>%1 をブロック</translation>
    </message>
    <message>
        <source>Refuse the message of %1</source>
        <translation>%1 のメッセージを拒否</translation>
    </message>
    <message>
        <source>Approve the message of %1</source>
        <translation>%1 のメッセージを承認</translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>Top %1 play next</source>
        <translation>トップ %1 が次に鳴る</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>GO, snapshots and changes by hand</source>
        <translation>GO、スナップショット、手動の変更</translation>
    </message>
</context>
<context>
    <name>RailRest</name>
    <message>
        <source>Arm: what you press waits for GO</source>
        <translation>アーム: 押したものは GO を待ちます</translation>
    </message>
    <message>
        <source>Arming</source>
        <translation>アーム中</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>アーム</translation>
    </message>
    <message>
        <source>Store the desk: choose a place, 1 to 8; Esc: no</source>
        <translation>卓を保存: 1〜8 から選択; Esc: やめる</translation>
    </message>
    <message>
        <source>Store as</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>All to AUTO: modes, clips and filters back to the crowd</source>
        <translation>すべて AUTO に: モード、クリップ、フィルターを観客に返す</translation>
    </message>
    <message>
        <source>All AUTO</source>
        <translation>全 AUTO</translation>
    </message>
    <message>
        <source>⇧ A</source>
        <comment>Shift and A</comment>
        <translation>⇧ A</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>アームしたものを忘れる</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Do not store</source>
        <translation>保存しない</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
</context>
<context>
    <name>RecordingPreview</name>
    <message>
        <source>No recording is chosen.</source>
        <translation>録音が選ばれていません。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み取り中…</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>going there: %1 %</source>
        <translation>移動中: %1 %</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>ウィンドウ %1</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>司会者の手</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>Back to the start</source>
        <translation>最初に戻る</translation>
    </message>
    <message>
        <source>The recording has ended</source>
        <translation>記録は終わりました</translation>
    </message>
    <message>
        <source>Go on reading the recording</source>
        <translation>記録の読み込みを再開</translation>
    </message>
    <message>
        <source>Pause the recording; the music goes on</source>
        <translation>記録を一時停止; 音楽は続きます</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play the recording from the start</source>
        <translation>記録を最初から再生</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>Open another recording</source>
        <translation>別の記録を開く</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>別の記録を開く…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>このショーのレポートを作成</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>模擬の観客によるデモに戻る</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>The recording begins again at its end; press: it ends</source>
        <translation>記録は終わると最初に戻ります。押すとそこで終わります</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>終わったら最初から</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
</context>
<context>
    <name>RevealBoard</name>
    <message>
        <source>Next race</source>
        <translation>次のレース</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ 新</translation>
    </message>
    <message>
        <source>= stays</source>
        <translation>= 続く</translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message>
        <source>The room at its level again</source>
        <translation>会場の音量を元に戻す</translation>
    </message>
    <message>
        <source>Dim the room by 20 dB (never in a recording)</source>
        <translation>会場を 20 dB 下げる (録音には入りません)</translation>
    </message>
    <message>
        <source>Dim</source>
        <translation>ディム</translation>
    </message>
    <message>
        <source>The room in stereo again</source>
        <translation>会場をステレオに戻す</translation>
    </message>
    <message>
        <source>Mono in the room (never in a recording)</source>
        <translation>会場をモノラルに (録音には入りません)</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
</context>
<context>
    <name>ScreenTiles</name>
    <message>
        <source>Show numbers</source>
        <translation>番号を表示</translation>
    </message>
</context>
<context>
    <name>Segment</name>
    <message>
        <source>AUTO</source>
        <translation>AUTO</translation>
    </message>
    <message>
        <source>ON</source>
        <translation>ON</translation>
    </message>
    <message>
        <source>OFF</source>
        <translation>OFF</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>キー: %1</translation>
    </message>
    <message>
        <source>A</source>
        <comment>the mode AUTO, short</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>SettingEditor</name>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>set; type to replace it</source>
        <translation>設定済み; 入力すると置き換え</translation>
    </message>
    <message>
        <source>Name of the property</source>
        <translation>プロパティの名前</translation>
    </message>
    <message>
        <source>its value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Value of the property</source>
        <translation>プロパティの値</translation>
    </message>
    <message>
        <source>Test tone on outputs 1 and 2</source>
        <translation>出力 1 と 2 でテスト音</translation>
    </message>
    <message>
        <source>Test tone on outputs 3 and 4</source>
        <translation>出力 3 と 4 でテスト音</translation>
    </message>
    <message>
        <source>Test tone</source>
        <translation>テスト音</translation>
    </message>
    <message>
        <source>Tap to set…</source>
        <translation>タップで設定…</translation>
    </message>
    <message>
        <source>%1: choose</source>
        <translation>%1：選択</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>%1: %2 に戻す</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>既定値: %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Sounds and music</source>
        <translation>サウンドと音楽</translation>
    </message>
    <message>
        <source>Kafka and topics</source>
        <translation>Kafka とトピック</translation>
    </message>
    <message>
        <source>Windows and language</source>
        <translation>ウィンドウと言語</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>コントローラー</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>ショー</translation>
    </message>
    <message>
        <source>Sound card</source>
        <translation>サウンドカード</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>サウンドセット</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>音楽</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>トピック</translation>
    </message>
    <message>
        <source>Schema Registry</source>
        <translation>スキーマレジストリ</translation>
    </message>
    <message>
        <source>Schema Registry: fields</source>
        <translation>スキーマレジストリ: フィールド</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>ステージ</translation>
    </message>
    <message>
        <source>Twitter</source>
        <translation>Twitter</translation>
    </message>
    <message>
        <source>Mastodon</source>
        <translation>Mastodon</translation>
    </message>
    <message>
        <source>Bluesky</source>
        <translation>Bluesky</translation>
    </message>
    <message>
        <source>Twitch chat</source>
        <translation>Twitch チャット</translation>
    </message>
    <message>
        <source>Voting page</source>
        <translation>投票ページ</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>クロック出力</translation>
    </message>
    <message>
        <source>OSC</source>
        <translation>OSC</translation>
    </message>
    <message>
        <source>Presenter&apos;s phone</source>
        <translation>司会者のスマホ</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>トークの時計</translation>
    </message>
    <message>
        <source>Second laptop</source>
        <translation>2台目のノート PC</translation>
    </message>
    <message>
        <source>Keys and clicker</source>
        <translation>キーとクリッカー</translation>
    </message>
    <message>
        <source>set by the option %1, which wins over the file</source>
        <translation>オプション %1 で設定、ファイルより優先</translation>
    </message>
    <message>
        <source>set by the variable %1, which wins over the file</source>
        <translation>変数 %1 で設定、ファイルより優先</translation>
    </message>
    <message>
        <source>kept; from the next start on</source>
        <translation>保存済み; 次の起動から</translation>
    </message>
    <message>
        <source>from mwk.toml</source>
        <translation>mwk.toml から</translation>
    </message>
    <message>
        <source>default</source>
        <translation>既定</translation>
    </message>
    <message>
        <source>a change waits for the next start</source>
        <translation>変更は次の起動から有効</translation>
    </message>
    <message>
        <source>acts at once</source>
        <translation>すぐに有効</translation>
    </message>
    <message>
        <source>%1 outputs</source>
        <translation>出力 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>System&apos;s default</source>
        <translation>システムの既定</translation>
    </message>
    <message>
        <source>%1 ms at %2 kHz</source>
        <translation>%2 kHz で %1 ms</translation>
    </message>
    <message>
        <source>wait for it</source>
        <translation>待つ</translation>
    </message>
    <message>
        <source>go to the next one</source>
        <translation>次の画面に移る</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黒</translation>
    </message>
    <message>
        <source>the hashtag</source>
        <translation>ハッシュタグ</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>The second screen</source>
        <translation>2番目の画面</translation>
    </message>
    <message>
        <source>whichever is there</source>
        <translation>あるものを使用</translation>
    </message>
    <message>
        <source>the console is here</source>
        <translation>コンソールはここ</translation>
    </message>
    <message>
        <source>the stage</source>
        <translation>ステージ</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>現在ありません</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>system</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>拍</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>小節</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>approved only</source>
        <translation>承認済みのみ</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>何もしない</translation>
    </message>
    <message>
        <source>%1 does that already.</source>
        <translation>%1 はすでにその動作です。</translation>
    </message>
    <message>
        <source>%1 does nothing already.</source>
        <translation>%1 はすでに何もしません。</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 は空いています。</translation>
    </message>
    <message>
        <source>%1 is taken: %2. That will be replaced.</source>
        <translation>%1 は使用中です：%2。置き換えられます。</translation>
    </message>
    <message>
        <source>No other key does that.</source>
        <translation>ほかにその動作のキーはありません。</translation>
    </message>
    <message>
        <source>On a strip with the focus it stays what it is there.</source>
        <translation>フォーカスのあるストリップでは、そこでの動作のままです。</translation>
    </message>
    <message>
        <source>fade out</source>
        <translation>フェードアウト</translation>
    </message>
    <message>
        <source>the winner</source>
        <translation>優勝者</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>お礼</translation>
    </message>
    <message>
        <source>by a press</source>
        <translation>キーで</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>自動で</translation>
    </message>
    <message>
        <source>This key cannot be given an action.</source>
        <translation>このキーに動作は割り当てられません。</translation>
    </message>
    <message>
        <source>The tone sounds…</source>
        <translation>音を出しています…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>検索…</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>something is wrong here</source>
        <translation>ここに問題があります</translation>
    </message>
    <message>
        <source>Checking Kafka with these settings…</source>
        <translation>この設定で Kafka を確認中…</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>この語を含む設定はありません。</translation>
    </message>
    <message>
        <source>Kept in %1; comments stay. Enter keeps what was typed.</source>
        <translation>%1 に保存; コメントは残ります。Enter で入力を保存。</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>元に戻す：%1</translation>
    </message>
    <message>
        <source>This page back to default</source>
        <translation>このページを既定に戻す</translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message>
        <source>SILENT</source>
        <translation>無音</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1 経過</translation>
    </message>
    <message>
        <source>Nothing is heard. Bars, votes and scenes go on.</source>
        <translation>何も聞こえません。小節、投票、シーンは続いています。</translation>
    </message>
    <message>
        <source>FADED OUT</source>
        <translation>フェードアウト済み</translation>
    </message>
    <message>
        <source>FADING OUT</source>
        <translation>フェードアウト中</translation>
    </message>
    <message>
        <source>silent in %1</source>
        <translation>%1 後に無音</translation>
    </message>
    <message>
        <source>RETURNS AT BAR %1</source>
        <translation>小節 %1 で復帰</translation>
    </message>
    <message>
        <source>in 1 beat</source>
        <translation>あと 1 拍</translation>
    </message>
    <message>
        <source>in %1 beats</source>
        <translation>あと %1 拍</translation>
    </message>
    <message>
        <source>The scene that plays then is heard from its first beat on.</source>
        <translation>そのとき演奏されるシーンは最初の拍から聞こえます。</translation>
    </message>
    <message>
        <source>Silent for %1 seconds. Resume: hold R.</source>
        <translation>%1 秒間無音です。再開: R を長押し。</translation>
    </message>
</context>
<context>
    <name>SilenceBar</name>
    <message>
        <source>Write the report of this show</source>
        <translation>このショーのレポートを作成</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Resume the music: hold</source>
        <translation>音楽を再開: 長押し</translation>
    </message>
    <message>
        <source>Hold longer</source>
        <translation>もっと長く</translation>
    </message>
    <message>
        <source>Resume: Esc, then hold R</source>
        <translation>再開: Esc のあと R を長押し</translation>
    </message>
    <message>
        <source>Resume: F or hold</source>
        <translation>再開：F または長押し</translation>
    </message>
    <message>
        <source>Resume: hold</source>
        <translation>再開：長押し</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>音楽を戻す</translation>
    </message>
    <message>
        <source>Keep the music: %1</source>
        <translation>音楽を続ける: %1</translation>
    </message>
</context>
<context>
    <name>SnapChip</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ここ</translation>
    </message>
    <message>
        <source>store here</source>
        <translation>ここに保存</translation>
    </message>
</context>
<context>
    <name>SnapMenu</name>
    <message>
        <source>a name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name of snapshot %1</source>
        <translation>スナップショット %1 の名前</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>呼び出す</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>⇧</source>
        <comment>Shift</comment>
        <translation>⇧</translation>
    </message>
    <message>
        <source>Store the desk here</source>
        <translation>卓をここに保存</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
</context>
<context>
    <name>SpeedChoice</name>
    <message>
        <source>Speed %1</source>
        <translation>速度 %1</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>BLACK for %1: B goes on</source>
        <translation>暗転 %1: B で再開</translation>
    </message>
    <message>
        <source>page votes are closed</source>
        <translation>ページからの投票は終了</translation>
    </message>
    <message>
        <source>level</source>
        <translation>同点</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>続く</translation>
    </message>
    <message>
        <source>held: this scene stays</source>
        <translation>ホールド中: このシーンのまま</translation>
    </message>
    <message>
        <source>this scene stays</source>
        <translation>このシーンのまま</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>締め切り</translation>
    </message>
    <message>
        <source>And the winner is</source>
        <translation>優勝は</translation>
    </message>
    <message>
        <source>A tie: the winners are</source>
        <translation>同点！優勝は</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>まだ誰もいません</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>ほか %1</translation>
    </message>
</context>
<context>
    <name>StageClock</name>
    <message>
        <source>this scene</source>
        <translation>このシーン</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>続く</translation>
    </message>
    <message>
        <source>lock in</source>
        <translation>締切まで</translation>
    </message>
    <message>
        <source>held</source>
        <translation>ホールド</translation>
    </message>
</context>
<context>
    <name>StageControls</name>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>On the stage: the votes</source>
        <translation>ステージに: 投票</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>参加</translation>
    </message>
    <message>
        <source>On the stage: how to join</source>
        <translation>ステージに: 参加方法</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>On the stage: the query of the SQL page</source>
        <translation>ステージに: SQL ページのクエリ</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>優勝</translation>
    </message>
    <message>
        <source>On the stage: the winner</source>
        <translation>ステージに: 優勝者</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終わり</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>終わり</translation>
    </message>
    <message>
        <source>Again: the end, on the stage</source>
        <translation>もう一度: ステージに終わりを表示</translation>
    </message>
    <message>
        <source>On the stage: the end, pressed twice</source>
        <translation>ステージに: 終わり、2回押す</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>ロゴ</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>暗転</translation>
    </message>
    <message>
        <source>On the stage: black, again: the logo, again: the votes</source>
        <translation>ステージに: 暗転、もう一度: ロゴ、もう一度: 投票</translation>
    </message>
    <message>
        <source>On the stage: what is set instead of black, again: the votes</source>
        <translation>ステージに: 暗転の代わりのもの、もう一度: 投票</translation>
    </message>
</context>
<context>
    <name>StageLeaders</name>
    <message>
        <source>Leaderboard</source>
        <translation>ランキング</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>ツイート</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>まだ誰もいません</translation>
    </message>
</context>
<context>
    <name>StageMessageRow</name>
    <message>
        <source>off the stage</source>
        <translation>表示終了</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>%1 のこのメッセージを隠す</translation>
    </message>
</context>
<context>
    <name>StageMessages</name>
    <message>
        <source>On the stage now</source>
        <translation>現在のステージ</translation>
    </message>
    <message>
        <source>no message</source>
        <translation>メッセージなし</translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>Stage</source>
        <translation>ステージ</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>Open the stage: its screen is gone</source>
        <translation>ステージを開く: 画面がなくなりました</translation>
    </message>
    <message>
        <source>Close the stage</source>
        <translation>ステージを閉じる</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>ステージを開く</translation>
    </message>
    <message>
        <source>No screen</source>
        <translation>画面なし</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>閉</translation>
    </message>
</context>
<context>
    <name>StageThumb</name>
    <message>
        <source>No screen</source>
        <translation>画面なし</translation>
    </message>
    <message>
        <source>closed: S opens</source>
        <translation>閉: S で開く</translation>
    </message>
    <message>
        <source>The stage shows: %1</source>
        <translation>ステージの表示: %1</translation>
    </message>
</context>
<context>
    <name>StageWindow</name>
    <message>
        <source>Music with Kafka: stage</source>
        <translation>Music with Kafka: ステージ</translation>
    </message>
    <message>
        <source>Be right back</source>
        <translation>すぐ戻ります</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>%1, waits for GO</source>
        <translation>%1、GO 待ち</translation>
    </message>
    <message>
        <source>now: %1; next: %2</source>
        <translation>現在：%1、次：%2</translation>
    </message>
    <message>
        <source>Mode of %1</source>
        <translation>%1 のモード</translation>
    </message>
    <message>
        <source>Ctrl %1</source>
        <translation>Ctrl %1</translation>
    </message>
    <message>
        <source>Filter of %1: off</source>
        <translation>%1 のフィルター: オフ</translation>
    </message>
    <message>
        <source>Filter of %1: low-pass %2 hertz</source>
        <translation>%1 のフィルター: ローパス %2 ヘルツ</translation>
    </message>
    <message>
        <source>Filter of %1: high-pass %2 hertz</source>
        <translation>%1 のフィルター: ハイパス %2 ヘルツ</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>無音</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>ミュート</translation>
    </message>
    <message>
        <source>solo: %1</source>
        <translation>ソロ: %1</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>小節 %1</translation>
    </message>
    <message>
        <source>on GO</source>
        <translation>GO で</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>止まる</translation>
    </message>
    <message>
        <source>Stays off</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>ホールド中</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>ファイルなし</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>欠落</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>続く</translation>
    </message>
    <message>
        <source>To AUTO</source>
        <translation>AUTO に</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>読めません</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>ファイルが見つかりません</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
</context>
<context>
    <name>StripFoot</name>
    <message>
        <source>Gain of %1 in decibels</source>
        <translation>%1 のゲイン (デシベル)</translation>
    </message>
    <message>
        <source>M on the strip</source>
        <translation>チャンネルで M</translation>
    </message>
    <message>
        <source>Let %1 be heard again</source>
        <translation>%1 をまた鳴らす</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>%1 をミュート</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>Shift %1</translation>
    </message>
    <message>
        <source>End the solo of %1</source>
        <translation>%1 のソロを終える</translation>
    </message>
    <message>
        <source>Solo %1</source>
        <translation>%1 をソロに</translation>
    </message>
    <message>
        <source>H on the strip</source>
        <translation>チャンネルで H</translation>
    </message>
    <message>
        <source>Pre-listen to %1 no longer</source>
        <translation>%1 の試聴をやめる</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>%1 を試聴</translation>
    </message>
</context>
<context>
    <name>StripLevel</name>
    <message>
        <source>Level of %1</source>
        <translation>%1 のレベル</translation>
    </message>
    <message>
        <source>Gain of %1</source>
        <translation>%1 のゲイン</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>over</source>
        <translation>超過</translation>
    </message>
    <message>
        <source>left</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>Talk: %1 %2</source>
        <translation>トーク: %1 %2</translation>
    </message>
    <message>
        <source>The talk has not begun</source>
        <translation>トークはまだ始まっていません</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>%1 に終了</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>%1 に開始</translation>
    </message>
    <message>
        <source>the music fades out</source>
        <translation>音楽がフェードアウト</translation>
    </message>
    <message>
        <source>the winner comes onto the stage</source>
        <translation>優勝者がステージに出ます</translation>
    </message>
    <message>
        <source>fade out, then the end on the stage</source>
        <translation>フェードアウトの後、ステージに終わりの画面</translation>
    </message>
    <message>
        <source>Ends by itself in %1</source>
        <translation>%1 後に自動で終了</translation>
    </message>
</context>
<context>
    <name>TalkChip</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>トークの時計</translation>
    </message>
</context>
<context>
    <name>TalkPanel</name>
    <message>
        <source>Talk clock</source>
        <translation>トークの時計</translation>
    </message>
    <message>
        <source>One minute less</source>
        <translation>1 分減らす</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>1 分増やす</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Stop: back to the whole length</source>
        <translation>停止: 全体の長さに戻る</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>開始時刻</translation>
    </message>
    <message>
        <source>such as 20:04</source>
        <translation>例: 20:04</translation>
    </message>
    <message>
        <source>Amber, red</source>
        <translation>黄、赤</translation>
    </message>
    <message>
        <source>Red from this much left on</source>
        <translation>残りがこれ以下で赤</translation>
    </message>
    <message>
        <source>left</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>End by itself at 0:00</source>
        <translation>0:00 に自動で終了</translation>
    </message>
    <message>
        <source>What happens at 0:00</source>
        <translation>0:00 にすること</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>フェード</translation>
    </message>
    <message>
        <source>Fade, the end</source>
        <translation>フェードと終わり</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>優勝</translation>
    </message>
    <message>
        <source>the rail says so 60 s before; one key postpones it</source>
        <translation>60 秒前にバーで知らせます。キー 1 つで延期</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Place in the recording: %1</source>
        <translation>記録の位置: %1</translation>
    </message>
    <message>
        <source>Votes over time</source>
        <translation>票の推移</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>司会者の手</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The crowd votes</source>
        <translation>観客が投票します</translation>
    </message>
    <message>
        <source>Each message that names an instrument is a vote. The five instruments with the most votes are the next scene.</source>
        <translation>楽器の名前が入ったメッセージが 1 票です。得票の多い 5 つの楽器が次のシーンになります。</translation>
    </message>
    <message>
        <source>The votes lock</source>
        <translation>投票が締め切られます</translation>
    </message>
    <message>
        <source>Every window of votes runs along this line. At the yellow mark it is decided, and the next one begins.</source>
        <translation>投票のウィンドウはこの線に沿って進みます。黄色の印で結果が決まり、次が始まります。</translation>
    </message>
    <message>
        <source>The scene lands</source>
        <translation>シーンが始まります</translation>
    </message>
    <message>
        <source>What has won waits here, dashed, and lands on a bar, all loops together and in time.</source>
        <translation>勝ったものは破線でここに待ち、小節の頭で始まります。ループはすべて一緒に、拍に合って鳴ります。</translation>
    </message>
    <message>
        <source>Your hand</source>
        <translation>あなたの手</translation>
    </message>
    <message>
        <source>AUTO is the crowd’s. ON and OFF are yours, whatever the votes say: white is what you hold, and the key 0 gives it all back.</source>
        <translation>AUTO は観客のもの。ON と OFF は投票にかかわらずあなたのものです。白はあなたが押さえているもので、0 キーですべて戻します。</translation>
    </message>
    <message>
        <source>The room joins by phone</source>
        <translation>会場はスマホで参加します</translation>
    </message>
    <message>
        <source>J shows the room how to vote: a code for their phones, or a message on their network. S opens the stage.</source>
        <translation>J で投票のしかたを会場に見せます。スマホ用のコード、または各ネットワークへの投稿です。S でステージを開きます。</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Close: it does not come again</source>
        <translation>閉じる: もう表示されません</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>bar %1</source>
        <translation>小節 %1</translation>
    </message>
    <message>
        <source>%1 BPM · %2/4 · quantize %3</source>
        <translation>%1 BPM · %2/4 · 単位 %3</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>拍</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>小節</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>%1 BPM · %2/4</source>
        <translation>%1 BPM · %2/4</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>scene %1 stays until you release hold</source>
        <translation>シーン %1 は解除まで続きます</translation>
    </message>
    <message>
        <source>SCENE HELD FOR</source>
        <translation>シーンをホールド中</translation>
    </message>
    <message>
        <source>NEXT SCENE</source>
        <translation>次のシーン</translation>
    </message>
    <message>
        <source>held</source>
        <translation>ホールド</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>記録は終わりました</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>then bar %1, as planned</source>
        <translation>次は小節 %1、予定どおり</translation>
    </message>
    <message>
        <source>VOTES LOCKED</source>
        <translation>投票締切</translation>
    </message>
    <message>
        <source>NEXT SCENE IN</source>
        <translation>次のシーンまで</translation>
    </message>
    <message>
        <source>VOTES LOCK IN</source>
        <translation>投票締切まで</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取り消し済み</translation>
    </message>
</context>
<context>
    <name>TransportButtons</name>
    <message>
        <source>Space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>Release the scene</source>
        <translation>シーンを解除</translation>
    </message>
    <message>
        <source>Hold the scene</source>
        <translation>シーンをホールド</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>ホールド中</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>ホールド</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>R を長押し</translation>
    </message>
    <message>
        <source>Esc again</source>
        <translation>もう一度 Esc</translation>
    </message>
    <message>
        <source>Shift Esc</source>
        <translation>Shift Esc</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold Esc</source>
        <translation>Esc を長押し</translation>
    </message>
    <message>
        <source>Cut the sound now</source>
        <translation>今すぐ音を切る</translation>
    </message>
    <message>
        <source>Silent. Hold R to resume</source>
        <translation>無音。R 長押しで再開</translation>
    </message>
    <message>
        <source>Panic: fade everything out</source>
        <translation>パニック: すべてフェードアウト</translation>
    </message>
    <message>
        <source>Cut now</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>無音</translation>
    </message>
    <message>
        <source>Panic</source>
        <translation>パニック</translation>
    </message>
    <message>
        <source>F returns</source>
        <translation>F: 戻る</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>音楽を戻す</translation>
    </message>
    <message>
        <source>Fade out over two loops</source>
        <translation>2ループかけてフェードアウト</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>消音</translation>
    </message>
    <message>
        <source>Fading</source>
        <translation>フェード中</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>フェード</translation>
    </message>
    <message>
        <source>Stop recording the master</source>
        <translation>マスターの録音を止める</translation>
    </message>
    <message>
        <source>Record the master</source>
        <translation>マスターを録音</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>録音</translation>
    </message>
</context>
<context>
    <name>TransportPosition</name>
    <message>
        <source>BAR</source>
        <translation>小節</translation>
    </message>
</context>
<context>
    <name>TwitterPart</name>
    <message>
        <source>Twitter stream</source>
        <translation>Twitter ストリーム</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>追跡中</translation>
    </message>
</context>
<context>
    <name>Votes</name>
    <message>
        <source>as of %1, no news since</source>
        <translation>%1 現在、その後更新なし</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>%1 現在</translation>
    </message>
</context>
<context>
    <name>VotesPanel</name>
    <message>
        <source>in this window</source>
        <translation>このウィンドウ</translation>
    </message>
    <message>
        <source>in this window · %1</source>
        <translation>このウィンドウ · %1</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>記録は終わりました</translation>
    </message>
    <message>
        <source>locked at %1</source>
        <translation>%1 に締切</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>no vote yet: the scene stays</source>
        <translation>まだ票がありません: シーンは続きます</translation>
    </message>
    <message>
        <source>below the line</source>
        <translation>線の下</translation>
    </message>
</context>
<context>
    <name>VotingPagePart</name>
    <message>
        <source>Audience&apos;s page</source>
        <translation>観客のページ</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>配信中</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Voting on the page</source>
        <translation>ページでの投票</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>受付中</translation>
    </message>
</context>
<context>
    <name>WordListPart</name>
    <message>
        <source>Word list</source>
        <translation>単語リスト</translation>
    </message>
    <message>
        <source>%1, in texts and names</source>
        <translation>%1、本文と名前</translation>
    </message>
    <message>
        <source>A word; one with * at its end has any ending</source>
        <translation>単語。末尾の * は任意の語尾</translation>
    </message>
    <message>
        <source>A word to find or to add</source>
        <translation>検索または追加する単語</translation>
    </message>
    <message>
        <source>Add this word to the list</source>
        <translation>この単語をリストに追加</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Take %1 from the list</source>
        <translation>%1 をリストから外す</translation>
    </message>
</context>
</TS>
