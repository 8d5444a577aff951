<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Audience</name>
    <message>
        <source>not served</source>
        <translation>non servie</translation>
    </message>
    <message>
        <source>%1 phones · %2 votes · %3 refused</source>
        <translation>%1 téléphones · %2 votes · %3 refusés</translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>non suivi</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>en échec</translation>
    </message>
    <message>
        <source>%1 posts</source>
        <translation>%1 messages</translation>
    </message>
    <message>
        <source>%1 without the code</source>
        <translation>%1 sans le code</translation>
    </message>
    <message>
        <source>%1 posts · $%2 spent</source>
        <translation>%1 posts · %2&#xa0;$ dépensés</translation>
    </message>
    <message>
        <source>%1 of $%2</source>
        <translation>%1 sur %2&#xa0;$</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Choose output…</source>
        <translation>Choisir une sortie…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Take the show over: this console is heard, the other one follows</source>
        <translation>Prendre la relève&#xa0;: on entend cette console, l’autre suit</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendre la relève</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>Retour à la démo et à son public simulé</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>Retour à la démo</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show the report in its folder</source>
        <translation>Montrer le rapport dans son dossier</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Écrire le rapport</translation>
    </message>
    <message>
        <source>Stop writing the report</source>
        <translation>Arrêter d’écrire le rapport</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Fermer cet avis</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>Ouvrir le grand écran</translation>
    </message>
    <message>
        <source>Go on from the oldest message that is left</source>
        <translation>Reprendre au plus ancien message qui reste</translation>
    </message>
    <message>
        <source>From the oldest</source>
        <translation>Au plus ancien</translation>
    </message>
    <message>
        <source>Go on from now, without what was missed</source>
        <translation>Reprendre maintenant, sans ce qui a été manqué</translation>
    </message>
    <message>
        <source>From now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>The report is being written.</source>
        <translation>Le rapport s’écrit.</translation>
    </message>
    <message>
        <source>From %1. The show goes on.</source>
        <translation>De %1. Le spectacle continue.</translation>
    </message>
    <message>
        <source>The report is written.</source>
        <translation>Le rapport est écrit.</translation>
    </message>
    <message>
        <source>There is no report.</source>
        <translation>Il n’y a pas de rapport.</translation>
    </message>
    <message>
        <source>The live show is over.</source>
        <translation>Le direct est terminé.</translation>
    </message>
    <message>
        <source>It is recorded: %1. The report tells how it was.</source>
        <translation>Il est enregistré&#xa0;: %1. Le rapport raconte comment c’était.</translation>
    </message>
    <message>
        <source>Sound device missing: no sound since %1.</source>
        <translation>Carte son absente&#xa0;: plus de son depuis %1.</translation>
    </message>
    <message>
        <source>%1. Plug it in to resume, or choose another.</source>
        <translation>%1. Rebranchez-la pour reprendre, ou choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The topic no longer holds what comes next: counting waits.</source>
        <translation>Le topic ne contient plus la suite&#xa0;: le décompte attend.</translation>
    </message>
    <message>
        <source>The music goes on. Begin with the oldest message, or with now?</source>
        <translation>La musique continue. Reprendre au plus ancien message, ou à partir de maintenant&#x202f;?</translation>
    </message>
</context>
<context>
    <name>BlockedUsers</name>
    <message>
        <source>Unblock %1</source>
        <translation>Débloquer %1</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Débloquer</translation>
    </message>
</context>
<context>
    <name>CalmScene</name>
    <message>
        <source>This scene stays</source>
        <translation>Cette scène reste</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 jusqu’ici</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>En tête</translation>
    </message>
</context>
<context>
    <name>Ceiling</name>
    <message>
        <source>limits now by %1 dB, at most by %2 dB so far</source>
        <translation>limite de %1 dB, de %2 dB au plus</translation>
    </message>
</context>
<context>
    <name>CeilingMenu</name>
    <message>
        <source>Ceiling of the master</source>
        <translation>Plafond du master</translation>
    </message>
    <message>
        <source>Ceiling of the master, dBTP</source>
        <translation>Plafond du master, dBTP</translation>
    </message>
    <message>
        <source>Ceiling %1 dBTP</source>
        <translation>Plafond %1 dBTP</translation>
    </message>
    <message>
        <source>Acts at once, in the room and in recordings.</source>
        <translation>Agit aussitôt, en salle et dans les enregistrements.</translation>
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
        <translation>Ouvrir un enregistrement</translation>
    </message>
    <message>
        <source>Connect to Kafka</source>
        <translation>Se connecter à Kafka</translation>
    </message>
    <message>
        <source>SQL into the stream</source>
        <translation>SQL sur le flux</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>Vérification avant concert</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Strips</source>
        <translation>Tranches</translation>
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
        <translation>Couper (mute)</translation>
    </message>
    <message>
        <source>Cancel what is pending</source>
        <translation>Annuler ce qui est en attente</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>Oublier ce qui est armé</translation>
    </message>
    <message>
        <source>All to AUTO</source>
        <translation>Tout en AUTO</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>Messages et public</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Contrôleurs</translation>
    </message>
    <message>
        <source>Learn a controller</source>
        <translation>Apprendre un contrôleur</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>Chronomètre</translation>
    </message>
    <message>
        <source>Mode: ON, OFF, AUTO in turn</source>
        <translation>Mode&#xa0;: ON, OFF, AUTO</translation>
    </message>
    <message>
        <source>Next clip, pinned</source>
        <translation>Clip suivant, fixé</translation>
    </message>
    <message>
        <source>Focus on a strip</source>
        <translation>Aller à une tranche</translation>
    </message>
    <message>
        <source>Focus on the feed · the master</source>
        <translation>Messages · master</translation>
    </message>
    <message>
        <source>On the strip with the focus</source>
        <translation>Sur la tranche active</translation>
    </message>
    <message>
        <source>Pre-listen</source>
        <translation>Préécoute</translation>
    </message>
    <message>
        <source>Gain 0.5 dB; Shift 0.1, Ctrl 3</source>
        <translation>Gain 0,5 dB&#x202f;; Maj 0,1, Ctrl 3</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Gain 0 dB</source>
        <translation>Gain 0 dB</translation>
    </message>
    <message>
        <source>Filter: low, high; Shift fine</source>
        <translation>Filtre&#x202f;; Maj&#xa0;: fin</translation>
    </message>
    <message>
        <source>End</source>
        <comment>key</comment>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Filter off</source>
        <translation>Filtre coupé</translation>
    </message>
    <message>
        <source>Unpin the clip</source>
        <translation>Libérer le clip</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musique</translation>
    </message>
    <message>
        <source>Panic; again in 2 s: cut</source>
        <translation>Panique&#x202f;; encore&#xa0;: coupe</translation>
    </message>
    <message>
        <source>Panic, through any page</source>
        <translation>Panique, partout</translation>
    </message>
    <message>
        <source>Resume, after panic or fade</source>
        <translation>Reprendre le son</translation>
    </message>
    <message>
        <source>Fade out; again: returns</source>
        <translation>Fondu&#x202f;; encore&#xa0;: retour</translation>
    </message>
    <message>
        <source>Dim by 20 dB</source>
        <translation>Atténuer de 20 dB</translation>
    </message>
    <message>
        <source>hold Esc</source>
        <translation>tenir Échap</translation>
    </message>
    <message>
        <source>Next scene, or take it back</source>
        <translation>Scène suivante, ou l’annuler</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Recall a snapshot</source>
        <translation>Rappeler un instantané</translation>
    </message>
    <message>
        <source>Arm: what you press waits</source>
        <translation>Armer&#xa0;: ce qui suit attend</translation>
    </message>
    <message>
        <source>GO: all of it on the next bar</source>
        <translation>GO, à la prochaine mesure</translation>
    </message>
    <message>
        <source>Store a snapshot</source>
        <translation>Enregistrer un instantané</translation>
    </message>
    <message>
        <source>Undo · redo</source>
        <translation>Annuler · rétablir</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Écran</translation>
    </message>
    <message>
        <source>Votes: the usual picture</source>
        <translation>Les votes</translation>
    </message>
    <message>
        <source>How to join</source>
        <translation>Comment participer</translation>
    </message>
    <message>
        <source>A wall of messages</source>
        <translation>Un mur de messages</translation>
    </message>
    <message>
        <source>The SQL plot</source>
        <translation>Le graphique SQL</translation>
    </message>
    <message>
        <source>The winner</source>
        <translation>Le gagnant</translation>
    </message>
    <message>
        <source>The end (twice within 2 s)</source>
        <translation>La fin (deux fois en 2 s)</translation>
    </message>
    <message>
        <source>Black; again: back</source>
        <translation>Noir&#x202f;; encore&#xa0;: retour</translation>
    </message>
    <message>
        <source>Stage window · full screen</source>
        <translation>Grand écran · plein écran</translation>
    </message>
    <message>
        <source>Messages, with the focus</source>
        <translation>Messages actifs</translation>
    </message>
    <message>
        <source>Approve · refuse</source>
        <translation>Accepter · refuser</translation>
    </message>
    <message>
        <source>All clean · all marked</source>
        <translation>Tous les sûrs · signalés</translation>
    </message>
    <message>
        <source>Hide · block the author</source>
        <translation>Masquer · bloquer l’auteur</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Pause; again: go on</source>
        <translation>Pause&#x202f;; encore&#xa0;: reprend</translation>
    </message>
    <message>
        <source>A window; Ctrl: ten</source>
        <translation>Une fenêtre&#x202f;; Ctrl&#xa0;: dix</translation>
    </message>
    <message>
        <source>Your own keys</source>
        <translation>Vos propres touches</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Lock: strips, stage, phones</source>
        <translation>Verrou&#xa0;: console, écran, mobiles</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Cette page</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Next control; press it</source>
        <translation>Suivant&#x202f;; presser</translation>
    </message>
    <message>
        <source>Pages (Esc closes them)</source>
        <translation>Pages (Échap les ferme)</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>Télécommande</translation>
    </message>
    <message>
        <source>Page ↓</source>
        <translation>Page ↓</translation>
    </message>
    <message>
        <source>GO, where something is armed</source>
        <translation>GO, si quelque chose est armé</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Hold the scene, and release it</source>
        <translation>Figer la scène, la libérer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Record the master; again: stop</source>
        <translation>Enregistrer&#x202f;; encore&#xa0;: arrêt</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>tenir R</translation>
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
        <translation>Touches</translation>
    </message>
    <message>
        <source>Page ↑</source>
        <translation>Page ↑</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Inser</translation>
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
        <translation>entendu %1 ms après l’ordinateur</translation>
    </message>
    <message>
        <source>go on tapping: %1</source>
        <translation>continuez&#xa0;: %1</translation>
    </message>
    <message>
        <source>now %1 ms</source>
        <translation>en ce moment %1 ms</translation>
    </message>
    <message>
        <source>Late loudspeakers (Bluetooth, HDMI): tap on the beat, below.</source>
        <translation>Haut-parleurs en retard (Bluetooth, HDMI)&#xa0;: tapez le temps, ci-dessous.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>%1 to fix first, %2 to look at. As of %3.</source>
        <translation>%1 à corriger d’abord, %2 à vérifier. État à %3.</translation>
    </message>
    <message>
        <source>The show can begin; %2 to look at. As of %3.</source>
        <translation>Le spectacle peut commencer&#x202f;; %2 à vérifier. État à %3.</translation>
    </message>
    <message>
        <source>Everything is ready. As of %3.</source>
        <translation>Tout est prêt. État à %3.</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Pre-flight check</source>
        <translation>Vérification avant concert</translation>
    </message>
    <message>
        <source>With a tone</source>
        <translation>Avec un son d’essai</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revérifier</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Sound behind the picture</source>
        <translation>Son en retard sur l’image</translation>
    </message>
    <message>
        <source>Tap on the beat that you hear</source>
        <translation>Tapez sur le temps que vous entendez</translation>
    </message>
    <message>
        <source>Tap on the beat</source>
        <translation>Taper le temps</translation>
    </message>
    <message>
        <source>Delay what is seen by so much</source>
        <translation>Retarder d’autant ce que l’on voit</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Utiliser</translation>
    </message>
