# Die Liste
list-title = Gespräche
list-requests = Anfragen
list-open = Offen
list-over = Beendet
list-alert = Etwas wurde zu Ihrer Sicherheit abgewiesen
list-coming = Ihre Gespräche kommen in diesen Browser …
list-empty-title = Noch kein Gespräch
list-empty-text = Sehen Sie sich an, wer hier ist, und wählen Sie jemanden aus. Wie Sie geschützt sind, lesen Sie, bevor Sie etwas erzählen.
list-empty-go = Jemanden zum Reden finden
state-requested-practitioner = Wartet auf Antwort
state-requested-client = Anfrage
state-declined-practitioner = Abgelehnt
state-declined-client = Abgelehnt
state-referred-practitioner = Weiterempfohlen
state-referred-client = Weiterempfohlen
state-ended-practitioner = Beendet
state-ended-client = Beendet

# Ein Gespräch
conversation-title = Gespräch
conversation-lost-title = Dieses Gespräch ist nicht hier
conversation-lost-text = Es gehört vielleicht zu einem anderen Konto, oder die Adresse ist nicht vollständig.
details = Details
details-title = Zu diesem Gespräch
private = Nur Sie beide
private-compared = Nur Sie beide. Verglichen.
timeline-label = Nachrichten
earlier = Frühere Nachrichten
earlier-loading = Frühere Nachrichten werden geholt …
new-messages = Neu
later = Spätere Nachrichten
later-loading = Spätere Nachrichten werden geholt …
new-below = Unten ist Neues
to-newest = Zu den neuesten Nachrichten
said-by-me = Sie:
said-by = { $name }:
typing = { $name } schreibt …
delivery-queued = Wartet auf diesem Gerät
delivery-sending = Wird gesendet
delivery-sent = Gesendet
delivery-delivered = Zugestellt
delivery-read = Gelesen

# Schreiben
composer = Nachricht an { $name }
composer-client = { $name } zuerst etwas fragen
composer-practitioner = { $name } antworten
composer-keys = Enter sendet, Umschalt + Enter beginnt eine neue Zeile.
composer-offline = Was Sie senden, wartet auf diesem Gerät und geht von selbst hinaus, sobald Sie wieder online sind.
composer-room = { $room ->
    [one] Platz für noch ein Zeichen.
   *[other] Platz für noch { $room } Zeichen.
}
composer-too-long = { $over ->
    [one] Ein Zeichen zu viel für eine Nachricht. Bitte senden Sie sie in zwei Teilen.
   *[other] { $over } Zeichen zu viel für eine Nachricht. Bitte senden Sie sie in zwei Teilen.
}
send = Senden

# Solange nichts geschrieben werden kann
standing-requested-client = Ihre Anfrage ist bei { $name }. Sobald sie beantwortet ist, sehen Sie es hier.
standing-requested-practitioner = Diese Anfrage wartet auf Ihre Antwort.
standing-declined-client = { $name } kann Sie zurzeit nicht begleiten. Sie können gern jemand anderen fragen.
standing-declined-practitioner = Sie haben diese Anfrage abgelehnt.
standing-referred-client = { $name } glaubt, dass jemand aus dem Kollegium Ihnen besser helfen kann.
standing-referred-practitioner = Sie haben { $name } weiterempfohlen.
standing-ended-client = Dieses Gespräch ist beendet. Sie können es weiterhin lesen.
standing-ended-practitioner = Dieses Gespräch ist beendet. Sie können es weiterhin lesen.
standing-open-client = Hier kann im Moment nichts geschrieben werden.
standing-open-practitioner = Hier kann im Moment nichts geschrieben werden.
away = { $name } ist bis { $date } abwesend.
meanwhile-title = Wann { $name } antwortet
standing-find = Jemand anderen finden
standing-crisis = Wenn es nicht warten kann: Hilfe in einer Krise

