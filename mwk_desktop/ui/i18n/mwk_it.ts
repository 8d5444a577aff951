<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>Audience</name>
    <message>
        <source>not served</source>
        <translation>non servita</translation>
    </message>
    <message>
        <source>%1 phones · %2 votes · %3 refused</source>
        <translation>%1 telefoni · %2 voti · %3 rifiutati</translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>non seguito</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connessione</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connesso</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>in attesa</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallito</translation>
    </message>
    <message>
        <source>%1 posts</source>
        <translation>%1 messaggi</translation>
    </message>
    <message>
        <source>%1 without the code</source>
        <translation>%1 senza il codice</translation>
    </message>
    <message>
        <source>%1 posts · $%2 spent</source>
        <translation>%1 post · %2 $ spesi</translation>
    </message>
    <message>
        <source>%1 of $%2</source>
        <translation>%1 di %2 $</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Choose output…</source>
        <translation>Scegli uscita…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Connetti…</translation>
    </message>
    <message>
        <source>Take the show over: this console is heard, the other one follows</source>
        <translation>Prendi lo show: si sente questa console, l’altra segue</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendi</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>Torna alla demo con il suo pubblico simulato</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>Torna alla demo</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Show the report in its folder</source>
        <translation>Mostra il rapporto nella sua cartella</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostra nella cartella</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Scrivi il rapporto</translation>
    </message>
    <message>
        <source>Stop writing the report</source>
        <translation>Interrompi il rapporto</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Chiudi questo avviso</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>Apri il palco</translation>
    </message>
    <message>
        <source>Go on from the oldest message that is left</source>
        <translation>Continua dal messaggio più vecchio rimasto</translation>
    </message>
    <message>
        <source>From the oldest</source>
        <translation>Dal più vecchio</translation>
    </message>
    <message>
        <source>Go on from now, without what was missed</source>
        <translation>Continua da adesso, senza ciò che è andato perso</translation>
    </message>
    <message>
        <source>From now</source>
        <translation>Da adesso</translation>
    </message>
    <message>
        <source>The report is being written.</source>
        <translation>Il rapporto è in scrittura.</translation>
    </message>
    <message>
        <source>From %1. The show goes on.</source>
        <translation>Da %1. Lo show continua.</translation>
    </message>
    <message>
        <source>The report is written.</source>
        <translation>Il rapporto è pronto.</translation>
    </message>
    <message>
        <source>There is no report.</source>
        <translation>Non c’è alcun rapporto.</translation>
    </message>
    <message>
        <source>The live show is over.</source>
        <translation>Lo show dal vivo è finito.</translation>
    </message>
    <message>
        <source>It is recorded: %1. The report tells how it was.</source>
        <translation>È registrato: %1. Il rapporto racconta com’è andata.</translation>
    </message>
    <message>
        <source>Sound device missing: no sound since %1.</source>
        <translation>Manca il dispositivo audio: nessun suono dalle %1.</translation>
    </message>
    <message>
        <source>%1. Plug it in to resume, or choose another.</source>
        <translation>%1. Collegalo per riprendere, o scegline un altro.</translation>
    </message>
    <message>
        <source>The topic no longer holds what comes next: counting waits.</source>
        <translation>Il topic non contiene più ciò che segue: il conteggio aspetta.</translation>
    </message>
    <message>
        <source>The music goes on. Begin with the oldest message, or with now?</source>
        <translation>La musica continua. Iniziare dal messaggio più vecchio o da adesso?</translation>
    </message>
</context>
<context>
    <name>BlockedUsers</name>
    <message>
        <source>Unblock %1</source>
        <translation>Sblocca %1</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Sblocca</translation>
    </message>
</context>
<context>
    <name>CalmScene</name>
    <message>
        <source>This scene stays</source>
        <translation>Questa scena resta</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 finora</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>In testa</translation>
    </message>
</context>
<context>
    <name>Ceiling</name>
    <message>
        <source>limits now by %1 dB, at most by %2 dB so far</source>
        <translation>limita ora di %1 dB, al massimo di %2 dB</translation>
    </message>
</context>
<context>
    <name>CeilingMenu</name>
    <message>
        <source>Ceiling of the master</source>
        <translation>Tetto del master</translation>
    </message>
    <message>
        <source>Ceiling of the master, dBTP</source>
        <translation>Tetto del master, dBTP</translation>
    </message>
    <message>
        <source>Ceiling %1 dBTP</source>
        <translation>Tetto %1 dBTP</translation>
    </message>
    <message>
        <source>Acts at once, in the room and in recordings.</source>
        <translation>Agisce subito, in sala e nelle registrazioni.</translation>
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
        <translation>Apri una registrazione</translation>
    </message>
    <message>
        <source>Connect to Kafka</source>
        <translation>Connetti a Kafka</translation>
    </message>
    <message>
        <source>SQL into the stream</source>
        <translation>SQL nel flusso</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>Controllo prima dello show</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Strips</source>
        <translation>Canali</translation>
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
        <translation>Muto</translation>
    </message>
    <message>
        <source>Cancel what is pending</source>
        <translation>Annulla ciò che è in attesa</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>Dimentica ciò che è armato</translation>
    </message>
    <message>
        <source>All to AUTO</source>
        <translation>Tutto in AUTO</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>Messaggi e pubblico</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Learn a controller</source>
        <translation>Impara un controller</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>Orologio del talk</translation>
    </message>
    <message>
        <source>Mode: ON, OFF, AUTO in turn</source>
        <translation>Modo: ON, OFF, AUTO</translation>
    </message>
    <message>
        <source>Next clip, pinned</source>
        <translation>Clip successivo, fisso</translation>
    </message>
    <message>
        <source>Focus on a strip</source>
        <translation>Focus su un canale</translation>
    </message>
    <message>
        <source>Focus on the feed · the master</source>
        <translation>Focus: messaggi · master</translation>
    </message>
    <message>
        <source>On the strip with the focus</source>
        <translation>Sul canale con il focus</translation>
    </message>
    <message>
        <source>Pre-listen</source>
        <translation>Preascolto</translation>
    </message>
    <message>
        <source>Gain 0.5 dB; Shift 0.1, Ctrl 3</source>
        <translation>Gain 0,5 dB; Maiusc 0,1, Ctrl 3</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Gain 0 dB</source>
        <translation>Gain 0 dB</translation>
    </message>
    <message>
        <source>Filter: low, high; Shift fine</source>
        <translation>Filtro; Maiusc: fine</translation>
    </message>
    <message>
        <source>End</source>
        <comment>key</comment>
        <translation>Fine</translation>
    </message>
    <message>
        <source>Filter off</source>
        <translation>Filtro off</translation>
    </message>
    <message>
        <source>Unpin the clip</source>
        <translation>Libera il clip</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musica</translation>
    </message>
    <message>
        <source>Panic; again in 2 s: cut</source>
        <translation>Panico; ancora: taglia</translation>
    </message>
    <message>
        <source>Panic, through any page</source>
        <translation>Panico, ovunque</translation>
    </message>
    <message>
        <source>Resume, after panic or fade</source>
        <translation>Riprendi il suono</translation>
    </message>
    <message>
        <source>Fade out; again: returns</source>
        <translation>Dissolvi; ancora: torna</translation>
    </message>
    <message>
        <source>Dim by 20 dB</source>
        <translation>Attenua di 20 dB</translation>
    </message>
    <message>
        <source>hold Esc</source>
        <translation>tieni Esc</translation>
    </message>
    <message>
        <source>Next scene, or take it back</source>
        <translation>Scena successiva, o annullarla</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Insieme</translation>
    </message>
    <message>
        <source>Recall a snapshot</source>
        <translation>Richiama un’istantanea</translation>
    </message>
    <message>
        <source>Arm: what you press waits</source>
        <translation>Arma: ciò che premi aspetta</translation>
    </message>
    <message>
        <source>GO: all of it on the next bar</source>
        <translation>GO: tutto alla prossima batt.</translation>
    </message>
    <message>
        <source>Store a snapshot</source>
        <translation>Salva un’istantanea</translation>
    </message>
    <message>
        <source>Undo · redo</source>
        <translation>Annulla · ripeti</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Palco</translation>
    </message>
    <message>
        <source>Votes: the usual picture</source>
        <translation>I voti</translation>
    </message>
    <message>
        <source>How to join</source>
        <translation>Come partecipare</translation>
    </message>
    <message>
        <source>A wall of messages</source>
        <translation>Muro di messaggi</translation>
    </message>
    <message>
        <source>The SQL plot</source>
        <translation>Il grafico SQL</translation>
    </message>
    <message>
        <source>The winner</source>
        <translation>Il vincitore</translation>
    </message>
    <message>
        <source>The end (twice within 2 s)</source>
        <translation>La fine (due volte in 2 s)</translation>
    </message>
    <message>
        <source>Black; again: back</source>
        <translation>Nero; ancora: torna</translation>
    </message>
    <message>
        <source>Stage window · full screen</source>
        <translation>Palco · schermo intero</translation>
    </message>
    <message>
        <source>Messages, with the focus</source>
        <translation>Messaggi con il focus</translation>
    </message>
    <message>
        <source>Approve · refuse</source>
        <translation>Approva · rifiuta</translation>
    </message>
    <message>
        <source>All clean · all marked</source>
        <translation>Tutti puliti · segnati</translation>
    </message>
    <message>
        <source>Hide · block the author</source>
        <translation>Nascondi · blocca autore</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Riproduzione</translation>
    </message>
    <message>
        <source>Pause; again: go on</source>
        <translation>Pausa; ancora: avanti</translation>
    </message>
    <message>
        <source>A window; Ctrl: ten</source>
        <translation>Una finestra; Ctrl: dieci</translation>
    </message>
    <message>
        <source>Your own keys</source>
        <translation>I tasti propri</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Lock: strips, stage, phones</source>
        <translation>Blocco: canali, palco</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Questa guida</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Invio</translation>
    </message>
    <message>
        <source>Next control; press it</source>
        <translation>Successivo; premi</translation>
    </message>
    <message>
        <source>Pages (Esc closes them)</source>
        <translation>Pagine (Esc le chiude)</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>Telecomando</translation>
    </message>
    <message>
        <source>Page ↓</source>
        <translation>Pag ↓</translation>
    </message>
    <message>
        <source>GO, where something is armed</source>
        <translation>GO, se c’è qualcosa di armato</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spazio</translation>
    </message>
    <message>
        <source>Hold the scene, and release it</source>
        <translation>Blocca la scena, e rilasciala</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>tieni R</translation>
    </message>
    <message>
        <source>Record the master; again: stop</source>
        <translation>Registra il master; di nuovo: stop</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>Page ↑</source>
        <translation>Pag ↑</translation>
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
        <translation>si sente %1 ms dopo il computer</translation>
    </message>
    <message>
        <source>go on tapping: %1</source>
        <translation>continui a battere: %1</translation>
    </message>
    <message>
        <source>now %1 ms</source>
        <translation>ora %1 ms</translation>
    </message>
    <message>
        <source>Late loudspeakers (Bluetooth, HDMI): tap on the beat, below.</source>
        <translation>Altoparlanti in ritardo (Bluetooth, HDMI): batta il tempo, qui sotto.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Verifica…</translation>
    </message>
    <message>
        <source>%1 to fix first, %2 to look at. As of %3.</source>
        <translation>%1 da correggere, %2 da vedere. Alle %3.</translation>
    </message>
    <message>
        <source>The show can begin; %2 to look at. As of %3.</source>
        <translation>Lo show può iniziare; %2 da vedere. Alle %3.</translation>
    </message>
    <message>
        <source>Everything is ready. As of %3.</source>
        <translation>Tutto è pronto. Alle %3.</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Pre-flight check</source>
        <translation>Controllo prima dello show</translation>
    </message>
    <message>
        <source>With a tone</source>
        <translation>Con un tono</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Verifica di nuovo</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Verifica…</translation>
    </message>
    <message>
        <source>Sound behind the picture</source>
        <translation>Suono dietro l’immagine</translation>
    </message>
    <message>
        <source>Tap on the beat that you hear</source>
        <translation>Batta sul tempo che sente</translation>
    </message>
    <message>
        <source>Tap on the beat</source>
        <translation>Battere il tempo</translation>
    </message>
    <message>
        <source>Delay what is seen by so much</source>
        <translation>Ritarda così ciò che si vede</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usa</translation>
    </message>
