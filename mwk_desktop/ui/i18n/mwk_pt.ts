<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>Audience</name>
    <message>
        <source>not served</source>
        <translation>não servida</translation>
    </message>
    <message>
        <source>%1 phones · %2 votes · %3 refused</source>
        <translation>%1 celulares · %2 votos · %3 recusados</translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>não seguido</translation>
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
        <translation>aguardando</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>%1 posts</source>
        <translation>%1 mensagens</translation>
    </message>
    <message>
        <source>%1 without the code</source>
        <translation>%1 sem o código</translation>
    </message>
    <message>
        <source>%1 posts · $%2 spent</source>
        <translation>%1 posts · US$ %2 gastos</translation>
    </message>
    <message>
        <source>%1 of $%2</source>
        <translation>%1 de US$ %2</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Choose output…</source>
        <translation>Escolher saída…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Conectar…</translation>
    </message>
    <message>
        <source>Take the show over: this console is heard, the other one follows</source>
        <translation>Assumir o show: ouve-se este console, o outro segue</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Assumir</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>Voltar à demo com seu público simulado</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>Voltar à demo</translation>
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
        <translation>Mostrar o relatório na sua pasta</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar na pasta</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Escrever o relatório</translation>
    </message>
    <message>
        <source>Stop writing the report</source>
        <translation>Parar de escrever o relatório</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Fechar este aviso</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>Abrir o palco</translation>
    </message>
    <message>
        <source>Go on from the oldest message that is left</source>
        <translation>Continuar da mensagem mais antiga que resta</translation>
    </message>
    <message>
        <source>From the oldest</source>
        <translation>Da mais antiga</translation>
    </message>
    <message>
        <source>Go on from now, without what was missed</source>
        <translation>Continuar a partir de agora, sem o que se perdeu</translation>
    </message>
    <message>
        <source>From now</source>
        <translation>A partir de agora</translation>
    </message>
    <message>
        <source>The report is being written.</source>
        <translation>O relatório está sendo escrito.</translation>
    </message>
    <message>
        <source>From %1. The show goes on.</source>
        <translation>De %1. O show continua.</translation>
    </message>
    <message>
        <source>The report is written.</source>
        <translation>O relatório está escrito.</translation>
    </message>
    <message>
        <source>There is no report.</source>
        <translation>Não há relatório.</translation>
    </message>
    <message>
        <source>The live show is over.</source>
        <translation>O show ao vivo terminou.</translation>
    </message>
    <message>
        <source>It is recorded: %1. The report tells how it was.</source>
        <translation>Está gravado: %1. O relatório conta como foi.</translation>
    </message>
    <message>
        <source>Sound device missing: no sound since %1.</source>
        <translation>Falta o dispositivo de áudio: sem som desde %1.</translation>
    </message>
    <message>
        <source>%1. Plug it in to resume, or choose another.</source>
        <translation>%1. Conecte-o para retomar ou escolha outro.</translation>
    </message>
    <message>
        <source>The topic no longer holds what comes next: counting waits.</source>
        <translation>O topic já não contém o que vem a seguir: a contagem espera.</translation>
    </message>
    <message>
        <source>The music goes on. Begin with the oldest message, or with now?</source>
        <translation>A música continua. Começar pela mensagem mais antiga ou por agora?</translation>
    </message>
</context>
<context>
    <name>BlockedUsers</name>
    <message>
        <source>Unblock %1</source>
        <translation>Desbloquear %1</translation>
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
        <translation>Esta cena fica</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 até agora</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Na frente</translation>
    </message>
</context>
<context>
    <name>Ceiling</name>
    <message>
        <source>limits now by %1 dB, at most by %2 dB so far</source>
        <translation>limita agora %1 dB, no máximo %2 dB</translation>
    </message>
</context>
<context>
    <name>CeilingMenu</name>
    <message>
        <source>Ceiling of the master</source>
        <translation>Teto do master</translation>
    </message>
    <message>
        <source>Ceiling of the master, dBTP</source>
        <translation>Teto do master, dBTP</translation>
    </message>
    <message>
        <source>Ceiling %1 dBTP</source>
        <translation>Teto %1 dBTP</translation>
    </message>
    <message>
        <source>Acts at once, in the room and in recordings.</source>
        <translation>Atua logo, na sala e nas gravações.</translation>
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
        <translation>Abrir uma gravação</translation>
    </message>
    <message>
        <source>Connect to Kafka</source>
        <translation>Conectar ao Kafka</translation>
    </message>
    <message>
        <source>SQL into the stream</source>
        <translation>SQL no fluxo</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>Verificação prévia</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Strips</source>
        <translation>Canais</translation>
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
        <translation>Mudo</translation>
    </message>
    <message>
        <source>Cancel what is pending</source>
        <translation>Cancelar o que está pendente</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>Esquecer o que está armado</translation>
    </message>
    <message>
        <source>All to AUTO</source>
        <translation>Tudo em AUTO</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>Mensagens e público</translation>
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
        <translation>Relógio da palestra</translation>
    </message>
    <message>
        <source>Mode: ON, OFF, AUTO in turn</source>
        <translation>Modo: ON, OFF, AUTO</translation>
    </message>
    <message>
        <source>Next clip, pinned</source>
        <translation>Próximo clipe, fixo</translation>
    </message>
    <message>
        <source>Focus on a strip</source>
        <translation>Foco num canal</translation>
    </message>
    <message>
        <source>Focus on the feed · the master</source>
        <translation>Foco: mensagens · master</translation>
    </message>
    <message>
        <source>On the strip with the focus</source>
        <translation>No canal com o foco</translation>
    </message>
    <message>
        <source>Pre-listen</source>
        <translation>Pré-escuta</translation>
    </message>
    <message>
        <source>Gain 0.5 dB; Shift 0.1, Ctrl 3</source>
        <translation>Ganho 0,5 dB; Shift 0,1, Ctrl 3</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Gain 0 dB</source>
        <translation>Ganho 0 dB</translation>
    </message>
    <message>
        <source>Filter: low, high; Shift fine</source>
        <translation>Filtro; Shift: fino</translation>
    </message>
    <message>
        <source>End</source>
        <comment>key</comment>
        <translation>Fim</translation>
    </message>
    <message>
        <source>Filter off</source>
        <translation>Filtro off</translation>
    </message>
    <message>
        <source>Unpin the clip</source>
        <translation>Soltar o clipe</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Música</translation>
    </message>
    <message>
        <source>Panic; again in 2 s: cut</source>
        <translation>Pânico; de novo: corta</translation>
    </message>
    <message>
        <source>Panic, through any page</source>
        <translation>Pânico, em qualquer página</translation>
    </message>
    <message>
        <source>Resume, after panic or fade</source>
        <translation>Retomar o som</translation>
    </message>
    <message>
        <source>Fade out; again: returns</source>
        <translation>Fade out; de novo: volta</translation>
    </message>
    <message>
        <source>Dim by 20 dB</source>
        <translation>Baixar 20 dB</translation>
    </message>
    <message>
        <source>hold Esc</source>
        <translation>segurar Esc</translation>
    </message>
    <message>
        <source>Next scene, or take it back</source>
        <translation>Próxima cena, ou desfazer</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Juntos</translation>
    </message>
    <message>
        <source>Recall a snapshot</source>
        <translation>Chamar um instantâneo</translation>
    </message>
    <message>
        <source>Arm: what you press waits</source>
        <translation>Armar: o apertado espera</translation>
    </message>
    <message>
        <source>GO: all of it on the next bar</source>
        <translation>GO: tudo no próximo comp.</translation>
    </message>
    <message>
        <source>Store a snapshot</source>
        <translation>Guardar instantâneo</translation>
    </message>
    <message>
        <source>Undo · redo</source>
        <translation>Desfazer · refazer</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Palco</translation>
    </message>
    <message>
        <source>Votes: the usual picture</source>
        <translation>Os votos</translation>
    </message>
    <message>
        <source>How to join</source>
        <translation>Como participar</translation>
    </message>
    <message>
        <source>A wall of messages</source>
        <translation>Mural de mensagens</translation>
    </message>
    <message>
        <source>The SQL plot</source>
        <translation>O gráfico SQL</translation>
    </message>
    <message>
        <source>The winner</source>
        <translation>O vencedor</translation>
    </message>
    <message>
        <source>The end (twice within 2 s)</source>
        <translation>O fim (duas vezes em 2 s)</translation>
    </message>
    <message>
        <source>Black; again: back</source>
        <translation>Preto; de novo: volta</translation>
    </message>
    <message>
        <source>Stage window · full screen</source>
        <translation>Palco · tela cheia</translation>
    </message>
    <message>
        <source>Messages, with the focus</source>
        <translation>Mensagens com o foco</translation>
    </message>
    <message>
        <source>Approve · refuse</source>
        <translation>Aprovar · recusar</translation>
    </message>
    <message>
        <source>All clean · all marked</source>
        <translation>Todas limpas · marcadas</translation>
    </message>
    <message>
        <source>Hide · block the author</source>
        <translation>Ocultar · bloquear autor</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Reprodução</translation>
    </message>
    <message>
        <source>Pause; again: go on</source>
        <translation>Pausa; de novo: segue</translation>
    </message>
    <message>
        <source>A window; Ctrl: ten</source>
        <translation>Uma janela; Ctrl: dez</translation>
    </message>
    <message>
        <source>Your own keys</source>
        <translation>Suas próprias teclas</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Lock: strips, stage, phones</source>
        <translation>Trava: canais, palco</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Esta ajuda</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next control; press it</source>
        <translation>Próximo; apertar</translation>
    </message>
    <message>
        <source>Pages (Esc closes them)</source>
        <translation>Páginas (Esc fecha)</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>Passador</translation>
    </message>
    <message>
        <source>Page ↓</source>
        <translation>Page ↓</translation>
    </message>
    <message>
        <source>GO, where something is armed</source>
        <translation>GO, se há algo armado</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espaço</translation>
    </message>
    <message>
        <source>Hold the scene, and release it</source>
        <translation>Reter a cena e soltá-la</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>segurar R</translation>
    </message>
    <message>
        <source>Record the master; again: stop</source>
        <translation>Gravar o master; de novo: parar</translation>
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
        <translation>Teclas</translation>
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
        <translation>Pausa</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>heard %1 ms after the computer</source>
        <translation>ouve-se %1 ms depois do computador</translation>
    </message>
    <message>
        <source>go on tapping: %1</source>
        <translation>continue batendo: %1</translation>
    </message>
    <message>
        <source>now %1 ms</source>
        <translation>agora %1 ms</translation>
    </message>
    <message>
        <source>Late loudspeakers (Bluetooth, HDMI): tap on the beat, below.</source>
        <translation>Alto-falantes atrasados (Bluetooth, HDMI): bata o tempo, abaixo.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Verificando…</translation>
    </message>
    <message>
        <source>%1 to fix first, %2 to look at. As of %3.</source>
        <translation>%1 a corrigir, %2 a ver. Às %3.</translation>
    </message>
    <message>
        <source>The show can begin; %2 to look at. As of %3.</source>
        <translation>O show pode começar; %2 a ver. Às %3.</translation>
    </message>
    <message>
        <source>Everything is ready. As of %3.</source>
        <translation>Tudo está pronto. Às %3.</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Pre-flight check</source>
        <translation>Verificação prévia</translation>
    </message>
    <message>
        <source>With a tone</source>
        <translation>Com um tom</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Verificar de novo</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Verificando…</translation>
    </message>
    <message>
        <source>Sound behind the picture</source>
        <translation>Som atrás da imagem</translation>
    </message>
    <message>
        <source>Tap on the beat that you hear</source>
        <translation>Bata no tempo que você ouve</translation>
    </message>
    <message>
        <source>Tap on the beat</source>
        <translation>Bater o tempo</translation>
    </message>
    <message>
        <source>Delay what is seen by so much</source>
        <translation>Atrasar assim o que se vê</translation>
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
        <translation>ouvido às %1: seria “%2”.</translation>
    </message>
    <message>
        <source>heard at %1: would do nothing.</source>
        <translation>ouvido às %1: não faria nada.</translation>
    </message>
    <message>
        <source>Just now it would be refused: %1</source>
        <translation>Neste momento seria recusado: %1</translation>
    </message>
    <message>
        <source>another key</source>
        <translation>outra tecla</translation>
    </message>
    <message>
        <source>“next slide”</source>
        <translation>“próximo slide”</translation>
    </message>
    <message>
        <source>“slide before”</source>
        <translation>“slide anterior”</translation>
    </message>
    <message>
        <source>“black screen”</source>
        <translation>“tela preta”</translation>
    </message>
    <message>
        <source>“start the slides”</source>
        <translation>“iniciar os slides”</translation>
    </message>
    <message>
        <source>your own key</source>
        <translation>sua própria tecla</translation>
    </message>
