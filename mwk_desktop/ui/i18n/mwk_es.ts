<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Audience</name>
    <message>
        <source>not served</source>
        <translation>no servida</translation>
    </message>
    <message>
        <source>%1 phones · %2 votes · %3 refused</source>
        <translation>%1 móviles · %2 votos · %3 rechazados</translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>no seguido</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>esperando</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>%1 posts</source>
        <translation>%1 mensajes</translation>
    </message>
    <message>
        <source>%1 without the code</source>
        <translation>%1 sin el código</translation>
    </message>
    <message>
        <source>%1 posts · $%2 spent</source>
        <translation>%1 posts · %2 $ gastados</translation>
    </message>
    <message>
        <source>%1 of $%2</source>
        <translation>%1 de %2 $</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Choose output…</source>
        <translation>Elegir salida…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Conectar…</translation>
    </message>
    <message>
        <source>Take the show over: this console is heard, the other one follows</source>
        <translation>Tomar el relevo: se oye esta consola, la otra sigue</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tomar relevo</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>Volver a la demo con su público simulado</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>Volver a la demo</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show the report in its folder</source>
        <translation>Mostrar el informe en su carpeta</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Escribir el informe</translation>
    </message>
    <message>
        <source>Stop writing the report</source>
        <translation>Dejar de escribir el informe</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>Abrir el escenario</translation>
    </message>
    <message>
        <source>Go on from the oldest message that is left</source>
        <translation>Seguir desde el mensaje más antiguo que queda</translation>
    </message>
    <message>
        <source>From the oldest</source>
        <translation>Desde el más antiguo</translation>
    </message>
    <message>
        <source>Go on from now, without what was missed</source>
        <translation>Seguir desde ahora, sin lo perdido</translation>
    </message>
    <message>
        <source>From now</source>
        <translation>Desde ahora</translation>
    </message>
    <message>
        <source>The report is being written.</source>
        <translation>El informe se está escribiendo.</translation>
    </message>
    <message>
        <source>From %1. The show goes on.</source>
        <translation>De %1. El espectáculo sigue.</translation>
    </message>
    <message>
        <source>The report is written.</source>
        <translation>El informe está escrito.</translation>
    </message>
    <message>
        <source>There is no report.</source>
        <translation>No hay informe.</translation>
    </message>
    <message>
        <source>The live show is over.</source>
        <translation>El espectáculo en vivo ha terminado.</translation>
    </message>
    <message>
        <source>It is recorded: %1. The report tells how it was.</source>
        <translation>Está grabado: %1. El informe cuenta cómo fue.</translation>
    </message>
    <message>
        <source>Sound device missing: no sound since %1.</source>
        <translation>Falta el dispositivo de audio: sin sonido desde %1.</translation>
    </message>
    <message>
        <source>%1. Plug it in to resume, or choose another.</source>
        <translation>%1. Conéctalo para seguir o elige otro.</translation>
    </message>
    <message>
        <source>The topic no longer holds what comes next: counting waits.</source>
        <translation>El topic ya no contiene lo que viene: el recuento espera.</translation>
    </message>
    <message>
        <source>The music goes on. Begin with the oldest message, or with now?</source>
        <translation>La música sigue. ¿Empezar por el mensaje más antiguo o desde ahora?</translation>
    </message>
</context>
<context>
    <name>BlockedUsers</name>
    <message>
        <source>Unblock %1</source>
        <translation>Desbloquear a %1</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
</context>
<context>
    <name>CalmScene</name>
    <message>
        <source>This scene stays</source>
        <translation>Esta escena sigue</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 hasta ahora</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>En cabeza</translation>
    </message>
</context>
<context>
    <name>Ceiling</name>
    <message>
        <source>limits now by %1 dB, at most by %2 dB so far</source>
        <translation>limita ahora %1 dB, como mucho %2 dB</translation>
    </message>
</context>
<context>
    <name>CeilingMenu</name>
    <message>
        <source>Ceiling of the master</source>
        <translation>Techo del máster</translation>
    </message>
    <message>
        <source>Ceiling of the master, dBTP</source>
        <translation>Techo del máster, dBTP</translation>
    </message>
    <message>
        <source>Ceiling %1 dBTP</source>
        <translation>Techo %1 dBTP</translation>
    </message>
    <message>
        <source>Acts at once, in the room and in recordings.</source>
        <translation>Actúa al instante, en la sala y en las grabaciones.</translation>
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
        <translation>Abrir una grabación</translation>
    </message>
    <message>
        <source>Connect to Kafka</source>
        <translation>Conectar a Kafka</translation>
    </message>
    <message>
        <source>SQL into the stream</source>
        <translation>SQL en el flujo</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>Comprobación previa</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Strips</source>
        <translation>Canales</translation>
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
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Cancel what is pending</source>
        <translation>Cancelar lo pendiente</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>Olvidar lo armado</translation>
    </message>
    <message>
        <source>All to AUTO</source>
        <translation>Todo a AUTO</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>Mensajes y público</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controladores</translation>
    </message>
    <message>
        <source>Learn a controller</source>
        <translation>Aprender controlador</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>Reloj de la charla</translation>
    </message>
    <message>
        <source>Mode: ON, OFF, AUTO in turn</source>
        <translation>Modo: ON, OFF, AUTO</translation>
    </message>
    <message>
        <source>Next clip, pinned</source>
        <translation>Clip siguiente, fijo</translation>
    </message>
    <message>
        <source>Focus on a strip</source>
        <translation>Foco en un canal</translation>
    </message>
    <message>
        <source>Focus on the feed · the master</source>
        <translation>Foco: mensajes · máster</translation>
    </message>
    <message>
        <source>On the strip with the focus</source>
        <translation>En el canal con el foco</translation>
    </message>
    <message>
        <source>Pre-listen</source>
        <translation>Preescucha</translation>
    </message>
    <message>
        <source>Gain 0.5 dB; Shift 0.1, Ctrl 3</source>
        <translation>Ganancia 0,5 dB; Mayús 0,1, Ctrl 3</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Gain 0 dB</source>
        <translation>Ganancia 0 dB</translation>
    </message>
    <message>
        <source>Filter: low, high; Shift fine</source>
        <translation>Filtro; Mayús: fino</translation>
    </message>
    <message>
        <source>End</source>
        <comment>key</comment>
        <translation>Final</translation>
    </message>
    <message>
        <source>Filter off</source>
        <translation>Filtro off</translation>
    </message>
    <message>
        <source>Unpin the clip</source>
        <translation>Soltar el clip</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Música</translation>
    </message>
    <message>
        <source>Panic; again in 2 s: cut</source>
        <translation>Pánico; otra vez: corta</translation>
    </message>
    <message>
        <source>Panic, through any page</source>
        <translation>Pánico, en todas partes</translation>
    </message>
    <message>
        <source>Resume, after panic or fade</source>
        <translation>Reanudar el sonido</translation>
    </message>
    <message>
        <source>Fade out; again: returns</source>
        <translation>Fundido; otra vez: vuelve</translation>
    </message>
    <message>
        <source>Dim by 20 dB</source>
        <translation>Atenuar 20 dB</translation>
    </message>
    <message>
        <source>hold Esc</source>
        <translation>mantener Esc</translation>
    </message>
    <message>
        <source>Next scene, or take it back</source>
        <translation>Escena siguiente, o deshacerla</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Juntos</translation>
    </message>
    <message>
        <source>Recall a snapshot</source>
        <translation>Recuperar una instantánea</translation>
    </message>
    <message>
        <source>Arm: what you press waits</source>
        <translation>Armar: lo pulsado espera</translation>
    </message>
    <message>
        <source>GO: all of it on the next bar</source>
        <translation>GO: todo en el compás sig.</translation>
    </message>
    <message>
        <source>Store a snapshot</source>
        <translation>Guardar instantánea</translation>
    </message>
    <message>
        <source>Undo · redo</source>
        <translation>Deshacer · rehacer</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>Votes: the usual picture</source>
        <translation>Los votos</translation>
    </message>
    <message>
        <source>How to join</source>
        <translation>Cómo unirse</translation>
    </message>
    <message>
        <source>A wall of messages</source>
        <translation>Muro de mensajes</translation>
    </message>
    <message>
        <source>The SQL plot</source>
        <translation>El gráfico SQL</translation>
    </message>
    <message>
        <source>The winner</source>
        <translation>El ganador</translation>
    </message>
    <message>
        <source>The end (twice within 2 s)</source>
        <translation>El final (dos veces en 2 s)</translation>
    </message>
    <message>
        <source>Black; again: back</source>
        <translation>Negro; otra vez: vuelve</translation>
    </message>
    <message>
        <source>Stage window · full screen</source>
        <translation>Escenario · pantalla completa</translation>
    </message>
    <message>
        <source>Messages, with the focus</source>
        <translation>Mensajes con el foco</translation>
    </message>
    <message>
        <source>Approve · refuse</source>
        <translation>Aprobar · rechazar</translation>
    </message>
    <message>
        <source>All clean · all marked</source>
        <translation>Todos limpios · marcados</translation>
    </message>
    <message>
        <source>Hide · block the author</source>
        <translation>Ocultar · bloquear autor</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Reproducción</translation>
    </message>
    <message>
        <source>Pause; again: go on</source>
        <translation>Pausa; otra vez: sigue</translation>
    </message>
    <message>
        <source>A window; Ctrl: ten</source>
        <translation>Una ventana; Ctrl: diez</translation>
    </message>
    <message>
        <source>Your own keys</source>
        <translation>Sus propias teclas</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>Lock: strips, stage, phones</source>
        <translation>Bloqueo: consola, escenario</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Esta ayuda</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Next control; press it</source>
        <translation>Siguiente; pulsar</translation>
    </message>
    <message>
        <source>Pages (Esc closes them)</source>
        <translation>Páginas (Esc las cierra)</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>Mando</translation>
    </message>
    <message>
        <source>Page ↓</source>
        <translation>Av Pág</translation>
    </message>
    <message>
        <source>GO, where something is armed</source>
        <translation>GO, si hay algo armado</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Hold the scene, and release it</source>
        <translation>Retener la escena y soltarla</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>mantener R</translation>
    </message>
    <message>
        <source>Record the master; again: stop</source>
        <translation>Grabar el máster; otra vez: parar</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Page ↑</source>
        <translation>Re Pág</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>heard %1 ms after the computer</source>
        <translation>se oye %1 ms después del ordenador</translation>
    </message>
    <message>
        <source>go on tapping: %1</source>
        <translation>siga golpeando: %1</translation>
    </message>
    <message>
        <source>now %1 ms</source>
        <translation>ahora %1 ms</translation>
    </message>
    <message>
        <source>Late loudspeakers (Bluetooth, HDMI): tap on the beat, below.</source>
        <translation>Altavoces con retraso (Bluetooth, HDMI): golpee el pulso, abajo.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>%1 to fix first, %2 to look at. As of %3.</source>
        <translation>%1 por corregir, %2 por revisar. A las %3.</translation>
    </message>
    <message>
        <source>The show can begin; %2 to look at. As of %3.</source>
        <translation>El espectáculo puede empezar; %2 por revisar. A las %3.</translation>
    </message>
    <message>
        <source>Everything is ready. As of %3.</source>
        <translation>Todo está listo. A las %3.</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Pre-flight check</source>
        <translation>Comprobación previa</translation>
    </message>
    <message>
        <source>With a tone</source>
        <translation>Con un tono</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Sound behind the picture</source>
        <translation>Sonido detrás de la imagen</translation>
    </message>
    <message>
        <source>Tap on the beat that you hear</source>
        <translation>Golpee en el pulso que oye</translation>
    </message>
    <message>
        <source>Tap on the beat</source>
        <translation>Golpear el pulso</translation>
    </message>
    <message>
        <source>Delay what is seen by so much</source>
        <translation>Retrasar así lo que se ve</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usar</translation>
    </message>
