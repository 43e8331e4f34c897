# La liste
list-title = Conversations
list-requests = Demandes
list-open = Ouvertes
list-over = Terminées
list-alert = Quelque chose a été refusé pour votre sécurité
list-coming = Vos conversations arrivent dans ce navigateur…
list-empty-title = Pas encore de conversation
list-empty-text = Regardez qui est là et choisissez quelqu’un. Vous lisez ce qui vous protège avant de raconter quoi que ce soit.
list-empty-go = Trouver à qui parler
state-requested-practitioner = En attente d’une réponse
state-requested-client = Demande
state-declined-practitioner = Déclinée
state-declined-client = Déclinée
state-referred-practitioner = Orientée vers quelqu’un d’autre
state-referred-client = Orientée
state-ended-practitioner = Terminée
state-ended-client = Terminée

# Une conversation
conversation-title = Conversation
conversation-lost-title = Cette conversation n’est pas ici
conversation-lost-text = Elle appartient peut-être à un autre compte, ou son adresse n’est pas complète.
details = Détails
details-title = À propos de cette conversation
private = Rien que vous deux
private-compared = Rien que vous deux. Comparé.
timeline-label = Messages
earlier = Messages précédents
earlier-loading = Les messages précédents arrivent…
new-messages = Nouveau
later = Messages suivants
later-loading = Les messages suivants arrivent…
new-below = Nouveaux messages plus bas
to-newest = Aux messages les plus récents
said-by-me = Vous :
said-by = { $name } :
typing = { $name } écrit…
delivery-queued = Attend sur cet appareil
delivery-sending = Envoi en cours
delivery-sent = Envoyé
delivery-delivered = Arrivé
delivery-read = Lu

# Écrire
composer = Message à { $name }
composer-client = Poser d’abord une question à { $name }
composer-practitioner = Répondre à { $name }
composer-keys = Entrée envoie, Maj + Entrée commence une nouvelle ligne.
composer-offline = Ce que vous envoyez attend sur cet appareil et part de lui-même dès que vous êtes en ligne.
composer-room = { $room ->
    [one] Il reste de la place pour { $room } caractère.
   *[other] Il reste de la place pour { $room } caractères.
}
composer-too-long = { $over ->
    [one] Un caractère de trop pour un seul message. Envoyez-le en deux parties, s’il vous plaît.
   *[other] { $over } caractères de trop pour un seul message. Envoyez-le en deux parties, s’il vous plaît.
}
send = Envoyer

# Tant qu’on ne peut rien écrire
standing-requested-client = Votre demande est chez { $name }. Dès qu’elle a une réponse, vous la voyez ici.
standing-requested-practitioner = Cette demande attend votre réponse.
standing-declined-client = { $name } ne peut pas vous accompagner pour le moment. Vous pouvez demander à quelqu’un d’autre.
standing-declined-practitioner = Vous avez décliné cette demande.
standing-referred-client = { $name } pense qu’une autre personne de l’équipe peut mieux vous aider.
standing-referred-practitioner = Vous avez orienté { $name } vers une autre personne de l’équipe.
standing-ended-client = Cette conversation est terminée. Vous pouvez toujours la lire.
standing-ended-practitioner = Cette conversation est terminée. Vous pouvez toujours la lire.
standing-open-client = On ne peut rien écrire ici pour le moment.
standing-open-practitioner = On ne peut rien écrire ici pour le moment.
away = Absence de { $name } jusqu’au { $date }.
meanwhile-title = Quand { $name } répond
standing-find = Trouver quelqu’un d’autre
standing-crisis = Si cela ne peut pas attendre : aide en cas de crise

