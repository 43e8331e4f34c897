# Jemanden auswählen
start-title = Mit wem möchten Sie sprechen?
start-lead = Lassen Sie sich Zeit. Sie können lesen, wer hier ist und wie Sie geschützt sind, bevor Sie etwas erzählen.
first-title = Sie möchten lieber nicht auswählen?
first-text = Wir bringen Sie zu jemandem, der jetzt neue Anfragen annimmt. Ob Sie weitergehen, entscheiden Sie.
first-text-language = Wir bringen Sie zu jemandem, der jetzt neue Anfragen annimmt und diese Sprache schreibt: { $language }. Ob Sie weitergehen, entscheiden Sie.
first-available = Nächster freier Platz
choices-title = Wer hier ist
choices-count = { $count ->
    [0] Niemand
    [one] Eine Fachperson
   *[other] { $count } Fachpersonen
}
filter-label = Liste eingrenzen
filter-language = Sprache
filter-speciality = Worum es geht
filter-any = Alle
filter-accepting = Nimmt jetzt neue Anfragen an
choose = { $name } wählen
choice-more = Mehr über { $name }
choice-confirmed = Von der Praxis bestätigt
choice-requested = Ihre Anfrage ist bei { $name }. Sie bekommen eine Antwort.
choice-open = Sie sprechen schon mit { $name }.
go-to-conversation = Zu Ihrem Gespräch
nobody-title = Noch ist hier niemand eingetragen
nobody-text = Die Praxis hat noch keine Profile veröffentlicht. Bitte schauen Sie wieder vorbei oder nehmen Sie Kontakt auf.
nobody-fits-title = Niemand passt auf alles
nobody-fits-text = Viele Fachpersonen helfen auch bei Themen, die nicht auf ihrer Liste stehen. Sehen Sie sich ruhig alle an.
show-all = Alle anzeigen

# Wo keine Anfrage möglich ist
not-now-title = Im Augenblick nicht möglich
not-now-gone = Diese Fachperson ist hier nicht oder nicht mehr eingetragen. Vielleicht können andere Ihnen jetzt helfen.
not-now-closed = { $name } nimmt zurzeit keine neuen Anfragen an. Vielleicht können andere Ihnen jetzt helfen.
not-now-no-consent = Von { $name } gibt es noch keinen Einwilligungstext, und ohne ihn kann keine Therapie beginnen. Vielleicht können andere Ihnen jetzt helfen.
not-now-kept = Was Sie geschrieben haben, ist noch da. Sie können es zu jemand anderem mitnehmen und noch einmal ansehen, bevor etwas gesendet wird.
see-everybody = Sehen, wer hier ist
everybody = Alle Fachpersonen
in-touch-title = Sie sind schon in Kontakt

# Schritt für Schritt
start-step-protection = Schutz
start-step-consent = Einwilligung
start-step-intake = Aufnahmebogen
start-step-review = Durchsehen
start-protection-title = Wie Sie geschützt sind
start-consent-title = Worin Sie einwilligen
start-intake-title = Was Sie herführt
start-review-title = Sehen Sie alles noch einmal durch