# Was geschah
notice-requested-client = Sie haben { $name } um Therapie gebeten.
notice-requested-practitioner = { $name } bittet Sie um Therapie.
notice-asked-back-client = { $name } hat vor der Entscheidung eine Frage. Sie können unten antworten.
notice-asked-back-practitioner = Sie haben vor der Entscheidung nachgefragt. { $name } kann jetzt antworten.
notice-accepted-client = { $name } hat zugesagt. Sie können einander ab jetzt schreiben.
notice-accepted-practitioner = Sie haben zugesagt. Sie können einander ab jetzt schreiben.
notice-declined-client = { $name } kann Sie zurzeit nicht begleiten und schreibt:
notice-declined-practitioner = Sie haben abgelehnt und geschrieben:
notice-referred-client = { $name } glaubt, dass { $to } Ihnen besser helfen kann, und schreibt:
notice-referred-practitioner = Sie haben { $name } an { $to } weiterempfohlen und geschrieben:
referred-go = { $to } ansehen
notice-consent-agreed-client = Sie haben Version { $version } der Einwilligung zugestimmt.
notice-consent-agreed-practitioner = { $name } hat Version { $version } Ihrer Einwilligung zugestimmt.
notice-consent-revoked-client = Sie haben Ihre Einwilligung widerrufen. Das Gespräch ist beendet.
notice-consent-revoked-practitioner = { $name } hat die Einwilligung widerrufen. Das Gespräch ist beendet.
notice-sealed-opened-client = { $name } hat einen versiegelten Teil Ihres Aufnahmebogens geöffnet: { $part }. Als Grund ist angegeben:
notice-sealed-opened-practitioner = Sie haben einen versiegelten Teil des Aufnahmebogens geöffnet: { $part }. { $name } hat den Grund erfahren:
notice-device-added-mine = Sie nutzen dieses Gespräch in einem weiteren Browser.
notice-device-added-theirs = { $name } nutzt dieses Gespräch in einem weiteren Browser.
notice-device-removed-mine = Einer Ihrer Browser wurde aus diesem Gespräch entfernt.
notice-device-removed-theirs = Ein Browser von { $name } wurde aus diesem Gespräch entfernt.
notice-ended-mine = Sie haben dieses Gespräch beendet.
notice-ended-theirs = { $name } hat dieses Gespräch beendet.
notice-account-deleted = { $name } hat das Konto gelöscht. Die Schlüssel zu diesem Gespräch sind dort vernichtet.
notice-unreadable = Etwas an dieser Stelle kann in diesem Browser nicht gelesen werden.
notice-unknown = Etwas an dieser Stelle braucht eine neuere Version dieser Seite. Bitte laden Sie sie neu.

# Was abgewiesen wurde
security-title = Etwas wurde zu Ihrer Sicherheit abgewiesen
security-unauthorised-commit = Jemand wollte ohne Berechtigung ändern, wer an diesem Gespräch teilnimmt.
security-unauthorised-payload = Etwas wurde in einem Namen gesendet, der das nicht senden darf.
security-bad-credential = Ein Gerät kam mit Schlüsseln, die nicht zu der Person gehören, für die es sich ausgibt.
security-altered-record = Etwas wurde auf dem Weg hierher verändert.
security-replayed-record = Etwas wurde ein zweites Mal gesendet, von jemandem, der nicht zu diesem Gespräch gehört.
security-reordered-record = Nachrichten kamen in einer anderen Reihenfolge an, als sie geschrieben wurden.
security-missing-record = Eine gesendete Nachricht ist nicht angekommen.
security-forgotten-early = Etwas, das aufbewahrt werden sollte, ist auf dem Server nicht mehr da.
security-unprovable-record = Etwas wurde zurückgewiesen, das niemand hätte melden können.
security-wrong-epoch = Etwas war mit Schlüsseln verschlossen, die nicht mehr gelten.
security-what-now = Es wurde nicht übernommen. Was Sie geschrieben haben, bleibt vertraulich. Wenn Sie das noch einmal sehen, vergleichen Sie bitte die Sicherheitsnummer und sagen Sie der Praxis Bescheid.
safety-open = Sicherheitsnummer ansehen

