# Ce qui est dit à qui est concerné
told-cover-title = Un message pour vous
told-cover-lead = Il vient du cabinet. Mieux vaut le lire quand personne ne regarde par-dessus votre épaule.
told-cover-text = Il n’y a rien à faire à la minute. Si ce n’est pas le bon moment, il vous attend.
told-read = Lire maintenant
told-later = Plus tard
told-bar-label = Un message
told-bar = Un message du cabinet vous attend.
told-open = Ouvrir
told-notice-title = De la part du cabinet
told-no-fault = Rien de tout cela n’est de votre faute.
told-no-fault-text = Vous n’avez rien fait de mal en nous confiant ce que vous avez dit. C’est à nous de répondre de ce qui est arrivé.
told-no-fault-acquaintance = Vous n’avez rien fait de mal, quoi qu’on vous dise. Personne n’avait le droit de lire ou de répéter ce qui est à vous.
told-happened = Ce qui s’est passé
told-means = Ce que cela veut dire pour vous
told-did = Ce que nous avons fait
told-can = Ce que vous pouvez faire
told-here = Vous pouvez le faire ici
told-passphrase = Nouvelle phrase de passe
told-talk = En parler dans une conversation
told-export = Emporter ce que le serveur a
told-practice-phone = Le cabinet, par téléphone
told-practice-mail = Le cabinet, par courriel
told-emergency = En cas d’urgence
told-confirm-text = Quand vous l’aurez lu, dites-le. Le cabinet voit alors un nombre augmenter de un : ni qui, ni quand.
told-confirm = Je l’ai lu
told-before-title = Ce que le cabinet vous a dit
told-before-lead = Chaque avis reste ici pendant un an.
told-before-none = Rien
told-before-none-text = Le cabinet n’a rien eu de ce genre à vous dire.
told-of = Du { $date }

# Le registre des responsables
breach-title = En cas de violation
breach-lead = Tout pour le jour où quelque chose est sorti qui devait rester dedans. Un pas après l’autre.
breach-first-title = D’abord
breach-first-breathe = Respirez, et demandez à une deuxième personne de rester avec vous. La loi vous donne 72 heures.
breach-first-stop = Arrêtez ce qui continue : mettez fin à toutes les sessions, refusez les nouveaux comptes. Les deux peuvent être annulés.
breach-first-write = Notez ce que vous savez maintenant, même si c’est peu. Les délais courent depuis que vous le savez.
breach-first-tell = Dites-le à qui est concerné, avant de tout savoir, avec des mots clairs et bienveillants.
breach-new = Inscrire une violation
breach-new-lead = Ce que vous ne savez pas encore peut rester vide. Enregistrez ce que vous avez ; vous pouvez continuer à tout moment.
breach-entries = Le registre
breach-none = Rien n’est inscrit
breach-none-text = Puisse-t-il en rester ainsi. S’il arrive quelque chose, même de petit, inscrivez-le ici : la loi demande aussi les petites choses.
breach-readers = { $count ->
    [one] Scellé : { $count } responsable peut le lire. Si votre compte est perdu, le registre l’est aussi : invitez une deuxième personne responsable.
    [many] Scellé : { $count } de responsables peuvent lire ce qui est enregistré maintenant.
    *[other] Scellé : { $count } responsables peuvent lire ce qui est enregistré maintenant.
  }
breach-unreadable = Impossible à ouvrir
breach-unreadable-text = Cela a été scellé avant que vous ne soyez responsable. Une autre personne responsable peut l’ouvrir et l’enregistrer de nouveau ; vous pourrez alors le lire aussi.
breach-aware-on = Connue depuis le { $date }

breach-answers = Ce qui peut être fait tout de suite
breach-answers-text = Chaque chose dit ce qu’elle fait avant de le faire.
breach-end-title = Mettre fin à toutes les sessions
breach-end-text = Tout le monde doit se reconnecter, sauf vous ici. Qui a volé une session est dehors. Rien de ce qui est écrit n’est perdu. Les navigateurs n’annoncent plus rien tant que les gens ne sont pas revenus : envoyez donc d’abord l’avis.
breach-end = Mettre fin à toutes les sessions
breach-end-ask = Mettre fin aux sessions de tout le monde ?
breach-end-ask-text = La session de chacun s’arrête tout de suite, même au milieu d’une conversation. Pour revenir, il faut la phrase de passe.
breach-ended = { $count ->
    [one] { $count } session a pris fin.
    [many] { $count } de sessions ont pris fin.
    *[other] { $count } sessions ont pris fin.
  }
