<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Audience</name>
    <message>
        <source>not served</source>
        <translation>nicht ausgeliefert</translation>
    </message>
    <message>
        <source>%1 phones · %2 votes · %3 refused</source>
        <translation>%1 Handys · %2 Stimmen · %3 abgelehnt</translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>nicht verfolgt</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 posts</source>
        <translation>%1 Beiträge</translation>
    </message>
    <message>
        <source>%1 without the code</source>
        <translation>%1 ohne den Code</translation>
    </message>
    <message>
        <source>%1 posts · $%2 spent</source>
        <translation>%1 Posts · %2 $ ausgegeben</translation>
    </message>
    <message>
        <source>%1 of $%2</source>
        <translation>%1 von %2 $</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Choose output…</source>
        <translation>Ausgang wählen…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Take the show over: this console is heard, the other one follows</source>
        <translation>Die Show übernehmen: man hört diese Konsole, die andere folgt</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>Zurück zur Demo mit ihrem simulierten Publikum</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>Zurück zur Demo</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show the report in its folder</source>
        <translation>Den Bericht in seinem Ordner zeigen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Stop writing the report</source>
        <translation>Den Bericht abbrechen</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>Bühne öffnen</translation>
    </message>
    <message>
        <source>Go on from the oldest message that is left</source>
        <translation>Mit der ältesten noch vorhandenen Nachricht weitermachen</translation>
    </message>
    <message>
        <source>From the oldest</source>
        <translation>Ab der ältesten</translation>
    </message>
    <message>
        <source>Go on from now, without what was missed</source>
        <translation>Ab jetzt weitermachen, ohne das Verpasste</translation>
    </message>
    <message>
        <source>From now</source>
        <translation>Ab jetzt</translation>
    </message>
    <message>
        <source>The report is being written.</source>
        <translation>Der Bericht wird geschrieben.</translation>
    </message>
    <message>
        <source>From %1. The show goes on.</source>
        <translation>Aus %1. Die Show geht weiter.</translation>
    </message>
    <message>
        <source>The report is written.</source>
        <translation>Der Bericht ist geschrieben.</translation>
    </message>
    <message>
        <source>There is no report.</source>
        <translation>Es gibt keinen Bericht.</translation>
    </message>
    <message>
        <source>The live show is over.</source>
        <translation>Die Live-Show ist vorbei.</translation>
    </message>
    <message>
        <source>It is recorded: %1. The report tells how it was.</source>
        <translation>Sie ist aufgezeichnet: %1. Der Bericht erzählt, wie es war.</translation>
    </message>
    <message>
        <source>Sound device missing: no sound since %1.</source>
        <translation>Audiogerät fehlt: kein Ton seit %1.</translation>
    </message>
    <message>
        <source>%1. Plug it in to resume, or choose another.</source>
        <translation>%1. Stecke es ein, um weiterzumachen, oder wähle ein anderes.</translation>
    </message>
    <message>
        <source>The topic no longer holds what comes next: counting waits.</source>
        <translation>Das Topic enthält nicht mehr, was als Nächstes kommt: die Zählung wartet.</translation>
    </message>
    <message>
        <source>The music goes on. Begin with the oldest message, or with now?</source>
        <translation>Die Musik läuft weiter. Mit der ältesten Nachricht beginnen oder ab jetzt?</translation>
    </message>
</context>
<context>
    <name>BlockedUsers</name>
    <message>
        <source>Unblock %1</source>
        <translation>%1 freigeben</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Freigeben</translation>
    </message>
</context>
<context>
    <name>CalmScene</name>
    <message>
        <source>This scene stays</source>
        <translation>Diese Szene bleibt</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 bisher</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Vorn</translation>
    </message>
</context>
<context>
    <name>Ceiling</name>
    <message>
        <source>limits now by %1 dB, at most by %2 dB so far</source>
        <translation>begrenzt jetzt um %1 dB, bisher höchstens %2 dB</translation>
    </message>
</context>
<context>
    <name>CeilingMenu</name>
    <message>
        <source>Ceiling of the master</source>
        <translation>Obergrenze des Masters</translation>
    </message>
    <message>
        <source>Ceiling of the master, dBTP</source>
        <translation>Obergrenze des Masters, dBTP</translation>
    </message>
    <message>
        <source>Ceiling %1 dBTP</source>
        <translation>Obergrenze %1 dBTP</translation>
    </message>
    <message>
        <source>Acts at once, in the room and in recordings.</source>
        <translation>Wirkt sofort, im Saal und in Aufnahmen.</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>⇧</source>
        <comment>Shift</comment>
        <translation>⇧</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Connect to Kafka</source>
        <translation>Mit Kafka verbinden</translation>
    </message>
    <message>
        <source>SQL into the stream</source>
        <translation>SQL in den Strom</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>Vorab-Prüfung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Strips</source>
        <translation>Kanalzüge</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Cancel what is pending</source>
        <translation>Ausstehendes abbrechen</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>Vorgemerktes verwerfen</translation>
    </message>
    <message>
        <source>All to AUTO</source>
        <translation>Alles auf AUTO</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>Nachrichten, Publikum</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Learn a controller</source>
        <translation>Controller anlernen</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>Vortragsuhr</translation>
    </message>
    <message>
        <source>Mode: ON, OFF, AUTO in turn</source>
        <translation>Modus: ON, OFF, AUTO</translation>
    </message>
    <message>
        <source>Next clip, pinned</source>
        <translation>Nächster Clip, fest</translation>
    </message>
    <message>
        <source>Focus on a strip</source>
        <translation>Fokus auf Kanalzug</translation>
    </message>
    <message>
        <source>Focus on the feed · the master</source>
        <translation>Fokus: Feed · Master</translation>
    </message>
    <message>
        <source>On the strip with the focus</source>
        <translation>Auf dem Zug mit Fokus</translation>
    </message>
    <message>
        <source>Pre-listen</source>
        <translation>Vorhören</translation>
    </message>
    <message>
        <source>Gain 0.5 dB; Shift 0.1, Ctrl 3</source>
        <translation>Gain 0,5 dB; Umschalt 0,1, Strg 3</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>Gain 0 dB</source>
        <translation>Gain 0 dB</translation>
    </message>
    <message>
        <source>Filter: low, high; Shift fine</source>
        <translation>Filter; Umschalt: fein</translation>
    </message>
    <message>
        <source>End</source>
        <comment>key</comment>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Filter off</source>
        <translation>Filter aus</translation>
    </message>
    <message>
        <source>Unpin the clip</source>
        <translation>Clip lösen</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>Panic; again in 2 s: cut</source>
        <translation>Panik; in 2 s erneut: ab</translation>
    </message>
    <message>
        <source>Panic, through any page</source>
        <translation>Panik, aus jeder Seite</translation>
    </message>
    <message>
        <source>Resume, after panic or fade</source>
        <translation>Weiter nach Panik, Fade</translation>
    </message>
    <message>
        <source>Fade out; again: returns</source>
        <translation>Ausblenden; erneut: zurück</translation>
    </message>
    <message>
        <source>Dim by 20 dB</source>
        <translation>Dim um 20 dB</translation>
    </message>
    <message>
        <source>hold Esc</source>
        <translation>Esc halten</translation>
    </message>
    <message>
        <source>Next scene, or take it back</source>
        <translation>Nächste Szene, oder zurücknehmen</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Recall a snapshot</source>
        <translation>Snapshot abrufen</translation>
    </message>
    <message>
        <source>Arm: what you press waits</source>
        <translation>Scharf: Gedrücktes wartet</translation>
    </message>
    <message>
        <source>GO: all of it on the next bar</source>
        <translation>GO: alles zum nächsten Takt</translation>
    </message>
    <message>
        <source>Store a snapshot</source>
        <translation>Snapshot sichern</translation>
    </message>
    <message>
        <source>Undo · redo</source>
        <translation>Rückgängig · wiederholen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Votes: the usual picture</source>
        <translation>Die Stimmen</translation>
    </message>
    <message>
        <source>How to join</source>
        <translation>Wie man mitmacht</translation>
    </message>
    <message>
        <source>A wall of messages</source>
        <translation>Wand aus Nachrichten</translation>
    </message>
    <message>
        <source>The SQL plot</source>
        <translation>Das SQL-Diagramm</translation>
    </message>
    <message>
        <source>The winner</source>
        <translation>Der Gewinner</translation>
    </message>
    <message>
        <source>The end (twice within 2 s)</source>
        <translation>Das Ende (zweimal in 2 s)</translation>
    </message>
    <message>
        <source>Black; again: back</source>
        <translation>Schwarz; erneut: zurück</translation>
    </message>
    <message>
        <source>Stage window · full screen</source>
        <translation>Bühnenfenster · Vollbild</translation>
    </message>
    <message>
        <source>Messages, with the focus</source>
        <translation>Nachrichten mit Fokus</translation>
    </message>
    <message>
        <source>Approve · refuse</source>
        <translation>Freigeben · ablehnen</translation>
    </message>
    <message>
        <source>All clean · all marked</source>
        <translation>Alle reinen · markierten</translation>
    </message>
    <message>
        <source>Hide · block the author</source>
        <translation>Ausblenden · sperren</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Pause; again: go on</source>
        <translation>Pause; erneut: weiter</translation>
    </message>
    <message>
        <source>A window; Ctrl: ten</source>
        <translation>Ein Fenster; Strg: zehn</translation>
    </message>
    <message>
        <source>Your own keys</source>
        <translation>Ihre eigenen Tasten</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Lock: strips, stage, phones</source>
        <translation>Sperre: Züge, Bühne, Handys</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Diese Hilfe</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next control; press it</source>
        <translation>Nächstes; drücken</translation>
    </message>
    <message>
        <source>Pages (Esc closes them)</source>
        <translation>Seiten (Esc schließt sie)</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>Presenter</translation>
    </message>
    <message>
        <source>Page ↓</source>
        <translation>Bild ↓</translation>
    </message>
    <message>
        <source>GO, where something is armed</source>
        <translation>GO, wenn etwas scharf ist</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Hold the scene, and release it</source>
        <translation>Szene halten und lösen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>R halten</translation>
    </message>
    <message>
        <source>Record the master; again: stop</source>
        <translation>Master aufnehmen; nochmal: stopp</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Page ↑</source>
        <translation>Bild ↑</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
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
        <translation>%1 ms nach dem Computer zu hören</translation>
    </message>
    <message>
        <source>go on tapping: %1</source>
        <translation>weiter klopfen: %1</translation>
    </message>
    <message>
        <source>now %1 ms</source>
        <translation>jetzt %1 ms</translation>
    </message>
    <message>
        <source>Late loudspeakers (Bluetooth, HDMI): tap on the beat, below.</source>
        <translation>Späte Lautsprecher (Bluetooth, HDMI): unten auf den Schlag klopfen.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Prüft…</translation>
    </message>
    <message>
        <source>%1 to fix first, %2 to look at. As of %3.</source>
        <translation>%1 zuerst beheben, %2 ansehen. Stand %3.</translation>
    </message>
    <message>
        <source>The show can begin; %2 to look at. As of %3.</source>
        <translation>Die Show kann beginnen; %2 ansehen. Stand %3.</translation>
    </message>
    <message>
        <source>Everything is ready. As of %3.</source>
        <translation>Alles ist bereit. Stand %3.</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Pre-flight check</source>
        <translation>Vorab-Prüfung</translation>
    </message>
    <message>
        <source>With a tone</source>
        <translation>Mit Testton</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Prüft…</translation>
    </message>
    <message>
        <source>Sound behind the picture</source>
        <translation>Ton hinter dem Bild</translation>
    </message>
    <message>
        <source>Tap on the beat that you hear</source>
        <translation>Auf den Schlag klopfen, den man hört</translation>
    </message>
    <message>
        <source>Tap on the beat</source>
        <translation>Auf den Schlag klopfen</translation>
    </message>
    <message>
        <source>Delay what is seen by so much</source>
        <translation>Das Bild um so viel verzögern</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>Clicker</name>
    <message>
        <source>heard at %1: would be “%2”.</source>
        <translation>gehört um %1: es wäre „%2“.</translation>
    </message>
    <message>
        <source>heard at %1: would do nothing.</source>
        <translation>gehört um %1: es täte nichts.</translation>
    </message>
    <message>
        <source>Just now it would be refused: %1</source>
        <translation>Gerade würde es abgelehnt: %1</translation>
    </message>
    <message>
        <source>another key</source>
        <translation>eine andere Taste</translation>
    </message>
    <message>
        <source>“next slide”</source>
        <translation>„nächste Folie“</translation>
    </message>
    <message>
        <source>“slide before”</source>
        <translation>„vorige Folie“</translation>
    </message>
    <message>
        <source>“black screen”</source>
        <translation>„Bildschirm schwarz“</translation>
    </message>
    <message>
        <source>“start the slides”</source>
        <translation>„Vortrag starten“</translation>
    </message>
    <message>
        <source>your own key</source>
        <translation>Ihre eigene Taste</translation>
    </message>
