# Für die, die benachrichtigt werden
mail-title = E-Mail, wenn etwas neu ist
mail-text = Wenn etwas neu ist und Sie die App nirgends geöffnet haben, sagt eine E-Mail nur das: nicht was, nicht von wem und ohne Ihren Namen hier. Höchstens eine in vier Stunden. Das ist aus, bis Sie es einschalten.
mail-reveals = Was eine E-Mail verrät
mail-reveals-inbox = Wer Ihren Posteingang sieht, sieht dort eine E-Mail „Ein neuer Eintrag“ von der Adresse der Praxis. Wenn dort jemand mitliest, lassen Sie es aus.
mail-reveals-provider = Ihr E-Mail-Anbieter und der der Praxis erfahren diese Adresse und wann eine E-Mail kommt. Was neu ist, erfahren sie nicht.
mail-reveals-practice = Hier wird Ihre Adresse verschlüsselt aufbewahrt, und nur der Teil des Servers, der E-Mails sendet, kann sie öffnen, in diesem Augenblick. Andere in der Praxis sehen sie in der App nicht.
mail-address = E-Mail-Adresse
mail-address-hint = Nehmen Sie eine, die nur Sie lesen.
mail-send-code = Code zusenden
mail-asked = Ein Code ist unterwegs an diese Adresse. Das kann einige Minuten dauern; sehen Sie auch bei den unerwünschten E-Mails nach.
mail-code = Der Code aus der E-Mail
mail-confirm = Einschalten
mail-other-address = Andere Adresse
mail-on = E-Mail ist eingeschaltet.
mail-off = Abschalten und die Adresse löschen
mail-refused = Ein E-Mail-Server hat Ihre Adresse nicht angenommen. Deshalb wurden die E-Mails abgeschaltet, und die Adresse wurde gelöscht. Sie können eine andere eingeben.
mail-stopped = Die E-Mails wurden in einem E-Mail-Programm abbestellt, und die Adresse wurde gelöscht. Sie können jederzeit wieder eine eingeben.

# Für die Praxisleitung
mail-steward-title = E-Mail
mail-steward-text = Ein E-Mail-Server ist eingerichtet. Fachpersonen, Klientinnen und Klienten können wählen, dass eine E-Mail ohne Inhalt ihnen sagt, wenn etwas neu ist.
mail-steward-none = Auf diesem Server ist kein E-Mail-Server eingerichtet, deshalb kann niemand durch E-Mail benachrichtigt werden. Wie das geht, steht in der Anleitung zum Betrieb.
mail-test = Test senden
mail-test-busy = Der Test wird gesendet …
mail-test-done = Der E-Mail-Server hat ihn angenommen. Bitte sehen Sie nach, ob er ankommt.
mail-test-address = Wohin der Test gehen soll
