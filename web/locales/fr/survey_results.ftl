# Ce qu’une enquête a montré
results-title = Résultats
results-back = Vers l’enquête
results-none = Personne n’a encore répondu, ou trop peu de personnes
results-none-close = Les résultats sont montrés après le { $date }, si au moins { $smallest } personnes ont répondu. Jusque-là, même leur nombre n’est pas dit, pour que personne ne puisse voir arriver une réponse.
results-none-batches = Les réponses sont comptées par grands blocs, pour qu’aucune ne se distingue des autres. Le premier bloc est montré dès qu’il est plein, puis ce qui reste après le { $date }, si au moins { $smallest } personnes ont répondu.
results-never = Trop peu de personnes ont répondu
results-never-text = Moins de { $smallest } personnes ont répondu. Leurs réponses ont été effacées, et personne ne les a lues.
results-unreadable = Ces réponses ne peuvent pas être lues ici
results-unreadable-text = La clé se trouve dans le compte qui a fait l’enquête.
results-answered = { $count ->
    [one] { $count } réponse est comptée.
   *[other] { $count } réponses sont comptées.
  }
results-later = { $count ->
    [one] { $count } de plus sera montrée avec d’autres, plus tard.
   *[other] { $count } de plus seront montrées avec d’autres, plus tard.
  }
results-left = { $count ->
    [one] { $count } de plus n’est pas comptée, parce que trop peu sont venues avec elle.
   *[other] { $count } de plus ne sont pas comptées, parce qu’à elles seules elles étaient trop peu.
  }
results-spoilt = { $count ->
    [one] { $count } n’a pas pu être lue comme réponse à ces questions.
   *[other] { $count } n’ont pas pu être lues comme réponses à ces questions.
  }
results-why = Pourquoi certains nombres sont réservés
results-why-few = Là où moins de 5 personnes ont donné une réponse, quelqu’un pourrait y être reconnu. Ces nombres sont réservés, avec d’autres dont on pourrait les déduire. « Peu, ou réservé » peut donc vouloir dire personne, quelques personnes ou beaucoup.
results-why-interval = Peu de réponses laissent beaucoup au hasard. Le trait fin sur une barre, et les deux chiffres à côté de la part, disent où elle se trouverait dans 95 enquêtes de ce genre sur 100.
results-csv = Enregistrer les nombres (CSV)
results-print = Imprimer
results-picture = Enregistrer comme image
results-scores = Indicateurs
results-score-withheld = Réservé : de ce chiffre, on pourrait déduire ce que quelques personnes ont répondu.
results-score-who5 = Bien-être selon WHO-5, de { $from } (le plus bas) à { $to } (le plus haut).
results-score-nps = Les personnes qui recommanderaient, moins celles qui ne le feraient pas : de { $from } à { $to }.
results-score-mean = Moyenne, de { $from } à { $to }.
results-score-interval = { $count ->
    [one] Selon le hasard, entre { $low } et { $high } ; { $count } réponse.
   *[other] Selon le hasard, entre { $low } et { $high } ; { $count } réponses.
  }
results-several = Plusieurs choix étaient possibles : les parts font donc plus de 100 % ensemble.
results-of = { $count ->
    [one] La question a été posée à { $count } personne.
   *[other] La question a été posée à { $count } personnes.
  }
results-withheld = Réservé : la question a été posée à moins de 5 personnes, ou moins de 5 ne l’ont pas eue.
results-mean = Moyenne : { $value } (selon le hasard, entre { $low } et { $high })
results-question = Question posée
results-row = Ligne
results-answer = Réponse
results-count = Combien
results-share = Part
results-asked = Personnes interrogées
results-csv-share = Part, en pour cent
results-csv-low = Au moins, en pour cent
results-csv-high = Au plus, en pour cent
results-few = peu, ou réservé
results-range = { $low } à { $high }
results-no-answer = Sans réponse
results-scale-end = { $value } : { $words }
results-length-week = Jusqu’à une semaine
results-length-month = Jusqu’à un mois
results-length-quarter = Jusqu’à trois mois
results-length-year = Jusqu’à un an
results-length-longer = Plus longtemps
results-rounds = Comparaison avec les fois précédentes
results-rounds-text = « Plus » et « moins » n’apparaissent que là où le hasard seul n’explique guère la différence.
results-now = Maintenant
results-rose = plus
results-fell = moins
results-texts-few = Rien n’est montré ici tant qu’au moins 5 personnes n’ont pas écrit quelque chose.
results-texts-text = Dans un ordre de hasard, et à part de toutes les autres réponses. Ce qu’une personne a écrit peut tout de même dire qui elle est : merci de le traiter comme une confidence.
results-cross = Deux questions ensemble
results-cross-text = Comment les réponses à une autre question vont avec celles à « { $question } ».
results-cross-with = L’autre question
results-cross-none = Veuillez choisir
results-cross-few = Trop peu de personnes ont répondu pour montrer cela sans rien dire de l’une d’elles.
results-public = Montrer les résultats à tout le monde
results-public-never = Pour cette enquête, il a été fixé que les résultats ne sont pas montrés à tout le monde.
results-public-no = Personne d’autre que vous ne les voit maintenant.
results-public-yes = Toute personne qui a le lien peut les voir.
results-public-open = Ouvrir cette page
results-publish = Montrer à tout le monde
results-publish-again = Montrer plutôt les plus récents
results-publish-ask = Montrer les résultats à tout le monde ?
results-publish-text = La page montre les questions, les tableaux et les indicateurs tels qu’ils sont ici, avec les mêmes nombres réservés. Elle ne montre ni textes libres, ni deux questions ensemble, ni fois précédentes. Qui l’a vue peut en avoir gardé une copie.
results-take = Retirer
results-take-ask = Retirer les résultats ?
results-take-text = La page dira qu’il n’y en a pas. Les copies que quelqu’un a faites restent où elles sont.
results-picture-line = { $name } : { $figure }