</context>
<context>
    <name>ClickerPart</name>
    <message>
        <source>What the presenter’s clicker does</source>
        <translation>Was der Presenter tut</translation>
    </message>
    <message>
        <source>A clicker is a keyboard to the computer. These keys are its own: no fader and no timeline takes them.</source>
        <translation>Ein Presenter ist für den Computer eine Tastatur. Diese Tasten gehören ihm: kein Fader und keine Zeitleiste nimmt sie.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>“end the slides”</source>
        <translation>„Vortrag beenden“</translation>
    </message>
    <message>
        <source>Panic, at once</source>
        <translation>Panik, sofort</translation>
    </message>
    <message>
        <source>Panic, held 0.4 s</source>
        <translation>Panik, 0,4 s gehalten</translation>
    </message>
    <message>
        <source>Some clickers send F5 and Esc in turn from one button. If yours does, choose “held”, or never touch that button.</source>
        <translation>Manche Presenter senden von einer Taste abwechselnd F5 und Esc. Wenn Ihrer das tut, wählen Sie „gehalten“, oder drücken Sie diese Taste nie.</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Eine andere Taste</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Every key is shown here; a click ends it</source>
        <translation>Jede Taste erscheint hier; ein Klick beendet es</translation>
    </message>
    <message>
        <source>Try it: show every key, Esc too</source>
        <translation>Ausprobieren: jede Taste zeigen, auch Esc</translation>
    </message>
    <message>
        <source>Press a key or a button of the clicker.</source>
        <translation>Drücken Sie eine Taste des Computers oder des Presenters.</translation>
    </message>
    <message>
        <source>Press here to try Esc, too.</source>
        <translation>Klicken Sie hier, um auch Esc zu probieren.</translation>
    </message>
    <message>
        <source>While this page is open nothing fires.</source>
        <translation>Solange diese Seite offen ist, löst nichts aus.</translation>
    </message>
</context>
<context>
    <name>ClipButton</name>
    <message>
        <source>pinned by hand</source>
        <translation>von Hand festgelegt</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>wartet auf GO</translation>
    </message>
    <message>
        <source>Clip of %1: %2</source>
        <translation>Clip von %1: %2</translation>
    </message>
    <message>
        <source>Clip of %1: %2; clips are missing</source>
        <translation>Clip von %1: %2; Clips fehlen</translation>
    </message>
</context>
<context>
    <name>ClipMenu</name>
    <message>
        <source>Follow the draw</source>
        <translation>Der Ziehung folgen</translation>
    </message>
    <message>
        <source>votes choose</source>
        <translation>per Votum</translation>
    </message>
    <message>
        <source>Clip of %1</source>
        <translation>Clip von %1</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>%1 vorhören</translation>
    </message>
</context>
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Quit while the show goes on?</source>
        <translation>Beenden, während die Show läuft?</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>Show fortsetzen</translation>
    </message>
    <message>
        <source>Fade out, then quit</source>
        <translation>Ausblenden, dann beenden</translation>
    </message>
    <message>
        <source>Panic and all else above stay within reach.</source>
        <translation>Panik und alles darüber bleiben erreichbar.</translation>
    </message>
    <message>
        <source>Quit now: hold</source>
        <translation>Sofort beenden: halten</translation>
    </message>
    <message>
        <source>Quit now: hold Q</source>
        <translation>Sofort beenden: Q halten</translation>
    </message>
</context>
<context>
    <name>ColumnPicker</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>ComingScene</name>
    <message>
        <source>C on the master</source>
        <translation>C auf dem Master</translation>
    </message>
    <message>
        <source>Let the scene come after all</source>
        <translation>Die Szene doch kommen lassen</translation>
    </message>
    <message>
        <source>Cancel the coming scene</source>
        <translation>Die kommende Szene abbrechen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Connect to Kafka</source>
        <translation>Mit Kafka verbinden</translation>
    </message>
    <message>
        <source>Follow networks</source>
        <translation>Netzwerken folgen</translation>
    </message>
    <message>
        <source>Where messages come from</source>
        <translation>Woher die Nachrichten kommen</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netzwerke</translation>
    </message>
    <message>
        <source>Their posts go into the show that runs, also beside Kafka. What is typed here holds until the program ends; the settings keep it for longer.</source>
        <translation>Ihre Beiträge gehen in den laufenden Auftritt, auch neben Kafka. Was hier eingegeben wird, gilt bis zum Ende des Programms; die Einstellungen behalten es länger.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Servers: host and port, several with commas</source>
        <translation>Server: Host und Port, mehrere mit Komma</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Testing… again</source>
        <translation>Testet… nochmal</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>New show: an empty leaderboard, from now on</source>
        <translation>Neue Show: leere Rangliste, ab jetzt</translation>
    </message>
    <message>
        <source>Looking for brokers, topic and the newest message…</source>
        <translation>Sucht Broker, Topic und die neueste Nachricht…</translation>
    </message>
    <message>
        <source>Test shows brokers, topic, partitions and how old the newest message is.
SASL, TLS and everything else of librdkafka stand under [kafka] in mwk.toml.
The show that plays goes on until the other one is ready.</source>
        <translation>Testen zeigt Broker, Topic, Partitionen und das Alter der neuesten Nachricht.
SASL, TLS und alles andere von librdkafka steht unter [kafka] in mwk.toml.
Die laufende Show geht weiter, bis die andere bereit ist.</translation>
    </message>
    <message>
        <source>Making the show ready; the music plays on…</source>
        <translation>Die Show wird vorbereitet; die Musik spielt weiter…</translation>
    </message>
    <message>
        <source>The show would begin and wait for it.</source>
        <translation>Die Show würde beginnen und darauf warten.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet…</translation>
    </message>
    <message>
        <source>Connect anyway</source>
        <translation>Trotzdem verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
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
        <translation>Kein MIDI-Controller ist angeschlossen.</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>%1: bewege jetzt einen Fader, Regler oder Knopf.</translation>
    </message>
    <message>
        <source>Choose what a control shall do.</source>
        <translation>Wähle, was ein Bedienelement tun soll.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Listens on %1. Sends to %2. Packets: %3.</source>
        <translation>Hört auf %1. Sendet an %2. Pakete: %3.</translation>
    </message>
    <message>
        <source>No phone is paired.</source>
        <translation>Kein Handy ist gekoppelt.</translation>
    </message>
    <message>
        <source>Scan it with the phone: for one device, %1 s more.</source>
        <translation>Mit dem Handy scannen: für ein Gerät, noch %1 s.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>Presenter</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>back since %1</source>
        <translation>zurück seit %1</translation>
    </message>
    <message>
        <source>lost since %1</source>
        <translation>weg seit %1</translation>
    </message>
    <message>
        <source>another program has it</source>
        <translation>von anderem Programm belegt</translation>
    </message>
    <message>
        <source>no map: teach it</source>
        <translation>keine Zuordnung: anlernen</translation>
    </message>
    <message>
        <source>%1, your own map</source>
        <translation>%1, deine eigene Zuordnung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>mixes</source>
        <translation>mischt</translation>
    </message>
    <message>
        <source>moderates</source>
        <translation>moderiert</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>away</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>paired at %1</source>
        <translation>gekoppelt um %1</translation>
    </message>
    <message>
        <source>knob: filter</source>
        <translation>Drehknopf: Filter</translation>
    </message>
    <message>
        <source>S: solo</source>
        <translation>S: Solo</translation>
    </message>
    <message>
        <source>M: mute</source>
        <translation>M: stumm</translation>
    </message>
    <message>
        <source>R: mode, as keys 1 to 8</source>
        <translation>R: Modus, wie die Tasten 1 bis 8</translation>
    </message>
    <message>
        <source>ON, A, OFF: mode</source>
        <translation>ON, A, OFF: Modus</translation>
    </message>
    <message>
        <source>H: pre-listen</source>
        <translation>H: Vorhören</translation>
    </message>
    <message>
        <source>‹ ›: clip</source>
        <translation>‹ ›: Clip</translation>
    </message>
    <message>
        <source>U: clip by the crowd</source>
        <translation>U: Clip vom Publikum</translation>
    </message>
    <message>
        <source>C: cancel</source>
        <translation>C: abbrechen</translation>
    </message>
    <message>
        <source>fader: gain</source>
        <translation>Fader: Pegel</translation>
    </message>
    <message>
        <source>nothing: not mapped</source>
        <translation>nichts: nicht belegt</translation>
    </message>
    <message>
        <source>%1: waits for the fader</source>
        <translation>%1: wartet auf den Fader</translation>
    </message>
