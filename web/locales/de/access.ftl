# The access log: loaded when it is first needed.
access-title = Zugriffsprotokoll
access-text = Was mit Ihrem Konto geschah: Anmeldungen, neue Browser, geänderte Schlüssel, geöffnete Teile Ihres Aufnahmebogens. Nur Sie können es lesen.
access-show = Zugriffsprotokoll öffnen
access-open = { $count ->
    [one] Zu einem Eintrag gibt es eine Frage
   *[other] Zu { $count } Einträgen gibt es eine Frage
  }
access-lead = Was mit Ihrem Konto geschah, das Neueste zuerst. Lesen können es nur Ihre eigenen Browser.
access-none = Noch steht nichts darin
access-none-text = Ab Ihrer nächsten Anmeldung wird es hier festgehalten.
access-calm = Nichts darin braucht eine Antwort von Ihnen.
access-waiting = { $count ->
    [one] Zu einem Eintrag möchten wir Sie etwas fragen. Meist gibt es dafür einen harmlosen Grund.
   *[other] Zu { $count } Einträgen möchten wir Sie etwas fragen. Meist gibt es dafür einen harmlosen Grund.
  }
access-to-first = Dorthin gehen
access-earlier = Frühere zeigen
access-today = Heute
access-yesterday = Gestern
access-nowhere = In welchem Browser, ist nicht bekannt

# What happened
access-log-in = Angemeldet
access-log-in-new = Mit einem neuen Browser angemeldet
access-recovered = Mit dem Wiederherstellungscode hereingekommen
access-linked = Einen weiteren Browser verbunden
access-passphrase = Die Passphrase geändert
access-recovery-code = Einen neuen Wiederherstellungscode erstellt
access-passkey = Einen Passkey hinzugefügt
access-one-time-code = Einen Einmalcode benutzt
access-sessions-ended = Die anderen Browser abgemeldet
access-renewed = Den Eintrag zur Passphrase erneuert
access-all-ended = Die Praxis hat alle abgemeldet
access-mail = Eine E-Mail-Adresse angegeben
access-mail-removed = Die E-Mail-Adresse entfernt
access-push = Benachrichtigungen in einem Browser eingeschaltet
access-push-removed = Benachrichtigungen in einem Browser ausgeschaltet
access-anew = Mit einem anderen Zugriffsprotokoll weitergemacht
access-unreadable = Etwas, das sich nicht lesen lässt
access-more = { $count ->
    [one] Dasselbe an diesem Tag noch einmal
   *[other] Dasselbe an diesem Tag noch { $count }-mal
  }
access-expired = { $count ->
    [one] Ein Eintrag, den niemand rechtzeitig abgeholt hat
   *[other] { $count } Einträge, die niemand rechtzeitig abgeholt hat
  }
access-begun = Das Zugriffsprotokoll beginnt
access-opened-medical = { $name } hat Ihre medizinischen Angaben geöffnet
access-opened-contact = { $name } hat Ihren wirklichen Namen und Notfallkontakt geöffnet
access-opened-card = { $name } hat Ihren Aufnahmebogen geöffnet
access-exported-conversation = Ein Gespräch als Datei gespeichert
access-exported-record = Eine versiegelte Akte als Datei gespeichert
access-exported-held = Als Datei gespeichert, was der Server weiß
access-exported-log = Das Zugriffsprotokoll als Datei gespeichert
access-policy = Der Fassung { $version } der Datenschutzerklärung zugestimmt
access-compared = Die Sicherheitsnummer mit { $name } verglichen

