# Animer un salon : l’ouvrir, sa porte, ses personnes, le calme
lead-rooms = Salons
lead-undo = Annuler

# Ouvrir un salon
lead-new-title = Ouvrir un salon
lead-new-lead = Un salon est une conversation à plusieurs que vous animez. Chaque personne y porte un nom choisi pour ce salon seulement.
lead-step-describe = Le décrire
lead-step-look = Le regarder
lead-describe-title = De quoi s’agit-il ?
lead-look-title = Voici ce que les autres voient
lead-look-text = On lit ceci avant de demander à entrer. Personne ne le voit encore.
lead-look-label = Le salon tel que les autres le voient
lead-to-look = Continuer
lead-back-to-describe = Retour
lead-make = Ouvrir le salon
lead-make-busy = Le salon se crée …
lead-title = Nom du salon
lead-title-hint = Court et discret. Quelqu’un pourrait le lire par-dessus une épaule.
lead-purpose = But
lead-purpose-hint = Pour qui il est, et ce que l’on peut en attendre.
lead-rules = Règles
lead-rules-hint = Ce que tout le monde respecte. On les lit avant de demander à entrer.
lead-rules-suggest = Commencer par une suggestion
lead-rules-start = Ce qui se dit ici reste ici.
  Nous parlons de nous et laissons les autres parler pour eux.
  Personne n’est obligé de dire quelque chose.
  Nous ne donnons de conseils qu’à qui en demande.
  Qui est en danger reçoit de l’aide : dites-le-moi, ou utilisez l’aide en cas de crise en haut de la page.
lead-language = Langue
lead-language-hint = Celle que l’on parle ici.
lead-days = Durée de conservation
lead-days-hint = Ensuite, ce qui a été dit disparaît du serveur et de tous les appareils. Une séance finit quand son heure est passée ou quand vous fermez le salon.
lead-days-told = Ce qui se dit ici est conservé { $time }.
lead-days-none = jusqu’à la fin de la séance
lead-days-none-told = Ce qui se dit ici est détruit à la fin de la séance.
lead-questions = Fiche d’accueil
lead-questions-hint = Ce que vous demandez avant que quelqu’un entre. Seules les personnes qui animent le salon lisent les réponses.
lead-questions-none = Rien n’est demandé avant d’entrer.
lead-question = Question nº { $number }
lead-question-required = Réponse obligatoire
lead-question-up = Monter
lead-question-remove = Retirer
lead-question-removed = La question a été retirée.
lead-question-add = Ajouter une question
lead-question-suggest = Suggérer des questions
lead-question-brings = Qu’est-ce qui vous amène ?
lead-question-medical = Y a-t-il quelque chose de médical que je devrais savoir, comme un diagnostic ou un traitement ?
lead-question-helps = Qu’est-ce qui vous aide en cas de crise ?
lead-question-contact = Qui puis-je joindre si vous êtes en danger ? Un nom et un numéro suffisent.
lead-listed = Qui peut le trouver
lead-listed-no = Seulement qui a le lien
lead-listed-no-hint = Le serveur non plus ne peut lire ni le nom ni le but du salon.
lead-listed-yes = Toutes les personnes du cabinet
lead-listed-yes-hint = Il figure dans la liste des salons. Qui a un compte ici lit le nom, le but et les règles, et le serveur aussi.
lead-listed-no-told = Seul qui a le lien trouve ce salon.
lead-listed-yes-told = Ce salon figure dans la liste des salons.
lead-led-by = Animation
error-lead_title_missing = Donnez un nom au salon.

# L’animer
lead-screen-title = Animer le salon
lead-to-room = Au salon
lead-none-title = Vous n’animez pas ce salon
lead-none-text = Il n’existe peut-être plus, ou quelqu’un d’autre l’anime maintenant.
lead-parts = Animer le salon
lead-part-door = Porte
lead-part-people = Personnes
lead-part-link = Inviter
lead-part-settings = Salon
lead-closed-now = Le salon est fermé : tout le monde peut lire, personne ne peut écrire ni entrer.

