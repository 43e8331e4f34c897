# Einen Raum leiten: ihn eröffnen, seine Tür, seine Menschen, Ordnung halten
lead-rooms = Räume
lead-undo = Rückgängig

# Einen Raum eröffnen
lead-new-title = Einen Raum eröffnen
lead-new-lead = Ein Raum ist ein Gespräch unter mehreren, das Sie leiten. Alle tragen darin einen Namen, den sie nur für diesen Raum wählen.
lead-step-describe = Beschreiben
lead-step-look = Ansehen
lead-describe-title = Worum geht es?
lead-look-title = So sehen ihn andere
lead-look-text = Das liest man, bevor man um Einlass bittet. Noch sieht es niemand.
lead-look-label = Der Raum, wie andere ihn sehen
lead-to-look = Weiter
lead-back-to-describe = Zurück
lead-make = Raum eröffnen
lead-make-busy = Der Raum wird angelegt …
lead-title = Name des Raums
lead-title-hint = Kurz und schlicht. Jemand könnte ihn im Vorbeigehen lesen.
lead-purpose = Zweck
lead-purpose-hint = Für wen er ist und was man sich hier erhoffen kann.
lead-rules = Regeln
lead-rules-hint = Woran sich alle halten. Wer um Einlass bittet, liest sie vorher.
lead-rules-suggest = Mit einem Vorschlag beginnen
lead-rules-start = Was hier gesagt wird, bleibt hier.
  Wir sprechen von uns selbst und lassen andere für sich sprechen.
  Niemand muss etwas sagen.
  Rat geben wir nur, wenn jemand darum bittet.
  Wer in Gefahr ist, bekommt Hilfe: Bitte sagen Sie es mir, oder nutzen Sie die Krisenhilfe oben auf der Seite.
lead-language = Sprache
lead-language-hint = In der hier gesprochen wird.
lead-days = Wie lange etwas aufbewahrt wird
lead-days-hint = Danach verschwindet, was gesagt wurde, vom Server und von allen Geräten.
lead-days-told = Was hier gesagt wird, wird { $time } aufbewahrt.
lead-questions = Aufnahmebogen
lead-questions-hint = Was Sie fragen, bevor jemand hereinkommt. Die Antworten liest nur, wer den Raum leitet.
lead-questions-none = Vor dem Einlass wird nichts gefragt.
lead-question = Frage { $number }
lead-question-required = Muss beantwortet werden
lead-question-up = Nach oben
lead-question-remove = Entfernen
lead-question-removed = Die Frage wurde entfernt.
lead-question-add = Frage hinzufügen
lead-question-suggest = Fragen vorschlagen
lead-question-brings = Was führt Sie her?
lead-question-medical = Gibt es Medizinisches, das ich wissen sollte, etwa eine Diagnose oder Medikamente?
lead-question-helps = Was hilft Ihnen in einer Krise?
lead-question-contact = Wen darf ich erreichen, wenn Sie in Gefahr sind? Name und Nummer genügen.
lead-listed = Wer ihn findet
lead-listed-no = Nur, wer den Link hat
lead-listed-no-hint = Name und Zweck des Raums kann auch der Server nicht lesen.
lead-listed-yes = Alle Klientinnen und Klienten der Praxis
lead-listed-yes-hint = Er steht in der Liste der Räume. Name, Zweck und Regeln liest, wer hier ein Konto hat, und auch der Server.
lead-listed-no-told = Nur wer den Link hat, findet diesen Raum.
lead-listed-yes-told = Dieser Raum steht in der Liste der Räume.
lead-led-by = Leitung
error-lead_title_missing = Bitte geben Sie dem Raum einen Namen.

# Ihn leiten
lead-screen-title = Den Raum leiten
lead-to-room = Zum Raum
lead-none-title = Diesen Raum leiten Sie nicht
lead-none-text = Vielleicht gibt es ihn nicht mehr, oder jemand anderes leitet ihn jetzt.
lead-parts = Den Raum leiten
lead-part-door = Tür
lead-part-people = Personen
lead-part-link = Einladen
lead-part-settings = Raum
lead-closed-now = Der Raum ist geschlossen: Alle können lesen, niemand kann schreiben oder hereinkommen.

