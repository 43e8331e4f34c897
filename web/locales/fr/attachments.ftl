# Les fichiers dans une conversation
attach = Envoyer un fichier ou une image
uploads = Fichiers en route
upload-progress = Part de { $name } déjà envoyée
upload-retry = Réessayer
upload-retry-of = Réessayer : { $name }
upload-cancel-of = Annuler : { $name }
picture-open = Image { $name } : l’afficher en grand
file-save = Enregistrer
file-save-of = Enregistrer { $name }
file-fetching = Récupération