</context>
<context>
    <name>Clicker</name>
    <message>
        <source>heard at %1: would be “%2”.</source>
        <translation>entendu à %1&#xa0;: ce serait «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>heard at %1: would do nothing.</source>
        <translation>entendu à %1&#xa0;: ne ferait rien.</translation>
    </message>
    <message>
        <source>Just now it would be refused: %1</source>
        <translation>En ce moment, ce serait refusé&#xa0;: %1</translation>
    </message>
    <message>
        <source>another key</source>
        <translation>une autre touche</translation>
    </message>
    <message>
        <source>“next slide”</source>
        <translation>«&#xa0;diapo suivante&#xa0;»</translation>
    </message>
    <message>
        <source>“slide before”</source>
        <translation>«&#xa0;diapo précédente&#xa0;»</translation>
    </message>
    <message>
        <source>“black screen”</source>
        <translation>«&#xa0;écran noir&#xa0;»</translation>
    </message>
    <message>
        <source>“start the slides”</source>
        <translation>«&#xa0;lancer le diaporama&#xa0;»</translation>
    </message>
    <message>
        <source>your own key</source>
        <translation>votre propre touche</translation>
    </message>
</context>
<context>
    <name>ClickerPart</name>
    <message>
        <source>What the presenter’s clicker does</source>
        <translation>Ce que fait la télécommande</translation>
    </message>
    <message>
        <source>A clicker is a keyboard to the computer. These keys are its own: no fader and no timeline takes them.</source>
        <translation>Pour l’ordinateur, une télécommande est un clavier. Ces touches sont à elle&#xa0;: ni fader ni frise ne les prend.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>“end the slides”</source>
        <translation>«&#xa0;finir le diaporama&#xa0;»</translation>
    </message>
    <message>
        <source>Panic, at once</source>
        <translation>Panique, aussitôt</translation>
    </message>
    <message>
        <source>Panic, held 0.4 s</source>
        <translation>Panique, tenu 0,4 s</translation>
    </message>
    <message>
        <source>Some clickers send F5 and Esc in turn from one button. If yours does, choose “held”, or never touch that button.</source>
        <translation>Certaines télécommandes envoient F5 et Échap tour à tour du même bouton. Si c’est le cas, choisissez «&#xa0;tenu&#xa0;», ou ne touchez jamais ce bouton.</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Une autre touche</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Every key is shown here; a click ends it</source>
        <translation>Chaque touche s’affiche ici&#x202f;; un clic y met fin</translation>
    </message>
    <message>
        <source>Try it: show every key, Esc too</source>
        <translation>Essayer&#xa0;: montrer chaque touche, Échap aussi</translation>
    </message>
    <message>
        <source>Press a key or a button of the clicker.</source>
        <translation>Appuyez sur une touche ou un bouton de la télécommande.</translation>
    </message>
    <message>
        <source>Press here to try Esc, too.</source>
        <translation>Cliquez ici pour essayer aussi Échap.</translation>
    </message>
    <message>
        <source>While this page is open nothing fires.</source>
        <translation>Tant que cette page est ouverte, rien ne part.</translation>
    </message>
</context>
<context>
    <name>ClipButton</name>
    <message>
        <source>pinned by hand</source>
        <translation>épinglé à la main</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>attend GO</translation>
    </message>
    <message>
        <source>Clip of %1: %2</source>
        <translation>Clip&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Clip of %1: %2; clips are missing</source>
        <translation>Clip&#xa0;: %1, %2&#x202f;; il en manque</translation>
    </message>
</context>
<context>
    <name>ClipMenu</name>
    <message>
        <source>Follow the draw</source>
        <translation>Suivre le tirage</translation>
    </message>
    <message>
        <source>votes choose</source>
        <translation>au vote</translation>
    </message>
    <message>
        <source>Clip of %1</source>
        <translation>Clip&#xa0;: %1</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>Préécouter %1</translation>
    </message>
</context>
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Quit while the show goes on?</source>
        <translation>Quitter pendant le spectacle&#x202f;?</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>Continuer le spectacle</translation>
    </message>
    <message>
        <source>Fade out, then quit</source>
        <translation>Fondu, puis quitter</translation>
    </message>
    <message>
        <source>Panic and all else above stay within reach.</source>
        <translation>Panique et tout ce qui est au-dessus restent accessibles.</translation>
    </message>
    <message>
        <source>Quit now: hold</source>
        <translation>Quitter tout de suite&#xa0;: maintenir</translation>
    </message>
    <message>
        <source>Quit now: hold Q</source>
        <translation>Quitter&#xa0;: tenir Q</translation>
    </message>
</context>
<context>
    <name>ColumnPicker</name>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
</context>
<context>
    <name>ComingScene</name>
    <message>
        <source>C on the master</source>
        <translation>C sur le master</translation>
    </message>
    <message>
        <source>Let the scene come after all</source>
        <translation>Laisser finalement venir la scène</translation>
    </message>
    <message>
        <source>Cancel the coming scene</source>
        <translation>Annuler la scène à venir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Connect to Kafka</source>
        <translation>Se connecter à Kafka</translation>
    </message>
    <message>
        <source>Follow networks</source>
        <translation>Suivre des réseaux</translation>
    </message>
    <message>
        <source>Where messages come from</source>
        <translation>D’où viennent les messages</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Their posts go into the show that runs, also beside Kafka. What is typed here holds until the program ends; the settings keep it for longer.</source>
        <translation>Leurs messages vont dans le spectacle en cours, aussi à côté de Kafka. Ce qui est saisi ici vaut jusqu’à la fin du programme&#x202f;; les réglages le gardent plus longtemps.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Servers: host and port, several with commas</source>
        <translation>Serveurs&#xa0;: hôte et port, séparés par des virgules</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Testing… again</source>
        <translation>Test… relancer</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>New show: an empty leaderboard, from now on</source>
        <translation>Nouveau spectacle&#xa0;: classement vide, à partir de maintenant</translation>
    </message>
    <message>
        <source>Looking for brokers, topic and the newest message…</source>
        <translation>Recherche des brokers, du topic et du dernier message…</translation>
    </message>
    <message>
        <source>Test shows brokers, topic, partitions and how old the newest message is.
SASL, TLS and everything else of librdkafka stand under [kafka] in mwk.toml.
The show that plays goes on until the other one is ready.</source>
        <translation>Le test montre brokers, topic, partitions et l’âge du dernier message.
SASL, TLS et tout le reste de librdkafka se règlent sous [kafka] dans mwk.toml.
Le spectacle en cours continue jusqu’à ce que l’autre soit prêt.</translation>
    </message>
    <message>
        <source>Making the show ready; the music plays on…</source>
        <translation>Préparation du spectacle&#x202f;; la musique continue…</translation>
    </message>
    <message>
        <source>The show would begin and wait for it.</source>
        <translation>Le spectacle commencerait et l’attendrait.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Connect anyway</source>
        <translation>Se connecter quand même</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
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
        <translation>Aucun contrôleur MIDI n’est branché.</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>%1&#xa0;: bougez maintenant un fader, un potentiomètre ou un bouton.</translation>
    </message>
    <message>
        <source>Choose what a control shall do.</source>
        <translation>Choisissez ce qu’une commande doit faire.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Listens on %1. Sends to %2. Packets: %3.</source>
        <translation>Écoute sur %1. Envoie à %2. Paquets&#xa0;: %3.</translation>
    </message>
    <message>
        <source>No phone is paired.</source>
        <translation>Aucun téléphone n’est associé.</translation>
    </message>
    <message>
        <source>Scan it with the phone: for one device, %1 s more.</source>
        <translation>À scanner avec le téléphone&#xa0;: pour un appareil, encore %1 s.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>actif</translation>
    </message>
    <message>
        <source>off</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>Clicker</source>
        <translation>Télécommande</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Téléphones</translation>
    </message>
    <message>
        <source>found</source>
        <translation>trouvé</translation>
    </message>
    <message>
        <source>back since %1</source>
        <translation>revenu depuis %1</translation>
    </message>
    <message>
        <source>lost since %1</source>
        <translation>perdu depuis %1</translation>
    </message>
    <message>
        <source>another program has it</source>
        <translation>pris par un autre programme</translation>
    </message>
    <message>
        <source>no map: teach it</source>
        <translation>pas de correspondance&#xa0;: à apprendre</translation>
    </message>
    <message>
        <source>%1, your own map</source>
        <translation>%1, votre correspondance</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>fournie</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 de plus</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>mixes</source>
        <translation>mixe</translation>
    </message>
    <message>
        <source>moderates</source>
        <translation>modère</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>away</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>paired at %1</source>
        <translation>associé à %1</translation>
    </message>
    <message>
        <source>knob: filter</source>
        <translation>bouton rotatif&#xa0;: filtre</translation>
    </message>
    <message>
        <source>S: solo</source>
        <translation>S&#xa0;: solo</translation>
    </message>
    <message>
        <source>M: mute</source>
        <translation>M&#xa0;: couper</translation>
    </message>
    <message>
        <source>R: mode, as keys 1 to 8</source>
        <translation>R&#xa0;: mode, comme les touches 1 à 8</translation>
    </message>
    <message>
        <source>ON, A, OFF: mode</source>
        <translation>ON, A, OFF&#xa0;: mode</translation>
    </message>
    <message>
        <source>H: pre-listen</source>
        <translation>H&#xa0;: préécoute</translation>
    </message>
    <message>
        <source>‹ ›: clip</source>
        <translation>‹ ›&#xa0;: clip</translation>
    </message>
    <message>
        <source>U: clip by the crowd</source>
        <translation>U&#xa0;: clip par le public</translation>
    </message>
    <message>
        <source>C: cancel</source>
        <translation>C&#xa0;: annuler</translation>
    </message>
    <message>
        <source>fader: gain</source>
        <translation>fader&#xa0;: gain</translation>
    </message>
    <message>
        <source>nothing: not mapped</source>
        <translation>rien&#xa0;: sans fonction</translation>
    </message>
    <message>
        <source>%1: waits for the fader</source>
        <translation>%1&#xa0;: attend le fader</translation>
    </message>
