## Combien de temps c’est conservé

keeping-title = Durée de conservation
keeping-text = Vous voyez tous les deux ces réglages et chaque changement. Passé ce délai, les mots sont détruits dans vos navigateurs et sur le serveur, avec les clés.
keeping-without-end = sans fin
keeping-save = Changer pour les deux
retention = Tout ce qui est ici est conservé
retention-hint = Compté à partir du moment où c’est dit ; le cabinet fixe les limites.
retention-shorter = Ce qui date de plus de { $time } disparaît aussitôt des deux côtés et ne revient pas.
disappear = Ce qui est dit désormais disparaît après
disappear-hint = Fichiers, modifications et réactions partent avec leur message.
disappear-off = cela ne disparaît pas
goes-at = Disparaît : { $when }
notice-retention-mine = Vous avez fixé la durée de conservation ici : { $time }.
notice-retention-theirs = { $name } a fixé la durée de conservation ici : { $time }.
notice-disappear-mine = Désormais, ce qui est dit ici disparaît après { $time }. Vous l’avez réglé ainsi.
notice-disappear-theirs = Désormais, ce qui est dit ici disparaît après { $time }. C’est { $name } qui l’a réglé ainsi.
notice-disappear-off-mine = Vous avez réglé que les mots ne disparaissent plus d’eux-mêmes.
notice-disappear-off-theirs = { $name } a réglé que les mots ne disparaissent plus d’eux-mêmes.
notice-forget-asked-mine = Vous avez demandé à { $name } d’oublier, comme vous, ce qui a été dit jusque-là.
notice-forget-asked-theirs = { $name } a oublié ce qui a été dit jusqu’ici et vous demande de faire de même.
notice-forgotten-mine = Vous avez oublié ce qui a été dit jusqu’ici.
notice-forgotten-theirs = { $name } l’a oublié aussi.

## Oublier une conversation

forget = Oublier cette conversation…
forget-title = Oublier ce qui a été dit
forget-submit = Oublier
forget-too = Oublier aussi…
forget-text = Ce qui a été dit ici jusqu’à présent, avec les fichiers et la fiche d’accueil, disparaîtra. Que vous vous parlez, et ce qui a été convenu, reste.
forget-asked-text = { $name } a oublié ce qui a été dit ici et vous demande de faire de même. Rien ne vous y oblige. Si vous le faites, cela disparaît de tous vos navigateurs et du serveur.
forget-where = Où
forget-scope-here = Seulement dans ce navigateur
forget-scope-here-hint = Vos autres navigateurs le gardent, et un navigateur où vous vous connecterez plus tard le fera revenir.
forget-scope-account = Dans tous mes navigateurs
forget-scope-account-hint = Votre historique et ses clés sont détruits. { $name } garde le sien et n’en est pas averti.
forget-scope-both = Dans tous mes navigateurs, et le demander à { $name }
forget-scope-both-hint = { $name } voit votre demande et décide. Quand vous êtes d’accord tous les deux, le serveur le détruit aussi.
forget-save-first = Si vous voulez en garder une copie, fermez ceci et emportez d’abord la conversation dans un fichier.
forget-code-word = Le mot convenu est oublié aussi. Vous pourrez ensuite en convenir d’un autre.
forget-reach = Cela n’atteint pas ce dont { $name } se souvient ou qui a été noté, ni les captures d’écran, un navigateur modifié et les sauvegardes du serveur tant qu’elles ne sont pas remplacées.
forget-known = Je sais que c’est irréversible

## The practice’s part

retention-bounds = Durée de conservation des conversations
retention-bounds-text = Elle se choisit pour chaque conversation, dans ces limites. Le serveur ne sait pas ce qui est choisi.
retention-shortest = Au moins
retention-longest = Au plus
retention-standard = Nouvelles conversations
retention-standard-hint = Les deux parties la voient dès le début et peuvent la changer dans ces limites.

## The practitioner’s sealed record

record-none = Ce qui est oublié ici n’est pas gardé non plus par votre thérapeute.
record-kept = La personne qui vous accompagne est tenue de garder un dossier. Ce qui part d’ici, parce que son temps est écoulé, parce que cela disparaît ou parce que c’est oublié, est d’abord scellé sur son appareil, et elle seule peut l’ouvrir. Les fichiers et les parties scellées de la fiche d’accueil n’y sont pas.
record-kept-after-end = Il est détruit lorsque ce temps s’est écoulé depuis la fin de votre conversation : { $time }.
record-kept-until = Il est détruit le { $date }.
record-years = Dossier scellé
record-years-hint = Si vous devez conserver des dossiers plus longtemps que les deux parties ne voient la conversation. Cela se lit avant de donner son consentement ; cela vaut pour qui l’a donné, et aussi pour les messages qui disparaissent.
record-years-none = Je n’en garde pas
record-years-after = { $time } après la fin
records-title = Dossiers scellés
records-text = Ce qui est parti de conversations dont le texte de consentement dit que vous gardez un dossier. Seul votre compte les ouvre, et ils disparaissent avec lui : emportez-les avant de le supprimer.
records-none = Il n’y en a pas encore.
record-after-end = Gardé ce temps après la fin de la conversation : { $time }.
record-until = Gardé jusqu’au { $date }.
record-open = Ouvrir
record-open-of = Ouvrir le dossier de { $name }
record-title = Dossier scellé de { $name }
record-reading = Vous pouvez le lire et l’emporter, pas le modifier.
record-damaged = Une partie de ce dossier n’a pas pu être ouverte.