# Die Tür
lead-door-title = An der Tür
lead-door-text = Sie sehen nichts von dem, was gesagt wird, bis Sie sie einlassen.
lead-door-empty = Niemand wartet. Wer um Einlass bittet, erscheint hier.
lead-since-today = seit heute
lead-since = seit { $date }
lead-further = Diese Person ist schon im Raum und bittet für ein weiteres Gerät um Einlass.
lead-alike = Dieser Name sieht „{ $name }“ zum Verwechseln ähnlich. Lehnen Sie ab, dann kann die Person unter einem anderen Namen noch einmal fragen.
lead-alike-beside = Noch jemand wartet unter dem Namen „{ $name }“, der gleich aussieht. Lassen Sie eine der beiden Personen ein und lehnen Sie die andere ab.
lead-card = Aufnahmebogen
lead-card-none = Es wurde nichts gefragt.
lead-card-empty = Keine Antwort
lead-choose = { $name } auswählen
lead-admit = Einlassen
lead-admit-all = { $count ->
    [one] { $count } Person einlassen
   *[other] Alle { $count } einlassen
  }
lead-admit-some = { $count ->
    [one] { $count } Ausgewählte einlassen
   *[other] { $count } Ausgewählte einlassen
  }
lead-admitting = { $count ->
    [one] Eine Person wird eingelassen …
   *[other] { $count } Personen werden eingelassen …
  }
lead-admitted-one = { $name } ist im Raum.
lead-admitted = { $count ->
    [one] { $count } Person ist im Raum.
   *[other] { $count } Personen sind im Raum.
  }
lead-decline = Ablehnen
lead-decline-title = { $name } ablehnen?
lead-decline-text = Die Person erfährt ohne Begründung, dass Sie sie nicht eingelassen haben, und kann noch einmal fragen. Was sie Ihnen anvertraut hat, wird auf dem Server gelöscht.
lead-declined = { $name } wurde abgelehnt.

# Personen
lead-people-title = { $count ->
    [one] { $count } Person im Raum
   *[other] { $count } Personen im Raum
  }
lead-people-alone = Außer Ihnen ist noch niemand hier. Geben Sie den Link weiter und lassen Sie dann an der Tür ein.
lead-people-look = Jemanden finden
lead-people-found = { $count ->
    [one] { $count } gefunden
   *[other] { $count } gefunden
  }
lead-leads = leitet den Raum
lead-you-lead = Sie
lead-is-muted = stummgeschaltet
lead-mute = Stummschalten
lead-muted = { $name } ist stummgeschaltet, liest weiter mit und sieht, dass Schreiben nicht geht.
lead-unmute = Wieder sprechen lassen
lead-unmuted = { $name } kann wieder schreiben.
lead-more = Mehr
lead-remove = Entfernen
lead-remove-title = { $name } aus dem Raum entfernen?
lead-remove-text = Die Person sieht, dass sie nicht mehr im Raum ist, und liest nichts von dem, was ab jetzt gesagt wird. Sie kann noch einmal um Einlass bitten. Die anderen sehen, dass sie gegangen ist.
lead-removed = { $name } ist nicht mehr im Raum.
lead-ban = Ausschließen
lead-ban-title = { $name } für immer ausschließen?
lead-ban-text = Die Person wird entfernt und kann nicht noch einmal fragen, gleich unter welchem Namen. Die anderen sehen nur, dass sie gegangen ist. Das lässt sich nicht rückgängig machen.
lead-banned = { $name } ist ausgeschlossen.

# Der Link
lead-link-title = Einladungslink
lead-link-text = Wer diesen Link hat, kann lesen, worum es im Raum geht, und um Einlass bitten. Ohne Sie kommt niemand herein.
lead-link-listed = Der Raum steht auch in der Liste der Räume.
lead-link-unlisted = Die zweite Hälfte ist der Schlüssel zu Name und Zweck des Raums. Sie erreicht den Server nie: Geben Sie den Link ganz weiter.
lead-link-qr = QR-Code des Einladungslinks
lead-link-qr-hint = Zum Scannen mit dem Telefon, vom Bildschirm oder gedruckt.

# Wie es um den Raum steht
lead-close-title = Der Raum ist offen
lead-close-text = Alle im Raum können lesen und schreiben.
lead-close = Raum schließen
lead-close-ask = Den Raum schließen?
lead-close-ask-text = Alle sehen, dass der Raum geschlossen ist. Lesen geht weiter, aber niemand kann schreiben oder hereinkommen, bis Sie ihn wieder öffnen.
lead-open-title = Der Raum ist geschlossen
lead-open-text = Alle können lesen, was gesagt wurde. Niemand kann schreiben oder hereinkommen.
lead-open = Wieder öffnen
lead-face-title = Was andere sehen
lead-face-text = Das hat unterschrieben, wer den Raum leitet. Die Geräte der anderen prüfen es.