# What it means
access-means-log-in = Ihr Anmeldename und Ihre Passphrase wurden eingegeben.
access-means-session = Das sagt dieser Browser selbst. Der Server hat es nur gezählt.
access-means-recovered = Ihr Wiederherstellungscode wurde eingegeben. Er öffnet das Konto ohne Passphrase.
access-means-linked = Ein Browser, der schon angemeldet war, hat ihn eingelassen, ohne Passphrase.
access-means-passphrase = Seitdem öffnet nur noch die neue Ihr Konto.
access-means-recovery-code = Seitdem gilt nur noch der neue.
access-means-passkey = Seitdem bestätigt er eine Anmeldung wie die bisherigen.
access-means-one-time-code = Er stand für einen Passkey ein und ist verbraucht.
access-means-sessions-ended = Seitdem können sie nichts Neues mehr lesen.
access-means-renewed = Der Server bekam neue Schlüssel, und was Ihre Passphrase prüft, wurde damit neu angelegt. Die Passphrase selbst bleibt.
access-means-all-ended = Alle hier wurden abgemeldet, nicht nur Sie. Eine Praxis tut das, wenn sie sichergehen will.
access-means-mail = Wenn es etwas Neues gibt, geht eine E-Mail ohne Inhalt dorthin.
access-means-mail-removed = Es kommt keine E-Mail mehr, wenn es etwas Neues gibt.
access-means-push = Er zeigt, dass es etwas Neues gibt, und nichts davon, was es ist.
access-means-push-removed = Er zeigt nicht mehr, dass es etwas Neues gibt.
access-means-anew = Jemand hat in diesem Browser hingenommen, dass der Server ein anderes Zugriffsprotokoll zeigte als bisher.
access-means-unreadable = Der Server hat etwas vermerkt, das Ihre Schlüssel nicht öffnen.
access-means-more = Was an einem Tag immer wieder geschieht, zählt der Server nur noch.
access-means-expired = Der Server hebt einen Eintrag 90 Tage auf. In dieser Zeit war keiner Ihrer Browser hier.
access-means-begun = Ab hier ist alles festgehalten; was vorher war, nicht.
access-means-opened = Sie haben es sofort erfahren.
access-means-exported = Eine Datei kann Alcove nicht mehr schützen. Bewahren Sie sie gut auf.
access-means-policy = Sie können die Datenschutzerklärung jederzeit wieder lesen.
access-means-compared = Sie hatten beide dieselbe Nummer, also steht niemand zwischen Ihnen.

# The question, and the answers
access-ask = Waren Sie das?
access-mine = Das war ich
access-not-mine = Das war ich nicht
access-why-unknown = Sie haben noch nicht gesagt, ob dieser Browser Ihrer ist.
access-why-nobody = Keiner Ihrer Browser sagt, dass er es war. Ein privates Fenster, das schnell wieder geschlossen wurde, kann der Grund sein.
access-why-rare = Das kommt so selten vor, dass wir immer nachfragen.
access-why-unreadable = Das kann ein Fehler des Servers sein.
access-said-mine = Sie haben gesagt: Das war ich.
access-said-not-mine = Sie haben gesagt: Das war ich nicht.
access-otherwise = Anders antworten
access-do = Was Sie jetzt tun können
access-no-fault = Gut, dass Sie nachgesehen haben. Nichts davon ist Ihre Schuld, und Sie können die Tür wieder schließen:
access-do-exported = Eine Datei, die jemand mitgenommen hat, lässt sich nicht zurückholen. Sie können dafür sorgen, dass es bei dieser bleibt.
access-do-end = Melden Sie den Browser ab, den Sie nicht kennen. Dann kann er nichts mehr lesen.
access-do-passphrase = Ändern Sie Ihre Passphrase und lassen Sie dabei einen neuen Wiederherstellungscode erstellen. Die alten öffnen dann nichts mehr.
access-do-reach = Sehen Sie in den Einstellungen nach, wohin E-Mails und Benachrichtigungen gehen, und entfernen Sie, was nicht Ihnen gehört.
access-do-near = Wenn es jemand aus Ihrer Nähe gewesen sein könnte und Sie sich nicht sicher fühlen, müssen Sie damit nicht allein bleiben.

