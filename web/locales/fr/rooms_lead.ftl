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
lead-days-hint = Ensuite, ce qui a été dit disparaît du serveur et de tous les appareils.
lead-days-told = Ce qui se dit ici est conservé { $time }.
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
lead-ban-text = Cette personne est retirée et ne peut plus redemander, sous aucun nom. Les autres voient seulement son départ. Cela ne peut pas être annulé.
lead-banned = L’exclusion de { $name } est faite.

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
lead-open-title = Le salon est fermé
lead-open-text = Tout le monde peut lire ce qui a été dit. Personne ne peut écrire ni entrer.
lead-open = Le rouvrir
lead-face-title = Ce que les autres voient
lead-face-text = Les personnes qui animent le salon l’ont signé. Les appareils des membres le vérifient.