</context>
<context>
    <name>ClickerPart</name>
    <message>
        <source>What the presenter’s clicker does</source>
        <translation>O que o passador faz</translation>
    </message>
    <message>
        <source>A clicker is a keyboard to the computer. These keys are its own: no fader and no timeline takes them.</source>
        <translation>Para o computador, um passador é um teclado. Estas teclas são dele: nenhum fader e nenhuma linha do tempo as usa.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>“end the slides”</source>
        <translation>“encerrar os slides”</translation>
    </message>
    <message>
        <source>Panic, at once</source>
        <translation>Pânico, na hora</translation>
    </message>
    <message>
        <source>Panic, held 0.4 s</source>
        <translation>Pânico, segurado 0,4 s</translation>
    </message>
    <message>
        <source>Some clickers send F5 and Esc in turn from one button. If yours does, choose “held”, or never touch that button.</source>
        <translation>Alguns passadores enviam F5 e Esc alternadamente do mesmo botão. Se for o caso, escolha “segurado” ou nunca toque nesse botão.</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Outra tecla</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Experimentar</translation>
    </message>
    <message>
        <source>Every key is shown here; a click ends it</source>
        <translation>Cada tecla aparece aqui; um clique encerra</translation>
    </message>
    <message>
        <source>Try it: show every key, Esc too</source>
        <translation>Experimentar: mostrar cada tecla, Esc também</translation>
    </message>
    <message>
        <source>Press a key or a button of the clicker.</source>
        <translation>Pressione uma tecla ou um botão do passador.</translation>
    </message>
    <message>
        <source>Press here to try Esc, too.</source>
        <translation>Clique aqui para experimentar também Esc.</translation>
    </message>
    <message>
        <source>While this page is open nothing fires.</source>
        <translation>Enquanto esta página está aberta, nada dispara.</translation>
    </message>
</context>
<context>
    <name>ClipButton</name>
    <message>
        <source>pinned by hand</source>
        <translation>fixado à mão</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>espera GO</translation>
    </message>
    <message>
        <source>Clip of %1: %2</source>
        <translation>Clipe de %1: %2</translation>
    </message>
    <message>
        <source>Clip of %1: %2; clips are missing</source>
        <translation>Clipe de %1: %2; faltam clipes</translation>
    </message>
</context>
<context>
    <name>ClipMenu</name>
    <message>
        <source>Follow the draw</source>
        <translation>Seguir o sorteio</translation>
    </message>
    <message>
        <source>votes choose</source>
        <translation>por votos</translation>
    </message>
    <message>
        <source>Clip of %1</source>
        <translation>Clipe de %1</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>Pré-escutar %1</translation>
    </message>
</context>
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Quit while the show goes on?</source>
        <translation>Sair com o show em andamento?</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>Continuar o show</translation>
    </message>
    <message>
        <source>Fade out, then quit</source>
        <translation>Fade out e sair</translation>
    </message>
    <message>
        <source>Panic and all else above stay within reach.</source>
        <translation>O pânico e tudo o que está acima ficam acessíveis.</translation>
    </message>
    <message>
        <source>Quit now: hold</source>
        <translation>Sair já: segurar</translation>
    </message>
    <message>
        <source>Quit now: hold Q</source>
        <translation>Sair já: segurar Q</translation>
    </message>
</context>
<context>
    <name>ColumnPicker</name>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
</context>
<context>
    <name>ComingScene</name>
    <message>
        <source>C on the master</source>
        <translation>C no master</translation>
    </message>
    <message>
        <source>Let the scene come after all</source>
        <translation>Deixar a cena vir afinal</translation>
    </message>
    <message>
        <source>Cancel the coming scene</source>
        <translation>Cancelar a cena que vem</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
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
        <translation>Conectar ao Kafka</translation>
    </message>
    <message>
        <source>Follow networks</source>
        <translation>Seguir redes</translation>
    </message>
    <message>
        <source>Where messages come from</source>
        <translation>De onde vêm as mensagens</translation>
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
        <translation>As suas mensagens vão para o espetáculo em curso, também ao lado do Kafka. O que se escreve aqui vale até o programa terminar; as definições guardam-no por mais tempo.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Servers: host and port, several with commas</source>
        <translation>Servidores: host e porta, vários com vírgulas</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Testing… again</source>
        <translation>Testando… de novo</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testar</translation>
    </message>
    <message>
        <source>New show: an empty leaderboard, from now on</source>
        <translation>Show novo: classificação vazia, a partir de agora</translation>
    </message>
    <message>
        <source>Looking for brokers, topic and the newest message…</source>
        <translation>Procurando brokers, topic e a mensagem mais recente…</translation>
    </message>
    <message>
        <source>Test shows brokers, topic, partitions and how old the newest message is.
SASL, TLS and everything else of librdkafka stand under [kafka] in mwk.toml.
The show that plays goes on until the other one is ready.</source>
        <translation>Testar mostra brokers, topic, partições e a idade da mensagem mais recente.
SASL, TLS e todo o resto da librdkafka ficam em [kafka] no mwk.toml.
O show em andamento continua até o outro estar pronto.</translation>
    </message>
    <message>
        <source>Making the show ready; the music plays on…</source>
        <translation>Preparando o show; a música continua…</translation>
    </message>
    <message>
        <source>The show would begin and wait for it.</source>
        <translation>O show começaria e esperaria por ele.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Connect anyway</source>
        <translation>Conectar mesmo assim</translation>
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
        <translation>Nenhum controlador MIDI está conectado.</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>%1: agora mova um fader, um botão ou um knob.</translation>
    </message>
    <message>
        <source>Choose what a control shall do.</source>
        <translation>Escolha o que um controle deve fazer.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desligado</translation>
    </message>
    <message>
        <source>Listens on %1. Sends to %2. Packets: %3.</source>
        <translation>Escuta em %1. Envia a %2. Pacotes: %3.</translation>
    </message>
    <message>
        <source>No phone is paired.</source>
        <translation>Nenhum celular está pareado.</translation>
    </message>
    <message>
        <source>Scan it with the phone: for one device, %1 s more.</source>
        <translation>Escaneie com o celular: para um dispositivo, mais %1 s.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ligado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desligado</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>Passador</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Telefones</translation>
    </message>
    <message>
        <source>found</source>
        <translation>encontrado</translation>
    </message>
    <message>
        <source>back since %1</source>
        <translation>de volta desde %1</translation>
    </message>
    <message>
        <source>lost since %1</source>
        <translation>perdido desde %1</translation>
    </message>
    <message>
        <source>another program has it</source>
        <translation>outro programa o usa</translation>
    </message>
    <message>
        <source>no map: teach it</source>
        <translation>sem mapa: ensine</translation>
    </message>
    <message>
        <source>%1, your own map</source>
        <translation>%1, seu próprio mapa</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>incluído</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>mais %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>há %1</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceito</translation>
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
        <translation>conectado</translation>
    </message>
    <message>
        <source>away</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>paired at %1</source>
        <translation>pareado às %1</translation>
    </message>
    <message>
        <source>knob: filter</source>
        <translation>botão giratório: filtro</translation>
    </message>
    <message>
        <source>S: solo</source>
        <translation>S: solo</translation>
    </message>
    <message>
        <source>M: mute</source>
        <translation>M: mudo</translation>
    </message>
    <message>
        <source>R: mode, as keys 1 to 8</source>
        <translation>R: modo, como as teclas 1 a 8</translation>
    </message>
    <message>
        <source>ON, A, OFF: mode</source>
        <translation>ON, A, OFF: modo</translation>
    </message>
    <message>
        <source>H: pre-listen</source>
        <translation>H: pré-escuta</translation>
    </message>
    <message>
        <source>‹ ›: clip</source>
        <translation>‹ ›: clipe</translation>
    </message>
    <message>
        <source>U: clip by the crowd</source>
        <translation>U: clipe do público</translation>
    </message>
    <message>
        <source>C: cancel</source>
        <translation>C: cancelar</translation>
    </message>
    <message>
        <source>fader: gain</source>
        <translation>fader: ganho</translation>
    </message>
    <message>
        <source>nothing: not mapped</source>
        <translation>nada: sem função</translation>
    </message>
    <message>
        <source>%1: waits for the fader</source>
        <translation>%1: espera o fader</translation>
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
        <translation>a gravação acabou: não chegam votos, a última cena continua</translation>
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
        <translation>quem foi aprovado %1 vezes, salvo palavra marcada</translation>
    </message>
    <message>
        <source>nobody is blocked</source>
        <translation>ninguém está bloqueado</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sem limite</translation>
    </message>
