# Was denen mitgeteilt wird, die es betrifft
told-cover-title = Eine Nachricht für Sie
told-cover-lead = Sie kommt von der Praxis. Lesen Sie sie am besten, wenn Ihnen niemand über die Schulter sieht.
told-cover-text = Sie müssen nichts sofort tun. Wenn es gerade nicht passt, wartet sie auf Sie.
told-read = Jetzt lesen
told-later = Später
told-bar-label = Eine Nachricht
told-bar = Eine Nachricht der Praxis wartet auf Sie.
told-open = Öffnen
told-notice-title = Von der Praxis
told-no-fault = Nichts davon ist Ihre Schuld.
told-no-fault-text = Es war nicht falsch, uns etwas anzuvertrauen. Was geschehen ist, haben wir zu verantworten.
told-no-fault-acquaintance = Sie haben nichts falsch gemacht, was immer jemand zu Ihnen sagt. Niemand hatte das Recht, zu lesen oder weiterzugeben, was Ihnen gehört.
told-happened = Was geschehen ist
told-means = Was es für Sie bedeutet
told-did = Was wir getan haben
told-can = Was Sie tun können
told-here = Das können Sie gleich hier tun
told-passphrase = Neue Passphrase
told-talk = In einem Gespräch darüber sprechen
told-export = Mitnehmen, was der Server hat
told-practice-phone = Die Praxis, telefonisch
told-practice-mail = Die Praxis, per E-Mail
told-emergency = Im Notfall
told-confirm-text = Sagen Sie bitte, wenn Sie sie gelesen haben. Die Praxis sieht dann eine Zahl um eins größer: nicht wer, und nicht wann.
told-confirm = Ich habe sie gelesen
told-before-title = Was die Praxis Ihnen mitgeteilt hat
told-before-lead = Jede Mitteilung bleibt ein Jahr lang hier.
told-before-none = Nichts
told-before-none-text = Die Praxis hatte Ihnen nichts dieser Art mitzuteilen.
told-of = Vom { $date }

# Das Verzeichnis der Praxisleitung
breach-title = Wenn es eine Datenpanne gibt
breach-lead = Alles für den Tag, an dem etwas nach außen kam, was drinnen bleiben sollte. Ein Schritt nach dem anderen.
breach-first-title = Zuerst
breach-first-breathe = Atmen Sie durch und holen Sie eine zweite Person dazu. Das Gesetz gibt Ihnen 72 Stunden.
breach-first-stop = Halten Sie auf, was noch geschieht: alle Sitzungen beenden, keine neuen Konten. Beides lässt sich rückgängig machen.
breach-first-write = Schreiben Sie auf, was Sie jetzt wissen, auch wenn es wenig ist. Die Fristen laufen, seit Sie es wissen.
breach-first-tell = Sagen Sie es denen, die es betrifft, bevor Sie alles wissen, klar und freundlich.
breach-new = Eine Datenpanne eintragen
breach-new-lead = Was Sie noch nicht wissen, kann leer bleiben. Speichern Sie, was Sie haben; Sie können jederzeit weiterschreiben.
breach-entries = Das Verzeichnis
breach-none = Nichts ist eingetragen
breach-none-text = Möge es so bleiben. Wenn etwas geschieht, auch etwas Kleines, tragen Sie es hier ein: Das Gesetz verlangt auch die kleinen.
breach-readers = { $count ->
    [one] Versiegelt: { $count } Praxisleitung kann es lesen. Ginge Ihr Konto verloren, dann auch das Verzeichnis: Laden Sie eine zweite Praxisleitung ein.
    *[other] Versiegelt: { $count } Praxisleitungen können lesen, was jetzt gespeichert wird.
  }
breach-unreadable = Lässt sich nicht öffnen
breach-unreadable-text = Der Eintrag wurde versiegelt, bevor Sie zur Praxisleitung kamen. Wer ihn öffnen kann, kann ihn noch einmal speichern; dann können auch Sie ihn lesen.
breach-aware-on = Bekannt seit { $date }

breach-answers = Was sofort getan werden kann
breach-answers-text = Bei allem steht, was es tut, bevor es geschieht.
breach-end-title = Alle Sitzungen beenden
breach-end-text = Alle müssen sich neu anmelden, nur Sie hier nicht. Wer eine Sitzung gestohlen hat, ist draußen. Nichts Geschriebenes geht verloren. Browser melden nichts Neues, bis die Leute wieder da sind: Verschicken Sie also zuerst die Mitteilung.
breach-end = Alle Sitzungen beenden
breach-end-ask = Die Sitzungen aller beenden?
breach-end-ask-text = Alle werden sofort abgemeldet, auch mitten in einem Gespräch. Zurück kommen sie mit ihrer Passphrase.
breach-ended = { $count ->
    [one] { $count } Sitzung wurde beendet.
    *[other] { $count } Sitzungen wurden beendet.
  }