# La porte
lead-door-title = À la porte
lead-door-text = On ne voit rien de ce qui se dit tant que vous ne laissez pas entrer.
lead-door-empty = Personne n’attend. Qui demande à entrer apparaît ici.
lead-since-today = depuis aujourd’hui
lead-since = depuis le { $date }
lead-further = Cette personne est déjà dans le salon et demande à entrer avec un autre appareil.
lead-alike = Ce nom se confond avec « { $name } ». Déclinez, et cette personne pourra redemander sous un autre nom.
lead-alike-beside = Une autre personne attend sous le nom « { $name } », qui se confond avec celui-ci. Laissez entrer l’une et déclinez l’autre.
lead-card = Fiche d’accueil
lead-card-none = Rien n’a été demandé.
lead-card-empty = Pas de réponse
lead-choose = Choisir { $name }
lead-admit = Laisser entrer
lead-admit-all = { $count ->
    [one] Laisser entrer { $count } personne
    [many] Laisser entrer les { $count } de personnes
   *[other] Laisser entrer tout le monde ({ $count })
  }
lead-admit-some = { $count ->
    [one] Laisser entrer { $count } personne choisie
    [many] Laisser entrer { $count } de personnes choisies
   *[other] Laisser entrer { $count } personnes choisies
  }
lead-admitting = { $count ->
    [one] Une personne entre …
    [many] { $count } de personnes entrent …
   *[other] { $count } personnes entrent …
  }
lead-admitted-one = { $name } est dans le salon.
lead-admitted = { $count ->
    [one] { $count } personne est dans le salon.
    [many] { $count } de personnes sont dans le salon.
   *[other] { $count } personnes sont dans le salon.
  }
lead-decline = Décliner
lead-decline-title = Décliner { $name } ?
lead-decline-text = Cette personne apprend, sans raison donnée, que vous ne l’avez pas laissée entrer, et peut redemander. Ce qu’elle vous a confié est effacé du serveur.
lead-declined = La demande de { $name } a été déclinée.

# Personnes
lead-people-title = { $count ->
    [one] { $count } personne dans le salon
    [many] { $count } de personnes dans le salon
   *[other] { $count } personnes dans le salon
  }
lead-people-alone = Il n’y a encore que vous. Transmettez le lien, puis laissez entrer à la porte.
lead-people-look = Trouver quelqu’un
lead-people-found = { $count ->
    [one] { $count } personne trouvée
    [many] { $count } de personnes trouvées
   *[other] { $count } personnes trouvées
  }
lead-leads = anime le salon
lead-you-lead = vous
lead-is-muted = en sourdine
lead-mute = Mettre en sourdine
lead-mute-for = Mettre en sourdine { $minutes } minutes
lead-muted = { $name } est en sourdine : la lecture continue, et il est dit qu’écrire n’est pas possible.
lead-unmute = Rendre la parole
lead-unmuted = { $name } peut de nouveau écrire.
lead-more = Plus
lead-remove = Retirer
lead-remove-title = Retirer { $name } du salon ?
lead-remove-text = Cette personne voit qu’elle n’est plus dans le salon, et ne lit rien de ce qui s’y dit désormais. Elle peut redemander à entrer. Les autres voient son départ.
lead-removed = { $name } n’est plus dans le salon.
lead-ban = Exclure
lead-ban-title = Exclure { $name } pour toujours ?
lead-ban-text = Cette personne est retirée et ne peut plus redemander, sous aucun nom, jusqu’à ce que vous le permettiez. Les autres voient seulement son départ.
lead-banned = L’exclusion de { $name } est faite.
lead-bans = Personnes exclues
lead-bans-text = Elles ne peuvent plus demander à entrer. Le serveur sait de quel compte il s’agit, mais ne connaît aucun nom.
lead-bans-unknown = Quelqu’un qu’une autre personne a exclu
lead-ban-lift = Permettre de redemander

