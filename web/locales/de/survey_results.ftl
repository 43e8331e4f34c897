# Was eine Umfrage ergeben hat
results-title = Ergebnisse
results-back = Zur Umfrage
results-none = Noch hat niemand geantwortet, oder zu wenige
results-none-close = Ergebnisse werden nach dem { $date } gezeigt, wenn mindestens { $smallest } Personen geantwortet haben. Bis dahin wird nicht einmal ihre Zahl genannt, damit niemand eine Antwort kommen sieht.
results-none-batches = Antworten werden in großen Blöcken gezählt, damit sich keine von den anderen unterscheiden lässt. Der erste Block wird gezeigt, sobald er voll ist, und was nach dem { $date } übrig ist, wenn mindestens { $smallest } Personen geantwortet haben.
results-never = Zu wenige haben geantwortet
results-never-text = Weniger als { $smallest } Personen haben geantwortet. Ihre Antworten wurden gelöscht, und niemand hat sie gelesen.
results-unreadable = Diese Antworten lassen sich hier nicht lesen
results-unreadable-text = Der Schlüssel dazu liegt in dem Konto, das die Umfrage gemacht hat.
results-answered = { $count ->
    [one] { $count } Antwort ist gezählt.
   *[other] { $count } Antworten sind gezählt.
  }
results-later = { $count ->
    [one] { $count } weitere wird zusammen mit späteren gezeigt.
   *[other] { $count } weitere werden zusammen mit späteren gezeigt.
  }
results-left = { $count ->
    [one] { $count } weitere bleibt ungezählt, weil zu wenige mit ihr kamen.
   *[other] { $count } weitere bleiben ungezählt, weil sie für sich zu wenige waren.
  }
results-spoilt = { $count ->
    [one] { $count } ließ sich nicht als Antwort auf diese Fragen lesen.
   *[other] { $count } ließen sich nicht als Antworten auf diese Fragen lesen.
  }
results-why = Warum manche Zahlen zurückgehalten werden
results-why-few = Wo weniger als 5 Personen eine Antwort gegeben haben, könnte man jemanden daran erkennen. Solche Zahlen werden zurückgehalten, und mit ihnen andere, aus denen sie sich errechnen ließen. „Wenige oder zurückgehalten“ kann deshalb für niemanden stehen, für wenige oder für viele.
results-why-interval = Wenige Antworten überlassen viel dem Zufall. Die dünne Linie auf einem Balken und die zwei Werte neben dem Anteil sagen, wo er in 95 von 100 solchen Umfragen läge.
results-csv = Zahlen speichern (CSV)
results-print = Drucken
results-picture = Als Bild speichern
results-scores = Kennzahlen
results-score-withheld = Zurückgehalten: Aus dieser Zahl ließe sich errechnen, was einige wenige geantwortet haben.
results-score-who5 = Wohlbefinden nach WHO-5, von { $from } (am schlechtesten) bis { $to } (am besten).
results-score-nps = Wer weiterempfehlen würde, abzüglich derer, die es nicht täten: von { $from } bis { $to }.
results-score-mean = Mittelwert, von { $from } bis { $to }.
results-score-interval = { $count ->
    [one] Je nach Zufall zwischen { $low } und { $high }; { $count } Antwort.
   *[other] Je nach Zufall zwischen { $low } und { $high }; { $count } Antworten.
  }
results-several = Es ließ sich mehr als eines wählen, die Anteile ergeben zusammen also mehr als 100 %.
results-of = { $count ->
    [one] { $count } Person wurde gefragt.
   *[other] { $count } Personen wurden gefragt.
  }
results-withheld = Zurückgehalten: Weniger als 5 Personen wurden das gefragt, oder weniger als 5 wurden es nicht.
results-mean = Mittelwert: { $value } (je nach Zufall zwischen { $low } und { $high })
results-question = Frage
results-row = Zeile
results-answer = Antwort
results-count = Wie viele
results-share = Anteil
results-asked = Gefragt
results-csv-share = Anteil in Prozent
results-csv-low = Mindestens, in Prozent
results-csv-high = Höchstens, in Prozent
results-few = wenige oder zurückgehalten
results-range = { $low } bis { $high }
results-no-answer = Keine Antwort
results-scale-end = { $value }: { $words }
results-length-week = Bis zu einer Woche
results-length-month = Bis zu einem Monat
results-length-quarter = Bis zu drei Monaten
results-length-year = Bis zu einem Jahr
results-length-longer = Länger
results-rounds = Verglichen mit früheren Runden
results-rounds-text = „Mehr“ und „weniger“ stehen nur dort, wo Zufall allein den Unterschied kaum erklärt.
results-now = Jetzt
results-rose = mehr
results-fell = weniger
results-texts-few = Hier steht nichts, bis mindestens 5 Personen etwas geschrieben haben.
results-texts-text = In zufälliger Reihenfolge und getrennt von allen anderen Antworten. Was jemand geschrieben hat, kann trotzdem verraten, wer es war: Behandeln Sie es bitte wie im Vertrauen gesagt.
results-cross = Zwei Fragen zusammen
results-cross-text = Wie die Antworten auf eine andere Frage mit denen auf „{ $question }“ zusammengehen.
results-cross-with = Die andere Frage
results-cross-none = Bitte wählen
results-cross-few = Zu wenige haben geantwortet, um das zu zeigen, ohne etwas über Einzelne zu verraten.
results-public = Die Ergebnisse allen zeigen
results-public-never = Für diese Umfrage wurde festgelegt, dass die Ergebnisse nicht allen gezeigt werden.
results-public-no = Niemand außer Ihnen sieht sie jetzt.
results-public-yes = Wer den Link hat, kann sie sehen.
results-public-open = Diese Seite öffnen
results-publish = Allen zeigen
results-publish-again = Stattdessen die neuesten zeigen
results-publish-ask = Die Ergebnisse allen zeigen?
results-publish-text = Die Seite zeigt die Fragen, die Tabellen und die Kennzahlen, wie sie hier stehen, mit denselben zurückgehaltenen Zahlen. Sie zeigt keine freien Texte, keine zwei Fragen zusammen und keine früheren Runden. Wer sie gesehen hat, kann eine Kopie behalten haben.
results-take = Wegnehmen
results-take-ask = Die Ergebnisse wegnehmen?
results-take-text = Die Seite sagt dann, dass es keine gibt. Kopien, die jemand gemacht hat, bleiben, wo sie sind.
results-picture-line = { $name }: { $figure }