breach-freeze-title = Neue Konten
breach-freeze-text = Solange das angehalten ist, kann sich niemand registrieren, auch nicht mit einer Einladung. Wer ein Konto hat, merkt nichts davon.
breach-frozen-text = Angehalten: Niemand kann sich registrieren. Wer es versucht, wird gebeten, in ein paar Tagen wiederzukommen.
breach-freeze = Neue Konten anhalten
breach-freeze-ask = Neue Konten anhalten?
breach-freeze-ask-text = Wer zum ersten Mal Hilfe sucht, wird abgewiesen, bis Sie es wieder erlauben. Die Krisennummern bleiben sichtbar.
breach-thaw = Neue Konten wieder erlauben
breach-thaw-ask = Neue Konten wieder erlauben?
breach-thaw-ask-text = Ab jetzt können alle wieder ein Konto anlegen.
breach-rekey-title = Alle Schlüssel ersetzen
breach-rekey-text = Jedes Gerät macht für jedes seiner Gespräche neue Schlüssel. Wer vorher Schlüssel kopiert hat, kann mit ihnen nichts mehr von dem lesen, was danach gesagt wird. Niemand merkt etwas davon, und was gesagt wurde, bleibt lesbar. Was schon kopiert ist, holt das nicht zurück, und es hilft nicht, solange sich mit einem gestohlenen Gerät oder einer gestohlenen Passphrase jemand anmelden kann: Beenden Sie auch alle Sitzungen.
breach-rekey = Alle Schlüssel ersetzen
breach-rekey-ask = Die Schlüssel aller ersetzen?
breach-rekey-ask-text = Alle Geräte werden jetzt darum gebeten; eines, das gerade aus ist, tut es, sobald es wieder geöffnet wird. In einem Raum bekommen die Mitglieder ihre, sobald auch ein Gerät der Leitung da ist. Sie können einmal am Tag darum bitten.
breach-rekeyed = Am { $date } wurden alle Geräte darum gebeten. Welche es schon getan haben, sieht der Server nicht.
breach-keys-title = Die Schlüssel des Servers
breach-keys-text = Der Server hat eigene Schlüssel: Mit ihnen findet er Anmeldenamen und prüft Passphrasen, und er öffnet damit die E-Mail-Adressen und die Adressen für Hinweise. Wenn jemand Dateien vom Server kopiert haben könnte, lassen Sie ihn neue machen. Niemand wird abgemeldet, alle behalten ihre Passphrase, und nichts Geschriebenes geht verloren. Was schon kopiert ist, holt das nicht zurück.
breach-keys-never = Es sind noch die, die zuerst gemacht wurden.
breach-keys-login = Namen und Anmeldung
breach-keys-mail = E-Mail-Adressen
breach-keys-push = Hinweise im Browser
breach-keys-reports = Meldungen aus Räumen
breach-keys-certificate = Das Zertifikat, das der Server selbst gemacht hat
breach-keys-since = neu seit { $date }
breach-keys-first = wie zuerst gemacht
breach-keys-nobody-waits = Alle haben sich seitdem angemeldet. Was unter den früheren Schlüsseln aufbewahrt war, ist ersetzt.
breach-keys-waiting = { $count ->
    [one] Höchstens { $count } Konto hat sich seitdem nicht angemeldet. Bis dahin kann, wer die früheren Schlüssel hat, seine Passphrase weiter zu erraten versuchen.
    *[other] Höchstens { $count } Konten haben sich seitdem nicht angemeldet. Bis dahin kann, wer die früheren Schlüssel hat, ihre Passphrasen weiter zu erraten versuchen.
  }
breach-keys = Schlüssel des Servers tauschen
breach-keys-ask = Die Schlüssel des Servers tauschen?
breach-keys-ask-text = Das kann eine Minute dauern; lassen Sie diese Seite offen. Wer sich gerade anmeldet, fängt noch einmal an. Codes und Links in E-Mails, die vorher verschickt wurden, gelten nicht mehr, und Browser melden Neues erst wieder, wenn die App in ihnen geöffnet wurde. Sie können das einmal am Tag tun.
breach-keys-ask-own = Auch das Zertifikat, das der Server selbst gemacht hat, wird ersetzt: Browser fragen dann, ob sie dem neuen vertrauen können.
breach-keys-busy = Die Schlüssel werden getauscht …
breach-keys-done = Die Schlüssel sind neu. Lassen Sie jetzt eine Sicherung machen, und vernichten Sie ältere, sobald Sie sie entbehren können.
breach-server-title = Auf dem Server
breach-server-text = Was auf der Maschine selbst zu tun ist, steht im Betriebshandbuch unter „When it is breached“.

