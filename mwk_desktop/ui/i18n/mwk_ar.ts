<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Audience</name>
    <message>
        <source>not served</source>
        <translation>غير مقدَّمة</translation>
    </message>
    <message>
        <source>%1 phones · %2 votes · %3 refused</source>
        <translation>⁨%1⁩ هاتف · ⁨%2⁩ صوت · ⁨%3⁩ مرفوض</translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>غير متابَع</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>%1 posts</source>
        <translation>⁨%1⁩ منشور</translation>
    </message>
    <message>
        <source>%1 without the code</source>
        <translation>⁨%1⁩ بلا الرمز</translation>
    </message>
    <message>
        <source>%1 posts · $%2 spent</source>
        <translation>⁨%1⁩ منشور · أُنفق $⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 of $%2</source>
        <translation>⁨%1⁩ من $⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Choose output…</source>
        <translation>اختر المخرج…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>اتصال…</translation>
    </message>
    <message>
        <source>Take the show over: this console is heard, the other one follows</source>
        <translation>تولَّ العرض: تُسمع هذه اللوحة وتتبعها الأخرى</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>تولَّ</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>عد إلى العرض التجريبي بجمهوره المحاكى</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>عد إلى العرض التجريبي</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>⁨%1⁩ %</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>افتح</translation>
    </message>
    <message>
        <source>Show the report in its folder</source>
        <translation>أظهر التقرير في مجلده</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>أظهره في المجلد</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>اكتب التقرير</translation>
    </message>
    <message>
        <source>Stop writing the report</source>
        <translation>أوقف كتابة التقرير</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>أغلق هذا الإشعار</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>افتح المسرح</translation>
    </message>
    <message>
        <source>Go on from the oldest message that is left</source>
        <translation>تابع من أقدم رسالة باقية</translation>
    </message>
    <message>
        <source>From the oldest</source>
        <translation>من الأقدم</translation>
    </message>
    <message>
        <source>Go on from now, without what was missed</source>
        <translation>تابع من الآن دون ما فات</translation>
    </message>
    <message>
        <source>From now</source>
        <translation>من الآن</translation>
    </message>
    <message>
        <source>The report is being written.</source>
        <translation>يُكتب التقرير الآن.</translation>
    </message>
    <message>
        <source>From %1. The show goes on.</source>
        <translation>من ⁨%1⁩. العرض مستمر.</translation>
    </message>
    <message>
        <source>The report is written.</source>
        <translation>كُتب التقرير.</translation>
    </message>
    <message>
        <source>There is no report.</source>
        <translation>لا يوجد تقرير.</translation>
    </message>
    <message>
        <source>The live show is over.</source>
        <translation>انتهى العرض المباشر.</translation>
    </message>
    <message>
        <source>It is recorded: %1. The report tells how it was.</source>
        <translation>وهو مسجَّل: ⁨%1⁩. يروي التقرير كيف كان.</translation>
    </message>
    <message>
        <source>Sound device missing: no sound since %1.</source>
        <translation>جهاز الصوت مفقود: لا صوت منذ ⁨%1⁩.</translation>
    </message>
    <message>
        <source>%1. Plug it in to resume, or choose another.</source>
        <translation>⁨%1⁩. وصّله للمتابعة أو اختر غيره.</translation>
    </message>
    <message>
        <source>The topic no longer holds what comes next: counting waits.</source>
        <translation>لم يعد الـ topic يحوي ما يلي: العدّ ينتظر.</translation>
    </message>
    <message>
        <source>The music goes on. Begin with the oldest message, or with now?</source>
        <translation>الموسيقى مستمرة. هل نبدأ من أقدم رسالة أم من الآن؟</translation>
    </message>
</context>
<context>
    <name>BlockedUsers</name>
    <message>
        <source>Unblock %1</source>
        <translation>إلغاء حظر ⁨%1⁩</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>إلغاء الحظر</translation>
    </message>
</context>
<context>
    <name>CalmScene</name>
    <message>
        <source>This scene stays</source>
        <translation>يبقى هذا المشهد</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>⁨%1⁩ حتى الآن</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>في الصدارة</translation>
    </message>
</context>
<context>
    <name>Ceiling</name>
    <message>
        <source>limits now by %1 dB, at most by %2 dB so far</source>
        <translation>يحدّ الآن بمقدار ⁨%1⁩ dB، وبحد أقصى ⁨%2⁩ dB</translation>
    </message>
</context>
<context>
    <name>CeilingMenu</name>
    <message>
        <source>Ceiling of the master</source>
        <translation>سقف الماستر</translation>
    </message>
    <message>
        <source>Ceiling of the master, dBTP</source>
        <translation>سقف الماستر، dBTP</translation>
    </message>
    <message>
        <source>Ceiling %1 dBTP</source>
        <translation>السقف ⁨%1⁩ dBTP</translation>
    </message>
    <message>
        <source>Acts at once, in the room and in recordings.</source>
        <translation>يسري فورًا، في القاعة وفي التسجيلات.</translation>
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
        <translation>افتح تسجيلًا</translation>
    </message>
    <message>
        <source>Connect to Kafka</source>
        <translation>اتصل بـ Kafka</translation>
    </message>
    <message>
        <source>SQL into the stream</source>
        <translation>استعلام SQL في التدفق</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>فحص ما قبل العرض</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Strips</source>
        <translation>القنوات</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>منفرد</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>كتم</translation>
    </message>
    <message>
        <source>Cancel what is pending</source>
        <translation>إلغاء المنتظر</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>انسَ ما جُهّز</translation>
    </message>
    <message>
        <source>All to AUTO</source>
        <translation>الكل إلى AUTO</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>الرسائل والجمهور</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>وحدات التحكم</translation>
    </message>
    <message>
        <source>Learn a controller</source>
        <translation>تعليم وحدة تحكم</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>ساعة الحديث</translation>
    </message>
    <message>
        <source>Mode: ON, OFF, AUTO in turn</source>
        <translation>الوضع: ON ثم OFF ثم AUTO</translation>
    </message>
    <message>
        <source>Next clip, pinned</source>
        <translation>المقطع التالي مثبتًا</translation>
    </message>
    <message>
        <source>Focus on a strip</source>
        <translation>تحديد قناة</translation>
    </message>
    <message>
        <source>Focus on the feed · the master</source>
        <translation>تحديد الرسائل · الماستر</translation>
    </message>
    <message>
        <source>On the strip with the focus</source>
        <translation>على القناة المحددة</translation>
    </message>
    <message>
        <source>Pre-listen</source>
        <translation>استماع مسبق</translation>
    </message>
    <message>
        <source>Gain 0.5 dB; Shift 0.1, Ctrl 3</source>
        <translation>كسب 0.5 dB؛ Shift 0.1، Ctrl 3</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Gain 0 dB</source>
        <translation>كسب 0 dB</translation>
    </message>
    <message>
        <source>Filter: low, high; Shift fine</source>
        <translation>المرشّح؛ Shift للدقة</translation>
    </message>
    <message>
        <source>End</source>
        <comment>key</comment>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Filter off</source>
        <translation>المرشّح متوقف</translation>
    </message>
    <message>
        <source>Unpin the clip</source>
        <translation>فك تثبيت المقطع</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>الموسيقى</translation>
    </message>
    <message>
        <source>Panic; again in 2 s: cut</source>
        <translation>طوارئ؛ مجددًا: قطع</translation>
    </message>
    <message>
        <source>Panic, through any page</source>
        <translation>طوارئ من أي صفحة</translation>
    </message>
    <message>
        <source>Resume, after panic or fade</source>
        <translation>استئناف بعد الصمت</translation>
    </message>
    <message>
        <source>Fade out; again: returns</source>
        <translation>تلاشٍ؛ مجددًا: عودة</translation>
    </message>
    <message>
        <source>Dim by 20 dB</source>
        <translation>خفض 20 dB</translation>
    </message>
    <message>
        <source>hold Esc</source>
        <translation>اضغط Esc مطوّلًا</translation>
    </message>
    <message>
        <source>Next scene, or take it back</source>
        <translation>المشهد التالي، أو التراجع عنه</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>معًا</translation>
    </message>
    <message>
        <source>Recall a snapshot</source>
        <translation>استدعاء لقطة</translation>
    </message>
    <message>
        <source>Arm: what you press waits</source>
        <translation>تجهيز: ما تضغطه ينتظر</translation>
    </message>
    <message>
        <source>GO: all of it on the next bar</source>
        <translation>GO: الكل في المازورة التالية</translation>
    </message>
    <message>
        <source>Store a snapshot</source>
        <translation>حفظ لقطة</translation>
    </message>
    <message>
        <source>Undo · redo</source>
        <translation>تراجع · إعادة</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المسرح</translation>
    </message>
    <message>
        <source>Votes: the usual picture</source>
        <translation>الأصوات</translation>
    </message>
    <message>
        <source>How to join</source>
        <translation>كيف تشارك</translation>
    </message>
    <message>
        <source>A wall of messages</source>
        <translation>جدار الرسائل</translation>
    </message>
    <message>
        <source>The SQL plot</source>
        <translation>رسم SQL</translation>
    </message>
    <message>
        <source>The winner</source>
        <translation>الفائز</translation>
    </message>
    <message>
        <source>The end (twice within 2 s)</source>
        <translation>النهاية (مرتين خلال ثانيتين)</translation>
    </message>
    <message>
        <source>Black; again: back</source>
        <translation>أسود؛ مجددًا: عودة</translation>
    </message>
    <message>
        <source>Stage window · full screen</source>
        <translation>نافذة المسرح · ملء الشاشة</translation>
    </message>
    <message>
        <source>Messages, with the focus</source>
        <translation>الرسائل المحددة</translation>
    </message>
    <message>
        <source>Approve · refuse</source>
        <translation>موافقة · رفض</translation>
    </message>
    <message>
        <source>All clean · all marked</source>
        <translation>كل السليم · كل المعلَّم</translation>
    </message>
    <message>
        <source>Hide · block the author</source>
        <translation>إخفاء · حظر الكاتب</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>الإعادة</translation>
    </message>
    <message>
        <source>Pause; again: go on</source>
        <translation>إيقاف؛ مجددًا: متابعة</translation>
    </message>
    <message>
        <source>A window; Ctrl: ten</source>
        <translation>نافذة؛ Ctrl: عشر</translation>
    </message>
    <message>
        <source>Your own keys</source>
        <translation>مفاتيحك الخاصة</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>لوحة التحكم</translation>
    </message>
    <message>
        <source>Lock: strips, stage, phones</source>
        <translation>القفل: القنوات، المسرح</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>هذه الصفحة</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next control; press it</source>
        <translation>التالي؛ ضغط</translation>
    </message>
    <message>
        <source>Pages (Esc closes them)</source>
        <translation>الصفحات (Esc يغلقها)</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>جهاز التنقل</translation>
    </message>
    <message>
        <source>Page ↓</source>
        <translation>Page ↓</translation>
    </message>
    <message>
        <source>GO, where something is armed</source>
        <translation>GO إن وُجد ما جُهّز</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Hold the scene, and release it</source>
        <translation>تثبيت المشهد وتحريره</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>اضغط R مطوّلًا</translation>
    </message>
    <message>
        <source>Record the master; again: stop</source>
        <translation>تسجيل الماستر؛ مرة أخرى: إيقاف</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
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
        <translation>يُسمع بعد الحاسوب بمقدار ⁨%1⁩ ms</translation>
    </message>
    <message>
        <source>go on tapping: %1</source>
        <translation>واصل النقر: ⁨%1⁩</translation>
    </message>
    <message>
        <source>now %1 ms</source>
        <translation>الآن ⁨%1⁩ ms</translation>
    </message>
    <message>
        <source>Late loudspeakers (Bluetooth, HDMI): tap on the beat, below.</source>
        <translation>مكبرات صوت متأخرة (Bluetooth، HDMI): انقر النبضة في الأسفل.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>%1 to fix first, %2 to look at. As of %3.</source>
        <translation>⁨%1⁩ للإصلاح أولًا، ⁨%2⁩ للنظر. حتى ⁨%3⁩.</translation>
    </message>
    <message>
        <source>The show can begin; %2 to look at. As of %3.</source>
        <translation>يمكن بدء العرض؛ ⁨%2⁩ للنظر. حتى ⁨%3⁩.</translation>
    </message>
    <message>
        <source>Everything is ready. As of %3.</source>
        <translation>كل شيء جاهز. حتى ⁨%3⁩.</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Pre-flight check</source>
        <translation>فحص ما قبل العرض</translation>
    </message>
    <message>
        <source>With a tone</source>
        <translation>مع نغمة</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>افحص مجددًا</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>Sound behind the picture</source>
        <translation>الصوت متأخر عن الصورة</translation>
    </message>
    <message>
        <source>Tap on the beat that you hear</source>
        <translation>انقر على النبضة التي تسمعها</translation>
    </message>
    <message>
        <source>Tap on the beat</source>
        <translation>نقر النبضة</translation>
    </message>
    <message>
        <source>Delay what is seen by so much</source>
        <translation>أخِّر ما يُرى بهذا القدر</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>استخدام</translation>
    </message>
