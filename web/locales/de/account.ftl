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
settings-who = Wer Sie hier sind
own-name = Wie Sie heißen
own-name-hint-client = Fachpersonen, denen Sie von jetzt an schreiben, sehen diesen Namen. In früheren Gesprächen bleibt der bisherige. Ihr Anmeldename bleibt, wie er ist.
own-name-hint-steward = Nur Sie sehen diesen Namen. Ihr Anmeldename bleibt, wie er ist.
own-name-hint-practitioner = Nur Sie sehen diesen Namen. Der Name, den andere sehen, steht in Ihrem Profil; Ihr Anmeldename bleibt, wie er ist.
settings-marks = Was die andere Seite sieht
read-marks = Zeigen, wenn ich etwas gelesen habe
read-marks-hint = Wenn Sie das ausschalten, sieht die andere Seite nur, dass eine Nachricht angekommen ist.
typing-shown = Zeigen, wenn ich gerade schreibe
typing-shown-hint = Was Sie schreiben, wird nie gezeigt, bevor Sie es senden.
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
passkeys-title = Passkeys
passkeys-text = Mit einem Passkey auf einem zweiten Gerät kommen Sie auch dann in Ihr Konto, wenn Sie das erste verlieren.
add-passkey = Weiteren Passkey hinzufügen
passkey-added = Der Passkey wurde hinzugefügt.
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
delete-title = Konto löschen
delete-text = Ihre Schlüssel und Ihr Verlauf werden vernichtet. Das lässt sich nicht rückgängig machen.
delete-open = Mein Konto löschen …
delete-ask = Ihr Konto löschen?
delete-keys = Ihre Schlüssel werden vernichtet. Was der Server noch von Ihnen hat, ist von da an für alle unlesbar.
delete-told = Alle, mit denen Sie im Gespräch sind, erfahren, dass es Ihr Konto nicht mehr gibt.
delete-remains = Was Ihre Fachperson schon bekommen hat, bleibt in ihren Aufzeichnungen, wie es ihr Beruf verlangt.
delete-remains-staff = Was Klientinnen und Klienten schon bekommen haben, bleibt bei ihnen. Bitte übergeben Sie vorher alle, die Sie betreuen, an jemand anderen.
delete-final = Weder Passphrase noch Wiederherstellungscode bringen es zurück.
delete-submit = Konto endgültig löschen
delete-busy = Die anderen werden benachrichtigt und die Schlüssel vernichtet …
deleted-done = Ihr Konto ist gelöscht, und dieser Browser behält nichts davon. Passen Sie gut auf sich auf.

# Proving once more
fresh-title = Noch einmal Ihr Passkey
fresh-text = Sie sind schon eine Weile angemeldet. Bevor etwas so Wichtiges geändert wird, bestätigen Sie bitte, dass wirklich Sie es sind. Ihre Eingaben bleiben hier.

second-title = Eine zweite Passphrase
second-text = Mit demselben Anmeldenamen öffnet sie ein anderes Konto, in dem nie etwas geschehen ist. Sie ist für den Moment, in dem jemand darauf besteht, Ihres zu sehen.
second-is-set = Eine zweite Passphrase ist festgelegt.
second-is-not-set = Keine zweite Passphrase ist festgelegt.
second-set = Zweite Passphrase festlegen
second-change = Zweite Passphrase ändern
second-submit = Diese festlegen
second-saved = Die zweite Passphrase ist festgelegt. Probieren Sie sie einmal in einem anderen Browser aus.
second-remove = Sie entfernen
second-remove-text = Dann öffnet nur noch Ihre eigene Passphrase etwas.
second-remove-submit = Zweite Passphrase entfernen
second-removed = Die zweite Passphrase öffnet nichts mehr.
second-limits = Was sie leistet und was nicht
second-limits-device = Wer sich mit ihr in einem Browser anmeldet, der Ihr Konto aufbewahrt, entfernt damit, was dort liegt, wie bei der Anmeldung jedes anderen Kontos; Ihre Gespräche bleiben bei der Praxis. Solange Ihr Konto offen ist, wird niemand nach einer Passphrase gefragt: Verlassen oder sperren Sie es rechtzeitig.
second-limits-inside = Das andere Konto funktioniert wie jedes neue, und in seinen Einstellungen steht, dass keine zweite Passphrase festgelegt ist. Eine, die dort festgelegt wird, öffnet nichts. Wer dort den Wiederherstellungscode ändert oder das Konto löscht, erreicht Ihres nicht.
second-limits-search = Sie hilft gegen jemanden, der neben Ihnen steht, nicht gegen eine Durchsuchung des Geräts oder des Servers durch Leute, die wissen, wie Alcove arbeitet.
second-limits-code = Ihr Wiederherstellungscode öffnet Ihr eigenes Konto, nie das andere. Löschen Sie Ihr Konto, geht das andere mit.

held-title = Was der Server über mich weiß
held-text = Jede Zeile, die der Server zu diesem Konto hat, Feld für Feld erklärt, und was er nicht hat.
held-open = Ansehen

told-settings-title = Von der Praxis
told-settings-text = Wenn die Vertraulichkeit einmal verletzt wurde, steht hier, was die Praxis Ihnen dazu mitgeteilt hat.
told-settings-open = Anzeigen