# Ce qui s’est passé
notice-requested-client = Vous avez demandé une thérapie à { $name }.
notice-requested-practitioner = { $name } vous demande une thérapie.
notice-asked-back-client = { $name } a une question avant de décider. Vous pouvez répondre ci-dessous.
notice-asked-back-practitioner = Vous avez posé une question avant de décider. { $name } peut maintenant répondre.
notice-accepted-client = { $name } a accepté. Vous pouvez désormais vous écrire.
notice-accepted-practitioner = Vous avez accepté. Vous pouvez désormais vous écrire.
notice-declined-client = { $name } ne peut pas vous accompagner pour le moment et vous écrit :
notice-declined-practitioner = Vous avez décliné et écrit :
notice-referred-client = { $name } pense que { $to } peut mieux vous aider et vous écrit :
notice-referred-practitioner = Vous avez orienté { $name } vers { $to } et écrit :
referred-go = Voir { $to }
notice-consent-agreed-client = Vous avez accepté la version { $version } du consentement éclairé.
notice-consent-agreed-practitioner = { $name } a accepté la version { $version } de votre consentement éclairé.
notice-consent-revoked-client = Vous avez retiré votre consentement. La conversation est terminée.
notice-consent-revoked-practitioner = { $name } a retiré son consentement. La conversation est terminée.
notice-sealed-opened-client = { $name } a ouvert une partie scellée de votre fiche d’accueil : { $part }. La raison donnée :
notice-sealed-opened-practitioner = Vous avez ouvert une partie scellée de la fiche d’accueil : { $part }. { $name } en a appris la raison :
notice-device-added-mine = Vous utilisez cette conversation dans un navigateur de plus.
notice-device-added-theirs = { $name } utilise cette conversation dans un navigateur de plus.
notice-device-removed-mine = Un de vos navigateurs a été retiré de cette conversation.
notice-device-removed-theirs = Un navigateur de { $name } a été retiré de cette conversation.
notice-ended-mine = Vous avez mis fin à cette conversation.
notice-ended-theirs = { $name } a mis fin à cette conversation.
notice-account-deleted = { $name } a supprimé son compte. De ce côté, les clés de cette conversation n’existent plus.
notice-unreadable = Quelque chose ici ne peut pas être lu dans ce navigateur.
notice-unknown = Quelque chose ici demande une version plus récente de cette page. Rechargez-la, s’il vous plaît.

# Ce qui a été refusé
security-title = Quelque chose a été refusé pour votre sécurité
security-unauthorised-commit = Quelqu’un a essayé, sans en avoir le droit, de changer qui participe à cette conversation.
security-unauthorised-payload = Quelque chose a été envoyé sous un nom qui n’a pas le droit de l’envoyer.
security-bad-credential = Un appareil s’est présenté avec des clés qui ne sont pas celles de la personne qu’il prétend être.
security-altered-record = Quelque chose a été modifié en chemin.
security-replayed-record = Quelque chose a été envoyé une deuxième fois par quelqu’un qui ne fait pas partie de cette conversation.
security-reordered-record = Des messages sont arrivés dans un autre ordre que celui où ils ont été écrits.
security-missing-record = Un message envoyé n’est pas arrivé.
security-forgotten-early = Quelque chose qui devait être conservé n’est plus sur le serveur.
security-unprovable-record = Quelque chose a été refusé, que personne n’aurait pu signaler.
security-wrong-epoch = Quelque chose était fermé avec des clés qui ne valent plus.
security-what-now = Cela n’a pas été accepté. Ce que vous avez écrit reste privé. Si vous revoyez ceci, comparez le numéro de sécurité et prévenez le cabinet.
safety-open = Voir le numéro de sécurité