</context>
<context>
    <name>Clicker</name>
    <message>
        <source>heard at %1: would be “%2”.</source>
        <translation>سُمع في ⁨%1⁩: سيكون «⁨%2⁩».</translation>
    </message>
    <message>
        <source>heard at %1: would do nothing.</source>
        <translation>سُمع في ⁨%1⁩: لن يفعل شيئًا.</translation>
    </message>
    <message>
        <source>Just now it would be refused: %1</source>
        <translation>سيُرفض الآن: ⁨%1⁩</translation>
    </message>
    <message>
        <source>another key</source>
        <translation>مفتاح آخر</translation>
    </message>
    <message>
        <source>“next slide”</source>
        <translation>«الشريحة التالية»</translation>
    </message>
    <message>
        <source>“slide before”</source>
        <translation>«الشريحة السابقة»</translation>
    </message>
    <message>
        <source>“black screen”</source>
        <translation>«شاشة سوداء»</translation>
    </message>
    <message>
        <source>“start the slides”</source>
        <translation>«بدء العرض التقديمي»</translation>
    </message>
    <message>
        <source>your own key</source>
        <translation>مفتاحك الخاص</translation>
    </message>
</context>
<context>
    <name>ClickerPart</name>
    <message>
        <source>What the presenter’s clicker does</source>
        <translation>ما يفعله جهاز التنقل</translation>
    </message>
    <message>
        <source>A clicker is a keyboard to the computer. These keys are its own: no fader and no timeline takes them.</source>
        <translation>جهاز التنقل لوحة مفاتيح في نظر الحاسوب. هذه المفاتيح له: لا يأخذها منزلق ولا خط زمني.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>“end the slides”</source>
        <translation>«إنهاء العرض التقديمي»</translation>
    </message>
    <message>
        <source>Panic, at once</source>
        <translation>طوارئ فورًا</translation>
    </message>
    <message>
        <source>Panic, held 0.4 s</source>
        <translation>طوارئ بضغط 0.4 ث</translation>
    </message>
    <message>
        <source>Some clickers send F5 and Esc in turn from one button. If yours does, choose “held”, or never touch that button.</source>
        <translation>بعض أجهزة التنقل ترسل F5 وEsc بالتناوب من زر واحد. إن كان جهازك كذلك فاختر الضغط المطوّل، أو لا تلمس ذلك الزر.</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>مفتاح آخر</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>جرّب</translation>
    </message>
    <message>
        <source>Every key is shown here; a click ends it</source>
        <translation>يظهر كل مفتاح هنا؛ نقرة تنهي ذلك</translation>
    </message>
    <message>
        <source>Try it: show every key, Esc too</source>
        <translation>جرّب: إظهار كل مفتاح، حتى Esc</translation>
    </message>
    <message>
        <source>Press a key or a button of the clicker.</source>
        <translation>اضغط مفتاحًا أو زرًا في جهاز التنقل.</translation>
    </message>
    <message>
        <source>Press here to try Esc, too.</source>
        <translation>انقر هنا لتجربة Esc أيضًا.</translation>
    </message>
    <message>
        <source>While this page is open nothing fires.</source>
        <translation>ما دامت هذه الصفحة مفتوحة لا يُنفَّذ شيء.</translation>
    </message>
</context>
<context>
    <name>ClipButton</name>
    <message>
        <source>pinned by hand</source>
        <translation>مثبّت يدويًا</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>ينتظر GO</translation>
    </message>
    <message>
        <source>Clip of %1: %2</source>
        <translation>مقطع ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Clip of %1: %2; clips are missing</source>
        <translation>مقطع ⁨%1⁩: ⁨%2⁩؛ مقاطع ناقصة</translation>
    </message>
</context>
<context>
    <name>ClipMenu</name>
    <message>
        <source>Follow the draw</source>
        <translation>اتباع السحب</translation>
    </message>
    <message>
        <source>votes choose</source>
        <translation>بالأصوات</translation>
    </message>
    <message>
        <source>Clip of %1</source>
        <translation>مقطع ⁨%1⁩</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>استماع مسبق إلى ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Quit while the show goes on?</source>
        <translation>الخروج والعرض مستمر؟</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>تابع العرض</translation>
    </message>
    <message>
        <source>Fade out, then quit</source>
        <translation>تلاشٍ ثم خروج</translation>
    </message>
    <message>
        <source>Panic and all else above stay within reach.</source>
        <translation>يبقى زر الذعر وكل ما في الأعلى في المتناول.</translation>
    </message>
    <message>
        <source>Quit now: hold</source>
        <translation>خروج الآن: اضغط مطوّلًا</translation>
    </message>
    <message>
        <source>Quit now: hold Q</source>
        <translation>خروج الآن: اضغط Q مطوّلًا</translation>
    </message>
</context>
<context>
    <name>ColumnPicker</name>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
</context>
<context>
    <name>ComingScene</name>
    <message>
        <source>C on the master</source>
        <translation>C على الماستر</translation>
    </message>
    <message>
        <source>Let the scene come after all</source>
        <translation>دع المشهد يأتي</translation>
    </message>
    <message>
        <source>Cancel the coming scene</source>
        <translation>إلغاء المشهد القادم</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Connect to Kafka</source>
        <translation>اتصل بـ Kafka</translation>
    </message>
    <message>
        <source>Follow networks</source>
        <translation>متابعة الشبكات</translation>
    </message>
    <message>
        <source>Where messages come from</source>
        <translation>من أين تأتي الرسائل</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>الشبكات</translation>
    </message>
    <message>
        <source>Their posts go into the show that runs, also beside Kafka. What is typed here holds until the program ends; the settings keep it for longer.</source>
        <translation>تذهب منشوراتها إلى العرض الجاري، إلى جانب Kafka أيضًا. ما يُكتب هنا يسري حتى نهاية البرنامج؛ والإعدادات تحفظه لمدة أطول.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>الخوادم</translation>
    </message>
    <message>
        <source>Servers: host and port, several with commas</source>
        <translation>الخوادم: المضيف والمنفذ، وعدة خوادم بفواصل</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Testing… again</source>
        <translation>جارٍ الاختبار… مجددًا</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>New show: an empty leaderboard, from now on</source>
        <translation>عرض جديد: لوحة صدارة فارغة، من الآن</translation>
    </message>
    <message>
        <source>Looking for brokers, topic and the newest message…</source>
        <translation>جارٍ البحث عن الوسطاء والـ topic وأحدث رسالة…</translation>
    </message>
    <message>
        <source>Test shows brokers, topic, partitions and how old the newest message is.
SASL, TLS and everything else of librdkafka stand under [kafka] in mwk.toml.
The show that plays goes on until the other one is ready.</source>
        <translation>الاختبار يعرض الوسطاء والـ topic والأقسام وعمر أحدث رسالة.
SASL وTLS وكل ما يخص librdkafka في [kafka] من mwk.toml.
يستمر العرض الحالي حتى يجهز الآخر.</translation>
    </message>
    <message>
        <source>Making the show ready; the music plays on…</source>
        <translation>جارٍ تجهيز العرض؛ الموسيقى مستمرة…</translation>
    </message>
    <message>
        <source>The show would begin and wait for it.</source>
        <translation>سيبدأ العرض وينتظره.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Connect anyway</source>
        <translation>اتصل رغم ذلك</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
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
        <translation>لا توجد وحدة تحكم MIDI موصولة.</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>⁨%1⁩: حرّك الآن منزلقًا أو مقبضًا أو زرًا.</translation>
    </message>
    <message>
        <source>Choose what a control shall do.</source>
        <translation>اختر ما يفعله عنصر التحكم.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Listens on %1. Sends to %2. Packets: %3.</source>
        <translation>يستمع على ⁨%1⁩. يرسل إلى ⁨%2⁩. ⁨%3⁩ حزمة.</translation>
    </message>
    <message>
        <source>No phone is paired.</source>
        <translation>لا هاتف مقترن.</translation>
    </message>
    <message>
        <source>Scan it with the phone: for one device, %1 s more.</source>
        <translation>امسحه بالهاتف: لجهاز واحد، بقي ⁨%1⁩ ث.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>on</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>جهاز التنقل</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>الهواتف</translation>
    </message>
    <message>
        <source>found</source>
        <translation>موجود</translation>
    </message>
    <message>
        <source>back since %1</source>
        <translation>عاد منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>lost since %1</source>
        <translation>مفقود منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>another program has it</source>
        <translation>يستخدمه برنامج آخر</translation>
    </message>
    <message>
        <source>no map: teach it</source>
        <translation>بلا خريطة: علّمها</translation>
    </message>
    <message>
        <source>%1, your own map</source>
        <translation>⁨%1⁩، خريطتك</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا خريطة</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>مدمجة</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>⁨%1⁩ أخرى</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>قبل ⁨%1⁩</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>mixes</source>
        <translation>يمزج</translation>
    </message>
    <message>
        <source>moderates</source>
        <translation>يدير الرسائل</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>away</source>
        <translation>غائب</translation>
    </message>
    <message>
        <source>paired at %1</source>
        <translation>اقترن في ⁨%1⁩</translation>
    </message>
    <message>
        <source>knob: filter</source>
        <translation>المقبض: المرشّح</translation>
    </message>
    <message>
        <source>S: solo</source>
        <translation>S: منفرد</translation>
    </message>
    <message>
        <source>M: mute</source>
        <translation>M: كتم</translation>
    </message>
    <message>
        <source>R: mode, as keys 1 to 8</source>
        <translation>R: الوضع، كالمفاتيح 1 إلى 8</translation>
    </message>
    <message>
        <source>ON, A, OFF: mode</source>
        <translation>ON وA وOFF: الوضع</translation>
    </message>
    <message>
        <source>H: pre-listen</source>
        <translation>H: استماع مسبق</translation>
    </message>
    <message>
        <source>‹ ›: clip</source>
        <translation>‹ ›: المقطع</translation>
    </message>
    <message>
        <source>U: clip by the crowd</source>
        <translation>U: المقطع للجمهور</translation>
    </message>
    <message>
        <source>C: cancel</source>
        <translation>C: إلغاء</translation>
    </message>
    <message>
        <source>fader: gain</source>
        <translation>المنزلق: المستوى</translation>
    </message>
    <message>
        <source>nothing: not mapped</source>
        <translation>لا شيء: غير معيّن</translation>
    </message>
    <message>
        <source>%1: waits for the fader</source>
        <translation>⁨%1⁩: ينتظر المنزلق</translation>
    </message>
</context>
<context>
    <name>ControllersPage</name>
    <message>
        <source>Controllers</source>
        <translation>وحدات التحكم</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>the recording is over: no votes come, the last scene plays on</source>
        <translation>انتهى التسجيل: لا أصوات تأتي، والمشهد الأخير يستمر</translation>
    </message>