</context>
<context>
    <name>ControllersPage</name>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>the recording is over: no votes come, the last scene plays on</source>
        <translation>die Aufnahme ist zu Ende: keine Stimmen mehr, die letzte Szene spielt weiter</translation>
    </message>
</context>
<context>
    <name>Crowd</name>
    <message>
        <source>cap %1</source>
        <translation>Limit %1</translation>
    </message>
    <message>
        <source>whoever was approved %1 times, unless a word is marked</source>
        <translation>wer %1-mal freigegeben wurde, außer mit markiertem Wort</translation>
    </message>
    <message>
        <source>nobody is blocked</source>
        <translation>niemand ist gesperrt</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
</context>
<context>
    <name>CrowdPage</name>
    <message>
        <source>Open: all are shown</source>
        <translation>Frei: alle werden gezeigt</translation>
    </message>
    <message>
        <source>Approve: only what you let through</source>
        <translation>Filtern: nur was Sie durchlassen</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>Nachrichten und Publikum</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>Nachrichten auf der Bühne</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>wait · %1 come a second · %2 lapsed</source>
        <translation>warten · %1 kommen je Sekunde · %2 verfallen</translation>
    </message>
    <message>
        <source>Passes by itself</source>
        <translation>Kommt von selbst durch</translation>
    </message>
    <message>
        <source>Votes of a user that count in each window</source>
        <translation>Stimmen einer Person, die je Fenster zählen</translation>
    </message>
    <message>
        <source>Votes per user</source>
        <translation>Stimmen je Person</translation>
    </message>
    <message>
        <source>Blocked users</source>
        <translation>Gesperrte</translation>
    </message>
</context>
<context>
    <name>Cue</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>NEXT: %1</source>
        <translation>NÄCHSTE: %1</translation>
    </message>
    <message>
        <source>all strips</source>
        <translation>alle Kanalzüge</translation>
    </message>
    <message>
        <source>the master</source>
        <translation>der Master</translation>
    </message>
</context>
<context>
    <name>CueMenu</name>
    <message>
        <source>Pre-listening on outputs 3 and 4</source>
        <translation>Vorhören auf den Ausgängen 3 und 4</translation>
    </message>
    <message>
        <source>Outputs 3–4 hear</source>
        <translation>Ausgänge 3–4 hören</translation>
    </message>
    <message>
        <source>Pre-listen softer</source>
        <translation>Vorhören leiser</translation>
    </message>
    <message>
        <source>Level of pre-listening: %1 dB</source>
        <translation>Pegel des Vorhörens: %1 dB</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>Pre-listen louder</source>
        <translation>Vorhören lauter</translation>
    </message>
    <message>
        <source>Strips are heard</source>
        <translation>Kanalzüge hört man</translation>
    </message>
    <message>
        <source>Before fader</source>
        <translation>Vor dem Fader</translation>
    </message>
    <message>
        <source>After fader</source>
        <translation>Nach dem Fader</translation>
    </message>
    <message>
        <source>What will land next</source>
        <translation>Was als Nächstes kommt</translation>
    </message>
    <message>
        <source>Also the master</source>
        <translation>Auch den Master</translation>
    </message>
    <message>
        <source>All off</source>
        <translation>Alles aus</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>bar %1</source>
        <translation>Takt %1</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>GO: %1 on %2</source>
        <translation>GO: %1 auf %2</translation>
    </message>
    <message>
        <source>GO lands on %1</source>
        <translation>GO landet auf %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>GO: waits for what you press</source>
        <translation>GO: wartet auf das, was du drückst</translation>
    </message>
    <message>
        <source>nothing armed</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>GO: nothing is armed</source>
        <translation>GO: nichts ist vorgemerkt</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>hörbar</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>no solo</source>
        <translation>kein Solo</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>gesichert</translation>
    </message>
    <message>
        <source>the desk is this one</source>
        <translation>das Pult ist dieser</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>seither geändert</translation>
    </message>
    <message>
        <source>lands on the next bar</source>
        <translation>landet auf dem nächsten Takt</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>wartet auf GO</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>Snapshot %1</translation>
    </message>
    <message>
        <source>of another sound set</source>
        <translation>aus einem anderen Klangset</translation>
    </message>
    <message>
        <source>stored %1</source>
        <translation>gesichert %1</translation>
    </message>
    <message>
        <source>Modes: all AUTO</source>
        <translation>Modi: alle AUTO</translation>
    </message>
    <message>
        <source>Clips: the crowd’s</source>
        <translation>Clips: vom Publikum</translation>
    </message>
    <message>
        <source>Gains: all 0 dB</source>
        <translation>Gains: alle 0 dB</translation>
    </message>
    <message>
        <source>Mutes: none</source>
        <translation>Stumm: keiner</translation>
    </message>
    <message>
        <source>Filters: all off</source>
        <translation>Filter: alle aus</translation>
    </message>
    <message>
        <source>Modes: %1</source>
        <translation>Modi: %1</translation>
    </message>
    <message>
        <source>Clips: %1</source>
        <translation>Clips: %1</translation>
    </message>
    <message>
        <source>Gains: %1</source>
        <translation>Gains: %1</translation>
    </message>
    <message>
        <source>Mutes: %1</source>
        <translation>Stumm: %1</translation>
    </message>
    <message>
        <source>Filters: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>the next scene lands on %1, by hand</source>
        <translation>die nächste Szene landet auf %1, von Hand</translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation>von Hand: %1</translation>
    </message>
    <message>
        <source>Next now</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Next scene now</source>
        <translation>Nächste Szene sofort</translation>
    </message>
    <message>
        <source>Bar %1</source>
        <translation>Takt %1</translation>
    </message>
    <message>
        <source>locked · N</source>
        <translation>zu · N</translation>
    </message>
    <message>
        <source>Votes locked, lands on %1; again: take it back</source>
        <translation>Stimmen zu, kommt auf %1; nochmals: zurücknehmen</translation>
    </message>
</context>
<context>
    <name>DeviceDrawing</name>
    <message>
        <source>What the controls do</source>
        <translation>Was die Bedienelemente tun</translation>
    </message>
</context>
<context>
    <name>DeviceMap</name>
    <message>
        <source>Map</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Change a copy of this map, in your own folder</source>
        <translation>Eine Kopie dieser Zuordnung ändern, im eigenen Ordner</translation>
    </message>
    <message>
        <source>Change a copy</source>
        <translation>Kopie ändern</translation>
    </message>
    <message>
        <source>Yours, counts as soon as it is saved: %1</source>
        <translation>Deine eigene, gilt, sobald sie gespeichert ist: %1</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Drop one recording, or one folder of sounds.</source>
        <translation>Eine Aufnahme oder einen Klangordner ablegen.</translation>
    </message>
    <message>
        <source>Only files of this computer can be dropped.</source>
        <translation>Nur Dateien dieses Rechners können abgelegt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is no recording (.jsonl, also .gz or .zst).</source>
        <translation>%1 ist keine Aufnahme (.jsonl, auch .gz oder .zst).</translation>
    </message>
    <message>
        <source>%1 is one instrument: drop the folder above it.</source>
        <translation>%1 ist nur ein Instrument: den Ordner darüber ablegen.</translation>
    </message>
    <message>
        <source>%1 is no sound set: that has a folder for each instrument.</source>
        <translation>%1 ist kein Klangset: das hat einen Ordner je Instrument.</translation>
    </message>
    <message>
        <source>%1 of %2 instruments</source>
        <translation>%1 von %2 Instrumenten</translation>
    </message>
    <message>
        <source>the show that plays ends: it asks before it does</source>
        <translation>die laufende Show endet: vorher wird gefragt</translation>
    </message>
    <message>
        <source>The console is locked (L): nothing opens.</source>
        <translation>Das Pult ist gesperrt (L): nichts wird geöffnet.</translation>
    </message>
    <message>
        <source>This show cannot be changed for another.</source>
        <translation>Diese Show kann nicht gegen eine andere getauscht werden.</translation>
    </message>
</context>
<context>
    <name>DropGuard</name>
    <message>
        <source>Begin again with these sounds?</source>
        <translation>Mit diesen Klängen neu beginnen?</translation>
    </message>
    <message>
        <source>Play this recording in place of the show?</source>
        <translation>Diese Aufnahme statt der Show abspielen?</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>Mit der Show weitermachen</translation>
    </message>
    <message>
        <source>End it and use the sounds</source>
        <translation>Beenden und die Klänge verwenden</translation>
    </message>
    <message>
        <source>End it and play the recording</source>
        <translation>Beenden und die Aufnahme abspielen</translation>
    </message>
</context>
<context>
    <name>DropTargets</name>
    <message>
        <source>Play this recording</source>
        <translation>Diese Aufnahme abspielen</translation>
    </message>
    <message>
        <source>Use as sound set</source>
        <translation>Als Klangset verwenden</translation>
    </message>
    <message>
        <source>this is no recording</source>
        <translation>das ist keine Aufnahme</translation>
    </message>
    <message>
        <source>this is no folder of sounds</source>
        <translation>das ist kein Klangordner</translation>
    </message>
</context>
<context>
    <name>EndScene</name>
    <message>
        <source>tweets</source>
        <translation>Tweets</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Leute</translation>
    </message>
    <message>
        <source>scenes</source>
        <translation>Szenen</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Danke</translation>
    </message>
    <message>
        <source>You played the music tonight.</source>
        <translation>Ihr habt heute die Musik gemacht.</translation>
    </message>
    <message>
        <source>You played every note of the music tonight.</source>
        <translation>Jeder Ton heute Abend kam von euch.</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Sieger</translation>
    </message>
    <message>
        <source>Scenes played</source>
        <translation>Gespielte Szenen</translation>
    </message>
</context>
<context>
    <name>EndingBar</name>
    <message>
        <source>Do not end</source>
        <translation>Nicht enden</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>2 minutes more</source>
        <translation>2 Minuten mehr</translation>
    </message>
</context>
<context>
    <name>Feed</name>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>no vote</source>
        <translation>keine Stimme</translation>
    </message>