</context>
<context>
    <name>Clicker</name>
    <message>
        <source>heard at %1: would be “%2”.</source>
        <translation>sentito alle %1: sarebbe «%2».</translation>
    </message>
    <message>
        <source>heard at %1: would do nothing.</source>
        <translation>sentito alle %1: non farebbe nulla.</translation>
    </message>
    <message>
        <source>Just now it would be refused: %1</source>
        <translation>In questo momento sarebbe rifiutato: %1</translation>
    </message>
    <message>
        <source>another key</source>
        <translation>un altro tasto</translation>
    </message>
    <message>
        <source>“next slide”</source>
        <translation>«diapositiva successiva»</translation>
    </message>
    <message>
        <source>“slide before”</source>
        <translation>«diapositiva precedente»</translation>
    </message>
    <message>
        <source>“black screen”</source>
        <translation>«schermo nero»</translation>
    </message>
    <message>
        <source>“start the slides”</source>
        <translation>«avvia presentazione»</translation>
    </message>
    <message>
        <source>your own key</source>
        <translation>tasto proprio</translation>
    </message>
</context>
<context>
    <name>ClickerPart</name>
    <message>
        <source>What the presenter’s clicker does</source>
        <translation>Che cosa fa il telecomando</translation>
    </message>
    <message>
        <source>A clicker is a keyboard to the computer. These keys are its own: no fader and no timeline takes them.</source>
        <translation>Per il computer un telecomando è una tastiera. Questi tasti sono suoi: nessun fader e nessuna linea del tempo li prende.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>“end the slides”</source>
        <translation>«termina presentazione»</translation>
    </message>
    <message>
        <source>Panic, at once</source>
        <translation>Panico, subito</translation>
    </message>
    <message>
        <source>Panic, held 0.4 s</source>
        <translation>Panico, tenuto 0,4 s</translation>
    </message>
    <message>
        <source>Some clickers send F5 and Esc in turn from one button. If yours does, choose “held”, or never touch that button.</source>
        <translation>Alcuni telecomandi inviano F5 ed Esc a turno da un solo pulsante. Se il tuo lo fa, scegli «tenuto», o non toccare mai quel pulsante.</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Un altro tasto</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Every key is shown here; a click ends it</source>
        <translation>Ogni tasto compare qui; un clic termina</translation>
    </message>
    <message>
        <source>Try it: show every key, Esc too</source>
        <translation>Prova: mostra ogni tasto, anche Esc</translation>
    </message>
    <message>
        <source>Press a key or a button of the clicker.</source>
        <translation>Premi un tasto o un pulsante del telecomando.</translation>
    </message>
    <message>
        <source>Press here to try Esc, too.</source>
        <translation>Fai clic qui per provare anche Esc.</translation>
    </message>
    <message>
        <source>While this page is open nothing fires.</source>
        <translation>Finché questa pagina è aperta, non parte nulla.</translation>
    </message>
</context>
<context>
    <name>ClipButton</name>
    <message>
        <source>pinned by hand</source>
        <translation>fissato a mano</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>aspetta GO</translation>
    </message>
    <message>
        <source>Clip of %1: %2</source>
        <translation>Clip di %1: %2</translation>
    </message>
    <message>
        <source>Clip of %1: %2; clips are missing</source>
        <translation>Clip di %1: %2; mancano clip</translation>
    </message>
</context>
<context>
    <name>ClipMenu</name>
    <message>
        <source>Follow the draw</source>
        <translation>Segui il sorteggio</translation>
    </message>
    <message>
        <source>votes choose</source>
        <translation>dai voti</translation>
    </message>
    <message>
        <source>Clip of %1</source>
        <translation>Clip di %1</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>Preascolta %1</translation>
    </message>
</context>
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Quit while the show goes on?</source>
        <translation>Uscire mentre lo show continua?</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>Continua lo show</translation>
    </message>
    <message>
        <source>Fade out, then quit</source>
        <translation>Dissolvi, poi esci</translation>
    </message>
    <message>
        <source>Panic and all else above stay within reach.</source>
        <translation>Il panico e tutto ciò che è sopra restano a portata.</translation>
    </message>
    <message>
        <source>Quit now: hold</source>
        <translation>Esci subito: tieni premuto</translation>
    </message>
    <message>
        <source>Quit now: hold Q</source>
        <translation>Esci subito: tieni Q</translation>
    </message>
</context>
<context>
    <name>ColumnPicker</name>
    <message>
        <source>none</source>
        <translation>nessuna</translation>
    </message>
</context>
<context>
    <name>ComingScene</name>
    <message>
        <source>C on the master</source>
        <translation>C sul master</translation>
    </message>
    <message>
        <source>Let the scene come after all</source>
        <translation>Lascia arrivare la scena</translation>
    </message>
    <message>
        <source>Cancel the coming scene</source>
        <translation>Annulla la scena in arrivo</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Connect to Kafka</source>
        <translation>Connetti a Kafka</translation>
    </message>
    <message>
        <source>Follow networks</source>
        <translation>Segui le reti</translation>
    </message>
    <message>
        <source>Where messages come from</source>
        <translation>Da dove vengono i messaggi</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Reti</translation>
    </message>
    <message>
        <source>Their posts go into the show that runs, also beside Kafka. What is typed here holds until the program ends; the settings keep it for longer.</source>
        <translation>I loro messaggi vanno nello spettacolo in corso, anche accanto a Kafka. Quello che si scrive qui vale fino alla fine del programma; le impostazioni lo conservano più a lungo.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Servers: host and port, several with commas</source>
        <translation>Server: host e porta, più d’uno con virgole</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Testing… again</source>
        <translation>Prova… di nuovo</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>New show: an empty leaderboard, from now on</source>
        <translation>Nuovo show: classifica vuota, da adesso</translation>
    </message>
    <message>
        <source>Looking for brokers, topic and the newest message…</source>
        <translation>Ricerca di broker, topic e messaggio più recente…</translation>
    </message>
    <message>
        <source>Test shows brokers, topic, partitions and how old the newest message is.
SASL, TLS and everything else of librdkafka stand under [kafka] in mwk.toml.
The show that plays goes on until the other one is ready.</source>
        <translation>Prova mostra broker, topic, partizioni e l’età del messaggio più recente.
SASL, TLS e tutto il resto di librdkafka sta in [kafka] di mwk.toml.
Lo show in corso continua finché l’altro non è pronto.</translation>
    </message>
    <message>
        <source>Making the show ready; the music plays on…</source>
        <translation>Preparazione dello show; la musica continua…</translation>
    </message>
    <message>
        <source>The show would begin and wait for it.</source>
        <translation>Lo show inizierebbe e lo aspetterebbe.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connessione…</translation>
    </message>
    <message>
        <source>Connect anyway</source>
        <translation>Connetti comunque</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connetti</translation>
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
        <translation>Nessun controller MIDI collegato.</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>%1: ora muovi un fader, una manopola o un pulsante.</translation>
    </message>
    <message>
        <source>Choose what a control shall do.</source>
        <translation>Scegli che cosa deve fare un controllo.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Spento</translation>
    </message>
    <message>
        <source>Listens on %1. Sends to %2. Packets: %3.</source>
        <translation>Ascolta su %1. Invia a %2. Pacchetti: %3.</translation>
    </message>
    <message>
        <source>No phone is paired.</source>
        <translation>Nessun telefono associato.</translation>
    </message>
    <message>
        <source>Scan it with the phone: for one device, %1 s more.</source>
        <translation>Inquadralo con il telefono: per un dispositivo, ancora %1 s.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 di %2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>attivo</translation>
    </message>
    <message>
        <source>off</source>
        <translation>spento</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>Telecomando</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Telefoni</translation>
    </message>
    <message>
        <source>found</source>
        <translation>trovato</translation>
    </message>
    <message>
        <source>back since %1</source>
        <translation>tornato dalle %1</translation>
    </message>
    <message>
        <source>lost since %1</source>
        <translation>perso dalle %1</translation>
    </message>
    <message>
        <source>another program has it</source>
        <translation>usato da un altro programma</translation>
    </message>
    <message>
        <source>no map: teach it</source>
        <translation>nessuna mappa: insegnala</translation>
    </message>
    <message>
        <source>%1, your own map</source>
        <translation>%1, la tua mappa</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nessuna</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>inclusa</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>ancora %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 fa</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accettato</translation>
    </message>
    <message>
        <source>mixes</source>
        <translation>mixa</translation>
    </message>
    <message>
        <source>moderates</source>
        <translation>modera</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connesso</translation>
    </message>
    <message>
        <source>away</source>
        <translation>assente</translation>
    </message>
    <message>
        <source>paired at %1</source>
        <translation>associato alle %1</translation>
    </message>
    <message>
        <source>knob: filter</source>
        <translation>manopola: filtro</translation>
    </message>
    <message>
        <source>S: solo</source>
        <translation>S: solo</translation>
    </message>
    <message>
        <source>M: mute</source>
        <translation>M: muto</translation>
    </message>
    <message>
        <source>R: mode, as keys 1 to 8</source>
        <translation>R: modo, come i tasti da 1 a 8</translation>
    </message>
    <message>
        <source>ON, A, OFF: mode</source>
        <translation>ON, A, OFF: modo</translation>
    </message>
    <message>
        <source>H: pre-listen</source>
        <translation>H: preascolto</translation>
    </message>
    <message>
        <source>‹ ›: clip</source>
        <translation>‹ ›: clip</translation>
    </message>
    <message>
        <source>U: clip by the crowd</source>
        <translation>U: clip del pubblico</translation>
    </message>
    <message>
        <source>C: cancel</source>
        <translation>C: annulla</translation>
    </message>
    <message>
        <source>fader: gain</source>
        <translation>fader: guadagno</translation>
    </message>
    <message>
        <source>nothing: not mapped</source>
        <translation>niente: non assegnato</translation>
    </message>
    <message>
        <source>%1: waits for the fader</source>
        <translation>%1: aspetta il fader</translation>
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
        <translation>la registrazione è finita: nessun voto, l’ultima scena continua</translation>
    </message>
