# Pour qui est prévenu
mail-title = Courriel quand il y a du nouveau
mail-text = Quand il y a du nouveau et que l’application n’est ouverte nulle part, un courriel dit seulement cela : ni quoi, ni de qui, ni votre nom ici. Au plus un toutes les quatre heures. C’est désactivé tant que vous ne l’activez pas.
mail-reveals = Ce qu’un courriel révèle
mail-reveals-inbox = Qui voit votre boîte de réception y voit un courriel « Un nouvel élément » venant de l’adresse du cabinet. Si quelqu’un d’autre y lit, laissez cela désactivé.
mail-reveals-provider = Votre messagerie et celle du cabinet apprennent cette adresse et quand un courriel arrive. Elles n’apprennent pas ce qui est nouveau.
mail-reveals-practice = Ici, votre adresse est conservée chiffrée, et seule la partie du serveur qui envoie les courriels peut l’ouvrir, à ce moment-là. Personne d’autre au cabinet ne la voit dans l’application.
mail-address = Adresse de courriel
mail-address-hint = Prenez-en une que personne d’autre ne lit.
mail-send-code = M’envoyer un code
mail-asked = Un code est en route vers cette adresse. Cela peut prendre quelques minutes ; regardez aussi parmi les courriels indésirables.
mail-code = Le code du courriel
mail-confirm = Activer
mail-other-address = Une autre adresse
mail-on = Le courriel est activé.
mail-off = Désactiver et supprimer l’adresse
mail-refused = Un serveur de messagerie n’a pas accepté votre adresse ; les courriels ont donc été désactivés et l’adresse supprimée. Vous pouvez en saisir une autre.
mail-stopped = Les courriels ont été arrêtés depuis une messagerie, et l’adresse a été supprimée. Vous pouvez en saisir une de nouveau à tout moment.

# Pour qui gère le cabinet
mail-steward-title = Courriel
mail-steward-text = Un serveur de messagerie est configuré. Thérapeutes et personnes accompagnées peuvent choisir qu’un courriel sans contenu les prévienne quand il y a du nouveau.
mail-steward-none = Aucun serveur de messagerie n’est configuré sur ce serveur ; on ne peut donc prévenir personne par courriel. Le guide d’exploitation dit comment faire.
mail-test = Envoyer un essai
mail-test-busy = L’essai est en cours d’envoi…
mail-test-done = Le serveur de messagerie l’a accepté. Vérifiez s’il arrive.
mail-test-address = Où envoyer l’essai