# Le lien
lead-link-title = Lien d’invitation
lead-link-text = Qui a ce lien peut lire de quoi parle le salon et demander à entrer. Personne n’entre sans vous.
lead-link-listed = Le salon figure aussi dans la liste des salons.
lead-link-unlisted = Sa seconde moitié est la clé du nom et du but du salon. Elle n’arrive jamais au serveur : transmettez le lien entier.
lead-link-qr = Code QR du lien d’invitation
lead-link-qr-hint = À scanner avec un téléphone, à l’écran ou sur papier.

# Où en est le salon
lead-close-title = Le salon est ouvert
lead-close-text = Ses membres peuvent lire et écrire.
lead-close = Fermer le salon
lead-close-ask = Fermer le salon ?
lead-close-ask-text = Tout le monde voit que le salon est fermé. On peut encore lire, mais personne ne peut écrire ni entrer jusqu’à ce que vous le rouvriez.
lead-close-destroys = Ce qui a été dit est alors détruit, sur le serveur et sur tous les appareils.
lead-open = Le rouvrir
lead-face-title = Ce que les autres voient
lead-face-text = Les personnes qui animent le salon l’ont signé. Les appareils des membres le vérifient.

# Ce qui attend, et tout arrêter
lead-part-hands = Mains
lead-part-held = Retenus
lead-part-whispers = Apartés
lead-part-talk = Échanges
lead-wait = { $count ->
    [one] vous attend
    [many] vous attendent
   *[other] vous attendent
  }
lead-panic = Arrêter et montrer l’aide
lead-panic-title = Fermer le salon maintenant ?
lead-panic-text = Personne ne peut plus écrire, et tout le monde voit où trouver de l’aide en cas de crise.
lead-panic-submit = Arrêter maintenant
lead-panic-now = Le salon est fermé, et tout le monde voit où trouver de l’aide.

# Mains et parole
lead-hands-title = Mains levées
lead-hands-empty = Aucune main n’est levée, et personne n’a la parole.
lead-floor-free = Personne n’a la parole.
lead-floor-has = { $name } a la parole.
lead-floor-next = Donner la parole à { $name }
lead-floor-end = Terminer son tour
lead-floor-give = Donner la parole
lead-queue = Parler à tour de rôle
lead-queue-hint = À part vous, seule la personne qui a la parole peut écrire. Les autres lèvent la main.

# Ce qui est retenu
lead-held-title = Messages retenus
lead-held-text = Seules les personnes qui animent le salon ont vu ceci.
lead-held-empty = Rien n’est retenu.
lead-held-warning = Avertissement : { $warning }
lead-pass = Transmettre
lead-return = Renvoyer
lead-return-title = Renvoyer ceci à { $name } ?
lead-return-text = Seule cette personne le voit. Elle lit vos mots et peut écrire de nouveau.
lead-return-why = Pourquoi
lead-return-start = Je préfère ne pas montrer cela ainsi à tout le monde. Pourriez-vous le dire autrement ?
lead-review = Tout lire d’abord
lead-review-hint = Ce qui s’écrit vous parvient, et les autres le voient quand vous le transmettez.

# Apartés
lead-whispers-title = Apartés
lead-whispers-text = Dits seulement à qui anime le salon. Personne d’autre ne voit les réponses.
lead-whispers-empty = Personne ne vous a parlé en aparté. C’est possible à tout moment, sans que les autres le voient.
lead-whisper-open = attend une réponse
lead-whisper-you = Vous
lead-whisper-gone = Cette personne n’est plus dans le salon.
lead-whisper-to = Réponse à { $name }
lead-whisper-submit = Répondre
lead-whisper-sent = Seule cette personne peut le lire.
error-lead_whisper_empty = Écrivez d’abord quelque chose.

