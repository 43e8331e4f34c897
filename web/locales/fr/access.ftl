# The access log: loaded when it is first needed.
access-title = Journal d’accès
access-text = Ce qui a été fait avec votre compte : connexions, nouveaux navigateurs, clés changées, parties ouvertes de votre fiche d’accueil. Personne d’autre que vous ne peut le lire.
access-show = Ouvrir le journal d’accès
access-open = { $count ->
    [one] Une question sur une entrée
   *[other] Des questions sur { $count } entrées
  }
access-lead = Ce qui a été fait avec votre compte, le plus récent d’abord. Seuls vos propres navigateurs peuvent le lire.
access-none = Il n’y a encore rien ici
access-none-text = À partir de votre prochaine connexion, tout sera noté ici.
access-calm = Rien ici ne demande de réponse de votre part.
access-waiting = { $count ->
    [one] Nous aimerions vous demander quelque chose sur { $count } entrée. Le plus souvent, l’explication est sans gravité.
   *[other] Nous aimerions vous demander quelque chose sur { $count } entrées. Le plus souvent, l’explication est sans gravité.
  }
access-to-first = Y aller
access-earlier = Montrer les précédentes
access-today = Aujourd’hui
access-yesterday = Hier
access-nowhere = On ne sait pas dans quel navigateur

# What happened
access-log-in = Connexion
access-log-in-new = Connexion avec un nouveau navigateur
access-recovered = Entrée avec le code de récupération
access-linked = Un autre navigateur associé
access-passphrase = Phrase de passe changée
access-recovery-code = Nouveau code de récupération
access-passkey = Clé d’accès ajoutée
access-one-time-code = Code à usage unique utilisé
access-sessions-ended = Les autres navigateurs déconnectés
access-renewed = Donnée de la phrase de passe renouvelée
access-all-ended = Le cabinet a déconnecté tout le monde
access-mail = Adresse de courriel indiquée
access-mail-removed = Adresse de courriel retirée
access-push = Notifications activées dans un navigateur
access-push-removed = Notifications désactivées dans un navigateur
access-anew = Suite donnée avec un autre journal d’accès
access-unreadable = Quelque chose qui ne peut pas être lu
access-more = { $count ->
    [one] La même chose { $count } fois de plus ce jour-là
   *[other] La même chose { $count } fois de plus ce jour-là
  }
access-expired = { $count ->
    [one] { $count } entrée que personne n’a cherchée à temps
   *[other] { $count } entrées que personne n’a cherchées à temps
  }
access-begun = Le journal d’accès commence
access-opened-medical = { $name } a ouvert vos informations médicales
access-opened-contact = { $name } a ouvert votre vrai nom et votre contact en cas d’urgence
access-opened-card = { $name } a ouvert votre fiche d’accueil
access-exported-conversation = Une conversation enregistrée dans un fichier
access-exported-record = Un dossier scellé enregistré dans un fichier
access-exported-held = Ce que sait le serveur, enregistré dans un fichier
access-exported-log = Le journal d’accès enregistré dans un fichier
access-policy = Accord donné à la version { $version } de la politique de confidentialité
access-compared = Numéro de sécurité comparé avec { $name }

# What it means
access-means-log-in = Votre identifiant et votre phrase de passe ont été saisis.
access-means-session = C’est ce navigateur lui-même qui le dit. Le serveur l’a seulement compté.
access-means-recovered = Votre code de récupération a été saisi. Il ouvre le compte sans la phrase de passe.
access-means-linked = Un navigateur déjà connecté l’a laissé entrer, sans phrase de passe.
access-means-passphrase = Depuis, seule la nouvelle ouvre votre compte.
access-means-recovery-code = Depuis, seul le nouveau vaut.
access-means-passkey = Depuis, elle confirme une connexion comme les précédentes.
access-means-one-time-code = Il a remplacé une clé d’accès, et ne sert plus.
access-means-sessions-ended = Depuis, ils ne peuvent plus rien lire de nouveau.
access-means-renewed = Le serveur a reçu de nouvelles clés, et ce qui vérifie votre phrase de passe a été refait avec elles. La phrase elle-même reste.
access-means-all-ended = Tout le monde ici a été déconnecté, pas seulement vous. Un cabinet le fait quand il ne veut prendre aucun risque.
access-means-mail = Quand il y a du nouveau, un courriel sans contenu y est envoyé.
access-means-mail-removed = Plus aucun courriel n’est envoyé quand il y a du nouveau.
access-means-push = Il montre qu’il y a du nouveau, et rien de ce que c’est.
access-means-push-removed = Il ne montre plus qu’il y a du nouveau.
access-means-anew = Quelqu’un a accepté dans ce navigateur que le serveur montre un autre journal d’accès qu’avant.
access-means-unreadable = Le serveur a noté quelque chose que vos clés n’ouvrent pas.
access-means-more = Ce qui se répète souvent dans une journée, le serveur ne fait que le compter.
access-means-expired = Le serveur garde une entrée 90 jours. Pendant ce temps, aucun de vos navigateurs n’est passé ici.
access-means-begun = À partir d’ici, tout est noté ; ce qui précède ne l’est pas.
access-means-opened = Cela vous a été dit aussitôt.
access-means-exported = Alcove ne peut plus protéger un fichier. Gardez-le bien.
access-means-policy = Vous pouvez relire la politique à tout moment.
access-means-compared = Vous aviez le même numéro, personne n’est donc entre vous.