</context>
<context>
    <name>ControllersPage</name>
    <message>
        <source>Controllers</source>
        <translation>Contrôleurs</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>the recording is over: no votes come, the last scene plays on</source>
        <translation>l’enregistrement est fini&#xa0;: plus de votes, la dernière scène continue</translation>
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
        <translation>qui a été approuvé %1 fois, sauf mot marqué</translation>
    </message>
    <message>
        <source>nobody is blocked</source>
        <translation>personne n’est bloqué</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
</context>
<context>
    <name>CrowdPage</name>
    <message>
        <source>Open: all are shown</source>
        <translation>Libre&#xa0;: tout est montré</translation>
    </message>
    <message>
        <source>Approve: only what you let through</source>
        <translation>Filtré&#xa0;: seulement ce que vous laissez passer</translation>
    </message>
    <message>
        <source>Messages and crowd</source>
        <translation>Messages et public</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>Messages sur l’écran public</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Filtré</translation>
    </message>
    <message>
        <source>wait · %1 come a second · %2 lapsed</source>
        <translation>attendent · %1 arrivent par seconde · %2 périmés</translation>
    </message>
    <message>
        <source>Passes by itself</source>
        <translation>Passe tout seul</translation>
    </message>
    <message>
        <source>Votes of a user that count in each window</source>
        <translation>Votes comptés par personne dans chaque fenêtre</translation>
    </message>
    <message>
        <source>Votes per user</source>
        <translation>Votes par personne</translation>
    </message>
    <message>
        <source>Blocked users</source>
        <translation>Personnes bloquées</translation>
    </message>
</context>
<context>
    <name>Cue</name>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>NEXT: %1</source>
        <translation>SUITE&#xa0;: %1</translation>
    </message>
    <message>
        <source>all strips</source>
        <translation>toutes les tranches</translation>
    </message>
    <message>
        <source>the master</source>
        <translation>le master</translation>
    </message>
</context>
<context>
    <name>CueMenu</name>
    <message>
        <source>Pre-listening on outputs 3 and 4</source>
        <translation>Préécoute sur les sorties 3 et 4</translation>
    </message>
    <message>
        <source>Outputs 3–4 hear</source>
        <translation>Les sorties 3–4 entendent</translation>
    </message>
    <message>
        <source>Pre-listen softer</source>
        <translation>Préécoute moins forte</translation>
    </message>
    <message>
        <source>Level of pre-listening: %1 dB</source>
        <translation>Niveau de la préécoute&#xa0;: %1 dB</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>Pre-listen louder</source>
        <translation>Préécoute plus forte</translation>
    </message>
    <message>
        <source>Strips are heard</source>
        <translation>Les tranches s’entendent</translation>
    </message>
    <message>
        <source>Before fader</source>
        <translation>Avant fader</translation>
    </message>
    <message>
        <source>After fader</source>
        <translation>Après fader</translation>
    </message>
    <message>
        <source>What will land next</source>
        <translation>Ce qui arrivera ensuite</translation>
    </message>
    <message>
        <source>Also the master</source>
        <translation>Le master aussi</translation>
    </message>
    <message>
        <source>All off</source>
        <translation>Tout couper</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>bar %1</source>
        <translation>mesure %1</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>GO: %1 on %2</source>
        <translation>GO&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>GO lands on %1</source>
        <translation>GO arrive à la %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>GO: waits for what you press</source>
        <translation>GO&#xa0;: attend vos appuis</translation>
    </message>
    <message>
        <source>nothing armed</source>
        <translation>rien d’armé</translation>
    </message>
    <message>
        <source>GO: nothing is armed</source>
        <translation>GO&#xa0;: rien n’est armé</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>clip</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>muet</translation>
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
        <translation>sans solo</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>gain</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtre</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>enregistré</translation>
    </message>
    <message>
        <source>the desk is this one</source>
        <translation>la console y est</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>modifié depuis</translation>
    </message>
    <message>
        <source>lands on the next bar</source>
        <translation>arrive à la mesure suivante</translation>
    </message>
    <message>
        <source>waits for GO</source>
        <translation>attend GO</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>Instantané %1</translation>
    </message>
    <message>
        <source>of another sound set</source>
        <translation>d’un autre jeu de sons</translation>
    </message>
    <message>
        <source>stored %1</source>
        <translation>enregistré %1</translation>
    </message>
    <message>
        <source>Modes: all AUTO</source>
        <translation>Modes&#xa0;: tous AUTO</translation>
    </message>
    <message>
        <source>Clips: the crowd’s</source>
        <translation>Clips&#xa0;: ceux du public</translation>
    </message>
    <message>
        <source>Gains: all 0 dB</source>
        <translation>Gains&#xa0;: tous à 0 dB</translation>
    </message>
    <message>
        <source>Mutes: none</source>
        <translation>Muets&#xa0;: aucun</translation>
    </message>
    <message>
        <source>Filters: all off</source>
        <translation>Filtres&#xa0;: tous coupés</translation>
    </message>
    <message>
        <source>Modes: %1</source>
        <translation>Modes&#xa0;: %1</translation>
    </message>
    <message>
        <source>Clips: %1</source>
        <translation>Clips&#xa0;: %1</translation>
    </message>
    <message>
        <source>Gains: %1</source>
        <translation>Gains&#xa0;: %1</translation>
    </message>
    <message>
        <source>Mutes: %1</source>
        <translation>Muets&#xa0;: %1</translation>
    </message>
    <message>
        <source>Filters: %1</source>
        <translation>Filtres&#xa0;: %1</translation>
    </message>
    <message>
        <source>the next scene lands on %1, by hand</source>
        <translation>scène suivante&#xa0;: %1, à la main</translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation>à la main&#xa0;: %1</translation>
    </message>
    <message>
        <source>Next now</source>
        <translation>Suivante</translation>
    </message>
    <message>
        <source>Next scene now</source>
        <translation>Scène suivante maintenant</translation>
    </message>
    <message>
        <source>Bar %1</source>
        <translation>Mes. %1</translation>
    </message>
    <message>
        <source>locked · N</source>
        <translation>clos · N</translation>
    </message>
    <message>
        <source>Votes locked, lands on %1; again: take it back</source>
        <translation>Votes verrouillés, arrive sur %1&#x202f;; encore&#xa0;: annuler</translation>
    </message>
</context>
<context>
    <name>DeviceDrawing</name>
    <message>
        <source>What the controls do</source>
        <translation>Ce que font les commandes</translation>
    </message>
</context>
<context>
    <name>DeviceMap</name>
    <message>
        <source>Map</source>
        <translation>Correspondance</translation>
    </message>
    <message>
        <source>Change a copy of this map, in your own folder</source>
        <translation>Modifier une copie de cette correspondance, dans votre dossier</translation>
    </message>
    <message>
        <source>Change a copy</source>
        <translation>Modifier une copie</translation>
    </message>
    <message>
        <source>Yours, counts as soon as it is saved: %1</source>
        <translation>La vôtre, active dès qu’elle est enregistrée&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Drop one recording, or one folder of sounds.</source>
        <translation>Déposez un enregistrement, ou un dossier de sons.</translation>
    </message>
    <message>
        <source>Only files of this computer can be dropped.</source>
        <translation>Seuls les fichiers de cet ordinateur peuvent être déposés.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 is no recording (.jsonl, also .gz or .zst).</source>
        <translation>%1 n’est pas un enregistrement (.jsonl, aussi .gz ou .zst).</translation>
    </message>
    <message>
        <source>%1 is one instrument: drop the folder above it.</source>
        <translation>%1 est un seul instrument&#xa0;: déposez le dossier au-dessus.</translation>
    </message>
    <message>
        <source>%1 is no sound set: that has a folder for each instrument.</source>
        <translation>%1 n’est pas un jeu de sons&#xa0;: il y a un dossier par instrument.</translation>
    </message>
    <message>
        <source>%1 of %2 instruments</source>
        <translation>%1 instruments sur %2</translation>
    </message>
    <message>
        <source>the show that plays ends: it asks before it does</source>
        <translation>le spectacle en cours s’arrête&#xa0;: une question le précède</translation>
    </message>
    <message>
        <source>The console is locked (L): nothing opens.</source>
        <translation>La console est verrouillée (L)&#xa0;: rien ne s’ouvre.</translation>
    </message>
    <message>
        <source>This show cannot be changed for another.</source>
        <translation>Ce spectacle ne peut pas être remplacé par un autre.</translation>
    </message>
</context>
<context>
    <name>DropGuard</name>
    <message>
        <source>Begin again with these sounds?</source>
        <translation>Recommencer avec ces sons&#x202f;?</translation>
    </message>
    <message>
        <source>Play this recording in place of the show?</source>
        <translation>Jouer cet enregistrement à la place du spectacle&#x202f;?</translation>
    </message>
    <message>
        <source>Go on with the show</source>
        <translation>Continuer le spectacle</translation>
    </message>
    <message>
        <source>End it and use the sounds</source>
        <translation>L’arrêter et utiliser les sons</translation>
    </message>
    <message>
        <source>End it and play the recording</source>
        <translation>L’arrêter et jouer l’enregistrement</translation>
    </message>
</context>
<context>
    <name>DropTargets</name>
    <message>
        <source>Play this recording</source>
        <translation>Jouer cet enregistrement</translation>
    </message>
    <message>
        <source>Use as sound set</source>
        <translation>Utiliser comme jeu de sons</translation>
    </message>
    <message>
        <source>this is no recording</source>
        <translation>ceci n’est pas un enregistrement</translation>
    </message>
    <message>
        <source>this is no folder of sounds</source>
        <translation>ceci n’est pas un dossier de sons</translation>
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
        <translation>votes</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personnes</translation>
    </message>
    <message>
        <source>scenes</source>
        <translation>scènes</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Merci</translation>
    </message>
    <message>
        <source>You played the music tonight.</source>
        <translation>Cette musique, c’était vous.</translation>
    </message>
    <message>
        <source>You played every note of the music tonight.</source>
        <translation>Chaque note de ce soir, c’était vous.</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Gagnant</translation>
    </message>
    <message>
        <source>Scenes played</source>
        <translation>Scènes jouées</translation>
    </message>
</context>
<context>
    <name>EndingBar</name>
    <message>
        <source>Do not end</source>
        <translation>Ne pas finir</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>2 minutes more</source>
        <translation>2 minutes de plus</translation>
    </message>
</context>
<context>
    <name>Feed</name>
    <message>
        <source>no vote</source>
        <translation>sans vote</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>à %1</translation>
    </message>