breach-facts = Was bekannt ist
breach-sealed-text = Was hier steht, kann nur die Praxisleitung lesen. Der Server bewahrt es versiegelt auf.
breach-name = Ein Name dafür
breach-name-hint = Für Sie selbst, etwa „Der verlorene Laptop“.
breach-kind = Was für eine Datenpanne
breach-kind-intruder = Jemand ist eingedrungen, oder eine Kopie wurde gestohlen
breach-kind-acquaintance = Jemand hat etwas über einen Menschen erfahren, den er kennt
breach-kind-mistake = Etwas ging an die falsche Person
breach-kind-lost = Ein Gerät oder Papier ging verloren
breach-aware = Wann Sie davon erfahren haben
breach-aware-hint = Ab hier laufen die Fristen.
breach-happened = Was geschehen ist
breach-happened-hint = Was, wie, und wie es bemerkt wurde.
breach-when = Wann es geschah, soweit bekannt
breach-data = Welche Daten
breach-data-hint = Aus dem Verzeichnis von allem, was der Server hat.
breach-affected = Wer betroffen ist
breach-affected-hint = Welche Arten von Personen und Datensätzen, und ungefähr wie viele. Keine Namen.
breach-people = Ungefähr wie viele Personen
breach-risk = Was es für sie bedeuten kann
breach-risk-unlikely = Ein Risiko für sie ist unwahrscheinlich
breach-risk-risk = Es gibt ein Risiko
breach-risk-high = Das Risiko ist hoch
breach-consequences = Was daraus wohl folgt
breach-consequences-hint = Für die Betroffenen: wer was über sie erfahren könnte.
breach-measures = Was getan wurde und noch getan wird
breach-measures-hint = Um es aufzuhalten, es wiedergutzumachen und damit es nicht wieder geschieht.
breach-contact = Wen die Behörde fragen kann
breach-authority-at = Wann die Aufsichtsbehörde es erfuhr
breach-late = Warum sie es spät erfuhr
breach-late-hint = Nur, wenn es länger als 72 Stunden dauerte. Das Gesetz fragt nach dem Grund, nicht nach einer Ausrede.
breach-hhs-at = Wann das Gesundheitsministerium der USA es erfuhr

breach-clocks = Die Fristen
breach-clocks-text = Welches dieser Gesetze für Sie gilt, hängt davon ab, wo Sie und Ihre Klientinnen und Klienten sind. Im Zweifel fragen Sie noch heute jemanden vom Datenschutz oder eine Anwältin oder einen Anwalt.
breach-clock-authority = Der Aufsichtsbehörde melden (DSGVO, Artikel 33: 72 Stunden)
breach-clock-people = Den Betroffenen sagen (DSGVO, Artikel 34: unverzüglich)
breach-clock-hipaa = Allen Betroffenen sagen (HIPAA, 45 CFR 164.404: höchstens 60 Tage)
breach-clock-hhs = Dem Gesundheitsministerium der USA melden (HIPAA, 45 CFR 164.408)
breach-clock-now = Jetzt
breach-clock-left = Bis { $date }. Es bleiben: { $span }.
breach-clock-late = Zu spät. Fällig war es am { $date }, also vor { $span }. Tun Sie es heute und sagen Sie, warum.
breach-clock-done = Erledigt: { $date }
breach-clock-done-late = Erledigt: { $date }. Zu spät um: { $span }.
breach-late-ask = Die 72 Stunden wurden nicht eingehalten. Artikel 33 verlangt eine Begründung: Schreiben Sie sie unten in das Feld.

