# Ce que le serveur sait de moi
held-lead = Chaque ligne que le serveur conserve pour ce compte, telle qu’il l’a. Vous pouvez tout lire ligne par ligne, l’emporter et voir ce qui la supprime.
held-nothing = Rien
held-rows = { $count ->
    [one] { $count } ligne
    [many] { $count } de lignes
    *[other] { $count } lignes
  }
held-why = Pourquoi
held-readers = Qui peut le lire
held-kept = Combien de temps
held-deleted-by = Ce qui le supprime
held-delete-settings = Déconnecter l’appareil, le désactiver ou le remplacer :
held-delete-conversations = Oublier une conversation, dans ses détails :
held-to-conversations = Vos conversations
held-to-access = Lire le journal d’accès
held-delete-account = Cela part de soi-même, ou avec le compte :
held-conversation = Conversation avec { $name }
held-stream-conversation = Une conversation
held-stream-history = Votre historique, que personne d’autre ne peut lire
held-stream-room = Un salon
held-more = Afficher plus
held-replaced = Non affiché ; la raison est donnée à la fin.
held-empty = vide
held-not-title = Ce que le serveur n’a pas
held-not-name = Votre nom, l’endroit où vous vivez ou votre téléphone. Ce que vous confiez sur vous à votre thérapeute n’est pour lui que du texte chiffré.
held-not-pseudonym = Le nom que vous vous donnez.
held-not-login = Votre identifiant, votre phrase de passe et votre code de récupération : seulement ce qui les vérifie.
held-not-words = Ce qui est dit et envoyé dans les conversations, images et voix comprises : il l’a chiffré et n’en a jamais eu les clés.
held-not-who = Qui a écrit un message, et à quelle heure. Là où des messages ont une fin, son heure ou son jour y figure. Là où le cabinet utilise PostgreSQL, le journal de cette base de données contient des heures jusqu’à ce qu’il soit écrasé.
held-not-address = L’adresse réseau d’où vous venez. Elle n’est ni conservée ni inscrite au journal.
held-not-looked = Ce que vous avez lu, cherché ou marqué d’une étoile.
held-memory-title = Seulement en mémoire vive
held-memory-text = Tout cela disparaît quand le serveur s’arrête, l’essentiel bien plus tôt.
held-memory-connection = Pendant votre connexion : l’adresse réseau de celle-ci, et de quel compte il s’agit.
held-memory-counts = Des décomptes contre les abus, pendant un jour au plus : par votre compte, ou par une empreinte de l’adresse réseau dont la clé change toutes les heures.
held-memory-due = Qu’il y a du nouveau à vous annoncer, jusqu’à ce que ce soit fait ou que vous ayez regardé.
held-memory-linking = Pendant quelques minutes, ce que vos appareils se disent pendant qu’on en associe un, chiffré. Entre plusieurs serveurs d’un cabinet, cela passe par NATS, chiffré.
held-beside-title = Ce qu’il faut savoir encore
held-beside-others = Qu’une autre personne partage une conversation figure dans une ligne à elle, montrée à elle seule. Le serveur sait donc quels deux comptes se parlent, non qui ils sont.
held-beside-numbers = Ne sont pas affichés les numéros qui comptent les lignes de tout le monde, car ils diraient combien d’autres il y a ; ni combien de fois le coffre a été écrit et quel jour l’historique a été créé, car cela dirait quel compte d’un identifiant est utilisé.
held-beside-slots = L’identifiant de chaque personne accompagnée a dès le début un second compte de même forme. Le serveur montre à chaque compte ses seules lignes, et voici celui où votre session est ouverte.
held-beside-backups = Les sauvegardes contiennent ce qui était là quand elles ont été faites, jusqu’à ce que le cabinet les supprime.
held-export-title = L’emporter
held-export-text = Un fichier (JSON) avec chaque ligne et tous les octets. Il n’ouvre aucune conversation, mais dit combien a été écrit, quels jours des conversations ont commencé et quand vos sessions prennent fin.
held-pieces = Avec les morceaux des images et fichiers ({ $size })
held-pieces-hint = Ils sont chiffrés. Pour voir les images et les fichiers, enregistrez plutôt la conversation.
held-progress = Ce qui a été récupéré
held-form-clear = en clair
held-form-public = lisible par tout le monde
held-form-ciphertext = chiffré
held-form-keyed_hash = empreinte à clé
held-form-hash = empreinte