</context>
<context>
    <name>Crowd</name>
    <message>
        <source>cap %1</source>
        <translation>limite %1</translation>
    </message>
    <message>
        <source>whoever was approved %1 times, unless a word is marked</source>
        <translation>chi è stato approvato %1 volte, salvo parola segnata</translation>
    </message>
    <message>
        <source>nobody is blocked</source>
        <translation>nessuno è bloccato</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Nessun limite</translation>
    </message>
</context>
<context>
    <name>CrowdPage</name>
    <message>
        <source>Open: all are shown</source>
        <translation>Libero: si mostrano tutti</translation>
    </message>
    <message>
        <source>Approve: only what you let through</source>
        <translation>Filtra: solo ciò che lascia passare</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>Messaggi e pubblico</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>Messaggi sul palco</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Libero</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Filtra</translation>
    </message>
    <message>
        <source>wait · %1 come a second · %2 lapsed</source>
        <translation>in attesa · %1 al secondo · %2 scaduti</translation>
    </message>
    <message>
        <source>Passes by itself</source>
        <translation>Passa da sé</translation>
    </message>
    <message>
        <source>Votes of a user that count in each window</source>
        <translation>Voti di una persona che contano in ogni finestra</translation>
    </message>
    <message>
        <source>Votes per user</source>
        <translation>Voti a persona</translation>
    </message>
    <message>
        <source>Blocked users</source>
        <translation>Persone bloccate</translation>
    </message>
</context>
<context>
    <name>Cue</name>
    <message>
        <source>nothing</source>
        <translation>niente</translation>
    </message>
    <message>
        <source>NEXT: %1</source>
        <translation>POI: %1</translation>
    </message>
    <message>
        <source>all strips</source>
        <translation>tutti i canali</translation>
    </message>
    <message>
        <source>the master</source>
        <translation>il master</translation>
    </message>
</context>
<context>
    <name>CueMenu</name>
    <message>
        <source>Pre-listening on outputs 3 and 4</source>
        <translation>Preascolto sulle uscite 3 e 4</translation>
    </message>
    <message>
        <source>Outputs 3–4 hear</source>
        <translation>Le uscite 3–4 sentono</translation>
    </message>
    <message>
        <source>Pre-listen softer</source>
        <translation>Preascolto più piano</translation>
    </message>
    <message>
        <source>Level of pre-listening: %1 dB</source>
        <translation>Livello del preascolto: %1 dB</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>Pre-listen louder</source>
        <translation>Preascolto più forte</translation>
    </message>
    <message>
        <source>Strips are heard</source>
        <translation>I canali si sentono</translation>
    </message>
    <message>
        <source>Before fader</source>
        <translation>Prima del fader</translation>
    </message>
    <message>
        <source>After fader</source>
        <translation>Dopo il fader</translation>
    </message>
    <message>
        <source>What will land next</source>
        <translation>Ciò che arriva dopo</translation>
    </message>
    <message>
        <source>Also the master</source>
        <translation>Anche il master</translation>
    </message>
    <message>
        <source>All off</source>
        <translation>Tutto spento</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>bar %1</source>
        <translation>battuta %1</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>GO: %1 on %2</source>
        <translation>GO: %1 su %2</translation>
    </message>
    <message>
        <source>GO lands on %1</source>
        <translation>GO arriva a %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>aspetta</translation>
    </message>
    <message>
        <source>GO: waits for what you press</source>
        <translation>GO: aspetta ciò che premi</translation>
    </message>
    <message>
        <source>nothing armed</source>
        <translation>nulla di armato</translation>
    </message>
    <message>
        <source>GO: nothing is armed</source>
        <translation>GO: nulla è armato</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>clip</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>muto</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>udibile</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>solo</translation>
    </message>
    <message>
        <source>no solo</source>
        <translation>senza solo</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>gain</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtro</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>salvata</translation>
    </message>
    <message>
        <source>the desk is this one</source>
        <translation>il banco è questo</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>cambiata da allora</translation>
    </message>
    <message>
        <source>lands on the next bar</source>
        <translation>arriva alla prossima battuta</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>aspetta GO</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vuota</translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>Istantanea %1</translation>
    </message>
    <message>
        <source>of another sound set</source>
        <translation>di un altro set di suoni</translation>
    </message>
    <message>
        <source>stored %1</source>
        <translation>salvata %1</translation>
    </message>
    <message>
        <source>Modes: all AUTO</source>
        <translation>Modi: tutti AUTO</translation>
    </message>
    <message>
        <source>Clips: the crowd’s</source>
        <translation>Clip: del pubblico</translation>
    </message>
    <message>
        <source>Gains: all 0 dB</source>
        <translation>Gain: tutti 0 dB</translation>
    </message>
    <message>
        <source>Mutes: none</source>
        <translation>Muti: nessuno</translation>
    </message>
    <message>
        <source>Filters: all off</source>
        <translation>Filtri: tutti off</translation>
    </message>
    <message>
        <source>Modes: %1</source>
        <translation>Modi: %1</translation>
    </message>
    <message>
        <source>Clips: %1</source>
        <translation>Clip: %1</translation>
    </message>
    <message>
        <source>Gains: %1</source>
        <translation>Gain: %1</translation>
    </message>
    <message>
        <source>Mutes: %1</source>
        <translation>Muti: %1</translation>
    </message>
    <message>
        <source>Filters: %1</source>
        <translation>Filtri: %1</translation>
    </message>
    <message>
        <source>the next scene lands on %1, by hand</source>
        <translation>la prossima scena arriva a %1, a mano</translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation>a mano: %1</translation>
    </message>
    <message>
        <source>Next now</source>
        <translation>Subito</translation>
    </message>
    <message>
        <source>Next scene now</source>
        <translation>Scena successiva ora</translation>
    </message>
    <message>
        <source>Bar %1</source>
        <translation>Batt. %1</translation>
    </message>
    <message>
        <source>locked · N</source>
        <translation>chiuso · N</translation>
    </message>
    <message>
        <source>Votes locked, lands on %1; again: take it back</source>
        <translation>Voti chiusi, arriva su %1; di nuovo: annulla</translation>
    </message>
</context>
<context>
    <name>DeviceDrawing</name>
    <message>
        <source>What the controls do</source>
        <translation>Che cosa fanno i controlli</translation>
    </message>
</context>
<context>
    <name>DeviceMap</name>
    <message>
        <source>Map</source>
        <translation>Mappa</translation>
    </message>
    <message>
        <source>Change a copy of this map, in your own folder</source>
        <translation>Modifica una copia di questa mappa, nella tua cartella</translation>
    </message>
    <message>
        <source>Change a copy</source>
        <translation>Modifica una copia</translation>
    </message>
    <message>
        <source>Yours, counts as soon as it is saved: %1</source>
        <translation>La tua, vale appena salvata: %1</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Drop one recording, or one folder of sounds.</source>
        <translation>Trascina una registrazione o una cartella di suoni.</translation>
    </message>
    <message>
        <source>Only files of this computer can be dropped.</source>
        <translation>Si possono trascinare solo file di questo computer.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 non può essere letto: %2</translation>
    </message>
    <message>
        <source>%1 is no recording (.jsonl, also .gz or .zst).</source>
        <translation>%1 non è una registrazione (.jsonl, anche .gz o .zst).</translation>
    </message>
    <message>
        <source>%1 is one instrument: drop the folder above it.</source>
        <translation>%1 è un solo strumento: trascina la cartella superiore.</translation>
    </message>
    <message>
        <source>%1 is no sound set: that has a folder for each instrument.</source>
        <translation>%1 non è un set di suoni: ha una cartella per strumento.</translation>
    </message>
    <message>
        <source>%1 of %2 instruments</source>
        <translation>%1 strumenti su %2</translation>
    </message>
    <message>
        <source>the show that plays ends: it asks before it does</source>
        <translation>lo show in corso finisce: prima lo chiede</translation>
    </message>
    <message>
        <source>The console is locked (L): nothing opens.</source>
        <translation>La console è bloccata (L): non si apre nulla.</translation>
    </message>
    <message>
        <source>This show cannot be changed for another.</source>
        <translation>Questo show non si può cambiare con un altro.</translation>
    </message>
</context>
<context>
    <name>DropGuard</name>
    <message>
        <source>Begin again with these sounds?</source>
        <translation>Ricominciare con questi suoni?</translation>
    </message>
    <message>
        <source>Play this recording in place of the show?</source>
        <translation>Riprodurre questa registrazione al posto dello show?</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>Continua lo show</translation>
    </message>
    <message>
        <source>End it and use the sounds</source>
        <translation>Terminarlo e usare i suoni</translation>
    </message>
    <message>
        <source>End it and play the recording</source>
        <translation>Terminarlo e riprodurre la registrazione</translation>
    </message>
</context>
<context>
    <name>DropTargets</name>
    <message>
        <source>Play this recording</source>
        <translation>Riproduci questa registrazione</translation>
    </message>
    <message>
        <source>Use as sound set</source>
        <translation>Usa come set di suoni</translation>
    </message>
    <message>
        <source>this is no recording</source>
        <translation>questa non è una registrazione</translation>
    </message>
    <message>
        <source>this is no folder of sounds</source>
        <translation>questa non è una cartella di suoni</translation>
    </message>
</context>
<context>
    <name>EndScene</name>
    <message>
        <source>tweets</source>
        <translation>tweet</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>voti</translation>
    </message>
    <message>
        <source>people</source>
        <translation>persone</translation>
    </message>
    <message>
        <source>scenes</source>
        <translation>scene</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Grazie</translation>
    </message>
    <message>
        <source>You played the music tonight.</source>
        <translation>Stasera la musica eravate voi.</translation>
    </message>
    <message>
        <source>You played every note of the music tonight.</source>
        <translation>Ogni nota di stasera era vostra.</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Vincitore</translation>
    </message>
    <message>
        <source>Scenes played</source>
        <translation>Scene suonate</translation>
    </message>
</context>
<context>
    <name>EndingBar</name>
    <message>
        <source>Do not end</source>
        <translation>Non finire</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maiusc</translation>
    </message>
    <message>
        <source>2 minutes more</source>
        <translation>2 minuti in più</translation>
    </message>
</context>
<context>
    <name>Feed</name>
    <message>
        <source>at %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>no vote</source>
        <translation>nessun voto</translation>
    </message>