# Demande
request-title = { $name } vous demande de l’aide
request-sealed-note = Les parties scellées restent fermées jusqu’à ce que vous les ouvriez sous « Détails » pour une raison que vous donnez. L’autre personne en est avertie.
request-ask-note = Si vous avez d’abord besoin de savoir quelque chose, écrivez-le ci-dessous : cela arrive comme une question, et la demande reste ouverte.
accept = Accepter
refer = Orienter vers quelqu’un d’autre
decline = Décliner
decline-title = Décliner la demande de { $name } ?
decline-text = { $name } lira vos mots tels qu’ils sont ici. Une parole bienveillante, et où trouver une autre aide, comptent beaucoup à cet instant.
decline-words = Vos mots
decline-starter = Merci de votre confiance et d’avoir écrit. Je regrette de ne pas pouvoir vous accompagner en ce moment. Cela ne dit rien de vous ni de ce qui vous préoccupe. S’il vous plaît, ne renoncez pas : une autre personne de l’équipe a peut-être de la place, et l’aide en cas de crise, en haut de la page, répond à toute heure.
decline-submit = Décliner
refer-title = Orienter { $name } vers une autre personne de l’équipe ?
refer-text = { $name } arrive au profil que vous choisissez et peut y écrire. Rien de la fiche d’accueil n’est transmis.
refer-to = Vers qui
refer-nobody = Personne dans l’équipe ne prend de nouvelles demandes en ce moment.
refer-words = Vos mots
refer-starter = Merci de votre confiance et d’avoir écrit. Je pense qu’une autre personne de mon équipe peut mieux vous aider que moi, et ce serait bien que vous lui écriviez.
refer-submit = Orienter

# Fiche d’accueil
intake-title = Fiche d’accueil
intake-title-own = Votre fiche d’accueil
intake-reason = Motif de la demande
intake-region = Pays ou région
intake-sealed = Parties scellées
intake-sealed-none = Aucune n’a été remplie
intake-real-name = Vrai nom
intake-emergency-contact = Contact en cas d’urgence
sealed-medical = Informations médicales
sealed-contact = Vrai nom et contact en cas d’urgence
sealed-open-medical = Ouvrir les informations médicales
sealed-open-contact = Ouvrir le vrai nom et le contact en cas d’urgence
sealed-open-text = { $name } apprend aussitôt que vous avez ouvert cette partie, quand, et la raison que vous donnez. Vous la voyez seulement une fois que c’est envoyé.
sealed-open-reason = Raison
sealed-open-submit = Ouvrir et avertir
sealed-not-opened = { $name } ne l’a pas ouverte.
sealed-not-opened-yet = Pas ouverte jusqu’ici.
sealed-opened-on = Ouverte le { $date } à { $time } :

# Consentement éclairé
consent-agreed-on = Version { $version } acceptée le { $date }.
consent-revoked-on = Retiré le { $date }.

# Numéro de sécurité
safety-title = Numéro de sécurité
safety-text = Quand vous parlez avec { $name } par téléphone ou en personne, lisez-vous ces mots à tour de rôle. Si vous voyez les mêmes, personne ne se tient entre vous.
safety-words = Numéro de sécurité en mots
safety-other-forms = En code QR et en chiffres
safety-qr = Numéro de sécurité en code QR
safety-compared = Comparé : le même des deux côtés
safety-same = Nous l’avons comparé : c’est le même
safety-undo = Annuler cette confirmation
safety-differs = Ce n’est pas le même ?
safety-differs-text = Alors n’écrivez rien de privé ici pour le moment. Rechargez la page des deux côtés et comparez encore. S’il diffère toujours, quelqu’un se tient peut-être entre vous : prévenez le cabinet par la page de contact, et convenez d’une autre façon de vous parler.

# Terminer
ending-title = Terminer
end = Terminer cette conversation
end-title = Terminer cette conversation ?
end-text-client = { $name } l’apprend aussitôt. Ce qui a été dit reste lisible des deux côtés, mais on ne peut plus rien y écrire. Si vous voulez reparler plus tard, vous pouvez refaire une demande.
end-text-practitioner = { $name } l’apprend aussitôt. Ce qui a été dit reste lisible des deux côtés, mais on ne peut plus rien y écrire. Prenez congé avant, s’il vous plaît.
end-withdraw = Retirer ma demande
end-withdraw-title = Retirer votre demande ?
revoke-consent = Retirer mon consentement
revoke-consent-title = Retirer votre consentement ?
revoke-consent-text = La conversation se termine, et { $name } apprend que vous avez retiré votre consentement. Ce qui a été convenu et dit avant reste lisible des deux côtés.

