# Verrou
lock-now = Verrouiller
locked-title = Verrouillé
pin = Code PIN
unlock = Ouvrir
unlocking = Un instant…
attempts-left = { $count ->
    [one] Il reste une tentative. Si le prochain code PIN est faux, tout ce que garde ce navigateur est détruit.
   *[other] Il reste { $count } tentatives. Après cela, tout ce que garde ce navigateur est détruit.
}
pin-forgotten = Pas de code PIN sous la main ?
pin-forgotten-text = L’identifiant et la phrase de passe ouvrent aussi, et rien n’est perdu. Ou faites tout oublier à ce navigateur.
use-passphrase = Utiliser la phrase de passe
empty-browser = Vider ce navigateur
empty-browser-ask = Vider ce navigateur ?
empty-browser-text = Tout ce qu’il garde est détruit, comme les messages pas encore envoyés. Votre compte reste, et votre phrase de passe le rouvre.
lock-title = Verrou sur cet appareil
lock-text = Avec un code PIN de quatre à huit chiffres, ce navigateur se verrouille de lui-même en votre absence, et quand vous appuyez sur « Quitter vite ». Sans code, « Quitter vite » met fin à votre session ici, et votre phrase de passe est redemandée.
lock-text-set = Ce navigateur se verrouille quand vous appuyez sur « Quitter vite » ou trois fois sur Échap, et chaque fois que sa fenêtre a été fermée.
lock-after = Verrouiller si rien n’a été touché pendant
lock-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
lock-never = Jamais de lui-même
lock-on-hide = Verrouiller quand la fenêtre n’est plus visible
lock-on-hide-hint = Aussi quand vous regardez un instant un autre onglet ou une autre application, ou choisissez une photo.
lock-no-trace = Cette session ne laisse rien sur l’appareil, il n’y a donc rien à verrouiller. « Quitter vite » y met fin.
pin-set = Définir un code PIN
pin-change = Changer le code PIN
pin-new = Nouveau code PIN
pin-again = Le même code PIN encore une fois
pin-hint = De quatre à huit chiffres. Pas de date de naissance, rien que votre entourage pourrait deviner, et pas le code de votre téléphone.
pin-save = Définir ce code PIN
pin-saving = Ce que garde ce navigateur est mis sous une nouvelle clé…
pin-is-set = Le code PIN est défini.
pin-remove = Enlever le code PIN
pin-removed = Le code PIN est enlevé.
lock-passkey-title = Clé d’accès
lock-passkey-name = Verrou de ce navigateur
lock-passkey-text = L’empreinte, le visage ou le code de cet appareil peuvent ouvrir le verrou, en plus d’un code PIN ou à sa place. La clé est créée pour ce seul verrou ; le serveur n’en sait rien. L’appareil peut l’afficher parmi ses clés, avec l’adresse de ce site.
lock-passkey-text-set = Une clé d’accès de cet appareil ouvre le verrou. Une fois retirée ici, vous pouvez aussi la supprimer dans les réglages de l’appareil.
lock-passkey-impossible = Ce navigateur ou cet appareil ne peut pas ouvrir le verrou avec une clé d’accès. Un code PIN le peut.
lock-passkey-set = Utiliser une clé d’accès
lock-passkey-is-set = La clé d’accès ouvre désormais le verrou.
lock-passkey-remove = Retirer la clé d’accès
lock-passkey-removed = La clé d’accès est retirée.
lock-passkey-lost = Rien ne marche ?
unlock-passkey = Ouvrir avec la clé d’accès
pin-limits = Ce que peut un code PIN, et ce qu’il ne peut pas
pin-limits-nearby = Il arrête quelqu’un qui prend cet appareil en main : après cinq tentatives fausses, tout ce que garde ce navigateur est détruit. Votre compte reste, et votre phrase de passe le rouvre.
pin-limits-copy = Il ne fait que retarder quelqu’un qui s’y connaît bien en informatique et copie les fichiers du navigateur : on peut essayer tous les codes de quatre chiffres en quelques minutes, ceux de huit en jours ou en semaines. Des fichiers que le navigateur avait avant le code PIN peuvent aussi être retrouvés. Si vous craignez cela, utilisez ce service sans laisser de traces, ou sur un autre appareil.
pin-limits-forms = Ce que vous êtes en train de saisir dans un formulaire reste dans la mémoire de cette fenêtre pendant qu’elle est verrouillée, pour ne pas être perdu. Un message commencé est gardé sous clé sur l’appareil.

