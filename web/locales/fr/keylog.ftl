# What is said when the key log does not hold: loaded when it is first needed.
keylog-label = Avertissement sur les clés
keylog-title = Ce serveur montre quelque chose qui ne devrait pas être
keylog-danger = C’est peut-être une erreur. C’est peut-être aussi quelqu’un qui cherche à lire. Personne de nouveau n’est donc rencontré ici tant que ce n’est pas éclairci. Ce que vous avez déjà dit reste protégé.
keylog-do = Demandez au cabinet par un autre moyen que cette application, par téléphone par exemple, et lisez-lui la phrase ci-dessus. Rien de cela n’est de votre faute.
keylog-more = Ce qu’est le registre des clés
keylog-accept = Le cabinet me l’a expliqué
keylog-accept-title = Recommencer avec ce que le serveur montre maintenant ?
keylog-accept-text = Ne le faites que si quelqu’un du cabinet vous a dit, par un autre moyen que cette application, pourquoi il en est ainsi : par exemple que le serveur a été rétabli à partir d’une sauvegarde. Comparez ensuite de nouveau vos numéros de sécurité.
keylog-accept-do = Recommencer

error-keylog_forked = Le serveur montre un autre registre des clés qu’avant.
error-keylog_impostor = Quelqu’un d’autre figure ici sous votre nom.
error-keylog_key = Le registre des clés est signé par une autre clé qu’avant.
error-keylog_listed = Qui travaille ici n’est pas ce qui figure pour tous dans le registre des clés. Rien n’a donc été envoyé.
error-keylog_older = Le serveur montre un registre des clés plus ancien qu’avant.
error-keylog_own = D’autres clés que les vôtres figurent pour votre compte dans le registre des clés.
error-keylog_peer = D’autres clés figurent pour cette personne dans le registre des clés que celles que le serveur nous a données. Rien n’a donc été envoyé.
error-keylog_proof = Ce que le serveur dit des clés, il ne peut pas le prouver.
error-keylog_silent = Le serveur garde son registre des clés pour lui depuis des jours.
error-keylog_unwitnessed = Depuis une semaine, aucun de ceux qui surveillent le registre des clés de l’extérieur n’a confirmé ce que montre le serveur.