</context>
<context>
    <name>FeedPanel</name>
    <message>
        <source>held while you point</source>
        <translation>figé sous le pointeur</translation>
    </message>
    <message>
        <source>per second · %1</source>
        <translation>par seconde · %1</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>par seconde</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>wait · %1/s</source>
        <translation>attendent · %1/s</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>held</source>
        <translation>figé</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Messages on the stage</source>
        <translation>Messages sur l’écran public</translation>
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
        <translation>Filtré</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Crowd: vote limit, blocked users, page</source>
        <translation>Public&#xa0;: limite de votes, bloqués, page</translation>
    </message>
    <message>
        <source>Messages: arrows choose, H hides, X blocks</source>
        <translation>Messages&#xa0;: les flèches choisissent, H masque, X bloque</translation>
    </message>
    <message>
        <source>#%1 + a word</source>
        <translation>#%1 + un mot</translation>
    </message>
    <message>
        <source>%1 blocked, counts nowhere</source>
        <translation>%1&#xa0;: bloqué</translation>
    </message>
    <message>
        <source>Show the blocked users</source>
        <translation>Montrer les personnes bloquées</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>Débloquer %1</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Voir…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>FeedRow</name>
    <message>
        <source>Block %1</source>
        <translation>Bloquer %1</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>Masquer ce message de %1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>Folder above</source>
        <translation>Dossier parent</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Utiliser ce dossier</translation>
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
        <translation>Ce fichier ou dossier n’existe pas.</translation>
    </message>
    <message>
        <source>This folder cannot be read: %1</source>
        <translation>Ce dossier ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>More than %1 entries: type the path instead.</source>
        <translation>Plus de %1 entrées&#xa0;: saisissez plutôt le chemin.</translation>
    </message>
    <message>
        <source>No files here.</source>
        <translation>Aucun fichier ici.</translation>
    </message>
    <message>
        <source>No recordings here.</source>
        <translation>Aucun enregistrement ici.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>With the program</source>
        <translation>Avec le programme</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Dossier personnel</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musique</translation>
    </message>
    <message>
        <source>not found: %1</source>
        <translation>introuvable&#xa0;: %1</translation>
    </message>
    <message>
        <source>No sound set here: it has a folder for each instrument.</source>
        <translation>Pas de jeu de sons ici&#xa0;: il a un dossier par instrument.</translation>
    </message>
    <message>
        <source>A sound set with %1 of %2 instruments.</source>
        <translation>Un jeu de sons avec %1 instruments sur %2.</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 ko</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 Mo</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1&#xa0;Go</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 personne</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 personnes</translation>
    </message>
    <message>
        <source>1 window</source>
        <translation>1 fenêtre</translation>
    </message>
    <message>
        <source>%1 windows</source>
        <translation>%1 fenêtres</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 geste</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 gestes</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>À la main</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>Jeu de sons</translation>
    </message>
    <message>
        <source>none: by the rules</source>
        <translation>aucune&#xa0;: selon les règles</translation>
    </message>
    <message>
        <source>recorded: plays as it was</source>
        <translation>enregistrées&#xa0;: rejoue tel quel</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>is still being recorded</source>
        <translation>encore en cours d’enregistrement</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Abîmé</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
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
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>fix it</source>
        <translation>à corriger</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>non vérifié</translation>
    </message>
</context>
<context>
    <name>FirstRunBar</name>
    <message>
        <source>This is a demo with a simulated crowd.</source>
        <translation>Ceci est une démo avec un public simulé.</translation>
    </message>
    <message>
        <source>Play with it, or bring your own:</source>
        <translation>Jouez avec, ou apportez vos données&#xa0;:</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>Ouvrir un enregistrement…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>Se connecter à Kafka…</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>Jeu de sons…</translation>
    </message>
    <message>
        <source>Pre-flight check</source>
        <translation>Vérification avant concert</translation>
    </message>
    <message>
        <source>Close this bar</source>
        <translation>Fermer cette barre</translation>
    </message>
</context>
<context>
    <name>FloorSwitch</name>
    <message>
        <source>Rhythm floor</source>
        <translation>Fond rythmique</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Fond</translation>
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
        <translation>%1&#xa0;: Entrée pour saisir</translation>
    </message>
</context>
<context>
    <name>GoButton</name>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Pre-listen to what comes no longer</source>
        <translation>Ne plus pré-écouter la suite</translation>
    </message>
    <message>
        <source>Pre-listen to what will land next</source>
        <translation>Pré-écouter ce qui va suivre</translation>
    </message>
    <message>
        <source>NOW</source>
        <translation>JOUE</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>SUITE</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>crête</translation>
    </message>
</context>
<context>
    <name>HandsMenu</name>
    <message>
        <source>Who did what</source>
        <translation>Qui a fait quoi</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>rien encore</translation>
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
        <translation>retard</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Rétablir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Unlock console</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Lock console</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>CONNECTING</source>
        <translation>CONNEXION</translation>
    </message>
    <message>
        <source>BROKER LOST</source>
        <translation>BROKER PERDU</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>DIRECT</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DÉMO</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>RELECTURE</translation>
    </message>
    <message>
        <source>REPLAY ENDED</source>
        <translation>LECTURE FINIE</translation>
    </message>
    <message>
        <source>simulated crowd, %1 users, no broker needed</source>
        <translation>public simulé, %1 personnes, sans broker</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ici</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>%1 kHz · %2 frames · xruns %3</source>
        <translation>%1&#xa0;kHz · %2 trames · xruns %3</translation>
    </message>
    <message>
        <source>silent clock</source>
        <translation>horloge muette</translation>
    </message>
    <message>
        <source>sound device missing</source>
        <translation>carte son absente</translation>
    </message>
    <message>
        <source>no sound card found</source>
        <translation>aucune carte son trouvée</translation>
    </message>
    <message>
        <source>no sound device chosen</source>
        <translation>aucune carte son choisie</translation>
    </message>
    <message>
        <source>sound device</source>
        <translation>carte son</translation>
    </message>
    <message>
        <source>engine ok</source>
        <translation>moteur ok</translation>
    </message>
    <message>
        <source>engine starting</source>
        <translation>le moteur démarre</translation>
    </message>
    <message>
        <source>engine restarting</source>
        <translation>le moteur redémarre</translation>
    </message>
    <message>
        <source>engine failed</source>
        <translation>moteur en échec</translation>
    </message>
    <message>
        <source>no broker, demo crowd</source>
        <translation>sans broker, public de démo</translation>
    </message>
    <message>
        <source>no broker needed</source>
        <translation>sans broker</translation>
    </message>
    <message>
        <source>broker lost since %1</source>
        <translation>broker perdu depuis %1</translation>
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
        <translation>pas d’enregistrement</translation>
    </message>
    <message>
        <source>show recorded</source>
        <translation>spectacle enregistré</translation>
    </message>
    <message>
        <source>recording %1</source>
        <translation>enregistre %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 % late</source>
        <translation>%1&#xa0;% en retard</translation>
    </message>
    <message>
        <source>%1: is a sender&apos;s clock off?</source>
        <translation>%1&#xa0;: horloge d’un émetteur fausse&#x202f;?</translation>
    </message>
    <message>
        <source>saves frames (%1)</source>
        <translation>économise des images (%1)</translation>
    </message>
    <message>
        <source>the screen may sleep</source>
        <translation>l’écran peut se mettre en veille</translation>
    </message>
    <message>
        <source>stage on %1 %2×%3</source>
        <translation>écran %1 %2×%3</translation>
    </message>
    <message>
        <source>stage in a window</source>
        <translation>écran en fenêtre</translation>
    </message>
    <message>
        <source>main</source>
        <translation>principale</translation>
    </message>
    <message>
        <source>main, %1 follows</source>
        <translation>principale, %1 suit</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>suit %1</translation>
    </message>
    <message>
        <source>the main console is missing</source>
        <translation>la console principale manque</translation>
    </message>
    <message>
        <source>%1 last seen %2 ago</source>
        <translation>%1 vu il y a %2</translation>
    </message>
    <message>
        <source>%1 s · bars %2 ms · clocks %3 ms</source>
        <translation>%1 s · mesures %2 ms · horloges %3 ms</translation>
    </message>
    <message>
        <source>phone: %1</source>
        <translation>téléphone&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 perdu</translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation>%1 de retour</translation>
    </message>
    <message>
        <source>%1 in use elsewhere</source>
        <translation>%1 pris ailleurs</translation>
    </message>
</context>
<context>
    <name>HealthLine</name>
    <message>
        <source>Health</source>
        <translation>État</translation>
    </message>
    <message>
        <source>projector lost</source>
        <translation>projecteur perdu</translation>
    </message>
    <message>
        <source>stage closed</source>
        <translation>écran fermé</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Held for a moment</source>
        <translation>À maintenir un moment</translation>
    </message>
</context>
<context>
    <name>HowToVote</name>
    <message>
        <source>+ a word</source>
        <translation>+ un mot</translation>
    </message>
    <message>
        <source>+ a word, or</source>
        <translation>+ un mot, ou</translation>
    </message>
</context>
<context>
    <name>JoinScene</name>
    <message>
        <source>Scan, or open</source>
        <translation>Scannez, ou ouvrez</translation>
    </message>
    <message>
        <source>or post</source>
        <translation>ou postez</translation>
    </message>
    <message>
        <source>+ a word</source>
        <translation>+ un mot</translation>
    </message>
    <message>
        <source>phones in the band</source>
        <translation>téléphones dans le groupe</translation>
    </message>
    <message>
        <source>phones</source>
        <translation>téléphones</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>fin du vote dans</translation>
    </message>
    <message>
        <source>Post it with one of these words</source>
        <translation>À poster avec un de ces mots</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Press a key or a button of the clicker</source>
        <translation>Appuyez sur une touche ou un bouton de la télécommande</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>Choisir une touche</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Touche&#xa0;: %1</translation>
    </message>
    <message>
        <source>Press it…</source>
        <translation>Appuyez…</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>Touche…</translation>
    </message>
    <message>
        <source>What the key does</source>
        <translation>Ce que fait la touche</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>What %1 does</source>
        <translation>Ce que fait %1</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>%1&#xa0;: revenir à %2</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>fr</translation>
    </message>
</context>
<context>
    <name>LastSeconds</name>
    <message>
        <source>votes lock in</source>
        <translation>fin du vote dans</translation>
    </message>
</context>
<context>
    <name>LeaderRows</name>
    <message>
        <source>nobody yet</source>
        <translation>personne encore</translation>
    </message>
</context>
<context>
    <name>LeadersPanel</name>
    <message>
        <source>users</source>
        <translation>personnes</translation>
    </message>
    <message>
        <source>Leaderboard</source>
        <translation>Classement</translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>Learn: choose a control on the console.</source>
        <translation>Apprendre&#xa0;: choisissez une commande de la console.</translation>
    </message>
    <message>
        <source>%1: now move a fader, a knob or a button.</source>
        <translation>%1&#xa0;: bougez maintenant un fader, un potentiomètre ou un bouton.</translation>
    </message>
    <message>
        <source>until now: %1</source>
        <translation>jusqu’ici&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>LearnBar</name>
    <message>
        <source>Forget this one: no control does it any more</source>
        <translation>L’oublier&#xa0;: plus aucun contrôle ne le fait</translation>
    </message>
    <message>
        <source>Forget this one</source>
        <translation>L’oublier</translation>
    </message>
    <message>
        <source>Take back what was learnt last</source>
        <translation>Annuler ce qui vient d’être appris</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>End learn mode; what was learnt stays</source>
        <translation>Finir l’apprentissage&#x202f;; ce qui est appris reste</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>LearnRing</name>
    <message>
        <source>waits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>Teach a control: %1</source>
        <translation>Apprendre à un contrôle&#xa0;: %1</translation>
    </message>
    <message>
        <source>Teach a control: %1, %2</source>
        <translation>Apprendre à un contrôle&#xa0;: %1, %2</translation>
    </message>