</context>
<context>
    <name>Clicker</name>
    <message>
        <source>heard at %1: would be “%2”.</source>
        <translation>oído a las %1: sería «%2».</translation>
    </message>
    <message>
        <source>heard at %1: would do nothing.</source>
        <translation>oído a las %1: no haría nada.</translation>
    </message>
    <message>
        <source>Just now it would be refused: %1</source>
        <translation>Ahora mismo se rechazaría: %1</translation>
    </message>
    <message>
        <source>another key</source>
        <translation>otra tecla</translation>
    </message>
    <message>
        <source>“next slide”</source>
        <translation>«diapositiva siguiente»</translation>
    </message>
    <message>
        <source>“slide before”</source>
        <translation>«diapositiva anterior»</translation>
    </message>
    <message>
        <source>“black screen”</source>
        <translation>«pantalla en negro»</translation>
    </message>
    <message>
        <source>“start the slides”</source>
        <translation>«iniciar presentación»</translation>
    </message>
    <message>
        <source>your own key</source>
        <translation>su propia tecla</translation>
    </message>
</context>
<context>
    <name>ClickerPart</name>
    <message>
        <source>What the presenter’s clicker does</source>
        <translation>Lo que hace el mando</translation>
    </message>
    <message>
        <source>A clicker is a keyboard to the computer. These keys are its own: no fader and no timeline takes them.</source>
        <translation>Para el equipo, un mando es un teclado. Estas teclas son suyas: ningún fader ni línea de tiempo las toma.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>“end the slides”</source>
        <translation>«terminar presentación»</translation>
    </message>
    <message>
        <source>Panic, at once</source>
        <translation>Pánico, al instante</translation>
    </message>
    <message>
        <source>Panic, held 0.4 s</source>
        <translation>Pánico, mantenido 0,4 s</translation>
    </message>
    <message>
        <source>Some clickers send F5 and Esc in turn from one button. If yours does, choose “held”, or never touch that button.</source>
        <translation>Algunos mandos envían F5 y Esc por turnos con un solo botón. Si el suyo lo hace, elija «mantenido» o no toque nunca ese botón.</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Otra tecla</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Every key is shown here; a click ends it</source>
        <translation>Cada tecla se muestra aquí; un clic termina</translation>
    </message>
    <message>
        <source>Try it: show every key, Esc too</source>
        <translation>Probar: mostrar cada tecla, también Esc</translation>
    </message>
    <message>
        <source>Press a key or a button of the clicker.</source>
        <translation>Pulse una tecla o un botón del mando.</translation>
    </message>
    <message>
        <source>Press here to try Esc, too.</source>
        <translation>Haga clic aquí para probar también Esc.</translation>
    </message>
    <message>
        <source>While this page is open nothing fires.</source>
        <translation>Mientras esta página está abierta, nada se dispara.</translation>
    </message>
</context>
<context>
    <name>ClipButton</name>
    <message>
        <source>pinned by hand</source>
        <translation>fijado a mano</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>espera GO</translation>
    </message>
    <message>
        <source>Clip of %1: %2</source>
        <translation>Clip de %1: %2</translation>
    </message>
    <message>
        <source>Clip of %1: %2; clips are missing</source>
        <translation>Clip de %1: %2; faltan clips</translation>
    </message>
</context>
<context>
    <name>ClipMenu</name>
    <message>
        <source>Follow the draw</source>
        <translation>Seguir el sorteo</translation>
    </message>
    <message>
        <source>votes choose</source>
        <translation>por votos</translation>
    </message>
    <message>
        <source>Clip of %1</source>
        <translation>Clip de %1</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>Preescuchar %1</translation>
    </message>
</context>
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Quit while the show goes on?</source>
        <translation>¿Salir con el espectáculo en marcha?</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>Seguir con el espectáculo</translation>
    </message>
    <message>
        <source>Fade out, then quit</source>
        <translation>Fundir y salir</translation>
    </message>
    <message>
        <source>Panic and all else above stay within reach.</source>
        <translation>El pánico y todo lo de arriba siguen a mano.</translation>
    </message>
    <message>
        <source>Quit now: hold</source>
        <translation>Salir ya: mantener</translation>
    </message>
    <message>
        <source>Quit now: hold Q</source>
        <translation>Salir ya: mantener Q</translation>
    </message>
</context>
<context>
    <name>ColumnPicker</name>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
</context>
<context>
    <name>ComingScene</name>
    <message>
        <source>C on the master</source>
        <translation>C en el máster</translation>
    </message>
    <message>
        <source>Let the scene come after all</source>
        <translation>Dejar venir la escena al final</translation>
    </message>
    <message>
        <source>Cancel the coming scene</source>
        <translation>Cancelar la escena que viene</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Connect to Kafka</source>
        <translation>Conectar a Kafka</translation>
    </message>
    <message>
        <source>Follow networks</source>
        <translation>Seguir redes</translation>
    </message>
    <message>
        <source>Where messages come from</source>
        <translation>De dónde vienen los mensajes</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Redes</translation>
    </message>
    <message>
        <source>Their posts go into the show that runs, also beside Kafka. What is typed here holds until the program ends; the settings keep it for longer.</source>
        <translation>Sus mensajes van al espectáculo en curso, también junto a Kafka. Lo que se escribe aquí vale hasta que termina el programa; los ajustes lo guardan más tiempo.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Servers: host and port, several with commas</source>
        <translation>Servidores: host y puerto, varios con comas</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Testing… again</source>
        <translation>Probando… otra vez</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>New show: an empty leaderboard, from now on</source>
        <translation>Espectáculo nuevo: clasificación vacía, desde ahora</translation>
    </message>
    <message>
        <source>Looking for brokers, topic and the newest message…</source>
        <translation>Buscando brokers, topic y el mensaje más reciente…</translation>
    </message>
    <message>
        <source>Test shows brokers, topic, partitions and how old the newest message is.
SASL, TLS and everything else of librdkafka stand under [kafka] in mwk.toml.
The show that plays goes on until the other one is ready.</source>
        <translation>Probar muestra brokers, topic, particiones y la edad del mensaje más reciente.
SASL, TLS y todo lo demás de librdkafka va en [kafka] de mwk.toml.
El espectáculo en curso sigue hasta que el otro esté listo.</translation>
    </message>
    <message>
        <source>Making the show ready; the music plays on…</source>
        <translation>Preparando el espectáculo; la música sigue…</translation>
    </message>
    <message>
        <source>The show would begin and wait for it.</source>
        <translation>El espectáculo empezaría y lo esperaría.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Connect anyway</source>
        <translation>Conectar igualmente</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
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
        <translation>No hay ningún controlador MIDI conectado.</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>%1: mueve ahora un fader, un mando o un botón.</translation>
    </message>
    <message>
        <source>Choose what a control shall do.</source>
        <translation>Elige qué debe hacer un control.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Apagado</translation>
    </message>
    <message>
        <source>Listens on %1. Sends to %2. Packets: %3.</source>
        <translation>Escucha en %1. Envía a %2. Paquetes: %3.</translation>
    </message>
    <message>
        <source>No phone is paired.</source>
        <translation>No hay ningún móvil emparejado.</translation>
    </message>
    <message>
        <source>Scan it with the phone: for one device, %1 s more.</source>
        <translation>Escanéalo con el móvil: para un dispositivo, %1 s más.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>off</source>
        <translation>apagado</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>Mando</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Teléfonos</translation>
    </message>
    <message>
        <source>found</source>
        <translation>encontrado</translation>
    </message>
    <message>
        <source>back since %1</source>
        <translation>de vuelta desde %1</translation>
    </message>
    <message>
        <source>lost since %1</source>
        <translation>perdido desde %1</translation>
    </message>
    <message>
        <source>another program has it</source>
        <translation>lo usa otro programa</translation>
    </message>
    <message>
        <source>no map: teach it</source>
        <translation>sin mapa: enséñaselo</translation>
    </message>
    <message>
        <source>%1, your own map</source>
        <translation>%1, tu propio mapa</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>incluido</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 más</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>mixes</source>
        <translation>mezcla</translation>
    </message>
    <message>
        <source>moderates</source>
        <translation>modera</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>away</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>paired at %1</source>
        <translation>emparejado a las %1</translation>
    </message>
    <message>
        <source>knob: filter</source>
        <translation>mando: filtro</translation>
    </message>
    <message>
        <source>S: solo</source>
        <translation>S: solo</translation>
    </message>
    <message>
        <source>M: mute</source>
        <translation>M: silencio</translation>
    </message>
    <message>
        <source>R: mode, as keys 1 to 8</source>
        <translation>R: modo, como las teclas 1 a 8</translation>
    </message>
    <message>
        <source>ON, A, OFF: mode</source>
        <translation>ON, A, OFF: modo</translation>
    </message>
    <message>
        <source>H: pre-listen</source>
        <translation>H: preescucha</translation>
    </message>
    <message>
        <source>‹ ›: clip</source>
        <translation>‹ ›: clip</translation>
    </message>
    <message>
        <source>U: clip by the crowd</source>
        <translation>U: clip del público</translation>
    </message>
    <message>
        <source>C: cancel</source>
        <translation>C: cancelar</translation>
    </message>
    <message>
        <source>fader: gain</source>
        <translation>fader: ganancia</translation>
    </message>
    <message>
        <source>nothing: not mapped</source>
        <translation>nada: sin asignar</translation>
    </message>
    <message>
        <source>%1: waits for the fader</source>
        <translation>%1: espera al fader</translation>
    </message>
</context>
<context>
    <name>ControllersPage</name>
    <message>
        <source>Controllers</source>
        <translation>Controladores</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>the recording is over: no votes come, the last scene plays on</source>
        <translation>la grabación terminó: no llegan votos, la última escena sigue sonando</translation>
    </message>