</context>
<context>
    <name>FeedPanel</name>
    <message>
        <source>wait</source>
        <translation>in attesa</translation>
    </message>
    <message>
        <source>wait · %1/s</source>
        <translation>in attesa · %1/s</translation>
    </message>
    <message>
        <source>held while you point</source>
        <translation>fermo sotto il puntatore</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>per second · %1</source>
        <translation>al secondo · %1</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>al secondo</translation>
    </message>
    <message>
        <source>held</source>
        <translation>bloccata</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Messaggi</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>Messaggi sul palco</translation>
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
        <translation>Libero</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Filtra</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Crowd: vote limit, blocked users, page</source>
        <translation>Pubblico: limite di voti, bloccati, pagina</translation>
    </message>
    <message>
        <source>Messages: arrows choose, H hides, X blocks</source>
        <translation>Messaggi: le frecce scelgono, H nasconde, X blocca</translation>
    </message>
    <message>
        <source>#%1 + a word</source>
        <translation>#%1 + una parola</translation>
    </message>
    <message>
        <source>%1 blocked, counts nowhere</source>
        <translation>%1 bloccato, non conta da nessuna parte</translation>
    </message>
    <message>
        <source>Show the blocked users</source>
        <translation>Mostra le persone bloccate</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>Sblocca %1</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Mostra…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>FeedRow</name>
    <message>
        <source>Block %1</source>
        <translation>Blocca %1</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blocca</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>Nascondi questo messaggio di %1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Nascondi</translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>Folder above</source>
        <translation>Cartella superiore</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Usa questa cartella</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>%1, %2 tweets, %3</source>
        <translation>%1, %2 tweet, %3</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Questo file o cartella non esiste.</translation>
    </message>
    <message>
        <source>This folder cannot be read: %1</source>
        <translation>Questa cartella non si può leggere: %1</translation>
    </message>
    <message>
        <source>More than %1 entries: type the path instead.</source>
        <translation>Più di %1 voci: scrivi il percorso.</translation>
    </message>
    <message>
        <source>No files here.</source>
        <translation>Qui non ci sono file.</translation>
    </message>
    <message>
        <source>No recordings here.</source>
        <translation>Qui non ci sono registrazioni.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recenti</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Registrazioni</translation>
    </message>
    <message>
        <source>With the program</source>
        <translation>Col programma</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Cartella personale</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Scrivania</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Scaricati</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musica</translation>
    </message>
    <message>
        <source>not found: %1</source>
        <translation>non trovato: %1</translation>
    </message>
    <message>
        <source>No sound set here: it has a folder for each instrument.</source>
        <translation>Qui non c’è un set di suoni: ha una cartella per strumento.</translation>
    </message>
    <message>
        <source>A sound set with %1 of %2 instruments.</source>
        <translation>Un set di suoni con %1 di %2 strumenti.</translation>
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
        <translation>1 utente</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 utenti</translation>
    </message>
    <message>
        <source>1 window</source>
        <translation>1 finestra</translation>
    </message>
    <message>
        <source>%1 windows</source>
        <translation>%1 finestre</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Registrata</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 intervento</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 interventi</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>Set di suoni</translation>
    </message>
    <message>
        <source>none: by the rules</source>
        <translation>nessuna: secondo le regole</translation>
    </message>
    <message>
        <source>recorded: plays as it was</source>
        <translation>registrate: suona com’era</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisioni</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>is still being recorded</source>
        <translation>è ancora in registrazione</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Danni</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>1 tweet</source>
        <translation>1 tweet</translation>
    </message>
    <message>
        <source>%1 tweets</source>
        <translation>%1 tweet</translation>
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
        <translation>da vedere</translation>
    </message>
    <message>
        <source>fix it</source>
        <translation>da correggere</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>non controllato</translation>
    </message>
</context>
<context>
    <name>FirstRunBar</name>
    <message>
        <source>This is a demo with a simulated crowd.</source>
        <translation>Questa è una demo con un pubblico simulato.</translation>
    </message>
    <message>
        <source>Play with it, or bring your own:</source>
        <translation>Giocaci, o porta il tuo:</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>Apri una registrazione…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>Connetti a Kafka…</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>Set di suoni…</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>Controllo prima dello show</translation>
    </message>
    <message>
        <source>Close this bar</source>
        <translation>Chiudi questa barra</translation>
    </message>
</context>
<context>
    <name>FloorSwitch</name>
    <message>
        <source>Rhythm floor</source>
        <translation>Base ritmica</translation>
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
        <translation>%1: Invio per scrivere</translation>
    </message>
</context>
<context>
    <name>GoButton</name>
    <message>
        <source>locked</source>
        <translation>bloccato</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Pre-listen to what comes no longer</source>
        <translation>Non preascoltare più ciò che arriva</translation>
    </message>
    <message>
        <source>Pre-listen to what will land next</source>
        <translation>Preascolta ciò che arriva dopo</translation>
    </message>
    <message>
        <source>NOW</source>
        <translation>ORA</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>POI</translation>
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
        <translation>picco</translation>
    </message>
</context>
<context>
    <name>HandsMenu</name>
    <message>
        <source>Who did what</source>
        <translation>Chi ha fatto cosa</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>ancora nulla</translation>
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
        <translation>ritardo</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annulla: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ripeti</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Ripeti: %1</translation>
    </message>
    <message>
        <source>Unlock console</source>
        <translation>Sblocca la console</translation>
    </message>
    <message>
        <source>Lock console</source>
        <translation>Blocca la console</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Sblocca</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Blocca</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>CONNECTING</source>
        <translation>CONNESSIONE</translation>
    </message>
    <message>
        <source>BROKER LOST</source>
        <translation>BROKER PERSO</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>sconosciuto</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>DIRETTA</translation>
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
        <translation>REPLAY FINITO</translation>
    </message>
    <message>
        <source>simulated crowd, %1 users, no broker needed</source>
        <translation>pubblico simulato, %1 persone, senza broker</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>da %1</translation>
    </message>
    <message>
        <source>here</source>
        <translation>qui</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>%1 kHz · %2 frames · xruns %3</source>
        <translation>%1 kHz · %2 frame · xrun %3</translation>
    </message>
    <message>
        <source>silent clock</source>
        <translation>orologio muto</translation>
    </message>
    <message>
        <source>sound device missing</source>
        <translation>manca il dispositivo audio</translation>
    </message>
    <message>
        <source>no sound card found</source>
        <translation>nessuna scheda audio trovata</translation>
    </message>
    <message>
        <source>no sound device chosen</source>
        <translation>nessun dispositivo scelto</translation>
    </message>
    <message>
        <source>sound device</source>
        <translation>dispositivo audio</translation>
    </message>
    <message>
        <source>engine ok</source>
        <translation>motore ok</translation>
    </message>
    <message>
        <source>engine starting</source>
        <translation>il motore parte</translation>
    </message>
    <message>
        <source>engine restarting</source>
        <translation>il motore riparte</translation>
    </message>
    <message>
        <source>engine failed</source>
        <translation>motore fallito</translation>
    </message>
    <message>
        <source>no broker, demo crowd</source>
        <translation>senza broker, pubblico demo</translation>
    </message>
    <message>
        <source>no broker needed</source>
        <translation>senza broker</translation>
    </message>
    <message>
        <source>broker lost since %1</source>
        <translation>broker perso dalle %1</translation>
    </message>
    <message>
        <source>broker ok</source>
        <translation>broker ok</translation>
    </message>
    <message>
        <source>%1 tweets, %2/s</source>
        <translation>%1 tweet, %2/s</translation>
    </message>
    <message>
        <source>not recording</source>
        <translation>non registra</translation>
    </message>
    <message>
        <source>show recorded</source>
        <translation>show registrato</translation>
    </message>
    <message>
        <source>recording %1</source>
        <translation>registra %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 % late</source>
        <translation>%1 % in ritardo</translation>
    </message>
    <message>
        <source>%1: is a sender&apos;s clock off?</source>
        <translation>%1: l’orologio di un mittente è sbagliato?</translation>
    </message>
    <message>
        <source>saves frames (%1)</source>
        <translation>risparmia fotogrammi (%1)</translation>
    </message>
    <message>
        <source>the screen may sleep</source>
        <translation>lo schermo può spegnersi</translation>
    </message>
    <message>
        <source>stage on %1 %2×%3</source>
        <translation>palco su %1 %2×%3</translation>
    </message>
    <message>
        <source>stage in a window</source>
        <translation>palco in finestra</translation>
    </message>
    <message>
        <source>main</source>
        <translation>principale</translation>
    </message>
    <message>
        <source>main, %1 follows</source>
        <translation>principale, %1 segue</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>segue %1</translation>
    </message>
    <message>
        <source>the main console is missing</source>
        <translation>manca la console principale</translation>
    </message>
    <message>
        <source>%1 last seen %2 ago</source>
        <translation>%1 visto %2 fa</translation>
    </message>
    <message>
        <source>%1 s · bars %2 ms · clocks %3 ms</source>
        <translation>%1 s · battute %2 ms · orologi %3 ms</translation>
    </message>
    <message>
        <source>phone: %1</source>
        <translation>telefono: %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 perso</translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation>%1 di nuovo qui</translation>
    </message>
    <message>
        <source>%1 in use elsewhere</source>
        <translation>%1 usato altrove</translation>
    </message>
</context>
<context>
    <name>HealthLine</name>
    <message>
        <source>Health</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>projector lost</source>
        <translation>proiettore perso</translation>
    </message>
    <message>
        <source>stage closed</source>
        <translation>palco chiuso</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Held for a moment</source>
        <translation>Tieni premuto un momento</translation>
    </message>
</context>
<context>
    <name>HowToVote</name>
    <message>
        <source>+ a word, or</source>
        <translation>+ una parola, o</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ una parola</translation>
    </message>
</context>
<context>
    <name>JoinScene</name>
    <message>
        <source>Scan, or open</source>
        <translation>Inquadra, o apri</translation>
    </message>
    <message>
        <source>or post</source>
        <translation>o pubblica</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ una parola</translation>
    </message>
    <message>
        <source>phones in the band</source>
        <translation>telefoni nella band</translation>
    </message>
    <message>
        <source>phones</source>
        <translation>telefoni</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>il voto chiude tra</translation>
    </message>
    <message>
        <source>Post it with one of these words</source>
        <translation>Pubblicalo con una di queste parole</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Press a key or a button of the clicker</source>
        <translation>Premere un tasto o un pulsante del telecomando</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>Scegliere un tasto</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Tasto: %1</translation>
    </message>
    <message>
        <source>Press it…</source>
        <translation>Premerlo…</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>Tasto…</translation>
    </message>
    <message>
        <source>What the key does</source>
        <translation>Che cosa fa il tasto</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserva</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>What %1 does</source>
        <translation>Che cosa fa %1</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>%1: torna a %2</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predefinito</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>it</translation>
    </message>
</context>
<context>
    <name>LastSeconds</name>
    <message>
        <source>votes lock in</source>
        <translation>il voto chiude tra</translation>
    </message>
</context>
<context>
    <name>LeaderRows</name>
    <message>
        <source>nobody yet</source>
        <translation>ancora nessuno</translation>
    </message>
</context>
<context>
    <name>LeadersPanel</name>
    <message>
        <source>users</source>
        <translation>persone</translation>
    </message>
    <message>
        <source>Leaderboard</source>
        <translation>Classifica</translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>Learn: choose a control on the console.</source>
        <translation>Impara: scegli un comando della console.</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>%1: ora muovi un fader, una manopola o un pulsante.</translation>
    </message>
    <message>
        <source>until now: %1</source>
        <translation>finora: %1</translation>
    </message>
</context>
<context>
    <name>LearnBar</name>
    <message>
        <source>Forget this one: no control does it any more</source>
        <translation>Dimentica questo: nessun controllo lo fa più</translation>
    </message>
    <message>
        <source>Forget this one</source>
        <translation>Dimentica questo</translation>
    </message>
    <message>
        <source>Take back what was learnt last</source>
        <translation>Annulla l’ultima cosa imparata</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>End learn mode; what was learnt stays</source>
        <translation>Termina la modalità di apprendimento; ciò che è imparato resta</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatto</translation>
    </message>