protection-lead = Lesen Sie dies zuerst. Noch werden Sie nichts gefragt, und vor dem letzten Schritt wird nichts gesendet.
protection-readers = Wer lesen kann, was Sie schreiben
protection-readers-text = Nur Sie und { $name }. Ihre Worte werden auf diesem Gerät verschlossen, bevor sie es verlassen. Weder die Praxis noch andere Fachpersonen dort noch die Menschen, die den Server betreiben, können sie öffnen.
protection-server = Was der Server sieht
protection-server-text = Dass Ihr Konto und das Konto von { $name } zu einem Gespräch gehören, an welchen Tagen etwas gesendet wird, ungefähr wie viel, und wer gerade verbunden ist. Weder Ihr Pseudonym noch ein einziges Wort.
protection-sealed = Was versiegelt bleibt
protection-sealed-text = Medizinische Angaben, Ihr wirklicher Name und ein Kontakt für den Notfall, falls Sie sie überhaupt angeben. { $name } kann sie nur öffnen, wenn ein Grund genannt wird, und Sie erfahren, wann und warum.
protection-ending = Sie können jederzeit aufhören
protection-ending-text = Sie können Ihre Anfrage zurückziehen, Ihre Einwilligung widerrufen, das Gespräch beenden oder Ihr Konto löschen, ohne jemanden zu fragen.
unprotected-title = Was nicht geschützt ist
unprotected-device = Dieses Gerät. Wer es in der Hand hat oder Ihre Passphrase kennt, kann mitlesen.
unprotected-watched = Ihr Bildschirm, wenn Ihnen jemand über die Schulter schaut. „Jetzt verlassen“ oben oder dreimal Escape führt Sie sofort auf eine harmlose Seite.
unprotected-law = Die Schweigepflicht hat Grenzen. In manchen Situationen, etwa bei Gefahr für ein Leben, kann das Gesetz { $name } verpflichten, etwas weiterzugeben. Welche das sind, lesen Sie auf der nächsten Seite.
protection-more = Sicherheit im Einzelnen (öffnet einen neuen Tab)

consent-step-lead = Das bietet { $name } Ihnen an, und so würden Sie zusammenarbeiten. Lesen Sie in Ihrem eigenen Tempo.
consent-recorded = Ihre Zustimmung wird innerhalb der Verschlüsselung festgehalten, nur für Sie und { $name }. Sie können diesen Text jederzeit wieder lesen und Ihre Zustimmung widerrufen.
consent-agree = Ich habe dies gelesen und bin einverstanden

intake-lead = Dieser Bogen ist nur für { $name }. So kurz oder so lang, wie Sie möchten.
intake-reason-hint = Es gibt keine falsche Antwort, und wenige Worte genügen. Mehr können Sie später erzählen.
intake-region-hint = Damit { $name } weiß, welche Notdienste in Ihrer Nähe sind. Zum Beispiel: Kiel, Deutschland
intake-sealed-title = Der versiegelte Teil
intake-sealed-text = Er bleibt versiegelt, bis { $name } ihn aus einem Grund öffnet, der genannt werden muss. Sie erfahren, wann und warum. Sie können hier auch alles leer lassen.
intake-medical-hint = Krankheiten, Medikamente, eine Schwangerschaft: was wichtig sein könnte.
intake-real-name-hint = Nur, wenn Sie ihn nennen möchten. Er hilft, wenn Hilfe zu Ihnen kommen muss.
intake-emergency-contact-hint = Wen darf { $name } anrufen, wenn Sie in Gefahr sind? Ein Name und eine Nummer.

review-lead = Noch ist nichts gesendet. Das bekommt { $name }.
review-agreed = Gelesen und zugestimmt, Fassung { $version }
review-sealed = Versiegelt
review-nothing = Keine Angabe
request-then = { $name } sagt dann zu, fragt Sie zuerst noch etwas oder sagt Ihnen, wer Ihnen besser helfen kann. Die Antwort finden Sie unter „Gespräche“.
request-send = An { $name } senden
request-sending = Ihr Bogen wird versiegelt und gesendet …

error-consent_not_agreed = Bitte setzen Sie das Häkchen, wenn Sie den Text gelesen haben und einverstanden sind. Wenn nicht, können Sie zurückgehen; gesendet wird nichts.
error-intake_reason_missing = Bitte schreiben Sie ein paar Worte, so wenige Sie mögen. „Ich weiß nicht, wo ich anfangen soll“ genügt.
error-intake_region_missing = Bitte nennen Sie ein Land oder eine Region. Wo genau Sie sind, müssen Sie nicht sagen.

intake-before = Ich war schon einmal hier und komme nicht mehr hinein
intake-before-text = Wenn Sie mit { $name } ein Codewort vereinbart haben, nennen Sie es hier mit Ihrem damaligen Pseudonym. Nur { $name } kann es lesen, möchte wohl auch Ihre Stimme hören, und was damals gesagt wurde, bleibt zunächst verschlossen.
intake-former-name = Ihr früheres Pseudonym
