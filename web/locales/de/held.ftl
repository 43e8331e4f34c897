# Was der Server über mich weiß
held-lead = Jede Zeile, die der Server zu diesem Konto speichert, so wie er sie hat. Sie können sie Feld für Feld lesen, mitnehmen und sehen, was sie löscht.
held-nothing = Nichts
held-rows = { $count ->
    [one] { $count } Zeile
    *[other] { $count } Zeilen
  }
held-why = Warum
held-readers = Wer es lesen kann
held-kept = Wie lange
held-deleted-by = Was es löscht
held-delete-settings = Das Gerät abmelden, es ausschalten oder ersetzen:
held-delete-conversations = Ein Gespräch vergessen, in dessen Einzelheiten:
held-to-conversations = Ihre Gespräche
held-delete-account = Es geht von selbst oder mit dem Konto:
held-conversation = Gespräch mit { $name }
held-history = Ihr Verlauf, den sonst niemand lesen kann
held-more = Mehr zeigen
held-replaced = Nicht gezeigt; warum, steht am Ende.
held-empty = leer
held-not-title = Was der Server nicht hat
held-not-name = Ihren Namen, wo Sie wohnen oder Ihre Telefonnummer. Was Sie Ihrer Fachperson über sich anvertrauen, ist für ihn nur verschlüsselt da.
held-not-pseudonym = Wie Sie sich nennen.
held-not-login = Ihren Anmeldenamen, Ihre Passphrase und Ihren Wiederherstellungscode: nur, womit sie geprüft werden.
held-not-words = Was in Gesprächen gesagt und geschickt wird, auch Bilder und Stimmen: Er hat es verschlüsselt und hatte nie die Schlüssel dazu.
held-not-who = Wer eine Nachricht geschrieben hat und um welche Uhrzeit. Wo Nachrichten ein Ende haben, steht dessen Stunde oder Tag da.
held-not-address = Die Netzadresse, von der Sie kommen. Sie wird weder gespeichert noch protokolliert.
held-not-looked = Was Sie gelesen, gesucht oder mit einem Stern versehen haben.
held-memory-title = Nur im Arbeitsspeicher
held-memory-text = All das ist weg, wenn der Server anhält, das meiste viel früher.
held-memory-connection = Solange Sie verbunden sind: die Netzadresse der Verbindung und welches Konto es ist.
held-memory-counts = Zählungen gegen Missbrauch, höchstens einen Tag lang: nach Ihrem Konto oder nach einem Fingerabdruck der Netzadresse, dessen Schlüssel jede Stunde wechselt.
held-memory-due = Dass Ihnen etwas Neues zu melden ist, bis es gemeldet ist oder Sie nachgesehen haben.
held-memory-linking = Einige Minuten lang, was Ihre Geräte einander sagen, während eines verbunden wird, verschlüsselt.
held-beside-title = Was Sie noch wissen sollten
held-beside-others = Dass jemand anderes an einem Gespräch teilnimmt, steht in einer Zeile dieser Person, die nur ihr gezeigt wird. Der Server weiß also, welche zwei Konten miteinander sprechen, aber nicht, wer sie sind.
held-beside-numbers = Nicht gezeigt werden Nummern, die die Zeilen aller zählen, weil sie verraten würden, wie viele andere es gibt; und nicht, wie oft der Tresor geschrieben wurde und an welchem Tag der Verlauf entstand, weil das verraten würde, welches Konto eines Anmeldenamens benutzt wird.
held-beside-slots = Zum Anmeldenamen jeder Klientin und jedes Klienten gehört von Anfang an ein zweites Konto von gleicher Gestalt. Der Server zeigt jedem Konto nur dessen eigene Zeilen, und dies ist das, in dem Sie angemeldet sind.
held-beside-backups = Sicherungen enthalten, was bei ihrer Entstehung da war, bis die Praxis sie löscht.
held-export-title = Mitnehmen
held-export-text = Eine Datei (JSON) mit jeder Zeile und allen Bytes. Sie öffnet kein Gespräch, verrät aber, wie viel geschrieben wurde, an welchen Tagen Gespräche begannen und wann Ihre Sitzungen enden.
held-pieces = Mit den Stücken von Bildern und Dateien ({ $size })
held-pieces-hint = Sie sind verschlüsselt. Um Bilder und Dateien zu sehen, speichern Sie stattdessen das Gespräch.
held-progress = Wie viel geholt wurde