</context>
<context>
    <name>LearnRow</name>
    <message>
        <source>waits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>Oublier %1</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>The show is live: votes of %1 count.</source>
        <translation>Le spectacle est en direct&#xa0;: les votes de %1 comptent.</translation>
    </message>
    <message>
        <source>The master is recorded, so far %1. The file is completed.</source>
        <translation>Le master est enregistré, déjà %1. Le fichier sera terminé.</translation>
    </message>
    <message>
        <source>The report is not finished: it would stop.</source>
        <translation>Le rapport n’est pas fini&#xa0;: il s’arrêterait.</translation>
    </message>
    <message>
        <source>The stage is open: the room sees it close.</source>
        <translation>L’écran public est ouvert&#xa0;: la salle le verra se fermer.</translation>
    </message>
    <message>
        <source>The console is locked.</source>
        <translation>La console est verrouillée.</translation>
    </message>
    <message>
        <source>Fading out: the program ends in %1</source>
        <translation>Fondu en cours&#xa0;: le programme se ferme dans %1</translation>
    </message>
</context>
<context>
    <name>LeavingList</name>
    <message>
        <source>Off the stage</source>
        <translation>Quittent l’écran</translation>
    </message>
</context>
<context>
    <name>LockedMark</name>
    <message>
        <source>Locked</source>
        <translation>Votes clos</translation>
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
        <translation>Ouvrir un enregistrement…</translation>
    </message>
    <message>
        <source>Recent recordings…</source>
        <translation>Enregistrements récents…</translation>
    </message>
    <message>
        <source>Connect to Kafka…</source>
        <translation>Se connecter à Kafka…</translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>Retour à la démo</translation>
    </message>
    <message>
        <source>Sound set…</source>
        <translation>Jeu de sons…</translation>
    </message>
    <message>
        <source>Crowd: limit, blocked users, page…</source>
        <translation>Public&#xa0;: limite, bloqués, page…</translation>
    </message>
    <message>
        <source>SQL into the stream…</source>
        <translation>SQL sur le flux…</translation>
    </message>
    <message>
        <source>Talk clock…</source>
        <translation>Minuteur…</translation>
    </message>
    <message>
        <source>Store a snapshot…</source>
        <translation>Enregistrer un instantané…</translation>
    </message>
    <message>
        <source>Who did what…</source>
        <translation>Qui a fait quoi…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>Écrire le rapport de ce spectacle</translation>
    </message>
    <message>
        <source>Pre-flight check…</source>
        <translation>Vérification avant concert…</translation>
    </message>
    <message>
        <source>Controllers: MIDI, OSC, phones…</source>
        <translation>Contrôleurs&#xa0;: MIDI, OSC, téléphones…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>Quitter…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Touche&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Master</name>
    <message>
        <source>Scene %1</source>
        <translation>Scène %1</translation>
    </message>
    <message>
        <source>since bar %1</source>
        <translation>dès mes. %1</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Figée</translation>
    </message>
    <message>
        <source>Space releases</source>
        <translation>Espace libère</translation>
    </message>
    <message>
        <source>No more</source>
        <translation>Plus rien</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>la fin</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>mes. %1</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>reste</translation>
    </message>
    <message>
        <source>off</source>
        <translation>coupé</translation>
    </message>
    <message>
        <source>plays</source>
        <translation>joue</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>Pas de carte</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Sans son</translation>
    </message>
    <message>
        <source>Out 1–2</source>
        <translation>Sortie 1–2</translation>
    </message>
    <message>
        <source>until scene 1</source>
        <translation>avant scène 1</translation>
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
        <translation>Niveau du master</translation>
    </message>
    <message>
        <source>Gain of the master</source>
        <translation>Gain du master</translation>
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
        <translation>Lim.</translation>
    </message>
    <message>
        <source>Ceiling of the limiter: %1 dB</source>
        <translation>Plafond du limiteur&#xa0;: %1 dB</translation>
    </message>
    <message>
        <source>no output</source>
        <translation>sans sortie</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>silence</translation>
    </message>
    <message>
        <source>Gain of the master in decibels</source>
        <translation>Gain du master en décibels</translation>
    </message>
    <message>
        <source>Pre-listening: %1</source>
        <translation>Préécoute&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>MessageWall</name>
    <message>
        <source>Post it with one of these words</source>
        <translation>À poster avec un de ces mots</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>%1 clipped: put the mark out</source>
        <translation>%1 a saturé&#xa0;: effacer la marque</translation>
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
        <translation>Appareils</translation>
    </message>
    <message>
        <source>looked for all the time</source>
        <translation>cherchés en continu</translation>
    </message>
    <message>
        <source>looked for all the time: plug in, no restart</source>
        <translation>cherchés en continu&#xa0;: branchez, sans relancer</translation>
    </message>
    <message>
        <source>Ctrl L</source>
        <translation>Ctrl L</translation>
    </message>
    <message>
        <source>Learn on the console: point at a control, move a knob</source>
        <translation>Apprendre sur la console&#xa0;: désigner une commande, bouger un bouton</translation>
    </message>
    <message>
        <source>Learn on the console</source>
        <translation>Apprendre sur la console</translation>
    </message>
    <message>
        <source>Learn: point at a control, move a knob</source>
        <translation>Apprendre&#xa0;: désigner, bouger</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Learn from a list</source>
        <translation>Apprendre par liste</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>Entendu en dernier</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>rien encore</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Correspondance</translation>
    </message>
    <message>
        <source>Faders take over</source>
        <translation>Prise des faders</translation>
    </message>
    <message>
        <source>Its lights</source>
        <translation>Ses voyants</translation>
    </message>
    <message>
        <source>Softly</source>
        <translation>En douceur</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Aussitôt</translation>
    </message>
    <message>
        <source>softly: a dashed ghost shows the hardware until it meets</source>
        <translation>en douceur&#xa0;: un fantôme pointillé montre le matériel</translation>
    </message>
    <message>
        <source>show mode, mute, solo and what else the map lights</source>
        <translation>montrent mode, coupure, solo et le reste</translation>
    </message>
    <message>
        <source>What a control can do</source>
        <translation>Ce qu’une commande peut faire</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>some servers need none</source>
        <translation>certains serveurs n’en demandent pas</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Chaîne</translation>
    </message>
</context>
<context>
    <name>NetworksPart</name>
    <message>
        <source>Off</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Suivi</translation>
    </message>
</context>
<context>
    <name>NextSlot</name>
    <message>
        <source>Next: %1</source>
        <translation>Ensuite&#xa0;: %1</translation>
    </message>
    <message>
        <source>C on the strip</source>
        <translation>C sur la tranche</translation>
    </message>
    <message>
        <source>Cancel the change of %1</source>
        <translation>Annuler le changement&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The stage is closed: S opens it.</source>
        <translation>Écran fermé&#xa0;: S l’ouvre.</translation>
    </message>
    <message>
        <source>The winner is on the stage, whose screen is gone.</source>
        <translation>Le gagnant est sur le grand écran, qui est débranché.</translation>
    </message>
    <message>
        <source>The winner is on the stage, which is closed.</source>
        <translation>Le gagnant est sur le grand écran, qui est fermé.</translation>
    </message>
    <message>
        <source>S opens it, W ends the moment.</source>
        <translation>S l’ouvre, W termine le moment.</translation>
    </message>
</context>
<context>
    <name>NowSlot</name>
    <message>
        <source>Now: %1</source>
        <translation>Maintenant&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>Sound set</source>
        <translation>Jeu de sons</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Ouvrir un enregistrement</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Folder above</source>
        <translation>Dossier parent</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>Dossier ou fichier</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>enregistré</translation>
    </message>
    <message>
        <source>length</source>
        <translation>durée</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>tweets</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <source>The show ends when a recording opens: it asks first.</source>
        <translation>Ouvrir un enregistrement arrête le spectacle&#xa0;: il le demande d’abord.</translation>
    </message>
    <message>
        <source>Write the report of the chosen recording</source>
        <translation>Écrire le rapport de l’enregistrement choisi</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Play with this folder</source>
        <translation>Jouer avec ce dossier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
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
        <translation>Servir OSC pendant ce spectacle</translation>
    </message>
    <message>
        <source>Port, who may send and who gets the state: in the settings, under Controllers. They count from the next start on.</source>
        <translation>Port, qui peut envoyer et qui reçoit l’état&#xa0;: dans les réglages, sous Contrôleurs. Ils valent dès le prochain démarrage.</translation>
    </message>
    <message>
        <source>Heard last</source>
        <translation>Entendu en dernier</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>rien encore</translation>
    </message>
    <message>
        <source>Port and addresses…</source>
        <translation>Port et adresses…</translation>
    </message>
</context>
<context>
    <name>OutputButton</name>
    <message>
        <source>Output: %1. Choose another</source>
        <translation>Sortie&#xa0;: %1. En choisir une autre</translation>
    </message>
</context>
<context>
    <name>OutputMenu</name>
    <message>
        <source>Sound outputs</source>
        <translation>Sorties son</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>null: the clock goes on</source>
        <translation>null&#xa0;: l’horloge continue</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Chercher à nouveau</translation>
    </message>
    <message>
        <source>Looking for outputs…</source>
        <translation>Recherche des sorties…</translation>
    </message>
    <message>
        <source>Pre-listening</source>
        <translation>Pré-écoute</translation>
    </message>
    <message>
        <source>default</source>
        <translation>par défaut</translation>
    </message>
    <message>
        <source>the sounds are converted to it</source>
        <translation>les sons y sont convertis</translation>
    </message>
</context>
<context>
    <name>OverrideLine</name>
    <message>
        <source>amber: overwritten</source>
        <translation>ambre&#xa0;: remplacé</translation>
    </message>
    <message>
        <source>armed: %1</source>
        <translation>armés&#xa0;: %1</translation>
    </message>
    <message>
        <source>The room is dimmed, %1; D ends it</source>
        <translation>La salle est atténuée, %1&#x202f;; D y met fin</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Shh.</source>
        <translation>Chut.</translation>
    </message>
    <message>
        <source>Back in a moment.</source>
        <translation>De retour bientôt.</translation>
    </message>
    <message>
        <source>Your votes count.</source>
        <translation>Vos votes comptent.</translation>
    </message>
    <message>
        <source>No vote yet:</source>
        <translation>Pas encore de vote&#xa0;:</translation>
    </message>
    <message>
        <source>this scene stays.</source>
        <translation>cette scène reste.</translation>
    </message>
</context>
<context>
    <name>PhonesPart</name>
    <message>
        <source>Presenter&apos;s phones</source>
        <translation>Téléphones du présentateur</translation>
    </message>
    <message>
        <source>Send %1 away</source>
        <translation>Renvoyer %1</translation>
    </message>
    <message>
        <source>Send away</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Mixer</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Modérer</translation>
    </message>
    <message>
        <source>Withdraw the code</source>
        <translation>Retirer le code</translation>
    </message>
    <message>
        <source>Pair a phone</source>
        <translation>Associer un téléphone</translation>
    </message>
    <message>
        <source>Code that pairs a phone</source>
        <translation>Code qui associe un téléphone</translation>
    </message>