</context>
<context>
    <name>Crowd</name>
    <message>
        <source>cap %1</source>
        <translation>límite %1</translation>
    </message>
    <message>
        <source>whoever was approved %1 times, unless a word is marked</source>
        <translation>quien fue aprobado %1 veces, salvo palabra marcada</translation>
    </message>
    <message>
        <source>nobody is blocked</source>
        <translation>no hay nadie bloqueado</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
</context>
<context>
    <name>CrowdPage</name>
    <message>
        <source>Open: all are shown</source>
        <translation>Libre: se muestran todos</translation>
    </message>
    <message>
        <source>Approve: only what you let through</source>
        <translation>Filtrar: solo lo que usted deja pasar</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>Mensajes y público</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>Mensajes en el escenario</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>wait · %1 come a second · %2 lapsed</source>
        <translation>esperan · llegan %1 por segundo · %2 caducados</translation>
    </message>
    <message>
        <source>Passes by itself</source>
        <translation>Pasa por sí solo</translation>
    </message>
    <message>
        <source>Votes of a user that count in each window</source>
        <translation>Votos de una persona que cuentan en cada ventana</translation>
    </message>
    <message>
        <source>Votes per user</source>
        <translation>Votos por persona</translation>
    </message>
    <message>
        <source>Blocked users</source>
        <translation>Personas bloqueadas</translation>
    </message>
</context>
<context>
    <name>Cue</name>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>NEXT: %1</source>
        <translation>DESPUÉS: %1</translation>
    </message>
    <message>
        <source>all strips</source>
        <translation>todos los canales</translation>
    </message>
    <message>
        <source>the master</source>
        <translation>el máster</translation>
    </message>
</context>
<context>
    <name>CueMenu</name>
    <message>
        <source>Pre-listening on outputs 3 and 4</source>
        <translation>Preescucha en las salidas 3 y 4</translation>
    </message>
    <message>
        <source>Outputs 3–4 hear</source>
        <translation>Las salidas 3–4 oyen</translation>
    </message>
    <message>
        <source>Pre-listen softer</source>
        <translation>Preescucha más baja</translation>
    </message>
    <message>
        <source>Level of pre-listening: %1 dB</source>
        <translation>Nivel de la preescucha: %1 dB</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>Pre-listen louder</source>
        <translation>Preescucha más alta</translation>
    </message>
    <message>
        <source>Strips are heard</source>
        <translation>Los canales se oyen</translation>
    </message>
    <message>
        <source>Before fader</source>
        <translation>Antes del fader</translation>
    </message>
    <message>
        <source>After fader</source>
        <translation>Después del fader</translation>
    </message>
    <message>
        <source>What will land next</source>
        <translation>Lo que viene después</translation>
    </message>
    <message>
        <source>Also the master</source>
        <translation>También el máster</translation>
    </message>
    <message>
        <source>All off</source>
        <translation>Todo apagado</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>bar %1</source>
        <translation>compás %1</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>GO: %1 on %2</source>
        <translation>GO: %1 en %2</translation>
    </message>
    <message>
        <source>GO lands on %1</source>
        <translation>GO cae en %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>GO: waits for what you press</source>
        <translation>GO: espera lo que pulses</translation>
    </message>
    <message>
        <source>nothing armed</source>
        <translation>nada armado</translation>
    </message>
    <message>
        <source>GO: nothing is armed</source>
        <translation>GO: no hay nada armado</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>clip</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>mudo</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>audible</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>solo</translation>
    </message>
    <message>
        <source>no solo</source>
        <translation>sin solo</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>ganancia</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtro</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>guardada</translation>
    </message>
    <message>
        <source>the desk is this one</source>
        <translation>la mesa es esta</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>cambiada desde entonces</translation>
    </message>
    <message>
        <source>lands on the next bar</source>
        <translation>cae en el compás siguiente</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>espera a GO</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacía</translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>Instantánea %1</translation>
    </message>
    <message>
        <source>of another sound set</source>
        <translation>de otro set de sonidos</translation>
    </message>
    <message>
        <source>stored %1</source>
        <translation>guardada %1</translation>
    </message>
    <message>
        <source>Modes: all AUTO</source>
        <translation>Modos: todos AUTO</translation>
    </message>
    <message>
        <source>Clips: the crowd’s</source>
        <translation>Clips: del público</translation>
    </message>
    <message>
        <source>Gains: all 0 dB</source>
        <translation>Ganancias: todas 0 dB</translation>
    </message>
    <message>
        <source>Mutes: none</source>
        <translation>Mudos: ninguno</translation>
    </message>
    <message>
        <source>Filters: all off</source>
        <translation>Filtros: todos off</translation>
    </message>
    <message>
        <source>Modes: %1</source>
        <translation>Modos: %1</translation>
    </message>
    <message>
        <source>Clips: %1</source>
        <translation>Clips: %1</translation>
    </message>
    <message>
        <source>Gains: %1</source>
        <translation>Ganancias: %1</translation>
    </message>
    <message>
        <source>Mutes: %1</source>
        <translation>Mudos: %1</translation>
    </message>
    <message>
        <source>Filters: %1</source>
        <translation>Filtros: %1</translation>
    </message>
    <message>
        <source>the next scene lands on %1, by hand</source>
        <translation>la escena siguiente cae en %1, a mano</translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation>a mano: %1</translation>
    </message>
    <message>
        <source>Next now</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>Next scene now</source>
        <translation>Escena siguiente ya</translation>
    </message>
    <message>
        <source>Bar %1</source>
        <translation>Comp. %1</translation>
    </message>
    <message>
        <source>locked · N</source>
        <translation>cerr. · N</translation>
    </message>
    <message>
        <source>Votes locked, lands on %1; again: take it back</source>
        <translation>Votos cerrados, llega en %1; otra vez: deshacer</translation>
    </message>
</context>
<context>
    <name>DeviceDrawing</name>
    <message>
        <source>What the controls do</source>
        <translation>Lo que hacen los controles</translation>
    </message>
</context>
<context>
    <name>DeviceMap</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Change a copy of this map, in your own folder</source>
        <translation>Cambiar una copia de este mapa, en tu carpeta</translation>
    </message>
    <message>
        <source>Change a copy</source>
        <translation>Cambiar una copia</translation>
    </message>
    <message>
        <source>Yours, counts as soon as it is saved: %1</source>
        <translation>El tuyo, vale en cuanto se guarda: %1</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Drop one recording, or one folder of sounds.</source>
        <translation>Suelte una grabación o una carpeta de sonidos.</translation>
    </message>
    <message>
        <source>Only files of this computer can be dropped.</source>
        <translation>Solo se pueden soltar archivos de este equipo.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>No se puede leer %1: %2</translation>
    </message>
    <message>
        <source>%1 is no recording (.jsonl, also .gz or .zst).</source>
        <translation>%1 no es una grabación (.jsonl, también .gz o .zst).</translation>
    </message>
    <message>
        <source>%1 is one instrument: drop the folder above it.</source>
        <translation>%1 es un solo instrumento: suelte la carpeta superior.</translation>
    </message>
    <message>
        <source>%1 is no sound set: that has a folder for each instrument.</source>
        <translation>%1 no es un set de sonidos: tiene una carpeta por instrumento.</translation>
    </message>
    <message>
        <source>%1 of %2 instruments</source>
        <translation>%1 de %2 instrumentos</translation>
    </message>
    <message>
        <source>the show that plays ends: it asks before it does</source>
        <translation>el show en curso termina: antes pregunta</translation>
    </message>
    <message>
        <source>The console is locked (L): nothing opens.</source>
        <translation>La consola está bloqueada (L): no se abre nada.</translation>
    </message>
    <message>
        <source>This show cannot be changed for another.</source>
        <translation>Este show no se puede cambiar por otro.</translation>
    </message>
</context>
<context>
    <name>DropGuard</name>
    <message>
        <source>Begin again with these sounds?</source>
        <translation>¿Empezar de nuevo con estos sonidos?</translation>
    </message>
    <message>
        <source>Play this recording in place of the show?</source>
        <translation>¿Reproducir esta grabación en lugar del show?</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>Seguir con el show</translation>
    </message>
    <message>
        <source>End it and use the sounds</source>
        <translation>Terminarlo y usar los sonidos</translation>
    </message>
    <message>
        <source>End it and play the recording</source>
        <translation>Terminarlo y reproducir la grabación</translation>
    </message>
</context>
<context>
    <name>DropTargets</name>
    <message>
        <source>Play this recording</source>
        <translation>Reproducir esta grabación</translation>
    </message>
    <message>
        <source>Use as sound set</source>
        <translation>Usar como set de sonidos</translation>
    </message>
    <message>
        <source>this is no recording</source>
        <translation>esto no es una grabación</translation>
    </message>
    <message>
        <source>this is no folder of sounds</source>
        <translation>esto no es una carpeta de sonidos</translation>
    </message>
</context>
<context>
    <name>EndScene</name>
    <message>
        <source>tweets</source>
        <translation>tuits</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>votos</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personas</translation>
    </message>
    <message>
        <source>scenes</source>
        <translation>escenas</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>You played the music tonight.</source>
        <translation>Esta noche la música fue vuestra.</translation>
    </message>
    <message>
        <source>You played every note of the music tonight.</source>
        <translation>Cada nota de esta noche fue vuestra.</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Ganador</translation>
    </message>
    <message>
        <source>Scenes played</source>
        <translation>Escenas tocadas</translation>
    </message>
</context>
<context>
    <name>EndingBar</name>
    <message>
        <source>Do not end</source>
        <translation>No terminar</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>2 minutes more</source>
        <translation>2 minutos más</translation>
    </message>
</context>
<context>
    <name>Feed</name>
    <message>
        <source>at %1</source>
        <translation>a las %1</translation>
    </message>
    <message>
        <source>no vote</source>
        <translation>sin voto</translation>
    </message>