</context>
<context>
    <name>Crowd</name>
    <message>
        <source>cap %1</source>
        <translation>حد ⁨%1⁩</translation>
    </message>
    <message>
        <source>whoever was approved %1 times, unless a word is marked</source>
        <translation>من ووفق عليه ⁨%1⁩ مرات، إلا إذا عُلّمت كلمة</translation>
    </message>
    <message>
        <source>nobody is blocked</source>
        <translation>لا أحد محظور</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>بلا حد</translation>
    </message>
</context>
<context>
    <name>CrowdPage</name>
    <message>
        <source>Open: all are shown</source>
        <translation>مفتوح: تُعرض كلها</translation>
    </message>
    <message>
        <source>Approve: only what you let through</source>
        <translation>موافقة: فقط ما تسمح به</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>الرسائل والجمهور</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>الرسائل على المسرح</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>wait · %1 come a second · %2 lapsed</source>
        <translation>تنتظر · ⁨%1⁩ في الثانية · ⁨%2⁩ انقضت</translation>
    </message>
    <message>
        <source>Passes by itself</source>
        <translation>يمر تلقائيًا</translation>
    </message>
    <message>
        <source>Votes of a user that count in each window</source>
        <translation>أصوات الشخص المحسوبة في كل نافذة</translation>
    </message>
    <message>
        <source>Votes per user</source>
        <translation>أصوات لكل شخص</translation>
    </message>
    <message>
        <source>Blocked users</source>
        <translation>المحظورون</translation>
    </message>
</context>
<context>
    <name>Cue</name>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>NEXT: %1</source>
        <translation>التالي: ⁨%1⁩</translation>
    </message>
    <message>
        <source>all strips</source>
        <translation>كل القنوات</translation>
    </message>
    <message>
        <source>the master</source>
        <translation>الماستر</translation>
    </message>
</context>
<context>
    <name>CueMenu</name>
    <message>
        <source>Pre-listening on outputs 3 and 4</source>
        <translation>استماع مسبق على المخرجين 3 و4</translation>
    </message>
    <message>
        <source>Outputs 3–4 hear</source>
        <translation>المخرجان 3–4 يسمعان</translation>
    </message>
    <message>
        <source>Pre-listen softer</source>
        <translation>استماع مسبق أخفض</translation>
    </message>
    <message>
        <source>Level of pre-listening: %1 dB</source>
        <translation>مستوى الاستماع المسبق: ⁨%1⁩ dB</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>⁨%1⁩ dB</translation>
    </message>
    <message>
        <source>Pre-listen louder</source>
        <translation>استماع مسبق أعلى</translation>
    </message>
    <message>
        <source>Strips are heard</source>
        <translation>تُسمع القنوات</translation>
    </message>
    <message>
        <source>Before fader</source>
        <translation>قبل المنزلق</translation>
    </message>
    <message>
        <source>After fader</source>
        <translation>بعد المنزلق</translation>
    </message>
    <message>
        <source>What will land next</source>
        <translation>ما سيأتي بعد ذلك</translation>
    </message>
    <message>
        <source>Also the master</source>
        <translation>الماستر أيضًا</translation>
    </message>
    <message>
        <source>All off</source>
        <translation>إيقاف الكل</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>bar %1</source>
        <translation>مازورة ⁨%1⁩</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>GO: %1 on %2</source>
        <translation>GO: ⁨%1⁩ عند ⁨%2⁩</translation>
    </message>
    <message>
        <source>GO lands on %1</source>
        <translation>GO يحل عند ⁨%1⁩</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>GO: waits for what you press</source>
        <translation>GO: ينتظر ما تضغطه</translation>
    </message>
    <message>
        <source>nothing armed</source>
        <translation>لا شيء مجهّز</translation>
    </message>
    <message>
        <source>GO: nothing is armed</source>
        <translation>GO: لا شيء مجهّز</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>مقطع</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>مكتوم</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>مسموع</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>منفرد</translation>
    </message>
    <message>
        <source>no solo</source>
        <translation>بلا منفرد</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>كسب</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>مرشّح</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>محفوظة</translation>
    </message>
    <message>
        <source>the desk is this one</source>
        <translation>الطاولة هي هذه</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>تغيّرت منذ ذلك</translation>
    </message>
    <message>
        <source>lands on the next bar</source>
        <translation>تحل في المازورة التالية</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>ينتظر GO</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغة</translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>لقطة ⁨%1⁩</translation>
    </message>
    <message>
        <source>of another sound set</source>
        <translation>من مجموعة أصوات أخرى</translation>
    </message>
    <message>
        <source>stored %1</source>
        <translation>حُفظت ⁨%1⁩</translation>
    </message>
    <message>
        <source>Modes: all AUTO</source>
        <translation>الأوضاع: كلها AUTO</translation>
    </message>
    <message>
        <source>Clips: the crowd’s</source>
        <translation>المقاطع: من الجمهور</translation>
    </message>
    <message>
        <source>Gains: all 0 dB</source>
        <translation>الكسب: الكل 0 dB</translation>
    </message>
    <message>
        <source>Mutes: none</source>
        <translation>الكتم: لا شيء</translation>
    </message>
    <message>
        <source>Filters: all off</source>
        <translation>المرشّحات: كلها متوقفة</translation>
    </message>
    <message>
        <source>Modes: %1</source>
        <translation>الأوضاع: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Clips: %1</source>
        <translation>المقاطع: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Gains: %1</source>
        <translation>الكسب: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Mutes: %1</source>
        <translation>الكتم: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Filters: %1</source>
        <translation>المرشّحات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>the next scene lands on %1, by hand</source>
        <translation>المشهد التالي يحل عند ⁨%1⁩، يدويًا</translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation>يدويًا: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Next now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Next scene now</source>
        <translation>المشهد التالي الآن</translation>
    </message>
    <message>
        <source>Bar %1</source>
        <translation>م. ⁨%1⁩</translation>
    </message>
    <message>
        <source>locked · N</source>
        <translation>مغلق · N</translation>
    </message>
    <message>
        <source>Votes locked, lands on %1; again: take it back</source>
        <translation>أُقفلت الأصوات، يصل عند ⁨%1⁩؛ مرة أخرى: تراجع</translation>
    </message>
</context>
<context>
    <name>DeviceDrawing</name>
    <message>
        <source>What the controls do</source>
        <translation>ما تفعله عناصر التحكم</translation>
    </message>
</context>
<context>
    <name>DeviceMap</name>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Change a copy of this map, in your own folder</source>
        <translation>تغيير نسخة من هذه الخريطة، في مجلدك</translation>
    </message>
    <message>
        <source>Change a copy</source>
        <translation>تغيير نسخة</translation>
    </message>
    <message>
        <source>Yours, counts as soon as it is saved: %1</source>
        <translation>خريطتك، تسري فور حفظها: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Drop one recording, or one folder of sounds.</source>
        <translation>أفلت تسجيلا واحدا أو مجلد أصوات واحدا.</translation>
    </message>
    <message>
        <source>Only files of this computer can be dropped.</source>
        <translation>يمكن إفلات ملفات هذا الحاسوب فقط.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>تعذّرت قراءة ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 is no recording (.jsonl, also .gz or .zst).</source>
        <translation>⁨%1⁩ ليس تسجيلا (‎.jsonl أو ‎.gz أو ‎.zst).</translation>
    </message>
    <message>
        <source>%1 is one instrument: drop the folder above it.</source>
        <translation>⁨%1⁩ آلة واحدة: أفلت المجلد الذي فوقها.</translation>
    </message>
    <message>
        <source>%1 is no sound set: that has a folder for each instrument.</source>
        <translation>⁨%1⁩ ليس مجموعة أصوات: لها مجلد لكل آلة.</translation>
    </message>
    <message>
        <source>%1 of %2 instruments</source>
        <translation>⁨%1⁩ من ⁨%2⁩ آلات</translation>
    </message>
    <message>
        <source>the show that plays ends: it asks before it does</source>
        <translation>ينتهي العرض الجاري: يُسأل عن ذلك أولا</translation>
    </message>
    <message>
        <source>The console is locked (L): nothing opens.</source>
        <translation>لوحة التحكم مقفلة (L): لا يُفتح شيء.</translation>
    </message>
    <message>
        <source>This show cannot be changed for another.</source>
        <translation>لا يمكن استبدال هذا العرض بآخر.</translation>
    </message>
</context>
<context>
    <name>DropGuard</name>
    <message>
        <source>Begin again with these sounds?</source>
        <translation>البدء من جديد بهذه الأصوات؟</translation>
    </message>
    <message>
        <source>Play this recording in place of the show?</source>
        <translation>تشغيل هذا التسجيل بدل العرض؟</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>متابعة العرض</translation>
    </message>
    <message>
        <source>End it and use the sounds</source>
        <translation>إنهاؤه واستخدام الأصوات</translation>
    </message>
    <message>
        <source>End it and play the recording</source>
        <translation>إنهاؤه وتشغيل التسجيل</translation>
    </message>
</context>
<context>
    <name>DropTargets</name>
    <message>
        <source>Play this recording</source>
        <translation>تشغيل هذا التسجيل</translation>
    </message>
    <message>
        <source>Use as sound set</source>
        <translation>استخدامه مجموعة أصوات</translation>
    </message>
    <message>
        <source>this is no recording</source>
        <translation>هذا ليس تسجيلا</translation>
    </message>
    <message>
        <source>this is no folder of sounds</source>
        <translation>هذا ليس مجلد أصوات</translation>
    </message>
</context>
<context>
    <name>EndScene</name>
    <message>
        <source>tweets</source>
        <translation>تغريدات</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>أصوات</translation>
    </message>
    <message>
        <source>people</source>
        <translation>أشخاص</translation>
    </message>
    <message>
        <source>scenes</source>
        <translation>مشاهد</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>شكرًا لكم</translation>
    </message>
    <message>
        <source>You played the music tonight.</source>
        <translation>أنتم عزفتم الموسيقى الليلة.</translation>
    </message>
    <message>
        <source>You played every note of the music tonight.</source>
        <translation>أنتم عزفتم كل نغمة الليلة.</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>الفائز</translation>
    </message>
    <message>
        <source>Scenes played</source>
        <translation>المشاهد المعزوفة</translation>
    </message>
</context>
<context>
    <name>EndingBar</name>
    <message>
        <source>Do not end</source>
        <translation>لا تُنهِ</translation>
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
        <translation>دقيقتان أخريان</translation>
    </message>
</context>
<context>
    <name>Feed</name>
    <message>
        <source>at %1</source>
        <translation>⁨%1⁩</translation>
    </message>
    <message>
        <source>no vote</source>
        <translation>بلا صوت</translation>
    </message>