</context>
<context>
    <name>CrowdPage</name>
    <message>
        <source>Open: all are shown</source>
        <translation>Livre: todas são mostradas</translation>
    </message>
    <message>
        <source>Approve: only what you let through</source>
        <translation>Filtrar: só o que deixar passar</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>Mensagens e público</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>Mensagens no palco</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Livre</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>wait · %1 come a second · %2 lapsed</source>
        <translation>à espera · %1 por segundo · %2 caducadas</translation>
    </message>
    <message>
        <source>Passes by itself</source>
        <translation>Passa por si</translation>
    </message>
    <message>
        <source>Votes of a user that count in each window</source>
        <translation>Votos de uma pessoa que contam em cada janela</translation>
    </message>
    <message>
        <source>Votes per user</source>
        <translation>Votos por pessoa</translation>
    </message>
    <message>
        <source>Blocked users</source>
        <translation>Pessoas bloqueadas</translation>
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
        <translation>DEPOIS: %1</translation>
    </message>
    <message>
        <source>all strips</source>
        <translation>todos os canais</translation>
    </message>
    <message>
        <source>the master</source>
        <translation>o master</translation>
    </message>
</context>
<context>
    <name>CueMenu</name>
    <message>
        <source>Pre-listening on outputs 3 and 4</source>
        <translation>Pré-escuta nas saídas 3 e 4</translation>
    </message>
    <message>
        <source>Outputs 3–4 hear</source>
        <translation>As saídas 3–4 ouvem</translation>
    </message>
    <message>
        <source>Pre-listen softer</source>
        <translation>Pré-escuta mais baixa</translation>
    </message>
    <message>
        <source>Level of pre-listening: %1 dB</source>
        <translation>Nível da pré-escuta: %1 dB</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>Pre-listen louder</source>
        <translation>Pré-escuta mais alta</translation>
    </message>
    <message>
        <source>Strips are heard</source>
        <translation>Os canais ouvem-se</translation>
    </message>
    <message>
        <source>Before fader</source>
        <translation>Antes do fader</translation>
    </message>
    <message>
        <source>After fader</source>
        <translation>Depois do fader</translation>
    </message>
    <message>
        <source>What will land next</source>
        <translation>O que vem a seguir</translation>
    </message>
    <message>
        <source>Also the master</source>
        <translation>Também o master</translation>
    </message>
    <message>
        <source>All off</source>
        <translation>Tudo desligado</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>bar %1</source>
        <translation>compasso %1</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>GO: %1 on %2</source>
        <translation>GO: %1 em %2</translation>
    </message>
    <message>
        <source>GO lands on %1</source>
        <translation>GO cai em %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>GO: waits for what you press</source>
        <translation>GO: espera o que você apertar</translation>
    </message>
    <message>
        <source>nothing armed</source>
        <translation>nada armado</translation>
    </message>
    <message>
        <source>GO: nothing is armed</source>
        <translation>GO: nada está armado</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>clipe</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>mudo</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>audível</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>solo</translation>
    </message>
    <message>
        <source>no solo</source>
        <translation>sem solo</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>ganho</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtro</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>guardado</translation>
    </message>
    <message>
        <source>the desk is this one</source>
        <translation>a mesa é esta</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>mudado desde então</translation>
    </message>
    <message>
        <source>lands on the next bar</source>
        <translation>cai no próximo compasso</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>espera o GO</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vazio</translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>Instantâneo %1</translation>
    </message>
    <message>
        <source>of another sound set</source>
        <translation>de outro conjunto de sons</translation>
    </message>
    <message>
        <source>stored %1</source>
        <translation>guardado %1</translation>
    </message>
    <message>
        <source>Modes: all AUTO</source>
        <translation>Modos: todos AUTO</translation>
    </message>
    <message>
        <source>Clips: the crowd’s</source>
        <translation>Clipes: do público</translation>
    </message>
    <message>
        <source>Gains: all 0 dB</source>
        <translation>Ganhos: todos 0 dB</translation>
    </message>
    <message>
        <source>Mutes: none</source>
        <translation>Mudos: nenhum</translation>
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
        <translation>Clipes: %1</translation>
    </message>
    <message>
        <source>Gains: %1</source>
        <translation>Ganhos: %1</translation>
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
        <translation>a próxima cena cai em %1, à mão</translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation>à mão: %1</translation>
    </message>
    <message>
        <source>Next now</source>
        <translation>Já</translation>
    </message>
    <message>
        <source>Next scene now</source>
        <translation>Próxima cena já</translation>
    </message>
    <message>
        <source>Bar %1</source>
        <translation>Comp. %1</translation>
    </message>
    <message>
        <source>locked · N</source>
        <translation>fechado · N</translation>
    </message>
    <message>
        <source>Votes locked, lands on %1; again: take it back</source>
        <translation>Votos fechados, chega em %1; de novo: desfazer</translation>
    </message>
</context>
<context>
    <name>DeviceDrawing</name>
    <message>
        <source>What the controls do</source>
        <translation>O que os controles fazem</translation>
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
        <translation>Alterar uma cópia deste mapa, na sua pasta</translation>
    </message>
    <message>
        <source>Change a copy</source>
        <translation>Alterar uma cópia</translation>
    </message>
    <message>
        <source>Yours, counts as soon as it is saved: %1</source>
        <translation>O seu, vale assim que é salvo: %1</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Drop one recording, or one folder of sounds.</source>
        <translation>Solte uma gravação ou uma pasta de sons.</translation>
    </message>
    <message>
        <source>Only files of this computer can be dropped.</source>
        <translation>Só arquivos deste computador podem ser soltos.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 não pode ser lido: %2</translation>
    </message>
    <message>
        <source>%1 is no recording (.jsonl, also .gz or .zst).</source>
        <translation>%1 não é uma gravação (.jsonl, também .gz ou .zst).</translation>
    </message>
    <message>
        <source>%1 is one instrument: drop the folder above it.</source>
        <translation>%1 é um só instrumento: solte a pasta acima.</translation>
    </message>
    <message>
        <source>%1 is no sound set: that has a folder for each instrument.</source>
        <translation>%1 não é um conjunto de sons: ele tem uma pasta por instrumento.</translation>
    </message>
    <message>
        <source>%1 of %2 instruments</source>
        <translation>%1 de %2 instrumentos</translation>
    </message>
    <message>
        <source>the show that plays ends: it asks before it does</source>
        <translation>o show atual termina: antes ele pergunta</translation>
    </message>
    <message>
        <source>The console is locked (L): nothing opens.</source>
        <translation>O console está bloqueado (L): nada abre.</translation>
    </message>
    <message>
        <source>This show cannot be changed for another.</source>
        <translation>Este show não pode ser trocado por outro.</translation>
    </message>
</context>
<context>
    <name>DropGuard</name>
    <message>
        <source>Begin again with these sounds?</source>
        <translation>Recomeçar com estes sons?</translation>
    </message>
    <message>
        <source>Play this recording in place of the show?</source>
        <translation>Tocar esta gravação no lugar do show?</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>Continuar o show</translation>
    </message>
    <message>
        <source>End it and use the sounds</source>
        <translation>Encerrar e usar os sons</translation>
    </message>
    <message>
        <source>End it and play the recording</source>
        <translation>Encerrar e tocar a gravação</translation>
    </message>
</context>
<context>
    <name>DropTargets</name>
    <message>
        <source>Play this recording</source>
        <translation>Tocar esta gravação</translation>
    </message>
    <message>
        <source>Use as sound set</source>
        <translation>Usar como conjunto de sons</translation>
    </message>
    <message>
        <source>this is no recording</source>
        <translation>isto não é uma gravação</translation>
    </message>
    <message>
        <source>this is no folder of sounds</source>
        <translation>isto não é uma pasta de sons</translation>
    </message>
</context>
<context>
    <name>EndScene</name>
    <message>
        <source>tweets</source>
        <translation>tweets</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>votos</translation>
    </message>
    <message>
        <source>people</source>
        <translation>pessoas</translation>
    </message>
    <message>
        <source>scenes</source>
        <translation>cenas</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Obrigado</translation>
    </message>
    <message>
        <source>You played the music tonight.</source>
        <translation>Hoje a música foi de vocês.</translation>
    </message>
    <message>
        <source>You played every note of the music tonight.</source>
        <translation>Cada nota desta noite foi de vocês.</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Vencedor</translation>
    </message>
    <message>
        <source>Scenes played</source>
        <translation>Cenas tocadas</translation>
    </message>
</context>
<context>
    <name>EndingBar</name>
    <message>
        <source>Do not end</source>
        <translation>Não terminar</translation>
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
        <translation>Mais 2 minutos</translation>
    </message>
</context>
<context>
    <name>Feed</name>
    <message>
        <source>at %1</source>
        <translation>às %1</translation>
    </message>
    <message>
        <source>no vote</source>
        <translation>sem voto</translation>
    </message>
