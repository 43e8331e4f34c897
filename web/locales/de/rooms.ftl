# All rooms
rooms-title = Räume
rooms-lead = Ein Raum ist eine Gruppe, die sich schriftlich trifft und von einer Fachperson geleitet wird. Alle sind dort unter einem Namen, den sie selbst wählen.
rooms-own = Ihre Räume
rooms-at-door = Wo Sie um Einlass gebeten haben
rooms-listed = Räume dieser Praxis
rooms-none-title = Noch keine Räume
rooms-none-client = Sobald die Praxis einen Raum für alle öffnet, sehen Sie ihn hier. Wenn Ihnen jemand einen Einladungslink gegeben hat, öffnen Sie ihn in diesem Browser. Bis dahin können Sie mit einer Fachperson allein sprechen.
rooms-none-practitioner = Sobald jemand einen Raum für alle öffnet, sehen Sie ihn hier.
rooms-new = Einen Raum öffnen
room-lead = Leiten
room-badge-out = Sie sind nicht mehr darin
room-badge-closed = Geschlossen
room-badge-led = Sie leiten ihn
room-badge-full = Nimmt zurzeit niemanden auf
room-badge-muted = Stummgeschaltet
room-standing-asking = Wartet auf Antwort
room-standing-declined = Nicht eingelassen
room-led-by = Geleitet von { $names }
room-to-all = Zu allen Räumen

# From outside
room-title = Raum
room-lost-title = Dieser Raum ist hier nicht
room-lost-text = Vielleicht ist die Adresse unvollständig, oder es gibt den Raum nicht mehr. Wenn Ihnen jemand einen Einladungslink gegeben hat, öffnen Sie ihn bitte noch einmal, ganz so, wie Sie ihn bekommen haben.
room-led-title = Wer ihn leitet
room-led-text = Die Leitung hält Ordnung: Sie entscheidet, wer hereinkommt, und kann entfernen, was verletzt.
room-spoken = Hier gesprochen: { $language }
room-rules-title = Wie man hier miteinander umgeht
room-known-title = Wer was von Ihnen erfährt
room-known-members = Die anderen im Raum
room-known-members-text = Sie sehen den Namen, den Sie für diesen Raum wählen, und was Sie schreiben. Nicht, wie Sie hier sonst heißen, nicht Ihre Gespräche, nicht Ihre anderen Räume.
room-known-leaders = Die Leitung ({ $names })
room-known-leaders-text = Dasselbe und Ihre Antworten auf die Fragen beim Hereinkommen. Niemand sonst kann diese öffnen. Wer Sie sind, erfährt die Leitung nur, wenn Sie es sagen.
room-known-leaders-nothing = Dasselbe wie die anderen. Wer Sie sind, erfährt die Leitung nur, wenn Sie es sagen.
room-known-server = Der Server dieser Praxis
room-known-server-text = Dass Ihr Konto in diesem Raum ist und wann etwas gesendet wird, aber kein Wort von dem, was gesagt wird, und nicht, wie Sie dort heißen.
room-known-kept = Wie lange es aufbewahrt wird
room-known-kept-text = Was gesagt wird, bleibt höchstens { $time }; dann wird es vernichtet, auf dem Server und auf jedem Gerät.
room-known-limits = Was niemand versprechen kann
room-known-limits-text = Wer im Raum ist, kann sich merken oder abschreiben, was dort steht. Bitte erzählen Sie nur, was andere wissen dürfen.
room-ask = Um Einlass bitten
room-takes-nobody = Zurzeit wird niemand eingelassen. Bitte schauen Sie später wieder vorbei, oder fragen Sie { $names }.

# At the door
room-waiting-title = Sie haben um Einlass gebeten
room-waiting-text = Die Leitung ({ $names }) sieht, dass jemand wartet, und liest, was Sie geschrieben haben. Es kann ein, zwei Tage dauern; die Antwort sehen Sie hier. Sie müssen nicht auf dieser Seite bleiben.
room-ask-anew = Angaben ändern
room-withdraw = Nicht mehr bitten
room-declined-title = Diesmal wurden Sie nicht eingelassen
room-declined-text = Das kann viele Gründe haben, und die meisten haben nichts mit Ihnen zu tun: Die Gruppe ist vielleicht voll oder eine andere als die, die Sie brauchen. Entschieden hat die Leitung ({ $names }); sonst erfährt es niemand. Was Sie geschrieben haben, wurde vernichtet.
room-declined-else = Sie müssen damit nicht allein sein:
room-ask-once-more = Noch einmal bitten