breach-telling = Den Betroffenen sagen
breach-telling-text = Sie finden es in der App, vor allem anderen, wenn sie das nächste Mal kommen. Wer nicht da ist, erfährt durch den Browser oder per E-Mail, dass es etwas Neues gibt, nie was.
breach-tell = Eine Mitteilung schreiben
breach-who = Wer es erfährt
breach-who-everybody = Alle
breach-who-everybody-hint = Alle Klientinnen, Klienten und Fachpersonen.
breach-who-clients = Wer mit einer Fachperson spricht
breach-who-clients-hint = Und die Fachperson.
breach-who-room = Wer in einem öffentlichen Raum ist
breach-who-room-hint = Mitglieder und Leitung.
breach-who-accounts = Einzelne Konten
breach-who-accounts-hint = Für jedes versiegelt: Niemand sonst kann es lesen.
breach-of-practitioner = Fachperson
breach-of-room = Raum
breach-accounts = Ihre Kontonummern
breach-accounts-hint = Je 32 Buchstaben und Ziffern, jede in einer Zeile. Man findet sie in den Einstellungen unter „Was der Server über mich weiß“, als account.id.
breach-public = Dieser Text liegt lesbar auf dem Server, und viele lesen ihn: Schreiben Sie nichts hinein, was nur eine Person betrifft.
breach-words-in = Auf { $language }
breach-words-happened-hint = Zwei oder drei einfache Sätze: was, wann, und woher Sie es wissen. Machen Sie es nicht klein.
breach-preview = So ansehen, wie sie es sehen
breach-preview-title = So werden sie es lesen
breach-preview-back = Ändern
breach-publish = An sie verschicken
breach-publish-text = Es erreicht sie sofort. Sie können es zurückziehen, aber nicht aus dem Gedächtnis derer, die es gelesen haben.
breach-told-on = Verschickt am { $date }.
breach-read-by = { $count ->
    [one] Gelesen von { $confirmed } von { $count } Konto
    *[other] Gelesen von { $confirmed } von { $count } Konten
  }
breach-withdraw = Zurückziehen
breach-withdraw-ask = Diese Mitteilung zurückziehen?
breach-withdraw-text = Niemand sieht sie mehr. Verschicken Sie eine bessere, wenn sie falsch war: Schweigen nach einer Mitteilung macht Angst.
breach-withdrawn = Zurückgezogen

breach-papers = Schreiben für Behörden
breach-papers-text = Ausgefüllt mit dem, was Sie oben gespeichert haben. Was Sie noch nicht wissen, steht dort als noch nicht bekannt: Sie dürfen es schrittweise nachreichen.
breach-paper-gdpr = Aufsichtsbehörde (DSGVO, Artikel 33)
breach-paper-hipaa = Gesundheitsministerium der USA (HIPAA, 45 CFR 164.408)
breach-paper-gdpr-head = Meldung einer Verletzung des Schutzes personenbezogener Daten an die Aufsichtsbehörde (DSGVO, Artikel 33)
breach-paper-hipaa-head = Meldung einer Verletzung ungesicherter geschützter Gesundheitsdaten (45 CFR 164.404, 164.408)
breach-paper-practice = Praxis (Verantwortliche)
breach-paper-told = Die Betroffenen wurden benachrichtigt
breach-paper-unknown = Noch nicht bekannt
breach-paper-save = Als Datei speichern

error-breach_accounts_wrong = Bitte geben Sie Kontonummern aus 32 Buchstaben und Ziffern ein, jede in einer Zeile.
error-breach_conflict = Jemand anderes aus der Praxisleitung hat diesen Eintrag zuerst geändert. Kopieren Sie, was Sie geschrieben haben, gehen Sie zurück und öffnen Sie ihn noch einmal.
error-breach_happened_missing = Bitte sagen Sie in jeder Sprache, was geschehen ist.
error-breach_placeholders = Bitte ersetzen Sie, was in [Klammern] steht, durch das, was Sie wissen, oder streichen Sie es.
error-breach_nobody = So würde es niemand erfahren. Bitte wählen Sie anders.
error-breach_register_full = Das Verzeichnis kann nichts mehr aufnehmen.
error-breach_title_missing = Bitte geben Sie einen Namen dafür ein.
error-breach_too_large = Das ist zu lang. Bitte kürzen Sie es.
error-keys_exchanged_today = Alle diese Schlüssel sind von heute. Morgen können Sie sie wieder tauschen.
error-keys_not_all_exchanged = Einige der Schlüssel ließen sich nicht tauschen. Was neu ist, bleibt; bitte versuchen Sie es noch einmal. Warum, steht im Protokoll des Servers.
error-rekeyed_today = Die Schlüssel werden schon ersetzt. Morgen können Sie wieder darum bitten.
error-too_many_generations = Die Schlüssel der Anmeldung wurden achtmal getauscht, und jemand hat sich seitdem nicht angemeldet. Noch einmal würde diesen Menschen aussperren; deshalb bleiben sie, wie sie sind.
