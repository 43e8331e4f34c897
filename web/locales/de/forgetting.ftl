## Wie lange etwas aufbewahrt wird

keeping-title = Wie lange es bleibt
keeping-text = Sie beide sehen diese Einstellungen und jede Änderung. Danach werden die Worte in Ihren Browsern und auf dem Server vernichtet, zusammen mit den Schlüsseln.
keeping-without-end = ohne Ende
keeping-save = Für beide ändern
retention = Alles hier wird aufbewahrt für
retention-hint = Gezählt ab dem Moment, in dem etwas gesagt wurde; die Praxis setzt die Grenzen.
retention-shorter = Was älter ist als { $time }, geht auf beiden Seiten sofort und kommt nicht wieder.
disappear = Was ab jetzt gesagt wird, verschwindet nach
disappear-hint = Dateien, Änderungen und Reaktionen gehen mit ihrer Nachricht.
disappear-off = es verschwindet nicht
goes-at = Geht: { $when }
notice-retention-mine = Sie haben eingestellt, wie lange hier alles aufbewahrt wird: { $time }.
notice-retention-theirs = { $name } hat eingestellt, wie lange hier alles aufbewahrt wird: { $time }.
notice-disappear-mine = Was ab jetzt gesagt wird, verschwindet nach { $time }. Das haben Sie eingestellt.
notice-disappear-theirs = Was ab jetzt gesagt wird, verschwindet nach { $time }. Das hat { $name } eingestellt.
notice-disappear-off-mine = Sie haben eingestellt, dass Worte nicht mehr von selbst verschwinden.
notice-disappear-off-theirs = { $name } hat eingestellt, dass Worte nicht mehr von selbst verschwinden.
notice-forget-asked-mine = Sie haben { $name } gebeten, wie Sie zu vergessen, was bis dahin gesagt wurde.
notice-forget-asked-theirs = { $name } hat vergessen, was bis hierher gesagt wurde, und bittet Sie, dasselbe zu tun.
notice-forgotten-mine = Sie haben vergessen, was bis hierher gesagt wurde.
notice-forgotten-theirs = { $name } hat es ebenfalls vergessen.

## Ein Gespräch vergessen

forget = Dieses Gespräch vergessen …
forget-title = Vergessen, was gesagt wurde
forget-submit = Vergessen
forget-too = Auch vergessen …
forget-text = Was hier bis jetzt gesagt wurde, mit Dateien und Aufnahmebogen, wird weg sein. Dass Sie miteinander sprechen und was vereinbart wurde, bleibt.
forget-asked-text = { $name } hat vergessen, was hier gesagt wurde, und bittet Sie, dasselbe zu tun. Sie müssen nicht. Wenn Sie es tun, ist es in allen Ihren Browsern und auf dem Server weg.
forget-where = Wo
forget-scope-here = Nur in diesem Browser
forget-scope-here-hint = Ihre anderen Browser behalten es, und einer, in dem Sie sich später anmelden, bringt es zurück.
forget-scope-account = In allen meinen Browsern
forget-scope-account-hint = Ihr Verlauf und seine Schlüssel werden vernichtet. { $name } behält den eigenen und erfährt davon nichts.
forget-scope-both = In allen meinen Browsern, und { $name } darum bitten
forget-scope-both-hint = { $name } sieht, dass Sie darum bitten, und entscheidet. Sind beide einverstanden, vernichtet es auch der Server.
forget-save-first = Wenn Sie eine Kopie behalten möchten, schließen Sie dies und nehmen Sie das Gespräch zuerst als Datei mit.
forget-code-word = Auch das vereinbarte Codewort wird vergessen. Danach können Sie wieder eines vereinbaren.
forget-reach = Das erreicht nicht, was { $name } im Gedächtnis hat oder notiert hat, keine Bildschirmfotos, keinen veränderten Browser und keine Sicherungen des Servers, bis sie ersetzt werden.
forget-known = Ich weiß, dass es nicht rückgängig zu machen ist

## The practice's part

retention-bounds = Wie lange Gespräche aufbewahrt werden
retention-bounds-text = Für jedes Gespräch wird das innerhalb dieser Grenzen gemeinsam eingestellt. Der Server erfährt nicht, was gewählt wurde.
retention-shortest = Mindestens
retention-longest = Höchstens
retention-standard = Neue Gespräche
retention-standard-hint = Beide Seiten sehen es von Anfang an und können es innerhalb der Grenzen ändern.

## The practitioner's sealed record

record-none = Was hier vergessen wird, behält auch die Fachperson nicht.
record-kept = Die Fachperson ist verpflichtet, eine Akte zu führen. Was hier weggeht, weil seine Zeit um ist, weil es von selbst verschwindet oder weil es vergessen wird, wird vorher auf dem Gerät der Fachperson versiegelt; nur sie kann es öffnen. Dateien und die versiegelten Teile des Aufnahmebogens sind nicht darin.
record-kept-after-end = Sie wird vernichtet, wenn seit dem Ende Ihres Gesprächs so viel Zeit vergangen ist: { $time }.
record-kept-until = Sie wird am { $date } vernichtet.
record-years = Versiegelte Akte
record-years-hint = Wenn Sie Aufzeichnungen länger aufbewahren müssen, als Sie beide das Gespräch sehen. Das wird gelesen, bevor jemand einwilligt; es gilt für alle, die darin eingewilligt haben, und auch für Nachrichten, die verschwinden.
record-years-none = Ich führe keine
record-years-after = { $time } nach dem Ende
records-title = Versiegelte Akten
records-text = Was aus Gesprächen weggegangen ist, deren Einwilligungstext sagt, dass Sie eine Akte führen. Nur Ihr Konto öffnet sie, und sie gehen mit ihm verloren: Nehmen Sie sie mit, bevor Sie es löschen.
records-none = Es gibt noch keine.
record-after-end = Wird nach dem Ende des Gesprächs noch so lange aufbewahrt: { $time }.
record-until = Wird bis zum { $date } aufbewahrt.
record-open = Öffnen
record-open-of = Die Akte von { $name } öffnen
record-title = Versiegelte Akte: { $name }
record-reading = Sie können das lesen und mitnehmen, nicht ändern.
record-damaged = Ein Teil dieser Akte ließ sich nicht öffnen.