</context>
<context>
    <name>LearnRing</name>
    <message>
        <source>waits</source>
        <translation>aspetta</translation>
    </message>
    <message>
        <source>Teach a control: %1</source>
        <translation>Insegna a un controllo: %1</translation>
    </message>
    <message>
        <source>Teach a control: %1, %2</source>
        <translation>Insegna a un controllo: %1, %2</translation>
    </message>
</context>
<context>
    <name>LearnRow</name>
    <message>
        <source>waits</source>
        <translation>aspetta</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>Dimentica %1</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>The show is live: votes of %1 count.</source>
        <translation>Lo show è in diretta: i voti di %1 contano.</translation>
    </message>
    <message>
        <source>The master is recorded, so far %1. The file is completed.</source>
        <translation>Il master viene registrato, finora %1. Il file viene completato.</translation>
    </message>
    <message>
        <source>The report is not finished: it would stop.</source>
        <translation>Il rapporto non è finito: si fermerebbe.</translation>
    </message>
    <message>
        <source>The stage is open: the room sees it close.</source>
        <translation>Il palco è aperto: la sala lo vede chiudersi.</translation>
    </message>
    <message>
        <source>The console is locked.</source>
        <translation>La console è bloccata.</translation>
    </message>
    <message>
        <source>Fading out: the program ends in %1</source>
        <translation>Dissolvenza: il programma termina tra %1</translation>
    </message>
</context>
<context>
    <name>LeavingList</name>
    <message>
        <source>Off the stage</source>
        <translation>Lasciano il palco</translation>
    </message>
</context>
<context>
    <name>LockedMark</name>
    <message>
        <source>Locked</source>
        <translation>Chiuso</translation>
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
        <translation>Apri una registrazione…</translation>
    </message>
    <message>
        <source>Recent recordings…</source>
        <translation>Registrazioni recenti…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>Connetti a Kafka…</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>Torna alla demo</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>Set di suoni…</translation>
    </message>
    <message>
        <source>Crowd: limit, blocked users, page…</source>
        <translation>Pubblico: limite, bloccati, pagina…</translation>
    </message>
    <message>
        <source>SQL into the stream…</source>
        <translation>SQL nel flusso…</translation>
    </message>
    <message>
        <source>Talk clock…</source>
        <translation>Orologio del talk…</translation>
    </message>
    <message>
        <source>Store a snapshot…</source>
        <translation>Salva un’istantanea…</translation>
    </message>
    <message>
        <source>Who did what…</source>
        <translation>Chi ha fatto cosa…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>Scrivi il rapporto di questo show</translation>
    </message>
    <message>
        <source>Pre-flight check…</source>
        <translation>Controllo prima dello show…</translation>
    </message>
    <message>
        <source>Controllers: MIDI, OSC, phones…</source>
        <translation>Controller: MIDI, OSC, telefoni…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Impostazioni…</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>Esci…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Tasto: %1</translation>
    </message>
</context>
<context>
    <name>Master</name>
    <message>
        <source>Scene %1</source>
        <translation>Scena %1</translation>
    </message>
    <message>
        <source>since bar %1</source>
        <translation>da batt. %1</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Bloccata</translation>
    </message>
    <message>
        <source>Space releases</source>
        <translation>Spazio rilascia</translation>
    </message>
    <message>
        <source>No more</source>
        <translation>Nient’altro</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>la fine</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annullata</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>batt. %1</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Apertura</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>resta</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>plays</source>
        <translation>suona</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>aspetta</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>Nessun disp.</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Nessun suono</translation>
    </message>
    <message>
        <source>Out 1–2</source>
        <translation>Usc. 1–2</translation>
    </message>
    <message>
        <source>until scene 1</source>
        <translation>fino a scena 1</translation>
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
        <translation>Livello del master</translation>
    </message>
    <message>
        <source>Gain of the master</source>
        <translation>Gain del master</translation>
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
        <translation>Limite</translation>
    </message>
    <message>
        <source>Ceiling of the limiter: %1 dB</source>
        <translation>Tetto del limitatore: %1 dB</translation>
    </message>
    <message>
        <source>no output</source>
        <translation>nessuna uscita</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>muto</translation>
    </message>
    <message>
        <source>Gain of the master in decibels</source>
        <translation>Gain del master in decibel</translation>
    </message>
    <message>
        <source>Pre-listening: %1</source>
        <translation>Preascolto: %1</translation>
    </message>
</context>
<context>
    <name>MessageWall</name>
    <message>
        <source>Post it with one of these words</source>
        <translation>Pubblicalo con una di queste parole</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>%1 clipped: put the mark out</source>
        <translation>%1 ha distorto: togli il segno</translation>
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
        <translation>Dispositivi</translation>
    </message>
    <message>
        <source>looked for all the time</source>
        <translation>cercati di continuo</translation>
    </message>
    <message>
        <source>looked for all the time: plug in, no restart</source>
        <translation>cercati di continuo: basta collegare</translation>
    </message>
    <message>
        <source>Ctrl L</source>
        <translation>Ctrl L</translation>
    </message>
    <message>
        <source>Learn on the console: point at a control, move a knob</source>
        <translation>Impara sulla console: indica un controllo, muovi una manopola</translation>
    </message>
    <message>
        <source>Learn on the console</source>
        <translation>Impara sulla console</translation>
    </message>
    <message>
        <source>Learn: point at a control, move a knob</source>
        <translation>Impara: indica e muovi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>Learn from a list</source>
        <translation>Impara da una lista</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>Ultimi sentiti</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>ancora nulla</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mappa</translation>
    </message>
    <message>
        <source>Faders take over</source>
        <translation>Presa dei fader</translation>
    </message>
    <message>
        <source>Its lights</source>
        <translation>Le sue luci</translation>
    </message>
    <message>
        <source>Softly</source>
        <translation>Dolce</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Subito</translation>
    </message>
    <message>
        <source>softly: a dashed ghost shows the hardware until it meets</source>
        <translation>dolce: un fantasma tratteggiato mostra l’hardware</translation>
    </message>
    <message>
        <source>show mode, mute, solo and what else the map lights</source>
        <translation>mostrano modo, muto, solo e il resto</translation>
    </message>
    <message>
        <source>What a control can do</source>
        <translation>Che cosa può fare un controllo</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Segui</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token di accesso</translation>
    </message>
    <message>
        <source>some servers need none</source>
        <translation>alcuni server non lo chiedono</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canale</translation>
    </message>
</context>
<context>
    <name>NetworksPart</name>
    <message>
        <source>Off</source>
        <translation>Spento</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Seguito</translation>
    </message>
</context>
<context>
    <name>NextSlot</name>
    <message>
        <source>Next: %1</source>
        <translation>Poi: %1</translation>
    </message>
    <message>
        <source>C on the strip</source>
        <translation>C sul canale</translation>
    </message>
    <message>
        <source>Cancel the change of %1</source>
        <translation>Annulla il cambio di %1</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The stage is closed: S opens it.</source>
        <translation>Il palco è chiuso: S lo apre.</translation>
    </message>
    <message>
        <source>The winner is on the stage, whose screen is gone.</source>
        <translation>Il vincitore è sul palco, il cui schermo è sparito.</translation>
    </message>
    <message>
        <source>The winner is on the stage, which is closed.</source>
        <translation>Il vincitore è sul palco, che è chiuso.</translation>
    </message>
    <message>
        <source>S opens it, W ends the moment.</source>
        <translation>S lo apre, W termina il momento.</translation>
    </message>
</context>
<context>
    <name>NowSlot</name>
    <message>
        <source>Now: %1</source>
        <translation>Ora: %1</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>Sound set</source>
        <translation>Set di suoni</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Apri una registrazione</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Posizioni</translation>
    </message>
    <message>
        <source>Folder above</source>
        <translation>Cartella superiore</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>Cartella o file</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>registrata</translation>
    </message>
    <message>
        <source>length</source>
        <translation>durata</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>tweet</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nome</translation>
    </message>
    <message>
        <source>size</source>
        <translation>dimensione</translation>
    </message>
    <message>
        <source>The show ends when a recording opens: it asks first.</source>
        <translation>Aprire una registrazione termina lo spettacolo: prima lo chiede.</translation>
    </message>
    <message>
        <source>Write the report of the chosen recording</source>
        <translation>Scrivi il rapporto della registrazione scelta</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapporto</translation>
    </message>
    <message>
        <source>Play with this folder</source>
        <translation>Suona con questa cartella</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
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
        <translation>Servire OSC</translation>
    </message>
    <message>
        <source>Serve OSC during this show</source>
        <translation>Servire OSC durante questo show</translation>
    </message>
    <message>
        <source>Port, who may send and who gets the state: in the settings, under Controllers. They count from the next start on.</source>
        <translation>Porta, chi può inviare e chi riceve lo stato: nelle impostazioni, sotto Controller. Valgono dal prossimo avvio.</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>Ultimi sentiti</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>ancora nulla</translation>
    </message>
    <message>
        <source>Port and addresses…</source>
        <translation>Porta e indirizzi…</translation>
    </message>
</context>
<context>
    <name>OutputButton</name>
    <message>
        <source>Output: %1. Choose another</source>
        <translation>Uscita: %1. Scegline un’altra</translation>
    </message>
</context>
<context>
    <name>OutputMenu</name>
    <message>
        <source>Sound outputs</source>
        <translation>Uscite audio</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>Silence</source>
        <translation>Silenzio</translation>
    </message>
    <message>
        <source>null: the clock goes on</source>
        <translation>null: l’orologio continua</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Cerca di nuovo</translation>
    </message>
    <message>
        <source>Looking for outputs…</source>
        <translation>Ricerca uscite…</translation>
    </message>
    <message>
        <source>Pre-listening</source>
        <translation>Preascolto</translation>
    </message>
    <message>
        <source>default</source>
        <translation>predefinita</translation>
    </message>
    <message>
        <source>the sounds are converted to it</source>
        <translation>i suoni vengono convertiti</translation>
    </message>
</context>
<context>
    <name>OverrideLine</name>
    <message>
        <source>amber: overwritten</source>
        <translation>ambra: sovrascritto</translation>
    </message>
    <message>
        <source>armed: %1</source>
        <translation>armati: %1</translation>
    </message>
    <message>
        <source>The room is dimmed, %1; D ends it</source>
        <translation>La sala è attenuata, %1; D termina</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Shh.</source>
        <translation>Sst.</translation>
    </message>
    <message>
        <source>Back in a moment.</source>
        <translation>Torniamo tra un momento.</translation>
    </message>
    <message>
        <source>Your votes count.</source>
        <translation>I vostri voti contano.</translation>
    </message>
    <message>
        <source>No vote yet:</source>
        <translation>Ancora nessun voto:</translation>
    </message>
    <message>
        <source>this scene stays.</source>
        <translation>questa scena resta.</translation>
    </message>