breach-freeze-title = Nouveaux comptes
breach-freeze-text = Pendant la suspension, personne ne peut s’inscrire, même avec une invitation. Qui a un compte ne remarque rien.
breach-frozen-text = Suspendu : personne ne peut s’inscrire. Qui essaie est prié de revenir dans quelques jours.
breach-freeze = Suspendre les inscriptions
breach-freeze-ask = Suspendre les inscriptions ?
breach-freeze-ask-text = Qui cherche de l’aide pour la première fois ne pourra pas entrer tant que vous ne le permettez pas de nouveau. Les numéros de crise restent visibles.
breach-thaw = Permettre de nouveau les inscriptions
breach-thaw-ask = Permettre de nouveau les inscriptions ?
breach-thaw-ask-text = Tout le monde pourra créer un compte dès maintenant.
breach-rekey-title = Remplacer toutes les clés
breach-rekey-text = Chaque appareil crée de nouvelles clés pour chacune de ses conversations. Qui aurait copié des clés auparavant ne peut plus rien lire avec elles de ce qui est dit ensuite. Personne ne remarque rien, et ce qui a été dit reste lisible. Cela ne reprend pas ce qui a déjà été copié, et n’aide pas tant que quelqu’un peut se connecter avec un appareil ou une phrase de passe volés : mettez aussi fin à toutes les sessions.
breach-rekey = Remplacer toutes les clés
breach-rekey-ask = Remplacer les clés de tout le monde ?
breach-rekey-ask-text = Tous les appareils sont sollicités maintenant ; un appareil éteint le fera quand il sera rouvert. Dans un salon, les membres reçoivent les leurs dès que l’appareil d’une personne qui l’anime est là aussi. Vous pouvez le demander une fois par jour.
breach-rekeyed = Tous les appareils ont été sollicités le { $date }. Le serveur ne peut pas voir lesquels l’ont fait.
breach-keys-title = Les clés du serveur
breach-keys-text = Le serveur a ses propres clés : avec elles il trouve les identifiants, vérifie les phrases de passe et ouvre les adresses de courriel et celles des avis. Si quelqu’un a pu copier des fichiers du serveur, faites-lui en créer de nouvelles. Aucune session ne s’arrête, chaque personne garde sa phrase de passe, et rien de ce qui est écrit n’est perdu. Cela ne reprend pas ce qui a déjà été copié.
breach-keys-never = Ce sont toujours les premières.
breach-keys-login = Noms et connexion
breach-keys-mail = Adresses de courriel
breach-keys-push = Avis dans le navigateur
breach-keys-reports = Signalements dans les salons
breach-keys-certificate = Le certificat créé par le serveur lui-même
breach-keys-since = nouvelle depuis le { $date }
breach-keys-first = toujours la première
breach-keys-nobody-waits = Tout le monde s’est connecté depuis. Ce qui était gardé sous les clés précédentes est remplacé.
breach-keys-waiting = { $count ->
    [one] Au plus { $count } compte ne s’est pas connecté depuis. D’ici là, qui a les clés précédentes peut continuer à essayer de deviner sa phrase de passe.
    *[other] Au plus { $count } comptes ne se sont pas connectés depuis. D’ici là, qui a les clés précédentes peut continuer à essayer de deviner leurs phrases de passe.
  }
breach-keys = Échanger les clés du serveur
breach-keys-ask = Échanger les clés du serveur ?
breach-keys-ask-text = Cela peut prendre une minute ; laissez cette page ouverte. Qui se connecte en ce moment devra recommencer. Les codes et les liens des courriels envoyés auparavant ne servent plus, et les navigateurs annoncent de nouveau les nouveautés une fois que l’application y a été ouverte. Vous pouvez le faire une fois par jour.
breach-keys-ask-own = Le certificat créé par le serveur lui-même est remplacé aussi : les navigateurs demanderont s’ils peuvent faire confiance au nouveau.
breach-keys-busy = Échange des clés en cours…
breach-keys-done = Les clés sont nouvelles. Faites faire une sauvegarde maintenant, et détruisez les anciennes dès que vous pouvez vous en passer.
breach-server-title = Sur le serveur
breach-server-text = Ce qu’il faut faire sur la machine elle-même se trouve dans le manuel d’exploitation, sous « When it is breached ».

