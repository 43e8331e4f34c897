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
file-fetching-of = Wie viel von { $name } schon da ist
file-fetching-cancel = { $name } nicht mehr holen
drop-here = Lassen Sie die Dateien hier los, um sie zu senden.
pictures-title = Bevor Sie senden
pictures-text = Ein Bild wird auf diesem Gerät neu gezeichnet und verkleinert. Ort, Zeit und Kamera, die in seiner Datei stehen können, bleiben hier.
pictures-send = { $count ->
    [one] Bild senden
   *[other] { $count } Dateien senden
}
pictures-busy = Wird vorbereitet …
picture-original = Die Originaldatei senden
picture-original-hint = In voller Größe, mit allem, was darin steht. Nur selten nötig, etwa für ein Dokument oder einen Ausdruck.
picture-original-warning = Im Original steht, was die Kamera hineingeschrieben hat: oft, wo und wann das Bild entstand und mit welchem Gerät. Ihr Gegenüber kann das lesen und alle, an die es die Datei weitergibt.
picture-not-drawable = Dieser Browser kann das Bild nicht neu zeichnen. Es lässt sich nur so senden, wie es ist.
