# Welcome
welcome-title = Ein ruhiger Ort zum Reden
welcome-lead = Schön, dass Sie da sind. Sie können beginnen, ohne jemandem zu sagen, wer Sie sind.
sign-up = Anonym beginnen
log-in = Anmelden
recover-link = Passphrase vergessen? Wiederherstellungscode verwenden
welcome-room = Sie wurden in einen Raum eingeladen. Sobald Sie angemeldet sind, sehen Sie, was das für ein Raum ist und wer ihn leitet. Niemand dort erfährt, wie Sie hier heißen.
welcome-next = Wie es weitergeht
welcome-next-1 = Sie wählen einen erfundenen Namen und eine Passphrase. Das dauert zwei Minuten.
welcome-next-2 = Sie sehen, wer da ist, und lesen, worin Sie einwilligen würden, bevor Sie etwas erzählen.
welcome-next-3 = Sie schreiben, wenn Sie so weit sind. Die Fachperson antwortet hier.
welcome-protects = Was Sie schützt
welcome-protects-1 = Ihre Worte werden auf diesem Gerät verschlossen. Nur Sie und Ihre Fachperson können sie öffnen; wer diesen Server betreibt, kann es nicht.
welcome-protects-2 = Keine E-Mail-Adresse, keine Telefonnummer, kein echter Name.
welcome-protects-3 = „Jetzt verlassen“ oben oder dreimal Escape führt Sie sofort auf eine harmlose Seite.
welcome-limits = Vor jemandem, der auf diesen Bildschirm sieht oder dieses Gerät in der Hand hat, kann Sie das nicht schützen.
welcome-limits-link = Was geschützt ist und was nicht

# Signing up
sign-up-title-client = Anonym beginnen
sign-up-title-practitioner = Willkommen in der Praxis
sign-up-title-steward = Diese Praxis einrichten
sign-up-lead-client = Wir fragen weder nach Namen noch nach E-Mail oder Telefonnummer. Ein erfundener Name und eine Passphrase genügen.
sign-up-lead-practitioner = Sie wurden als Fachperson eingeladen. Zuerst legen Sie Ihr Konto und einen Passkey an; dann schreiben Sie das Profil, das Klientinnen und Klienten sehen.
sign-up-lead-steward = Sie übernehmen die Praxisleitung: Sie kümmern sich um Einstellungen und Menschen der Praxis und können niemals ein Gespräch lesen. Legen Sie zuerst Ihr Konto und einen Passkey an.
step-choose = Name und Passphrase
step-code = Wiederherstellungscode
step-passphrase = Neue Passphrase
step-keep = Code aufschreiben
step-check = Prüfen
pseudonym = Pseudonym
pseudonym-hint-client = So heißen Sie hier. Nehmen Sie diesen Namen oder erfinden Sie einen anderen, aber bitte nie Ihren echten.
pseudonym-staff = Name zum Anmelden
pseudonym-hint-steward = Nur Sie sehen ihn. Nehmen Sie diesen oder erfinden Sie einen anderen.
pseudonym-hint-practitioner = Nur Sie sehen ihn. Der Name, den andere sehen, steht in Ihrem Profil.
other-name = Anderer Name
passphrase = Passphrase
passphrase-hint = Sechs Wörter, nur für Sie. Schreiben Sie sie auf oder speichern Sie sie in einem Passwortmanager: Niemand kann sie zurücksetzen.
passphrase-typed-hint = Mit Leerzeichen zwischen den Wörtern, so wie Sie sie aufgeschrieben haben.
other-words = Andere Wörter
choose-own = Eigene wählen
own-passphrase = Ihre eigene Passphrase
own-passphrase-hint = Am besten sind mehrere Wörter, die nicht zusammengehören. Bitte keine, die Sie anderswo verwenden.
offer-words = Lieber Wörter vorschlagen lassen
strength-weak = Noch zu leicht zu erraten. Bitte schreiben Sie weiter, oder fügen Sie ein paar Wörter hinzu.
strength-fair = Gut genug. Ein weiteres Wort würde sie stark machen.
strength-strong = Stark.
sign-up-submit = Konto anlegen
sign-up-policy = Wenn Sie das Konto anlegen, stimmen Sie der Datenschutzerklärung zu.
working-proof = Ihr Gerät löst ein kleines Rätsel, das Automaten fernhält. Das dauert einige Sekunden.
working-keys = Auf diesem Gerät entstehen Ihre Schlüssel …
have-account = Sie waren schon einmal hier?