</context>
<context>
    <name>FeedPanel</name>
    <message>
        <source>wait</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>wait · %1/s</source>
        <translation>warten · %1/s</translation>
    </message>
    <message>
        <source>held while you point</source>
        <translation>steht unter dem Zeiger</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>per second · %1</source>
        <translation>je Sekunde · %1</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>je Sekunde</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>Nachrichten auf der Bühne</translation>
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
        <translation>Frei</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Crowd: vote limit, blocked users, page</source>
        <translation>Publikum: Stimmenlimit, Gesperrte, Seite</translation>
    </message>
    <message>
        <source>Messages: arrows choose, H hides, X blocks</source>
        <translation>Nachrichten: Pfeile wählen, H blendet aus, X sperrt</translation>
    </message>
    <message>
        <source>#%1 + a word</source>
        <translation>#%1 + ein Wort</translation>
    </message>
    <message>
        <source>%1 blocked, counts nowhere</source>
        <translation>%1 gesperrt, zählt nirgends</translation>
    </message>
    <message>
        <source>Show the blocked users</source>
        <translation>Gesperrte zeigen</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>%1 freigeben</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Zeigen…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>FeedRow</name>
    <message>
        <source>Block %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>Diese Nachricht von %1 ausblenden</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>Folder above</source>
        <translation>Ordner darüber</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Diesen Ordner verwenden</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>%1, %2 tweets, %3</source>
        <translation>%1, %2 Tweets, %3</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Diese Datei oder diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>This folder cannot be read: %1</source>
        <translation>Dieser Ordner ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>More than %1 entries: type the path instead.</source>
        <translation>Mehr als %1 Einträge: gib stattdessen den Pfad ein.</translation>
    </message>
    <message>
        <source>No files here.</source>
        <translation>Hier sind keine Dateien.</translation>
    </message>
    <message>
        <source>No recordings here.</source>
        <translation>Hier sind keine Aufzeichnungen.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>With the program</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Benutzerordner</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Schreibtisch</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>not found: %1</source>
        <translation>nicht gefunden: %1</translation>
    </message>
    <message>
        <source>No sound set here: it has a folder for each instrument.</source>
        <translation>Kein Klangset hier: es hat einen Ordner je Instrument.</translation>
    </message>
    <message>
        <source>A sound set with %1 of %2 instruments.</source>
        <translation>Ein Klangset mit %1 von %2 Instrumenten.</translation>
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
        <translation>1 Person</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 Personen</translation>
    </message>
    <message>
        <source>1 window</source>
        <translation>1 Fenster</translation>
    </message>
    <message>
        <source>%1 windows</source>
        <translation>%1 Fenster</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 Eingriff</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 Eingriffe</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>Klangset</translation>
    </message>
    <message>
        <source>none: by the rules</source>
        <translation>keine: nach den Regeln</translation>
    </message>
    <message>
        <source>recorded: plays as it was</source>
        <translation>aufgenommen: spielt wie damals</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>is still being recorded</source>
        <translation>wird noch aufgezeichnet</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>1 tweet</source>
        <translation>1 Tweet</translation>
    </message>
    <message>
        <source>%1 tweets</source>
        <translation>%1 Tweets</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>ansehen</translation>
    </message>
    <message>
        <source>fix it</source>
        <translation>beheben</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
</context>
<context>
    <name>FirstRunBar</name>
    <message>
        <source>This is a demo with a simulated crowd.</source>
        <translation>Dies ist eine Demo mit simuliertem Publikum.</translation>
    </message>
    <message>
        <source>Play with it, or bring your own:</source>
        <translation>Spiel damit, oder nimm dein eigenes:</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>Aufzeichnung öffnen…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>Mit Kafka verbinden…</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>Klangset…</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>Vorab-Prüfung</translation>
    </message>
    <message>
        <source>Close this bar</source>
        <translation>Diese Leiste schließen</translation>
    </message>
</context>
<context>
    <name>FloorSwitch</name>
    <message>
        <source>Rhythm floor</source>
        <translation>Rhythmusboden</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Boden</translation>
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
        <translation>%1: Enter zum Eintippen</translation>
    </message>
</context>
<context>
    <name>GoButton</name>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Pre-listen to what comes no longer</source>
        <translation>Kommendes nicht mehr vorhören</translation>
    </message>
    <message>
        <source>Pre-listen to what will land next</source>
        <translation>Vorhören, was als Nächstes landet</translation>
    </message>
    <message>
        <source>NOW</source>
        <translation>JETZT</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>DANN</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
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
        <translation>Wer was getan hat</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
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
        <translation>Lag</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Unlock console</source>
        <translation>Konsole entsperren</translation>
    </message>
    <message>
        <source>Lock console</source>
        <translation>Konsole sperren</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>CONNECTING</source>
        <translation>VERBINDET</translation>
    </message>
    <message>
        <source>BROKER LOST</source>
        <translation>BROKER WEG</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>REPLAY</translation>
    </message>
    <message>
        <source>REPLAY ENDED</source>
        <translation>REPLAY ZU ENDE</translation>
    </message>
    <message>
        <source>simulated crowd, %1 users, no broker needed</source>
        <translation>simuliertes Publikum, %1 Personen, kein Broker nötig</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>%1 kHz · %2 frames · xruns %3</source>
        <translation>%1 kHz · %2 Frames · Xruns %3</translation>
    </message>
    <message>
        <source>silent clock</source>
        <translation>stille Uhr</translation>
    </message>
    <message>
        <source>sound device missing</source>
        <translation>Audiogerät fehlt</translation>
    </message>
    <message>
        <source>no sound card found</source>
        <translation>keine Soundkarte gefunden</translation>
    </message>
    <message>
        <source>no sound device chosen</source>
        <translation>kein Audiogerät gewählt</translation>
    </message>
    <message>
        <source>sound device</source>
        <translation>Audiogerät</translation>
    </message>
    <message>
        <source>engine ok</source>
        <translation>Engine ok</translation>
    </message>
    <message>
        <source>engine starting</source>
        <translation>Engine startet</translation>
    </message>
    <message>
        <source>engine restarting</source>
        <translation>Engine startet neu</translation>
    </message>
    <message>
        <source>engine failed</source>
        <translation>Engine ausgefallen</translation>
    </message>
    <message>
        <source>no broker, demo crowd</source>
        <translation>kein Broker, Demo-Publikum</translation>
    </message>
    <message>
        <source>no broker needed</source>
        <translation>kein Broker nötig</translation>
    </message>
    <message>
        <source>broker lost since %1</source>
        <translation>Broker weg seit %1</translation>
    </message>
    <message>
        <source>broker ok</source>
        <translation>Broker ok</translation>
    </message>
    <message>
        <source>%1 tweets, %2/s</source>
        <translation>%1 Tweets, %2/s</translation>
    </message>
    <message>
        <source>not recording</source>
        <translation>keine Aufnahme</translation>
    </message>
    <message>
        <source>show recorded</source>
        <translation>Show aufgezeichnet</translation>
    </message>
    <message>
        <source>recording %1</source>
        <translation>Aufnahme %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 % late</source>
        <translation>%1 % verspätet</translation>
    </message>
    <message>
        <source>%1: is a sender&apos;s clock off?</source>
        <translation>%1: geht die Uhr eines Senders falsch?</translation>
    </message>
    <message>
        <source>saves frames (%1)</source>
        <translation>spart Bilder (%1)</translation>
    </message>
    <message>
        <source>the screen may sleep</source>
        <translation>der Bildschirm darf schlafen</translation>
    </message>
    <message>
        <source>stage on %1 %2×%3</source>
        <translation>Bühne auf %1 %2×%3</translation>
    </message>
    <message>
        <source>stage in a window</source>
        <translation>Bühne im Fenster</translation>
    </message>
    <message>
        <source>main</source>
        <translation>Haupt</translation>
    </message>
    <message>
        <source>main, %1 follows</source>
        <translation>Haupt, %1 folgt</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>folgt %1</translation>
    </message>
    <message>
        <source>the main console is missing</source>
        <translation>die Hauptkonsole fehlt</translation>
    </message>
    <message>
        <source>%1 last seen %2 ago</source>
        <translation>%1 zuletzt vor %2</translation>
    </message>
    <message>
        <source>%1 s · bars %2 ms · clocks %3 ms</source>
        <translation>%1 s · Takte %2 ms · Uhren %3 ms</translation>
    </message>
    <message>
        <source>phone: %1</source>
        <translation>Telefon: %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 weg</translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation>%1 wieder da</translation>
    </message>
    <message>
        <source>%1 in use elsewhere</source>
        <translation>%1 anderswo belegt</translation>
    </message>
</context>
<context>
    <name>HealthLine</name>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>projector lost</source>
        <translation>Beamer weg</translation>
    </message>
    <message>
        <source>stage closed</source>
        <translation>Bühne zu</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Held for a moment</source>
        <translation>Kurz halten</translation>
    </message>
</context>
<context>
    <name>HowToVote</name>
    <message>
        <source>+ a word, or</source>
        <translation>+ ein Wort, oder</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ ein Wort</translation>
    </message>
</context>
<context>
    <name>JoinScene</name>
    <message>
        <source>Scan, or open</source>
        <translation>Scannen oder öffnen</translation>
    </message>
    <message>
        <source>or post</source>
        <translation>oder posten</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ ein Wort</translation>
    </message>
    <message>
        <source>phones in the band</source>
        <translation>Handys in der Band</translation>
    </message>
    <message>
        <source>phones</source>
        <translation>Handys</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>Voting endet in</translation>
    </message>
    <message>
        <source>Post it with one of these words</source>
        <translation>Poste es mit einem dieser Wörter</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Press a key or a button of the clicker</source>
        <translation>Eine Taste oder einen Knopf des Klickers drücken</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>Eine Taste wählen</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Taste: %1</translation>
    </message>
    <message>
        <source>Press it…</source>
        <translation>Drücken…</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>Taste…</translation>
    </message>
    <message>
        <source>What the key does</source>
        <translation>Was die Taste tut</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>What %1 does</source>
        <translation>Was %1 tut</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>%1: zurück zu %2</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>LastSeconds</name>
    <message>
        <source>votes lock in</source>
        <translation>Voting endet in</translation>
    </message>
</context>
<context>
    <name>LeaderRows</name>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
</context>
<context>
    <name>LeadersPanel</name>
    <message>
        <source>users</source>
        <translation>Leute</translation>
    </message>
    <message>
        <source>Leaderboard</source>
        <translation>Rangliste</translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>Learn: choose a control on the console.</source>
        <translation>Lernen: ein Bedienelement der Konsole wählen.</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>%1: bewege jetzt einen Fader, Regler oder Knopf.</translation>
    </message>
    <message>
        <source>until now: %1</source>
        <translation>bisher: %1</translation>
    </message>