</context>
<context>
    <name>FeedPanel</name>
    <message>
        <source>wait</source>
        <translation>esperam</translation>
    </message>
    <message>
        <source>wait · %1/s</source>
        <translation>esperam · %1/s</translation>
    </message>
    <message>
        <source>held while you point</source>
        <translation>parado sob o ponteiro</translation>
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
        <translation>retida</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>Mensagens no palco</translation>
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
        <translation>Livre</translation>
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
        <translation>Público: limite de votos, bloqueados, página</translation>
    </message>
    <message>
        <source>Messages: arrows choose, H hides, X blocks</source>
        <translation>Mensagens: setas escolhem, H oculta, X bloqueia</translation>
    </message>
    <message>
        <source>#%1 + a word</source>
        <translation>#%1 + uma palavra</translation>
    </message>
    <message>
        <source>%1 blocked, counts nowhere</source>
        <translation>%1 bloqueado, não conta em lugar nenhum</translation>
    </message>
    <message>
        <source>Show the blocked users</source>
        <translation>Mostrar as pessoas bloqueadas</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>Desbloquear %1</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Mostrar…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
</context>
<context>
    <name>FeedRow</name>
    <message>
        <source>Block %1</source>
        <translation>Bloquear %1</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>Ocultar esta mensagem de %1</translation>
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
        <translation>Pasta acima</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Usar esta pasta</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>%1, %2 tweets, %3</source>
        <translation>%1, %2 tweets, %3</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Não existe esse arquivo ou pasta.</translation>
    </message>
    <message>
        <source>This folder cannot be read: %1</source>
        <translation>Não é possível ler esta pasta: %1</translation>
    </message>
    <message>
        <source>More than %1 entries: type the path instead.</source>
        <translation>Mais de %1 entradas: digite o caminho.</translation>
    </message>
    <message>
        <source>No files here.</source>
        <translation>Nenhum arquivo aqui.</translation>
    </message>
    <message>
        <source>No recordings here.</source>
        <translation>Nenhuma gravação aqui.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recentes</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Gravações</translation>
    </message>
    <message>
        <source>With the program</source>
        <translation>Com o programa</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pasta pessoal</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Área de trabalho</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Música</translation>
    </message>
    <message>
        <source>not found: %1</source>
        <translation>não encontrado: %1</translation>
    </message>
    <message>
        <source>No sound set here: it has a folder for each instrument.</source>
        <translation>Nenhum conjunto de sons aqui: ele tem uma pasta por instrumento.</translation>
    </message>
    <message>
        <source>A sound set with %1 of %2 instruments.</source>
        <translation>Um conjunto de sons com %1 de %2 instrumentos.</translation>
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
        <translation>1 utilizador</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 utilizadores</translation>
    </message>
    <message>
        <source>1 window</source>
        <translation>1 janela</translation>
    </message>
    <message>
        <source>%1 windows</source>
        <translation>%1 janelas</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Gravada</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 intervenção</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 intervenções</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>À mão</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>Conjunto de sons</translation>
    </message>
    <message>
        <source>none: by the rules</source>
        <translation>nenhuma: pelas regras</translation>
    </message>
    <message>
        <source>recorded: plays as it was</source>
        <translation>gravadas: toca como foi</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisões</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>is still being recorded</source>
        <translation>ainda está a ser gravada</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Danificada</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <source>1 tweet</source>
        <translation>1 tweet</translation>
    </message>
    <message>
        <source>%1 tweets</source>
        <translation>%1 tweets</translation>
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
        <translation>ver</translation>
    </message>
    <message>
        <source>fix it</source>
        <translation>corrigir</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>não verificado</translation>
    </message>
</context>
<context>
    <name>FirstRunBar</name>
    <message>
        <source>This is a demo with a simulated crowd.</source>
        <translation>Esta é uma demo com público simulado.</translation>
    </message>
    <message>
        <source>Play with it, or bring your own:</source>
        <translation>Brinque com ela ou traga a sua:</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>Abrir uma gravação…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>Conectar ao Kafka…</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>Conjunto de sons…</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>Verificação prévia</translation>
    </message>
    <message>
        <source>Close this bar</source>
        <translation>Fechar esta barra</translation>
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
        <translation>%1: Enter para digitar</translation>
    </message>
</context>
<context>
    <name>GoButton</name>
    <message>
        <source>locked</source>
        <translation>travado</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Pre-listen to what comes no longer</source>
        <translation>Não pré-escutar mais o que vem</translation>
    </message>
    <message>
        <source>Pre-listen to what will land next</source>
        <translation>Pré-escutar o que vem a seguir</translation>
    </message>
    <message>
        <source>NOW</source>
        <translation>AGORA</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>DEPOIS</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clipe</translation>
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
        <translation>Quem fez o quê</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada ainda</translation>
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
        <translation>atraso</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Desfazer: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Refazer: %1</translation>
    </message>
    <message>
        <source>Unlock console</source>
        <translation>Destravar o console</translation>
    </message>
    <message>
        <source>Lock console</source>
        <translation>Travar o console</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Destravar</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Travar</translation>
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
        <translation>SEM BROKER</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconhecido</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>AO VIVO</translation>
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
        <translation>público simulado, %1 pessoas, sem broker</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aqui</translation>
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
        <translation>relógio mudo</translation>
    </message>
    <message>
        <source>sound device missing</source>
        <translation>falta o dispositivo de áudio</translation>
    </message>
    <message>
        <source>no sound card found</source>
        <translation>nenhuma placa de som</translation>
    </message>
    <message>
        <source>no sound device chosen</source>
        <translation>nenhum dispositivo escolhido</translation>
    </message>
    <message>
        <source>sound device</source>
        <translation>dispositivo de áudio</translation>
    </message>
    <message>
        <source>engine ok</source>
        <translation>motor ok</translation>
    </message>
    <message>
        <source>engine starting</source>
        <translation>motor iniciando</translation>
    </message>
    <message>
        <source>engine restarting</source>
        <translation>motor reiniciando</translation>
    </message>
    <message>
        <source>engine failed</source>
        <translation>motor falhou</translation>
    </message>
    <message>
        <source>no broker, demo crowd</source>
        <translation>sem broker, público demo</translation>
    </message>
    <message>
        <source>no broker needed</source>
        <translation>sem broker</translation>
    </message>
    <message>
        <source>broker lost since %1</source>
        <translation>broker perdido desde %1</translation>
    </message>
    <message>
        <source>broker ok</source>
        <translation>broker ok</translation>
    </message>
    <message>
        <source>%1 tweets, %2/s</source>
        <translation>%1 tweets, %2/s</translation>
    </message>
    <message>
        <source>not recording</source>
        <translation>sem gravar</translation>
    </message>
    <message>
        <source>show recorded</source>
        <translation>show gravado</translation>
    </message>
    <message>
        <source>recording %1</source>
        <translation>gravando %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 % late</source>
        <translation>%1 % atrasado</translation>
    </message>
    <message>
        <source>%1: is a sender&apos;s clock off?</source>
        <translation>%1: o relógio de um emissor está errado?</translation>
    </message>
    <message>
        <source>saves frames (%1)</source>
        <translation>poupa quadros (%1)</translation>
    </message>
    <message>
        <source>the screen may sleep</source>
        <translation>a tela pode dormir</translation>
    </message>
    <message>
        <source>stage on %1 %2×%3</source>
        <translation>palco em %1 %2×%3</translation>
    </message>
    <message>
        <source>stage in a window</source>
        <translation>palco em janela</translation>
    </message>
    <message>
        <source>main</source>
        <translation>principal</translation>
    </message>
    <message>
        <source>main, %1 follows</source>
        <translation>principal, %1 segue</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>segue %1</translation>
    </message>
    <message>
        <source>the main console is missing</source>
        <translation>falta o console principal</translation>
    </message>
    <message>
        <source>%1 last seen %2 ago</source>
        <translation>%1 visto há %2</translation>
    </message>
    <message>
        <source>%1 s · bars %2 ms · clocks %3 ms</source>
        <translation>%1 s · compassos %2 ms · relógios %3 ms</translation>
    </message>
    <message>
        <source>phone: %1</source>
        <translation>telefone: %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 perdido</translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation>%1 de volta</translation>
    </message>
    <message>
        <source>%1 in use elsewhere</source>
        <translation>%1 em uso noutro lado</translation>
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
        <translation>projetor perdido</translation>
    </message>
    <message>
        <source>stage closed</source>
        <translation>palco fechado</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Held for a moment</source>
        <translation>Segure um momento</translation>
    </message>
</context>
<context>
    <name>HowToVote</name>
    <message>
        <source>+ a word, or</source>
        <translation>+ uma palavra, ou</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ uma palavra</translation>
    </message>
</context>
<context>
    <name>JoinScene</name>
    <message>
        <source>Scan, or open</source>
        <translation>Escaneie ou abra</translation>
    </message>
    <message>
        <source>or post</source>
        <translation>ou poste</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ uma palavra</translation>
    </message>
    <message>
        <source>phones in the band</source>
        <translation>celulares na banda</translation>
    </message>
    <message>
        <source>phones</source>
        <translation>celulares</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>a votação fecha em</translation>
    </message>
    <message>
        <source>Post it with one of these words</source>
        <translation>Poste com uma destas palavras</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Press a key or a button of the clicker</source>
        <translation>Prima uma tecla ou um botão do comando</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>Escolher uma tecla</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Tecla: %1</translation>
    </message>
    <message>
        <source>Press it…</source>
        <translation>Prima-a…</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>Tecla…</translation>
    </message>
    <message>
        <source>What the key does</source>
        <translation>O que a tecla faz</translation>
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
        <translation>O que %1 faz</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>%1: voltar a %2</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Padrão</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>pt</translation>
    </message>
</context>
<context>
    <name>LastSeconds</name>
    <message>
        <source>votes lock in</source>
        <translation>a votação fecha em</translation>
    </message>
</context>
<context>
    <name>LeaderRows</name>
    <message>
        <source>nobody yet</source>
        <translation>ninguém ainda</translation>
    </message>
</context>
<context>
    <name>LeadersPanel</name>
    <message>
        <source>users</source>
        <translation>pessoas</translation>
    </message>
    <message>
        <source>Leaderboard</source>
        <translation>Classificação</translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>Learn: choose a control on the console.</source>
        <translation>Aprender: escolha um controle da mesa.</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>%1: agora mova um fader, um botão ou um knob.</translation>
    </message>
    <message>
        <source>until now: %1</source>
        <translation>até agora: %1</translation>
    </message>