</context>
<context>
    <name>FeedPanel</name>
    <message>
        <source>wait</source>
        <translation>esperan</translation>
    </message>
    <message>
        <source>wait · %1/s</source>
        <translation>esperan · %1/s</translation>
    </message>
    <message>
        <source>held while you point</source>
        <translation>quieto bajo el puntero</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>per second · %1</source>
        <translation>por segundo · %1</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>por segundo</translation>
    </message>
    <message>
        <source>held</source>
        <translation>retenida</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>Mensajes en el escenario</translation>
    </message>
    <message>
        <source>O</source>
        <translation>L</translation>
    </message>
    <message>
        <source>A</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Crowd: vote limit, blocked users, page</source>
        <translation>Público: límite de votos, bloqueados, página</translation>
    </message>
    <message>
        <source>Messages: arrows choose, H hides, X blocks</source>
        <translation>Mensajes: las flechas eligen, H oculta, X bloquea</translation>
    </message>
    <message>
        <source>#%1 + a word</source>
        <translation>#%1 + una palabra</translation>
    </message>
    <message>
        <source>%1 blocked, counts nowhere</source>
        <translation>%1 bloqueado, no cuenta en ningún sitio</translation>
    </message>
    <message>
        <source>Show the blocked users</source>
        <translation>Mostrar las personas bloqueadas</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>Desbloquear a %1</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Mostrar…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>FeedRow</name>
    <message>
        <source>Block %1</source>
        <translation>Bloquear a %1</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>Ocultar este mensaje de %1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>Folder above</source>
        <translation>Carpeta superior</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Usar esta carpeta</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>%1, %2 tweets, %3</source>
        <translation>%1, %2 tuits, %3</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>There is no such file or folder.</source>
        <translation>No existe ese archivo o carpeta.</translation>
    </message>
    <message>
        <source>This folder cannot be read: %1</source>
        <translation>Esta carpeta no se puede leer: %1</translation>
    </message>
    <message>
        <source>More than %1 entries: type the path instead.</source>
        <translation>Más de %1 entradas: escribe la ruta.</translation>
    </message>
    <message>
        <source>No files here.</source>
        <translation>Aquí no hay archivos.</translation>
    </message>
    <message>
        <source>No recordings here.</source>
        <translation>Aquí no hay grabaciones.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>With the program</source>
        <translation>Con el programa</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Carpeta personal</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Escritorio</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Música</translation>
    </message>
    <message>
        <source>not found: %1</source>
        <translation>no encontrado: %1</translation>
    </message>
    <message>
        <source>No sound set here: it has a folder for each instrument.</source>
        <translation>Aquí no hay set de sonidos: tiene una carpeta por instrumento.</translation>
    </message>
    <message>
        <source>A sound set with %1 of %2 instruments.</source>
        <translation>Un set de sonidos con %1 de %2 instrumentos.</translation>
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
        <translation>1 usuario</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 usuarios</translation>
    </message>
    <message>
        <source>1 window</source>
        <translation>1 ventana</translation>
    </message>
    <message>
        <source>%1 windows</source>
        <translation>%1 ventanas</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Grabada</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 cambio</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 cambios</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>Juego de sonidos</translation>
    </message>
    <message>
        <source>none: by the rules</source>
        <translation>ninguna: según las reglas</translation>
    </message>
    <message>
        <source>recorded: plays as it was</source>
        <translation>grabadas: suena como fue</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>is still being recorded</source>
        <translation>todavía se está grabando</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañada</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>1 tweet</source>
        <translation>1 tuit</translation>
    </message>
    <message>
        <source>%1 tweets</source>
        <translation>%1 tuits</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>ok</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>revisar</translation>
    </message>
    <message>
        <source>fix it</source>
        <translation>corregir</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>no comprobado</translation>
    </message>
</context>
<context>
    <name>FirstRunBar</name>
    <message>
        <source>This is a demo with a simulated crowd.</source>
        <translation>Esto es una demo con público simulado.</translation>
    </message>
    <message>
        <source>Play with it, or bring your own:</source>
        <translation>Juega con ella o trae lo tuyo:</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>Abrir una grabación…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>Conectar a Kafka…</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>Set de sonidos…</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>Comprobación previa</translation>
    </message>
    <message>
        <source>Close this bar</source>
        <translation>Cerrar esta barra</translation>
    </message>
</context>
<context>
    <name>FloorSwitch</name>
    <message>
        <source>Rhythm floor</source>
        <translation>Base rítmica</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Base</translation>
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
        <translation>%1: Intro para escribir</translation>
    </message>
</context>
<context>
    <name>GoButton</name>
    <message>
        <source>locked</source>
        <translation>bloqueado</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Pre-listen to what comes no longer</source>
        <translation>No preescuchar más lo que viene</translation>
    </message>
    <message>
        <source>Pre-listen to what will land next</source>
        <translation>Preescuchar lo que viene después</translation>
    </message>
    <message>
        <source>NOW</source>
        <translation>AHORA</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>LUEGO</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>pico</translation>
    </message>
</context>
<context>
    <name>HandsMenu</name>
    <message>
        <source>Who did what</source>
        <translation>Quién hizo qué</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada aún</translation>
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
        <translation>retraso</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Rehacer: %1</translation>
    </message>
    <message>
        <source>Unlock console</source>
        <translation>Desbloquear la consola</translation>
    </message>
    <message>
        <source>Lock console</source>
        <translation>Bloquear la consola</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>CONNECTING</source>
        <translation>CONECTANDO</translation>
    </message>
    <message>
        <source>BROKER LOST</source>
        <translation>SIN BROKER</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>DIRECTO</translation>
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
        <translation>REPLAY TERMINADO</translation>
    </message>
    <message>
        <source>simulated crowd, %1 users, no broker needed</source>
        <translation>público simulado, %1 personas, sin broker</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>%1 kHz · %2 frames · xruns %3</source>
        <translation>%1 kHz · %2 frames · xruns %3</translation>
    </message>
    <message>
        <source>silent clock</source>
        <translation>reloj mudo</translation>
    </message>
    <message>
        <source>sound device missing</source>
        <translation>falta el dispositivo de audio</translation>
    </message>
    <message>
        <source>no sound card found</source>
        <translation>no hay tarjeta de sonido</translation>
    </message>
    <message>
        <source>no sound device chosen</source>
        <translation>sin dispositivo elegido</translation>
    </message>
    <message>
        <source>sound device</source>
        <translation>dispositivo de audio</translation>
    </message>
    <message>
        <source>engine ok</source>
        <translation>motor bien</translation>
    </message>
    <message>
        <source>engine starting</source>
        <translation>el motor arranca</translation>
    </message>
    <message>
        <source>engine restarting</source>
        <translation>el motor se reinicia</translation>
    </message>
    <message>
        <source>engine failed</source>
        <translation>el motor falló</translation>
    </message>
    <message>
        <source>no broker, demo crowd</source>
        <translation>sin broker, público de demo</translation>
    </message>
    <message>
        <source>no broker needed</source>
        <translation>sin broker</translation>
    </message>
    <message>
        <source>broker lost since %1</source>
        <translation>broker perdido desde %1</translation>
    </message>
    <message>
        <source>broker ok</source>
        <translation>broker bien</translation>
    </message>
    <message>
        <source>%1 tweets, %2/s</source>
        <translation>%1 tuits, %2/s</translation>
    </message>
    <message>
        <source>not recording</source>
        <translation>sin grabar</translation>
    </message>
    <message>
        <source>show recorded</source>
        <translation>espectáculo grabado</translation>
    </message>
    <message>
        <source>recording %1</source>
        <translation>grabando %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 % late</source>
        <translation>%1 % tarde</translation>
    </message>
    <message>
        <source>%1: is a sender&apos;s clock off?</source>
        <translation>%1: ¿va mal el reloj de un emisor?</translation>
    </message>
    <message>
        <source>saves frames (%1)</source>
        <translation>ahorra fotogramas (%1)</translation>
    </message>
    <message>
        <source>the screen may sleep</source>
        <translation>la pantalla puede dormirse</translation>
    </message>
    <message>
        <source>stage on %1 %2×%3</source>
        <translation>escenario en %1 %2×%3</translation>
    </message>
    <message>
        <source>stage in a window</source>
        <translation>escenario en ventana</translation>
    </message>
    <message>
        <source>main</source>
        <translation>principal</translation>
    </message>
    <message>
        <source>main, %1 follows</source>
        <translation>principal, %1 sigue</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>sigue a %1</translation>
    </message>
    <message>
        <source>the main console is missing</source>
        <translation>falta la consola principal</translation>
    </message>
    <message>
        <source>%1 last seen %2 ago</source>
        <translation>%1 visto hace %2</translation>
    </message>
    <message>
        <source>%1 s · bars %2 ms · clocks %3 ms</source>
        <translation>%1 s · compases %2 ms · relojes %3 ms</translation>
    </message>
    <message>
        <source>phone: %1</source>
        <translation>teléfono: %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 perdido</translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation>%1 de vuelta</translation>
    </message>
    <message>
        <source>%1 in use elsewhere</source>
        <translation>%1 en uso en otra parte</translation>
    </message>
</context>
<context>
    <name>HealthLine</name>
    <message>
        <source>Health</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>projector lost</source>
        <translation>proyector perdido</translation>
    </message>
    <message>
        <source>stage closed</source>
        <translation>escenario cerrado</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Held for a moment</source>
        <translation>Mantener un momento</translation>
    </message>
</context>
<context>
    <name>HowToVote</name>
    <message>
        <source>+ a word, or</source>
        <translation>+ una palabra, o</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ una palabra</translation>
    </message>
</context>
<context>
    <name>JoinScene</name>
    <message>
        <source>Scan, or open</source>
        <translation>Escanea o abre</translation>
    </message>
    <message>
        <source>or post</source>
        <translation>o publica</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ una palabra</translation>
    </message>
    <message>
        <source>phones in the band</source>
        <translation>móviles en la banda</translation>
    </message>
    <message>
        <source>phones</source>
        <translation>móviles</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>el voto cierra en</translation>
    </message>
    <message>
        <source>Post it with one of these words</source>
        <translation>Publícalo con una de estas palabras</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Press a key or a button of the clicker</source>
        <translation>Pulse una tecla o un botón del mando</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>Elegir una tecla</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Tecla: %1</translation>
    </message>
    <message>
        <source>Press it…</source>
        <translation>Púlsela…</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>Tecla…</translation>
    </message>
    <message>
        <source>What the key does</source>
        <translation>Qué hace la tecla</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>What %1 does</source>
        <translation>Lo que hace %1</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>%1: volver a %2</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Por defecto</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>es</translation>
    </message>
</context>
<context>
    <name>LastSeconds</name>
    <message>
        <source>votes lock in</source>
        <translation>el voto cierra en</translation>
    </message>
</context>
<context>
    <name>LeaderRows</name>
    <message>
        <source>nobody yet</source>
        <translation>nadie todavía</translation>
    </message>
</context>
<context>
    <name>LeadersPanel</name>
    <message>
        <source>users</source>
        <translation>personas</translation>
    </message>
    <message>
        <source>Leaderboard</source>
        <translation>Clasificación</translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>Learn: choose a control on the console.</source>
        <translation>Aprender: elige un control de la consola.</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>%1: mueve ahora un fader, un mando o un botón.</translation>
    </message>
    <message>
        <source>until now: %1</source>
        <translation>hasta ahora: %1</translation>
    </message>