# What it is worth
access-signed-title = Warum Sie sich darauf verlassen können
access-signed-text = Jeder Ihrer Browser unterschreibt mit Ihrem eigenen Schlüssel, was er einträgt, und jeder Eintrag nennt den davor. Dieser Browser merkt sich den letzten, den er gesehen hat.
access-signed-server = Der Server kann also nichts unbemerkt herausnehmen, ändern oder umstellen: Dieser Browser würde es merken und über jeder Seite sagen.
access-cannot-title = Was es nicht zeigen kann
access-cannot-before = Was geschah, bevor es begann.
access-cannot-server = Was ein Server, der täuschen will, gar nicht erst vermerkt. Was hier steht, kann er nicht herausnehmen, und Ihre eigenen Anmeldungen nicht unbemerkt auslassen.
access-cannot-who = Wer am Browser saß. Bekannt ist der Browser, nicht der Mensch.
access-cannot-read = Was gelesen oder geschrieben wurde. Das hält niemand fest.
access-cannot-seen = Was jemand sieht, der auf Ihren Bildschirm schaut oder Ihr entsperrtes Gerät benutzt.
access-cannot-passphrase = Wer Ihre Passphrase hat, kann selbst etwas eintragen. Einen neuen Browser kann man damit täuschen, nicht aber einen, der schon vorher hier war.

# Above every screen
access-bar = Zu einem Eintrag in Ihrem Zugriffsprotokoll möchten wir Sie etwas fragen.
access-bar-show = Ansehen
access-alarm-label = Warnung zum Zugriffsprotokoll
access-alarm-title = Mit Ihrem Zugriffsprotokoll stimmt etwas nicht
access-alarm-access_older = Es kann sein, dass die Praxis den Server aus einer Sicherung wiederhergestellt hat. Es kann auch sein, dass jemand verbergen will, was mit Ihrem Konto geschah.
access-alarm-access_broken = Es kann ein Fehler des Servers sein. Es kann auch sein, dass jemand verbergen will, was mit Ihrem Konto geschah.
access-alarm-access_foreign = Das kann nur, wer die Schlüssel Ihres Kontos hat, oder eine Kopie dieses Browsers. Am sichersten ist es, sich überall sonst abzumelden und die Passphrase zu ändern.
access-alarm-access_unnoted = Also kann er auch andere ausgelassen haben. Ihre Anmeldung selbst hat geklappt, und nichts ist verloren.
access-alarm-do = Bitte fragen Sie die Praxis auf einem anderen Weg als über diese App, etwa am Telefon, und lesen Sie ihr den Satz oben vor. Bis dahin wird hier nichts mehr festgehalten. Nichts davon ist Ihre Schuld.
access-alarm-settings = Zu den Einstellungen
access-accept = Man hat es mir erklärt
access-accept-title = Mit dem weitermachen, was der Server jetzt zeigt?
access-accept-text = Tun Sie das nur, wenn Ihnen jemand aus der Praxis auf einem anderen Weg als über diese App gesagt hat, warum es so ist. Was dieser Browser vorher gesehen hat und der Server nicht mehr hat, verschwindet dann aus der Liste.
access-accept-do = Damit weitermachen

error-access_broken = Der Server zeigt ein anderes Zugriffsprotokoll als bisher, oder es fehlt etwas darin.
error-access_foreign = In Ihrem Zugriffsprotokoll steht ein Eintrag im Namen dieses Browsers, den er nicht geschrieben hat.
error-access_older = Der Server zeigt ein älteres Zugriffsprotokoll als bisher.
error-access_unnoted = Der Server hat Ihre Anmeldung nicht vermerkt.

access-take-title = Das Protokoll mitnehmen
access-take-text = Eine Datei (JSON) mit jedem Eintrag, in Worten und vollständig. Sie zeigt, wann Sie hier waren und mit welchen Browsern. Verwahren Sie sie gut.
access-take-so-far = Bisher { $so } Einträge
