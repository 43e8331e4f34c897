# Was man mit einer Nachricht tun kann
message-menu-mine = Ihre Nachricht von { $time }: was damit geschehen soll
message-menu-theirs = Nachricht von { $name }, { $time }: was damit geschehen soll
reply = Antworten
answering = Sie antworten { $name }
answering-me = Sie knüpfen an Ihre eigene Nachricht an
answering-leave = Doch nicht auf diese Nachricht antworten
quote-answers = Antwort auf
quote-me = Sie
quote-not-here = Antwort auf eine Nachricht, die nicht in diesem Browser ist.

# Bearbeiten und zurücknehmen
edit = Bearbeiten
edit-title = Ihre Nachricht bearbeiten
edit-words = Ihre Worte
edit-hint = { $name } sieht, dass Sie die Nachricht bearbeitet haben, und kann nachlesen, was vorher dort stand.
edit-submit = Speichern
edited = Bearbeitet
wordings-title = Was vorher in dieser Nachricht stand
wording-at = { $date }, { $time }
wording-now = so steht es jetzt da
take-back = Zurücknehmen
take-back-title = Diese Nachricht zurücknehmen?
take-back-text = Die Worte verschwinden auf beiden Seiten aus dem Gespräch, und Sie beide sehen, dass eine Nachricht zurückgenommen wurde. Vielleicht hat { $name } sie schon gelesen, und ein ausgeschaltetes Gerät vergisst sie erst, wenn es wieder online ist.
taken-back-mine = Sie haben diese Nachricht zurückgenommen.
taken-back-theirs = { $name } hat diese Nachricht zurückgenommen.
taken-back-short = Zurückgenommen

# Reaktionen
react = Reagieren
react-with = Mit { $emoji } reagieren
react-other = Andere Reaktion
react-other-title = Andere Reaktion
react-field = Ihre Reaktion
react-hint = Ein einzelnes Zeichen, etwa ein Emoji von Ihrer Tastatur.
react-submit = Reagieren
reactions = Reaktionen
reaction-mine = von Ihnen
reaction-theirs = von { $name }
reaction-both = von Ihnen und { $name }

# Suche
search = Suchen
search-words = Gesuchte Wörter
search-hint = Wortanfänge genügen. Gesucht wird nur auf diesem Gerät; der Server erfährt nichts davon.
search-everywhere = In allen Gesprächen
search-found = { $total ->
    [0] Nichts gefunden.
    [one] Eine Nachricht gefunden.
   *[other] { $total } Nachrichten gefunden; die neuesten { $shown } stehen hier.
}
search-at = { $date }, { $time }
search-mine = Sie
search-mine-to = Sie an { $name }
search-day = Zu einem Tag
search-date = Tag
search-go = Dorthin
search-day-none = An diesem Tag und danach ist nichts gesagt worden.

# Sterne
star = Mit Stern merken, nur für mich
unstar = Stern wegnehmen
starred = Gemerkt
starred-one = Gemerkt.
starred-none = Merken Sie sich eine Nachricht mit einem Stern, dann finden Sie sie hier wieder. Ihre Sterne sehen nur Sie.

# Textbausteine
phrases = Textbausteine
phrases-none = Was Sie immer wieder schreiben, kann hier bereitliegen: eine Begrüßung, Wege in einer Krise, der nächste Termin.
phrase-new = Neuer Textbaustein
phrase-change = Ändern
phrase-change-this = „{ $phrase }“ ändern
phrase-words = Textbaustein
phrase-hint = Er wird dort eingefügt, wo Sie gerade schreiben, und lässt sich vor dem Senden ändern.
phrase-save = Speichern
phrase-remove = Entfernen
