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
deleted-done = Votre compte est supprimé, et ce navigateur n’en garde rien. Prenez soin de vous.

# Confirmer encore une fois
fresh-title = Encore une fois, votre clé d’accès
fresh-text = Votre session est ouverte depuis un moment. Avant de changer quelque chose d’aussi important, confirmez que c’est toujours vous. Ce que vous avez saisi reste là.

held-title = Ce que le serveur sait de moi