</context>
<context>
    <name>FeedPanel</name>
    <message>
        <source>wait</source>
        <translation>تنتظر</translation>
    </message>
    <message>
        <source>wait · %1/s</source>
        <translation>تنتظر · ⁨%1⁩/ث</translation>
    </message>
    <message>
        <source>held while you point</source>
        <translation>ثابت تحت المؤشر</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/ث</translation>
    </message>
    <message>
        <source>per second · %1</source>
        <translation>في الثانية · ⁨%1⁩</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>في الثانية</translation>
    </message>
    <message>
        <source>held</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>الرسائل على المسرح</translation>
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
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Crowd: vote limit, blocked users, page</source>
        <translation>الجمهور: حد الأصوات، المحظورون، الصفحة</translation>
    </message>
    <message>
        <source>Messages: arrows choose, H hides, X blocks</source>
        <translation>الرسائل: الأسهم تختار، H يخفي، X يحظر</translation>
    </message>
    <message>
        <source>#%1 + a word</source>
        <translation>#⁨%1⁩ + كلمة</translation>
    </message>
    <message>
        <source>%1 blocked, counts nowhere</source>
        <translation>⁨%1⁩ محظور، لا يُحسب في أي مكان</translation>
    </message>
    <message>
        <source>Show the blocked users</source>
        <translation>إظهار المحظورين</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>إلغاء حظر ⁨%1⁩</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>إظهار…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>FeedRow</name>
    <message>
        <source>Block %1</source>
        <translation>حظر ⁨%1⁩</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>حظر</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>إخفاء هذه الرسالة من ⁨%1⁩</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>Folder above</source>
        <translation>المجلد الأعلى</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>استخدام هذا المجلد</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>%1, %2 tweets, %3</source>
        <translation>⁨%1⁩، ⁨%2⁩ تغريدة، ⁨%3⁩</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>There is no such file or folder.</source>
        <translation>لا يوجد ملف أو مجلد كهذا.</translation>
    </message>
    <message>
        <source>This folder cannot be read: %1</source>
        <translation>لا يمكن قراءة هذا المجلد: ⁨%1⁩</translation>
    </message>
    <message>
        <source>More than %1 entries: type the path instead.</source>
        <translation>أكثر من ⁨%1⁩ عنصر: اكتب المسار.</translation>
    </message>
    <message>
        <source>No files here.</source>
        <translation>لا ملفات هنا.</translation>
    </message>
    <message>
        <source>No recordings here.</source>
        <translation>لا تسجيلات هنا.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>الأخيرة</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>التسجيلات</translation>
    </message>
    <message>
        <source>With the program</source>
        <translation>مع البرنامج</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>المجلد الشخصي</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>سطح المكتب</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>التنزيلات</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>الموسيقى</translation>
    </message>
    <message>
        <source>not found: %1</source>
        <translation>غير موجود: ⁨%1⁩</translation>
    </message>
    <message>
        <source>No sound set here: it has a folder for each instrument.</source>
        <translation>لا مجموعة أصوات هنا: لها مجلد لكل آلة.</translation>
    </message>
    <message>
        <source>A sound set with %1 of %2 instruments.</source>
        <translation>مجموعة أصوات فيها ⁨%1⁩ من ⁨%2⁩ آلات.</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>⁨%1⁩ kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>⁨%1⁩ MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>⁨%1⁩ GB</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>مستخدم واحد</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>⁨%1⁩ مستخدمين</translation>
    </message>
    <message>
        <source>1 window</source>
        <translation>نافذة واحدة</translation>
    </message>
    <message>
        <source>%1 windows</source>
        <translation>⁨%1⁩ نوافذ</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>سُجّل</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>تدخل واحد</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>⁨%1⁩ تدخلات</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>باليد</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>مجموعة الأصوات</translation>
    </message>
    <message>
        <source>none: by the rules</source>
        <translation>لا شيء: حسب القواعد</translation>
    </message>
    <message>
        <source>recorded: plays as it was</source>
        <translation>مسجلة: يُعزف كما كان</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>القرارات</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>is still being recorded</source>
        <translation>ما زال يُسجَّل</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>تلف</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>1 tweet</source>
        <translation>تغريدة واحدة</translation>
    </message>
    <message>
        <source>%1 tweets</source>
        <translation>⁨%1⁩ تغريدة</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>ok</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>انظر فيه</translation>
    </message>
    <message>
        <source>fix it</source>
        <translation>أصلحه</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>لم يُفحص</translation>
    </message>
</context>
<context>
    <name>FirstRunBar</name>
    <message>
        <source>This is a demo with a simulated crowd.</source>
        <translation>هذا عرض تجريبي بجمهور محاكى.</translation>
    </message>
    <message>
        <source>Play with it, or bring your own:</source>
        <translation>جرّبه أو أحضر ما لديك:</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>افتح تسجيلًا…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>اتصل بـ Kafka…</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>مجموعة أصوات…</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>فحص ما قبل العرض</translation>
    </message>
    <message>
        <source>Close this bar</source>
        <translation>أغلق هذا الشريط</translation>
    </message>
</context>
<context>
    <name>FloorSwitch</name>
    <message>
        <source>Rhythm floor</source>
        <translation>أرضية الإيقاع</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>الأرضية</translation>
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
        <translation>⁨%1⁩: Enter للكتابة</translation>
    </message>
</context>
<context>
    <name>GoButton</name>
    <message>
        <source>locked</source>
        <translation>مقفل</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Pre-listen to what comes no longer</source>
        <translation>أوقف الاستماع المسبق لما يأتي</translation>
    </message>
    <message>
        <source>Pre-listen to what will land next</source>
        <translation>استمع مسبقًا لما سيحل</translation>
    </message>
    <message>
        <source>NOW</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>الوضع</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>المقطع</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>المرشّح</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>الذروة</translation>
    </message>
</context>
<context>
    <name>HandsMenu</name>
    <message>
        <source>Who did what</source>
        <translation>من فعل ماذا</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>لا شيء بعد</translation>
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
        <translation>تأخر</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>تراجع: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>إعادة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Unlock console</source>
        <translation>افتح قفل لوحة التحكم</translation>
    </message>
    <message>
        <source>Lock console</source>
        <translation>اقفل لوحة التحكم</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>CONNECTING</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>BROKER LOST</source>
        <translation>فُقد الوسيط</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>تجريبي</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>REPLAY ENDED</source>
        <translation>انتهت الإعادة</translation>
    </message>
    <message>
        <source>simulated crowd, %1 users, no broker needed</source>
        <translation>جمهور محاكى، ⁨%1⁩ شخص، بلا وسيط</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>بواسطة ⁨%1⁩</translation>
    </message>
    <message>
        <source>here</source>
        <translation>هنا</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>%1 kHz · %2 frames · xruns %3</source>
        <translation>⁨%1⁩ kHz · ⁨%2⁩ إطار · xruns ⁨%3⁩</translation>
    </message>
    <message>
        <source>silent clock</source>
        <translation>ساعة صامتة</translation>
    </message>
    <message>
        <source>sound device missing</source>
        <translation>جهاز الصوت مفقود</translation>
    </message>
    <message>
        <source>no sound card found</source>
        <translation>لا بطاقة صوت</translation>
    </message>
    <message>
        <source>no sound device chosen</source>
        <translation>لم يُختر جهاز صوت</translation>
    </message>
    <message>
        <source>sound device</source>
        <translation>جهاز الصوت</translation>
    </message>
    <message>
        <source>engine ok</source>
        <translation>المحرك سليم</translation>
    </message>
    <message>
        <source>engine starting</source>
        <translation>المحرك يبدأ</translation>
    </message>
    <message>
        <source>engine restarting</source>
        <translation>المحرك يعيد البدء</translation>
    </message>
    <message>
        <source>engine failed</source>
        <translation>تعطل المحرك</translation>
    </message>
    <message>
        <source>no broker, demo crowd</source>
        <translation>بلا وسيط، جمهور تجريبي</translation>
    </message>
    <message>
        <source>no broker needed</source>
        <translation>بلا وسيط</translation>
    </message>
    <message>
        <source>broker lost since %1</source>
        <translation>الوسيط مفقود منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>broker ok</source>
        <translation>الوسيط سليم</translation>
    </message>
    <message>
        <source>%1 tweets, %2/s</source>
        <translation>⁨%1⁩ تغريدة، ⁨%2⁩/ث</translation>
    </message>
    <message>
        <source>not recording</source>
        <translation>لا تسجيل</translation>
    </message>
    <message>
        <source>show recorded</source>
        <translation>العرض يُسجَّل</translation>
    </message>
    <message>
        <source>recording %1</source>
        <translation>تسجيل ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>⁨%1⁩/ث</translation>
    </message>
    <message>
        <source>%1 % late</source>
        <translation>⁨%1⁩ % متأخر</translation>
    </message>
    <message>
        <source>%1: is a sender&apos;s clock off?</source>
        <translation>⁨%1⁩: هل ساعة أحد المرسلين خاطئة؟</translation>
    </message>
    <message>
        <source>saves frames (%1)</source>
        <translation>يوفّر الإطارات (⁨%1⁩)</translation>
    </message>
    <message>
        <source>the screen may sleep</source>
        <translation>قد تنام الشاشة</translation>
    </message>
    <message>
        <source>stage on %1 %2×%3</source>
        <translation>المسرح على ⁨%1⁩ ⁨%2⁩×⁨%3⁩</translation>
    </message>
    <message>
        <source>stage in a window</source>
        <translation>المسرح في نافذة</translation>
    </message>
    <message>
        <source>main</source>
        <translation>رئيسية</translation>
    </message>
    <message>
        <source>main, %1 follows</source>
        <translation>رئيسية، ⁨%1⁩ تتبع</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>تتبع ⁨%1⁩</translation>
    </message>
    <message>
        <source>the main console is missing</source>
        <translation>اللوحة الرئيسية مفقودة</translation>
    </message>
    <message>
        <source>%1 last seen %2 ago</source>
        <translation>شوهد ⁨%1⁩ قبل ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 s · bars %2 ms · clocks %3 ms</source>
        <translation>⁨%1⁩ ث · المازورات ⁨%2⁩ مث · الساعات ⁨%3⁩ مث</translation>
    </message>
    <message>
        <source>phone: %1</source>
        <translation>الهاتف: ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>⁨%1⁩ مفقود</translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation>⁨%1⁩ عاد</translation>
    </message>
    <message>
        <source>%1 in use elsewhere</source>
        <translation>⁨%1⁩ مستخدم في مكان آخر</translation>
    </message>
</context>
<context>
    <name>HealthLine</name>
    <message>
        <source>Health</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>projector lost</source>
        <translation>فُقد جهاز العرض</translation>
    </message>
    <message>
        <source>stage closed</source>
        <translation>المسرح مغلق</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Held for a moment</source>
        <translation>اضغط لحظة</translation>
    </message>
</context>
<context>
    <name>HowToVote</name>
    <message>
        <source>+ a word, or</source>
        <translation>+ كلمة، أو</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ كلمة</translation>
    </message>
</context>
<context>
    <name>JoinScene</name>
    <message>
        <source>Scan, or open</source>
        <translation>امسح الرمز أو افتح</translation>
    </message>
    <message>
        <source>or post</source>
        <translation>أو انشر</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ كلمة</translation>
    </message>
    <message>
        <source>phones in the band</source>
        <translation>هواتف في الفرقة</translation>
    </message>
    <message>
        <source>phones</source>
        <translation>هواتف</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>يُغلق التصويت بعد</translation>
    </message>
    <message>
        <source>Post it with one of these words</source>
        <translation>انشره مع إحدى هذه الكلمات</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Press a key or a button of the clicker</source>
        <translation>اضغط مفتاحًا أو زرًّا من جهاز التحكم</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>اختر مفتاحًا</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>المفتاح: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Press it…</source>
        <translation>اضغطه…</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>مفتاح…</translation>
    </message>
    <message>
        <source>What the key does</source>
        <translation>ما يفعله المفتاح</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>What %1 does</source>
        <translation>ما يفعله ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>⁨%1⁩: عودة إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>الافتراضي</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>ar</translation>
    </message>
</context>
<context>
    <name>LastSeconds</name>
    <message>
        <source>votes lock in</source>
        <translation>يُغلق التصويت بعد</translation>
    </message>
</context>
<context>
    <name>LeaderRows</name>
    <message>
        <source>nobody yet</source>
        <translation>لا أحد بعد</translation>
    </message>