# Comment on parle
lead-talk-title = Comment on parle ici
lead-slow = Ralentir
lead-slow-hint = Le temps à attendre entre deux messages. Les personnes qui animent le salon n’attendent pas.
lead-slow-none = Sans attente
lead-pinned-title = Épinglé
lead-pinned-none = Rien n’est épinglé. Un message s’épingle depuis son menu dans le salon.
lead-unpin = Ne plus épingler
lead-welcome-title = Accueil
lead-welcome = Mots d’accueil
lead-welcome-hint = On les lit d’abord en entrant.
lead-agenda-title = Ordre du jour
lead-agenda-text = Tout le monde voit de quoi il s’agit maintenant, et pour combien de temps.
lead-agenda-open = le temps qu’il faut
lead-agenda-on = maintenant
lead-agenda-left = { $count ->
    [one] maintenant, encore { $count } minute
    [many] maintenant, encore { $count } de minutes
   *[other] maintenant, encore { $count } minutes
  }
lead-agenda-over = maintenant, le temps est écoulé
lead-agenda-begin = Commencer
lead-agenda-start = Commencer par « { $title } »
lead-agenda-next = Passer à « { $title } »
lead-agenda-end = Terminer l’ordre du jour
lead-agenda-item = Point suivant
lead-agenda-minutes = Durée
lead-agenda-add = Ajouter à l’ordre du jour
error-lead_agenda_empty = Dites de quoi il s’agit.

# Lire d’abord ce que quelqu’un écrit
lead-hold = Lire d’abord
lead-unhold = Ne plus lire d’abord
lead-is-held = lecture préalable
lead-held-on = Ce que { $name } écrit vous parvient d’abord. Cette personne le voit.
lead-held-off = Ce que { $name } écrit est de nouveau vu de tout le monde.

# Qui l’anime avec vous, et les fiches des personnes du salon
lead-colleague = Un thérapeute demande à animer ce salon avec vous.
lead-appoint = Nommer
lead-appoint-title = Animer le salon avec { $name } ?
lead-appoint-text = Cette personne peut tout ce que vous pouvez ici : laisser entrer, mettre en sourdine, retirer, lire les apartés. Les fiches d’avant, elle ne les lit qu’avec l’accord de chacun. Tout le monde voit qu’elle anime.
lead-appointed = { $name } anime le salon avec vous.
lead-link-colleague = Un thérapeute du cabinet qui ouvre le lien peut demander à animer le salon avec vous. La nomination se fait à la porte.
lead-card-of = Fiche d’accueil de { $name }
lead-card-told = Cette personne apprend que vous l’ouvrez, et quand. Ouvrez-la donc quand vous en avez besoin.
lead-card-open = L’ouvrir

# Quand, combien, et comment on entre
lead-sessions = Quand vous vous retrouvez
lead-sessions-hint = Chaque semaine, à votre heure. Les autres le voient à la leur.
lead-sessions-none = Le salon est toujours ouvert.
lead-session = { $day }, de { $from } à { $to }
lead-session-add = Ajouter une heure
lead-session-day = Jour
lead-session-start = Début
lead-session-minutes = Durée
lead-capacity = Nombre de places
lead-capacity-hint = Au-delà d’une trentaine, une seule personne ne peut guère entendre tout le monde.
lead-capacity-told = { $count ->
    [one] Il y a { $count } place.
    [many] Il y a { $count } de places.
   *[other] Il y a { $count } places.
  }
lead-entry = Comment on entre
lead-entry-request = Vous laissez entrer chaque personne
lead-entry-request-hint = Qui demande attend à la porte jusqu’à votre réponse.
lead-entry-open = Qui demande entre
lead-entry-open-hint = Dès que votre appareil est là. Seulement pour des salons où personne ne peut souffrir d’une présence inconnue.
lead-face-change = Modifier
lead-face-change-text = Tout le monde dans le salon apprend ce qui vaut désormais.
lead-asking = On peut demander à entrer
lead-asking-hint = Sinon la porte est fermée : personne ne peut demander jusqu’à ce que vous l’ouvriez.