# Anfrage
request-title = { $name } bittet um Ihre Hilfe
request-sealed-note = Versiegelte Teile bleiben geschlossen, bis Sie sie unter „Details“ aus einem Grund öffnen, den Sie angeben. Die andere Seite erfährt davon.
request-ask-note = Wenn Sie zuerst etwas wissen möchten, schreiben Sie einfach unten: Es kommt als Frage an, und die Anfrage bleibt offen.
accept = Zusagen
refer = Weiterempfehlen
decline = Ablehnen
decline-title = Die Anfrage von { $name } ablehnen?
decline-text = { $name } liest Ihre Worte so, wie sie hier stehen. Ein freundliches Wort, und wo es sonst Hilfe gibt, bedeutet in diesem Augenblick viel.
decline-words = Ihre Worte
decline-starter = Danke für Ihr Vertrauen und dafür, dass Sie geschrieben haben. Es tut mir leid, dass ich Sie zurzeit nicht begleiten kann. Das sagt nichts über Sie oder Ihr Anliegen. Bitte geben Sie nicht auf: Vielleicht hat jemand aus dem Kollegium hier Platz, und die Krisenhilfe oben auf der Seite ist jederzeit erreichbar.
decline-submit = Ablehnen
refer-title = { $name } weiterempfehlen?
refer-text = { $name } wird zu dem Profil geführt, das Sie wählen, und kann dort schreiben. Vom Aufnahmebogen wird nichts weitergegeben.
refer-to = An wen
refer-nobody = Aus dem Kollegium nimmt zurzeit niemand neue Anfragen an.
refer-words = Ihre Worte
refer-starter = Danke für Ihr Vertrauen und dafür, dass Sie geschrieben haben. Ich glaube, dass Ihnen damit jemand aus meinem Kollegium besser helfen kann als ich, und würde mich freuen, wenn Sie dort schreiben.
refer-submit = Weiterempfehlen

# Aufnahmebogen
intake-title = Aufnahmebogen
intake-title-own = Ihr Aufnahmebogen
intake-reason = Anlass
intake-region = Land oder Region
intake-sealed = Versiegelte Teile
intake-sealed-none = Keine angegeben
intake-real-name = Wirklicher Name
intake-emergency-contact = Kontakt für den Notfall
sealed-medical = Medizinische Angaben
sealed-contact = Wirklicher Name und Notfallkontakt
sealed-open-medical = Medizinische Angaben öffnen
sealed-open-contact = Wirklichen Namen und Notfallkontakt öffnen
sealed-open-text = { $name } erfährt sofort, dass Sie dies geöffnet haben, wann und aus welchem Grund. Sie sehen es erst, nachdem das gesendet ist.
sealed-open-reason = Grund
sealed-open-submit = Öffnen und mitteilen
sealed-not-opened = { $name } hat dies nicht geöffnet.
sealed-not-opened-yet = Bisher nicht geöffnet.
sealed-opened-on = Geöffnet am { $date } um { $time }:

# Einwilligung
consent-agreed-on = Version { $version } zugestimmt am { $date }.
consent-revoked-on = Widerrufen am { $date }.

# Sicherheitsnummer
safety-title = Sicherheitsnummer
safety-text = Wenn Sie mit { $name } telefonieren oder sich treffen, lesen Sie einander diese Wörter vor. Sehen Sie beide dieselben, steht niemand zwischen Ihnen.
safety-words = Sicherheitsnummer in Wörtern
safety-other-forms = Als QR-Code und in Ziffern
safety-qr = Sicherheitsnummer als QR-Code
safety-compared = Verglichen: auf beiden Seiten gleich
safety-same = Wir haben verglichen: gleich
safety-undo = Zurücknehmen
safety-differs = Sie ist nicht gleich?
safety-differs-text = Dann schreiben Sie hier vorerst nichts Vertrauliches. Laden Sie die Seite auf beiden Seiten neu und vergleichen Sie noch einmal. Wenn sie weiterhin verschieden ist, steht vielleicht jemand zwischen Ihnen: Sagen Sie der Praxis über die Kontaktseite Bescheid und verabreden Sie einen anderen Weg.

# Beenden
ending-title = Beenden
end = Gespräch beenden
end-title = Dieses Gespräch beenden?
end-text-client = { $name } erfährt davon. Sie beide können weiterhin lesen, was gesagt wurde, aber nichts mehr schreiben. Wenn Sie später wieder reden möchten, können Sie erneut anfragen.
end-text-practitioner = { $name } erfährt davon. Sie beide können weiterhin lesen, was gesagt wurde, aber nichts mehr schreiben. Bitte verabschieden Sie sich vorher.
end-withdraw = Anfrage zurückziehen
end-withdraw-title = Ihre Anfrage zurückziehen?
revoke-consent = Einwilligung widerrufen
revoke-consent-title = Ihre Einwilligung widerrufen?
revoke-consent-text = Das Gespräch endet, und { $name } erfährt, dass Sie Ihre Einwilligung widerrufen haben. Was vorher vereinbart und gesagt wurde, bleibt für Sie beide lesbar.