</context>
<context>
    <name>LearnBar</name>
    <message>
        <source>Forget this one: no control does it any more</source>
        <translation>Vergessen: kein Regler tut es mehr</translation>
    </message>
    <message>
        <source>Forget this one</source>
        <translation>Dieses vergessen</translation>
    </message>
    <message>
        <source>Take back what was learnt last</source>
        <translation>Das zuletzt Gelernte zurücknehmen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>End learn mode; what was learnt stays</source>
        <translation>Lernen beenden; Gelerntes bleibt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>LearnRing</name>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Teach a control: %1</source>
        <translation>Einem Regler beibringen: %1</translation>
    </message>
    <message>
        <source>Teach a control: %1, %2</source>
        <translation>Einem Regler beibringen: %1, %2</translation>
    </message>
</context>
<context>
    <name>LearnRow</name>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>The show is live: votes of %1 count.</source>
        <translation>Die Show ist live: Stimmen von %1 zählen.</translation>
    </message>
    <message>
        <source>The master is recorded, so far %1. The file is completed.</source>
        <translation>Der Master wird aufgenommen, bisher %1. Die Datei wird fertig geschrieben.</translation>
    </message>
    <message>
        <source>The report is not finished: it would stop.</source>
        <translation>Der Bericht ist nicht fertig: er bräche ab.</translation>
    </message>
    <message>
        <source>The stage is open: the room sees it close.</source>
        <translation>Die Bühne ist offen: der Saal sieht, wie sie schließt.</translation>
    </message>
    <message>
        <source>The console is locked.</source>
        <translation>Die Konsole ist gesperrt.</translation>
    </message>
    <message>
        <source>Fading out: the program ends in %1</source>
        <translation>Blendet aus: das Programm endet in %1</translation>
    </message>
</context>
<context>
    <name>LeavingList</name>
    <message>
        <source>Off the stage</source>
        <translation>Von der Bühne</translation>
    </message>
</context>
<context>
    <name>LockedMark</name>
    <message>
        <source>Locked</source>
        <translation>Geschlossen</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>Aufzeichnung öffnen…</translation>
    </message>
    <message>
        <source>Recent recordings…</source>
        <translation>Letzte Aufzeichnungen…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>Mit Kafka verbinden…</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>Zurück zur Demo</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>Klangset…</translation>
    </message>
    <message>
        <source>Crowd: limit, blocked users, page…</source>
        <translation>Publikum: Limit, Gesperrte, Seite…</translation>
    </message>
    <message>
        <source>SQL into the stream…</source>
        <translation>SQL in den Strom…</translation>
    </message>
    <message>
        <source>Talk clock…</source>
        <translation>Vortragsuhr…</translation>
    </message>
    <message>
        <source>Store a snapshot…</source>
        <translation>Snapshot sichern…</translation>
    </message>
    <message>
        <source>Who did what…</source>
        <translation>Wer was getan hat…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>Bericht dieser Show schreiben</translation>
    </message>
    <message>
        <source>Pre-flight check…</source>
        <translation>Vorab-Prüfung…</translation>
    </message>
    <message>
        <source>Controllers: MIDI, OSC, phones…</source>
        <translation>Controller: MIDI, OSC, Handys…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>Beenden…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Taste: %1</translation>
    </message>
</context>
<context>
    <name>Master</name>
    <message>
        <source>Scene %1</source>
        <translation>Szene %1</translation>
    </message>
    <message>
        <source>since bar %1</source>
        <translation>seit Takt %1</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Space releases</source>
        <translation>Leertaste löst</translation>
    </message>
    <message>
        <source>No more</source>
        <translation>Nichts mehr</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>Takt %1</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Auftakt</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>plays</source>
        <translation>spielt</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>Kein Gerät</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>Out 1–2</source>
        <translation>Ausg. 1–2</translation>
    </message>
    <message>
        <source>until scene 1</source>
        <translation>bis Szene 1</translation>
    </message>
    <message>
        <source>DIM %1 dB</source>
        <translation>DIM %1 dB</translation>
    </message>
</context>
<context>
    <name>MasterHead</name>
    <message>
        <source>Master</source>
        <translation>Master</translation>
    </message>
</context>
<context>
    <name>MasterLevel</name>
    <message>
        <source>Level of the master</source>
        <translation>Pegel des Masters</translation>
    </message>
    <message>
        <source>Gain of the master</source>
        <translation>Gain des Masters</translation>
    </message>
</context>
<context>
    <name>MasterStrip</name>
    <message>
        <source>Master</source>
        <translation>Master</translation>
    </message>
    <message>
        <source>LUFS</source>
        <translation>LUFS</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Ceiling of the limiter: %1 dB</source>
        <translation>Obergrenze des Limiters: %1 dB</translation>
    </message>
    <message>
        <source>no output</source>
        <translation>kein Ausgang</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>Gain of the master in decibels</source>
        <translation>Gain des Masters in Dezibel</translation>
    </message>
    <message>
        <source>Pre-listening: %1</source>
        <translation>Vorhören: %1</translation>
    </message>
</context>
<context>
    <name>MessageWall</name>
    <message>
        <source>Post it with one of these words</source>
        <translation>Poste es mit einem dieser Wörter</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>%1 clipped: put the mark out</source>
        <translation>%1 übersteuert: Marke löschen</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>Clip</translation>
    </message>
</context>
<context>
    <name>MidiPart</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>looked for all the time</source>
        <translation>laufend gesucht</translation>
    </message>
    <message>
        <source>looked for all the time: plug in, no restart</source>
        <translation>laufend gesucht: einstecken genügt</translation>
    </message>
    <message>
        <source>Ctrl L</source>
        <translation>Strg L</translation>
    </message>
    <message>
        <source>Learn on the console: point at a control, move a knob</source>
        <translation>Auf der Konsole lernen: Bedienelement zeigen, Regler bewegen</translation>
    </message>
    <message>
        <source>Learn on the console</source>
        <translation>Auf der Konsole lernen</translation>
    </message>
    <message>
        <source>Learn: point at a control, move a knob</source>
        <translation>Lernen: zeigen, Regler bewegen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Learn from a list</source>
        <translation>Aus einer Liste lernen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Faders take over</source>
        <translation>Fader übernehmen</translation>
    </message>
    <message>
        <source>Its lights</source>
        <translation>Seine Lichter</translation>
    </message>
    <message>
        <source>Softly</source>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>softly: a dashed ghost shows the hardware until it meets</source>
        <translation>sanft: ein gestrichelter Schatten zeigt die Hardware</translation>
    </message>
    <message>
        <source>show mode, mute, solo and what else the map lights</source>
        <translation>zeigen Modus, Stumm, Solo und was sonst leuchtet</translation>
    </message>
    <message>
        <source>What a control can do</source>
        <translation>Was ein Bedienelement tun kann</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>some servers need none</source>
        <translation>manche Server brauchen keines</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
</context>
<context>
    <name>NetworksPart</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Verfolgt</translation>
    </message>
</context>
<context>
    <name>NextSlot</name>
    <message>
        <source>Next: %1</source>
        <translation>Danach: %1</translation>
    </message>
    <message>
        <source>C on the strip</source>
        <translation>C auf dem Kanalzug</translation>
    </message>
    <message>
        <source>Cancel the change of %1</source>
        <translation>Änderung von %1 abbrechen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The stage is closed: S opens it.</source>
        <translation>Die Bühne ist zu: S öffnet sie.</translation>
    </message>
    <message>
        <source>The winner is on the stage, whose screen is gone.</source>
        <translation>Der Gewinner ist auf der Bühne, deren Bildschirm weg ist.</translation>
    </message>
    <message>
        <source>The winner is on the stage, which is closed.</source>
        <translation>Der Gewinner ist auf der Bühne, die zu ist.</translation>
    </message>
    <message>
        <source>S opens it, W ends the moment.</source>
        <translation>S öffnet sie, W beendet den Moment.</translation>
    </message>
</context>
<context>
    <name>NowSlot</name>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>Sound set</source>
        <translation>Klangset</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Folder above</source>
        <translation>Ordner darüber</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>Ordner oder Datei</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>aufgenommen</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>Tweets</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>The show ends when a recording opens: it asks first.</source>
        <translation>Eine Aufnahme beendet die Show: Es wird vorher gefragt.</translation>
    </message>
    <message>
        <source>Write the report of the chosen recording</source>
        <translation>Bericht der gewählten Aufzeichnung schreiben</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Play with this folder</source>
        <translation>Mit diesem Ordner spielen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
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
        <translation>OSC anbieten</translation>
    </message>
    <message>
        <source>Serve OSC during this show</source>
        <translation>OSC während dieser Show anbieten</translation>
    </message>
    <message>
        <source>Port, who may send and who gets the state: in the settings, under Controllers. They count from the next start on.</source>
        <translation>Port, wer senden darf und wer den Zustand bekommt: in den Einstellungen unter Controller. Sie gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Port and addresses…</source>
        <translation>Port und Adressen…</translation>
    </message>
</context>
<context>
    <name>OutputButton</name>
    <message>
        <source>Output: %1. Choose another</source>
        <translation>Ausgang: %1. Einen anderen wählen</translation>
    </message>
</context>
<context>
    <name>OutputMenu</name>
    <message>
        <source>Sound outputs</source>
        <translation>Audioausgänge</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>null: the clock goes on</source>
        <translation>null: die Uhr läuft weiter</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Looking for outputs…</source>
        <translation>Sucht Ausgänge…</translation>
    </message>
    <message>
        <source>Pre-listening</source>
        <translation>Vorhören</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>the sounds are converted to it</source>
        <translation>die Klänge werden dafür umgerechnet</translation>
    </message>
</context>
<context>
    <name>OverrideLine</name>
    <message>
        <source>amber: overwritten</source>
        <translation>gelb: überschrieben</translation>
    </message>
    <message>
        <source>armed: %1</source>
        <translation>vorgemerkt: %1</translation>
    </message>
    <message>
        <source>The room is dimmed, %1; D ends it</source>
        <translation>Der Saal ist leiser, %1; D beendet es</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Shh.</source>
        <translation>Psst.</translation>
    </message>
    <message>
        <source>Back in a moment.</source>
        <translation>Gleich geht es weiter.</translation>
    </message>
    <message>
        <source>Your votes count.</source>
        <translation>Eure Stimmen zählen.</translation>
    </message>
    <message>
        <source>No vote yet:</source>
        <translation>Noch keine Stimme:</translation>
    </message>
    <message>
        <source>this scene stays.</source>
        <translation>diese Szene bleibt.</translation>
    </message>