# Signalements
lead-part-reports = Signalés
lead-reports-title = Signalements
lead-reports-text = Seules les personnes qui animent le salon voient qui a signalé quoi.
lead-reports-empty = Rien n’a été signalé.
lead-report-by = Signalé par { $name }.
lead-report-why = Signalé par { $name } : « { $why } »
lead-report-down = Retirer le message
lead-report-done = Terminé
lead-verdict-proved = Il est prouvé que { $name } a dit cela ici.
lead-verdict-altered = Ce que ce signalement montre n’est pas ce dont il a été fait. Ne faites rien à cause de lui.
lead-verdict-not-sent = Rien de tel n’a été dit dans le salon. Ne faites rien à cause de cela.
lead-verdict-other-sender = Une autre personne a dit cela, pas { $name }. Ne faites rien à cause de cela.
lead-verdict-unknown-sender = Cela a été dit ici, mais on ne peut pas savoir par qui.
lead-verdict-before-exchange = Cela a été envoyé avant l’échange des clés du serveur et n’est plus conservé. Personne ne peut plus dire si cela a été dit ainsi.
lead-verdict-unchecked = Cela n’a pas encore pu être vérifié. Un nouvel essai suit dès qu’il y a une connexion.

# Comment va tout le monde, notes, et qui était là
lead-part-after = Carnet
lead-mood-title = Comment va tout le monde
lead-mood-text = { $count ->
    [one] Vous demandez, et chaque personne répond par un nombre de 0 à 10. Tout le monde voit une seule image quand { $count } personne a répondu ; personne ne voit les réponses une à une.
    [many] Vous demandez, et chaque personne répond par un nombre de 0 à 10. Tout le monde voit une seule image quand { $count } de personnes ou plus ont répondu ; personne ne voit les réponses une à une.
   *[other] Vous demandez, et chaque personne répond par un nombre de 0 à 10. Tout le monde voit une seule image quand { $count } personnes ou plus ont répondu ; personne ne voit les réponses une à une.
  }
lead-mood-ask-start = Demander au début
lead-mood-ask-end = Demander à la fin
lead-mood-asked-start = On demande à tout le monde comment il arrive.
lead-mood-asked-end = On demande à tout le monde comment il repart.
lead-mood-answers = { $count ->
    [one] { $count } réponse jusqu’ici.
    [many] { $count } de réponses jusqu’ici.
   *[other] { $count } réponses jusqu’ici.
  }
lead-mood-finish = Terminer la question
lead-mood-start = Au début
lead-mood-end = À la fin
lead-mood-step = De mal à bien
lead-mood-count = Combien
lead-notes-title = Carnet
lead-notes-text = Seules les personnes qui animent le salon maintenant peuvent le lire. Tout y reste jusqu’à ce que vous le retiriez.
lead-note = Nouvelle note
lead-note-add = Garder la note
lead-note-remove-title = Retirer cette note ?
lead-note-remove-text = Elle est retirée pour toutes les personnes qui animent le salon. Cela ne peut pas être annulé.
lead-attendance-title = Qui était là
lead-attendance-text = Sous les noms de ce salon, tant que quelque chose y est conservé.
lead-attendance-none = Personne n’était encore là, d’après ce qui est conservé.
lead-unanswered = { $count ->
    [one] Une personne n’a pas encore dit si elle continue avec vous.
   *[other] { $count } personnes n’ont pas encore dit si elles continuent avec vous.
}
lead-unanswered-text = Tant qu’elles n’ont pas accepté, elles ne lisent rien de ce qui se dit maintenant, et vous ne savez pas qui elles sont.
lead-go-on = Continuer sans elles
lead-go-on-title = Continuer sans les personnes qui n’ont pas répondu ?
lead-go-on-text = Elles sont retirées du salon. Elles peuvent redemander à entrer à la porte.
error-attested_before = Les clés du serveur ont été échangées depuis, et ce message n’est plus conservé. Personne ne peut plus dire de qui il venait.
error-not_asking = Cette personne ne demande plus à entrer.
error-not_attested = Personne n’a envoyé ce message dans ce salon.
error-room_card_not_shared = Cette personne n’a pas partagé sa fiche avec vous.
