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
file-fetching-of = Part de { $name } déjà reçue
file-fetching-cancel = Ne plus récupérer { $name }
drop-here = Déposez les fichiers pour les envoyer ici.
pictures-title = Avant l’envoi
pictures-text = Une image est redessinée et réduite sur cet appareil. Le lieu, l’heure et l’appareil photo que son fichier peut contenir restent ici.
pictures-send = { $count ->
    [one] Envoyer l’image
   *[other] Envoyer { $count } fichiers
}
pictures-busy = Préparation…
picture-original = Envoyer le fichier original
picture-original-hint = En taille réelle, avec tout ce qu’il contient. Rarement nécessaire, par exemple pour un document ou un tirage.
picture-original-warning = L’original contient ce que l’appareil photo y a inscrit : souvent où et quand l’image a été prise, et avec quel appareil. La personne à qui vous parlez peut le lire, ainsi que toutes celles à qui elle transmet le fichier.
picture-not-drawable = Ce navigateur ne peut pas redessiner cette image. Elle ne peut être envoyée que telle quelle.