code-word-title = Mot convenu
code-word-text-client = Grâce à lui, { $name } peut vous reconnaître si vous perdez un jour la phrase de passe et le code de récupération. Convenez-en de vive voix ou au téléphone, et ne le notez pas là où d’autres regardent.
code-word-text-practitioner = Grâce à lui, vous pouvez reconnaître { $name } en cas de perte de la phrase de passe et du code de récupération. Convenez-en de vive voix ou au téléphone.
code-word-agreed = Convenu :
code-word-proposed-mine = Vous avez proposé celui-ci ; { $name } doit encore l’accepter :
code-word-proposed-theirs = { $name } propose :
code-word-agree = L’accepter
code-word-propose = Proposer un mot
code-word-other = En proposer un autre
code-word-submit = Le proposer
code-word = Mot convenu
code-word-hint = Deux mots que personne n’associerait à vous. Les accents, les majuscules, les espaces et les tirets ne compteront pas.
notice-code-word-proposed-mine = Vous avez proposé un mot convenu. Il se trouve dans les détails.
notice-code-word-proposed-theirs = { $name } propose un mot convenu. Il se trouve dans les détails.
notice-code-word-agreed = Vous avez convenu d’un mot. Il se trouve dans les détails.
notice-vouched-client = { $name } vous reconnaît : cette conversation en continue une autre. Ce qui s’y est dit reste fermé tant que { $name } ne le partage pas. Comparez de nouveau le numéro de sécurité.
notice-vouched-practitioner = Vous avez répondu de { $name } : cette conversation en continue une autre. Comparez de nouveau le numéro de sécurité.
notice-continued-client = Un autre compte a donné à { $name } votre nom et le mot convenu, et { $name } continue avec lui dans une nouvelle conversation.
notice-continued-practitioner = Vous avez répondu de { $name }, qui continue dans une nouvelle conversation.
notice-objected-client = Vous avez dit que ce n’était pas vous.
notice-objected-practitioner = { $name } dit : ce n’était pas moi.
returning-title = Connaît déjà cet endroit
returning-says = Cette personne dit être { $name } et avoir perdu tout accès à ce compte.
returning-matches = Le mot est celui dont vous avez convenu avec { $name }.
returning-differs = Le mot n’est pas celui dont vous avez convenu avec { $name }.
returning-nobody = Vous n’avez aucune conversation avec quelqu’un du nom de { $name }.
returning-no-word = Vous n’avez jamais convenu d’un mot avec { $name }.
returning-too-many = Trop de mots faux ont été essayés pour { $name } ; plus aucun n’est comparé.
returning-attempts = { $count ->
    [one] C’est la première demande qui nomme cette personne.
   *[other] C’est la demande numéro { $count } qui nomme cette personne.
}
returning-voice = Avant de décider, vérifiez par un autre moyen : à la voix, ou en face. Ne dites pas ce qui était faux.
returning-vouch = Répondre de cette personne
returning-vouch-text = Les deux conversations le diront, aussi à l’ancien compte, qui peut s’y opposer. Ce qui s’est dit avant reste fermé pour { $name }.
returning-vouched = Vous avez répondu de cette personne
returning-share = Partager l’ancienne conversation
returning-share-text = Tout ce qui s’y est dit est envoyé à { $name } comme fichier dans cette conversation. On ne peut pas le reprendre.
returning-objected = L’ancien compte de { $name } dit que c’est quelqu’un d’autre. Ne confiez rien ici avant d’avoir parlé à la personne.
continued-text = Quelqu’un avec un autre compte a donné votre nom et votre mot convenu, et { $name } croit que c’est vous. Était-ce vous ?
continued-object = Ce n’était pas moi
continued-objected = { $name } sait maintenant que ce n’était pas vous. Parlez-vous par un autre moyen et convenez d’un autre mot.