</context>
<context>
    <name>LearnBar</name>
    <message>
        <source>Forget this one: no control does it any more</source>
        <translation>Esquecer este: nenhum controlo o faz mais</translation>
    </message>
    <message>
        <source>Forget this one</source>
        <translation>Esquecer este</translation>
    </message>
    <message>
        <source>Take back what was learnt last</source>
        <translation>Desfazer o último aprendizado</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>End learn mode; what was learnt stays</source>
        <translation>Sair do modo de aprendizado; o que foi aprendido fica</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
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
        <translation>Ensinar a um controlo: %1</translation>
    </message>
    <message>
        <source>Teach a control: %1, %2</source>
        <translation>Ensinar a um controlo: %1, %2</translation>
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
        <translation>Esquecer %1</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>The show is live: votes of %1 count.</source>
        <translation>O show está ao vivo: votos de %1 contam.</translation>
    </message>
    <message>
        <source>The master is recorded, so far %1. The file is completed.</source>
        <translation>O master está sendo gravado, até agora %1. O arquivo é concluído.</translation>
    </message>
    <message>
        <source>The report is not finished: it would stop.</source>
        <translation>O relatório não está pronto: iria parar.</translation>
    </message>
    <message>
        <source>The stage is open: the room sees it close.</source>
        <translation>O palco está aberto: a sala o vê fechar.</translation>
    </message>
    <message>
        <source>The console is locked.</source>
        <translation>O console está travado.</translation>
    </message>
    <message>
        <source>Fading out: the program ends in %1</source>
        <translation>Fade out: o programa termina em %1</translation>
    </message>
</context>
<context>
    <name>LeavingList</name>
    <message>
        <source>Off the stage</source>
        <translation>Saem do palco</translation>
    </message>
</context>
<context>
    <name>LockedMark</name>
    <message>
        <source>Locked</source>
        <translation>Encerrado</translation>
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
        <translation>Abrir uma gravação…</translation>
    </message>
    <message>
        <source>Recent recordings…</source>
        <translation>Gravações recentes…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>Conectar ao Kafka…</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>Voltar à demo</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>Conjunto de sons…</translation>
    </message>
    <message>
        <source>Crowd: limit, blocked users, page…</source>
        <translation>Público: limite, bloqueados, página…</translation>
    </message>
    <message>
        <source>SQL into the stream…</source>
        <translation>SQL no fluxo…</translation>
    </message>
    <message>
        <source>Talk clock…</source>
        <translation>Relógio da palestra…</translation>
    </message>
    <message>
        <source>Store a snapshot…</source>
        <translation>Guardar instantâneo…</translation>
    </message>
    <message>
        <source>Who did what…</source>
        <translation>Quem fez o quê…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>Escrever o relatório deste show</translation>
    </message>
    <message>
        <source>Pre-flight check…</source>
        <translation>Verificação prévia…</translation>
    </message>
    <message>
        <source>Controllers: MIDI, OSC, phones…</source>
        <translation>Controladores: MIDI, OSC, celulares…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Configurações…</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>Sair…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
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
        <translation>Cena %1</translation>
    </message>
    <message>
        <source>since bar %1</source>
        <translation>desde comp. %1</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retida</translation>
    </message>
    <message>
        <source>Space releases</source>
        <translation>Espaço solta</translation>
    </message>
    <message>
        <source>No more</source>
        <translation>Nada mais</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>o fim</translation>
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
        <translation>Abertura</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>fica</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>plays</source>
        <translation>toca</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>Sem disp.</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Sem som</translation>
    </message>
    <message>
        <source>Out 1–2</source>
        <translation>Saída 1–2</translation>
    </message>
    <message>
        <source>until scene 1</source>
        <translation>até a cena 1</translation>
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
        <translation>Nível do master</translation>
    </message>
    <message>
        <source>Gain of the master</source>
        <translation>Ganho do master</translation>
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
        <translation>Teto do limitador: %1 dB</translation>
    </message>
    <message>
        <source>no output</source>
        <translation>sem saída</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>silêncio</translation>
    </message>
    <message>
        <source>Gain of the master in decibels</source>
        <translation>Ganho do master em decibéis</translation>
    </message>
    <message>
        <source>Pre-listening: %1</source>
        <translation>Pré-escuta: %1</translation>
    </message>
</context>
<context>
    <name>MessageWall</name>
    <message>
        <source>Post it with one of these words</source>
        <translation>Poste com uma destas palavras</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>%1 clipped: put the mark out</source>
        <translation>%1 saturou: apagar a marca</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>clipe</translation>
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
        <translation>procurados sempre</translation>
    </message>
    <message>
        <source>looked for all the time: plug in, no restart</source>
        <translation>procurados sempre: basta conectar</translation>
    </message>
    <message>
        <source>Ctrl L</source>
        <translation>Ctrl L</translation>
    </message>
    <message>
        <source>Learn on the console: point at a control, move a knob</source>
        <translation>Aprender na mesa: aponte um controle, mova um botão</translation>
    </message>
    <message>
        <source>Learn on the console</source>
        <translation>Aprender na mesa</translation>
    </message>
    <message>
        <source>Learn: point at a control, move a knob</source>
        <translation>Aprender: aponte e mova</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Learn from a list</source>
        <translation>Aprender por lista</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>Ouvido por último</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada ainda</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Faders take over</source>
        <translation>Tomada dos faders</translation>
    </message>
    <message>
        <source>Its lights</source>
        <translation>Suas luzes</translation>
    </message>
    <message>
        <source>Softly</source>
        <translation>Suave</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Na hora</translation>
    </message>
    <message>
        <source>softly: a dashed ghost shows the hardware until it meets</source>
        <translation>suave: um fantasma tracejado mostra o hardware</translation>
    </message>
    <message>
        <source>show mode, mute, solo and what else the map lights</source>
        <translation>mostram modo, mudo, solo e o resto</translation>
    </message>
    <message>
        <source>What a control can do</source>
        <translation>O que um controle pode fazer</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
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
        <translation>Token de acesso</translation>
    </message>
    <message>
        <source>some servers need none</source>
        <translation>alguns servidores não pedem</translation>
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
        <translation>Desligado</translation>
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
        <translation>Depois: %1</translation>
    </message>
    <message>
        <source>C on the strip</source>
        <translation>C no canal</translation>
    </message>
    <message>
        <source>Cancel the change of %1</source>
        <translation>Cancelar a mudança de %1</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The stage is closed: S opens it.</source>
        <translation>O palco está fechado: S o abre.</translation>
    </message>
    <message>
        <source>The winner is on the stage, whose screen is gone.</source>
        <translation>O vencedor está no palco, cuja tela sumiu.</translation>
    </message>
    <message>
        <source>The winner is on the stage, which is closed.</source>
        <translation>O vencedor está no palco, que está fechado.</translation>
    </message>
    <message>
        <source>S opens it, W ends the moment.</source>
        <translation>S o abre, W encerra o momento.</translation>
    </message>
</context>
<context>
    <name>NowSlot</name>
    <message>
        <source>Now: %1</source>
        <translation>Agora: %1</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>Sound set</source>
        <translation>Conjunto de sons</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Abrir uma gravação</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Locais</translation>
    </message>
    <message>
        <source>Folder above</source>
        <translation>Pasta acima</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>Pasta ou arquivo</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>gravada</translation>
    </message>
    <message>
        <source>length</source>
        <translation>duração</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>tweets</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nome</translation>
    </message>
    <message>
        <source>size</source>
        <translation>tamanho</translation>
    </message>
    <message>
        <source>The show ends when a recording opens: it asks first.</source>
        <translation>Abrir uma gravação termina o espetáculo: pergunta antes.</translation>
    </message>
    <message>
        <source>Write the report of the chosen recording</source>
        <translation>Escrever o relatório da gravação escolhida</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <source>Play with this folder</source>
        <translation>Tocar com esta pasta</translation>
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
        <translation>Porta, quem pode enviar e quem recebe o estado: nos ajustes, em Controladores. Valem a partir do próximo início.</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>Ouvido por último</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada ainda</translation>
    </message>
    <message>
        <source>Port and addresses…</source>
        <translation>Porta e endereços…</translation>
    </message>
</context>
<context>
    <name>OutputButton</name>
    <message>
        <source>Output: %1. Choose another</source>
        <translation>Saída: %1. Escolher outra</translation>
    </message>
</context>
<context>
    <name>OutputMenu</name>
    <message>
        <source>Sound outputs</source>
        <translation>Saídas de som</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>Silence</source>
        <translation>Silêncio</translation>
    </message>
    <message>
        <source>null: the clock goes on</source>
        <translation>null: o relógio continua</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Procurar de novo</translation>
    </message>
    <message>
        <source>Looking for outputs…</source>
        <translation>Procurando saídas…</translation>
    </message>
    <message>
        <source>Pre-listening</source>
        <translation>Pré-escuta</translation>
    </message>
    <message>
        <source>default</source>
        <translation>padrão</translation>
    </message>
    <message>
        <source>the sounds are converted to it</source>
        <translation>os sons são convertidos para ela</translation>
    </message>
</context>
<context>
    <name>OverrideLine</name>
    <message>
        <source>amber: overwritten</source>
        <translation>âmbar: sobrescrito</translation>
    </message>
    <message>
        <source>armed: %1</source>
        <translation>armados: %1</translation>
    </message>
    <message>
        <source>The room is dimmed, %1; D ends it</source>
        <translation>A sala está baixa, %1; D termina</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Shh.</source>
        <translation>Psiu.</translation>
    </message>
    <message>
        <source>Back in a moment.</source>
        <translation>Já voltamos.</translation>
    </message>
    <message>
        <source>Your votes count.</source>
        <translation>Seus votos contam.</translation>
    </message>
    <message>
        <source>No vote yet:</source>
        <translation>Nenhum voto ainda:</translation>
    </message>
    <message>
        <source>this scene stays.</source>
        <translation>esta cena fica.</translation>
    </message>
