# A newer version
newer-label = Neuere Fassung
newer-text = Eine neuere Fassung dieser App ist da. Sie wird benutzt, wenn Sie die App das nächste Mal öffnen, oder jetzt: Dann beginnt dieses Fenster neu, und die Nachricht, die Sie gerade schreiben, bleibt. Wenn Sie ein Formular ausfüllen, beenden Sie das zuerst.
newer-use = Jetzt benutzen
newer-later = Später
strange-label = Warnung zu dieser App
strange-title = Der Server bietet Code an, zu dem er nicht öffentlich steht
strange-text = Jede Fassung dieser App steht in einem öffentlichen Verzeichnis, damit niemandem heimlich eine andere gegeben wird. Was der Server jetzt anbietet, steht nicht darin. Dieses Fenster arbeitet mit der Fassung weiter, die Sie haben.
strange-what-now = Schreiben Sie hier bitte nichts, was niemand lesen darf, lassen Sie dieses Fenster offen und fragen Sie die Praxis auf anderem Weg, zum Beispiel am Telefon. Dort lässt es sich mit „alcove verify“ herausfinden.

# Installing
install-title = Als App auf diesem Gerät
install-text = Installiert öffnet sie sich wie andere Apps in einem eigenen Fenster, auch ohne Verbindung. Es bleibt dieselbe App mit derselben Sperre.
install-seen = Name und Symbol sieht dann, wer auf dieses Gerät schaut; sie zeigen, dass Sie sie benutzen. Wenn das niemand sehen soll, wählen Sie vorher oben unter „Was andere im Vorbeigehen sehen“ einen anderen Namen.
install-called = Sie wird unter dem Namen „{ $name }“ mit einem Blatt Papier als Symbol installiert. In der App-Liste des Browsers steht trotzdem die Adresse.
install-do = Installieren
install-menu = Wenn Ihr Browser es kann, finden Sie es in seinem Menü: „Installieren“ oder „Zum Startbildschirm hinzufügen“.
install-done = Sie läuft hier als App. Entfernen lässt sie sich in der App-Liste des Systems; das Abmelden hier ist etwas anderes.

# Being told
told-title = Erfahren, wenn es etwas Neues gibt
told-text = Ihr Browser kann Ihnen sagen, dass es etwas Neues gibt, während die App geschlossen ist. Das ist ausgeschaltet. Er sagt nie, was es ist oder von wem.
told-on = Dieser Browser sagt Ihnen, wenn es etwas Neues gibt und die App nirgends geöffnet ist: nach einigen Sekunden und höchstens alle fünf Minuten. Das Abmelden schaltet es aus.
told-no-trace = Diese Sitzung hinterlässt nichts auf dem Gerät; deshalb wird hier danach niemandem etwas gesagt.
told-offline = Das lässt sich einstellen, sobald es eine Verbindung gibt.
told-cannot = Dieser Browser kann das hier nicht. Auf einem iPhone oder iPad installieren Sie zuerst die App (unten); in einem privaten Fenster geht es nie.
told-words = Was er sagt
told-words-hint = Viele Geräte zeigen das auch, während sie gesperrt sind. Der Browser fügt seinen Namen und die Adresse dieser Seite hinzu oder den Namen der installierten App.
told-words-neutral = „Ein neuer Eintrag“ mit einem Blatt Papier
told-words-name = Name und Symbol dieses Fensters
told-words-quiet = „Ein neuer Eintrag“ ohne Ton
told-start = Sagen Sie es mir
told-stop = Nicht mehr sagen
told-learns = Was andere dadurch erfahren
told-learns-maker = Der Hersteller Ihres Browsers (etwa Google, Mozilla oder Apple) betreibt den Dienst, der diese Hinweise bringt. Er erfährt, dass dieser Browser Nachrichten von diesem Server bekommt, und wann: Alle sind gleich groß und sagen nichts. Er kann wissen, welcher Browser es ist, und oft, wem er gehört.
told-learns-server = Der Server verwahrt eine Adresse, an der sich Ihr Browser wiedererkennen lässt. Sie ist verschlüsselt und wird gelöscht, wenn Sie sich abmelden oder das hier ausschalten.
told-learns-nearby = Menschen in Ihrer Nähe können den Hinweis sehen. Wenn Sie das in Gefahr bringen könnte, lassen Sie es ausgeschaltet.
notice-neutral = Ein neuer Eintrag
