# Choisir quelqu’un
start-title = Trouvez à qui parler
start-lead = Prenez votre temps. Vous pouvez lire ici qui est chaque personne, et ce qui vous protège, avant de raconter quoi que ce soit.
first-title = Vous préférez ne pas choisir ?
first-text = Nous vous menons à quelqu’un qui prend de nouvelles demandes maintenant. À vous de décider si vous continuez.
first-text-language = Nous vous menons à quelqu’un qui prend de nouvelles demandes maintenant et qui écrit en { $language }. À vous de décider si vous continuez.
first-available = Première personne disponible
choices-title = Qui est là
choices-count = { $count ->
    [0] Personne
    [one] Un ou une thérapeute
   *[other] { $count } thérapeutes
}
filter-label = Affiner la liste
filter-language = Langue
filter-speciality = De quoi il s’agit
filter-any = Peu importe
filter-accepting = Prend de nouvelles demandes
choose = Choisir { $name }
choice-more = En savoir plus sur { $name }
choice-confirmed = Confirmé par le cabinet
choice-requested = Votre demande est chez { $name }, qui vous répondra.
choice-open = Vous parlez déjà avec { $name }.
go-to-conversation = Aller à votre conversation
nobody-title = Personne n’est encore dans la liste
nobody-text = Le cabinet n’a encore publié aucun profil. Revenez voir plus tard, ou prenez contact.
nobody-fits-title = Personne ne correspond à tout cela
nobody-fits-text = Beaucoup de thérapeutes aident aussi pour ce qui n’est pas dans leur liste. Regardez tout le monde.
show-all = Afficher tout le monde

# Là où aucune demande n’est possible
not-now-title = Pas possible pour le moment
not-now-gone = Cette personne n’est pas, ou plus, dans la liste. D’autres pourront peut-être vous aider maintenant.
not-now-closed = { $name } ne prend pas de nouvelles demandes en ce moment. D’autres pourront peut-être vous aider maintenant.
not-now-no-consent = { $name } n’a pas encore de texte de consentement, et sans lui une thérapie ne peut pas commencer. D’autres pourront peut-être vous aider maintenant.
not-now-kept = Ce que vous avez écrit est toujours là. Vous pouvez l’emporter chez quelqu’un d’autre et le relire avant que rien ne soit envoyé.
see-everybody = Voir qui est là
everybody = Thérapeutes du cabinet
in-touch-title = Vous êtes déjà en contact

# Pas à pas
start-step-protection = Protection
start-step-consent = Consentement
start-step-intake = Fiche d’accueil
start-step-review = Relecture
start-protection-title = Ce qui vous protège
start-consent-title = À quoi vous consentez
start-intake-title = Ce qui vous amène
start-review-title = Relisez encore une fois

protection-lead = Lisez d’abord ceci. Rien ne vous est encore demandé, et rien n’est envoyé avant la dernière étape.
protection-readers = Qui peut lire ce que vous écrivez
protection-readers-text = Seulement vous et { $name }. Vos mots sont mis sous clé sur cet appareil avant de le quitter. Le cabinet, ses autres thérapeutes et les personnes qui gèrent le serveur ne peuvent pas les ouvrir.
protection-server = Ce que voit le serveur
protection-server-text = Que votre compte et celui de { $name } partagent une conversation, quels jours quelque chose est envoyé, à peu près combien, et qui est connecté. Pas votre pseudonyme, et pas un seul mot.
protection-sealed = Ce qui reste scellé
protection-sealed-text = Les informations médicales, votre vrai nom et un contact en cas d’urgence, si vous les donnez. { $name } peut les ouvrir seulement en donnant une raison, et vous apprenez quand et pourquoi.
protection-ending = Vous pouvez arrêter à tout moment
protection-ending-text = Vous pouvez retirer votre demande, retirer votre consentement, terminer la conversation ou supprimer votre compte, sans demander à personne.
unprotected-title = Ce qui n’est pas protégé
unprotected-device = Cet appareil. Quiconque le contrôle, ou connaît votre phrase de passe, peut lire avec vous.
unprotected-watched = Votre écran, quand quelqu’un regarde par-dessus votre épaule. « Quitter vite », en haut, ou trois fois Échap vous mènent aussitôt à une page anodine.
unprotected-law = La confidentialité a des limites. Dans certaines situations, comme un danger pour la vie, la loi peut obliger { $name } à transmettre quelque chose. Lesquelles, vous le lisez à la page suivante.
protection-more = La sécurité en détail (s’ouvre dans un nouvel onglet)

consent-step-lead = Voici ce que vous propose { $name }, et comment vous travailleriez. Lisez à votre rythme.
consent-recorded = Votre accord est consigné à l’intérieur du chiffrement, pour vous et { $name } seulement. Vous pouvez relire ce texte et retirer votre accord à tout moment.
consent-agree = J’ai lu ceci et je suis d’accord

intake-lead = Cette fiche est pour { $name } et personne d’autre. Aussi courte ou aussi longue que vous voulez.
intake-reason-hint = Il n’y a pas de mauvaise réponse, et quelques mots suffisent. Vous pourrez en dire plus ensuite.
intake-region-hint = Pour que { $name } sache quels secours sont près de vous. Par exemple : Nantes, France
intake-sealed-title = La partie scellée
intake-sealed-text = Elle reste scellée jusqu’à ce que { $name } l’ouvre pour une raison donnée. Vous apprenez quand et pourquoi. Vous pouvez tout laisser vide.
intake-medical-hint = Maladies, médicaments, une grossesse : ce qui pourrait compter.
intake-real-name-hint = Seulement si vous voulez le donner. C’est utile si des secours doivent venir à vous.
intake-emergency-contact-hint = Qui appeler si vous êtes en danger ? Un nom et un numéro pour { $name }.

review-lead = Rien n’a encore été envoyé. Voici ce que reçoit { $name }.
review-agreed = Lu et accepté, version { $version }
review-sealed = Scellé
review-nothing = Rien d’indiqué
request-then = { $name } accepte ensuite, vous pose d’abord une question, ou vous dit qui peut mieux vous aider. Vous voyez la réponse sous « Conversations ».
request-send = Envoyer à { $name }
request-sending = Votre fiche est scellée et envoyée…

error-consent_not_agreed = Cochez cette case quand vous avez lu le texte et que vous êtes d’accord. Sinon, vous pouvez revenir en arrière ; rien n’est envoyé.
error-intake_reason_missing = Écrivez quelques mots, même très peu. « Je ne sais pas par où commencer » suffit.
error-intake_region_missing = Indiquez un pays ou une région. Pas besoin de dire plus précisément où vous êtes.

intake-before = J’avais déjà un compte ici et ne peux plus entrer
intake-before-text = Si vous avez convenu d’un mot avec { $name }, donnez-le ici avec votre pseudonyme d’alors. { $name } est la seule personne à pouvoir le lire, et voudra sans doute aussi entendre votre voix ; ce qui s’est dit alors reste d’abord fermé.
intake-former-name = Votre ancien pseudonyme
