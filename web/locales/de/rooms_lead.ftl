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
lead-days-hint = Danach verschwindet, was gesagt wurde, vom Server und von allen Geräten. Eine Sitzung ist zu Ende, wenn ihre Zeit um ist oder Sie den Raum schließen.
lead-days-told = Was hier gesagt wird, wird { $time } aufbewahrt.
lead-days-none = bis die Sitzung zu Ende ist
lead-days-none-told = Was hier gesagt wird, wird vernichtet, sobald die Sitzung zu Ende ist.
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
lead-mute-for = { $minutes } Minuten stummschalten
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
lead-ban-text = Die Person wird entfernt und kann nicht noch einmal fragen, gleich unter welchem Namen, bis Sie das aufheben. Die anderen sehen nur, dass sie gegangen ist.
lead-banned = { $name } ist ausgeschlossen.
lead-bans = Ausgeschlossen
lead-bans-text = Sie können nicht mehr um Einlass bitten. Der Server weiß, welches Konto das ist, aber keinen Namen.
lead-bans-unknown = Jemand, den eine andere Leitung ausgeschlossen hat
lead-ban-lift = Wieder bitten lassen

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
lead-close-destroys = Was gesagt wurde, wird dann vernichtet, auf dem Server und auf allen Geräten.
lead-open = Wieder öffnen
lead-face-title = Was andere sehen
lead-face-text = Das hat unterschrieben, wer den Raum leitet. Die Geräte der anderen prüfen es.

# Was wartet, und alles anhalten
lead-part-hands = Hände
lead-part-held = Prüfen
lead-part-whispers = Geflüstert
lead-part-talk = Ablauf
lead-wait = { $count ->
    [one] wartet auf Sie
   *[other] warten auf Sie
  }
lead-panic = Anhalten und Hilfe zeigen
lead-panic-title = Den Raum jetzt schließen?
lead-panic-text = Niemand kann mehr schreiben, und alle sehen, wo es Hilfe in einer Krise gibt.
lead-panic-submit = Jetzt anhalten
lead-panic-now = Der Raum ist geschlossen, und alle sehen, wo es Hilfe gibt.

# Hände und das Wort
lead-hands-title = Gehobene Hände
lead-hands-empty = Keine Hand ist gehoben, und niemand hat das Wort.
lead-floor-free = Niemand hat das Wort.
lead-floor-has = { $name } hat das Wort.
lead-floor-next = { $name } das Wort geben
lead-floor-end = Wort zurücknehmen
lead-floor-give = Das Wort geben
lead-queue = Der Reihe nach sprechen
lead-queue-hint = Außer der Leitung kann nur schreiben, wer das Wort hat. Die anderen heben die Hand.

# Was zurückgehalten ist
lead-held-title = Zurückgehalten
lead-held-text = Das hat nur die Leitung des Raums gesehen.
lead-held-empty = Nichts ist zurückgehalten.
lead-held-warning = Warnung: { $warning }
lead-pass = Weitergeben
lead-return = Zurückschicken
lead-return-title = Das an { $name } zurückschicken?
lead-return-text = Nur diese Person sieht es. Sie liest Ihre Worte und kann es neu schreiben.
lead-return-why = Warum
lead-return-start = So möchte ich das lieber nicht allen zeigen. Können Sie es anders sagen?
lead-review = Alles zuerst lesen
lead-review-hint = Was geschrieben wird, kommt zu Ihnen; die anderen sehen es, wenn Sie es weitergeben.

# Geflüstertes
lead-whispers-title = Geflüstert
lead-whispers-text = Nur der Leitung des Raums gesagt. Auch die Antworten sieht sonst niemand.
lead-whispers-empty = Niemand hat Ihnen etwas zugeflüstert. Das geht jederzeit, ohne dass die anderen es sehen.
lead-whisper-open = wartet auf Antwort
lead-whisper-you = Sie
lead-whisper-gone = Diese Person ist nicht mehr im Raum.
lead-whisper-to = Antwort an { $name }
lead-whisper-submit = Antworten
lead-whisper-sent = Das kann nur diese Person lesen.
error-lead_whisper_empty = Bitte schreiben Sie zuerst etwas.