</context>
<context>
    <name>PhonesPart</name>
    <message>
        <source>Presenter&apos;s phones</source>
        <translation>Celulares do apresentador</translation>
    </message>
    <message>
        <source>Send %1 away</source>
        <translation>Dispensar %1</translation>
    </message>
    <message>
        <source>Send away</source>
        <translation>Dispensar</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Mixar</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Moderar</translation>
    </message>
    <message>
        <source>Withdraw the code</source>
        <translation>Retirar o código</translation>
    </message>
    <message>
        <source>Pair a phone</source>
        <translation>Parear um celular</translation>
    </message>
    <message>
        <source>Code that pairs a phone</source>
        <translation>Código que pareia um celular</translation>
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
        <translation>Código QR do endereço da página</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>sem endereço</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>Running…</source>
        <translation>Executando…</translation>
    </message>
    <message>
        <source>the first %1 shown</source>
        <translation>as primeiras %1 mostradas</translation>
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
        <translation>e mais %1</translation>
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
        <translation>Prontas</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Nothing was run yet.</source>
        <translation>Nada foi executado ainda.</translation>
    </message>
    <message>
        <source>No ready queries here.</source>
        <translation>Nenhuma consulta pronta aqui.</translation>
    </message>
</context>
<context>
    <name>QueryPage</name>
    <message>
        <source>SQL on the stream</source>
        <translation>SQL no fluxo</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Run (Ctrl Enter)</source>
        <translation>Executar (Ctrl Enter)</translation>
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
        <translation>Tabela</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Barras</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>On the stage</source>
        <translation>No palco</translation>
    </message>
    <message>
        <source>Show on the stage</source>
        <translation>Mostrar no palco</translation>
    </message>
    <message>
        <source>goes on with the stream</source>
        <translation>segue o fluxo</translation>
    </message>
    <message>
        <source>Views: tweets, votes, charts (one row a window and instrument), users.
Ctrl Enter runs; the answer follows the stream until Stop.
The music is never touched: a query has its own time and memory.</source>
        <translation>Visões: tweets, votes, charts (uma linha por janela e instrumento), users.
Ctrl Enter executa; a resposta segue o fluxo até Parar.
A música nunca é tocada: uma consulta tem tempo e memória próprios.</translation>
    </message>
</context>
<context>
    <name>QueryPlot</name>
    <message>
        <source>Lines over time: %1</source>
        <translation>Linhas no tempo: %1</translation>
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
        <translation>uma linha por</translation>
    </message>
</context>
<context>
    <name>QueryRows</name>
    <message>
        <source>and %1 more</source>
        <translation>e mais %1</translation>
    </message>
</context>
<context>
    <name>QueryScene</name>
    <message>
        <source>live, after %1 tweets</source>
        <translation>ao vivo, após %1 tweets</translation>
    </message>
    <message>
        <source>after %1 tweets</source>
        <translation>após %1 tweets</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>a votação fecha em</translation>
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
        <translation>Resposta</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Messages to approve, %1 wait: arrows up and down choose, right approves, left refuses</source>
        <translation>Mensagens a aprovar, %1 esperam: setas acima e abaixo escolhem, direita aprova, esquerda recusa</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nada espera</translation>
    </message>
    <message>
        <source>Approve all of this page without a listed word</source>
        <translation>Aprovar todas desta página sem palavra da lista</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>Aprovar %1</translation>
    </message>
    <message>
        <source>Approve %1 clean</source>
        <translation>Aprovar %1 sem marca</translation>
    </message>
    <message>
        <source>Refuse all of this page with a listed word</source>
        <translation>Recusar todas desta página com palavra da lista</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <translation>Recusar %1</translation>
    </message>
    <message>
        <source>Refuse %1 marked</source>
        <translation>Recusar %1 marcadas</translation>
    </message>
    <message>
        <source>Next page of waiting messages</source>
        <translation>Próxima página de mensagens em espera</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próxima</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página seguinte</translation>
    </message>
    <message>
        <source>the page holds still</source>
        <translation>a página fica parada</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>word list: %1</source>
        <translation>lista de palavras: %1</translation>
    </message>
    <message>
        <source>word list</source>
        <translation>lista de palavras</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>aprovada</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusada</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>decidida</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Bloquear %1</translation>
    </message>
    <message>
        <source>Refuse the message of %1</source>
        <translation>Recusar a mensagem de %1</translation>
    </message>
    <message>
        <source>Approve the message of %1</source>
        <translation>Aprovar a mensagem de %1</translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>Top %1 play next</source>
        <translation>O top %1 toca a seguir</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>GO, snapshots and changes by hand</source>
        <translation>GO, instantâneos e alterações à mão</translation>
    </message>
</context>
<context>
    <name>RailRest</name>
    <message>
        <source>Arm: what you press waits for GO</source>
        <translation>Armar: o que você apertar espera o GO</translation>
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
        <translation>Guardar a mesa: escolha um lugar, 1 a 8; Esc: não</translation>
    </message>
    <message>
        <source>Store as</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>All to AUTO: modes, clips and filters back to the crowd</source>
        <translation>Tudo em AUTO: modos, clipes e filtros de volta ao público</translation>
    </message>
    <message>
        <source>All AUTO</source>
        <translation>Tudo AUTO</translation>
    </message>
    <message>
        <source>⇧ A</source>
        <comment>Shift and A</comment>
        <translation>⇧ A</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>Esquecer o que está armado</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Do not store</source>
        <translation>Não guardar</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
</context>
<context>
    <name>RecordingPreview</name>
    <message>
        <source>No recording is chosen.</source>
        <translation>Nenhuma gravação escolhida.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>A ler…</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>going there: %1 %</source>
        <translation>indo para lá: %1 %</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>janela %1</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>mão do apresentador</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>Back to the start</source>
        <translation>Voltar ao início</translation>
    </message>
    <message>
        <source>The recording has ended</source>
        <translation>A gravação terminou</translation>
    </message>
    <message>
        <source>Go on reading the recording</source>
        <translation>Continuar a ler a gravação</translation>
    </message>
    <message>
        <source>Pause the recording; the music goes on</source>
        <translation>Pausar a gravação; a música continua</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>em pausa</translation>
    </message>
    <message>
        <source>Play the recording from the start</source>
        <translation>Tocar a gravação do início</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>De novo</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Do início</translation>
    </message>
    <message>
        <source>Open another recording</source>
        <translation>Abrir outra gravação</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Abrir outra…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>Escrever o relatório deste show</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>Voltar à demo com seu público simulado</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>The recording begins again at its end; press: it ends</source>
        <translation>A gravação recomeça no fim; pressione: ela termina</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>Recomeçar no fim</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
