# Second facteur
second-factor-title = Confirmez que c’est bien vous
second-factor-lead = Votre phrase de passe est juste. À cause de votre rôle, votre clé d’accès est nécessaire aussi.
use-passkey = Utiliser la clé d’accès
use-passkey-instead = Utiliser plutôt ma clé d’accès
passkey-waiting = Votre navigateur vous pose une question…
no-passkey = Je n’ai pas ma clé d’accès sous la main
use-code = Utiliser un code à usage unique
one-time-code = Code à usage unique
one-time-code-hint = L’un des huit codes que vous avez conservés. Chacun sert une fois.
codes-remaining-title = { $remaining ->
    [0] C’était votre dernier code à usage unique
    [one] Il vous reste un code à usage unique
   *[other] Il vous reste { $remaining } codes à usage unique
}
codes-remaining-enough = Barrez celui que vous avez utilisé.
codes-remaining-few = Barrez celui que vous avez utilisé. Si votre clé d’accès est perdue pour de bon, ajoutez-en une autre maintenant dans les réglages.
second-factor-missing-title = Ajoutez une clé d’accès
second-factor-missing-practitioner = Vous garderez ce que des personnes vous confient. Une phrase de passe volée ne doit donc pas suffire à ouvrir votre compte.
second-factor-missing-steward = Vous prenez soin du cabinet. Une phrase de passe volée ne doit donc pas suffire à ouvrir votre compte.
passkey-what = Une clé d’accès est une clé que garde votre appareil ou une clé de sécurité. Vous l’utilisez avec votre empreinte, votre visage ou votre code PIN.
passkey-where = L’empreinte et le visage ne quittent jamais votre appareil.
passkey-then = Vous recevez ensuite huit codes à usage unique, pour les jours où la clé d’accès n’est pas sous la main.
create-passkey = Créer une clé d’accès
one-time-codes-title = Vos codes à usage unique
one-time-codes-text = Pour les jours où votre clé d’accès n’est pas sous la main. Chacun sert une fois, avec votre phrase de passe. Ils ne s’affichent que maintenant.
one-time-codes-sheet = Codes à usage unique
one-time-codes-where = Gardez-les loin de votre phrase de passe, de préférence sur papier.
codes-kept = Je les ai conservés

# Réglages
settings-title = Réglages
settings-who = Qui vous êtes ici
own-name = Votre nom ici
own-name-hint-client = Les thérapeutes à qui vous écrirez désormais voient ce nom. Les conversations plus anciennes gardent celui de leur début. Votre identifiant ne change pas.
own-name-hint-steward = Personne d’autre que vous ne voit ce nom. Votre identifiant ne change pas.
own-name-hint-practitioner = Personne d’autre que vous ne voit ce nom. Celui que voient les autres est dans votre profil ; votre identifiant ne change pas.
settings-marks = Ce que voit l’autre personne
read-marks = Montrer quand j’ai lu quelque chose
read-marks-hint = Si c’est désactivé, l’autre personne voit seulement que le message est arrivé.
typing-shown = Montrer quand j’écris
typing-shown-hint = Ce que vous écrivez ne s’affiche jamais avant que vous l’envoyiez.
change-passphrase = Changer la phrase de passe
change-passphrase-text = Faites-le si quelqu’un a pu la voir. Vos conversations restent telles quelles ; tous les autres navigateurs sont déconnectés.
change-passphrase-submit = La changer maintenant
present-passphrase = Votre phrase de passe actuelle
with-new-code = Créer aussi un nouveau code de récupération
with-new-code-hint = Celui que vous avez ne vaudra plus.
passphrase-changed = Votre phrase de passe a été changée.
new-code = Nouveau code de récupération
new-code-text = Faites-le si vous avez perdu l’ancien ou si quelqu’un a pu le voir. L’ancien ne vaudra plus.
new-code-submit = Créer un nouveau code
passkeys-title = Clés d’accès
passkeys-text = Avec une clé d’accès sur un deuxième appareil, en perdre une ne vous ferme aucune porte.
add-passkey = Ajouter une autre clé d’accès
passkey-added = La clé d’accès a été ajoutée.
devices-title = Où votre session est ouverte
devices-text = Tous les navigateurs où vous utilisez ce compte. Personne d’autre ne peut voir ces noms, le serveur non plus.
device-kind = { $browser } sur { $system }
device-unnamed = Navigateur sans nom
device-current = Ce navigateur
device-used-today = Utilisé aujourd’hui.
device-used-week = Utilisé au cours de la dernière semaine.
device-used-month = Utilisé au cours du dernier mois.
device-used-earlier = Inutilisé depuis plus d’un mois.
device-used-unknown = Il n’a pas dit ce qu’il est. Si vous ne le connaissez pas, déconnectez-le.
device-since = Ici depuis : { $date }.
device-today = aujourd’hui
device-leaving = Sera déconnecté dès qu’il y aura une connexion.
device-rename = Renommer
device-rename-title = Donnez un nom à ce navigateur
device-name = Nom
device-name-hint = Laissé vide, il s’appelle « { $kind } ».
device-remove = Déconnecter
device-remove-ask = Déconnecter « { $name } » ?
device-remove-text = Il est déconnecté aussitôt et détruit ce qu’il gardait. Ce que vous écrivez ensuite ne peut pas y être lu. Les personnes avec qui vous parlez voient qu’un de vos navigateurs est parti.
device-new = Un navigateur a été ajouté à votre compte : { $name }, { $date }. Était-ce vous ?
device-new-mine = Oui, c’était moi
device-new-not-mine = Non, ce n’était pas moi
device-new-remove-text = Il est déconnecté aussitôt. La personne qui l’a utilisé connaît votre phrase de passe ou est entrée par un de vos appareils : les réglages s’ouvrent ensuite, changez-la tout de suite, s’il vous plaît.
removed-here = Ce navigateur a été déconnecté depuis un autre de vos navigateurs. Tout ce qu’il gardait est détruit. Si c’était vous, tout va bien.
end-other-sessions = Déconnecter tous les autres
end-other-sessions-ask = Déconnecter tous les autres navigateurs ?
end-other-sessions-text = Tous les autres navigateurs sont déconnectés aussitôt et détruisent ce qu’ils gardaient. Ici, votre session reste ouverte. Les personnes avec qui vous parlez voient que vos autres navigateurs sont partis.
sessions-ended = { $count ->
    [0] Votre session n’était ouverte nulle part ailleurs.
    [one] Un autre navigateur a été déconnecté.
   *[other] { $count } autres navigateurs ont été déconnectés.
}
log-out-text = Ce navigateur vous oublie alors, avec tout ce qu’il gardait. Pour revenir, il vous faut votre identifiant et votre phrase de passe.
delete-title = Supprimer le compte
delete-text = Vos clés et votre historique sont détruits. On ne peut pas revenir en arrière.
delete-open = Supprimer mon compte…
delete-ask = Supprimer votre compte ?
delete-keys = Vos clés sont détruites. Ce que le serveur garde encore pour vous devient illisible, pour tout le monde.
delete-told = Toutes les personnes avec qui vous avez une conversation apprennent que votre compte n’existe plus.
delete-remains = Ce que votre thérapeute a déjà reçu reste dans son dossier, comme sa profession l’exige.
delete-remains-staff = Ce que vous avez déjà envoyé reste chez les personnes que vous accompagnez. Confiez-les d’abord à quelqu’un d’autre, s’il vous plaît.
delete-final = Ni la phrase de passe ni le code de récupération ne le feront revenir.
delete-submit = Supprimer le compte définitivement
delete-busy = Les autres sont avertis et les clés détruites…
deleted-done = Votre compte est supprimé, et ce navigateur n’en garde rien. Prenez soin de vous.