# Wie gesprochen wird
lead-talk-title = Wie hier gesprochen wird
lead-slow = Langsamer
lead-slow-hint = Wie lange man zwischen zwei Nachrichten wartet. Für die Leitung gilt das nicht.
lead-slow-none = Nicht verlangsamt
lead-pinned-title = Angeheftet
lead-pinned-none = Nichts ist angeheftet. Eine Nachricht lässt sich im Raum über ihr Menü anheften.
lead-unpin = Nicht mehr anheften
lead-welcome-title = Begrüßung
lead-welcome = Worte zur Begrüßung
lead-welcome-hint = Wer hereinkommt, liest sie zuerst.
lead-agenda-title = Themen
lead-agenda-text = Alle sehen, worum es gerade geht und wie lange noch.
lead-agenda-open = so lange es braucht
lead-agenda-on = jetzt
lead-agenda-left = { $count ->
    [one] jetzt, noch { $count } Minute
   *[other] jetzt, noch { $count } Minuten
  }
lead-agenda-over = jetzt, die Zeit ist um
lead-agenda-begin = Beginnen
lead-agenda-start = Mit „{ $title }“ beginnen
lead-agenda-next = Weiter mit „{ $title }“
lead-agenda-end = Themen beenden
lead-agenda-item = Nächstes Thema
lead-agenda-minutes = Wie lange
lead-agenda-add = Zu den Themen hinzufügen
error-lead_agenda_empty = Bitte sagen Sie, worum es geht.

# Zuerst lesen, was jemand schreibt
lead-hold = Zuerst lesen
lead-unhold = Nicht mehr zuerst lesen
lead-is-held = wird zuerst gelesen
lead-held-on = Was { $name } schreibt, kommt zuerst zu Ihnen. Das wird dort angezeigt.
lead-held-off = Was { $name } schreibt, sehen wieder alle.

# Wer ihn mit Ihnen leitet, und Aufnahmebögen derer, die im Raum sind
lead-colleague = Eine Fachperson, die diesen Raum mit Ihnen leiten möchte.
lead-appoint = Bestimmen
lead-appoint-title = { $name } mit Ihnen leiten lassen?
lead-appoint-text = Diese Person kann hier alles, was Sie können: einlassen, stummschalten, entfernen, Geflüstertes lesen. Aufnahmebögen von früher liest sie nur, wo jemand zustimmt. Alle sehen, dass sie leitet.
lead-appointed = { $name } leitet den Raum mit Ihnen.
lead-link-colleague = Wer aus der Praxis den Link öffnet, kann darum bitten, den Raum mit Ihnen zu leiten. Sie bestimmen das an der Tür.
lead-card-of = Aufnahmebogen von { $name }
lead-card-told = Diese Person erfährt, dass Sie ihn öffnen, und wann. Öffnen Sie ihn also, wenn Sie ihn brauchen.
lead-card-open = Öffnen

# Wann, wie viele und wie man hereinkommt
lead-sessions = Wann Sie sich treffen
lead-sessions-hint = Jede Woche, nach Ihrer Uhr. Alle anderen sehen es nach ihrer.
lead-sessions-none = Der Raum ist immer offen.
lead-session = { $day }, { $from } bis { $to }
lead-session-add = Zeit hinzufügen
lead-session-day = Tag
lead-session-start = Beginn
lead-session-minutes = Dauer
lead-capacity = Plätze
lead-capacity-hint = Bei mehr als etwa dreißig kann eine Person kaum noch alle hören.
lead-capacity-told = { $count ->
    [one] Es gibt { $count } Platz.
   *[other] Es gibt { $count } Plätze.
  }
lead-entry = Wie man hereinkommt
lead-entry-request = Sie lassen jede Person ein
lead-entry-request-hint = Wer fragt, wartet an der Tür, bis Sie antworten.
lead-entry-open = Wer fragt, kommt herein
lead-entry-open-hint = Sobald Ihr Gerät da ist. Nur für Räume, in denen ein fremder Mensch niemandem schaden kann.
lead-face-change = Ändern
lead-face-change-text = Alle im Raum erfahren, was jetzt gilt.
lead-asking = Man kann um Einlass bitten
lead-asking-hint = Sonst ist die Tür zu: Niemand kann fragen, bis Sie sie öffnen.