</context>
<context>
    <name>RevealBoard</name>
    <message>
        <source>Next race</source>
        <translation>Próxima corrida</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ novo</translation>
    </message>
    <message>
        <source>= stays</source>
        <translation>= fica</translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message>
        <source>The room at its level again</source>
        <translation>A sala de novo no seu nível</translation>
    </message>
    <message>
        <source>Dim the room by 20 dB (never in a recording)</source>
        <translation>Baixar a sala em 20 dB (nunca numa gravação)</translation>
    </message>
    <message>
        <source>Dim</source>
        <translation>Dim</translation>
    </message>
    <message>
        <source>The room in stereo again</source>
        <translation>A sala de novo em estéreo</translation>
    </message>
    <message>
        <source>Mono in the room (never in a recording)</source>
        <translation>Mono na sala (nunca numa gravação)</translation>
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
        <translation>não definido</translation>
    </message>
    <message>
        <source>set; type to replace it</source>
        <translation>definido; digite para trocar</translation>
    </message>
    <message>
        <source>Name of the property</source>
        <translation>Nome da propriedade</translation>
    </message>
    <message>
        <source>its value</source>
        <translation>seu valor</translation>
    </message>
    <message>
        <source>Value of the property</source>
        <translation>Valor da propriedade</translation>
    </message>
    <message>
        <source>Test tone on outputs 1 and 2</source>
        <translation>Tom de teste nas saídas 1 e 2</translation>
    </message>
    <message>
        <source>Test tone on outputs 3 and 4</source>
        <translation>Tom de teste nas saídas 3 e 4</translation>
    </message>
    <message>
        <source>Test tone</source>
        <translation>Tom de teste</translation>
    </message>
    <message>
        <source>Tap to set…</source>
        <translation>Bater o tempo…</translation>
    </message>
    <message>
        <source>%1: choose</source>
        <translation>%1: escolher</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Escolher…</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>%1: voltar a %2</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Padrão</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>padrão: %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Sounds and music</source>
        <translation>Sons e música</translation>
    </message>
    <message>
        <source>Kafka and topics</source>
        <translation>Kafka e tópicos</translation>
    </message>
    <message>
        <source>Windows and language</source>
        <translation>Janelas e idioma</translation>
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
        <translation>Show</translation>
    </message>
    <message>
        <source>Sound card</source>
        <translation>Placa de som</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>Conjunto de sons</translation>
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
        <translation>Janelas</translation>
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
        <translation>Chat do Twitch</translation>
    </message>
    <message>
        <source>Voting page</source>
        <translation>Página de votação</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Saída de clock</translation>
    </message>
    <message>
        <source>OSC</source>
        <translation>OSC</translation>
    </message>
    <message>
        <source>Presenter&apos;s phone</source>
        <translation>Celular do apresentador</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>Relógio da palestra</translation>
    </message>
    <message>
        <source>Second laptop</source>
        <translation>Segundo laptop</translation>
    </message>
    <message>
        <source>Keys and clicker</source>
        <translation>Teclas e comando</translation>
    </message>
    <message>
        <source>set by the option %1, which wins over the file</source>
        <translation>definido pela opção %1, que vence o arquivo</translation>
    </message>
    <message>
        <source>set by the variable %1, which wins over the file</source>
        <translation>definido pela variável %1, que vence o arquivo</translation>
    </message>
    <message>
        <source>kept; from the next start on</source>
        <translation>guardado; a partir do próximo início</translation>
    </message>
    <message>
        <source>from mwk.toml</source>
        <translation>do mwk.toml</translation>
    </message>
    <message>
        <source>default</source>
        <translation>padrão</translation>
    </message>
    <message>
        <source>a change waits for the next start</source>
        <translation>uma mudança espera a próxima partida</translation>
    </message>
    <message>
        <source>acts at once</source>
        <translation>age na hora</translation>
    </message>
    <message>
        <source>%1 outputs</source>
        <translation>%1 saídas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>System&apos;s default</source>
        <translation>Padrão do sistema</translation>
    </message>
    <message>
        <source>%1 ms at %2 kHz</source>
        <translation>%1 ms a %2 kHz</translation>
    </message>
    <message>
        <source>wait for it</source>
        <translation>esperar por ela</translation>
    </message>
    <message>
        <source>go to the next one</source>
        <translation>ir para a próxima</translation>
    </message>
    <message>
        <source>black</source>
        <translation>preto</translation>
    </message>
    <message>
        <source>the hashtag</source>
        <translation>a hashtag</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>uma imagem</translation>
    </message>
    <message>
        <source>The second screen</source>
        <translation>A segunda tela</translation>
    </message>
    <message>
        <source>whichever is there</source>
        <translation>o que houver</translation>
    </message>
    <message>
        <source>the console is here</source>
        <translation>a consola está aqui</translation>
    </message>
    <message>
        <source>the stage</source>
        <translation>o palco</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>ausente agora</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>off</source>
        <translation>não</translation>
    </message>
    <message>
        <source>system</source>
        <translation>sistema</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>batida</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>compasso</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>loop</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>approved only</source>
        <translation>só aprovadas</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>%1 does that already.</source>
        <translation>%1 já o faz.</translation>
    </message>
    <message>
        <source>%1 does nothing already.</source>
        <translation>%1 já não faz nada.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 está livre.</translation>
    </message>
    <message>
        <source>%1 is taken: %2. That will be replaced.</source>
        <translation>%1 está ocupada: %2. Será substituído.</translation>
    </message>
    <message>
        <source>No other key does that.</source>
        <translation>Nenhuma outra tecla o faz.</translation>
    </message>
    <message>
        <source>On a strip with the focus it stays what it is there.</source>
        <translation>Num canal com o foco continua a ser o que lá é.</translation>
    </message>
    <message>
        <source>fade out</source>
        <translation>fade out</translation>
    </message>
    <message>
        <source>the winner</source>
        <translation>o vencedor</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>obrigado</translation>
    </message>
    <message>
        <source>by a press</source>
        <translation>com uma tecla</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>sozinho</translation>
    </message>
    <message>
        <source>This key cannot be given an action.</source>
        <translation>A esta tecla não se pode dar uma ação.</translation>
    </message>
    <message>
        <source>The tone sounds…</source>
        <translation>O tom toca…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Buscar…</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Buscar nas configurações</translation>
    </message>
    <message>
        <source>something is wrong here</source>
        <translation>há algo errado aqui</translation>
    </message>
    <message>
        <source>Checking Kafka with these settings…</source>
        <translation>Verificando o Kafka com estas configurações…</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Nenhuma configuração tem estas palavras.</translation>
    </message>
    <message>
        <source>Kept in %1; comments stay. Enter keeps what was typed.</source>
        <translation>Guardado em %1; os comentários ficam. Enter guarda o que foi digitado.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Desfazer: %1</translation>
    </message>
    <message>
        <source>This page back to default</source>
        <translation>Esta página ao padrão</translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message>
        <source>SILENT</source>
        <translation>SILÊNCIO</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>há %1</translation>
    </message>
    <message>
        <source>Nothing is heard. Bars, votes and scenes go on.</source>
        <translation>Nada se ouve. Compassos, votos e cenas continuam.</translation>
    </message>
    <message>
        <source>FADED OUT</source>
        <translation>FADE OUT FEITO</translation>
    </message>
    <message>
        <source>FADING OUT</source>
        <translation>FADE OUT</translation>
    </message>
    <message>
        <source>silent in %1</source>
        <translation>silêncio em %1</translation>
    </message>
    <message>
        <source>RETURNS AT BAR %1</source>
        <translation>VOLTA NO COMPASSO %1</translation>
    </message>
    <message>
        <source>in 1 beat</source>
        <translation>em 1 tempo</translation>
    </message>
    <message>
        <source>in %1 beats</source>
        <translation>em %1 tempos</translation>
    </message>
    <message>
        <source>The scene that plays then is heard from its first beat on.</source>
        <translation>A cena que tocar então é ouvida desde seu primeiro tempo.</translation>
    </message>
    <message>
        <source>Silent for %1 seconds. Resume: hold R.</source>
        <translation>Em silêncio há %1 segundos. Retomar: segurar R.</translation>
    </message>
</context>
<context>
    <name>SilenceBar</name>
    <message>
        <source>Write the report of this show</source>
        <translation>Escrever o relatório deste show</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <source>Resume the music: hold</source>
        <translation>Retomar a música: segurar</translation>
    </message>
    <message>
        <source>Hold longer</source>
        <translation>Segure mais</translation>
    </message>
    <message>
        <source>Resume: Esc, then hold R</source>
        <translation>Retomar: Esc, depois segurar R</translation>
    </message>
    <message>
        <source>Resume: F or hold</source>
        <translation>Retomar: F ou manter</translation>
    </message>
    <message>
        <source>Resume: hold</source>
        <translation>Retomar: manter</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>Deixar a música voltar</translation>
    </message>
    <message>
        <source>Keep the music: %1</source>
        <translation>Manter a música: %1</translation>
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
        <translation>aqui</translation>
    </message>
    <message>
        <source>store here</source>
        <translation>guardar aqui</translation>
    </message>
</context>
<context>
    <name>SnapMenu</name>
    <message>
        <source>a name</source>
        <translation>um nome</translation>
    </message>
    <message>
        <source>Name of snapshot %1</source>
        <translation>Nome do instantâneo %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vazio</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Chamar</translation>
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
        <translation>Guardar a mesa aqui</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
</context>
<context>
    <name>SpeedChoice</name>
    <message>
        <source>Speed %1</source>
        <translation>Velocidade %1</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>BLACK for %1: B goes on</source>
        <translation>PRETO há %1: B continua</translation>
    </message>
    <message>
        <source>page votes are closed</source>
        <translation>votos pela página: encerrados</translation>
    </message>
    <message>
        <source>level</source>
        <translation>empate</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>fica</translation>
    </message>
    <message>
        <source>held: this scene stays</source>
        <translation>retida: esta cena fica</translation>
    </message>
    <message>
        <source>this scene stays</source>
        <translation>esta cena fica</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Encerrado</translation>
    </message>
    <message>
        <source>And the winner is</source>
        <translation>E quem vence é</translation>
    </message>
    <message>
        <source>A tie: the winners are</source>
        <translation>Empate: os vencedores são</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>ninguém ainda</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>e mais %1</translation>
    </message>
</context>
<context>
    <name>StageClock</name>
    <message>
        <source>this scene</source>
        <translation>esta cena</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>a votação</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>fica</translation>
    </message>
    <message>
        <source>lock in</source>
        <translation>fecha em</translation>
    </message>
    <message>
        <source>held</source>
        <translation>retida</translation>
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
        <translation>No palco: os votos</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>On the stage: how to join</source>
        <translation>No palco: como participar</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>On the stage: the query of the SQL page</source>
        <translation>No palco: a consulta da página SQL</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Vencedor</translation>
    </message>
    <message>
        <source>On the stage: the winner</source>
        <translation>No palco: o vencedor</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>De novo</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fim</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>O fim</translation>
    </message>
    <message>
        <source>Again: the end, on the stage</source>
        <translation>De novo: o fim, no palco</translation>
    </message>
    <message>
        <source>On the stage: the end, pressed twice</source>
        <translation>No palco: o fim, apertado duas vezes</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Preto</translation>
    </message>
    <message>
        <source>On the stage: black, again: the logo, again: the votes</source>
        <translation>No palco: preto, de novo: o logo, de novo: os votos</translation>
    </message>
    <message>
        <source>On the stage: what is set instead of black, again: the votes</source>
        <translation>No palco: o que substitui o preto, de novo: os votos</translation>
    </message>
</context>
<context>
    <name>StageLeaders</name>
    <message>
        <source>Leaderboard</source>
        <translation>Classificação</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>tweets</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>ninguém ainda</translation>
    </message>
</context>
<context>
    <name>StageMessageRow</name>
    <message>
        <source>off the stage</source>
        <translation>já saiu</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>Ocultar esta mensagem de %1</translation>
    </message>
</context>
<context>
    <name>StageMessages</name>
    <message>
        <source>On the stage now</source>
        <translation>Agora no palco</translation>
    </message>
    <message>
        <source>no message</source>
        <translation>nenhuma mensagem</translation>
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
        <translation>Tabela</translation>
    </message>
    <message>
        <source>Open the stage: its screen is gone</source>
        <translation>Abrir o palco: sua tela sumiu</translation>
    </message>
    <message>
        <source>Close the stage</source>
        <translation>Fechar o palco</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>Abrir o palco</translation>
    </message>
    <message>
        <source>No screen</source>
        <translation>Sem tela</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aberto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fechado</translation>
    </message>
</context>
<context>
    <name>StageThumb</name>
    <message>
        <source>No screen</source>
        <translation>Sem tela</translation>
    </message>
    <message>
        <source>closed: S opens</source>
        <translation>fechado: S abre</translation>
    </message>
    <message>
        <source>The stage shows: %1</source>
        <translation>O palco mostra: %1</translation>
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
        <translation>Já voltamos</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>%1, waits for GO</source>
        <translation>%1, espera o GO</translation>
    </message>
    <message>
        <source>now: %1; next: %2</source>
        <translation>agora: %1; depois: %2</translation>
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
        <translation>Filtro de %1: passa-baixa %2 hertz</translation>
    </message>
    <message>
        <source>Filter of %1: high-pass %2 hertz</source>
        <translation>Filtro de %1: passa-alta %2 hertz</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à mão</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Silêncio</translation>
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
        <translation>no GO</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Stays off</source>
        <translation>Fica off</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retido</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>danificado</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>sem arquivo</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>fica</translation>
    </message>
    <message>
        <source>To AUTO</source>
        <translation>Em AUTO</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>ilegível</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>arquivo não encontrado</translation>
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
        <translation>Ganho de %1 em decibéis</translation>
    </message>
    <message>
        <source>M on the strip</source>
        <translation>M no canal</translation>
    </message>
    <message>
        <source>Let %1 be heard again</source>
        <translation>Deixar %1 soar de novo</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>Silenciar %1</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>Shift %1</translation>
    </message>
    <message>
        <source>End the solo of %1</source>
        <translation>Encerrar o solo de %1</translation>
    </message>
    <message>
        <source>Solo %1</source>
        <translation>Solo de %1</translation>
    </message>
    <message>
        <source>H on the strip</source>
        <translation>H no canal</translation>
    </message>
    <message>
        <source>Pre-listen to %1 no longer</source>
        <translation>Não pré-escutar mais %1</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>Pré-escutar %1</translation>
    </message>