</context>
<context>
    <name>PhonesPart</name>
    <message>
        <source>Presenter&apos;s phones</source>
        <translation>Telefoni del presentatore</translation>
    </message>
    <message>
        <source>Send %1 away</source>
        <translation>Allontana %1</translation>
    </message>
    <message>
        <source>Send away</source>
        <translation>Allontana</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Mixa</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Modera</translation>
    </message>
    <message>
        <source>Withdraw the code</source>
        <translation>Ritira il codice</translation>
    </message>
    <message>
        <source>Pair a phone</source>
        <translation>Associa un telefono</translation>
    </message>
    <message>
        <source>Code that pairs a phone</source>
        <translation>Codice che associa un telefono</translation>
    </message>
</context>
<context>
    <name>Pressable</name>
    <message>
        <source>Key: %1</source>
        <translation>Tasto: %1</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the page&apos;s address</source>
        <translation>Codice QR dell’indirizzo della pagina</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>nessun indirizzo</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>Running…</source>
        <translation>In corso…</translation>
    </message>
    <message>
        <source>the first %1 shown</source>
        <translation>mostrate le prime %1</translation>
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
        <translation>e altri %1</translation>
    </message>
</context>
<context>
    <name>QueryEditor</name>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
</context>
<context>
    <name>QueryList</name>
    <message>
        <source>Queries</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>Pronte</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>Nothing was run yet.</source>
        <translation>Non è ancora stato eseguito nulla.</translation>
    </message>
    <message>
        <source>No ready queries here.</source>
        <translation>Qui non ci sono query pronte.</translation>
    </message>
</context>
<context>
    <name>QueryPage</name>
    <message>
        <source>SQL on the stream</source>
        <translation>SQL sul flusso</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Esegui</translation>
    </message>
    <message>
        <source>Run (Ctrl Enter)</source>
        <translation>Esegui (Ctrl Invio)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Mostra come</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabella</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Barre</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>On the stage</source>
        <translation>Sul palco</translation>
    </message>
    <message>
        <source>Show on the stage</source>
        <translation>Mostra sul palco</translation>
    </message>
    <message>
        <source>goes on with the stream</source>
        <translation>segue il flusso</translation>
    </message>
    <message>
        <source>Views: tweets, votes, charts (one row a window and instrument), users.
Ctrl Enter runs; the answer follows the stream until Stop.
The music is never touched: a query has its own time and memory.</source>
        <translation>Viste: tweets, votes, charts (una riga per finestra e strumento), users.
Ctrl Invio esegue; la risposta segue il flusso fino a Ferma.
La musica non viene toccata: una query ha tempo e memoria propri.</translation>
    </message>
</context>
<context>
    <name>QueryPlot</name>
    <message>
        <source>Lines over time: %1</source>
        <translation>Linee nel tempo: %1</translation>
    </message>
    <message>
        <source>across</source>
        <translation>in orizzontale</translation>
    </message>
    <message>
        <source>up</source>
        <translation>in verticale</translation>
    </message>
    <message>
        <source>a line for each</source>
        <translation>una linea per</translation>
    </message>
</context>
<context>
    <name>QueryRows</name>
    <message>
        <source>and %1 more</source>
        <translation>e altri %1</translation>
    </message>
</context>
<context>
    <name>QueryScene</name>
    <message>
        <source>live, after %1 tweets</source>
        <translation>in diretta, dopo %1 tweet</translation>
    </message>
    <message>
        <source>after %1 tweets</source>
        <translation>dopo %1 tweet</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>il voto chiude tra</translation>
    </message>
</context>
<context>
    <name>QueryTable</name>
    <message>
        <source>Bars of %1</source>
        <translation>Barre di %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Risposta</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Messages to approve, %1 wait: arrows up and down choose, right approves, left refuses</source>
        <translation>Messaggi da approvare, %1 in attesa: frecce su e giù scelgono, destra approva, sinistra rifiuta</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nulla in attesa</translation>
    </message>
    <message>
        <source>Approve all of this page without a listed word</source>
        <translation>Approva tutti quelli di questa pagina senza parole in lista</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>Approva %1</translation>
    </message>
    <message>
        <source>Approve %1 clean</source>
        <translation>Approva %1 senza segno</translation>
    </message>
    <message>
        <source>Refuse all of this page with a listed word</source>
        <translation>Rifiuta tutti quelli di questa pagina con parole in lista</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <translation>Rifiuta %1</translation>
    </message>
    <message>
        <source>Refuse %1 marked</source>
        <translation>Rifiuta %1 segnati</translation>
    </message>
    <message>
        <source>Next page of waiting messages</source>
        <translation>Pagina successiva dei messaggi in attesa</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avanti</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Pagina successiva</translation>
    </message>
    <message>
        <source>the page holds still</source>
        <translation>la pagina resta ferma</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>word list: %1</source>
        <translation>lista di parole: %1</translation>
    </message>
    <message>
        <source>word list</source>
        <translation>lista di parole</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approvato</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rifiutato</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>deciso</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Blocca %1</translation>
    </message>
    <message>
        <source>Refuse the message of %1</source>
        <translation>Rifiuta il messaggio di %1</translation>
    </message>
    <message>
        <source>Approve the message of %1</source>
        <translation>Approva il messaggio di %1</translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>Top %1 play next</source>
        <translation>La top %1 suona dopo</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>GO, snapshots and changes by hand</source>
        <translation>GO, istantanee e modifiche a mano</translation>
    </message>
</context>
<context>
    <name>RailRest</name>
    <message>
        <source>Arm: what you press waits for GO</source>
        <translation>Arma: ciò che premi aspetta GO</translation>
    </message>
    <message>
        <source>Arming</source>
        <translation>Armato</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arma</translation>
    </message>
    <message>
        <source>Store the desk: choose a place, 1 to 8; Esc: no</source>
        <translation>Salva il banco: scegli un posto, da 1 a 8; Esc: no</translation>
    </message>
    <message>
        <source>Store as</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>All to AUTO: modes, clips and filters back to the crowd</source>
        <translation>Tutto in AUTO: modi, clip e filtri al pubblico</translation>
    </message>
    <message>
        <source>All AUTO</source>
        <translation>Tutto AUTO</translation>
    </message>
    <message>
        <source>⇧ A</source>
        <comment>Shift and A</comment>
        <translation>⇧ A</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>Dimentica ciò che è armato</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Svuota</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Do not store</source>
        <translation>Non salvare</translation>
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
        <translation>Nessuna registrazione scelta.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lettura…</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>going there: %1 %</source>
        <translation>si va lì: %1 %</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>di %1</translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>finestra %1</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>mano del presentatore</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>Back to the start</source>
        <translation>Torna all’inizio</translation>
    </message>
    <message>
        <source>The recording has ended</source>
        <translation>La registrazione è finita</translation>
    </message>
    <message>
        <source>Go on reading the recording</source>
        <translation>Continua a leggere la registrazione</translation>
    </message>
    <message>
        <source>Pause the recording; the music goes on</source>
        <translation>Metti in pausa la registrazione; la musica continua</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>finita</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>in pausa</translation>
    </message>
    <message>
        <source>Play the recording from the start</source>
        <translation>Riproduci la registrazione dall’inizio</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Ancora</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Dall’inizio</translation>
    </message>
    <message>
        <source>Open another recording</source>
        <translation>Apri un’altra registrazione</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Apri…</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Apri un’altra…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>Scrivi il rapporto di questo show</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapporto</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>Torna alla demo con il suo pubblico simulato</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>The recording begins again at its end; press: it ends</source>
        <translation>La registrazione ricomincia alla fine; premi: finisce</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>Ricomincia alla fine</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Ciclo</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocità</translation>
    </message>