breach-facts = Ce qui est connu
breach-sealed-text = Seules les personnes responsables peuvent lire ce qui est écrit ici. Le serveur le garde scellé.
breach-name = Un nom pour cela
breach-name-hint = Pour vous, par exemple « L’ordinateur perdu ».
breach-kind = Quelle sorte de violation
breach-kind-intruder = Quelqu’un est entré, ou une copie a été volée
breach-kind-acquaintance = Quelqu’un a appris quelque chose sur une personne de sa connaissance
breach-kind-mistake = Quelque chose est arrivé à la mauvaise personne
breach-kind-lost = Un appareil ou un papier a été perdu
breach-aware = Quand vous l’avez appris
breach-aware-hint = Les délais courent à partir d’ici.
breach-happened = Ce qui s’est passé
breach-happened-hint = Quoi, comment, et comment on l’a découvert.
breach-when = Quand cela s’est passé, pour autant qu’on le sache
breach-data = Quelles données
breach-data-hint = Tirées de l’inventaire de tout ce que le serveur a.
breach-affected = Qui est concerné
breach-affected-hint = Quelles sortes de personnes et de données, et combien environ. Pas de noms.
breach-people = Combien de personnes environ
breach-risk = Ce que cela peut vouloir dire pour elles
breach-risk-unlikely = Un risque pour elles est peu probable
breach-risk-risk = Il y a un risque
breach-risk-high = Le risque est élevé
breach-consequences = Ce qui peut s’ensuivre
breach-consequences-hint = Pour les personnes concernées : qui pourrait apprendre quoi d’elles.
breach-measures = Ce qui a été fait et le sera
breach-measures-hint = Pour l’arrêter, le réparer, et que cela ne se reproduise pas.
breach-contact = À qui l’autorité peut s’adresser
breach-authority-at = Quand l’autorité de contrôle a été prévenue
breach-late = Pourquoi elle l’a été tard
breach-late-hint = Seulement s’il a fallu plus de 72 heures. La loi demande la raison, pas une excuse.
breach-hhs-at = Quand le ministère de la Santé des États-Unis a été prévenu

breach-clocks = Les délais
breach-clocks-text = Laquelle de ces lois s’applique à vous dépend de l’endroit où vous êtes, vous et les personnes que vous accompagnez. Dans le doute, demandez aujourd’hui même conseil en protection des données ou en droit.
breach-clock-authority = Prévenir l’autorité de contrôle (RGPD, article 33 : 72 heures)
breach-clock-people = Prévenir les personnes concernées (RGPD, article 34 : dans les meilleurs délais)
breach-clock-hipaa = Prévenir chaque personne concernée (HIPAA, 45 CFR 164.404 : 60 jours au plus)
breach-clock-hhs = Prévenir le ministère de la Santé des États-Unis (HIPAA, 45 CFR 164.408)
breach-clock-now = Maintenant
breach-clock-left = Jusqu’au { $date }. Il reste : { $span }.
breach-clock-late = En retard. C’était dû le { $date }, il y a { $span }. Faites-le aujourd’hui et dites pourquoi.
breach-clock-done = Fait : { $date }
breach-clock-done-late = Fait : { $date }. Retard : { $span }.
breach-late-ask = Les 72 heures n’ont pas été tenues. L’article 33 demande les motifs : écrivez-les dans le champ ci-dessous.

