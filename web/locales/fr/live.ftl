# Proposer une séance en direct
live-propose = Séance en direct
live-propose-text = Vous vous retrouvez pour un temps convenu, avec une horloge que vous voyez tous les deux. { $name } reçoit l’invitation aussitôt ; si personne ne vient dans les dix minutes, elle prend fin d’elle-même.
live-propose-submit = Inviter
live-length = Combien de temps
live-minutes = { $minutes } minutes
live-invited = { $name } vous invite à une séance en direct de { $minutes } minutes.
live-invited-text = Elle commence quand vous la rejoignez. Vous pouvez répondre jusqu’à { $time }.
live-join = Rejoindre
live-decline = Pas maintenant
live-waiting = En attente de { $name }
live-waiting-text = { $name } voit votre invitation. Elle vaut jusqu’à { $time }, puis prend fin d’elle-même.
live-withdraw = Retirer l’invitation
live-elsewhere-proposed = { $name } vous invite à une séance en direct
live-elsewhere-on = La séance en direct avec { $name } est en cours : y aller
live-is-on = La séance en direct avec { $name } est en cours.
live-return = Revenir à la séance
live-is-over = La séance en direct avec { $name } est terminée.
live-to-closing = Que gardons-nous pour la prochaine fois ?

# Pendant la séance
live-with = Séance en direct avec { $name }
live-here = { $name } est là.
live-left = { $count ->
    [one] Encore une minute environ
   *[other] Encore { $count } minutes environ
}
live-time-over = Le temps convenu est écoulé
live-until = Jusqu’à { $time }
live-word-ten = Il reste dix minutes. Y a-t-il encore quelque chose à quoi faire une place aujourd’hui ?
live-word-two = Il reste deux minutes. Prenez le temps de conclure.
live-word-over = Le temps convenu est écoulé. Terminez quand cela vous convient à tous les deux, ou convenez d’une prolongation.
live-change = Changer la fin
live-change-text = La fin ne change que si { $name } est d’accord.
live-new-end = Nouvelle fin
live-longer = { $count ->
    [one] Une minute de plus, jusqu’à { $time }
   *[other] { $count } minutes de plus, jusqu’à { $time }
}
live-shorter = { $count ->
    [one] Une minute de moins, jusqu’à { $time }
   *[other] { $count } minutes de moins, jusqu’à { $time }
}
live-ask = Demander à { $name }
live-asked-mine = Vous avez proposé de rester jusqu’à { $time }. { $name } n’a pas encore répondu.
live-asked-theirs = { $name } propose de rester jusqu’à { $time }.
live-agree = D’accord : jusqu’à { $time }
live-rather-not = Plutôt pas
live-take-back = Retirer
live-step-out = Voir toute la conversation
live-end = Terminer la séance
live-end-title = Terminer la séance ?
live-end-text = Elle se termine aussi pour { $name }. Ensuite, vous pouvez tous les deux écrire ce que vous voulez garder pour la prochaine fois.
live-from-last-time = Gardé de la dernière fois

# La clôture
live-closing-title = La séance est terminée
live-closing-text = Que gardons-nous pour la prochaine fois ? Une phrase suffit, et rien ne vous oblige à écrire.
live-keep-label = À garder pour la prochaine fois
live-keep-hint = { $name } peut le lire. Cela figure en tête de votre prochaine séance et sous « Détails ».
live-keep = Garder
live-skip = Ne rien garder
live-later = Plus tard
kept-title = Gardé pour la prochaine fois
kept-mine = Vous

# Ce qui s’est passé
notice-live-started-mine = Vous avez invité { $name } à une séance en direct de { $minutes } minutes.
notice-live-started-theirs = { $name } vous propose une séance en direct de { $minutes } minutes.
notice-live-began = La séance en direct a commencé.
notice-live-changed = Vous avez convenu que la séance dure { $minutes } minutes.
notice-live-ended-mine = Vous avez terminé la séance en direct.
notice-live-ended-theirs = { $name } a terminé la séance en direct.
notice-live-declined-mine = Vous ne pouviez pas venir à ce moment-là.
notice-live-declined-theirs = { $name } ne peut pas venir en ce moment.
notice-live-withdrawn-mine = Vous avez retiré l’invitation.
notice-live-withdrawn-theirs = { $name } a retiré l’invitation.
notice-live-lapsed-mine = { $name } n’a pas rejoint la séance en direct. Il peut y avoir bien des raisons ; vous pouvez inviter de nouveau à tout moment.
notice-live-lapsed-theirs = Une invitation à une séance en direct vous attendait et vous n’étiez pas là. Ce n’est pas grave ; écrivez quand cela vous convient.
notice-live-kept-mine = Vous gardez pour la prochaine fois :
notice-live-kept-theirs = { $name } garde pour la prochaine fois :
notice-live-unkept-mine = Vous avez retiré ce que vous vouliez garder pour la prochaine fois.
notice-live-unkept-theirs = { $name } a retiré ce qui devait être gardé pour la prochaine fois.