</context>
<context>
    <name>RevealBoard</name>
    <message>
        <source>Next race</source>
        <translation>Prossima gara</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ nuovo</translation>
    </message>
    <message>
        <source>= stays</source>
        <translation>= resta</translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message>
        <source>The room at its level again</source>
        <translation>La sala di nuovo al suo livello</translation>
    </message>
    <message>
        <source>Dim the room by 20 dB (never in a recording)</source>
        <translation>Abbassa la sala di 20 dB (mai in una registrazione)</translation>
    </message>
    <message>
        <source>Dim</source>
        <translation>Dim</translation>
    </message>
    <message>
        <source>The room in stereo again</source>
        <translation>La sala di nuovo in stereo</translation>
    </message>
    <message>
        <source>Mono in the room (never in a recording)</source>
        <translation>Mono in sala (mai in una registrazione)</translation>
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
        <translation>Mostra i numeri</translation>
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
        <translation>Tasto: %1</translation>
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
        <translation>non impostato</translation>
    </message>
    <message>
        <source>set; type to replace it</source>
        <translation>impostato; scrivi per sostituirlo</translation>
    </message>
    <message>
        <source>Name of the property</source>
        <translation>Nome della proprietà</translation>
    </message>
    <message>
        <source>its value</source>
        <translation>il suo valore</translation>
    </message>
    <message>
        <source>Value of the property</source>
        <translation>Valore della proprietà</translation>
    </message>
    <message>
        <source>Test tone on outputs 1 and 2</source>
        <translation>Tono di prova sulle uscite 1 e 2</translation>
    </message>
    <message>
        <source>Test tone on outputs 3 and 4</source>
        <translation>Tono di prova sulle uscite 3 e 4</translation>
    </message>
    <message>
        <source>Test tone</source>
        <translation>Tono di prova</translation>
    </message>
    <message>
        <source>Tap to set…</source>
        <translation>Batti il tempo…</translation>
    </message>
    <message>
        <source>%1: choose</source>
        <translation>%1: scegli</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>%1: torna a %2</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predefinito</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>predefinito: %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Sounds and music</source>
        <translation>Suoni e musica</translation>
    </message>
    <message>
        <source>Kafka and topics</source>
        <translation>Kafka e topic</translation>
    </message>
    <message>
        <source>Windows and language</source>
        <translation>Finestre e lingua</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Reti</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Sound card</source>
        <translation>Scheda audio</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>Set di suoni</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musica</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Schema Registry</source>
        <translation>Schema Registry</translation>
    </message>
    <message>
        <source>Schema Registry: fields</source>
        <translation>Schema Registry: campi</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Finestre</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Palco</translation>
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
        <translation>Chat di Twitch</translation>
    </message>
    <message>
        <source>Voting page</source>
        <translation>Pagina di voto</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Uscita clock</translation>
    </message>
    <message>
        <source>OSC</source>
        <translation>OSC</translation>
    </message>
    <message>
        <source>Presenter&apos;s phone</source>
        <translation>Telefono del presentatore</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>Orologio del talk</translation>
    </message>
    <message>
        <source>Second laptop</source>
        <translation>Secondo portatile</translation>
    </message>
    <message>
        <source>Keys and clicker</source>
        <translation>Tasti e telecomando</translation>
    </message>
    <message>
        <source>set by the option %1, which wins over the file</source>
        <translation>impostato dall’opzione %1, che vince sul file</translation>
    </message>
    <message>
        <source>set by the variable %1, which wins over the file</source>
        <translation>impostato dalla variabile %1, che vince sul file</translation>
    </message>
    <message>
        <source>kept; from the next start on</source>
        <translation>salvato; dal prossimo avvio</translation>
    </message>
    <message>
        <source>from mwk.toml</source>
        <translation>da mwk.toml</translation>
    </message>
    <message>
        <source>default</source>
        <translation>predefinita</translation>
    </message>
    <message>
        <source>a change waits for the next start</source>
        <translation>una modifica attende il prossimo avvio</translation>
    </message>
    <message>
        <source>acts at once</source>
        <translation>agisce subito</translation>
    </message>
    <message>
        <source>%1 outputs</source>
        <translation>%1 uscite</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>System&apos;s default</source>
        <translation>Predefinita del sistema</translation>
    </message>
    <message>
        <source>%1 ms at %2 kHz</source>
        <translation>%1 ms a %2 kHz</translation>
    </message>
    <message>
        <source>wait for it</source>
        <translation>aspettarlo</translation>
    </message>
    <message>
        <source>go to the next one</source>
        <translation>andare sul prossimo</translation>
    </message>
    <message>
        <source>black</source>
        <translation>nero</translation>
    </message>
    <message>
        <source>the hashtag</source>
        <translation>l’hashtag</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>un’immagine</translation>
    </message>
    <message>
        <source>The second screen</source>
        <translation>Il secondo schermo</translation>
    </message>
    <message>
        <source>whichever is there</source>
        <translation>quello che c’è</translation>
    </message>
    <message>
        <source>the console is here</source>
        <translation>la console è qui</translation>
    </message>
    <message>
        <source>the stage</source>
        <translation>il palco</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>ora non presente</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sì</translation>
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
        <translation>battito</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>battuta</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>loop</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tutti</translation>
    </message>
    <message>
        <source>approved only</source>
        <translation>solo approvati</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niente</translation>
    </message>
    <message>
        <source>%1 does that already.</source>
        <translation>%1 lo fa già.</translation>
    </message>
    <message>
        <source>%1 does nothing already.</source>
        <translation>%1 già non fa nulla.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 è libero.</translation>
    </message>
    <message>
        <source>%1 is taken: %2. That will be replaced.</source>
        <translation>%1 è occupato: %2. Sarà sostituito.</translation>
    </message>
    <message>
        <source>No other key does that.</source>
        <translation>Nessun altro tasto lo fa.</translation>
    </message>
    <message>
        <source>On a strip with the focus it stays what it is there.</source>
        <translation>Su un canale con il focus resta ciò che è lì.</translation>
    </message>
    <message>
        <source>fade out</source>
        <translation>dissolvenza</translation>
    </message>
    <message>
        <source>the winner</source>
        <translation>il vincitore</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>grazie</translation>
    </message>
    <message>
        <source>by a press</source>
        <translation>con un tasto</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>da solo</translation>
    </message>
    <message>
        <source>This key cannot be given an action.</source>
        <translation>A questo tasto non si può dare un’azione.</translation>
    </message>
    <message>
        <source>The tone sounds…</source>
        <translation>Il tono suona…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Cerca…</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Cerca nelle impostazioni</translation>
    </message>
    <message>
        <source>something is wrong here</source>
        <translation>qui c&apos;è qualcosa che non va</translation>
    </message>
    <message>
        <source>Checking Kafka with these settings…</source>
        <translation>Controllo di Kafka con queste impostazioni…</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Nessuna impostazione ha queste parole.</translation>
    </message>
    <message>
        <source>Kept in %1; comments stay. Enter keeps what was typed.</source>
        <translation>Salvato in %1; i commenti restano. Invio salva ciò che è scritto.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annulla: %1</translation>
    </message>
    <message>
        <source>This page back to default</source>
        <translation>Questa pagina ai predefiniti</translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message>
        <source>SILENT</source>
        <translation>SILENZIO</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>da %1</translation>
    </message>
    <message>
        <source>Nothing is heard. Bars, votes and scenes go on.</source>
        <translation>Non si sente nulla. Battute, voti e scene continuano.</translation>
    </message>
    <message>
        <source>FADED OUT</source>
        <translation>DISSOLTO</translation>
    </message>
    <message>
        <source>FADING OUT</source>
        <translation>DISSOLVENZA</translation>
    </message>
    <message>
        <source>silent in %1</source>
        <translation>silenzio tra %1</translation>
    </message>
    <message>
        <source>RETURNS AT BAR %1</source>
        <translation>TORNA ALLA BATTUTA %1</translation>
    </message>
    <message>
        <source>in 1 beat</source>
        <translation>tra 1 movimento</translation>
    </message>
    <message>
        <source>in %1 beats</source>
        <translation>tra %1 movimenti</translation>
    </message>
    <message>
        <source>The scene that plays then is heard from its first beat on.</source>
        <translation>La scena che suonerà si sentirà dal suo primo movimento.</translation>
    </message>
    <message>
        <source>Silent for %1 seconds. Resume: hold R.</source>
        <translation>Silenzio da %1 secondi. Riprendi: tieni R.</translation>
    </message>
</context>
<context>
    <name>SilenceBar</name>
    <message>
        <source>Write the report of this show</source>
        <translation>Scrivi il rapporto di questo show</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapporto</translation>
    </message>
    <message>
        <source>Resume the music: hold</source>
        <translation>Riprendi la musica: tieni premuto</translation>
    </message>
    <message>
        <source>Hold longer</source>
        <translation>Tieni più a lungo</translation>
    </message>
    <message>
        <source>Resume: Esc, then hold R</source>
        <translation>Riprendi: Esc, poi tieni R</translation>
    </message>
    <message>
        <source>Resume: F or hold</source>
        <translation>Riprendi: F o tenere</translation>
    </message>
    <message>
        <source>Resume: hold</source>
        <translation>Riprendi: tenere</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>Fai tornare la musica</translation>
    </message>
    <message>
        <source>Keep the music: %1</source>
        <translation>Mantieni la musica: %1</translation>
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
        <translation>Maiusc</translation>
    </message>
    <message>
        <source>here</source>
        <translation>qui</translation>
    </message>
    <message>
        <source>store here</source>
        <translation>salva qui</translation>
    </message>
</context>
<context>
    <name>SnapMenu</name>
    <message>
        <source>a name</source>
        <translation>un nome</translation>
    </message>
    <message>
        <source>Name of snapshot %1</source>
        <translation>Nome dell’istantanea %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vuota</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Richiama</translation>
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
        <translation>Salva qui il banco</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Svuota</translation>
    </message>
</context>
<context>
    <name>SpeedChoice</name>
    <message>
        <source>Speed %1</source>
        <translation>Velocità %1</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>BLACK for %1: B goes on</source>
        <translation>NERO da %1: B per continuare</translation>
    </message>
    <message>
        <source>page votes are closed</source>
        <translation>voti dalla pagina: chiusi</translation>
    </message>
    <message>
        <source>level</source>
        <translation>parità</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>resta</translation>
    </message>
    <message>
        <source>held: this scene stays</source>
        <translation>bloccata: questa scena resta</translation>
    </message>
    <message>
        <source>this scene stays</source>
        <translation>questa scena resta</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Chiuso</translation>
    </message>
    <message>
        <source>And the winner is</source>
        <translation>E vince</translation>
    </message>
    <message>
        <source>A tie: the winners are</source>
        <translation>Parità: vincono</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>ancora nessuno</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>e altri %1</translation>
    </message>
</context>
<context>
    <name>StageClock</name>
    <message>
        <source>this scene</source>
        <translation>questa scena</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>il voto</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>resta</translation>
    </message>
    <message>
        <source>lock in</source>
        <translation>chiude tra</translation>
    </message>
    <message>
        <source>held</source>
        <translation>bloccata</translation>
    </message>
</context>
<context>
    <name>StageControls</name>
    <message>
        <source>Votes</source>
        <translation>Voti</translation>
    </message>
    <message>
        <source>On the stage: the votes</source>
        <translation>Sul palco: i voti</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>On the stage: how to join</source>
        <translation>Sul palco: come partecipare</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>On the stage: the query of the SQL page</source>
        <translation>Sul palco: la query della pagina SQL</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Vincitore</translation>
    </message>
    <message>
        <source>On the stage: the winner</source>
        <translation>Sul palco: il vincitore</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Ancora</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>La fine</translation>
    </message>
    <message>
        <source>Again: the end, on the stage</source>
        <translation>Di nuovo: la fine, sul palco</translation>
    </message>
    <message>
        <source>On the stage: the end, pressed twice</source>
        <translation>Sul palco: la fine, premuto due volte</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Nero</translation>
    </message>
    <message>
        <source>On the stage: black, again: the logo, again: the votes</source>
        <translation>Sul palco: nero, di nuovo: il logo, di nuovo: i voti</translation>
    </message>
    <message>
        <source>On the stage: what is set instead of black, again: the votes</source>
        <translation>Sul palco: ciò che sta al posto del nero, di nuovo: i voti</translation>
    </message>
</context>
<context>
    <name>StageLeaders</name>
    <message>
        <source>Leaderboard</source>
        <translation>Classifica</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>tweet</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>ancora nessuno</translation>
    </message>
</context>
<context>
    <name>StageMessageRow</name>
    <message>
        <source>off the stage</source>
        <translation>già via</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>Nascondi questo messaggio di %1</translation>
    </message>
</context>
<context>
    <name>StageMessages</name>
    <message>
        <source>On the stage now</source>
        <translation>Ora sul palco</translation>
    </message>
    <message>
        <source>no message</source>
        <translation>nessun messaggio</translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>Stage</source>
        <translation>Palco</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tabella</translation>
    </message>
    <message>
        <source>Open the stage: its screen is gone</source>
        <translation>Apri il palco: il suo schermo è sparito</translation>
    </message>
    <message>
        <source>Close the stage</source>
        <translation>Chiudi il palco</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>Apri il palco</translation>
    </message>
    <message>
        <source>No screen</source>
        <translation>No schermo</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aperto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>chiuso</translation>
    </message>
</context>
<context>
    <name>StageThumb</name>
    <message>
        <source>No screen</source>
        <translation>Nessuno schermo</translation>
    </message>
    <message>
        <source>closed: S opens</source>
        <translation>chiuso: S lo apre</translation>
    </message>
    <message>
        <source>The stage shows: %1</source>
        <translation>Il palco mostra: %1</translation>
    </message>
</context>
<context>
    <name>StageWindow</name>
    <message>
        <source>Music with Kafka: stage</source>
        <translation>Music with Kafka: palco</translation>
    </message>
    <message>
        <source>Be right back</source>
        <translation>Torniamo subito</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>%1, waits for GO</source>
        <translation>%1, attende GO</translation>
    </message>
    <message>
        <source>now: %1; next: %2</source>
        <translation>ora: %1; poi: %2</translation>
    </message>
    <message>
        <source>Mode of %1</source>
        <translation>Modo di %1</translation>
    </message>
    <message>
        <source>Ctrl %1</source>
        <translation>Ctrl %1</translation>
    </message>
    <message>
        <source>Filter of %1: off</source>
        <translation>Filtro di %1: off</translation>
    </message>
    <message>
        <source>Filter of %1: low-pass %2 hertz</source>
        <translation>Filtro di %1: passa-basso %2 hertz</translation>
    </message>
    <message>
        <source>Filter of %1: high-pass %2 hertz</source>
        <translation>Filtro di %1: passa-alto %2 hertz</translation>
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
        <translation>Silenzio</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>muto</translation>
    </message>
    <message>
        <source>solo: %1</source>
        <translation>solo: %1</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>batt. %1</translation>
    </message>
    <message>
        <source>on GO</source>
        <translation>con GO</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Si ferma</translation>
    </message>
    <message>
        <source>Stays off</source>
        <translation>Resta off</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Bloccato</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>rotto</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>nessun file</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manca</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>resta</translation>
    </message>
    <message>
        <source>To AUTO</source>
        <translation>In AUTO</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>illeggibile</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>file non trovato</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>di %1</translation>
    </message>