# Asking
room-ask-lead = Wählen Sie, wie Sie heißen möchten, und schreiben Sie der Leitung ({ $names }), was sie wissen muss. Gesendet wird erst, wenn Sie unten auf den Knopf drücken.
room-name = Ihr Name in diesem Raum
room-name-hint = Nur für diesen Raum: Er verrät niemandem, wie Sie sonst heißen. Bitte nicht Ihr echter Name. 2 bis 40 Buchstaben in einer Schrift.
room-card-title = Ihr Aufnahmebogen
room-card-text = Nur die Leitung ({ $names }) kann Ihre Antworten öffnen; versiegelt werden sie auf diesem Gerät. Die anderen im Raum sehen sie nie.
room-card-known = Ich weiß, dass die Leitung ({ $names }) das lesen wird
room-ask-submit = Um Einlass bitten
error-room_answer_too_long = Das ist zu lang. Bitte kürzen Sie es auf 2000 Zeichen.
error-room_readers_unknown = Bitte setzen Sie hier ein Häkchen, damit klar ist, dass Sie wissen, wer es liest.

# Inside
room-here-as = Sie sind hier { $name }
room-people-button = { $count ->
    [one] Eine Person ist in diesem Raum. Über den Raum
   *[other] { $count } Personen sind in diesem Raum. Über den Raum
}
room-nothing-said = Seit Sie hereingekommen sind, wurde noch nichts gesagt. Was vorher war, gehört denen, die da waren.
room-leads = Leitet den Raum
room-me = (Sie)
room-composer = Nachricht an den Raum
room-came-mine = Sie sind hereingekommen.
room-came-theirs = { $name } ist hereingekommen.
room-went-mine = Sie sind nicht mehr in diesem Raum.
room-went-theirs = { $name } ist gegangen.
room-muted-mine = Sie wurden stummgeschaltet. Mitlesen können Sie weiter.
room-muted-theirs = { $name } wurde stummgeschaltet.
room-unmuted-mine = Sie können wieder schreiben.
room-unmuted-theirs = { $name } kann wieder schreiben.
room-taken-down-mine = Ihre Nachricht wurde entfernt.
room-taken-down-theirs = Diese Nachricht wurde entfernt.
room-taken-down-short = Entfernt
room-take-back-text = Die Worte verschwinden für alle im Raum, und alle sehen, dass eine Nachricht entfernt wurde. Manche haben sie vielleicht schon gelesen, und ein ausgeschaltetes Gerät vergisst sie erst, wenn es wieder online ist.
room-security-what-now = Es wurde nicht übernommen. Wenn Sie das noch einmal sehen, sagen Sie es bitte der Leitung des Raums.
room-standing-out = Sie sind nicht mehr in diesem Raum
room-standing-out-text = Was Sie vorher lesen konnten, bleibt auf diesem Gerät, bis seine Zeit um ist; was jetzt gesagt wird, sehen Sie nicht. Wenn Sie nicht wissen, warum, fragen Sie { $names }.
room-standing-closed = Dieser Raum ist gerade geschlossen
room-standing-closed-text = Geschlossen von { $names }. Sie können lesen, was gesagt wurde, und wieder schreiben, sobald er offen ist.
room-standing-muted = Sie können hier gerade nicht schreiben
room-standing-muted-text = Stummgeschaltet von { $names }, für den Moment. Mitlesen können Sie weiter. Das ist kein Urteil über Sie: Ein Raum braucht manchmal Ruhe.

# About the room
room-about = Über diesen Raum
room-people-title = { $count ->
    [one] Eine Person ist hier
   *[other] { $count } Personen sind hier
}
room-what = Was dieser Raum ist
room-leave = Den Raum verlassen
room-leave-text = Sie können jederzeit gehen und müssen nicht sagen, warum.
room-leave-title = Diesen Raum verlassen?
room-leave-sure = Was hier gesagt wurde, wird von diesem Gerät gelöscht, und Sie bekommen nichts mehr. Was Sie geschrieben haben, bleibt für die anderen, bis seine Zeit um ist. Um zurückzukommen, müssen Sie { $names } erneut bitten.
room-leave-submit = Verlassen und löschen

