# Second factor
second-factor-title = Bestätigen Sie, dass Sie es sind
second-factor-lead = Ihre Passphrase stimmt. Wegen Ihrer Aufgabe hier braucht es auch Ihren Passkey.
use-passkey = Passkey verwenden
use-passkey-instead = Doch den Passkey verwenden
passkey-waiting = Ihr Browser fragt Sie gerade …
no-passkey = Mein Passkey ist nicht zur Hand
use-code = Einmalcode verwenden
one-time-code = Einmalcode
one-time-code-hint = Einer der acht Codes, die Sie aufbewahrt haben. Jeder gilt einmal.
codes-remaining-title = { $remaining ->
    [0] Das war Ihr letzter Einmalcode
    [one] Sie haben noch einen Einmalcode
   *[other] Sie haben noch { $remaining } Einmalcodes
}
codes-remaining-enough = Streichen Sie den verwendeten durch.
codes-remaining-few = Streichen Sie den verwendeten durch. Wenn Ihr Passkey endgültig verloren ist, fügen Sie jetzt in den Einstellungen einen anderen hinzu.
second-factor-missing-title = Passkey hinzufügen
second-factor-missing-practitioner = Ihnen wird viel anvertraut. Deshalb darf eine gestohlene Passphrase allein Ihr Konto nicht öffnen.
second-factor-missing-steward = Sie leiten die Praxis. Deshalb darf eine gestohlene Passphrase allein Ihr Konto nicht öffnen.
passkey-what = Ein Passkey ist ein Schlüssel, den Ihr Gerät oder ein Sicherheitsschlüssel aufbewahrt. Sie verwenden ihn mit Fingerabdruck, Gesicht oder PIN.
passkey-where = Fingerabdruck und Gesicht verlassen Ihr Gerät nie.
passkey-then = Danach bekommen Sie acht Einmalcodes für Tage, an denen der Passkey nicht zur Hand ist.
create-passkey = Passkey anlegen
one-time-codes-title = Ihre Einmalcodes
one-time-codes-text = Für Tage, an denen Ihr Passkey nicht zur Hand ist. Jeder gilt einmal, zusammen mit Ihrer Passphrase. Sie werden nur jetzt gezeigt.
one-time-codes-sheet = Einmalcodes
one-time-codes-where = Bewahren Sie sie getrennt von Ihrer Passphrase auf, am besten auf Papier.
codes-kept = Ich habe sie aufbewahrt

# Settings
settings-title = Einstellungen
change-passphrase = Passphrase ändern
change-passphrase-text = Tun Sie das, wenn jemand sie gesehen haben könnte. Ihre Gespräche bleiben, wie sie sind; jeder andere Browser wird abgemeldet.
change-passphrase-submit = Jetzt ändern
present-passphrase = Ihre jetzige Passphrase
with-new-code = Auch einen neuen Wiederherstellungscode erstellen
with-new-code-hint = Der bisherige gilt dann nicht mehr.
passphrase-changed = Ihre Passphrase wurde geändert.
new-code = Neuer Wiederherstellungscode
new-code-text = Tun Sie das, wenn Sie den bisherigen verloren haben oder jemand ihn gesehen haben könnte. Der alte gilt dann nicht mehr.
new-code-submit = Neuen Code erstellen
devices-title = Wo Sie angemeldet sind
devices-text = Alle Browser, in denen Sie dieses Konto verwenden. Diese Namen sieht sonst niemand, auch der Server nicht.
device-kind = { $browser } auf { $system }
device-unnamed = Browser ohne Namen
device-current = Dieser Browser
device-used-today = Heute verwendet.
device-used-week = In der letzten Woche verwendet.
device-used-month = Im letzten Monat verwendet.
device-used-earlier = Seit mehr als einem Monat nicht verwendet.
device-used-unknown = Er hat nicht gesagt, was er ist. Wenn Sie ihn nicht kennen, melden Sie ihn ab.
device-since = Dabei seit { $date }.
device-today = heute
device-leaving = Wird abgemeldet, sobald eine Verbindung besteht.
device-rename = Umbenennen
device-rename-title = Diesen Browser benennen
device-name = Name
device-name-hint = Bleibt das Feld leer, heißt er „{ $kind }“.
device-remove = Dort abmelden
device-remove-ask = „{ $name }“ abmelden?
device-remove-text = Der Browser wird sofort abgemeldet und vernichtet, was er aufbewahrt hat. Was Sie von da an schreiben, lässt sich dort nicht mehr lesen. Ihre Gegenüber sehen, dass einer Ihrer Browser gegangen ist.
device-new = Zu Ihrem Konto kam ein Browser hinzu: { $name }, { $date }. Waren Sie das?
device-new-mine = Ja, das war ich
device-new-not-mine = Nein, das war ich nicht
device-new-remove-text = Der Browser wird sofort abgemeldet. Wer ihn benutzt hat, kennt Ihre Passphrase oder kam über eines Ihrer Geräte hinein: Danach öffnen sich die Einstellungen, bitte ändern Sie sie dort gleich.
removed-here = Dieser Browser wurde von einem anderen Ihrer Browser aus abgemeldet. Alles, was er aufbewahrt hat, ist vernichtet. Wenn Sie das waren, ist alles in Ordnung.
end-other-sessions = Überall sonst abmelden
end-other-sessions-ask = Überall sonst abmelden?
end-other-sessions-text = Jeder andere Browser wird sofort abgemeldet und vernichtet, was er aufbewahrt hat. Hier bleiben Sie angemeldet. Ihre Gegenüber sehen, dass Ihre anderen Browser gegangen sind.
sessions-ended = { $count ->
    [0] Sie waren sonst nirgends angemeldet.
    [one] Ein anderer Browser wurde abgemeldet.
   *[other] { $count } andere Browser wurden abgemeldet.
}
log-out-text = Dieser Browser vergisst dann Sie und alles, was er aufbewahrt hat. Um wiederzukommen, brauchen Sie Anmeldename und Passphrase.
deleted-done = Ihr Konto ist gelöscht, und dieser Browser behält nichts davon. Passen Sie gut auf sich auf.

# Proving once more
fresh-title = Noch einmal Ihr Passkey
fresh-text = Sie sind schon eine Weile angemeldet. Bevor etwas so Wichtiges geändert wird, bestätigen Sie bitte, dass wirklich Sie es sind. Ihre Eingaben bleiben hier.

held-title = Was der Server über mich weiß