</context>
<context>
    <name>LeadersPanel</name>
    <message>
        <source>users</source>
        <translation>أشخاص</translation>
    </message>
    <message>
        <source>Leaderboard</source>
        <translation>لوحة الصدارة</translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>Learn: choose a control on the console.</source>
        <translation>تعلّم: اختر عنصر تحكم على الطاولة.</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>⁨%1⁩: حرّك الآن منزلقًا أو مقبضًا أو زرًا.</translation>
    </message>
    <message>
        <source>until now: %1</source>
        <translation>حتى الآن: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>LearnBar</name>
    <message>
        <source>Forget this one: no control does it any more</source>
        <translation>انسَ هذا: لن يفعله أي عنصر تحكم بعد الآن</translation>
    </message>
    <message>
        <source>Forget this one</source>
        <translation>انسَ هذا</translation>
    </message>
    <message>
        <source>Take back what was learnt last</source>
        <translation>تراجع عن آخر ما تم تعلّمه</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>End learn mode; what was learnt stays</source>
        <translation>إنهاء وضع التعلّم؛ ما تم تعلّمه يبقى</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>LearnRing</name>
    <message>
        <source>waits</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>Teach a control: %1</source>
        <translation>علّم عنصر تحكم: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Teach a control: %1, %2</source>
        <translation>علّم عنصر تحكم: ⁨%1⁩، ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>LearnRow</name>
    <message>
        <source>waits</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>انسَ ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>The show is live: votes of %1 count.</source>
        <translation>العرض مباشر: أصوات ⁨%1⁩ محسوبة.</translation>
    </message>
    <message>
        <source>The master is recorded, so far %1. The file is completed.</source>
        <translation>يُسجَّل الماستر، حتى الآن ⁨%1⁩. يُستكمل الملف.</translation>
    </message>
    <message>
        <source>The report is not finished: it would stop.</source>
        <translation>لم يكتمل التقرير: سيتوقف.</translation>
    </message>
    <message>
        <source>The stage is open: the room sees it close.</source>
        <translation>المسرح مفتوح: سترى القاعة إغلاقه.</translation>
    </message>
    <message>
        <source>The console is locked.</source>
        <translation>لوحة التحكم مقفلة.</translation>
    </message>
    <message>
        <source>Fading out: the program ends in %1</source>
        <translation>تلاشٍ: ينتهي البرنامج بعد ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>LeavingList</name>
    <message>
        <source>Off the stage</source>
        <translation>يغادر المسرح</translation>
    </message>
</context>
<context>
    <name>LockedMark</name>
    <message>
        <source>Locked</source>
        <translation>أُغلق</translation>
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
        <translation>افتح تسجيلًا…</translation>
    </message>
    <message>
        <source>Recent recordings…</source>
        <translation>آخر التسجيلات…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>اتصل بـ Kafka…</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>عد إلى العرض التجريبي</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>مجموعة أصوات…</translation>
    </message>
    <message>
        <source>Crowd: limit, blocked users, page…</source>
        <translation>الجمهور: الحد، المحظورون، الصفحة…</translation>
    </message>
    <message>
        <source>SQL into the stream…</source>
        <translation>استعلام SQL في التدفق…</translation>
    </message>
    <message>
        <source>Talk clock…</source>
        <translation>ساعة الحديث…</translation>
    </message>
    <message>
        <source>Store a snapshot…</source>
        <translation>حفظ لقطة…</translation>
    </message>
    <message>
        <source>Who did what…</source>
        <translation>من فعل ماذا…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>اكتب تقرير هذا العرض</translation>
    </message>
    <message>
        <source>Pre-flight check…</source>
        <translation>فحص ما قبل العرض…</translation>
    </message>
    <message>
        <source>Controllers: MIDI, OSC, phones…</source>
        <translation>وحدات التحكم: MIDI، OSC، هواتف…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>خروج…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>المفتاح: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>Master</name>
    <message>
        <source>Scene %1</source>
        <translation>المشهد ⁨%1⁩</translation>
    </message>
    <message>
        <source>since bar %1</source>
        <translation>منذ م. ⁨%1⁩</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>Space releases</source>
        <translation>المسافة تحرّر</translation>
    </message>
    <message>
        <source>No more</source>
        <translation>لا مزيد</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>م. ⁨%1⁩</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>افتتاح</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>يبقى</translation>
    </message>
    <message>
        <source>off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>plays</source>
        <translation>يعزف</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>لا جهاز</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>لا صوت</translation>
    </message>
    <message>
        <source>Out 1–2</source>
        <translation>مخرج 1–2</translation>
    </message>
    <message>
        <source>until scene 1</source>
        <translation>حتى المشهد 1</translation>
    </message>
    <message>
        <source>DIM %1 dB</source>
        <translation>خفض ⁨%1⁩ dB</translation>
    </message>
</context>
<context>
    <name>MasterHead</name>
    <message>
        <source>Master</source>
        <translation>الماستر</translation>
    </message>
</context>
<context>
    <name>MasterLevel</name>
    <message>
        <source>Level of the master</source>
        <translation>مستوى الماستر</translation>
    </message>
    <message>
        <source>Gain of the master</source>
        <translation>كسب الماستر</translation>
    </message>
</context>
<context>
    <name>MasterStrip</name>
    <message>
        <source>Master</source>
        <translation>الماستر</translation>
    </message>
    <message>
        <source>LUFS</source>
        <translation>LUFS</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>الحد</translation>
    </message>
    <message>
        <source>Ceiling of the limiter: %1 dB</source>
        <translation>سقف المحدّد: ⁨%1⁩ dB</translation>
    </message>
    <message>
        <source>no output</source>
        <translation>لا مخرج</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>صامت</translation>
    </message>
    <message>
        <source>Gain of the master in decibels</source>
        <translation>كسب الماستر بالديسيبل</translation>
    </message>
    <message>
        <source>Pre-listening: %1</source>
        <translation>استماع مسبق: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>MessageWall</name>
    <message>
        <source>Post it with one of these words</source>
        <translation>انشره مع إحدى هذه الكلمات</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>%1 clipped: put the mark out</source>
        <translation>تشبّع ⁨%1⁩: امسح العلامة</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>مقطع</translation>
    </message>
</context>
<context>
    <name>MidiPart</name>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>looked for all the time</source>
        <translation>يُبحث عنها دائمًا</translation>
    </message>
    <message>
        <source>looked for all the time: plug in, no restart</source>
        <translation>يُبحث عنها دائمًا: صِل دون إعادة تشغيل</translation>
    </message>
    <message>
        <source>Ctrl L</source>
        <translation>Ctrl L</translation>
    </message>
    <message>
        <source>Learn on the console: point at a control, move a knob</source>
        <translation>تعلّم على الطاولة: أشر إلى عنصر وحرّك مقبضًا</translation>
    </message>
    <message>
        <source>Learn on the console</source>
        <translation>تعلّم على الطاولة</translation>
    </message>
    <message>
        <source>Learn: point at a control, move a knob</source>
        <translation>تعلّم: أشر ثم حرّك مقبضًا</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Learn from a list</source>
        <translation>تعلّم من قائمة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>آخر ما سُمع</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Faders take over</source>
        <translation>تسلّم المنزلقات</translation>
    </message>
    <message>
        <source>Its lights</source>
        <translation>أضواؤه</translation>
    </message>
    <message>
        <source>Softly</source>
        <translation>بسلاسة</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>فورًا</translation>
    </message>
    <message>
        <source>softly: a dashed ghost shows the hardware until it meets</source>
        <translation>بسلاسة: طيف متقطع يبيّن موضع الجهاز حتى يتلاقيا</translation>
    </message>
    <message>
        <source>show mode, mute, solo and what else the map lights</source>
        <translation>تبيّن الوضع والكتم والمنفرد وغيرها</translation>
    </message>
    <message>
        <source>What a control can do</source>
        <translation>ما يمكن أن يفعله عنصر التحكم</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>some servers need none</source>
        <translation>بعض الخوادم لا تحتاجه</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
</context>
<context>
    <name>NetworksPart</name>
    <message>
        <source>Off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>متابَع</translation>
    </message>
</context>
<context>
    <name>NextSlot</name>
    <message>
        <source>Next: %1</source>
        <translation>التالي: ⁨%1⁩</translation>
    </message>
    <message>
        <source>C on the strip</source>
        <translation>C على القناة</translation>
    </message>
    <message>
        <source>Cancel the change of %1</source>
        <translation>إلغاء تغيير ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The stage is closed: S opens it.</source>
        <translation>المسرح مغلق: S يفتحه.</translation>
    </message>
    <message>
        <source>The winner is on the stage, whose screen is gone.</source>
        <translation>الفائز على المسرح الذي فُقدت شاشته.</translation>
    </message>
    <message>
        <source>The winner is on the stage, which is closed.</source>
        <translation>الفائز على المسرح وهو مغلق.</translation>
    </message>
    <message>
        <source>S opens it, W ends the moment.</source>
        <translation>S يفتحه، W ينهي اللحظة.</translation>
    </message>
</context>
<context>
    <name>NowSlot</name>
    <message>
        <source>Now: %1</source>
        <translation>الآن: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>Sound set</source>
        <translation>مجموعة الأصوات</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>افتح تسجيلًا</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>Folder above</source>
        <translation>المجلد الأعلى</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>مجلد أو ملف</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>سُجّل</translation>
    </message>
    <message>
        <source>length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>تغريدات</translation>
    </message>
    <message>
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>The show ends when a recording opens: it asks first.</source>
        <translation>فتح تسجيل ينهي العرض: يُسأل أولًا.</translation>
    </message>
    <message>
        <source>Write the report of the chosen recording</source>
        <translation>اكتب تقرير التسجيل المختار</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>تقرير</translation>
    </message>
    <message>
        <source>Play with this folder</source>
        <translation>اعزف بهذا المجلد</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>افتح</translation>
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
        <translation>تقديم OSC</translation>
    </message>
    <message>
        <source>Serve OSC during this show</source>
        <translation>تقديم OSC خلال هذا العرض</translation>
    </message>
    <message>
        <source>Port, who may send and who gets the state: in the settings, under Controllers. They count from the next start on.</source>
        <translation>المنفذ ومن يرسل ومن يتلقى الحالة: في الإعدادات، تحت وحدات التحكم. تسري من التشغيل التالي.</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>آخر ما سُمع</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>Port and addresses…</source>
        <translation>المنفذ والعناوين…</translation>
    </message>
</context>
<context>
    <name>OutputButton</name>
    <message>
        <source>Output: %1. Choose another</source>
        <translation>المخرج: ⁨%1⁩. اختر غيره</translation>
    </message>
</context>
<context>
    <name>OutputMenu</name>
    <message>
        <source>Sound outputs</source>
        <translation>مخارج الصوت</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>Silence</source>
        <translation>صمت</translation>
    </message>
    <message>
        <source>null: the clock goes on</source>
        <translation>null: الساعة مستمرة</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>ابحث مجددًا</translation>
    </message>
    <message>
        <source>Looking for outputs…</source>
        <translation>جارٍ البحث عن المخارج…</translation>
    </message>
    <message>
        <source>Pre-listening</source>
        <translation>استماع مسبق</translation>
    </message>
    <message>
        <source>default</source>
        <translation>الافتراضي</translation>
    </message>
    <message>
        <source>the sounds are converted to it</source>
        <translation>تُحوَّل الأصوات إليه</translation>
    </message>
</context>
<context>
    <name>OverrideLine</name>
    <message>
        <source>amber: overwritten</source>
        <translation>أصفر: يُستبدل</translation>
    </message>
    <message>
        <source>armed: %1</source>
        <translation>مجهّز: ⁨%1⁩</translation>
    </message>
    <message>
        <source>The room is dimmed, %1; D ends it</source>
        <translation>القاعة مخفّضة، ⁨%1⁩؛ D ينهيه</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Shh.</source>
        <translation>هدوء.</translation>
    </message>
    <message>
        <source>Back in a moment.</source>
        <translation>نعود بعد لحظة.</translation>
    </message>
    <message>
        <source>Your votes count.</source>
        <translation>أصواتكم محسوبة.</translation>
    </message>
    <message>
        <source>No vote yet:</source>
        <translation>لا أصوات بعد:</translation>
    </message>
    <message>
        <source>this scene stays.</source>
        <translation>يبقى هذا المشهد.</translation>
    </message>
</context>
<context>
    <name>PhonesPart</name>
    <message>
        <source>Presenter&apos;s phones</source>
        <translation>هواتف المقدّم</translation>
    </message>
    <message>
        <source>Send %1 away</source>
        <translation>إبعاد ⁨%1⁩</translation>
    </message>
    <message>
        <source>Send away</source>
        <translation>إبعاد</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>مزج</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>إدارة</translation>
    </message>
    <message>
        <source>Withdraw the code</source>
        <translation>اسحب الرمز</translation>
    </message>
    <message>
        <source>Pair a phone</source>
        <translation>أقرن هاتفًا</translation>
    </message>
    <message>
        <source>Code that pairs a phone</source>
        <translation>رمز يقرن هاتفًا</translation>
    </message>