</context>
<context>
    <name>LearnBar</name>
    <message>
        <source>Forget this one: no control does it any more</source>
        <translation>Olvidar este: ningún control lo hace ya</translation>
    </message>
    <message>
        <source>Forget this one</source>
        <translation>Olvidar este</translation>
    </message>
    <message>
        <source>Take back what was learnt last</source>
        <translation>Deshacer lo último aprendido</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>End learn mode; what was learnt stays</source>
        <translation>Salir del modo de aprendizaje; lo aprendido queda</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
</context>
<context>
    <name>LearnRing</name>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>Teach a control: %1</source>
        <translation>Enseñar a un control: %1</translation>
    </message>
    <message>
        <source>Teach a control: %1, %2</source>
        <translation>Enseñar a un control: %1, %2</translation>
    </message>
</context>
<context>
    <name>LearnRow</name>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>Olvidar %1</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>The show is live: votes of %1 count.</source>
        <translation>El espectáculo está en directo: los votos de %1 cuentan.</translation>
    </message>
    <message>
        <source>The master is recorded, so far %1. The file is completed.</source>
        <translation>Se graba el máster, van %1. El archivo se completa.</translation>
    </message>
    <message>
        <source>The report is not finished: it would stop.</source>
        <translation>El informe no está terminado: se detendría.</translation>
    </message>
    <message>
        <source>The stage is open: the room sees it close.</source>
        <translation>El escenario está abierto: la sala ve cómo se cierra.</translation>
    </message>
    <message>
        <source>The console is locked.</source>
        <translation>La consola está bloqueada.</translation>
    </message>
    <message>
        <source>Fading out: the program ends in %1</source>
        <translation>Fundiendo: el programa termina en %1</translation>
    </message>
</context>
<context>
    <name>LeavingList</name>
    <message>
        <source>Off the stage</source>
        <translation>Dejan el escenario</translation>
    </message>
</context>
<context>
    <name>LockedMark</name>
    <message>
        <source>Locked</source>
        <translation>Cerrado</translation>
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
        <translation>Abrir una grabación…</translation>
    </message>
    <message>
        <source>Recent recordings…</source>
        <translation>Grabaciones recientes…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>Conectar a Kafka…</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>Volver a la demo</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>Set de sonidos…</translation>
    </message>
    <message>
        <source>Crowd: limit, blocked users, page…</source>
        <translation>Público: límite, bloqueados, página…</translation>
    </message>
    <message>
        <source>SQL into the stream…</source>
        <translation>SQL en el flujo…</translation>
    </message>
    <message>
        <source>Talk clock…</source>
        <translation>Reloj de la charla…</translation>
    </message>
    <message>
        <source>Store a snapshot…</source>
        <translation>Guardar instantánea…</translation>
    </message>
    <message>
        <source>Who did what…</source>
        <translation>Quién hizo qué…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>Escribir el informe de este espectáculo</translation>
    </message>
    <message>
        <source>Pre-flight check…</source>
        <translation>Comprobación previa…</translation>
    </message>
    <message>
        <source>Controllers: MIDI, OSC, phones…</source>
        <translation>Controladores: MIDI, OSC, móviles…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>Salir…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Tecla: %1</translation>
    </message>
</context>
<context>
    <name>Master</name>
    <message>
        <source>Scene %1</source>
        <translation>Escena %1</translation>
    </message>
    <message>
        <source>since bar %1</source>
        <translation>desde comp. %1</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenida</translation>
    </message>
    <message>
        <source>Space releases</source>
        <translation>Espacio suelta</translation>
    </message>
    <message>
        <source>No more</source>
        <translation>Nada más</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>el fin</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>comp. %1</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Apertura</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>sigue</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>plays</source>
        <translation>suena</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>Sin dispositivo</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Sin sonido</translation>
    </message>
    <message>
        <source>Out 1–2</source>
        <translation>Sal. 1–2</translation>
    </message>
    <message>
        <source>until scene 1</source>
        <translation>hasta escena 1</translation>
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
        <translation>Máster</translation>
    </message>
</context>
<context>
    <name>MasterLevel</name>
    <message>
        <source>Level of the master</source>
        <translation>Nivel del máster</translation>
    </message>
    <message>
        <source>Gain of the master</source>
        <translation>Ganancia del máster</translation>
    </message>
</context>
<context>
    <name>MasterStrip</name>
    <message>
        <source>Master</source>
        <translation>Máster</translation>
    </message>
    <message>
        <source>LUFS</source>
        <translation>LUFS</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Ceiling of the limiter: %1 dB</source>
        <translation>Techo del limitador: %1 dB</translation>
    </message>
    <message>
        <source>no output</source>
        <translation>sin salida</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>silencio</translation>
    </message>
    <message>
        <source>Gain of the master in decibels</source>
        <translation>Ganancia del máster en decibelios</translation>
    </message>
    <message>
        <source>Pre-listening: %1</source>
        <translation>Preescucha: %1</translation>
    </message>
</context>
<context>
    <name>MessageWall</name>
    <message>
        <source>Post it with one of these words</source>
        <translation>Publícalo con una de estas palabras</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>%1 clipped: put the mark out</source>
        <translation>%1 saturó: borrar la marca</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>clip</translation>
    </message>
</context>
<context>
    <name>MidiPart</name>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>looked for all the time</source>
        <translation>se buscan siempre</translation>
    </message>
    <message>
        <source>looked for all the time: plug in, no restart</source>
        <translation>se buscan siempre: basta conectar</translation>
    </message>
    <message>
        <source>Ctrl L</source>
        <translation>Ctrl L</translation>
    </message>
    <message>
        <source>Learn on the console: point at a control, move a knob</source>
        <translation>Aprender en la consola: señale un control, mueva un mando</translation>
    </message>
    <message>
        <source>Learn on the console</source>
        <translation>Aprender en la consola</translation>
    </message>
    <message>
        <source>Learn: point at a control, move a knob</source>
        <translation>Aprender: señale y mueva</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Learn from a list</source>
        <translation>Aprender de una lista</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>Lo último oído</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada aún</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Faders take over</source>
        <translation>Toma de faders</translation>
    </message>
    <message>
        <source>Its lights</source>
        <translation>Sus luces</translation>
    </message>
    <message>
        <source>Softly</source>
        <translation>Suave</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Al instante</translation>
    </message>
    <message>
        <source>softly: a dashed ghost shows the hardware until it meets</source>
        <translation>suave: un fantasma a trazos muestra el hardware</translation>
    </message>
    <message>
        <source>show mode, mute, solo and what else the map lights</source>
        <translation>muestran modo, silencio, solo y lo demás</translation>
    </message>
    <message>
        <source>What a control can do</source>
        <translation>Lo que un control puede hacer</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>some servers need none</source>
        <translation>algunos servidores no lo piden</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
</context>
<context>
    <name>NetworksPart</name>
    <message>
        <source>Off</source>
        <translation>Apagado</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Seguido</translation>
    </message>
</context>
<context>
    <name>NextSlot</name>
    <message>
        <source>Next: %1</source>
        <translation>Después: %1</translation>
    </message>
    <message>
        <source>C on the strip</source>
        <translation>C en el canal</translation>
    </message>
    <message>
        <source>Cancel the change of %1</source>
        <translation>Cancelar el cambio de %1</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The stage is closed: S opens it.</source>
        <translation>El escenario está cerrado: S lo abre.</translation>
    </message>
    <message>
        <source>The winner is on the stage, whose screen is gone.</source>
        <translation>El ganador está en el escenario, que perdió su pantalla.</translation>
    </message>
    <message>
        <source>The winner is on the stage, which is closed.</source>
        <translation>El ganador está en el escenario, que está cerrado.</translation>
    </message>
    <message>
        <source>S opens it, W ends the moment.</source>
        <translation>S lo abre, W termina el momento.</translation>
    </message>
</context>
<context>
    <name>NowSlot</name>
    <message>
        <source>Now: %1</source>
        <translation>Ahora: %1</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>Sound set</source>
        <translation>Set de sonidos</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Abrir una grabación</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Folder above</source>
        <translation>Carpeta superior</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>Carpeta o archivo</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>grabada</translation>
    </message>
    <message>
        <source>length</source>
        <translation>duración</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>tuits</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>size</source>
        <translation>tamaño</translation>
    </message>
    <message>
        <source>The show ends when a recording opens: it asks first.</source>
        <translation>Abrir una grabación termina el espectáculo: antes pregunta.</translation>
    </message>
    <message>
        <source>Write the report of the chosen recording</source>
        <translation>Escribir el informe de la grabación elegida</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Play with this folder</source>
        <translation>Tocar con esta carpeta</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
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
        <translation>Servir OSC</translation>
    </message>
    <message>
        <source>Serve OSC during this show</source>
        <translation>Servir OSC durante este show</translation>
    </message>
    <message>
        <source>Port, who may send and who gets the state: in the settings, under Controllers. They count from the next start on.</source>
        <translation>Puerto, quién puede enviar y quién recibe el estado: en los ajustes, en Controladores. Valen desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>Lo último oído</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada aún</translation>
    </message>
    <message>
        <source>Port and addresses…</source>
        <translation>Puerto y direcciones…</translation>
    </message>
</context>
<context>
    <name>OutputButton</name>
    <message>
        <source>Output: %1. Choose another</source>
        <translation>Salida: %1. Elegir otra</translation>
    </message>
</context>
<context>
    <name>OutputMenu</name>
    <message>
        <source>Sound outputs</source>
        <translation>Salidas de sonido</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>Silence</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>null: the clock goes on</source>
        <translation>null: el reloj sigue</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Buscar de nuevo</translation>
    </message>
    <message>
        <source>Looking for outputs…</source>
        <translation>Buscando salidas…</translation>
    </message>
    <message>
        <source>Pre-listening</source>
        <translation>Preescucha</translation>
    </message>
    <message>
        <source>default</source>
        <translation>predeterminada</translation>
    </message>
    <message>
        <source>the sounds are converted to it</source>
        <translation>los sonidos se convierten a ella</translation>
    </message>
</context>
<context>
    <name>OverrideLine</name>
    <message>
        <source>amber: overwritten</source>
        <translation>ámbar: sobrescrito</translation>
    </message>
    <message>
        <source>armed: %1</source>
        <translation>armado: %1</translation>
    </message>
    <message>
        <source>The room is dimmed, %1; D ends it</source>
        <translation>La sala está atenuada, %1; D lo termina</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Shh.</source>
        <translation>Chis.</translation>
    </message>
    <message>
        <source>Back in a moment.</source>
        <translation>Volvemos en un momento.</translation>
    </message>
    <message>
        <source>Your votes count.</source>
        <translation>Vuestros votos cuentan.</translation>
    </message>
    <message>
        <source>No vote yet:</source>
        <translation>Aún no hay votos:</translation>
    </message>
    <message>
        <source>this scene stays.</source>
        <translation>esta escena sigue.</translation>
    </message>