code-word-title = Codewort
code-word-text-client = Daran kann { $name } Sie wiedererkennen, falls Sie einmal Passphrase und Wiederherstellungscode verlieren. Vereinbaren Sie es persönlich oder am Telefon, und schreiben Sie es nicht dort auf, wo andere hinsehen.
code-word-text-practitioner = Daran können Sie { $name } wiedererkennen, wenn Passphrase und Wiederherstellungscode verloren sind. Vereinbaren Sie es persönlich oder am Telefon.
code-word-agreed = Vereinbart:
code-word-proposed-mine = Sie haben dieses vorgeschlagen; { $name } muss noch zustimmen:
code-word-proposed-theirs = { $name } schlägt vor:
code-word-agree = Zustimmen
code-word-propose = Codewort vorschlagen
code-word-other = Ein anderes vorschlagen
code-word-submit = Vorschlagen
code-word = Codewort
code-word-hint = Zwei Wörter, die niemand mit Ihnen verbindet. Akzente, Großbuchstaben, Leerzeichen und Striche spielen später keine Rolle.
notice-code-word-proposed-mine = Sie haben ein Codewort vorgeschlagen. Es steht unter „Details“.
notice-code-word-proposed-theirs = { $name } schlägt ein Codewort vor. Es steht unter „Details“.
notice-code-word-agreed = Sie haben beide ein Codewort vereinbart. Es steht unter „Details“.
notice-vouched-client = { $name } erkennt Sie wieder: Dieses Gespräch setzt ein früheres fort. Was dort gesagt wurde, bleibt verschlossen, solange { $name } es nicht teilt. Bitte vergleichen Sie die Sicherheitsnummer neu.
notice-vouched-practitioner = Sie haben sich für { $name } verbürgt: Dieses Gespräch setzt ein früheres fort. Bitte vergleichen Sie die Sicherheitsnummer neu.
notice-continued-client = Ein anderes Konto hat { $name } Ihren Namen und das Codewort genannt, und { $name } spricht mit ihm in einem neuen Gespräch weiter.
notice-continued-practitioner = Sie haben sich dafür verbürgt, dass { $name } in einem neuen Gespräch weiterspricht.
notice-objected-client = Sie haben gesagt, dass Sie das nicht waren.
notice-objected-practitioner = { $name } sagt: Das war ich nicht.
returning-title = War schon einmal hier
returning-says = Diese Person sagt, sie sei { $name } und habe jeden Zugang zu jenem Konto verloren.
returning-matches = Das Codewort ist das, das Sie mit { $name } vereinbart haben.
returning-differs = Das Codewort ist nicht das, das Sie mit { $name } vereinbart haben.
returning-nobody = Sie haben kein Gespräch mit jemandem, der { $name } heißt.
returning-no-word = Sie haben mit { $name } nie ein Codewort vereinbart.
returning-too-many = Für { $name } wurden zu viele falsche Codewörter versucht; darum wird keines mehr verglichen.
returning-attempts = { $count ->
    [one] Das ist die erste Anfrage, die diese Person nennt.
   *[other] Das ist Anfrage Nummer { $count }, die diese Person nennt.
}
returning-voice = Prüfen Sie es auf einem anderen Weg, bevor Sie entscheiden: an der Stimme oder persönlich. Sagen Sie nicht, was falsch war.
returning-vouch = Sich für diese Person verbürgen
returning-vouch-text = Beide Gespräche sagen es dann, auch dem früheren Konto, das widersprechen kann. Was früher gesagt wurde, bleibt für { $name } verschlossen.
returning-vouched = Sie haben sich verbürgt
returning-share = Früheres Gespräch teilen
returning-share-text = Alles, was dort gesagt wurde, geht als Datei in diesem Gespräch an { $name }. Das lässt sich nicht zurückholen.
returning-objected = Das frühere Konto von { $name } sagt, dass dies jemand anderes ist. Vertrauen Sie hier nichts an, bevor Sie mit der Person gesprochen haben.
continued-text = Jemand mit einem anderen Konto hat Sie und Ihr Codewort genannt, und { $name } hält die Person für Sie. Waren Sie das?
continued-object = Das war ich nicht
continued-objected = { $name } weiß nun, dass Sie es nicht waren. Sprechen Sie auf einem anderen Weg miteinander und vereinbaren Sie ein anderes Codewort.