</context>
<context>
    <name>StripLevel</name>
    <message>
        <source>Level of %1</source>
        <translation>Nível de %1</translation>
    </message>
    <message>
        <source>Gain of %1</source>
        <translation>Ganho de %1</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>over</source>
        <translation>a mais</translation>
    </message>
    <message>
        <source>left</source>
        <translation>restam</translation>
    </message>
    <message>
        <source>Talk: %1 %2</source>
        <translation>Palestra: %1 %2</translation>
    </message>
    <message>
        <source>The talk has not begun</source>
        <translation>A palestra não começou</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>termina às %1</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>começa às %1</translation>
    </message>
    <message>
        <source>the music fades out</source>
        <translation>a música some aos poucos</translation>
    </message>
    <message>
        <source>the winner comes onto the stage</source>
        <translation>o vencedor vai ao palco</translation>
    </message>
    <message>
        <source>fade out, then the end on the stage</source>
        <translation>fade out e depois o fim no palco</translation>
    </message>
    <message>
        <source>Ends by itself in %1</source>
        <translation>Termina sozinho em %1</translation>
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
        <translation>Relógio da palestra</translation>
    </message>
</context>
<context>
    <name>TalkPanel</name>
    <message>
        <source>Talk clock</source>
        <translation>Relógio da palestra</translation>
    </message>
    <message>
        <source>One minute less</source>
        <translation>Um minuto a menos</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Um minuto a mais</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Stop: back to the whole length</source>
        <translation>Parar: volta à duração inteira</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à mão</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Começa às</translation>
    </message>
    <message>
        <source>such as 20:04</source>
        <translation>como 20:04</translation>
    </message>
    <message>
        <source>Amber, red</source>
        <translation>Âmbar, vermelho</translation>
    </message>
    <message>
        <source>Red from this much left on</source>
        <translation>Vermelho quando restar isto</translation>
    </message>
    <message>
        <source>left</source>
        <translation>restam</translation>
    </message>
    <message>
        <source>End by itself at 0:00</source>
        <translation>Terminar sozinho em 0:00</translation>
    </message>
    <message>
        <source>What happens at 0:00</source>
        <translation>O que acontece em 0:00</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Fade</translation>
    </message>
    <message>
        <source>Fade, the end</source>
        <translation>Fade, fim</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Vencedor</translation>
    </message>
    <message>
        <source>the rail says so 60 s before; one key postpones it</source>
        <translation>a barra avisa 60 s antes; uma tecla adia</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Place in the recording: %1</source>
        <translation>Lugar na gravação: %1</translation>
    </message>
    <message>
        <source>Votes over time</source>
        <translation>Votos ao longo do tempo</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>mão do apresentador</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The crowd votes</source>
        <translation>O público vota</translation>
    </message>
    <message>
        <source>Each message that names an instrument is a vote. The five instruments with the most votes are the next scene.</source>
        <translation>Cada mensagem que cita um instrumento é um voto. Os cinco instrumentos mais votados são a próxima cena.</translation>
    </message>
    <message>
        <source>The votes lock</source>
        <translation>Os votos se fecham</translation>
    </message>
    <message>
        <source>Every window of votes runs along this line. At the yellow mark it is decided, and the next one begins.</source>
        <translation>Cada janela de votos percorre esta linha. Na marca amarela ela se decide, e começa a próxima.</translation>
    </message>
    <message>
        <source>The scene lands</source>
        <translation>A cena entra</translation>
    </message>
    <message>
        <source>What has won waits here, dashed, and lands on a bar, all loops together and in time.</source>
        <translation>O que venceu espera aqui, tracejado, e entra em um compasso, todos os loops juntos e no tempo.</translation>
    </message>
    <message>
        <source>Your hand</source>
        <translation>Sua mão</translation>
    </message>
    <message>
        <source>AUTO is the crowd’s. ON and OFF are yours, whatever the votes say: white is what you hold, and the key 0 gives it all back.</source>
        <translation>AUTO é do público. ON e OFF são seus, digam o que disserem os votos: em branco, o que você segura; a tecla 0 devolve tudo.</translation>
    </message>
    <message>
        <source>The room joins by phone</source>
        <translation>A sala participa pelo celular</translation>
    </message>
    <message>
        <source>J shows the room how to vote: a code for their phones, or a message on their network. S opens the stage.</source>
        <translation>J mostra à sala como votar: um código para os celulares ou uma mensagem na rede deles. S abre o palco.</translation>
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
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próxima</translation>
    </message>
    <message>
        <source>Close: it does not come again</source>
        <translation>Fechar: não aparece de novo</translation>
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
        <translation>%1 BPM · %2/4 · grade %3</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>tempo</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>compasso</translation>
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
        <translation>agora</translation>
    </message>
    <message>
        <source>scene %1 stays until you release hold</source>
        <translation>a cena %1 fica até você soltar</translation>
    </message>
    <message>
        <source>SCENE HELD FOR</source>
        <translation>CENA RETIDA HÁ</translation>
    </message>
    <message>
        <source>NEXT SCENE</source>
        <translation>PRÓXIMA CENA</translation>
    </message>
    <message>
        <source>held</source>
        <translation>retida</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>a gravação terminou</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>then bar %1, as planned</source>
        <translation>depois compasso %1, como previsto</translation>
    </message>
    <message>
        <source>VOTES LOCKED</source>
        <translation>VOTOS FECHADOS</translation>
    </message>
    <message>
        <source>NEXT SCENE IN</source>
        <translation>PRÓXIMA CENA EM</translation>
    </message>
    <message>
        <source>VOTES LOCK IN</source>
        <translation>VOTAÇÃO FECHA EM</translation>
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
        <translation>Espaço</translation>
    </message>
    <message>
        <source>Release the scene</source>
        <translation>Soltar a cena</translation>
    </message>
    <message>
        <source>Hold the scene</source>
        <translation>Reter a cena</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>RETIDA</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Reter</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>segurar R</translation>
    </message>
    <message>
        <source>Esc again</source>
        <translation>Esc de novo</translation>
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
        <translation>segurar Esc</translation>
    </message>
    <message>
        <source>Cut the sound now</source>
        <translation>Cortar o som já</translation>
    </message>
    <message>
        <source>Silent. Hold R to resume</source>
        <translation>Silêncio. Segure R para retomar</translation>
    </message>
    <message>
        <source>Panic: fade everything out</source>
        <translation>Pânico: fade out de tudo</translation>
    </message>
    <message>
        <source>Cut now</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Silêncio</translation>
    </message>
    <message>
        <source>Panic</source>
        <translation>Pânico</translation>
    </message>
    <message>
        <source>F returns</source>
        <translation>F: volta</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>Deixar a música voltar</translation>
    </message>
    <message>
        <source>Fade out over two loops</source>
        <translation>Fade out em dois loops</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>Sumiu</translation>
    </message>
    <message>
        <source>Fading</source>
        <translation>Sumindo</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>Fade out</translation>
    </message>
    <message>
        <source>Stop recording the master</source>
        <translation>Parar de gravar o master</translation>
    </message>
    <message>
        <source>Record the master</source>
        <translation>Gravar o master</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Gravar</translation>
    </message>
</context>
<context>
    <name>TransportPosition</name>
    <message>
        <source>BAR</source>
        <translation>COMPASSO</translation>
    </message>
</context>
<context>
    <name>TwitterPart</name>
    <message>
        <source>Twitter stream</source>
        <translation>Fluxo do Twitter</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Não</translation>
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
        <translation>às %1, nada novo desde então</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>às %1</translation>
    </message>
</context>
<context>
    <name>VotesPanel</name>
    <message>
        <source>in this window</source>
        <translation>nesta janela</translation>
    </message>
    <message>
        <source>in this window · %1</source>
        <translation>nesta janela · %1</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>a gravação terminou</translation>
    </message>
    <message>
        <source>locked at %1</source>
        <translation>fechados às %1</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Votos</translation>
    </message>
    <message>
        <source>no vote yet: the scene stays</source>
        <translation>nenhum voto ainda: a cena fica</translation>
    </message>
    <message>
        <source>below the line</source>
        <translation>abaixo da linha</translation>
    </message>
</context>
<context>
    <name>VotingPagePart</name>
    <message>
        <source>Audience&apos;s page</source>
        <translation>Página do público</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servida</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>Votação</translation>
    </message>
    <message>
        <source>Voting on the page</source>
        <translation>Votação na página</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fechada</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aberta</translation>
    </message>
</context>
<context>
    <name>WordListPart</name>
    <message>
        <source>Word list</source>
        <translation>Lista de palavras</translation>
    </message>
    <message>
        <source>%1, in texts and names</source>
        <translation>%1, em textos e nomes</translation>
    </message>
    <message>
        <source>A word; one with * at its end has any ending</source>
        <translation>Uma palavra; com * no fim, qualquer final</translation>
    </message>
    <message>
        <source>A word to find or to add</source>
        <translation>Uma palavra para procurar ou acrescentar</translation>
    </message>
    <message>
        <source>Add this word to the list</source>
        <translation>Acrescentar esta palavra à lista</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Acrescentar</translation>
    </message>
    <message>
        <source>Take %1 from the list</source>
        <translation>Tirar %1 da lista</translation>
    </message>
</context>
</TS>