</context>
<context>
    <name>PhonesPart</name>
    <message>
        <source>Presenter&apos;s phones</source>
        <translation>Móviles del presentador</translation>
    </message>
    <message>
        <source>Send %1 away</source>
        <translation>Expulsar a %1</translation>
    </message>
    <message>
        <source>Send away</source>
        <translation>Expulsar</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Mezclar</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Moderar</translation>
    </message>
    <message>
        <source>Withdraw the code</source>
        <translation>Retirar el código</translation>
    </message>
    <message>
        <source>Pair a phone</source>
        <translation>Emparejar un móvil</translation>
    </message>
    <message>
        <source>Code that pairs a phone</source>
        <translation>Código que empareja un móvil</translation>
    </message>
</context>
<context>
    <name>Pressable</name>
    <message>
        <source>Key: %1</source>
        <translation>Tecla: %1</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the page&apos;s address</source>
        <translation>Código QR de la dirección de la página</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>sin dirección</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>Running…</source>
        <translation>En curso…</translation>
    </message>
    <message>
        <source>the first %1 shown</source>
        <translation>se muestran las primeras %1</translation>
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
        <translation>y %1 más</translation>
    </message>
</context>
<context>
    <name>QueryEditor</name>
    <message>
        <source>Query</source>
        <translation>Consulta</translation>
    </message>
</context>
<context>
    <name>QueryList</name>
    <message>
        <source>Queries</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Nothing was run yet.</source>
        <translation>Aún no se ejecutó nada.</translation>
    </message>
    <message>
        <source>No ready queries here.</source>
        <translation>Aquí no hay consultas listas.</translation>
    </message>
</context>
<context>
    <name>QueryPage</name>
    <message>
        <source>SQL on the stream</source>
        <translation>SQL sobre el flujo</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Run (Ctrl Enter)</source>
        <translation>Ejecutar (Ctrl Intro)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Mostrar como</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Barras</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>On the stage</source>
        <translation>En el escenario</translation>
    </message>
    <message>
        <source>Show on the stage</source>
        <translation>Mostrar en el escenario</translation>
    </message>
    <message>
        <source>goes on with the stream</source>
        <translation>sigue con el flujo</translation>
    </message>
    <message>
        <source>Views: tweets, votes, charts (one row a window and instrument), users.
Ctrl Enter runs; the answer follows the stream until Stop.
The music is never touched: a query has its own time and memory.</source>
        <translation>Vistas: tweets, votes, charts (una fila por ventana e instrumento), users.
Ctrl Intro ejecuta; la respuesta sigue el flujo hasta Parar.
La música no se toca: una consulta tiene su tiempo y su memoria.</translation>
    </message>
</context>
<context>
    <name>QueryPlot</name>
    <message>
        <source>Lines over time: %1</source>
        <translation>Líneas en el tiempo: %1</translation>
    </message>
    <message>
        <source>across</source>
        <translation>horizontal</translation>
    </message>
    <message>
        <source>up</source>
        <translation>vertical</translation>
    </message>
    <message>
        <source>a line for each</source>
        <translation>una línea por</translation>
    </message>
</context>
<context>
    <name>QueryRows</name>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
</context>
<context>
    <name>QueryScene</name>
    <message>
        <source>live, after %1 tweets</source>
        <translation>en directo, tras %1 tuits</translation>
    </message>
    <message>
        <source>after %1 tweets</source>
        <translation>tras %1 tuits</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>el voto cierra en</translation>
    </message>
</context>
<context>
    <name>QueryTable</name>
    <message>
        <source>Bars of %1</source>
        <translation>Barras de %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Messages to approve, %1 wait: arrows up and down choose, right approves, left refuses</source>
        <translation>Mensajes por aprobar, %1 esperan: flechas arriba y abajo eligen, derecha aprueba, izquierda rechaza</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nada espera</translation>
    </message>
    <message>
        <source>Approve all of this page without a listed word</source>
        <translation>Aprobar todos los de esta página sin palabra de la lista</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>Aprobar %1</translation>
    </message>
    <message>
        <source>Approve %1 clean</source>
        <translation>Aprobar %1 sin marca</translation>
    </message>
    <message>
        <source>Refuse all of this page with a listed word</source>
        <translation>Rechazar todos los de esta página con palabra de la lista</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <translation>Rechazar %1</translation>
    </message>
    <message>
        <source>Refuse %1 marked</source>
        <translation>Rechazar %1 marcados</translation>
    </message>
    <message>
        <source>Next page of waiting messages</source>
        <translation>Página siguiente de mensajes en espera</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>the page holds still</source>
        <translation>la página no se mueve</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>word list: %1</source>
        <translation>lista de palabras: %1</translation>
    </message>
    <message>
        <source>word list</source>
        <translation>lista de palabras</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>aprobado</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>decidido</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Bloquear a %1</translation>
    </message>
    <message>
        <source>Refuse the message of %1</source>
        <translation>Rechazar el mensaje de %1</translation>
    </message>
    <message>
        <source>Approve the message of %1</source>
        <translation>Aprobar el mensaje de %1</translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>Top %1 play next</source>
        <translation>El top %1 suena después</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>GO, snapshots and changes by hand</source>
        <translation>GO, instantáneas y cambios a mano</translation>
    </message>
</context>
<context>
    <name>RailRest</name>
    <message>
        <source>Arm: what you press waits for GO</source>
        <translation>Armar: lo que pulses espera a GO</translation>
    </message>
    <message>
        <source>Arming</source>
        <translation>Armado</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Armar</translation>
    </message>
    <message>
        <source>Store the desk: choose a place, 1 to 8; Esc: no</source>
        <translation>Guardar la mesa: elige un lugar, 1 a 8; Esc: no</translation>
    </message>
    <message>
        <source>Store as</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>All to AUTO: modes, clips and filters back to the crowd</source>
        <translation>Todo a AUTO: modos, clips y filtros de vuelta al público</translation>
    </message>
    <message>
        <source>All AUTO</source>
        <translation>Todo AUTO</translation>
    </message>
    <message>
        <source>⇧ A</source>
        <comment>Shift and A</comment>
        <translation>⇧ A</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>Olvidar lo armado</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Do not store</source>
        <translation>No guardar</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>RecordingPreview</name>
    <message>
        <source>No recording is chosen.</source>
        <translation>Ninguna grabación elegida.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>going there: %1 %</source>
        <translation>yendo allí: %1 %</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>ventana %1</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>mano del presentador</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>Back to the start</source>
        <translation>Volver al principio</translation>
    </message>
    <message>
        <source>The recording has ended</source>
        <translation>La grabación ha terminado</translation>
    </message>
    <message>
        <source>Go on reading the recording</source>
        <translation>Seguir leyendo la grabación</translation>
    </message>
    <message>
        <source>Pause the recording; the music goes on</source>
        <translation>Pausar la grabación; la música sigue</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>Play the recording from the start</source>
        <translation>Reproducir la grabación desde el principio</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Desde el principio</translation>
    </message>
    <message>
        <source>Open another recording</source>
        <translation>Abrir otra grabación</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Abrir otra…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>Escribir el informe de este espectáculo</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>Volver a la demo con su público simulado</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>The recording begins again at its end; press: it ends</source>
        <translation>La grabación vuelve a empezar al final; pulsar: termina</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>Volver a empezar al final</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