# Sans traces
no-trace = Cet appareil n’est pas le mien
no-trace-hint = Pour un ordinateur partagé ou un téléphone prêté : cette application n’y écrit rien, et fermer la fenêtre vous déconnecte.
no-trace-limits = Le navigateur lui-même se souvient de la visite de ce site, sauf dans une fenêtre privée. Ne le laissez pas enregistrer votre phrase de passe, et fermez la fenêtre à la fin.

# Apparence
look-title = Ce que les autres voient en passant
look-called = Le nom de cette fenêtre
look-called-hint = Dans la barre d’onglets, dans la liste des fenêtres ouvertes et dans l’historique du navigateur. L’icône devient une feuille de papier, et les nouveaux messages ne sont que « un nouvel élément ». L’adresse reste, tout comme ce qui a été consigné avant.
look-own = Le nom du cabinet
look-notes = Notes
look-recipes = Recettes
look-timetable = Horaires
look-new = { $count ->
    [one] un nouvel élément
   *[other] { $count } nouveaux éléments
}
look-here = Sur cet appareil, aussi avant que je me connecte
look-here-hint = Ce navigateur se souvient alors de l’autre nom. Pendant le chargement d’une page, celui du cabinet peut apparaître un instant.
look-hide = Ne rien montrer quand j’utilise une autre fenêtre
look-hide-hint = L’écran devient vide quand vous regardez un autre onglet, une autre fenêtre ou une autre application, et revient avec vous. Certains téléphones prennent avant cela l’image de leur vue d’ensemble.

# Quelqu’un surveille-t-il cet appareil ?
watched-link = Quelqu’un pourrait-il surveiller cet appareil ?
watched-title = Quelqu’un pourrait-il surveiller cet appareil ?
watched-lead = Quelques questions à vous poser avant de commencer. Elles prennent deux minutes.
watched-how = Répondez seulement dans votre tête : rien n’est demandé, envoyé ni noté ici.
watched-questions = Pensez aux personnes autour de vous
watched-unlocked = Quelqu’un peut-il ouvrir cet appareil sans vous : en connaissant son code, ou avec son doigt ou son visage ?
watched-knows = Quelqu’un sait-il des choses qui ne peuvent venir que de vos messages, de vos appels ou de vos déplacements ?
watched-given = Quelqu’un vous a-t-il donné cet appareil, l’a-t-il préparé pour vous, ou gardé un moment ?
watched-accounts = Quelqu’un connaît-il le mot de passe de votre courriel ou de votre compte Apple ou Google, ou paie-t-il votre abonnement ?
watched-strange = Y a-t-il une application que vous n’avez pas installée, ou l’appareil chauffe-t-il et se vide-t-il sans que vous l’utilisiez ?
watched-shared = Est-ce l’appareil d’une famille, d’une école, d’un employeur ou d’une bibliothèque ?
watched-no = Non partout ?
watched-no-text = Alors cet appareil est sans doute un bon endroit pour commencer. Vous pourrez définir un code PIN dans les réglages, et « Quitter vite » est toujours en haut.
watched-yes = Un oui, ou un doute ?
watched-yes-other = Si vous le pouvez, commencez sur un autre appareil : un que cette personne n’a jamais eu en main, comme celui de quelqu’un de confiance.
watched-yes-account = Utilisez-y des comptes et des réseaux qui ne sont pas liés aux vôtres.
watched-yes-wait = Ne supprimez et ne changez rien à la hâte sur cet appareil. La personne qui surveille peut le remarquer, et ce qui s’y trouve peut servir de preuve plus tard.
watched-yes-trace = Sur un appareil prêté, choisissez « Cet appareil n’est pas le mien » en créant votre compte ou en vous connectant, dans une fenêtre privée.
watched-yes-help = Une ligne d’écoute peut y réfléchir avec vous, aussi pour votre sécurité à la maison.
watched-limits = Aucune page ne peut trouver un logiciel espion ni vous en protéger : quiconque contrôle un appareil voit ce qui est à l’écran, ici aussi.