# How it is led, and what not everybody reads
room-now-slow = { $seconds ->
    [one] Ab jetzt liegt zwischen zwei Nachrichten derselben Person mindestens eine Sekunde.
   *[other] Ab jetzt liegen zwischen zwei Nachrichten derselben Person mindestens { $seconds } Sekunden.
}
room-now-slow-off = Alle können wieder so schnell schreiben, wie sie möchten.
room-now-review = Ab jetzt liest die Leitung Nachrichten zuerst, bevor alle sie sehen.
room-now-review-off = Nachrichten sind wieder sofort für alle zu sehen.
room-now-queue = Ab jetzt spricht man nacheinander. Heben Sie die Hand, wenn Sie etwas sagen möchten.
room-now-queue-off = Alle können wieder schreiben.
room-now-floor = { $name } hat das Wort.
room-now-check = Die Leitung fragt, wie es allen geht.
room-now-mood = So ging es allen zusammen, als ein Bild.
room-now-pinned = Eine Nachricht von { $name } wurde angeheftet.
room-now-running = Jetzt: { $title }
room-now-help = Die Leitung hat den Raum geschlossen. Wenn es Ihnen nicht gut geht: Hilfe gibt es sofort.
room-now-help-off = Der Raum geht weiter.
room-held-on-mine = Die Leitung liest Ihre Nachrichten vorerst zuerst, bevor die anderen sie sehen.
room-held-on-theirs = Nachrichten von { $name } werden zuerst gelesen.
room-held-off-mine = Ihre Nachrichten sind wieder sofort für alle zu sehen.
room-held-off-theirs = Nachrichten von { $name } sind wieder sofort zu sehen.
room-held-mine = Wartet: Die Leitung liest es zuerst
room-held-theirs = Wartet auf Durchsicht
room-held-returned = Wurde den anderen nicht gezeigt
room-whisper-mine = Das liest nur die Leitung des Raums
room-whisper-to = Das lesen nur { $name } und die Leitung des Raums
room-whisper-theirs = Das liest nur die Leitung des Raums
room-whisper-leaders = Unter denen, die den Raum leiten
room-whisper-back = Nur an Sie
room-standing-queue = Hier spricht man gerade nacheinander
room-standing-queue-text = Heben Sie die Hand, wenn Sie etwas sagen möchten. Die Leitung ({ $names }) gibt Ihnen das Wort.
room-standing-help = Dieser Raum ist vorerst geschlossen
room-standing-help-text = Geschlossen von { $names }, weil es jemandem vielleicht nicht gut geht. Wenn Sie das sind: Sie müssen nicht warten, bis er wieder öffnet. Es ist sofort jemand da, mit dem Sie sprechen können.

# What people do with words, turns and hands; what counts just now
room-thanks = Danke
room-thanks-wordless = Ohne Worte danken
room-reacted = { $count ->
    [one] { $emoji } von einer Person
   *[other] { $emoji } von { $count } Personen
}
room-speak-to = Ansprechen
room-to-me = Spricht Sie an
room-about-words = Hier geht es um:
room-unfold = Lesen
room-fold = Zuklappen
room-warned-of = Es geht um: { $warning }
room-warn = Vorwarnen, worum es geht
room-warn-example = zum Beispiel: Selbstverletzung
room-warn-not = Keine Vorwarnung
room-passed-by = Weitergegeben von { $name }
room-unheard = Das hat niemand gesehen: Es kam an, als Sie stummgeschaltet waren oder jemand anderes das Wort hatte.
room-pin = Anheften
room-unpin = Nicht mehr anheften
room-take-down = Entfernen
room-take-down-title = Diese Nachricht entfernen?
room-erase = Von diesem Gerät löschen
room-erase-title = Löschen, was Sie hier lesen konnten?
room-erase-text = Was in diesem Raum gesagt wurde, während Sie darin waren, wird von diesem Gerät gelöscht. Zurückholen lässt es sich nicht.
room-more = Mehr beim Schreiben
room-confide = Nur an die Leitung schreiben
room-confiding = Das liest nur die Leitung des Raums.
room-to-everybody = An alle
room-composer-confided = An die Leitung des Raums
room-reviewed = Die Leitung liest das zuerst, bevor die anderen es sehen.
room-slow-left = { $seconds ->
    [one] Sie können in einer Sekunde wieder schreiben.
   *[other] Sie können in { $seconds } Sekunden wieder schreiben.
}
room-slow-soon = Sie können gleich wieder schreiben.
room-hand-up = Hand heben
room-hand-down = Hand senken
room-hand-waits = { $count ->
    [0] Sie sind als Nächstes an der Reihe.
    [one] Eine Person ist vor Ihnen.
   *[other] { $count } Personen sind vor Ihnen.
}
room-badge-hand = Hand gehoben
room-floor-mine = Sie haben das Wort.
room-floor-free = Gerade hat niemand das Wort.
room-hands = { $count ->
    [one] Eine Hand ist gehoben.
   *[other] { $count } Hände sind gehoben.
}
room-pinned = Angeheftet: { $name }
room-minutes-left = { $count ->
    [one] Noch eine Minute
   *[other] Noch { $count } Minuten
}
room-minutes-over = Die Zeit dafür ist um
room-agenda = Was geplant ist
room-welcome = Willkommen
room-help-title = Hilfe gibt es sofort
room-help-text = Sie müssen nicht wissen, was Sie sagen sollen; „Mir geht es nicht gut“ reicht für den Anfang.
room-help-emergency = Wenn ein Leben in Gefahr ist
room-help-more = Was in den nächsten Minuten hilft

