# Dateien in einem Gespräch
attach = Datei oder Bild senden
uploads = Dateien auf dem Weg
upload-progress = Wie viel von { $name } schon gesendet ist
upload-retry = Noch einmal versuchen
upload-retry-of = Noch einmal versuchen: { $name }
upload-cancel-of = Abbrechen: { $name }
picture-open = Bild { $name }: groß zeigen
file-save = Speichern
file-save-of = Speichern: { $name }
file-fetching = Wird geholt