</context>
<context>
    <name>Pressable</name>
    <message>
        <source>Key: %1</source>
        <translation>المفتاح: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the page&apos;s address</source>
        <translation>رمز QR لعنوان الصفحة</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>لا عنوان</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>Running…</source>
        <translation>يعمل…</translation>
    </message>
    <message>
        <source>the first %1 shown</source>
        <translation>عُرض أول ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>⁨%1⁩ ms</translation>
    </message>
</context>
<context>
    <name>QueryBars</name>
    <message>
        <source>and %1 more</source>
        <translation>و⁨%1⁩ أخرى</translation>
    </message>
</context>
<context>
    <name>QueryEditor</name>
    <message>
        <source>Query</source>
        <translation>استعلام</translation>
    </message>
</context>
<context>
    <name>QueryList</name>
    <message>
        <source>Queries</source>
        <translation>استعلامات</translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>جاهزة</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Nothing was run yet.</source>
        <translation>لم يُنفَّذ شيء بعد.</translation>
    </message>
    <message>
        <source>No ready queries here.</source>
        <translation>لا استعلامات جاهزة هنا.</translation>
    </message>
</context>
<context>
    <name>QueryPage</name>
    <message>
        <source>SQL on the stream</source>
        <translation>SQL على التدفق</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>تنفيذ</translation>
    </message>
    <message>
        <source>Run (Ctrl Enter)</source>
        <translation>تنفيذ (Ctrl Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>العرض على شكل</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>أعمدة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الزمن</translation>
    </message>
    <message>
        <source>On the stage</source>
        <translation>على المسرح</translation>
    </message>
    <message>
        <source>Show on the stage</source>
        <translation>عرض على المسرح</translation>
    </message>
    <message>
        <source>goes on with the stream</source>
        <translation>يتابع التدفق</translation>
    </message>
    <message>
        <source>Views: tweets, votes, charts (one row a window and instrument), users.
Ctrl Enter runs; the answer follows the stream until Stop.
The music is never touched: a query has its own time and memory.</source>
        <translation>العروض: tweets وvotes وcharts (صف لكل نافذة وآلة) وusers.
Ctrl Enter ينفّذ؛ يتبع الجواب التدفق حتى الإيقاف.
لا تتأثر الموسيقى: للاستعلام وقته وذاكرته.</translation>
    </message>
</context>
<context>
    <name>QueryPlot</name>
    <message>
        <source>Lines over time: %1</source>
        <translation>خطوط عبر الزمن: ⁨%1⁩</translation>
    </message>
    <message>
        <source>across</source>
        <translation>أفقيا</translation>
    </message>
    <message>
        <source>up</source>
        <translation>عموديا</translation>
    </message>
    <message>
        <source>a line for each</source>
        <translation>خط لكل</translation>
    </message>
</context>
<context>
    <name>QueryRows</name>
    <message>
        <source>and %1 more</source>
        <translation>و⁨%1⁩ أخرى</translation>
    </message>
</context>
<context>
    <name>QueryScene</name>
    <message>
        <source>live, after %1 tweets</source>
        <translation>مباشر، بعد ⁨%1⁩ تغريدة</translation>
    </message>
    <message>
        <source>after %1 tweets</source>
        <translation>بعد ⁨%1⁩ تغريدة</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>يُغلق التصويت بعد</translation>
    </message>
</context>
<context>
    <name>QueryTable</name>
    <message>
        <source>Bars of %1</source>
        <translation>أعمدة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الجواب</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Messages to approve, %1 wait: arrows up and down choose, right approves, left refuses</source>
        <translation>رسائل للموافقة، ⁨%1⁩ تنتظر: السهمان لأعلى وأسفل يختاران، اليمين يوافق، اليسار يرفض</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>لا شيء ينتظر</translation>
    </message>
    <message>
        <source>Approve all of this page without a listed word</source>
        <translation>الموافقة على كل ما في هذه الصفحة بلا كلمة من القائمة</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>الموافقة على ⁨%1⁩</translation>
    </message>
    <message>
        <source>Approve %1 clean</source>
        <translation>الموافقة على ⁨%1⁩ سليمة</translation>
    </message>
    <message>
        <source>Refuse all of this page with a listed word</source>
        <translation>رفض كل ما في هذه الصفحة بكلمة من القائمة</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <translation>رفض ⁨%1⁩</translation>
    </message>
    <message>
        <source>Refuse %1 marked</source>
        <translation>رفض ⁨%1⁩ معلّمة</translation>
    </message>
    <message>
        <source>Next page of waiting messages</source>
        <translation>الصفحة التالية من الرسائل المنتظرة</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>the page holds still</source>
        <translation>الصفحة ثابتة</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>word list: %1</source>
        <translation>قائمة الكلمات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>word list</source>
        <translation>قائمة الكلمات</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>وُوفق عليه</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>حُسم</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>حظر ⁨%1⁩</translation>
    </message>
    <message>
        <source>Refuse the message of %1</source>
        <translation>رفض رسالة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Approve the message of %1</source>
        <translation>الموافقة على رسالة ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>Top %1 play next</source>
        <translation>أعلى ⁨%1⁩ تعزف بعد ذلك</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>GO, snapshots and changes by hand</source>
        <translation>GO واللقطات والتغييرات اليدوية</translation>
    </message>
</context>
<context>
    <name>RailRest</name>
    <message>
        <source>Arm: what you press waits for GO</source>
        <translation>تجهيز: ما تضغطه ينتظر GO</translation>
    </message>
    <message>
        <source>Arming</source>
        <translation>مجهّز</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>تجهيز</translation>
    </message>
    <message>
        <source>Store the desk: choose a place, 1 to 8; Esc: no</source>
        <translation>احفظ الطاولة: اختر مكانًا من 1 إلى 8؛ Esc: لا</translation>
    </message>
    <message>
        <source>Store as</source>
        <translation>حفظ في</translation>
    </message>
    <message>
        <source>All to AUTO: modes, clips and filters back to the crowd</source>
        <translation>الكل إلى AUTO: الأوضاع والمقاطع والمرشّحات تعود للجمهور</translation>
    </message>
    <message>
        <source>All AUTO</source>
        <translation>الكل AUTO</translation>
    </message>
    <message>
        <source>⇧ A</source>
        <comment>Shift and A</comment>
        <translation>⇧ A</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>انسَ ما جُهّز</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Do not store</source>
        <translation>لا تحفظ</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
</context>
<context>
    <name>RecordingPreview</name>
    <message>
        <source>No recording is chosen.</source>
        <translation>لم يُختر أي تسجيل.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>going there: %1 %</source>
        <translation>في الطريق: ⁨%1⁩ %</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>من ⁨%1⁩</translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>نافذة ⁨%1⁩</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>يد المقدّم</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>Back to the start</source>
        <translation>عد إلى البداية</translation>
    </message>
    <message>
        <source>The recording has ended</source>
        <translation>انتهى التسجيل</translation>
    </message>
    <message>
        <source>Go on reading the recording</source>
        <translation>تابع قراءة التسجيل</translation>
    </message>
    <message>
        <source>Pause the recording; the music goes on</source>
        <translation>أوقف التسجيل مؤقتًا؛ الموسيقى مستمرة</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Play the recording from the start</source>
        <translation>شغّل التسجيل من البداية</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>مجددًا</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>من البداية</translation>
    </message>
    <message>
        <source>Open another recording</source>
        <translation>افتح تسجيلًا آخر</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>افتح…</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>افتح آخر…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>اكتب تقرير هذا العرض</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>تقرير</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>عد إلى العرض التجريبي بجمهوره المحاكى</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>تجريبي</translation>
    </message>
    <message>
        <source>The recording begins again at its end; press: it ends</source>
        <translation>يعود التسجيل إلى بدايته عند نهايته؛ اضغط: ينتهي</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>ابدأ مجددًا عند النهاية</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>تكرار</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
</context>
<context>
    <name>RevealBoard</name>
    <message>
        <source>Next race</source>
        <translation>السباق التالي</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ جديد</translation>
    </message>
    <message>
        <source>= stays</source>
        <translation>= يبقى</translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message>
        <source>The room at its level again</source>
        <translation>القاعة على مستواها مجددًا</translation>
    </message>
    <message>
        <source>Dim the room by 20 dB (never in a recording)</source>
        <translation>خفض القاعة 20 dB (ليس في أي تسجيل)</translation>
    </message>
    <message>
        <source>Dim</source>
        <translation>خفض</translation>
    </message>
    <message>
        <source>The room in stereo again</source>
        <translation>القاعة ستيريو مجددًا</translation>
    </message>
    <message>
        <source>Mono in the room (never in a recording)</source>
        <translation>أحادي في القاعة (ليس في أي تسجيل)</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>أحادي</translation>
    </message>
</context>
<context>
    <name>ScreenTiles</name>
    <message>
        <source>Show numbers</source>
        <translation>إظهار الأرقام</translation>
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
        <translation>المفتاح: ⁨%1⁩</translation>
    </message>
    <message>
        <source>A</source>
        <comment>the mode AUTO, short</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>⁨%1⁩: ⁨%2⁩ (⁨%3⁩)</translation>
    </message>
</context>
<context>
    <name>SettingEditor</name>
    <message>
        <source>not set</source>
        <translation>غير محدد</translation>
    </message>
    <message>
        <source>set; type to replace it</source>
        <translation>محدد؛ اكتب لاستبداله</translation>
    </message>
    <message>
        <source>Name of the property</source>
        <translation>اسم الخاصية</translation>
    </message>
    <message>
        <source>its value</source>
        <translation>قيمتها</translation>
    </message>
    <message>
        <source>Value of the property</source>
        <translation>قيمة الخاصية</translation>
    </message>
    <message>
        <source>Test tone on outputs 1 and 2</source>
        <translation>نغمة اختبار على المخرجين 1 و2</translation>
    </message>
    <message>
        <source>Test tone on outputs 3 and 4</source>
        <translation>نغمة اختبار على المخرجين 3 و4</translation>
    </message>
    <message>
        <source>Test tone</source>
        <translation>نغمة اختبار</translation>
    </message>
    <message>
        <source>Tap to set…</source>
        <translation>اضبط بالنقر…</translation>
    </message>
    <message>
        <source>%1: choose</source>
        <translation>⁨%1⁩: اختيار</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>⁨%1⁩: عودة إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>الافتراضي</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>الافتراضي: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Sounds and music</source>
        <translation>الأصوات والموسيقى</translation>
    </message>
    <message>
        <source>Kafka and topics</source>
        <translation>كافكا والمواضيع</translation>
    </message>
    <message>
        <source>Windows and language</source>
        <translation>النوافذ واللغة</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>أجهزة التحكم</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>الشبكات</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Sound card</source>
        <translation>بطاقة الصوت</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>مجموعة الأصوات</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>الموسيقى</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Schema Registry</source>
        <translation>سجل المخططات</translation>
    </message>
    <message>
        <source>Schema Registry: fields</source>
        <translation>سجل المخططات: الحقول</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>النوافذ</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المسرح</translation>
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
        <translation>دردشة Twitch</translation>
    </message>
    <message>
        <source>Voting page</source>
        <translation>صفحة التصويت</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>خرج الساعة</translation>
    </message>
    <message>
        <source>OSC</source>
        <translation>OSC</translation>
    </message>
    <message>
        <source>Presenter&apos;s phone</source>
        <translation>هاتف المقدّم</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>ساعة الحديث</translation>
    </message>
    <message>
        <source>Second laptop</source>
        <translation>الحاسوب الثاني</translation>
    </message>
    <message>
        <source>Keys and clicker</source>
        <translation>المفاتيح وجهاز التحكم</translation>
    </message>
    <message>
        <source>set by the option %1, which wins over the file</source>
        <translation>حدّده الخيار ⁨%1⁩ وله الأولوية على الملف</translation>
    </message>
    <message>
        <source>set by the variable %1, which wins over the file</source>
        <translation>حدّده المتغير ⁨%1⁩ وله الأولوية على الملف</translation>
    </message>
    <message>
        <source>kept; from the next start on</source>
        <translation>حُفظ؛ من البدء القادم</translation>
    </message>
    <message>
        <source>from mwk.toml</source>
        <translation>من mwk.toml</translation>
    </message>
    <message>
        <source>default</source>
        <translation>الافتراضي</translation>
    </message>
    <message>
        <source>a change waits for the next start</source>
        <translation>ينتظر التغيير البدء التالي</translation>
    </message>
    <message>
        <source>acts at once</source>
        <translation>يعمل فورا</translation>
    </message>
    <message>
        <source>%1 outputs</source>
        <translation>⁨%1⁩ مخارج</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>System&apos;s default</source>
        <translation>افتراضي النظام</translation>
    </message>
    <message>
        <source>%1 ms at %2 kHz</source>
        <translation>⁨%1⁩ م.ث عند ⁨%2⁩ كيلوهرتز</translation>
    </message>
    <message>
        <source>wait for it</source>
        <translation>انتظارها</translation>
    </message>
    <message>
        <source>go to the next one</source>
        <translation>الانتقال إلى التالية</translation>
    </message>
    <message>
        <source>black</source>
        <translation>أسود</translation>
    </message>
    <message>
        <source>the hashtag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>The second screen</source>
        <translation>الشاشة الثانية</translation>
    </message>
    <message>
        <source>whichever is there</source>
        <translation>أيًّا كانت</translation>
    </message>
    <message>
        <source>the console is here</source>
        <translation>لوحة التحكم هنا</translation>
    </message>
    <message>
        <source>the stage</source>
        <translation>الخشبة</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>غير موجود الآن</translation>
    </message>
    <message>
        <source>on</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>system</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>نبضة</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>مازورة</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>حلقة</translation>
    </message>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>approved only</source>
        <translation>الموافق عليها فقط</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>%1 does that already.</source>
        <translation>⁨%1⁩ يفعل ذلك بالفعل.</translation>
    </message>
    <message>
        <source>%1 does nothing already.</source>
        <translation>⁨%1⁩ لا يفعل شيئًا بالفعل.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>⁨%1⁩ غير مستعمل.</translation>
    </message>
    <message>
        <source>%1 is taken: %2. That will be replaced.</source>
        <translation>⁨%1⁩ مستعمل: ⁨%2⁩. سيُستبدل ذلك.</translation>
    </message>
    <message>
        <source>No other key does that.</source>
        <translation>لا يفعل ذلك أي مفتاح آخر.</translation>
    </message>
    <message>
        <source>On a strip with the focus it stays what it is there.</source>
        <translation>وعلى القناة التي عليها التركيز يبقى كما هو هناك.</translation>
    </message>
    <message>
        <source>fade out</source>
        <translation>تلاش</translation>
    </message>
    <message>
        <source>the winner</source>
        <translation>الفائز</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>شكرا</translation>
    </message>
    <message>
        <source>by a press</source>
        <translation>بضغطة</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>تلقائيا</translation>
    </message>
    <message>
        <source>This key cannot be given an action.</source>
        <translation>لا يمكن إعطاء هذا المفتاح إجراءً.</translation>
    </message>
    <message>
        <source>The tone sounds…</source>
        <translation>النغمة تُسمع…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>بحث…</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>البحث في الإعدادات</translation>
    </message>
    <message>
        <source>something is wrong here</source>
        <translation>هناك خطأ هنا</translation>
    </message>
    <message>
        <source>Checking Kafka with these settings…</source>
        <translation>جارٍ فحص كافكا بهذه الإعدادات…</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>لا يوجد إعداد بهذه الكلمات.</translation>
    </message>
    <message>
        <source>Kept in %1; comments stay. Enter keeps what was typed.</source>
        <translation>محفوظ في ⁨%1⁩؛ تبقى التعليقات. Enter يحفظ ما كُتب.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>تراجع: ⁨%1⁩</translation>
    </message>
    <message>
        <source>This page back to default</source>
        <translation>إعادة هذه الصفحة إلى الافتراضي</translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message>
        <source>SILENT</source>
        <translation>صمت</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Nothing is heard. Bars, votes and scenes go on.</source>
        <translation>لا يُسمع شيء. المازورات والأصوات والمشاهد مستمرة.</translation>
    </message>
    <message>
        <source>FADED OUT</source>
        <translation>تلاشى</translation>
    </message>
    <message>
        <source>FADING OUT</source>
        <translation>يتلاشى</translation>
    </message>
    <message>
        <source>silent in %1</source>
        <translation>صمت بعد ⁨%1⁩</translation>
    </message>
    <message>
        <source>RETURNS AT BAR %1</source>
        <translation>يعود في المازورة ⁨%1⁩</translation>
    </message>
    <message>
        <source>in 1 beat</source>
        <translation>بعد نبضة</translation>
    </message>
    <message>
        <source>in %1 beats</source>
        <translation>بعد ⁨%1⁩ نبضات</translation>
    </message>
    <message>
        <source>The scene that plays then is heard from its first beat on.</source>
        <translation>يُسمع المشهد الذي يعزف حينها من نبضته الأولى.</translation>
    </message>
    <message>
        <source>Silent for %1 seconds. Resume: hold R.</source>
        <translation>صامت منذ ⁨%1⁩ ثانية. استئناف: اضغط R مطوّلًا.</translation>
    </message>
</context>
<context>
    <name>SilenceBar</name>
    <message>
        <source>Write the report of this show</source>
        <translation>اكتب تقرير هذا العرض</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>تقرير</translation>
    </message>
    <message>
        <source>Resume the music: hold</source>
        <translation>استأنف الموسيقى: اضغط مطوّلًا</translation>
    </message>
    <message>
        <source>Hold longer</source>
        <translation>اضغط مدة أطول</translation>
    </message>
    <message>
        <source>Resume: Esc, then hold R</source>
        <translation>استئناف: Esc ثم R مطوّلًا</translation>
    </message>
    <message>
        <source>Resume: F or hold</source>
        <translation>استئناف: F أو اضغط مطولًا</translation>
    </message>
    <message>
        <source>Resume: hold</source>
        <translation>استئناف: اضغط مطولًا</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>دع الموسيقى تعود</translation>
    </message>
    <message>
        <source>Keep the music: %1</source>
        <translation>أبقِ الموسيقى: ⁨%1⁩</translation>
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
        <translation>هنا</translation>
    </message>
    <message>
        <source>store here</source>
        <translation>احفظ هنا</translation>
    </message>
</context>
<context>
    <name>SnapMenu</name>
    <message>
        <source>a name</source>
        <translation>اسم</translation>
    </message>
    <message>
        <source>Name of snapshot %1</source>
        <translation>اسم اللقطة ⁨%1⁩</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغة</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>استدعاء</translation>
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
        <translation>احفظ الطاولة هنا</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
</context>
<context>
    <name>SpeedChoice</name>
    <message>
        <source>Speed %1</source>
        <translation>السرعة ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>BLACK for %1: B goes on</source>
        <translation>شاشة سوداء منذ ⁨%1⁩: اضغط B للمتابعة</translation>
    </message>
    <message>
        <source>page votes are closed</source>
        <translation>التصويت عبر الصفحة مغلق</translation>
    </message>
    <message>
        <source>level</source>
        <translation>تعادل</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>يبقى</translation>
    </message>
    <message>
        <source>held: this scene stays</source>
        <translation>مثبّت: يبقى هذا المشهد</translation>
    </message>
    <message>
        <source>this scene stays</source>
        <translation>يبقى هذا المشهد</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>أُغلق</translation>
    </message>
    <message>
        <source>And the winner is</source>
        <translation>والفائز هو</translation>
    </message>
    <message>
        <source>A tie: the winners are</source>
        <translation>تعادل: الفائزون هم</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>لا أحد بعد</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>و⁨%1⁩ أخرى</translation>
    </message>
</context>
<context>
    <name>StageClock</name>
    <message>
        <source>this scene</source>
        <translation>هذا المشهد</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>التصويت</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>يبقى</translation>
    </message>
    <message>
        <source>lock in</source>
        <translation>يُغلق بعد</translation>
    </message>
    <message>
        <source>held</source>
        <translation>مثبّت</translation>
    </message>
</context>
<context>
    <name>StageControls</name>
    <message>
        <source>Votes</source>
        <translation>الأصوات</translation>
    </message>
    <message>
        <source>On the stage: the votes</source>
        <translation>على المسرح: الأصوات</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>المشاركة</translation>
    </message>
    <message>
        <source>On the stage: how to join</source>
        <translation>على المسرح: كيف تشارك</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>On the stage: the query of the SQL page</source>
        <translation>على المسرح: استعلام صفحة SQL</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>الفائز</translation>
    </message>
    <message>
        <source>On the stage: the winner</source>
        <translation>على المسرح: الفائز</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>مجددًا</translation>
    </message>
    <message>
        <source>End</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Again: the end, on the stage</source>
        <translation>مرة أخرى: النهاية على المسرح</translation>
    </message>
    <message>
        <source>On the stage: the end, pressed twice</source>
        <translation>على المسرح: النهاية، ضغطتان</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>الشعار</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>أسود</translation>
    </message>
    <message>
        <source>On the stage: black, again: the logo, again: the votes</source>
        <translation>على المسرح: أسود، مرة أخرى: الشعار، مرة أخرى: الأصوات</translation>
    </message>
    <message>
        <source>On the stage: what is set instead of black, again: the votes</source>
        <translation>على المسرح: ما يحل محل الأسود، مرة أخرى: الأصوات</translation>
    </message>
</context>
<context>
    <name>StageLeaders</name>
    <message>
        <source>Leaderboard</source>
        <translation>لوحة الصدارة</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>تغريدات</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>لا أحد بعد</translation>
    </message>
</context>
<context>
    <name>StageMessageRow</name>
    <message>
        <source>off the stage</source>
        <translation>لم تعد ظاهرة</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>إخفاء هذه الرسالة من ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>StageMessages</name>
    <message>
        <source>On the stage now</source>
        <translation>على المسرح الآن</translation>
    </message>
    <message>
        <source>no message</source>
        <translation>لا رسالة</translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>Stage</source>
        <translation>المسرح</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>الصدارة</translation>
    </message>
    <message>
        <source>Open the stage: its screen is gone</source>
        <translation>افتح المسرح: فُقدت شاشته</translation>
    </message>
    <message>
        <source>Close the stage</source>
        <translation>أغلق المسرح</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>افتح المسرح</translation>
    </message>
    <message>
        <source>No screen</source>
        <translation>لا شاشة</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>StageThumb</name>
    <message>
        <source>No screen</source>
        <translation>لا شاشة</translation>
    </message>
    <message>
        <source>closed: S opens</source>
        <translation>مغلق: S يفتحه</translation>
    </message>
    <message>
        <source>The stage shows: %1</source>
        <translation>المسرح يعرض: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>StageWindow</name>
    <message>
        <source>Music with Kafka: stage</source>
        <translation>Music with Kafka: المسرح</translation>
    </message>
    <message>
        <source>Be right back</source>
        <translation>نعود حالًا</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>%1, waits for GO</source>
        <translation>⁨%1⁩، ينتظر GO</translation>
    </message>
    <message>
        <source>now: %1; next: %2</source>
        <translation>الآن: ⁨%1⁩؛ التالي: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Mode of %1</source>
        <translation>وضع ⁨%1⁩</translation>
    </message>
    <message>
        <source>Ctrl %1</source>
        <translation>Ctrl ⁨%1⁩</translation>
    </message>
    <message>
        <source>Filter of %1: off</source>
        <translation>مرشّح ⁨%1⁩: متوقف</translation>
    </message>
    <message>
        <source>Filter of %1: low-pass %2 hertz</source>
        <translation>مرشّح ⁨%1⁩: تمرير منخفض ⁨%2⁩ هرتز</translation>
    </message>
    <message>
        <source>Filter of %1: high-pass %2 hertz</source>
        <translation>مرشّح ⁨%1⁩: تمرير مرتفع ⁨%2⁩ هرتز</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>صامت</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>مكتوم</translation>
    </message>
    <message>
        <source>solo: %1</source>
        <translation>منفرد: ⁨%1⁩</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>م. ⁨%1⁩</translation>
    </message>
    <message>
        <source>on GO</source>
        <translation>عند GO</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>يتوقف</translation>
    </message>
    <message>
        <source>Stays off</source>
        <translation>يبقى</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>تالف</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>لا ملف</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>مفقود</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>يبقى</translation>
    </message>
    <message>
        <source>To AUTO</source>
        <translation>إلى AUTO</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>لا يُقرأ</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>الملف غير موجود</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>من ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>StripFoot</name>
    <message>
        <source>Gain of %1 in decibels</source>
        <translation>كسب ⁨%1⁩ بالديسيبل</translation>
    </message>
    <message>
        <source>M on the strip</source>
        <translation>M على القناة</translation>
    </message>
    <message>
        <source>Let %1 be heard again</source>
        <translation>أسمِع ⁨%1⁩ مجددًا</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>اكتم ⁨%1⁩</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>Shift ⁨%1⁩</translation>
    </message>
    <message>
        <source>End the solo of %1</source>
        <translation>أنهِ انفراد ⁨%1⁩</translation>
    </message>
    <message>
        <source>Solo %1</source>
        <translation>انفراد ⁨%1⁩</translation>
    </message>
    <message>
        <source>H on the strip</source>
        <translation>H على القناة</translation>
    </message>
    <message>
        <source>Pre-listen to %1 no longer</source>
        <translation>أوقف الاستماع المسبق إلى ⁨%1⁩</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>استماع مسبق إلى ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>StripLevel</name>
    <message>
        <source>Level of %1</source>
        <translation>مستوى ⁨%1⁩</translation>
    </message>
    <message>
        <source>Gain of %1</source>
        <translation>كسب ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>over</source>
        <translation>زيادة</translation>
    </message>
    <message>
        <source>left</source>
        <translation>متبقٍ</translation>
    </message>
    <message>
        <source>Talk: %1 %2</source>
        <translation>الحديث: ⁨%1⁩ ⁨%2⁩</translation>
    </message>
    <message>
        <source>The talk has not begun</source>
        <translation>لم يبدأ الحديث</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>ينتهي في ⁨%1⁩</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>يبدأ في ⁨%1⁩</translation>
    </message>
    <message>
        <source>the music fades out</source>
        <translation>تتلاشى الموسيقى</translation>
    </message>
    <message>
        <source>the winner comes onto the stage</source>
        <translation>يظهر الفائز على المسرح</translation>
    </message>
    <message>
        <source>fade out, then the end on the stage</source>
        <translation>تلاشٍ ثم النهاية على المسرح</translation>
    </message>
    <message>
        <source>Ends by itself in %1</source>
        <translation>ينتهي تلقائيًا خلال ⁨%1⁩</translation>
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
        <translation>ساعة الحديث</translation>
    </message>
</context>
<context>
    <name>TalkPanel</name>
    <message>
        <source>Talk clock</source>
        <translation>ساعة الحديث</translation>
    </message>
    <message>
        <source>One minute less</source>
        <translation>دقيقة أقل</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>دقيقة أكثر</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>تابع</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Stop: back to the whole length</source>
        <translation>إيقاف: العودة إلى المدة كاملة</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>دقائق</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>يبدأ في</translation>
    </message>
    <message>
        <source>such as 20:04</source>
        <translation>مثل 20:04</translation>
    </message>
    <message>
        <source>Amber, red</source>
        <translation>كهرماني، أحمر</translation>
    </message>
    <message>
        <source>Red from this much left on</source>
        <translation>أحمر بدءًا من هذا المتبقي</translation>
    </message>
    <message>
        <source>left</source>
        <translation>متبقٍ</translation>
    </message>
    <message>
        <source>End by itself at 0:00</source>
        <translation>الانتهاء تلقائيًا عند 0:00</translation>
    </message>
    <message>
        <source>What happens at 0:00</source>
        <translation>ما يحدث عند 0:00</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>تلاشٍ</translation>
    </message>
    <message>
        <source>Fade, the end</source>
        <translation>تلاشٍ ثم النهاية</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>الفائز</translation>
    </message>
    <message>
        <source>the rail says so 60 s before; one key postpones it</source>
        <translation>يعلن الشريط ذلك قبل 60 ث؛ مفتاح واحد يؤجله</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Place in the recording: %1</source>
        <translation>موضع في التسجيل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Votes over time</source>
        <translation>الأصوات عبر الزمن</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>يد المقدّم</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The crowd votes</source>
        <translation>الجمهور يصوّت</translation>
    </message>
    <message>
        <source>Each message that names an instrument is a vote. The five instruments with the most votes are the next scene.</source>
        <translation>كل رسالة تذكر آلة هي صوت. الآلات الخمس الأكثر أصواتًا هي المشهد التالي.</translation>
    </message>
    <message>
        <source>The votes lock</source>
        <translation>تُغلق الأصوات</translation>
    </message>
    <message>
        <source>Every window of votes runs along this line. At the yellow mark it is decided, and the next one begins.</source>
        <translation>تسير كل نافذة أصوات على هذا الخط. عند العلامة الصفراء يُحسم الأمر وتبدأ التالية.</translation>
    </message>
    <message>
        <source>The scene lands</source>
        <translation>يبدأ المشهد</translation>
    </message>
    <message>
        <source>What has won waits here, dashed, and lands on a bar, all loops together and in time.</source>
        <translation>ينتظر الفائز هنا بخط متقطع، ويبدأ عند مازورة، كل الحلقات معًا وفي الإيقاع.</translation>
    </message>
    <message>
        <source>Your hand</source>
        <translation>يدك</translation>
    </message>
    <message>
        <source>AUTO is the crowd’s. ON and OFF are yours, whatever the votes say: white is what you hold, and the key 0 gives it all back.</source>
        <translation>AUTO للجمهور. ON و OFF لك مهما قالت الأصوات: الأبيض ما تمسك به، والمفتاح 0 يعيد كل شيء.</translation>
    </message>
    <message>
        <source>The room joins by phone</source>
        <translation>القاعة تشارك بالهاتف</translation>
    </message>
    <message>
        <source>J shows the room how to vote: a code for their phones, or a message on their network. S opens the stage.</source>
        <translation>J يُظهر للقاعة كيف تصوّت: رمز لهواتفهم أو رسالة على شبكتهم. S يفتح المسرح.</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>%1 of %2</source>
        <translation>⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Close: it does not come again</source>
        <translation>إغلاق: لن يظهر مجددًا</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>bar %1</source>
        <translation>م. ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 BPM · %2/4 · quantize %3</source>
        <translation>⁨%1⁩ BPM · ⁨%2⁩/4 · الشبكة ⁨%3⁩</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>نبضة</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>مازورة</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>حلقة</translation>
    </message>
    <message>
        <source>%1 BPM · %2/4</source>
        <translation>⁨%1⁩ BPM · ⁨%2⁩/4</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>scene %1 stays until you release hold</source>
        <translation>يبقى المشهد ⁨%1⁩ حتى تحرّره</translation>
    </message>
    <message>
        <source>SCENE HELD FOR</source>
        <translation>المشهد مثبّت منذ</translation>
    </message>
    <message>
        <source>NEXT SCENE</source>
        <translation>المشهد التالي</translation>
    </message>
    <message>
        <source>held</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>انتهى التسجيل</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>then bar %1, as planned</source>
        <translation>ثم المازورة ⁨%1⁩ كما خُطط</translation>
    </message>
    <message>
        <source>VOTES LOCKED</source>
        <translation>أُغلق التصويت</translation>
    </message>
    <message>
        <source>NEXT SCENE IN</source>
        <translation>المشهد التالي بعد</translation>
    </message>
    <message>
        <source>VOTES LOCK IN</source>
        <translation>يُغلق التصويت بعد</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>أُلغي</translation>
    </message>
</context>
<context>
    <name>TransportButtons</name>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Release the scene</source>
        <translation>حرّر المشهد</translation>
    </message>
    <message>
        <source>Hold the scene</source>
        <translation>ثبّت المشهد</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>اضغط R مطوّلًا</translation>
    </message>
    <message>
        <source>Esc again</source>
        <translation>Esc مجددًا</translation>
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
        <translation>اضغط Esc مطوّلًا</translation>
    </message>
    <message>
        <source>Cut the sound now</source>
        <translation>اقطع الصوت الآن</translation>
    </message>
    <message>
        <source>Silent. Hold R to resume</source>
        <translation>صمت. اضغط R مطوّلًا للاستئناف</translation>
    </message>
    <message>
        <source>Panic: fade everything out</source>
        <translation>طوارئ: تلاشي كل شيء</translation>
    </message>
    <message>
        <source>Cut now</source>
        <translation>اقطع الآن</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>صامت</translation>
    </message>
    <message>
        <source>Panic</source>
        <translation>طوارئ</translation>
    </message>
    <message>
        <source>F returns</source>
        <translation>F: عودة</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>دع الموسيقى تعود</translation>
    </message>
    <message>
        <source>Fade out over two loops</source>
        <translation>تلاشٍ خلال حلقتين</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>تلاشى</translation>
    </message>
    <message>
        <source>Fading</source>
        <translation>يتلاشى</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>تلاشٍ</translation>
    </message>
    <message>
        <source>Stop recording the master</source>
        <translation>أوقف تسجيل الماستر</translation>
    </message>
    <message>
        <source>Record the master</source>
        <translation>سجّل الماستر</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>تسجيل</translation>
    </message>
</context>
<context>
    <name>TransportPosition</name>
    <message>
        <source>BAR</source>
        <translation>مازورة</translation>
    </message>
</context>
<context>
    <name>TwitterPart</name>
    <message>
        <source>Twitter stream</source>
        <translation>تدفق Twitter</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>متابَع</translation>
    </message>
</context>
<context>
    <name>Votes</name>
    <message>
        <source>as of %1, no news since</source>
        <translation>حتى ⁨%1⁩، لا جديد منذ ذلك</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>حتى ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>VotesPanel</name>
    <message>
        <source>in this window</source>
        <translation>في هذه النافذة</translation>
    </message>
    <message>
        <source>in this window · %1</source>
        <translation>في هذه النافذة · ⁨%1⁩</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>انتهى التسجيل</translation>
    </message>
    <message>
        <source>locked at %1</source>
        <translation>أُغلقت في ⁨%1⁩</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>الأصوات</translation>
    </message>
    <message>
        <source>no vote yet: the scene stays</source>
        <translation>لا صوت بعد: يبقى المشهد</translation>
    </message>
    <message>
        <source>below the line</source>
        <translation>تحت الخط</translation>
    </message>
</context>
<context>
    <name>VotingPagePart</name>
    <message>
        <source>Audience&apos;s page</source>
        <translation>صفحة الجمهور</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>الصفحة</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>مقدَّمة</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>التصويت</translation>
    </message>
    <message>
        <source>Voting on the page</source>
        <translation>التصويت على الصفحة</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
</context>
<context>
    <name>WordListPart</name>
    <message>
        <source>Word list</source>
        <translation>قائمة الكلمات</translation>
    </message>
    <message>
        <source>%1, in texts and names</source>
        <translation>⁨%1⁩، في النصوص والأسماء</translation>
    </message>
    <message>
        <source>A word; one with * at its end has any ending</source>
        <translation>كلمة؛ و* في آخرها أي نهاية</translation>
    </message>
    <message>
        <source>A word to find or to add</source>
        <translation>كلمة للبحث أو الإضافة</translation>
    </message>
    <message>
        <source>Add this word to the list</source>
        <translation>إضافة هذه الكلمة إلى القائمة</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Take %1 from the list</source>
        <translation>إزالة ⁨%1⁩ من القائمة</translation>
    </message>
</context>
</TS>