</context>
<context>
    <name>Pressable</name>
    <message>
        <source>Key: %1</source>
        <translation>Touche&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the page&apos;s address</source>
        <translation>Code QR de l’adresse de la page</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>pas d’adresse</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>Running…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>the first %1 shown</source>
        <translation>les %1 premières affichées</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
</context>
<context>
    <name>QueryBars</name>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
</context>
<context>
    <name>QueryEditor</name>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
</context>
<context>
    <name>QueryList</name>
    <message>
        <source>Queries</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>Prêtes</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Nothing was run yet.</source>
        <translation>Rien n’a encore été exécuté.</translation>
    </message>
    <message>
        <source>No ready queries here.</source>
        <translation>Pas de requêtes prêtes ici.</translation>
    </message>
</context>
<context>
    <name>QueryPage</name>
    <message>
        <source>SQL on the stream</source>
        <translation>SQL sur le flux</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Run (Ctrl Enter)</source>
        <translation>Exécuter (Ctrl Entrée)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Affiché en</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Barres</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>On the stage</source>
        <translation>À l’écran</translation>
    </message>
    <message>
        <source>Show on the stage</source>
        <translation>Montrer à l’écran</translation>
    </message>
    <message>
        <source>goes on with the stream</source>
        <translation>suit le flux</translation>
    </message>
    <message>
        <source>Views: tweets, votes, charts (one row a window and instrument), users.
Ctrl Enter runs; the answer follows the stream until Stop.
The music is never touched: a query has its own time and memory.</source>
        <translation>Vues&#xa0;: tweets, votes, charts (une ligne par fenêtre et instrument), users.
Ctrl Entrée exécute&#x202f;; la réponse suit le flux jusqu’à l’arrêt.
La musique n’est jamais touchée&#xa0;: une requête a son temps et sa mémoire à elle.</translation>
    </message>
</context>
<context>
    <name>QueryPlot</name>
    <message>
        <source>Lines over time: %1</source>
        <translation>Courbes dans le temps&#xa0;: %1</translation>
    </message>
    <message>
        <source>across</source>
        <translation>en abscisse</translation>
    </message>
    <message>
        <source>up</source>
        <translation>en ordonnée</translation>
    </message>
    <message>
        <source>a line for each</source>
        <translation>une courbe par</translation>
    </message>
</context>
<context>
    <name>QueryRows</name>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
</context>
<context>
    <name>QueryScene</name>
    <message>
        <source>live, after %1 tweets</source>
        <translation>en direct, après %1 tweets</translation>
    </message>
    <message>
        <source>after %1 tweets</source>
        <translation>après %1 tweets</translation>
    </message>
    <message>
        <source>votes lock in</source>
        <translation>fin du vote dans</translation>
    </message>
</context>
<context>
    <name>QueryTable</name>
    <message>
        <source>Bars of %1</source>
        <translation>Barres de %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Messages to approve, %1 wait: arrows up and down choose, right approves, left refuses</source>
        <translation>Messages à approuver, %1 en attente&#xa0;: les flèches haut et bas choisissent, droite approuve, gauche refuse</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Rien n’attend</translation>
    </message>
    <message>
        <source>Approve all of this page without a listed word</source>
        <translation>Approuver tous ceux de cette page sans mot de la liste</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>Approuver %1</translation>
    </message>
    <message>
        <source>Approve %1 clean</source>
        <translation>Approuver %1 sans marque</translation>
    </message>
    <message>
        <source>Refuse all of this page with a listed word</source>
        <translation>Refuser tous ceux de cette page avec un mot de la liste</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <translation>Refuser %1</translation>
    </message>
    <message>
        <source>Refuse %1 marked</source>
        <translation>Refuser %1 marqués</translation>
    </message>
    <message>
        <source>Next page of waiting messages</source>
        <translation>Page suivante des messages en attente</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>the page holds still</source>
        <translation>la page reste immobile</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>word list: %1</source>
        <translation>mot de la liste&#xa0;: %1</translation>
    </message>
    <message>
        <source>word list</source>
        <translation>mot de la liste</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approuvé</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>décidé</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Bloquer %1</translation>
    </message>
    <message>
        <source>Refuse the message of %1</source>
        <translation>Refuser le message de %1</translation>
    </message>
    <message>
        <source>Approve the message of %1</source>
        <translation>Approuver le message de %1</translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>Top %1 play next</source>
        <translation>Le top %1 jouera ensuite</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>GO, snapshots and changes by hand</source>
        <translation>GO, instantanés et réglages à la main</translation>
    </message>
</context>
<context>
    <name>RailRest</name>
    <message>
        <source>Arm: what you press waits for GO</source>
        <translation>Armer&#xa0;: vos appuis attendent GO</translation>
    </message>
    <message>
        <source>Arming</source>
        <translation>Armé</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Armer</translation>
    </message>
    <message>
        <source>Store the desk: choose a place, 1 to 8; Esc: no</source>
        <translation>Enregistrer la console&#xa0;: choisir une place, 1 à 8&#x202f;; Échap&#xa0;: non</translation>
    </message>
    <message>
        <source>Store as</source>
        <translation>Enreg.</translation>
    </message>
    <message>
        <source>All to AUTO: modes, clips and filters back to the crowd</source>
        <translation>Tout en AUTO&#xa0;: modes, clips et filtres rendus au public</translation>
    </message>
    <message>
        <source>All AUTO</source>
        <translation>AUTO tous</translation>
    </message>
    <message>
        <source>⇧ A</source>
        <comment>Shift and A</comment>
        <translation>⇧ A</translation>
    </message>
    <message>
        <source>Forget what is armed</source>
        <translation>Oublier ce qui est armé</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Do not store</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
</context>
<context>
    <name>RecordingPreview</name>
    <message>
        <source>No recording is chosen.</source>
        <translation>Aucun enregistrement choisi.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>going there: %1 %</source>
        <translation>déplacement&#xa0;: %1&#xa0;%</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>fenêtre %1</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>main du présentateur</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>Back to the start</source>
        <translation>Revenir au début</translation>
    </message>
    <message>
        <source>The recording has ended</source>
        <translation>L’enregistrement est terminé</translation>
    </message>
    <message>
        <source>Go on reading the recording</source>
        <translation>Reprendre la lecture</translation>
    </message>
    <message>
        <source>Pause the recording; the music goes on</source>
        <translation>Mettre la lecture en pause&#x202f;; la musique continue</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>Play the recording from the start</source>
        <translation>Relire l’enregistrement du début</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Encore</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Du début</translation>
    </message>
    <message>
        <source>Open another recording</source>
        <translation>Ouvrir un autre enregistrement</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Ouvrir un autre…</translation>
    </message>
    <message>
        <source>Write the report of this show</source>
        <translation>Écrire le rapport de ce spectacle</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Back to the demo with its simulated crowd</source>
        <translation>Retour à la démo et à son public simulé</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>The recording begins again at its end; press: it ends</source>
        <translation>L’enregistrement recommence à la fin&#x202f;; presser&#xa0;: il finit</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>Recommencer à la fin</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
