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
forget-reach = Das erreicht nicht, was { $name } im Gedächtnis hat oder notiert hat, keine Bildschirmfotos, keinen veränderten Browser und keine Sicherungen des Servers, bis sie ersetzt werden.
forget-known = Ich weiß, dass es nicht rückgängig zu machen ist

## The practice's part

retention-bounds = Wie lange Gespräche aufbewahrt werden
retention-bounds-text = Für jedes Gespräch wird das innerhalb dieser Grenzen gemeinsam eingestellt. Der Server erfährt nicht, was gewählt wurde.
retention-shortest = Mindestens
retention-longest = Höchstens
retention-standard = Neue Gespräche
retention-standard-hint = Beide Seiten sehen es von Anfang an und können es innerhalb der Grenzen ändern.
record-none = Wenn Nachrichten hier vergessen werden, behält die Fachperson keine versiegelte Akte davon.
record-kept = Wenn Nachrichten hier vergessen werden, darf die Fachperson eine versiegelte Akte davon so lange behalten: { $time }. Das Gesetz verlangt es.
