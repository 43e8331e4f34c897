# Sperre
lock-now = Sperren
locked-title = Gesperrt
pin = PIN
unlock = Öffnen
unlocking = Einen Moment …
attempts-left = { $count ->
    [one] Noch ein Versuch. Ist die nächste PIN falsch, wird alles gelöscht, was dieser Browser aufbewahrt.
   *[other] Noch { $count } Versuche. Danach wird alles gelöscht, was dieser Browser aufbewahrt.
}
pin-forgotten = Die PIN fehlt Ihnen gerade?
pin-forgotten-text = Auch Anmeldename und Passphrase öffnen, und nichts geht verloren. Oder Sie lassen diesen Browser alles vergessen.
use-passphrase = Passphrase verwenden
empty-browser = Diesen Browser leeren
empty-browser-ask = Diesen Browser leeren?
empty-browser-text = Alles, was er aufbewahrt, wird gelöscht, etwa noch nicht gesendete Nachrichten. Ihr Konto bleibt, und Ihre Passphrase öffnet es wieder.
lock-title = Sperre auf diesem Gerät
lock-text = Mit einer PIN aus vier bis acht Ziffern sperrt sich dieser Browser, während Sie weg sind, und wenn Sie auf „Jetzt verlassen“ drücken. Ohne PIN beendet „Jetzt verlassen“ hier Ihre Sitzung, und Sie werden wieder nach der Passphrase gefragt.
lock-text-set = Dieser Browser sperrt sich, wenn Sie auf „Jetzt verlassen“ oder dreimal Escape drücken, und immer, wenn sein Fenster geschlossen war.
lock-after = Sperren, wenn so lange nichts berührt wurde
lock-minutes = { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
lock-never = Nie von selbst
lock-on-hide = Sperren, sobald das Fenster nicht mehr zu sehen ist
lock-on-hide-hint = Auch wenn Sie nur kurz in einen anderen Tab oder eine andere App schauen oder ein Foto auswählen.
lock-no-trace = Diese Sitzung hinterlässt nichts auf dem Gerät, also gibt es nichts zu sperren. „Jetzt verlassen“ beendet sie.
pin-set = PIN setzen
pin-change = PIN ändern
pin-new = Neue PIN
pin-again = Dieselbe PIN noch einmal
pin-hint = Vier bis acht Ziffern. Bitte kein Geburtsdatum, nichts, worauf die Menschen um Sie herum kommen könnten, und nicht die PIN Ihres Telefons.
pin-save = Diese PIN setzen
pin-saving = Was dieser Browser aufbewahrt, wird neu verschlossen …
pin-is-set = Die PIN ist gesetzt.
pin-remove = PIN entfernen
pin-removed = Die PIN ist entfernt.
lock-passkey-title = Ein Passkey dieses Geräts
lock-passkey-name = Sperre dieses Browsers
lock-passkey-text = Fingerabdruck, Gesicht oder der Code dieses Geräts können die Sperre öffnen, neben einer PIN oder an ihrer Stelle. Der Passkey ist nur für diese Sperre da; der Server erfährt nichts von ihm. Das Gerät zeigt ihn vielleicht in der Liste seiner Passkeys, mit der Adresse dieser Seite.
lock-passkey-text-set = Ein Passkey dieses Geräts öffnet die Sperre. Wenn Sie ihn hier entfernt haben, können Sie ihn auch in den Einstellungen des Geräts löschen.
lock-passkey-impossible = Dieser Browser oder dieses Gerät kann die Sperre nicht mit einem Passkey öffnen. Eine PIN kann es.
lock-passkey-set = Passkey verwenden
lock-passkey-is-set = Der Passkey öffnet die Sperre ab jetzt.
lock-passkey-remove = Passkey entfernen
lock-passkey-removed = Der Passkey ist entfernt.
lock-passkey-lost = Geht beides nicht?
unlock-passkey = Mit dem Passkey öffnen
pin-limits = Was eine PIN kann und was nicht
pin-limits-nearby = Sie hält fern, wer dieses Gerät in die Hand nimmt: Nach fünf falschen Versuchen wird alles gelöscht, was dieser Browser aufbewahrt. Ihr Konto bleibt, und Ihre Passphrase öffnet es wieder.
pin-limits-copy = Wer sich mit Computern gut auskennt und die Dateien des Browsers kopiert, den hält sie nur eine Weile auf: Alle PINs aus vier Ziffern lassen sich in Minuten durchprobieren, die aus acht in Tagen bis Wochen. Auch Dateien aus der Zeit vor der PIN lassen sich vielleicht noch finden. Wenn Sie das befürchten, melden Sie sich ohne Spuren an oder an einem anderen Gerät.
pin-limits-forms = Was Sie gerade in ein Formular schreiben, bleibt während der Sperre im Speicher dieses Fensters, damit es nicht verloren geht. Eine Nachricht, an der Sie schreiben, wird verschlossen auf dem Gerät aufbewahrt.

# Ohne Spuren
no-trace = Das ist nicht mein Gerät
no-trace-hint = Für einen gemeinsam benutzten Computer oder ein geliehenes Telefon: Diese App schreibt nichts darauf, und wenn Sie das Fenster schließen, sind Sie abgemeldet.
no-trace-limits = Der Browser selbst merkt sich trotzdem, dass diese Seite besucht wurde, außer in einem privaten Fenster. Lassen Sie ihn die Passphrase nicht speichern und schließen Sie das Fenster, wenn Sie fertig sind.

# Aussehen
look-title = Was andere im Vorbeigehen sehen
look-called = So heißt dieses Fenster
look-called-hint = In der Tableiste, in der Liste der offenen Fenster und im Verlauf des Browsers. Als Symbol erscheint ein Blatt Papier, und neue Nachrichten sind nur „ein neuer Eintrag“. Die Adresse bleibt, und auch, was schon früher festgehalten wurde.
look-own = Der Name der Praxis
look-notes = Notizen
look-recipes = Rezepte
look-timetable = Fahrplan
look-new = { $count ->
    [one] ein neuer Eintrag
   *[other] { $count } neue Einträge
}
look-here = Auf diesem Gerät auch, bevor ich mich anmelde
look-here-hint = Dieser Browser merkt sich dann den anderen Namen. Während eine Seite lädt, kann für einen Moment der Name der Praxis zu sehen sein.
look-hide = Nichts zeigen, während ich ein anderes Fenster benutze
look-hide-hint = Der Bildschirm wird leer, wenn Sie einen anderen Tab, ein anderes Fenster oder eine andere App ansehen, und kommt mit Ihnen zurück. Manche Telefone machen ihr Bild für die Übersicht schon vorher.

# Sieht jemand auf diesem Gerät mit?
watched-link = Könnte jemand auf diesem Gerät mitlesen?
watched-title = Könnte jemand auf diesem Gerät mitlesen?
watched-lead = Ein paar Fragen an sich selbst, bevor Sie anfangen. Sie brauchen dafür zwei Minuten.
watched-how = Beantworten Sie sie nur im Kopf: Hier wird nichts abgefragt, gesendet oder aufgeschrieben.
watched-questions = Denken Sie an die Menschen um Sie herum
watched-unlocked = Kann jemand dieses Gerät ohne Sie öffnen, weil er die PIN kennt oder sein Finger oder Gesicht es entsperrt?
watched-knows = Weiß jemand Dinge, die er nur aus Ihren Nachrichten, Anrufen oder Wegen wissen kann?
watched-given = Hat Ihnen jemand dieses Gerät geschenkt, für Sie eingerichtet oder eine Zeit lang weggenommen?
watched-accounts = Kennt jemand das Passwort Ihres E-Mail-, Apple- oder Google-Kontos, oder bezahlt jemand Ihren Vertrag?
watched-strange = Gibt es eine App, die Sie nicht installiert haben, oder wird das Gerät warm und der Akku leer, obwohl Sie es nicht benutzen?
watched-shared = Gehört das Gerät einer Familie, einer Schule, einem Arbeitgeber oder einer Bibliothek?
watched-no = Überall nein?
watched-no-text = Dann ist dieses Gerät wahrscheinlich ein guter Ort, um anzufangen. In den Einstellungen können Sie später eine PIN setzen, und „Jetzt verlassen“ steht immer oben.
watched-yes = Einmal ja, oder nicht sicher?
watched-yes-other = Fangen Sie, wenn es geht, an einem anderen Gerät an: einem, das diese Person nie in der Hand hatte, etwa bei jemandem, dem Sie vertrauen.
watched-yes-account = Benutzen Sie dort Konten und Netze, die mit Ihren nicht verbunden sind.
watched-yes-wait = Löschen oder ändern Sie auf diesem Gerät nichts überstürzt. Wer mitliest, könnte es merken, und was darauf ist, kann später ein Beweis sein.
watched-yes-trace = Wählen Sie an einem geliehenen Gerät beim Anmelden „Das ist nicht mein Gerät“, in einem privaten Fenster.
watched-yes-help = Eine Beratungsstelle kann das mit Ihnen durchdenken, auch Ihre Sicherheit zu Hause.
watched-limits = Keine Internetseite kann Spionagesoftware finden oder Sie davor schützen: Wer ein Gerät beherrscht, sieht, was auf dem Bildschirm steht, auch hier.
