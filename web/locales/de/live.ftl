# Eine Live-Sitzung vorschlagen
live-propose = Live-Sitzung
live-propose-text = Sie sitzen für eine vereinbarte Zeit zusammen, mit einer Uhr, die Sie beide sehen. { $name } wird sofort eingeladen; kommt innerhalb von zehn Minuten niemand, endet die Einladung von selbst.
live-propose-submit = Einladen
live-length = Wie lange
live-minutes = { $minutes } Minuten
live-invited = { $name } lädt Sie zu einer Live-Sitzung von { $minutes } Minuten ein.
live-invited-text = Sie beginnt, wenn Sie dazukommen. Sie können bis { $time } antworten.
live-join = Dazukommen
live-decline = Jetzt nicht
live-waiting = Warten auf { $name }
live-waiting-text = { $name } sieht Ihre Einladung. Sie gilt bis { $time } und endet dann von selbst.
live-withdraw = Einladung zurücknehmen
live-elsewhere-proposed = { $name } lädt Sie zu einer Live-Sitzung ein
live-elsewhere-on = Die Live-Sitzung mit { $name } läuft: dorthin
live-is-on = Die Live-Sitzung mit { $name } läuft.
live-return = Zurück zur Sitzung
live-is-over = Die Live-Sitzung mit { $name } ist zu Ende.
live-to-closing = Was behalten wir für das nächste Mal?

# Darin
live-with = Live-Sitzung mit { $name }
live-here = { $name } ist da.
live-left = { $count ->
    [one] Noch etwa eine Minute
   *[other] Noch etwa { $count } Minuten
}
live-time-over = Die vereinbarte Zeit ist um
live-until = Bis { $time }
live-word-ten = Noch zehn Minuten. Gibt es etwas, das heute noch Raum haben soll?
live-word-two = Noch zwei Minuten. Kommen Sie in Ruhe zum Ende.
live-word-over = Die vereinbarte Zeit ist um. Beenden Sie die Sitzung, wenn es für Sie beide passt, oder vereinbaren Sie mehr Zeit.
live-change = Ende verschieben
live-change-text = Das Ende verschiebt sich erst, wenn { $name } zustimmt.
live-new-end = Neues Ende
live-longer = { $count ->
    [one] Eine Minute länger, bis { $time }
   *[other] { $count } Minuten länger, bis { $time }
}
live-shorter = { $count ->
    [one] Eine Minute kürzer, bis { $time }
   *[other] { $count } Minuten kürzer, bis { $time }
}
live-ask = { $name } fragen
live-asked-mine = Sie haben vorgeschlagen, bis { $time } zu bleiben. { $name } hat noch nicht geantwortet.
live-asked-theirs = { $name } schlägt vor, bis { $time } zu bleiben.
live-agree = Einverstanden: bis { $time }
live-rather-not = Lieber nicht
live-take-back = Zurücknehmen
live-step-out = Ganzes Gespräch zeigen
live-end = Sitzung beenden
live-end-title = Sitzung beenden?
live-end-text = Sie endet auch für { $name }. Danach können Sie beide aufschreiben, was Sie für das nächste Mal behalten möchten.
live-from-last-time = Vom letzten Mal behalten

# Der Abschluss
live-closing-title = Die Sitzung ist zu Ende
live-closing-text = Was behalten wir für das nächste Mal? Ein Satz genügt, und Sie müssen nichts schreiben.
live-keep-label = Für das nächste Mal behalten
live-keep-hint = { $name } kann es lesen. Es steht am Anfang Ihrer nächsten Sitzung und unter „Details“.
live-keep = Behalten
live-skip = Nichts behalten
live-later = Später
kept-title = Für das nächste Mal behalten
kept-mine = Sie

# Was geschehen ist
notice-live-started-mine = Sie haben { $name } zu einer Live-Sitzung von { $minutes } Minuten eingeladen.
notice-live-started-theirs = { $name } hat Sie zu einer Live-Sitzung von { $minutes } Minuten eingeladen.
notice-live-began = Die Live-Sitzung hat begonnen.
notice-live-changed = Sie haben vereinbart, dass die Sitzung { $minutes } Minuten dauert.
notice-live-ended-mine = Sie haben die Live-Sitzung beendet.
notice-live-ended-theirs = { $name } hat die Live-Sitzung beendet.
notice-live-declined-mine = Sie konnten gerade nicht kommen.
notice-live-declined-theirs = { $name } kann gerade nicht kommen.
notice-live-withdrawn-mine = Sie haben die Einladung zurückgenommen.
notice-live-withdrawn-theirs = { $name } hat die Einladung zurückgenommen.
notice-live-lapsed-mine = { $name } ist nicht zur Live-Sitzung gekommen. Das kann viele Gründe haben; Sie können jederzeit wieder einladen.
notice-live-lapsed-theirs = Sie waren zu einer Live-Sitzung eingeladen und nicht hier. Das ist in Ordnung; schreiben Sie, wenn es für Sie passt.
notice-live-kept-mine = Sie behalten für das nächste Mal:
notice-live-kept-theirs = { $name } behält für das nächste Mal:
notice-live-unkept-mine = Sie haben zurückgenommen, was Sie für das nächste Mal behalten wollten.
notice-live-unkept-theirs = { $name } hat zurückgenommen, was für das nächste Mal behalten werden sollte.
