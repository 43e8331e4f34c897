# A newer version
newer-label = Version plus récente
newer-text = Une version plus récente de cette application est là. Elle servira la prochaine fois que vous ouvrirez l’application, ou maintenant : cette fenêtre recommence alors, et le message que vous écrivez reste. Si vous remplissez un formulaire, terminez-le d’abord.
newer-use = L’utiliser maintenant
newer-later = Plus tard
strange-label = Avertissement sur cette application
strange-title = Le serveur propose un code dont il ne répond pas
strange-text = Chaque version de cette application figure dans un registre public, pour que personne n’en reçoive une autre en secret. Ce que le serveur propose maintenant n’y est pas. Cette fenêtre continue avec la version que vous avez.
strange-what-now = N’écrivez rien ici que personne ne doive lire, gardez cette fenêtre ouverte et demandez au cabinet par un autre moyen, par téléphone par exemple. Il peut le vérifier avec « alcove verify ».

# Installing
install-title = Comme application sur cet appareil
install-text = Installée, elle s’ouvre comme les autres applications, dans sa propre fenêtre, même sans connexion. C’est toujours la même application, avec le même verrou.
install-seen = Quiconque regarde cet appareil voit alors son nom et son icône, qui montrent que vous l’utilisez. Si personne ne doit le voir, choisissez d’abord un autre nom plus haut, sous « Ce que les autres voient en passant ».
install-called = Elle s’installe sous le nom « { $name } », avec une feuille de papier pour icône. La liste des applications du navigateur montre malgré tout l’adresse.
install-do = Installer
install-menu = Si votre navigateur le peut, c’est dans son menu : « Installer » ou « Sur l’écran d’accueil ».
install-done = Elle fonctionne ici comme application. Pour la retirer, passez par la liste des applications du système ; se déconnecter ici est autre chose.

# Being told
told-title = Être averti quand il y a du nouveau
told-text = Votre navigateur peut vous dire qu’il y a du nouveau pendant que l’application est fermée. C’est désactivé. Il ne dit jamais quoi, ni de qui.
told-on = Ce navigateur vous avertit quand il y a du nouveau et que l’application n’est ouverte nulle part : après quelques secondes, et toutes les cinq minutes au plus. La déconnexion désactive cela.
told-no-trace = Cette session ne laisse rien sur l’appareil ; ensuite, personne n’est donc averti ici.
told-offline = Cela se règle dès qu’il y a une connexion.
told-cannot = Ce navigateur ne le peut pas ici. Sur un iPhone ou un iPad, installez d’abord l’application (plus bas) ; dans une fenêtre privée, cela ne marche jamais.
told-words = Ce qu’il dit
told-words-hint = Beaucoup d’appareils le montrent aussi quand ils sont verrouillés. Le navigateur ajoute son propre nom et l’adresse de ce site, ou le nom de l’application installée.
told-words-neutral = « Une nouveauté », avec une feuille de papier
told-words-name = Le nom et l’icône de cette fenêtre
told-words-quiet = « Une nouveauté », sans son
told-start = M’avertir
told-stop = Ne plus m’avertir
told-learns = Ce que d’autres apprennent ainsi
told-learns-maker = L’éditeur de votre navigateur (tel que Google, Mozilla ou Apple) tient le service qui apporte ces avis. Il apprend que ce navigateur reçoit des messages de ce serveur, et quand : tous ont la même taille et ne disent rien. Il peut savoir de quel navigateur il s’agit, et souvent à qui il est.
told-learns-server = Le serveur garde une adresse à laquelle votre navigateur se reconnaît. Elle est chiffrée, et effacée quand vous vous déconnectez ou désactivez ceci.
told-learns-nearby = Les personnes près de vous peuvent voir l’avis. Si cela peut vous mettre en danger, laissez ceci désactivé.
notice-neutral = Une nouveauté