# One's own card, other browsers, places and hours
room-card-empty = Auf Ihrem Bogen steht nichts. Die Leitung kennt nur Ihren Namen hier und was Sie schreiben.
room-card-read-by = Lesen kann ihn nur: { $names }.
room-card-asked-by = { $names }: seit Sie Ihren Bogen ausgefüllt haben, neu in der Leitung, ohne ihn lesen zu können. Das entscheiden Sie.
room-card-share = Auch hier lesen lassen
room-card-openings = Wann er geöffnet wurde
room-card-unopened = Bisher hat ihn niemand geöffnet. Sobald es jemand tut, sehen Sie es hier.
room-card-opened = { $name }, { $date }, { $time } Uhr
room-card-fill = Ausfüllen
room-card-change = Meinen Bogen ändern
room-card-withdraw = Meine Antworten zurücknehmen
room-card-withdraw-title = Ihre Antworten zurücknehmen?
room-card-withdraw-text = Die Leitung kann sie dann nicht mehr öffnen. Was jemand schon gelesen hat, macht niemand ungelesen. Im Raum bleiben Sie.
room-ask-again-text = Sie sind mit einem anderen Browser in diesem Raum. Jeder Browser wird für sich eingelassen; Ihr Name dort und Ihr Bogen gehen mit.
room-ask-again = Für diesen Browser bitten
room-known-capacity-text = { $count ->
    [one] Platz ist für eine Person.
   *[other] Platz ist für { $count } Personen.
}
room-known-kept-session = Was gesagt wird, wird vernichtet, sobald die Sitzung vorbei ist, auf dem Server und auf jedem Gerät.
room-entry-open = Sie müssen nicht warten: Wer bittet, wird eingelassen.
room-hours-title = Wann er sich trifft
room-hours-always = Er ist jederzeit offen.
room-hours-each = Jede Woche: { $start } bis { $end }
room-hours-yours = In der Zeit Ihres Geräts.
room-meets-now = Er trifft sich jetzt, bis { $end }.
room-meets-next = Das nächste Mal: { $start }.
room-ask-again-title = Dieser Browser ist noch nicht im Raum
room-asked-again = Die Bitte ist unterwegs. Sobald jemand öffnet, sehen Sie es hier.
room-ask-to-lead = Um Mitleitung bitten

# Reporting
room-report = Melden
room-report-title = Diese Nachricht melden?
room-report-text = Die Leitung bekommt diese Nachricht, mit dem Beweis, dass { $name } sie hier geschrieben hat, und sieht, wer sie meldet. { $name } und die anderen erfahren nichts davon. Gezeigt wird nur diese eine Nachricht; alle anderen bleiben, was sie sind.
room-report-why = Was ist damit nicht in Ordnung?
room-report-submit = Melden
room-reported = Sie haben das gemeldet
room-reported-title = Es ist gemeldet
room-reported-text = Die Leitung sieht es jetzt. Mehr müssen Sie nicht tun, und Sie müssen dort nicht weiterlesen.

# Who is here and who writes; set times
room-typing = { $count ->
    [one] Jemand schreibt …
   *[other] Mehrere schreiben …
}
room-present = Die anderen sehen lassen, wenn ich hier bin
room-present-hint = Aus, bis Sie es einschalten. Die anderen sehen dann, wann dieser Raum auf Ihrem Bildschirm ist. Nichts davon wird aufbewahrt.
room-badge-here = Gerade hier
room-standing-hours = Dieser Raum trifft sich zu festen Zeiten
room-standing-hours-text = Gerade ist er nicht offen. Was gesagt wurde, können Sie lesen; geschrieben wird wieder in der nächsten Sitzung.