# Invitations
invitation-checking = Ihr Link wird geprüft …
invitation-unchecked = Ihr Link konnte noch nicht geprüft werden
link-spent-title = Dieser Link lässt sich nicht verwenden
link-spent-what = Was Sie tun können
link-spent-used = Wenn Sie ihn selbst verwendet haben, gibt es Ihr Konto schon: Melden Sie sich an.
link-spent-ask = Sonst bitten Sie dort um einen neuen, wo Sie ihn bekommen haben. Jeder Link gilt nur einmal und nur für eine Weile.
link-spent-client = Wenn Sie Hilfe suchen, brauchen Sie keinen Link:
contact-practice = Praxis kontaktieren
invited-while-in-title = Sie sind schon angemeldet
invited-while-in-text = Dieser Link legt ein neues Konto an, aber in diesem Browser ist { $name } angemeldet. Melden Sie sich ab, um mit dem Link fortzufahren, oder lassen Sie alles, wie es ist.
log-out-and-go-on = Abmelden und Link verwenden
stay-logged-in = Angemeldet bleiben

# The recovery code
login-name = Anmeldename
recovery-code = Wiederherstellungscode
keep-title = Schreiben Sie das jetzt auf
keep-lead = Beides wird nur dieses eine Mal gezeigt. Wenn Sie Ihre Passphrase vergessen, führt nur dieser Code zurück zu Ihren Gesprächen.
keep-sheet = Gut aufbewahren
print = Drucken
keep-paper = Am besten auf Papier, an einem Ort, an den nur Sie kommen.
keep-manager = Auch ein Passwortmanager ist gut geeignet. Vielleicht bietet Ihr Browser an, Anmeldename und Passphrase zu speichern.
keep-nobody = Niemand hier kann den Code sehen oder ersetzen, und niemand wird Sie je danach fragen.
keep-shared = Benutzen auch andere dieses Gerät? Dann lassen Sie diesen Browser nichts speichern, und drucken Sie nicht, wo andere das Papier finden.
keep-done = Ich habe es aufgeschrieben
check-title = Stimmt das Aufgeschriebene?
check-lead = Bitte geben Sie den Wiederherstellungscode von Ihrer Notiz ein. Dann wissen Sie, dass er im Notfall funktioniert.
recovery-code-again = Wiederherstellungscode noch einmal eingeben
recovery-code-hint = Acht Gruppen zu vier Zeichen. Großschreibung, Leerzeichen und Striche spielen keine Rolle.
look-again = Code noch einmal ansehen

# Logging in
log-in-title = Anmelden
login-name-hint = Ihr Pseudonym und vier Ziffern, etwa quiet-heron-4829.
working-log-in = Einen Moment, Ihre Schlüssel werden aufgeschlossen …
forgot-passphrase = Ich habe meine Passphrase vergessen
no-account = Ich habe noch kein Konto
expired-title = Willkommen zurück
expired-lead = Sie waren eine Weile weg; zu Ihrer Sicherheit wurde die Sitzung beendet. Nichts ist verloren: Geben Sie Ihre Passphrase ein, um weiterzumachen.
not-you = Sind Sie das nicht?
not-you-text = Dieser Browser erinnert sich an { $name }. Sie können sich mit einem anderen Konto anmelden oder ihn diesen Namen vergessen lassen.
other-account-text = Ein Browser behält immer nur ein Konto. Wenn Sie sich mit einem anderen anmelden, wird entfernt, was dieser Browser von { $name } aufbewahrt, etwa noch nicht gesendete Nachrichten. Das Konto selbst bleibt.
use-other-account = Anderes Konto verwenden
use-known-account = Als { $name } weitermachen
forget-account = Dieses Konto hier vergessen

# Recovering
recover-title = Konto wiederherstellen
recover-lead = Mit dem Wiederherstellungscode, den Sie aufgeschrieben haben, kommen Sie zurück zu all Ihren Gesprächen. Dann wählen Sie eine neue Passphrase.
recover-lost = Auch den Code haben Sie nicht mehr?
recover-lost-text = Dann kann niemand das Konto wieder öffnen, auch wir nicht: Genau das schützt Ihre Worte. Sie können jederzeit neu beginnen und Ihrer Fachperson sagen, wer Sie waren.
recover-again = Noch einmal mit dem Code beginnen
new-passphrase-title = Wählen Sie eine neue Passphrase
new-passphrase-lead = Schön, dass Sie wieder da sind, { $name }. Sobald Sie weitergehen, gilt die alte Passphrase nicht mehr, und Sie bekommen einen neuen Wiederherstellungscode.