# Meldungen
lead-part-reports = Gemeldet
lead-reports-title = Gemeldet
lead-reports-text = Wer was gemeldet hat, sieht nur die Leitung des Raums.
lead-reports-empty = Nichts wurde gemeldet.
lead-report-by = { $name } hat das gemeldet.
lead-report-why = { $name } hat das gemeldet: „{ $why }“
lead-report-down = Nachricht entfernen
lead-report-done = Erledigt
lead-verdict-proved = Es ist bewiesen, dass { $name } das hier gesagt hat.
lead-verdict-altered = Was diese Meldung zeigt, ist nicht das, woraus sie gemacht wurde. Tun Sie deshalb nichts.
lead-verdict-not-sent = So etwas wurde im Raum nicht gesagt. Tun Sie deshalb nichts.
lead-verdict-other-sender = Das hat jemand anderes gesagt, nicht { $name }. Tun Sie deshalb nichts.
lead-verdict-unknown-sender = Das wurde hier gesagt, aber es lässt sich nicht sagen, von wem.
lead-verdict-before-exchange = Das wurde verschickt, bevor die Schlüssel des Servers getauscht wurden, und ist nicht mehr aufbewahrt. Ob es so gesagt wurde, kann niemand mehr sagen.
lead-verdict-unchecked = Das ließ sich noch nicht prüfen. Es wird wieder versucht, sobald es eine Verbindung gibt.

# Wie es allen geht, Notizen, und wer da war
lead-part-after = Notizen
lead-mood-title = Wie es allen geht
lead-mood-text = { $count ->
    [one] Sie fragen, und alle antworten mit einer Zahl von 0 bis 10. Ein gemeinsames Bild sehen alle, wenn { $count } Person geantwortet hat; einzelne Antworten sieht niemand.
   *[other] Sie fragen, und alle antworten mit einer Zahl von 0 bis 10. Ein gemeinsames Bild sehen alle, wenn { $count } oder mehr geantwortet haben; einzelne Antworten sieht niemand.
  }
lead-mood-ask-start = Zu Beginn fragen
lead-mood-ask-end = Am Ende fragen
lead-mood-asked-start = Alle werden gefragt, wie sie ankommen.
lead-mood-asked-end = Alle werden gefragt, wie sie gehen.
lead-mood-answers = { $count ->
    [one] Bisher { $count } Antwort.
   *[other] Bisher { $count } Antworten.
  }
lead-mood-finish = Frage beenden
lead-mood-start = Zu Beginn
lead-mood-end = Am Ende
lead-mood-step = Von schlecht bis gut
lead-mood-count = Wie viele
lead-notes-title = Notizen
lead-notes-text = Lesen kann sie nur, wer den Raum jetzt leitet. Sie bleiben, bis Sie sie entfernen.
lead-note = Neue Notiz
lead-note-add = Notiz behalten
lead-note-remove-title = Diese Notiz entfernen?
lead-note-remove-text = Sie wird für alle entfernt, die den Raum leiten. Das lässt sich nicht rückgängig machen.
lead-attendance-title = Wer da war
lead-attendance-text = Mit den Namen dieses Raums, so lange hier etwas aufbewahrt wird.
lead-attendance-none = Noch war niemand da, soweit es noch aufbewahrt ist.
lead-unanswered = { $count ->
    [one] Eine Person hat noch nicht geantwortet, ob sie mit Ihnen weitermacht.
   *[other] { $count } Personen haben noch nicht geantwortet, ob sie mit Ihnen weitermachen.
}
lead-unanswered-text = Bis sie zustimmen, lesen sie nichts von dem, was jetzt gesagt wird, und Sie wissen nicht, wer sie sind.
lead-go-on = Ohne sie weitermachen
lead-go-on-title = Ohne die weitermachen, die nicht geantwortet haben?
lead-go-on-text = Sie werden aus dem Raum genommen. An der Tür können sie wieder um Einlass bitten.
error-attested_before = Die Schlüssel des Servers wurden danach getauscht, und die Nachricht ist nicht mehr aufbewahrt. Von wem sie war, kann niemand mehr sagen.
error-not_asking = Diese Person bittet nicht mehr um Einlass.
error-not_attested = Diese Nachricht hat niemand in diesem Raum geschickt.
error-room_card_not_shared = Diese Person hat ihren Aufnahmebogen nicht mit Ihnen geteilt.