# The question, and the answers
access-ask = Était-ce vous ?
access-mine = C’était moi
access-not-mine = Ce n’était pas moi
access-why-unknown = Vous n’avez pas encore dit si ce navigateur est le vôtre.
access-why-nobody = Aucun de vos navigateurs ne dit que c’était lui. Une fenêtre privée vite refermée peut en être la raison.
access-why-rare = C’est si rare que nous demandons toujours.
access-why-unreadable = C’est peut-être une erreur du serveur.
access-said-mine = Vous avez dit : c’était moi.
access-said-not-mine = Vous avez dit : ce n’était pas moi.
access-otherwise = Répondre autrement
access-do = Ce que vous pouvez faire maintenant
access-no-fault = Vous avez bien fait de regarder. Rien de cela n’est de votre faute, et vous pouvez refermer la porte :
access-do-exported = Un fichier emporté ne peut pas être repris. Vous pouvez faire en sorte qu’il n’y en ait pas d’autre.
access-do-end = Déconnectez le navigateur que vous ne connaissez pas. Il ne pourra alors plus rien lire.
access-do-passphrase = Changez votre phrase de passe, et créez avec elle un nouveau code de récupération. Les anciens n’ouvriront plus rien.
access-do-reach = Regardez dans les réglages où vont les courriels et les notifications, et retirez ce qui n’est pas à vous.
access-do-near = Si cela peut venir de quelqu’un de votre entourage et que vous ne vous sentez pas en sécurité, vous n’avez pas à régler cela en restant sans aide.

# What it is worth
access-signed-title = Pourquoi vous pouvez vous y fier
access-signed-text = Chacun de vos navigateurs signe avec votre propre clé ce qu’il note, et chaque entrée nomme la précédente. Ce navigateur se souvient de la dernière qu’il a vue.
access-signed-server = Le serveur ne peut donc rien retirer, changer ni déplacer sans que cela se voie : ce navigateur le remarquerait et le dirait au-dessus de chaque écran.
access-cannot-title = Ce qu’il ne peut pas montrer
access-cannot-before = Ce qui s’est passé avant qu’il commence.
access-cannot-server = Ce qu’un serveur qui voudrait tromper ne noterait pas du tout. Il ne peut pas retirer ce qui est ici, ni omettre vos propres connexions sans que cela se voie.
access-cannot-who = Qui était devant le navigateur. On connaît le navigateur, pas la personne.
access-cannot-read = Ce qui a été lu ou écrit. Personne ne note cela.
access-cannot-seen = Ce que voit quelqu’un qui regarde votre écran ou se sert de votre appareil déverrouillé.
access-cannot-passphrase = Quiconque a votre phrase de passe peut aussi noter des choses. Cela peut tromper un nouveau navigateur, pas un navigateur qui était déjà là.

# Above every screen
access-bar = Nous aimerions vous demander quelque chose sur votre journal d’accès.
access-bar-show = Regarder
access-alarm-label = Avertissement sur le journal d’accès
access-alarm-title = Quelque chose ne va pas dans votre journal d’accès
access-alarm-access_older = Le cabinet a peut-être rétabli le serveur à partir d’une sauvegarde. Quelqu’un cherche peut-être aussi à cacher ce qui a été fait avec votre compte.
access-alarm-access_broken = C’est peut-être une erreur du serveur. Quelqu’un cherche peut-être aussi à cacher ce qui a été fait avec votre compte.
access-alarm-access_foreign = Seul quelqu’un qui a les clés de votre compte le peut, ou une copie de ce navigateur. Le plus sûr est de déconnecter tous les autres navigateurs et de changer votre phrase de passe.
access-alarm-access_unnoted = Il a donc pu en omettre d’autres. Votre connexion elle-même a réussi, et rien n’est perdu.
access-alarm-do = Demandez au cabinet par un autre moyen que cette application, par téléphone par exemple, et lisez-lui la phrase ci-dessus. D’ici là, plus rien n’est noté ici. Rien de cela n’est de votre faute.
access-alarm-settings = Aller aux réglages
access-accept = On me l’a expliqué
access-accept-title = Continuer avec ce que le serveur montre maintenant ?
access-accept-text = Ne le faites que si quelqu’un du cabinet vous a dit, par un autre moyen que cette application, pourquoi il en est ainsi. Ce que ce navigateur a vu avant et que le serveur n’a plus disparaîtra de la liste.
access-accept-do = Continuer ainsi

error-access_broken = Le serveur montre un autre journal d’accès qu’avant, ou il y manque quelque chose.
error-access_foreign = Dans votre journal d’accès, il y a une entrée au nom de ce navigateur qu’il n’a pas écrite.
error-access_older = Le serveur montre un journal d’accès plus ancien qu’avant.
error-access_unnoted = Le serveur n’a pas noté votre connexion.

access-take-title = Emporter le journal
access-take-text = Un fichier (JSON) avec chaque entrée, en mots et au complet. Il montre quand vous étiez ici et avec quels navigateurs. Gardez-le bien.
access-take-so-far = { $so } entrées jusqu’ici