</context>
<context>
    <name>PhonesPart</name>
    <message>
        <source>Presenter&apos;s phones</source>
        <translation>Handys für die Regie</translation>
    </message>
    <message>
        <source>Send %1 away</source>
        <translation>%1 wegschicken</translation>
    </message>
    <message>
        <source>Send away</source>
        <translation>Wegschicken</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Moderieren</translation>
    </message>
    <message>
        <source>Withdraw the code</source>
        <translation>Code zurückziehen</translation>
    </message>
    <message>
        <source>Pair a phone</source>
        <translation>Handy koppeln</translation>
    </message>
    <message>
        <source>Code that pairs a phone</source>
        <translation>Code, der ein Handy koppelt</translation>
    </message>
</context>
<context>
    <name>Pressable</name>
    <message>
        <source>Key: %1</source>
        <translation>Taste: %1</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the page&apos;s address</source>
        <translation>QR-Code der Adresse der Seite</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>Running…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <source>the first %1 shown</source>
        <translation>die ersten %1 gezeigt</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>QueryBars</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>QueryEditor</name>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
</context>
<context>
    <name>QueryList</name>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>Fertige</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Nothing was run yet.</source>
        <translation>Noch nichts ausgeführt.</translation>
    </message>
    <message>
        <source>No ready queries here.</source>
        <translation>Hier sind keine fertigen Abfragen.</translation>
    </message>