# How everybody is
room-check-start = Wie geht es Ihnen zu Beginn?
room-check-end = Wie geht es Ihnen zum Schluss?
room-check-hint = Wenn Sie möchten. Ihre Antwort bekommt niemand gezeigt: nur, wie viele was geantwortet haben, und nur, wenn es mindestens { $least } waren.
room-check-worst = 0: gar nicht gut
room-check-best = 10: sehr gut
room-checked = Danke. Solange gefragt wird, können Sie es ändern.
room-moods = Wie es dem Raum geht
room-mood-start = Zu Beginn
room-mood-end = Zum Schluss
room-mood-people = { $count ->
    [0] niemand
    [one] eine Person
   *[other] { $count } Personen
}
room-appointed-title = Die Praxis bittet { $name }, diesen Raum zu leiten
room-appointed-text = Wer ihn bisher geleitet hat, ist vielleicht nicht mehr da. { $name } arbeitet als Fachperson in dieser Praxis. Bis Sie sich entschieden haben, erreicht Sie nichts von dem, was hier jetzt gesagt wird, und { $name } weiß nicht, wer Sie sind.
room-appointed-means = Wenn Sie weitermachen, erfährt { $name } Ihren Namen in diesem Raum und sorgt hier von nun an für Ordnung. Was vorher gesagt wurde, bleibt { $name } verschlossen.
room-appointed-unsure = Wenn Sie nicht sicher sind, ob das stimmt, fragen Sie vorher auf anderem Weg in der Praxis nach. Sie müssen das nicht heute entscheiden.
room-appointed-card = Auch { $name } meinen Aufnahmebogen lesen lassen
room-appointed-agree = Mit { $name } weitermachen
room-appointed-done = Die Praxis hat { $name } gebeten, diesen Raum zu leiten, und Sie haben zugestimmt.
room-badge-appointed = Sie sollen ihn leiten
room-take-up-title = Die Praxis bittet Sie, diesen Raum zu leiten
room-take-up-text = Auch alle, die darin sind, werden gefragt, jeweils auf dem eigenen Gerät: Wer zustimmt, macht mit Ihnen weiter. Was vorher gesagt wurde, können Sie nicht lesen, und wer hier ist, erfahren Sie mit jeder Zustimmung.
room-take-up = Diesen Raum leiten
room-appoint-title = Wenn niemand mehr diesen Raum leitet
room-appoint-text = Sie können eine Fachperson bitten, ihn zu leiten. Alle im Raum erfahren das und entscheiden selbst: weitermachen oder gehen. Ohne das kommt niemand in den Raum.
room-appoint-who = Fachperson
room-appoint = Um die Leitung bitten
room-appoint-none = Alle Fachpersonen mit einem Profil leiten ihn schon.
room-appoint-done = { $name } findet den Raum unter „Räume“. Wenn er nicht aufgeführt ist, geben Sie den Einladungslink weiter.
rooms-steward-lead = Die Räume, die alle sehen können. Um einen anderen zu finden, öffnen Sie seinen Einladungslink in diesem Browser.
rooms-none-steward = Kein Raum ist aufgeführt.
error-last_moderator = Sie sind die letzte Person, die diesen Raum leitet. Bestimmen Sie jemand anderen, bevor Sie gehen.
error-room_asks_first = Sagen Sie zuerst, ob Sie mit der neuen Leitung dieses Raums weitermachen. Ihre Worte sind noch da.
error-room_check_over = Diese Frage ist nicht mehr offen.
error-room_flooded = In diesem Raum wurde von hier aus in einer Minute sehr viel geschrieben. Was Sie geschrieben haben, wartet und geht gleich von selbst hinaus.
error-room_hours = Dieser Raum trifft sich zu festen Zeiten, jetzt gerade nicht. Ihre Worte sind noch da.
error-room_muted = Die Leitung dieses Raums hat Sie vorerst stummgeschaltet. Sie können weiter mitlesen.
error-room_not_in = Sie sind nicht mehr in diesem Raum.
error-room_not_your_turn = Gerade hat jemand anders das Wort. Sie können sich melden; Ihre Worte sind noch da.
error-room_slow = In diesem Raum geht es langsam zu: Zwischen zwei Nachrichten muss etwas Zeit liegen. Ihre Worte sind noch da; bitte senden Sie sie gleich noch einmal.
