continue = Weiter
save = Speichern
log-out = Abmelden
other-tab-title = In einem anderen Fenster geöffnet
other-tab-text = Alcove ist schon in einem anderen Fenster oder Tab offen. Ihre Schlüssel kann immer nur eines verwenden. Nichts ist verloren: Machen Sie dort weiter, oder holen Sie es hierher.
take-over = Hier verwenden
failed-title = Der Start ist nicht gelungen
failed-text = Nichts ist verloren. Was Sie tun können:
starting = Einen Moment …
crisis = Hilfe in einer Krise
leave-now = Jetzt verlassen
connection-connecting = Verbindung wird aufgebaut …
connection-offline = Sie sind offline. Sie können lesen, was auf diesem Gerät ist, und was Sie schreiben, wird gesendet, sobald es eine Verbindung gibt.
copy = Kopieren
copied = Kopiert
optional = (freiwillig)
show-passphrase = Zeigen
close = Schließen
cancel = Abbrechen
back = Zurück
skip = Zum Inhalt
help-label = Hilfe und Ausgang
choose-language = Sprache
nav-label = Hauptbereiche
nav-conversations = Gespräche
nav-start = Jemanden finden
nav-rooms = Räume
nav-profile = Mein Profil
nav-people = Fachpersonen
nav-practice = Praxis
nav-surveys = Umfragen
nav-settings = Einstellungen
unread = { $count ->
    [one] ungelesene Nachricht
   *[other] ungelesene Nachrichten
}