breach-telling = Le dire aux personnes concernées
breach-telling-text = Elles le trouvent dans l’application, avant toute autre chose, à leur prochaine venue. À qui est absent, le navigateur ou un courriel dit qu’il y a du nouveau, jamais quoi.
breach-tell = Écrire un avis
breach-who = Qui est prévenu
breach-who-everybody = Tout le monde
breach-who-everybody-hint = Toutes les personnes accompagnées et les thérapeutes.
breach-who-clients = Qui parle avec un ou une thérapeute
breach-who-clients-hint = Et cette personne elle-même.
breach-who-room = Qui est dans un salon public
breach-who-room-hint = Les membres et les personnes qui l’animent.
breach-who-accounts = Des comptes précis
breach-who-accounts-hint = Scellé pour chacun : personne d’autre ne peut le lire.
breach-of-practitioner = Thérapeute
breach-of-room = Salon
breach-accounts = Leurs numéros de compte
breach-accounts-hint = 32 lettres et chiffres chacun, un par ligne. Chacun trouve le sien dans ses réglages, sous « Ce que le serveur sait de moi », à account.id.
breach-public = Ce texte est en clair sur le serveur, et beaucoup le lisent : n’y écrivez rien qui ne concerne qu’une personne.
breach-words-in = En { $language }
breach-words-happened-hint = Deux ou trois phrases simples : quoi, quand, et comment vous le savez. Ne le minimisez pas.
breach-preview = Le voir comme eux
breach-preview-title = Voici ce qui sera lu
breach-preview-back = Le changer
breach-publish = Leur envoyer
breach-publish-text = Cela leur parvient tout de suite. Vous pouvez le retirer, mais pas de la mémoire de qui l’a lu.
breach-told-on = Envoyé le { $date }.
breach-read-by = { $count ->
    [one] Lu par { $confirmed } sur { $count } compte
    [many] Lu par { $confirmed } sur { $count } de comptes
    *[other] Lu par { $confirmed } sur { $count } comptes
  }
breach-withdraw = Retirer
breach-withdraw-ask = Retirer cet avis ?
breach-withdraw-text = Plus personne ne le voit. S’il était faux, envoyez-en un meilleur : le silence après un avis fait peur.
breach-withdrawn = Retiré

breach-papers = Écrits pour les autorités
breach-papers-text = Remplis avec ce que vous avez enregistré plus haut. Ce que vous ne savez pas encore y figure comme non connu : vous pouvez l’envoyer plus tard, par étapes.
breach-paper-gdpr = Autorité de contrôle (RGPD, article 33)
breach-paper-hipaa = Ministère de la Santé des États-Unis (HIPAA, 45 CFR 164.408)
breach-paper-gdpr-head = Notification à l’autorité de contrôle d’une violation de données à caractère personnel (RGPD, article 33)
breach-paper-hipaa-head = Avis de violation d’informations de santé protégées et non sécurisées (45 CFR 164.404, 164.408)
breach-paper-practice = Cabinet (responsable du traitement)
breach-paper-told = Les personnes concernées ont été prévenues
breach-paper-unknown = Pas encore connu
breach-paper-save = Enregistrer comme fichier

error-breach_accounts_wrong = Veuillez saisir des numéros de compte de 32 lettres et chiffres, un par ligne.
error-breach_conflict = Une autre personne responsable a modifié cette inscription avant vous. Copiez ce que vous avez écrit, revenez en arrière et rouvrez-la.
error-breach_happened_missing = Veuillez dire ce qui s’est passé, dans chaque langue.
error-breach_placeholders = Veuillez remplacer ce qui est entre [crochets] par ce que vous savez, ou l’enlever.
error-breach_nobody = Ainsi, personne ne serait prévenu. Veuillez choisir autrement.
error-breach_register_full = Le registre ne peut plus rien recevoir.
error-breach_title_missing = Veuillez lui donner un nom.
error-breach_too_large = C’est trop long. Veuillez raccourcir.
error-keys_exchanged_today = Toutes ces clés sont d’aujourd’hui. Vous pourrez les échanger de nouveau demain.
error-keys_not_all_exchanged = Certaines clés n’ont pas pu être échangées. Celles qui sont nouvelles restent ; veuillez réessayer. Le journal du serveur dit pourquoi.
error-rekeyed_today = Les clés sont déjà en cours de remplacement. Vous pourrez le redemander demain.
error-too_many_generations = Les clés de connexion ont été échangées huit fois et quelqu’un ne s’est pas connecté depuis. Une fois de plus lui fermerait la porte ; elles restent donc telles quelles.
