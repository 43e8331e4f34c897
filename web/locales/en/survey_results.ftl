# What a survey showed
results-title = Results
results-back = To the survey
results-none = Nobody or too few answered yet
results-none-close = Results are shown after { $date }, if at least { $smallest } people answered. Until then not even their number is told, so that nobody can watch an answer coming.
results-none-batches = Answers are counted in large blocks, so that none can be told from the others. The first block is shown once it is full, and what is left after { $date }, if at least { $smallest } people answered.
results-never = Too few answered
results-never-text = Fewer than { $smallest } people answered. Their answers were erased, and nobody read them.
results-unreadable = These answers cannot be read here
results-unreadable-text = The key to them is in the account that made the survey.
results-answered = { $count ->
    [one] { $count } answer is counted.
   *[other] { $count } answers are counted.
  }
results-later = { $count ->
    [one] { $count } more will be shown together with later ones.
   *[other] { $count } more will be shown together with later ones.
  }
results-left = { $count ->
    [one] { $count } more stays uncounted, because too few came with it.
   *[other] { $count } more stay uncounted, because they were too few by themselves.
  }
results-spoilt = { $count ->
    [one] { $count } could not be read as an answer to these questions.
   *[other] { $count } could not be read as answers to these questions.
  }
results-why = Why some numbers are held back
results-why-few = Where fewer than 5 people gave an answer, somebody could be recognised by it. Such numbers are held back, together with others from which they could be worked out. “Few, or held back” may therefore stand for nobody, for a few, or for many.
results-why-interval = Few answers leave much to chance. The thin line on a bar, and the two figures beside the share, say where it would lie in 95 of 100 such surveys.
results-csv = Save the numbers (CSV)
results-print = Print
results-picture = Save as a picture
results-scores = Figures
results-score-withheld = Held back: from this figure one could work out what a few people answered.
results-score-who5 = WHO-5 well-being, from { $from } (worst) to { $to } (best).
results-score-nps = Those who would recommend, less those who would not: from { $from } to { $to }.
results-score-mean = Mean, from { $from } to { $to }.
results-score-interval = { $count ->
    [one] Between { $low } and { $high }, by chance; { $count } answer.
   *[other] Between { $low } and { $high }, by chance; { $count } answers.
  }
results-several = More than one could be chosen, so the shares add up to more than 100%.
results-of = { $count ->
    [one] { $count } person was asked.
   *[other] { $count } people were asked.
  }
results-withheld = Held back: fewer than 5 people were asked this, or fewer than 5 were not.
results-mean = Mean: { $value } (between { $low } and { $high }, by chance)
results-question = Question
results-row = Row
results-answer = Answer
results-count = How many
results-share = Share
results-asked = Asked
results-csv-share = Share, per cent
results-csv-low = At least, per cent
results-csv-high = At most, per cent
results-few = few, or held back
results-range = { $low } to { $high }
results-no-answer = No answer
results-scale-end = { $value }: { $words }
results-length-week = Up to a week
results-length-month = Up to a month
results-length-quarter = Up to three months
results-length-year = Up to a year
results-length-longer = Longer
results-rounds = Compared with earlier rounds
results-rounds-text = “More” and “less” stand only where chance alone hardly explains the difference.
results-now = Now
results-rose = more
results-fell = less
results-texts-few = Nothing is shown here until at least 5 people wrote something.
results-texts-text = In an order of chance, and apart from all other answers. What people wrote may still tell who they are: please treat it as said in confidence.
results-cross = Two questions together
results-cross-text = How the answers to another question go with those to “{ $question }”.
results-cross-with = The other question
results-cross-none = Please choose
results-cross-few = Too few answered to show this without telling of single people.
results-public = Showing the results to everybody
results-public-never = In this survey it was settled that the results are not shown to everybody.
results-public-no = Nobody but you sees them now.
results-public-yes = Whoever has the link can see them.
results-public-open = Open that page
results-publish = Show to everybody
results-publish-again = Show the newest instead
results-publish-ask = Show the results to everybody?
results-publish-text = The page shows the questions, the tables and the figures as they stand here, with the same numbers held back. It shows no free texts, no two questions together and no earlier rounds. Whoever saw it may have kept a copy.
results-take = Take away
results-take-ask = Take the results away?
results-take-text = The page will say that there are none. Copies that somebody made stay where they are.
results-picture-line = { $name }: { $figure }