</context>
<context>
    <name>QueryPage</name>
    <message>
        <source>SQL on the stream</source>
        <translation>SQL auf dem Strom</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run (Ctrl Enter)</source>
        <translation>Ausführen (Strg Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Anzeige als</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>On the stage</source>
        <translation>Auf der Bühne</translation>
    </message>
    <message>
        <source>Show on the stage</source>
        <translation>Auf der Bühne zeigen</translation>
    </message>
    <message>
        <source>goes on with the stream</source>
        <translation>läuft mit dem Strom weiter</translation>
    </message>
    <message>
        <source>Views: tweets, votes, charts (one row a window and instrument), users.
Ctrl Enter runs; the answer follows the stream until Stop.
The music is never touched: a query has its own time and memory.</source>
        <translation>Sichten: tweets, votes, charts (eine Zeile je Fenster und Instrument), users.
Strg Enter führt aus; die Antwort folgt dem Strom bis Stopp.
Die Musik bleibt unberührt: eine Abfrage hat eigene Zeit und eigenen Speicher.</translation>
    </message>
</context>
<context>
    <name>QueryPlot</name>
    <message>
        <source>Lines over time: %1</source>
        <translation>Linien über die Zeit: %1</translation>
    </message>
    <message>
        <source>across</source>
        <translation>waagrecht</translation>
    </message>
    <message>
        <source>up</source>
        <translation>senkrecht</translation>
    </message>
    <message>
        <source>a line for each</source>
        <translation>eine Linie je</translation>
    </message>
</context>
<context>
    <name>QueryRows</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>QueryScene</name>
    <message>
        <source>live, after %1 tweets</source>
        <translation>live, nach %1 Tweets</translation>
    </message>
    <message>
        <source>after %1 tweets</source>
        <translation>nach %1 Tweets</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>Voting endet in</translation>
    </message>
</context>
<context>
    <name>QueryTable</name>
    <message>
        <source>Bars of %1</source>
        <translation>Balken von %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Messages to approve, %1 wait: arrows up and down choose, right approves, left refuses</source>
        <translation>Freizugebende Nachrichten, %1 warten: Pfeile auf und ab wählen, rechts gibt frei, links lehnt ab</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Approve all of this page without a listed word</source>
        <translation>Alle dieser Seite ohne gelistetes Wort freigeben</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>%1 freigeben</translation>
    </message>
    <message>
        <source>Approve %1 clean</source>
        <translation>%1 saubere freigeben</translation>
    </message>
    <message>
        <source>Refuse all of this page with a listed word</source>
        <translation>Alle dieser Seite mit gelistetem Wort ablehnen</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <translation>%1 ablehnen</translation>
    </message>
    <message>
        <source>Refuse %1 marked</source>
        <translation>%1 markierte ablehnen</translation>
    </message>
    <message>
        <source>Next page of waiting messages</source>
        <translation>Nächste Seite wartender Nachrichten</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>the page holds still</source>
        <translation>die Seite steht still</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>word list: %1</source>
        <translation>Wortliste: %1</translation>
    </message>
    <message>
        <source>word list</source>
        <translation>Wortliste</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Refuse the message of %1</source>
        <translation>Nachricht von %1 ablehnen</translation>
    </message>
    <message>
        <source>Approve the message of %1</source>
        <translation>Nachricht von %1 freigeben</translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>Top %1 play next</source>
        <translation>Die Top %1 spielen als Nächstes</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>GO, snapshots and changes by hand</source>
        <translation>GO, Snapshots und was von Hand gesetzt ist</translation>
    </message>
</context>
<context>
    <name>RailRest</name>
    <message>
        <source>Arm: what you press waits for GO</source>
        <translation>Scharf: was du drückst, wartet auf GO</translation>
    </message>
    <message>
        <source>Arming</source>
        <translation>Scharf</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Scharf</translation>
    </message>
    <message>
        <source>Store the desk: choose a place, 1 to 8; Esc: no</source>
        <translation>Pult sichern: wähle einen Platz, 1 bis 8; Esc: nein</translation>
    </message>
    <message>
        <source>Store as</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>All to AUTO: modes, clips and filters back to the crowd</source>
        <translation>Alles auf AUTO: Modi, Clips und Filter zurück ans Publikum</translation>
    </message>
    <message>
        <source>All AUTO</source>
        <translation>Alle AUTO</translation>
    </message>
    <message>
        <source>⇧ A</source>
        <comment>Shift and A</comment>
        <translation>⇧ A</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>Vorgemerktes verwerfen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Do not store</source>
        <translation>Nicht sichern</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>RecordingPreview</name>
    <message>
        <source>No recording is chosen.</source>
        <translation>Keine Aufnahme gewählt.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>going there: %1 %</source>
        <translation>Unterwegs dorthin: %1 %</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>Fenster %1</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>Hand der Regie</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Anfang</translation>
    </message>
    <message>
        <source>The recording has ended</source>
        <translation>Die Aufzeichnung ist zu Ende</translation>
    </message>
    <message>
        <source>Go on reading the recording</source>
        <translation>Aufzeichnung weiterlesen</translation>
    </message>
    <message>
        <source>Pause the recording; the music goes on</source>
        <translation>Aufzeichnung anhalten; die Musik läuft weiter</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>zu Ende</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Play the recording from the start</source>
        <translation>Die Aufzeichnung von Anfang an abspielen</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Nochmal</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Von Anfang an</translation>
    </message>
    <message>
        <source>Open another recording</source>
        <translation>Eine andere Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Andere öffnen…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>Bericht dieser Show schreiben</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>Zurück zur Demo mit ihrem simulierten Publikum</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>The recording begins again at its end; press: it ends</source>
        <translation>Die Aufzeichnung beginnt am Ende von vorn; drücken: sie endet</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>Am Ende von vorn beginnen</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
</context>
<context>
    <name>RevealBoard</name>
    <message>
        <source>Next race</source>
        <translation>Nächstes Rennen</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ neu</translation>
    </message>
    <message>
        <source>= stays</source>
        <translation>= bleibt</translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message>
        <source>The room at its level again</source>
        <translation>Saal wieder auf vollem Pegel</translation>
    </message>
    <message>
        <source>Dim the room by 20 dB (never in a recording)</source>
        <translation>Saal um 20 dB leiser (nie in einer Aufnahme)</translation>
    </message>
    <message>
        <source>Dim</source>
        <translation>Dim</translation>
    </message>
    <message>
        <source>The room in stereo again</source>
        <translation>Saal wieder in Stereo</translation>
    </message>
    <message>
        <source>Mono in the room (never in a recording)</source>
        <translation>Mono im Saal (nie in einer Aufnahme)</translation>
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
        <translation>Nummern zeigen</translation>
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
        <translation>AN</translation>
    </message>
    <message>
        <source>OFF</source>
        <translation>AUS</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Taste: %1</translation>
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
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>set; type to replace it</source>
        <translation>gesetzt; tippen, um zu ersetzen</translation>
    </message>
    <message>
        <source>Name of the property</source>
        <translation>Name der Eigenschaft</translation>
    </message>
    <message>
        <source>its value</source>
        <translation>ihr Wert</translation>
    </message>
    <message>
        <source>Value of the property</source>
        <translation>Wert der Eigenschaft</translation>
    </message>
    <message>
        <source>Test tone on outputs 1 and 2</source>
        <translation>Testton auf den Ausgängen 1 und 2</translation>
    </message>
    <message>
        <source>Test tone on outputs 3 and 4</source>
        <translation>Testton auf den Ausgängen 3 und 4</translation>
    </message>
    <message>
        <source>Test tone</source>
        <translation>Testton</translation>
    </message>
    <message>
        <source>Tap to set…</source>
        <translation>Tippen…</translation>
    </message>
    <message>
        <source>%1: choose</source>
        <translation>%1: wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>%1: zurück zu %2</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>Standard: %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Sounds and music</source>
        <translation>Klänge und Musik</translation>
    </message>
    <message>
        <source>Kafka and topics</source>
        <translation>Kafka und Topics</translation>
    </message>
    <message>
        <source>Windows and language</source>
        <translation>Fenster und Sprache</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netzwerke</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Sound card</source>
        <translation>Soundkarte</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>Klangset</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Schema Registry</source>
        <translation>Schema Registry</translation>
    </message>
    <message>
        <source>Schema Registry: fields</source>
        <translation>Schema Registry: Felder</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
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
        <translation>Twitch-Chat</translation>
    </message>
    <message>
        <source>Voting page</source>
        <translation>Abstimmungsseite</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Clock-Ausgang</translation>
    </message>
    <message>
        <source>OSC</source>
        <translation>OSC</translation>
    </message>
    <message>
        <source>Presenter&apos;s phone</source>
        <translation>Handy für die Regie</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>Vortragsuhr</translation>
    </message>
    <message>
        <source>Second laptop</source>
        <translation>Zweiter Laptop</translation>
    </message>
    <message>
        <source>Keys and clicker</source>
        <translation>Tasten und Klicker</translation>
    </message>
    <message>
        <source>set by the option %1, which wins over the file</source>
        <translation>durch die Option %1 gesetzt, die vor der Datei gilt</translation>
    </message>
    <message>
        <source>set by the variable %1, which wins over the file</source>
        <translation>durch die Variable %1 gesetzt, die vor der Datei gilt</translation>
    </message>
    <message>
        <source>kept; from the next start on</source>
        <translation>gespeichert; ab dem nächsten Start</translation>
    </message>
    <message>
        <source>from mwk.toml</source>
        <translation>aus mwk.toml</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>a change waits for the next start</source>
        <translation>eine Änderung gilt ab dem nächsten Start</translation>
    </message>
    <message>
        <source>acts at once</source>
        <translation>wirkt sofort</translation>
    </message>
    <message>
        <source>%1 outputs</source>
        <translation>%1 Ausgänge</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>System&apos;s default</source>
        <translation>Standard des Systems</translation>
    </message>
    <message>
        <source>%1 ms at %2 kHz</source>
        <translation>%1 ms bei %2 kHz</translation>
    </message>
    <message>
        <source>wait for it</source>
        <translation>darauf warten</translation>
    </message>
    <message>
        <source>go to the next one</source>
        <translation>auf den nächsten gehen</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>the hashtag</source>
        <translation>der Hashtag</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>The second screen</source>
        <translation>Der zweite Bildschirm</translation>
    </message>
    <message>
        <source>whichever is there</source>
        <translation>welcher da ist</translation>
    </message>
    <message>
        <source>the console is here</source>
        <translation>das Pult ist hier</translation>
    </message>
    <message>
        <source>the stage</source>
        <translation>die Bühne</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>jetzt nicht da</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>Schlag</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>approved only</source>
        <translation>nur freigegebene</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 does that already.</source>
        <translation>%1 tut das schon.</translation>
    </message>
    <message>
        <source>%1 does nothing already.</source>
        <translation>%1 tut schon nichts.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 ist frei.</translation>
    </message>
    <message>
        <source>%1 is taken: %2. That will be replaced.</source>
        <translation>%1 ist belegt: %2. Das wird ersetzt.</translation>
    </message>
    <message>
        <source>No other key does that.</source>
        <translation>Keine andere Taste tut das.</translation>
    </message>
    <message>
        <source>On a strip with the focus it stays what it is there.</source>
        <translation>Auf einem Kanalzug mit dem Fokus bleibt sie, was sie dort ist.</translation>
    </message>
    <message>
        <source>fade out</source>
        <translation>ausblenden</translation>
    </message>
    <message>
        <source>the winner</source>
        <translation>der Sieger</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>Dank</translation>
    </message>
    <message>
        <source>by a press</source>
        <translation>per Tastendruck</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>This key cannot be given an action.</source>
        <translation>Diese Taste kann keine Aktion bekommen.</translation>
    </message>
    <message>
        <source>The tone sounds…</source>
        <translation>Der Ton klingt…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>something is wrong here</source>
        <translation>hier stimmt etwas nicht</translation>
    </message>
    <message>
        <source>Checking Kafka with these settings…</source>
        <translation>Kafka wird mit diesen Einstellungen geprüft…</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Kept in %1; comments stay. Enter keeps what was typed.</source>
        <translation>In %1 gespeichert; Kommentare bleiben. Enter übernimmt die Eingabe.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>This page back to default</source>
        <translation>Diese Seite auf Standard</translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message>
        <source>SILENT</source>
        <translation>STILL</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Nothing is heard. Bars, votes and scenes go on.</source>
        <translation>Nichts ist zu hören. Takte, Stimmen und Szenen laufen weiter.</translation>
    </message>
    <message>
        <source>FADED OUT</source>
        <translation>AUSGEBLENDET</translation>
    </message>
    <message>
        <source>FADING OUT</source>
        <translation>BLENDET AUS</translation>
    </message>
    <message>
        <source>silent in %1</source>
        <translation>still in %1</translation>
    </message>
    <message>
        <source>RETURNS AT BAR %1</source>
        <translation>ZURÜCK BEI TAKT %1</translation>
    </message>
    <message>
        <source>in 1 beat</source>
        <translation>in 1 Schlag</translation>
    </message>
    <message>
        <source>in %1 beats</source>
        <translation>in %1 Schlägen</translation>
    </message>
    <message>
        <source>The scene that plays then is heard from its first beat on.</source>
        <translation>Die Szene, die dann spielt, ist ab ihrem ersten Schlag zu hören.</translation>
    </message>
    <message>
        <source>Silent for %1 seconds. Resume: hold R.</source>
        <translation>Still seit %1 Sekunden. Weiter: R halten.</translation>
    </message>
</context>
<context>
    <name>SilenceBar</name>
    <message>
        <source>Write the report of this show</source>
        <translation>Bericht dieser Show schreiben</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Resume the music: hold</source>
        <translation>Musik fortsetzen: halten</translation>
    </message>
    <message>
        <source>Hold longer</source>
        <translation>Länger halten</translation>
    </message>
    <message>
        <source>Resume: Esc, then hold R</source>
        <translation>Weiter: Esc, dann R halten</translation>
    </message>
    <message>
        <source>Resume: F or hold</source>
        <translation>Weiter: F oder halten</translation>
    </message>
    <message>
        <source>Resume: hold</source>
        <translation>Weiter: halten</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>Die Musik zurückkehren lassen</translation>
    </message>
    <message>
        <source>Keep the music: %1</source>
        <translation>Die Musik behalten: %1</translation>
    </message>
</context>
<context>
    <name>SnapChip</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>store here</source>
        <translation>hier sichern</translation>
    </message>
</context>
<context>
    <name>SnapMenu</name>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>Name of snapshot %1</source>
        <translation>Name des Snapshots %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>⇧</source>
        <comment>Shift</comment>
        <translation>⇧</translation>
    </message>
    <message>
        <source>Store the desk here</source>
        <translation>Pult hier sichern</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SpeedChoice</name>
    <message>
        <source>Speed %1</source>
        <translation>Tempo %1</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>BLACK for %1: B goes on</source>
        <translation>SCHWARZ seit %1: weiter mit B</translation>
    </message>
    <message>
        <source>page votes are closed</source>
        <translation>Abstimmung per Seite: geschlossen</translation>
    </message>
    <message>
        <source>level</source>
        <translation>gleichauf</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>held: this scene stays</source>
        <translation>gehalten: diese Szene bleibt</translation>
    </message>
    <message>
        <source>this scene stays</source>
        <translation>diese Szene bleibt</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>And the winner is</source>
        <translation>Gewonnen hat</translation>
    </message>
    <message>
        <source>A tie: the winners are</source>
        <translation>Gleichstand: Gewonnen haben</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>StageClock</name>
    <message>
        <source>this scene</source>
        <translation>diese Szene</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>Voting</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>lock in</source>
        <translation>endet in</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehalten</translation>
    </message>
</context>
<context>
    <name>StageControls</name>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>On the stage: the votes</source>
        <translation>Auf der Bühne: die Stimmen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Dabei</translation>
    </message>
    <message>
        <source>On the stage: how to join</source>
        <translation>Auf der Bühne: wie man mitmacht</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>On the stage: the query of the SQL page</source>
        <translation>Auf der Bühne: die Abfrage der SQL-Seite</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Sieger</translation>
    </message>
    <message>
        <source>On the stage: the winner</source>
        <translation>Auf der Bühne: der Gewinner</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Nochmal</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Das Ende</translation>
    </message>
    <message>
        <source>Again: the end, on the stage</source>
        <translation>Nochmal: das Ende, auf der Bühne</translation>
    </message>
    <message>
        <source>On the stage: the end, pressed twice</source>
        <translation>Auf der Bühne: das Ende, zweimal drücken</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>On the stage: black, again: the logo, again: the votes</source>
        <translation>Auf der Bühne: schwarz, nochmal: Logo, nochmal: Stimmen</translation>
    </message>
    <message>
        <source>On the stage: what is set instead of black, again: the votes</source>
        <translation>Auf der Bühne: was statt Schwarz eingestellt ist, nochmal: Stimmen</translation>
    </message>
</context>
<context>
    <name>StageLeaders</name>
    <message>
        <source>Leaderboard</source>
        <translation>Rangliste</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>Tweets</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
</context>
<context>
    <name>StageMessageRow</name>
    <message>
        <source>off the stage</source>
        <translation>schon weg</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>Diese Nachricht von %1 ausblenden</translation>
    </message>
</context>
<context>
    <name>StageMessages</name>
    <message>
        <source>On the stage now</source>
        <translation>Jetzt auf der Bühne</translation>
    </message>
    <message>
        <source>no message</source>
        <translation>keine Nachricht</translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Open the stage: its screen is gone</source>
        <translation>Bühne öffnen: ihr Bildschirm ist weg</translation>
    </message>
    <message>
        <source>Close the stage</source>
        <translation>Bühne schließen</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>Bühne öffnen</translation>
    </message>
    <message>
        <source>No screen</source>
        <translation>Kein Schirm</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zu</translation>
    </message>
</context>
<context>
    <name>StageThumb</name>
    <message>
        <source>No screen</source>
        <translation>Kein Bildschirm</translation>
    </message>
    <message>
        <source>closed: S opens</source>
        <translation>zu: S öffnet</translation>
    </message>
    <message>
        <source>The stage shows: %1</source>
        <translation>Die Bühne zeigt: %1</translation>
    </message>
</context>
<context>
    <name>StageWindow</name>
    <message>
        <source>Music with Kafka: stage</source>
        <translation>Music with Kafka: Bühne</translation>
    </message>
    <message>
        <source>Be right back</source>
        <translation>Gleich wieder da</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>%1, waits for GO</source>
        <translation>%1, wartet auf GO</translation>
    </message>
    <message>
        <source>now: %1; next: %2</source>
        <translation>jetzt: %1; danach: %2</translation>
    </message>
    <message>
        <source>Mode of %1</source>
        <translation>Modus von %1</translation>
    </message>
    <message>
        <source>Ctrl %1</source>
        <translation>Strg %1</translation>
    </message>
    <message>
        <source>Filter of %1: off</source>
        <translation>Filter von %1: aus</translation>
    </message>
    <message>
        <source>Filter of %1: low-pass %2 hertz</source>
        <translation>Filter von %1: Tiefpass %2 Hertz</translation>
    </message>
    <message>
        <source>Filter of %1: high-pass %2 hertz</source>
        <translation>Filter von %1: Hochpass %2 Hertz</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Still</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>solo: %1</source>
        <translation>Solo: %1</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>Takt %1</translation>
    </message>
    <message>
        <source>on GO</source>
        <translation>bei GO</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Stays off</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>To AUTO</source>
        <translation>Auf AUTO</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>Datei nicht gefunden</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>StripFoot</name>
    <message>
        <source>Gain of %1 in decibels</source>
        <translation>Gain von %1 in Dezibel</translation>
    </message>
    <message>
        <source>M on the strip</source>
        <translation>M auf dem Kanalzug</translation>
    </message>
    <message>
        <source>Let %1 be heard again</source>
        <translation>%1 wieder hören lassen</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>%1 stummschalten</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>Umschalt %1</translation>
    </message>
    <message>
        <source>End the solo of %1</source>
        <translation>Solo von %1 beenden</translation>
    </message>
    <message>
        <source>Solo %1</source>
        <translation>Solo: %1</translation>
    </message>
    <message>
        <source>H on the strip</source>
        <translation>H auf dem Kanalzug</translation>
    </message>
    <message>
        <source>Pre-listen to %1 no longer</source>
        <translation>%1 nicht mehr vorhören</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>%1 vorhören</translation>
    </message>
</context>
<context>
    <name>StripLevel</name>
    <message>
        <source>Level of %1</source>
        <translation>Pegel von %1</translation>
    </message>
    <message>
        <source>Gain of %1</source>
        <translation>Gain von %1</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>over</source>
        <translation>drüber</translation>
    </message>
    <message>
        <source>left</source>
        <translation>übrig</translation>
    </message>
    <message>
        <source>Talk: %1 %2</source>
        <translation>Vortrag: %1 %2</translation>
    </message>
    <message>
        <source>The talk has not begun</source>
        <translation>Der Vortrag hat nicht begonnen</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>endet um %1</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>beginnt um %1</translation>
    </message>
    <message>
        <source>the music fades out</source>
        <translation>die Musik blendet aus</translation>
    </message>
    <message>
        <source>the winner comes onto the stage</source>
        <translation>der Sieger kommt auf die Bühne</translation>
    </message>
    <message>
        <source>fade out, then the end on the stage</source>
        <translation>ausblenden, dann das Ende auf der Bühne</translation>
    </message>
    <message>
        <source>Ends by itself in %1</source>
        <translation>Endet von selbst in %1</translation>
    </message>
</context>
<context>
    <name>TalkChip</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>Vortragsuhr</translation>
    </message>
</context>
<context>
    <name>TalkPanel</name>
    <message>
        <source>Talk clock</source>
        <translation>Vortragsuhr</translation>
    </message>
    <message>
        <source>One minute less</source>
        <translation>Eine Minute weniger</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Eine Minute mehr</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Stop: back to the whole length</source>
        <translation>Stopp: zurück zur ganzen Länge</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Beginnt um</translation>
    </message>
    <message>
        <source>such as 20:04</source>
        <translation>etwa 20:04</translation>
    </message>
    <message>
        <source>Amber, red</source>
        <translation>Gelb, rot</translation>
    </message>
    <message>
        <source>Red from this much left on</source>
        <translation>Rot ab dieser Restzeit</translation>
    </message>
    <message>
        <source>left</source>
        <translation>übrig</translation>
    </message>
    <message>
        <source>End by itself at 0:00</source>
        <translation>Bei 0:00 von selbst enden</translation>
    </message>
    <message>
        <source>What happens at 0:00</source>
        <translation>Was bei 0:00 geschieht</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Fade, the end</source>
        <translation>Ausblenden, Ende</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Sieger</translation>
    </message>
    <message>
        <source>the rail says so 60 s before; one key postpones it</source>
        <translation>die Leiste sagt es 60 s vorher; eine Taste verschiebt es</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Place in the recording: %1</source>
        <translation>Stelle in der Aufzeichnung: %1</translation>
    </message>
    <message>
        <source>Votes over time</source>
        <translation>Stimmen im Verlauf</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>Hand der Regie</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The crowd votes</source>
        <translation>Das Publikum stimmt ab</translation>
    </message>
    <message>
        <source>Each message that names an instrument is a vote. The five instruments with the most votes are the next scene.</source>
        <translation>Jede Nachricht, die ein Instrument nennt, ist eine Stimme. Die fünf Instrumente mit den meisten Stimmen sind die nächste Szene.</translation>
    </message>
    <message>
        <source>The votes lock</source>
        <translation>Die Abstimmung schließt</translation>
    </message>
    <message>
        <source>Every window of votes runs along this line. At the yellow mark it is decided, and the next one begins.</source>
        <translation>Jedes Stimmfenster läuft diese Linie entlang. An der gelben Marke ist es entschieden, und das nächste beginnt.</translation>
    </message>
    <message>
        <source>The scene lands</source>
        <translation>Die Szene setzt ein</translation>
    </message>
    <message>
        <source>What has won waits here, dashed, and lands on a bar, all loops together and in time.</source>
        <translation>Was gewonnen hat, wartet hier, gestrichelt, und setzt auf einem Takt ein, alle Loops zusammen und im Takt.</translation>
    </message>
    <message>
        <source>Your hand</source>
        <translation>Ihre Hand</translation>
    </message>
    <message>
        <source>AUTO is the crowd’s. ON and OFF are yours, whatever the votes say: white is what you hold, and the key 0 gives it all back.</source>
        <translation>AUTO gehört dem Publikum. ON und OFF gehören Ihnen, was die Stimmen auch sagen: weiß ist, was Sie halten, und die Taste 0 gibt alles zurück.</translation>
    </message>
    <message>
        <source>The room joins by phone</source>
        <translation>Der Saal macht per Handy mit</translation>
    </message>
    <message>
        <source>J shows the room how to vote: a code for their phones, or a message on their network. S opens the stage.</source>
        <translation>J zeigt dem Saal, wie man abstimmt: ein Code für die Handys oder eine Nachricht in ihrem Netzwerk. S öffnet die Bühne.</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close: it does not come again</source>
        <translation>Schließen: es kommt nicht wieder</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>bar %1</source>
        <translation>Takt %1</translation>
    </message>
    <message>
        <source>%1 BPM · %2/4 · quantize %3</source>
        <translation>%1 BPM · %2/4 · Raster %3</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>Schlag</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>%1 BPM · %2/4</source>
        <translation>%1 BPM · %2/4</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>scene %1 stays until you release hold</source>
        <translation>Szene %1 bleibt, bis du sie löst</translation>
    </message>
    <message>
        <source>SCENE HELD FOR</source>
        <translation>SZENE GEHALTEN SEIT</translation>
    </message>
    <message>
        <source>NEXT SCENE</source>
        <translation>NÄCHSTE SZENE</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>die Aufzeichnung ist zu Ende</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>then bar %1, as planned</source>
        <translation>dann Takt %1, wie geplant</translation>
    </message>
    <message>
        <source>VOTES LOCKED</source>
        <translation>STIMMEN ZU</translation>
    </message>
    <message>
        <source>NEXT SCENE IN</source>
        <translation>NÄCHSTE SZENE IN</translation>
    </message>
    <message>
        <source>VOTES LOCK IN</source>
        <translation>STIMMEN ZU IN</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
</context>
<context>
    <name>TransportButtons</name>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Release the scene</source>
        <translation>Szene lösen</translation>
    </message>
    <message>
        <source>Hold the scene</source>
        <translation>Szene halten</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>GEHALTEN</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>R halten</translation>
    </message>
    <message>
        <source>Esc again</source>
        <translation>Nochmal Esc</translation>
    </message>
    <message>
        <source>Shift Esc</source>
        <translation>Umschalt Esc</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold Esc</source>
        <translation>Esc halten</translation>
    </message>
    <message>
        <source>Cut the sound now</source>
        <translation>Ton sofort abschneiden</translation>
    </message>
    <message>
        <source>Silent. Hold R to resume</source>
        <translation>Still. R halten, um fortzusetzen</translation>
    </message>
    <message>
        <source>Panic: fade everything out</source>
        <translation>Panik: alles ausblenden</translation>
    </message>
    <message>
        <source>Cut now</source>
        <translation>Abschneiden</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Still</translation>
    </message>
    <message>
        <source>Panic</source>
        <translation>Panik</translation>
    </message>
    <message>
        <source>F returns</source>
        <translation>F: zurück</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>Die Musik zurückkehren lassen</translation>
    </message>
    <message>
        <source>Fade out over two loops</source>
        <translation>Über zwei Loops ausblenden</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Fading</source>
        <translation>Blendet aus</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>Fade</translation>
    </message>
    <message>
        <source>Stop recording the master</source>
        <translation>Aufnahme des Masters stoppen</translation>
    </message>
    <message>
        <source>Record the master</source>
        <translation>Master aufnehmen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufn.</translation>
    </message>
</context>
<context>
    <name>TransportPosition</name>
    <message>
        <source>BAR</source>
        <translation>TAKT</translation>
    </message>
</context>
<context>
    <name>TwitterPart</name>
    <message>
        <source>Twitter stream</source>
        <translation>Twitter-Strom</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Verfolgt</translation>
    </message>
</context>
<context>
    <name>Votes</name>
    <message>
        <source>as of %1, no news since</source>
        <translation>Stand %1, seither nichts Neues</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
</context>
<context>
    <name>VotesPanel</name>
    <message>
        <source>in this window</source>
        <translation>in diesem Fenster</translation>
    </message>
    <message>
        <source>in this window · %1</source>
        <translation>in diesem Fenster · %1</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>die Aufzeichnung ist zu Ende</translation>
    </message>
    <message>
        <source>locked at %1</source>
        <translation>geschlossen um %1</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>no vote yet: the scene stays</source>
        <translation>noch keine Stimme: die Szene bleibt</translation>
    </message>
    <message>
        <source>below the line</source>
        <translation>unter der Linie</translation>
    </message>
</context>
<context>
    <name>VotingPagePart</name>
    <message>
        <source>Audience&apos;s page</source>
        <translation>Seite des Publikums</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Ausgeliefert</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>Abstimmung</translation>
    </message>
    <message>
        <source>Voting on the page</source>
        <translation>Abstimmung auf der Seite</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
</context>
<context>
    <name>WordListPart</name>
    <message>
        <source>Word list</source>
        <translation>Wortliste</translation>
    </message>
    <message>
        <source>%1, in texts and names</source>
        <translation>%1, in Texten und Namen</translation>
    </message>
    <message>
        <source>A word; one with * at its end has any ending</source>
        <translation>Ein Wort; mit * am Ende jede Endung</translation>
    </message>
    <message>
        <source>A word to find or to add</source>
        <translation>Ein Wort zum Suchen oder Hinzufügen</translation>
    </message>
    <message>
        <source>Add this word to the list</source>
        <translation>Dieses Wort zur Liste hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Take %1 from the list</source>
        <translation>%1 von der Liste nehmen</translation>
    </message>
</context>
</TS>