# Confirmer encore une fois
fresh-title = Encore une fois, votre clé d’accès
fresh-text = Votre session est ouverte depuis un moment. Avant de changer quelque chose d’aussi important, confirmez que c’est toujours vous. Ce que vous avez saisi reste là.

second-title = Une deuxième phrase de passe
second-text = Avec le même identifiant, elle ouvre un autre compte, où il ne s’est jamais rien passé. Elle est faite pour le moment où quelqu’un insiste pour voir le vôtre.
second-is-set = Une deuxième phrase de passe est définie.
second-is-not-set = Aucune deuxième phrase de passe n’est définie.
second-set = Définir une deuxième phrase
second-change = Changer la deuxième phrase
second-submit = Définir celle-ci
second-saved = La deuxième phrase de passe est définie. Essayez-la une fois dans un autre navigateur.
second-remove = La retirer
second-remove-text = Ensuite, seule votre propre phrase ouvrira quelque chose.
second-remove-submit = Retirer la deuxième phrase
second-removed = La deuxième phrase de passe n’ouvre plus rien.
second-limits = Ce qu’elle fait et ce qu’elle ne peut pas
second-limits-device = Se connecter avec elle dans un navigateur qui garde votre compte efface ce qui s’y trouve, comme la connexion de tout autre compte ; vos conversations restent auprès du cabinet. Tant que votre compte est ouvert, aucune phrase n’est demandée : quittez-le ou verrouillez-le à temps.
second-limits-inside = L’autre compte fonctionne comme tout nouveau compte, et ses réglages disent qu’aucune deuxième phrase n’est définie. Celle qu’on y définit n’ouvre rien. Qui y change le code de récupération ou supprime le compte n’atteint pas le vôtre.
second-limits-search = Elle aide face à quelqu’un qui se tient à côté de vous, pas face à une fouille de l’appareil ou du serveur par des gens qui savent comment Alcove fonctionne.
second-limits-code = Votre code de récupération ouvre votre propre compte, jamais l’autre. Si vous supprimez votre compte, l’autre part avec lui.

held-title = Ce que le serveur sait de moi
held-text = Chaque ligne que le serveur a sur ce compte, expliquée ligne par ligne, et ce qu’il n’a pas.
held-open = Regarder

told-settings-title = De la part du cabinet
told-settings-text = Si la confidentialité a un jour été violée, ce que le cabinet vous en a dit est ici.
told-settings-open = Afficher