</context>
<context>
    <name>StripFoot</name>
    <message>
        <source>Gain of %1 in decibels</source>
        <translation>Gain di %1 in decibel</translation>
    </message>
    <message>
        <source>M on the strip</source>
        <translation>M sul canale</translation>
    </message>
    <message>
        <source>Let %1 be heard again</source>
        <translation>Fai risentire %1</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>Silenzia %1</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>Maiusc %1</translation>
    </message>
    <message>
        <source>End the solo of %1</source>
        <translation>Termina il solo di %1</translation>
    </message>
    <message>
        <source>Solo %1</source>
        <translation>Solo di %1</translation>
    </message>
    <message>
        <source>H on the strip</source>
        <translation>H sul canale</translation>
    </message>
    <message>
        <source>Pre-listen to %1 no longer</source>
        <translation>Non preascoltare più %1</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>Preascolta %1</translation>
    </message>
</context>
<context>
    <name>StripLevel</name>
    <message>
        <source>Level of %1</source>
        <translation>Livello di %1</translation>
    </message>
    <message>
        <source>Gain of %1</source>
        <translation>Gain di %1</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>over</source>
        <translation>di troppo</translation>
    </message>
    <message>
        <source>left</source>
        <translation>restano</translation>
    </message>
    <message>
        <source>Talk: %1 %2</source>
        <translation>Talk: %1 %2</translation>
    </message>
    <message>
        <source>The talk has not begun</source>
        <translation>Il talk non è iniziato</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>finisce alle %1</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>inizia alle %1</translation>
    </message>
    <message>
        <source>the music fades out</source>
        <translation>la musica sfuma</translation>
    </message>
    <message>
        <source>the winner comes onto the stage</source>
        <translation>il vincitore va sul palco</translation>
    </message>
    <message>
        <source>fade out, then the end on the stage</source>
        <translation>dissolvenza, poi la fine sul palco</translation>
    </message>
    <message>
        <source>Ends by itself in %1</source>
        <translation>Finisce da solo tra %1</translation>
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
        <translation>Orologio del talk</translation>
    </message>
</context>
<context>
    <name>TalkPanel</name>
    <message>
        <source>Talk clock</source>
        <translation>Orologio del talk</translation>
    </message>
    <message>
        <source>One minute less</source>
        <translation>Un minuto in meno</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Un minuto in più</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Avvia</translation>
    </message>
    <message>
        <source>Stop: back to the whole length</source>
        <translation>Ferma: torna alla durata intera</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durata</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minuti</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Inizia alle</translation>
    </message>
    <message>
        <source>such as 20:04</source>
        <translation>ad esempio 20:04</translation>
    </message>
    <message>
        <source>Amber, red</source>
        <translation>Ambra, rosso</translation>
    </message>
    <message>
        <source>Red from this much left on</source>
        <translation>Rosso quando resta questo</translation>
    </message>
    <message>
        <source>left</source>
        <translation>restano</translation>
    </message>
    <message>
        <source>End by itself at 0:00</source>
        <translation>Finire da solo a 0:00</translation>
    </message>
    <message>
        <source>What happens at 0:00</source>
        <translation>Cosa succede a 0:00</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Dissolvi</translation>
    </message>
    <message>
        <source>Fade, the end</source>
        <translation>Dissolvi, fine</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Vincitore</translation>
    </message>
    <message>
        <source>the rail says so 60 s before; one key postpones it</source>
        <translation>la barra lo dice 60 s prima; un tasto lo rimanda</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Place in the recording: %1</source>
        <translation>Punto nella registrazione: %1</translation>
    </message>
    <message>
        <source>Votes over time</source>
        <translation>Voti nel tempo</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>mano del presentatore</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The crowd votes</source>
        <translation>Il pubblico vota</translation>
    </message>
    <message>
        <source>Each message that names an instrument is a vote. The five instruments with the most votes are the next scene.</source>
        <translation>Ogni messaggio che nomina uno strumento è un voto. I cinque strumenti più votati sono la prossima scena.</translation>
    </message>
    <message>
        <source>The votes lock</source>
        <translation>I voti si chiudono</translation>
    </message>
    <message>
        <source>Every window of votes runs along this line. At the yellow mark it is decided, and the next one begins.</source>
        <translation>Ogni finestra di voti corre lungo questa linea. Al segno giallo è decisa e comincia la successiva.</translation>
    </message>
    <message>
        <source>The scene lands</source>
        <translation>La scena entra</translation>
    </message>
    <message>
        <source>What has won waits here, dashed, and lands on a bar, all loops together and in time.</source>
        <translation>Ciò che ha vinto aspetta qui, tratteggiato, ed entra su una battuta, tutti i loop insieme e a tempo.</translation>
    </message>
    <message>
        <source>Your hand</source>
        <translation>La tua mano</translation>
    </message>
    <message>
        <source>AUTO is the crowd’s. ON and OFF are yours, whatever the votes say: white is what you hold, and the key 0 gives it all back.</source>
        <translation>AUTO è del pubblico. ON e OFF sono tuoi, qualunque cosa dicano i voti: in bianco ciò che tieni tu; il tasto 0 restituisce tutto.</translation>
    </message>
    <message>
        <source>The room joins by phone</source>
        <translation>La sala partecipa col telefono</translation>
    </message>
    <message>
        <source>J shows the room how to vote: a code for their phones, or a message on their network. S opens the stage.</source>
        <translation>J mostra alla sala come votare: un codice per i telefoni o un messaggio sulla loro rete. S apre il palco.</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 di %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avanti</translation>
    </message>
    <message>
        <source>Close: it does not come again</source>
        <translation>Chiudi: non torna più</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>bar %1</source>
        <translation>batt. %1</translation>
    </message>
    <message>
        <source>%1 BPM · %2/4 · quantize %3</source>
        <translation>%1 BPM · %2/4 · griglia %3</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>movimento</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>battuta</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>loop</translation>
    </message>
    <message>
        <source>%1 BPM · %2/4</source>
        <translation>%1 BPM · %2/4</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ora</translation>
    </message>
    <message>
        <source>scene %1 stays until you release hold</source>
        <translation>la scena %1 resta finché non la rilasci</translation>
    </message>
    <message>
        <source>SCENE HELD FOR</source>
        <translation>SCENA BLOCCATA DA</translation>
    </message>
    <message>
        <source>NEXT SCENE</source>
        <translation>PROSSIMA SCENA</translation>
    </message>
    <message>
        <source>held</source>
        <translation>bloccata</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>la registrazione è finita</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>then bar %1, as planned</source>
        <translation>poi battuta %1, come previsto</translation>
    </message>
    <message>
        <source>VOTES LOCKED</source>
        <translation>VOTI CHIUSI</translation>
    </message>
    <message>
        <source>NEXT SCENE IN</source>
        <translation>PROSSIMA SCENA TRA</translation>
    </message>
    <message>
        <source>VOTES LOCK IN</source>
        <translation>IL VOTO CHIUDE TRA</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annullata</translation>
    </message>
</context>
<context>
    <name>TransportButtons</name>
    <message>
        <source>Space</source>
        <translation>Spazio</translation>
    </message>
    <message>
        <source>Release the scene</source>
        <translation>Rilascia la scena</translation>
    </message>
    <message>
        <source>Hold the scene</source>
        <translation>Blocca la scena</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>BLOCCATA</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Blocca</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>tieni R</translation>
    </message>
    <message>
        <source>Esc again</source>
        <translation>Ancora Esc</translation>
    </message>
    <message>
        <source>Shift Esc</source>
        <translation>Maiusc Esc</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold Esc</source>
        <translation>tieni Esc</translation>
    </message>
    <message>
        <source>Cut the sound now</source>
        <translation>Taglia subito il suono</translation>
    </message>
    <message>
        <source>Silent. Hold R to resume</source>
        <translation>Silenzio. Tieni R per riprendere</translation>
    </message>
    <message>
        <source>Panic: fade everything out</source>
        <translation>Panico: dissolvi tutto</translation>
    </message>
    <message>
        <source>Cut now</source>
        <translation>Taglia ora</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Silenzio</translation>
    </message>
    <message>
        <source>Panic</source>
        <translation>Panico</translation>
    </message>
    <message>
        <source>F returns</source>
        <translation>F: torna</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>Fai tornare la musica</translation>
    </message>
    <message>
        <source>Fade out over two loops</source>
        <translation>Dissolvenza in uscita su due loop</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>Dissolto</translation>
    </message>
    <message>
        <source>Fading</source>
        <translation>Dissolve</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>Dissolvi</translation>
    </message>
    <message>
        <source>Stop recording the master</source>
        <translation>Ferma la registrazione del master</translation>
    </message>
    <message>
        <source>Record the master</source>
        <translation>Registra il master</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registra</translation>
    </message>
</context>
<context>
    <name>TransportPosition</name>
    <message>
        <source>BAR</source>
        <translation>BATTUTA</translation>
    </message>
</context>
<context>
    <name>TwitterPart</name>
    <message>
        <source>Twitter stream</source>
        <translation>Flusso di Twitter</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Seguito</translation>
    </message>
</context>
<context>
    <name>Votes</name>
    <message>
        <source>as of %1, no news since</source>
        <translation>alle %1, nulla di nuovo da allora</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>alle %1</translation>
    </message>
</context>
<context>
    <name>VotesPanel</name>
    <message>
        <source>in this window</source>
        <translation>in questa finestra</translation>
    </message>
    <message>
        <source>in this window · %1</source>
        <translation>in questa finestra · %1</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>la registrazione è finita</translation>
    </message>
    <message>
        <source>locked at %1</source>
        <translation>chiusi alle %1</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Voti</translation>
    </message>
    <message>
        <source>no vote yet: the scene stays</source>
        <translation>ancora nessun voto: la scena resta</translation>
    </message>
    <message>
        <source>below the line</source>
        <translation>sotto la linea</translation>
    </message>
</context>
<context>
    <name>VotingPagePart</name>
    <message>
        <source>Audience&apos;s page</source>
        <translation>Pagina del pubblico</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servita</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>Voto</translation>
    </message>
    <message>
        <source>Voting on the page</source>
        <translation>Voto sulla pagina</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Chiusa</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aperta</translation>
    </message>
</context>
<context>
    <name>WordListPart</name>
    <message>
        <source>Word list</source>
        <translation>Lista di parole</translation>
    </message>
    <message>
        <source>%1, in texts and names</source>
        <translation>%1, in testi e nomi</translation>
    </message>
    <message>
        <source>A word; one with * at its end has any ending</source>
        <translation>Una parola; con * alla fine, ogni desinenza</translation>
    </message>
    <message>
        <source>A word to find or to add</source>
        <translation>Una parola da cercare o aggiungere</translation>
    </message>
    <message>
        <source>Add this word to the list</source>
        <translation>Aggiungi questa parola alla lista</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Take %1 from the list</source>
        <translation>Togli %1 dalla lista</translation>
    </message>
</context>
</TS>