</context>
<context>
    <name>RevealBoard</name>
    <message>
        <source>Next race</source>
        <translation>Siguiente carrera</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ nuevo</translation>
    </message>
    <message>
        <source>= stays</source>
        <translation>= sigue</translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message>
        <source>The room at its level again</source>
        <translation>La sala de nuevo a su nivel</translation>
    </message>
    <message>
        <source>Dim the room by 20 dB (never in a recording)</source>
        <translation>Bajar la sala 20 dB (nunca en una grabación)</translation>
    </message>
    <message>
        <source>Dim</source>
        <translation>Dim</translation>
    </message>
    <message>
        <source>The room in stereo again</source>
        <translation>La sala de nuevo en estéreo</translation>
    </message>
    <message>
        <source>Mono in the room (never in a recording)</source>
        <translation>Mono en la sala (nunca en una grabación)</translation>
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
        <translation>Mostrar números</translation>
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
        <translation>Tecla: %1</translation>
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
        <translation>sin definir</translation>
    </message>
    <message>
        <source>set; type to replace it</source>
        <translation>definido; escribe para cambiarlo</translation>
    </message>
    <message>
        <source>Name of the property</source>
        <translation>Nombre de la propiedad</translation>
    </message>
    <message>
        <source>its value</source>
        <translation>su valor</translation>
    </message>
    <message>
        <source>Value of the property</source>
        <translation>Valor de la propiedad</translation>
    </message>
    <message>
        <source>Test tone on outputs 1 and 2</source>
        <translation>Tono de prueba en las salidas 1 y 2</translation>
    </message>
    <message>
        <source>Test tone on outputs 3 and 4</source>
        <translation>Tono de prueba en las salidas 3 y 4</translation>
    </message>
    <message>
        <source>Test tone</source>
        <translation>Tono de prueba</translation>
    </message>
    <message>
        <source>Tap to set…</source>
        <translation>Marcar el pulso…</translation>
    </message>
    <message>
        <source>%1: choose</source>
        <translation>%1: elegir</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>%1: volver a %2</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Por defecto</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>por defecto: %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Sounds and music</source>
        <translation>Sonidos y música</translation>
    </message>
    <message>
        <source>Kafka and topics</source>
        <translation>Kafka y topics</translation>
    </message>
    <message>
        <source>Windows and language</source>
        <translation>Ventanas e idioma</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controladores</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Redes</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Espectáculo</translation>
    </message>
    <message>
        <source>Sound card</source>
        <translation>Tarjeta de sonido</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>Set de sonidos</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Música</translation>
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
        <translation>Schema Registry: campos</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Ventanas</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Escenario</translation>
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
        <translation>Chat de Twitch</translation>
    </message>
    <message>
        <source>Voting page</source>
        <translation>Página de votación</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Salida de reloj</translation>
    </message>
    <message>
        <source>OSC</source>
        <translation>OSC</translation>
    </message>
    <message>
        <source>Presenter&apos;s phone</source>
        <translation>Móvil del presentador</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>Reloj de la charla</translation>
    </message>
    <message>
        <source>Second laptop</source>
        <translation>Segundo portátil</translation>
    </message>
    <message>
        <source>Keys and clicker</source>
        <translation>Teclas y mando</translation>
    </message>
    <message>
        <source>set by the option %1, which wins over the file</source>
        <translation>fijado por la opción %1, que gana al archivo</translation>
    </message>
    <message>
        <source>set by the variable %1, which wins over the file</source>
        <translation>fijado por la variable %1, que gana al archivo</translation>
    </message>
    <message>
        <source>kept; from the next start on</source>
        <translation>guardado; desde el próximo inicio</translation>
    </message>
    <message>
        <source>from mwk.toml</source>
        <translation>de mwk.toml</translation>
    </message>
    <message>
        <source>default</source>
        <translation>predeterminada</translation>
    </message>
    <message>
        <source>a change waits for the next start</source>
        <translation>un cambio espera al próximo inicio</translation>
    </message>
    <message>
        <source>acts at once</source>
        <translation>actúa al instante</translation>
    </message>
    <message>
        <source>%1 outputs</source>
        <translation>%1 salidas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>System&apos;s default</source>
        <translation>La del sistema</translation>
    </message>
    <message>
        <source>%1 ms at %2 kHz</source>
        <translation>%1 ms a %2 kHz</translation>
    </message>
    <message>
        <source>wait for it</source>
        <translation>esperarla</translation>
    </message>
    <message>
        <source>go to the next one</source>
        <translation>ir a la siguiente</translation>
    </message>
    <message>
        <source>black</source>
        <translation>negro</translation>
    </message>
    <message>
        <source>the hashtag</source>
        <translation>el hashtag</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>una imagen</translation>
    </message>
    <message>
        <source>The second screen</source>
        <translation>La segunda pantalla</translation>
    </message>
    <message>
        <source>whichever is there</source>
        <translation>la que haya</translation>
    </message>
    <message>
        <source>the console is here</source>
        <translation>la consola está aquí</translation>
    </message>
    <message>
        <source>the stage</source>
        <translation>el escenario</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>no está ahora</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>system</source>
        <translation>sistema</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>pulso</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>compás</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>bucle</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>approved only</source>
        <translation>solo aprobados</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>%1 does that already.</source>
        <translation>%1 ya lo hace.</translation>
    </message>
    <message>
        <source>%1 does nothing already.</source>
        <translation>%1 ya no hace nada.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 está libre.</translation>
    </message>
    <message>
        <source>%1 is taken: %2. That will be replaced.</source>
        <translation>%1 está ocupada: %2. Se sustituirá.</translation>
    </message>
    <message>
        <source>No other key does that.</source>
        <translation>Ninguna otra tecla lo hace.</translation>
    </message>
    <message>
        <source>On a strip with the focus it stays what it is there.</source>
        <translation>En un canal con el foco sigue siendo lo que es allí.</translation>
    </message>
    <message>
        <source>fade out</source>
        <translation>fundido de salida</translation>
    </message>
    <message>
        <source>the winner</source>
        <translation>el ganador</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>gracias</translation>
    </message>
    <message>
        <source>by a press</source>
        <translation>con una tecla</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>por sí solo</translation>
    </message>
    <message>
        <source>This key cannot be given an action.</source>
        <translation>A esta tecla no se le puede dar una acción.</translation>
    </message>
    <message>
        <source>The tone sounds…</source>
        <translation>Suena el tono…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Buscar…</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Buscar en los ajustes</translation>
    </message>
    <message>
        <source>something is wrong here</source>
        <translation>aquí hay algo mal</translation>
    </message>
    <message>
        <source>Checking Kafka with these settings…</source>
        <translation>Comprobando Kafka con estos ajustes…</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Ningún ajuste tiene estas palabras.</translation>
    </message>
    <message>
        <source>Kept in %1; comments stay. Enter keeps what was typed.</source>
        <translation>Guardado en %1; los comentarios quedan. Intro guarda lo escrito.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>This page back to default</source>
        <translation>Esta página a lo predeterminado</translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message>
        <source>SILENT</source>
        <translation>SILENCIO</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>desde hace %1</translation>
    </message>
    <message>
        <source>Nothing is heard. Bars, votes and scenes go on.</source>
        <translation>No se oye nada. Compases, votos y escenas siguen.</translation>
    </message>
    <message>
        <source>FADED OUT</source>
        <translation>FUNDIDO</translation>
    </message>
    <message>
        <source>FADING OUT</source>
        <translation>FUNDIENDO</translation>
    </message>
    <message>
        <source>silent in %1</source>
        <translation>silencio en %1</translation>
    </message>
    <message>
        <source>RETURNS AT BAR %1</source>
        <translation>VUELVE EN EL COMPÁS %1</translation>
    </message>
    <message>
        <source>in 1 beat</source>
        <translation>en 1 pulso</translation>
    </message>
    <message>
        <source>in %1 beats</source>
        <translation>en %1 pulsos</translation>
    </message>
    <message>
        <source>The scene that plays then is heard from its first beat on.</source>
        <translation>La escena que suene entonces se oye desde su primer pulso.</translation>
    </message>
    <message>
        <source>Silent for %1 seconds. Resume: hold R.</source>
        <translation>En silencio desde hace %1 segundos. Reanudar: mantener R.</translation>
    </message>
</context>
<context>
    <name>SilenceBar</name>
    <message>
        <source>Write the report of this show</source>
        <translation>Escribir el informe de este espectáculo</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Resume the music: hold</source>
        <translation>Reanudar la música: mantener</translation>
    </message>
    <message>
        <source>Hold longer</source>
        <translation>Mantén más tiempo</translation>
    </message>
    <message>
        <source>Resume: Esc, then hold R</source>
        <translation>Reanudar: Esc y mantener R</translation>
    </message>
    <message>
        <source>Resume: F or hold</source>
        <translation>Reanudar: F o mantener</translation>
    </message>
    <message>
        <source>Resume: hold</source>
        <translation>Reanudar: mantener</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>Dejar volver la música</translation>
    </message>
    <message>
        <source>Keep the music: %1</source>
        <translation>Mantener la música: %1</translation>
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
        <translation>Mayús</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
    <message>
        <source>store here</source>
        <translation>guardar aquí</translation>
    </message>
</context>
<context>
    <name>SnapMenu</name>
    <message>
        <source>a name</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>Name of snapshot %1</source>
        <translation>Nombre de la instantánea %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacía</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recuperar</translation>
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
        <translation>Guardar la mesa aquí</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
</context>
<context>
    <name>SpeedChoice</name>
    <message>
        <source>Speed %1</source>
        <translation>Velocidad %1</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>BLACK for %1: B goes on</source>
        <translation>NEGRO desde hace %1: B continúa</translation>
    </message>
    <message>
        <source>page votes are closed</source>
        <translation>votos por la página: cerrados</translation>
    </message>
    <message>
        <source>level</source>
        <translation>empate</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>sigue</translation>
    </message>
    <message>
        <source>held: this scene stays</source>
        <translation>retenida: esta escena sigue</translation>
    </message>
    <message>
        <source>this scene stays</source>
        <translation>esta escena sigue</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>And the winner is</source>
        <translation>Y gana</translation>
    </message>
    <message>
        <source>A tie: the winners are</source>
        <translation>Empate: los ganadores son</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nadie todavía</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
</context>
<context>
    <name>StageClock</name>
    <message>
        <source>this scene</source>
        <translation>esta escena</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>el voto</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>sigue</translation>
    </message>
    <message>
        <source>lock in</source>
        <translation>cierra en</translation>
    </message>
    <message>
        <source>held</source>
        <translation>retenida</translation>
    </message>
</context>
<context>
    <name>StageControls</name>
    <message>
        <source>Votes</source>
        <translation>Votos</translation>
    </message>
    <message>
        <source>On the stage: the votes</source>
        <translation>En el escenario: los votos</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirse</translation>
    </message>
    <message>
        <source>On the stage: how to join</source>
        <translation>En el escenario: cómo unirse</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>On the stage: the query of the SQL page</source>
        <translation>En el escenario: la consulta de la página SQL</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Ganador</translation>
    </message>
    <message>
        <source>On the stage: the winner</source>
        <translation>En el escenario: el ganador</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>El final</translation>
    </message>
    <message>
        <source>Again: the end, on the stage</source>
        <translation>Otra vez: el final, en el escenario</translation>
    </message>
    <message>
        <source>On the stage: the end, pressed twice</source>
        <translation>En el escenario: el final, dos pulsaciones</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Negro</translation>
    </message>
    <message>
        <source>On the stage: black, again: the logo, again: the votes</source>
        <translation>En el escenario: negro, otra vez: logo, otra vez: votos</translation>
    </message>
    <message>
        <source>On the stage: what is set instead of black, again: the votes</source>
        <translation>En el escenario: lo que sustituye al negro, otra vez: votos</translation>
    </message>
</context>
<context>
    <name>StageLeaders</name>
    <message>
        <source>Leaderboard</source>
        <translation>Clasificación</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>tuits</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nadie todavía</translation>
    </message>
</context>
<context>
    <name>StageMessageRow</name>
    <message>
        <source>off the stage</source>
        <translation>ya no está</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>Ocultar este mensaje de %1</translation>
    </message>
</context>
<context>
    <name>StageMessages</name>
    <message>
        <source>On the stage now</source>
        <translation>Ahora en el escenario</translation>
    </message>
    <message>
        <source>no message</source>
        <translation>ningún mensaje</translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>Stage</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Open the stage: its screen is gone</source>
        <translation>Abrir el escenario: perdió su pantalla</translation>
    </message>
    <message>
        <source>Close the stage</source>
        <translation>Cerrar el escenario</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>Abrir el escenario</translation>
    </message>
    <message>
        <source>No screen</source>
        <translation>Sin pantalla</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
</context>
<context>
    <name>StageThumb</name>
    <message>
        <source>No screen</source>
        <translation>Sin pantalla</translation>
    </message>
    <message>
        <source>closed: S opens</source>
        <translation>cerrado: S lo abre</translation>
    </message>
    <message>
        <source>The stage shows: %1</source>
        <translation>El escenario muestra: %1</translation>
    </message>
</context>
<context>
    <name>StageWindow</name>
    <message>
        <source>Music with Kafka: stage</source>
        <translation>Music with Kafka: escenario</translation>
    </message>
    <message>
        <source>Be right back</source>
        <translation>Volvemos enseguida</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>%1, waits for GO</source>
        <translation>%1, espera a GO</translation>
    </message>
    <message>
        <source>now: %1; next: %2</source>
        <translation>ahora: %1; después: %2</translation>
    </message>
    <message>
        <source>Mode of %1</source>
        <translation>Modo de %1</translation>
    </message>
    <message>
        <source>Ctrl %1</source>
        <translation>Ctrl %1</translation>
    </message>
    <message>
        <source>Filter of %1: off</source>
        <translation>Filtro de %1: off</translation>
    </message>
    <message>
        <source>Filter of %1: low-pass %2 hertz</source>
        <translation>Filtro de %1: paso bajo %2 hercios</translation>
    </message>
    <message>
        <source>Filter of %1: high-pass %2 hertz</source>
        <translation>Filtro de %1: paso alto %2 hercios</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>mudo</translation>
    </message>
    <message>
        <source>solo: %1</source>
        <translation>solo: %1</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>comp. %1</translation>
    </message>
    <message>
        <source>on GO</source>
        <translation>con GO</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Stays off</source>
        <translation>Sigue off</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>dañado</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>sin archivo</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>sigue</translation>
    </message>
    <message>
        <source>To AUTO</source>
        <translation>A AUTO</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>archivo no encontrado</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
