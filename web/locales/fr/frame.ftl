continue = Continuer
save = Enregistrer
log-out = Se déconnecter
other-tab-title = Ouvert dans une autre fenêtre
other-tab-text = Alcove est déjà ouvert dans une autre fenêtre ou un autre onglet. Un seul endroit à la fois peut garder vos clés. Rien n’est perdu : continuez là-bas, ou reprenez ici.
take-over = Utiliser ici
failed-title = Le démarrage n’a pas réussi
failed-text = Rien n’est perdu. Ce que vous pouvez faire :
starting = Un instant…
crisis = Aide en cas de crise
leave-now = Quitter vite
connection-connecting = Connexion…
connection-offline = Vous êtes hors ligne. Vous pouvez lire ce qui est sur cet appareil, et ce que vous écrivez part dès qu’il y a une connexion.
copy = Copier
copied = Copié
optional = (facultatif)
show-passphrase = Afficher
close = Fermer
cancel = Annuler
back = Retour
skip = Aller au contenu
help-label = Aide et sortie
choose-language = Langue
nav-label = Principal
nav-conversations = Conversations
nav-start = Trouver un ou une thérapeute
nav-rooms = Salons
nav-profile = Mon profil
nav-people = Thérapeutes
nav-practice = Cabinet
nav-surveys = Enquêtes
nav-settings = Réglages
unread = { $count ->
    [one] message non lu
   *[other] messages non lus
}