</context>
<context>
    <name>RevealBoard</name>
    <message>
        <source>Next race</source>
        <translation>À suivre</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ nouveau</translation>
    </message>
    <message>
        <source>= stays</source>
        <translation>= reste</translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message>
        <source>The room at its level again</source>
        <translation>La salle à son niveau habituel</translation>
    </message>
    <message>
        <source>Dim the room by 20 dB (never in a recording)</source>
        <translation>Baisser la salle de 20 dB (jamais dans un enregistrement)</translation>
    </message>
    <message>
        <source>Dim</source>
        <translation>Dim</translation>
    </message>
    <message>
        <source>The room in stereo again</source>
        <translation>La salle de nouveau en stéréo</translation>
    </message>
    <message>
        <source>Mono in the room (never in a recording)</source>
        <translation>Mono dans la salle (jamais dans un enregistrement)</translation>
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
        <translation>Voir les numéros</translation>
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
        <translation>Touche&#xa0;: %1</translation>
    </message>
    <message>
        <source>A</source>
        <comment>the mode AUTO, short</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1&#xa0;: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>SettingEditor</name>
    <message>
        <source>not set</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>set; type to replace it</source>
        <translation>défini&#x202f;; saisir pour remplacer</translation>
    </message>
    <message>
        <source>Name of the property</source>
        <translation>Nom de la propriété</translation>
    </message>
    <message>
        <source>its value</source>
        <translation>sa valeur</translation>
    </message>
    <message>
        <source>Value of the property</source>
        <translation>Valeur de la propriété</translation>
    </message>
    <message>
        <source>Test tone on outputs 1 and 2</source>
        <translation>Son de test sur les sorties 1 et 2</translation>
    </message>
    <message>
        <source>Test tone on outputs 3 and 4</source>
        <translation>Son de test sur les sorties 3 et 4</translation>
    </message>
    <message>
        <source>Test tone</source>
        <translation>Son de test</translation>
    </message>
    <message>
        <source>Tap to set…</source>
        <translation>Battre la mesure…</translation>
    </message>
    <message>
        <source>%1: choose</source>
        <translation>%1&#xa0;: choisir</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>%1: back to %2</source>
        <translation>%1&#xa0;: revenir à %2</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>par défaut&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Sounds and music</source>
        <translation>Sons et musique</translation>
    </message>
    <message>
        <source>Kafka and topics</source>
        <translation>Kafka et topics</translation>
    </message>
    <message>
        <source>Windows and language</source>
        <translation>Fenêtres et langue</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Contrôleurs</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Spectacle</translation>
    </message>
    <message>
        <source>Sound card</source>
        <translation>Carte son</translation>
    </message>
    <message>
        <source>Sound set</source>
        <translation>Jeu de sons</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musique</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Schema Registry</source>
        <translation>Registre de schémas</translation>
    </message>
    <message>
        <source>Schema Registry: fields</source>
        <translation>Schema Registry&#xa0;: champs</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenêtres</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Écran public</translation>
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
        <translation>Tchat Twitch</translation>
    </message>
    <message>
        <source>Voting page</source>
        <translation>Page de vote</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Horloge sortante</translation>
    </message>
    <message>
        <source>OSC</source>
        <translation>OSC</translation>
    </message>
    <message>
        <source>Presenter&apos;s phone</source>
        <translation>Téléphone de scène</translation>
    </message>
    <message>
        <source>Talk clock</source>
        <translation>Chronomètre</translation>
    </message>
    <message>
        <source>Second laptop</source>
        <translation>Second portable</translation>
    </message>
    <message>
        <source>Keys and clicker</source>
        <translation>Touches et clicker</translation>
    </message>
    <message>
        <source>set by the option %1, which wins over the file</source>
        <translation>fixé par l’option %1, qui l’emporte sur le fichier</translation>
    </message>
    <message>
        <source>set by the variable %1, which wins over the file</source>
        <translation>fixé par la variable %1, qui l’emporte sur le fichier</translation>
    </message>
    <message>
        <source>kept; from the next start on</source>
        <translation>gardé&#x202f;; au prochain démarrage</translation>
    </message>
    <message>
        <source>from mwk.toml</source>
        <translation>dans mwk.toml</translation>
    </message>
    <message>
        <source>default</source>
        <translation>par défaut</translation>
    </message>
    <message>
        <source>a change waits for the next start</source>
        <translation>un changement attend le prochain démarrage</translation>
    </message>
    <message>
        <source>acts at once</source>
        <translation>agit tout de suite</translation>
    </message>
    <message>
        <source>%1 outputs</source>
        <translation>%1 sorties</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>System&apos;s default</source>
        <translation>Celle du système</translation>
    </message>
    <message>
        <source>%1 ms at %2 kHz</source>
        <translation>%1 ms à %2 kHz</translation>
    </message>
    <message>
        <source>wait for it</source>
        <translation>l’attendre</translation>
    </message>
    <message>
        <source>go to the next one</source>
        <translation>aller sur le suivant</translation>
    </message>
    <message>
        <source>black</source>
        <translation>noir</translation>
    </message>
    <message>
        <source>the hashtag</source>
        <translation>le hashtag</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>une image</translation>
    </message>
    <message>
        <source>The second screen</source>
        <translation>Le second écran</translation>
    </message>
    <message>
        <source>whichever is there</source>
        <translation>celui qui est là</translation>
    </message>
    <message>
        <source>the console is here</source>
        <translation>la console est ici</translation>
    </message>
    <message>
        <source>the stage</source>
        <translation>le grand écran</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>absent en ce moment</translation>
    </message>
    <message>
        <source>on</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>system</source>
        <translation>système</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>le temps</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>la mesure</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>la boucle</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>approved only</source>
        <translation>approuvés seulement</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>%1 does that already.</source>
        <translation>%1 le fait déjà.</translation>
    </message>
    <message>
        <source>%1 does nothing already.</source>
        <translation>%1 ne fait déjà rien.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 est libre.</translation>
    </message>
    <message>
        <source>%1 is taken: %2. That will be replaced.</source>
        <translation>%1 est pris&#xa0;: %2. Ce sera remplacé.</translation>
    </message>
    <message>
        <source>No other key does that.</source>
        <translation>Aucune autre touche ne le fait.</translation>
    </message>
    <message>
        <source>On a strip with the focus it stays what it is there.</source>
        <translation>Sur une tranche qui a le focus, elle reste ce qu’elle y est.</translation>
    </message>
    <message>
        <source>fade out</source>
        <translation>fondu de sortie</translation>
    </message>
    <message>
        <source>the winner</source>
        <translation>le gagnant</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>merci</translation>
    </message>
    <message>
        <source>by a press</source>
        <translation>par une touche</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>de lui-même</translation>
    </message>
    <message>
        <source>This key cannot be given an action.</source>
        <translation>Cette touche ne peut pas recevoir d’action.</translation>
    </message>
    <message>
        <source>The tone sounds…</source>
        <translation>Le son passe…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Chercher…</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Chercher dans les réglages</translation>
    </message>
    <message>
        <source>something is wrong here</source>
        <translation>quelque chose ne va pas ici</translation>
    </message>
    <message>
        <source>Checking Kafka with these settings…</source>
        <translation>Vérification de Kafka avec ces réglages…</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Aucun réglage ne contient ces mots.</translation>
    </message>
    <message>
        <source>Kept in %1; comments stay. Enter keeps what was typed.</source>
        <translation>Gardés dans %1&#x202f;; les commentaires restent. Entrée garde la saisie.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>This page back to default</source>
        <translation>Cette page par défaut</translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message>
        <source>SILENT</source>
        <translation>SILENCE</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>Nothing is heard. Bars, votes and scenes go on.</source>
        <translation>On n’entend rien. Mesures, votes et scènes continuent.</translation>
    </message>
    <message>
        <source>FADED OUT</source>
        <translation>FONDU TERMINÉ</translation>
    </message>
    <message>
        <source>FADING OUT</source>
        <translation>FONDU</translation>
    </message>
    <message>
        <source>silent in %1</source>
        <translation>silence dans %1</translation>
    </message>
    <message>
        <source>RETURNS AT BAR %1</source>
        <translation>REVIENT À LA MESURE %1</translation>
    </message>
    <message>
        <source>in 1 beat</source>
        <translation>dans 1 temps</translation>
    </message>
    <message>
        <source>in %1 beats</source>
        <translation>dans %1 temps</translation>
    </message>
    <message>
        <source>The scene that plays then is heard from its first beat on.</source>
        <translation>La scène qui joue alors s’entend dès son premier temps.</translation>
    </message>
    <message>
        <source>Silent for %1 seconds. Resume: hold R.</source>
        <translation>Silence depuis %1 secondes. Reprendre&#xa0;: tenir R.</translation>
    </message>
</context>
<context>
    <name>SilenceBar</name>
    <message>
        <source>Write the report of this show</source>
        <translation>Écrire le rapport de ce spectacle</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Resume the music: hold</source>
        <translation>Reprendre la musique&#xa0;: maintenir</translation>
    </message>
    <message>
        <source>Hold longer</source>
        <translation>Tenir plus longtemps</translation>
    </message>
    <message>
        <source>Resume: Esc, then hold R</source>
        <translation>Reprendre&#xa0;: Échap, puis tenir R</translation>
    </message>
    <message>
        <source>Resume: F or hold</source>
        <translation>Reprendre&#xa0;: F ou maintenir</translation>
    </message>
    <message>
        <source>Resume: hold</source>
        <translation>Reprendre&#xa0;: maintenir</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>Faire revenir la musique</translation>
    </message>
    <message>
        <source>Keep the music: %1</source>
        <translation>Garder la musique&#xa0;: %1</translation>
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
        <translation>Maj</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ici</translation>
    </message>
    <message>
        <source>store here</source>
        <translation>ici</translation>
    </message>
</context>
<context>
    <name>SnapMenu</name>
    <message>
        <source>a name</source>
        <translation>un nom</translation>
    </message>
    <message>
        <source>Name of snapshot %1</source>
        <translation>Nom de l’instantané %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappeler</translation>
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
        <translation>Enregistrer la console ici</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>SpeedChoice</name>
    <message>
        <source>Speed %1</source>
        <translation>Vitesse %1</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>page votes are closed</source>
        <translation>page&#xa0;: votes fermés</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>reste</translation>
    </message>
    <message>
        <source>held: this scene stays</source>
        <translation>figée&#xa0;: cette scène reste</translation>
    </message>
    <message>
        <source>this scene stays</source>
        <translation>cette scène reste</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Votes clos</translation>
    </message>
    <message>
        <source>And the winner is</source>
        <translation>Et le prix revient à</translation>
    </message>
    <message>
        <source>A tie: the winners are</source>
        <translation>Égalité&#xa0;: le prix revient à</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>personne encore</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
    <message>
        <source>BLACK for %1: B goes on</source>
        <translation>NOIR depuis %1&#xa0;: B pour continuer</translation>
    </message>
    <message>
        <source>level</source>
        <translation>à égalité</translation>
    </message>
</context>
<context>
    <name>StageClock</name>
    <message>
        <source>this scene</source>
        <translation>cette scène</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>fin du</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>reste</translation>
    </message>
    <message>
        <source>lock in</source>
        <translation>vote dans</translation>
    </message>
    <message>
        <source>held</source>
        <translation>figée</translation>
    </message>
</context>
<context>
    <name>StageControls</name>
    <message>
        <source>Votes</source>
        <translation>Votes</translation>
    </message>
    <message>
        <source>On the stage: the votes</source>
        <translation>À l’écran&#xa0;: les votes</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entrer</translation>
    </message>
    <message>
        <source>On the stage: how to join</source>
        <translation>À l’écran&#xa0;: comment participer</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>On the stage: the query of the SQL page</source>
        <translation>À l’écran&#xa0;: la requête de la page SQL</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Gagnant</translation>
    </message>
    <message>
        <source>On the stage: the winner</source>
        <translation>À l’écran&#xa0;: le gagnant</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Encore</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>La fin</translation>
    </message>
    <message>
        <source>Again: the end, on the stage</source>
        <translation>Encore une fois&#xa0;: la fin, à l’écran</translation>
    </message>
    <message>
        <source>On the stage: the end, pressed twice</source>
        <translation>À l’écran&#xa0;: la fin, en deux fois</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <source>On the stage: black, again: the logo, again: the votes</source>
        <translation>À l’écran&#xa0;: noir, encore&#xa0;: le logo, encore&#xa0;: les votes</translation>
    </message>
    <message>
        <source>On the stage: what is set instead of black, again: the votes</source>
        <translation>À l’écran&#xa0;: ce qui remplace le noir, encore&#xa0;: les votes</translation>
    </message>
</context>
<context>
    <name>StageLeaders</name>
    <message>
        <source>Leaderboard</source>
        <translation>Classement</translation>
    </message>
    <message>
        <source>tweets</source>
        <translation>tweets</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>personne encore</translation>
    </message>
</context>
<context>
    <name>StageMessageRow</name>
    <message>
        <source>off the stage</source>
        <translation>déjà partie</translation>
    </message>
    <message>
        <source>Hide this message of %1</source>
        <translation>Masquer ce message de %1</translation>
    </message>
</context>
<context>
    <name>StageMessages</name>
    <message>
        <source>On the stage now</source>
        <translation>Sur l’écran public</translation>
    </message>
    <message>
        <source>no message</source>
        <translation>aucun message</translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>Stage</source>
        <translation>Écran</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Classement</translation>
    </message>
    <message>
        <source>Open the stage: its screen is gone</source>
        <translation>Ouvrir le grand écran&#xa0;: il est débranché</translation>
    </message>
    <message>
        <source>Close the stage</source>
        <translation>Fermer le grand écran</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>Ouvrir le grand écran</translation>
    </message>
    <message>
        <source>No screen</source>
        <translation>Sans écran</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
</context>
<context>
    <name>StageThumb</name>
    <message>
        <source>No screen</source>
        <translation>Pas d’écran</translation>
    </message>
    <message>
        <source>closed: S opens</source>
        <translation>fermé&#xa0;: S l’ouvre</translation>
    </message>
    <message>
        <source>The stage shows: %1</source>
        <translation>Le grand écran montre&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>StageWindow</name>
    <message>
        <source>Music with Kafka: stage</source>
        <translation>Music with Kafka&#xa0;: grand écran</translation>
    </message>
    <message>
        <source>Be right back</source>
        <translation>De retour tout de suite</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>%1, waits for GO</source>
        <translation>%1, attend GO</translation>
    </message>
    <message>
        <source>now: %1; next: %2</source>
        <translation>maintenant&#xa0;: %1&#x202f;; ensuite&#xa0;: %2</translation>
    </message>
    <message>
        <source>Mode of %1</source>
        <translation>Mode&#xa0;: %1</translation>
    </message>
    <message>
        <source>Ctrl %1</source>
        <translation>Ctrl %1</translation>
    </message>
    <message>
        <source>Filter of %1: off</source>
        <translation>Filtre de %1&#xa0;: neutre</translation>
    </message>
    <message>
        <source>Filter of %1: low-pass %2 hertz</source>
        <translation>Filtre de %1&#xa0;: passe-bas %2 hertz</translation>
    </message>
    <message>
        <source>Filter of %1: high-pass %2 hertz</source>
        <translation>Filtre de %1&#xa0;: passe-haut %2 hertz</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>coupé</translation>
    </message>
    <message>
        <source>solo: %1</source>
        <translation>solo&#xa0;: %1</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>mes. %1</translation>
    </message>
    <message>
        <source>on GO</source>
        <translation>à GO</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>S’arrête</translation>
    </message>
    <message>
        <source>Stays off</source>
        <translation>Reste off</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Figé</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>reste</translation>
    </message>
    <message>
        <source>To AUTO</source>
        <translation>En AUTO</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>fichier introuvable</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
