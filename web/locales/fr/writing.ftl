# Ce qu’on peut faire d’un message
message-menu-mine = Votre message de { $time } : qu’en faire
message-menu-theirs = Message de { $name } de { $time } : qu’en faire
reply = Répondre
answering = Vous répondez à { $name }
answering-me = Vous répondez à votre propre message
answering-leave = Ne pas répondre à ce message
quote-answers = En réponse à
quote-me = Vous
quote-not-here = Répond à un message qui n’est pas dans ce navigateur.

# Modifier et reprendre
edit = Modifier
edit-title = Modifiez votre message
edit-words = Vos mots
edit-hint = { $name } voit que vous l’avez modifié et peut lire ce qu’il disait avant.
edit-submit = Enregistrer
edited = Modifié
wordings-title = Ce que disait ce message avant
wording-at = { $date }, { $time }
wording-now = tel qu’il est maintenant
take-back = Reprendre
take-back-title = Reprendre ce message ?
take-back-text = Ses mots disparaissent de cette conversation des deux côtés, et l’on voit de part et d’autre qu’un message a été repris. { $name } les a peut-être déjà lus, et un appareil éteint ne les oublie qu’une fois de nouveau en ligne.
taken-back-mine = Vous avez repris ce message.
taken-back-theirs = { $name } a repris ce message.
taken-back-short = Repris

# Réactions
react = Réagir
react-with = Réagir avec { $emoji }
react-other = Une autre réaction
react-other-title = Une autre réaction
react-field = Votre réaction
react-hint = Un seul caractère, par exemple un emoji de votre clavier.
react-submit = Réagir
reactions = Réactions
reaction-mine = de vous
reaction-theirs = de { $name }
reaction-both = de vous et de { $name }

# Recherche
search = Rechercher
search-words = Mots à chercher
search-hint = Le début des mots suffit. Seul cet appareil cherche ; rien n’est demandé au serveur.
search-everywhere = Dans toutes les conversations
search-found = { $total ->
    [0] Rien n’a été trouvé.
    [one] Un message a été trouvé.
   *[other] { $total } messages ont été trouvés ; les { $shown } plus récents sont affichés.
}
search-at = { $date }, { $time }
search-mine = Vous
search-mine-to = Vous à { $name }
search-day = Aller à un jour
search-date = Jour
search-go = Y aller
search-day-none = Rien n’a été dit ce jour-là ni après.

# Étoiles
star = Marquer d’une étoile, pour moi seulement
unstar = Enlever l’étoile
starred = Marqués d’une étoile
starred-one = Marqué d’une étoile.
starred-none = Marquez un message d’une étoile pour le retrouver ici. Personne d’autre ne voit vos étoiles.

# Phrases prêtes
phrases = Phrases prêtes
phrases-none = Ce que vous écrivez souvent peut attendre ici : une salutation, comment vous joindre en cas de crise, le prochain rendez-vous.
phrase-new = Nouvelle phrase
phrase-change = Changer
phrase-change-this = Changer « { $phrase } »
phrase-words = Phrase
phrase-hint = Elle se place là où vous écrivez, et vous pouvez l’y changer avant de l’envoyer.
phrase-save = Enregistrer
phrase-remove = Enlever