</context>
<context>
    <name>StripFoot</name>
    <message>
        <source>Gain of %1 in decibels</source>
        <translation>Ganancia de %1 en decibelios</translation>
    </message>
    <message>
        <source>M on the strip</source>
        <translation>M en el canal</translation>
    </message>
    <message>
        <source>Let %1 be heard again</source>
        <translation>Que se oiga %1 otra vez</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>Silenciar %1</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>Mayús %1</translation>
    </message>
    <message>
        <source>End the solo of %1</source>
        <translation>Terminar el solo de %1</translation>
    </message>
    <message>
        <source>Solo %1</source>
        <translation>Solo de %1</translation>
    </message>
    <message>
        <source>H on the strip</source>
        <translation>H en el canal</translation>
    </message>
    <message>
        <source>Pre-listen to %1 no longer</source>
        <translation>No preescuchar más %1</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>Preescuchar %1</translation>
    </message>
</context>
<context>
    <name>StripLevel</name>
    <message>
        <source>Level of %1</source>
        <translation>Nivel de %1</translation>
    </message>
    <message>
        <source>Gain of %1</source>
        <translation>Ganancia de %1</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>over</source>
        <translation>de más</translation>
    </message>
    <message>
        <source>left</source>
        <translation>quedan</translation>
    </message>
    <message>
        <source>Talk: %1 %2</source>
        <translation>Charla: %1 %2</translation>
    </message>
    <message>
        <source>The talk has not begun</source>
        <translation>La charla no ha empezado</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>termina a las %1</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>empieza a las %1</translation>
    </message>
    <message>
        <source>the music fades out</source>
        <translation>la música se funde</translation>
    </message>
    <message>
        <source>the winner comes onto the stage</source>
        <translation>el ganador sale al escenario</translation>
    </message>
    <message>
        <source>fade out, then the end on the stage</source>
        <translation>fundido y luego el fin en el escenario</translation>
    </message>
    <message>
        <source>Ends by itself in %1</source>
        <translation>Termina solo en %1</translation>
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
        <translation>Reloj de la charla</translation>
    </message>
</context>
<context>
    <name>TalkPanel</name>
    <message>
        <source>Talk clock</source>
        <translation>Reloj de la charla</translation>
    </message>
    <message>
        <source>One minute less</source>
        <translation>Un minuto menos</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Un minuto más</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Stop: back to the whole length</source>
        <translation>Parar: vuelve a la duración entera</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Empieza a las</translation>
    </message>
    <message>
        <source>such as 20:04</source>
        <translation>como 20:04</translation>
    </message>
    <message>
        <source>Amber, red</source>
        <translation>Ámbar, rojo</translation>
    </message>
    <message>
        <source>Red from this much left on</source>
        <translation>Rojo cuando queda esto</translation>
    </message>
    <message>
        <source>left</source>
        <translation>quedan</translation>
    </message>
    <message>
        <source>End by itself at 0:00</source>
        <translation>Terminar solo a 0:00</translation>
    </message>
    <message>
        <source>What happens at 0:00</source>
        <translation>Qué pasa a 0:00</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Fundir</translation>
    </message>
    <message>
        <source>Fade, the end</source>
        <translation>Fundir, fin</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Ganador</translation>
    </message>
    <message>
        <source>the rail says so 60 s before; one key postpones it</source>
        <translation>la barra lo dice 60 s antes; una tecla lo aplaza</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Place in the recording: %1</source>
        <translation>Lugar en la grabación: %1</translation>
    </message>
    <message>
        <source>Votes over time</source>
        <translation>Votos en el tiempo</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>mano del presentador</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The crowd votes</source>
        <translation>El público vota</translation>
    </message>
    <message>
        <source>Each message that names an instrument is a vote. The five instruments with the most votes are the next scene.</source>
        <translation>Cada mensaje que nombra un instrumento es un voto. Los cinco instrumentos más votados son la próxima escena.</translation>
    </message>
    <message>
        <source>The votes lock</source>
        <translation>Se cierra la votación</translation>
    </message>
    <message>
        <source>Every window of votes runs along this line. At the yellow mark it is decided, and the next one begins.</source>
        <translation>Cada ventana de votos recorre esta línea. En la marca amarilla queda decidida y empieza la siguiente.</translation>
    </message>
    <message>
        <source>The scene lands</source>
        <translation>Entra la escena</translation>
    </message>
    <message>
        <source>What has won waits here, dashed, and lands on a bar, all loops together and in time.</source>
        <translation>Lo que ha ganado espera aquí, con línea discontinua, y entra en un compás, todos los bucles juntos y a tiempo.</translation>
    </message>
    <message>
        <source>Your hand</source>
        <translation>Tu mano</translation>
    </message>
    <message>
        <source>AUTO is the crowd’s. ON and OFF are yours, whatever the votes say: white is what you hold, and the key 0 gives it all back.</source>
        <translation>AUTO es del público. ON y OFF son tuyos, digan lo que digan los votos: en blanco, lo que tienes tú; la tecla 0 lo devuelve todo.</translation>
    </message>
    <message>
        <source>The room joins by phone</source>
        <translation>La sala participa con el móvil</translation>
    </message>
    <message>
        <source>J shows the room how to vote: a code for their phones, or a message on their network. S opens the stage.</source>
        <translation>J muestra a la sala cómo votar: un código para los móviles o un mensaje en su red. S abre el escenario.</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Close: it does not come again</source>
        <translation>Cerrar: no vuelve a aparecer</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>bar %1</source>
        <translation>comp. %1</translation>
    </message>
    <message>
        <source>%1 BPM · %2/4 · quantize %3</source>
        <translation>%1 BPM · %2/4 · rejilla %3</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>pulso</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>compás</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>bucle</translation>
    </message>
    <message>
        <source>%1 BPM · %2/4</source>
        <translation>%1 BPM · %2/4</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>scene %1 stays until you release hold</source>
        <translation>la escena %1 sigue hasta que la sueltes</translation>
    </message>
    <message>
        <source>SCENE HELD FOR</source>
        <translation>ESCENA RETENIDA</translation>
    </message>
    <message>
        <source>NEXT SCENE</source>
        <translation>ESCENA SIGUIENTE</translation>
    </message>
    <message>
        <source>held</source>
        <translation>retenida</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>la grabación ha terminado</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>then bar %1, as planned</source>
        <translation>luego compás %1, según lo previsto</translation>
    </message>
    <message>
        <source>VOTES LOCKED</source>
        <translation>VOTOS CERRADOS</translation>
    </message>
    <message>
        <source>NEXT SCENE IN</source>
        <translation>ESCENA SIGUIENTE EN</translation>
    </message>
    <message>
        <source>VOTES LOCK IN</source>
        <translation>EL VOTO CIERRA EN</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
</context>
<context>
    <name>TransportButtons</name>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Release the scene</source>
        <translation>Soltar la escena</translation>
    </message>
    <message>
        <source>Hold the scene</source>
        <translation>Retener la escena</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>RETENIDA</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Retener</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>mantener R</translation>
    </message>
    <message>
        <source>Esc again</source>
        <translation>Esc otra vez</translation>
    </message>
    <message>
        <source>Shift Esc</source>
        <translation>Mayús Esc</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold Esc</source>
        <translation>mantener Esc</translation>
    </message>
    <message>
        <source>Cut the sound now</source>
        <translation>Cortar el sonido ya</translation>
    </message>
    <message>
        <source>Silent. Hold R to resume</source>
        <translation>Silencio. Mantén R para reanudar</translation>
    </message>
    <message>
        <source>Panic: fade everything out</source>
        <translation>Pánico: fundir todo</translation>
    </message>
    <message>
        <source>Cut now</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>Panic</source>
        <translation>Pánico</translation>
    </message>
    <message>
        <source>F returns</source>
        <translation>F: vuelve</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>Dejar volver la música</translation>
    </message>
    <message>
        <source>Fade out over two loops</source>
        <translation>Fundido de salida en dos bucles</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>Fundido</translation>
    </message>
    <message>
        <source>Fading</source>
        <translation>Fundiendo</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>Fundir</translation>
    </message>
    <message>
        <source>Stop recording the master</source>
        <translation>Dejar de grabar el máster</translation>
    </message>
    <message>
        <source>Record the master</source>
        <translation>Grabar el máster</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
</context>
<context>
    <name>TransportPosition</name>
    <message>
        <source>BAR</source>
        <translation>COMPÁS</translation>
    </message>
</context>
<context>
    <name>TwitterPart</name>
    <message>
        <source>Twitter stream</source>
        <translation>Flujo de Twitter</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Seguido</translation>
    </message>
</context>
<context>
    <name>Votes</name>
    <message>
        <source>as of %1, no news since</source>
        <translation>a las %1, sin novedad desde entonces</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>a las %1</translation>
    </message>
</context>
<context>
    <name>VotesPanel</name>
    <message>
        <source>in this window</source>
        <translation>en esta ventana</translation>
    </message>
    <message>
        <source>in this window · %1</source>
        <translation>en esta ventana · %1</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>la grabación ha terminado</translation>
    </message>
    <message>
        <source>locked at %1</source>
        <translation>cerrados a las %1</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Votos</translation>
    </message>
    <message>
        <source>no vote yet: the scene stays</source>
        <translation>aún sin votos: la escena sigue</translation>
    </message>
    <message>
        <source>below the line</source>
        <translation>bajo la línea</translation>
    </message>
</context>
<context>
    <name>VotingPagePart</name>
    <message>
        <source>Audience&apos;s page</source>
        <translation>Página del público</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servida</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>Votación</translation>
    </message>
    <message>
        <source>Voting on the page</source>
        <translation>Votación en la página</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierta</translation>
    </message>
</context>
<context>
    <name>WordListPart</name>
    <message>
        <source>Word list</source>
        <translation>Lista de palabras</translation>
    </message>
    <message>
        <source>%1, in texts and names</source>
        <translation>%1, en textos y nombres</translation>
    </message>
    <message>
        <source>A word; one with * at its end has any ending</source>
        <translation>Una palabra; con * al final, toda terminación</translation>
    </message>
    <message>
        <source>A word to find or to add</source>
        <translation>Una palabra para buscar o añadir</translation>
    </message>
    <message>
        <source>Add this word to the list</source>
        <translation>Añadir esta palabra a la lista</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Take %1 from the list</source>
        <translation>Quitar %1 de la lista</translation>
    </message>
</context>
</TS>