</context>
<context>
    <name>StripFoot</name>
    <message>
        <source>Gain of %1 in decibels</source>
        <translation>Gain en décibels&#xa0;: %1</translation>
    </message>
    <message>
        <source>M on the strip</source>
        <translation>M sur la tranche</translation>
    </message>
    <message>
        <source>Let %1 be heard again</source>
        <translation>Rétablir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>Couper&#xa0;: %1</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>Maj %1</translation>
    </message>
    <message>
        <source>End the solo of %1</source>
        <translation>Fin du solo&#xa0;: %1</translation>
    </message>
    <message>
        <source>Solo %1</source>
        <translation>Solo&#xa0;: %1</translation>
    </message>
    <message>
        <source>H on the strip</source>
        <translation>H sur la tranche</translation>
    </message>
    <message>
        <source>Pre-listen to %1 no longer</source>
        <translation>Ne plus pré-écouter %1</translation>
    </message>
    <message>
        <source>Pre-listen to %1</source>
        <translation>Pré-écouter %1</translation>
    </message>
</context>
<context>
    <name>StripLevel</name>
    <message>
        <source>Level of %1</source>
        <translation>Niveau&#xa0;: %1</translation>
    </message>
    <message>
        <source>Gain of %1</source>
        <translation>Gain&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>over</source>
        <translation>de trop</translation>
    </message>
    <message>
        <source>left</source>
        <translation>restant</translation>
    </message>
    <message>
        <source>Talk: %1 %2</source>
        <translation>Exposé&#xa0;: %1 %2</translation>
    </message>
    <message>
        <source>The talk has not begun</source>
        <translation>L’exposé n’a pas commencé</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>finit à %1</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>débute à %1</translation>
    </message>
    <message>
        <source>the music fades out</source>
        <translation>la musique s’éteint</translation>
    </message>
    <message>
        <source>the winner comes onto the stage</source>
        <translation>le gagnant vient à l’écran</translation>
    </message>
    <message>
        <source>fade out, then the end on the stage</source>
        <translation>fondu, puis la fin à l’écran</translation>
    </message>
    <message>
        <source>Ends by itself in %1</source>
        <translation>Finit tout seul dans %1</translation>
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
        <translation>Minuteur</translation>
    </message>
</context>
<context>
    <name>TalkPanel</name>
    <message>
        <source>Talk clock</source>
        <translation>Minuteur</translation>
    </message>
    <message>
        <source>One minute less</source>
        <translation>Une minute de moins</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Une minute de plus</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Stop: back to the whole length</source>
        <translation>Arrêter&#xa0;: durée entière</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Débute à</translation>
    </message>
    <message>
        <source>such as 20:04</source>
        <translation>comme 20:04</translation>
    </message>
    <message>
        <source>Amber, red</source>
        <translation>Ambre, rouge</translation>
    </message>
    <message>
        <source>Red from this much left on</source>
        <translation>Rouge à partir de ce reste</translation>
    </message>
    <message>
        <source>left</source>
        <translation>restant</translation>
    </message>
    <message>
        <source>End by itself at 0:00</source>
        <translation>Finir tout seul à 0:00</translation>
    </message>
    <message>
        <source>What happens at 0:00</source>
        <translation>Ce qui se passe à 0:00</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Fondu</translation>
    </message>
    <message>
        <source>Fade, the end</source>
        <translation>Fondu, la fin</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Gagnant</translation>
    </message>
    <message>
        <source>the rail says so 60 s before; one key postpones it</source>
        <translation>annoncé 60 s avant&#x202f;; une touche le repousse</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Place in the recording: %1</source>
        <translation>Position dans l’enregistrement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Votes over time</source>
        <translation>Votes au fil du temps</translation>
    </message>
    <message>
        <source>presenter’s hand</source>
        <translation>main du présentateur</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The crowd votes</source>
        <translation>Le public vote</translation>
    </message>
    <message>
        <source>Each message that names an instrument is a vote. The five instruments with the most votes are the next scene.</source>
        <translation>Chaque message qui nomme un instrument est un vote. Les cinq instruments en tête font la scène suivante.</translation>
    </message>
    <message>
        <source>The votes lock</source>
        <translation>Les votes se ferment</translation>
    </message>
    <message>
        <source>Every window of votes runs along this line. At the yellow mark it is decided, and the next one begins.</source>
        <translation>Chaque fenêtre de votes court le long de cette ligne. Au repère jaune, tout est décidé et la suivante commence.</translation>
    </message>
    <message>
        <source>The scene lands</source>
        <translation>La scène arrive</translation>
    </message>
    <message>
        <source>What has won waits here, dashed, and lands on a bar, all loops together and in time.</source>
        <translation>Ce qui a gagné attend ici, en tirets, et arrive sur une mesure, toutes les boucles ensemble et en rythme.</translation>
    </message>
    <message>
        <source>Your hand</source>
        <translation>Votre main</translation>
    </message>
    <message>
        <source>AUTO is the crowd’s. ON and OFF are yours, whatever the votes say: white is what you hold, and the key 0 gives it all back.</source>
        <translation>AUTO est au public. ON et OFF sont à vous, quels que soient les votes&#xa0;: en blanc, ce que vous tenez&#x202f;; la touche 0 rend tout.</translation>
    </message>
    <message>
        <source>The room joins by phone</source>
        <translation>La salle participe par téléphone</translation>
    </message>
    <message>
        <source>J shows the room how to vote: a code for their phones, or a message on their network. S opens the stage.</source>
        <translation>J montre à la salle comment voter&#xa0;: un code pour les téléphones, ou un message sur leur réseau. S ouvre le grand écran.</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Close: it does not come again</source>
        <translation>Fermer&#xa0;: cela ne revient pas</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>%1 BPM · %2/4 · quantize %3</source>
        <translation>%1&#xa0;BPM · %2/4 · grille %3</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>temps</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>mesure</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>boucle</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>mes. %1</translation>
    </message>
    <message>
        <source>%1 BPM · %2/4</source>
        <translation>%1 BPM · %2/4</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>scene %1 stays until you release hold</source>
        <translation>scène %1&#xa0;: Espace libère</translation>
    </message>
    <message>
        <source>SCENE HELD FOR</source>
        <translation>SCÈNE FIGÉE DEPUIS</translation>
    </message>
    <message>
        <source>NEXT SCENE</source>
        <translation>SCÈNE SUIVANTE</translation>
    </message>
    <message>
        <source>held</source>
        <translation>figée</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>l’enregistrement est fini</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>then bar %1, as planned</source>
        <translation>puis mesure %1</translation>
    </message>
    <message>
        <source>VOTES LOCKED</source>
        <translation>VOTES CLOS</translation>
    </message>
    <message>
        <source>VOTES LOCK IN</source>
        <translation>FIN DU VOTE DANS</translation>
    </message>
    <message>
        <source>NEXT SCENE IN</source>
        <translation>SCÈNE SUIVANTE DANS</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
</context>
<context>
    <name>TransportButtons</name>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Release the scene</source>
        <translation>Libérer la scène</translation>
    </message>
    <message>
        <source>Hold the scene</source>
        <translation>Figer la scène</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>FIGÉE</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Figer</translation>
    </message>
    <message>
        <source>Esc again</source>
        <translation>Échap ×2</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>hold R</source>
        <translation>tenir R</translation>
    </message>
    <message>
        <source>Shift Esc</source>
        <translation>Maj Échap</translation>
    </message>
    <message>
        <source>hold Esc</source>
        <translation>tenir Échap</translation>
    </message>
    <message>
        <source>Cut the sound now</source>
        <translation>Couper le son maintenant</translation>
    </message>
    <message>
        <source>Panic: fade everything out</source>
        <translation>Panique&#xa0;: tout éteindre en fondu</translation>
    </message>
    <message>
        <source>Silent. Hold R to resume</source>
        <translation>Silence. Tenir R pour reprendre</translation>
    </message>
    <message>
        <source>Cut now</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Panic</source>
        <translation>Panique</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Muet</translation>
    </message>
    <message>
        <source>F returns</source>
        <translation>F&#xa0;: retour</translation>
    </message>
    <message>
        <source>Let the music return</source>
        <translation>Faire revenir la musique</translation>
    </message>
    <message>
        <source>Fade out over two loops</source>
        <translation>Fondu de sortie sur deux boucles</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>Éteint</translation>
    </message>
    <message>
        <source>Fading</source>
        <translation>En fondu</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>Fondu</translation>
    </message>
    <message>
        <source>Stop recording the master</source>
        <translation>Arrêter l’enregistrement du master</translation>
    </message>
    <message>
        <source>Record the master</source>
        <translation>Enregistrer le master</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enreg.</translation>
    </message>
</context>
<context>
    <name>TransportPosition</name>
    <message>
        <source>BAR</source>
        <translation>MESURE</translation>
    </message>
</context>
<context>
    <name>TwitterPart</name>
    <message>
        <source>Twitter stream</source>
        <translation>Flux Twitter</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Suivi</translation>
    </message>
</context>
<context>
    <name>Votes</name>
    <message>
        <source>as of %1, no news since</source>
        <translation>à %1, rien de neuf depuis</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>à %1</translation>
    </message>
</context>
<context>
    <name>VotesPanel</name>
    <message>
        <source>in this window</source>
        <translation>dans cette fenêtre</translation>
    </message>
    <message>
        <source>in this window · %1</source>
        <translation>dans cette fenêtre · %1</translation>
    </message>
    <message>
        <source>the recording is over</source>
        <translation>l’enregistrement est fini</translation>
    </message>
    <message>
        <source>locked at %1</source>
        <translation>clos à %1</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Votes</translation>
    </message>
    <message>
        <source>below the line</source>
        <translation>sous la ligne</translation>
    </message>
    <message>
        <source>no vote yet: the scene stays</source>
        <translation>aucun vote&#xa0;: la scène reste</translation>
    </message>
</context>
<context>
    <name>VotingPagePart</name>
    <message>
        <source>Audience&apos;s page</source>
        <translation>Page du public</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servie</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>Vote</translation>
    </message>
    <message>
        <source>Voting on the page</source>
        <translation>Vote sur la page</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
</context>
<context>
    <name>WordListPart</name>
    <message>
        <source>Word list</source>
        <translation>Liste de mots</translation>
    </message>
    <message>
        <source>%1, in texts and names</source>
        <translation>%1, dans les textes et les noms</translation>
    </message>
    <message>
        <source>A word; one with * at its end has any ending</source>
        <translation>Un mot&#x202f;; avec * à la fin, toute terminaison</translation>
    </message>
    <message>
        <source>A word to find or to add</source>
        <translation>Un mot à chercher ou à ajouter</translation>
    </message>
    <message>
        <source>Add this word to the list</source>
        <translation>Ajouter ce mot à la liste</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Take %1 from the list</source>
        <translation>Retirer %1 de la liste</translation>
    </message>
</context>
</TS>
