# Dateien in einem Gespräch
attach = Datei oder Bild senden
uploads = Dateien auf dem Weg
upload-progress = Wie viel von { $name } schon gesendet ist
upload-retry = Noch einmal versuchen
upload-retry-of = { $name } noch einmal senden
upload-cancel-of = { $name } nicht senden
picture-open = Bild { $name }: groß zeigen
file-save = Speichern
file-save-of = { $name } speichern
file-fetching = Wird geholt
