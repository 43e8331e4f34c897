# All rooms
rooms-title = Salons
rooms-lead = Un salon est un groupe qui se réunit par écrit, animé par une personne du métier. Chacun y est sous un nom de son choix.
rooms-own = Vos salons
rooms-at-door = Où vous avez demandé à entrer
rooms-listed = Salons de ce cabinet
rooms-none-title = Pas encore de salon
rooms-none-client = Dès que le cabinet ouvre un salon à tout le monde, vous le voyez ici. Si quelqu’un vous a donné un lien d’invitation, ouvrez-le dans ce navigateur. D’ici là, vous pouvez parler seul à seul avec un thérapeute.
rooms-none-practitioner = Dès que quelqu’un ouvre un salon à tout le monde, vous le voyez ici.
rooms-new = Ouvrir un salon
room-lead = Animer
room-badge-out = Vous n’y êtes plus
room-badge-closed = Fermé
room-badge-led = Vous l’animez
room-badge-full = N’accueille personne pour le moment
room-badge-muted = En sourdine
room-standing-asking = Attend une réponse
room-standing-declined = Entrée refusée
room-led-by = Animé par { $names }
room-to-all = À tous les salons

# From outside
room-title = Salon
room-lost-title = Ce salon n’est pas ici
room-lost-text = Son adresse est peut-être incomplète, ou le salon n’existe plus. Si quelqu’un vous a donné un lien d’invitation, ouvrez-le encore une fois, en entier, comme vous l’avez reçu.
room-led-title = Qui l’anime
room-led-text = Ces personnes veillent à l’ordre : elles décident qui entre et peuvent retirer ce qui blesse.
room-spoken = On y parle : { $language }
room-rules-title = Comment on se traite ici
room-known-title = Qui apprend quoi de vous
room-known-members = Les autres dans le salon
room-known-members-text = Ils voient le nom que vous choisissez pour ce salon et ce que vous écrivez. Ni votre nom ailleurs ici, ni vos conversations, ni vos autres salons.
room-known-leaders = Qui l’anime ({ $names })
room-known-leaders-text = La même chose, et vos réponses aux questions posées à l’entrée. Personne d’autre ne peut les ouvrir. Qui vous êtes ne se sait que si vous le dites.
room-known-leaders-nothing = La même chose que les autres. Qui vous êtes ne se sait que si vous le dites.
room-known-server = Le serveur de ce cabinet
room-known-server-text = Que votre compte est dans ce salon et quand quelque chose est envoyé, mais pas un mot de ce qui se dit, ni le nom que vous y portez.
room-known-kept = Combien de temps c’est conservé
room-known-kept-text = Ce qui se dit est détruit après { $time }, sur le serveur et sur chaque appareil.
room-known-limits = Ce que personne ne peut promettre
room-known-limits-text = Qui est dans le salon peut retenir ou copier ce qu’il lit. Ne racontez que ce que d’autres peuvent savoir.
room-ask = Demander à entrer
room-takes-nobody = Personne n’est accueilli pour le moment. Revenez voir plus tard, ou demandez à { $names }.

# At the door
room-waiting-title = Vous avez demandé à entrer
room-waiting-text = Les personnes qui animent le salon ({ $names }) voient que quelqu’un attend et lisent ce que vous avez dit. Cela peut prendre un jour ou deux ; vous verrez la réponse ici. Vous n’avez pas besoin de rester sur cette page.
room-ask-anew = Modifier ce que j’ai dit
room-withdraw = Ne plus demander
room-declined-title = Cette fois, vous n’entrez pas
room-declined-text = Il peut y avoir bien des raisons, et la plupart n’ont rien à voir avec vous : le groupe est peut-être complet, ou autre que ce qu’il vous faut. La décision vient de { $names } ; personne d’autre ne l’apprend. Ce que vous avez dit a été détruit.
room-declined-else = Vous n’avez pas à rester seul avec cela :
room-ask-once-more = Demander encore une fois

# Asking
room-ask-lead = Choisissez le nom que vous voulez porter, et dites ce qu’il faut savoir aux personnes qui animent le salon ({ $names }). Rien n’est envoyé avant que vous n’appuyiez sur le bouton ci-dessous.
room-name = Votre nom dans ce salon
room-name-hint = Seulement pour ce salon : il ne dit à personne comment vous vous appelez ailleurs. Pas votre vrai nom, de préférence. De 2 à 40 lettres, dans une seule écriture.
room-card-title = Votre fiche d’accueil
room-card-text = Seules les personnes qui animent le salon ({ $names }) peuvent ouvrir vos réponses ; elles sont scellées sur cet appareil. Les autres dans le salon ne les voient jamais.
room-card-known = Je sais que les personnes qui animent le salon ({ $names }) liront ceci
room-ask-submit = Demander à entrer
error-room_answer_too_long = C’est trop long. Raccourcissez à 2000 caractères.
error-room_readers_unknown = Cochez cette case, pour qu’il soit clair que vous savez qui lira.

# Inside
room-here-as = Ici, vous êtes { $name }
room-people-button = { $count ->
    [one] Une personne est dans ce salon. À propos du salon
   *[other] { $count } personnes sont dans ce salon. À propos du salon
}
room-nothing-said = Rien n’a encore été dit depuis votre arrivée. Ce qui précède appartient à qui était là.
room-leads = Anime le salon
room-me = (vous)
room-composer = Message au salon
room-came-mine = Vous voilà dans le salon.
room-came-theirs = Arrivée de { $name }.
room-went-mine = Vous n’êtes plus dans ce salon.
room-went-theirs = Départ de { $name }.
room-muted-mine = Vous êtes en sourdine. Vous pouvez continuer à lire.
room-muted-theirs = { $name } est en sourdine.
room-unmuted-mine = Vous pouvez de nouveau écrire.
room-unmuted-theirs = { $name } peut de nouveau écrire.
room-taken-down-mine = Votre message a été retiré.
room-taken-down-theirs = Ce message a été retiré.
room-taken-down-short = Retiré
room-take-back-text = Ses mots disparaissent pour tout le salon, et chacun voit qu’un message a été retiré. Certains l’ont peut-être déjà lu, et un appareil éteint ne l’oublie qu’une fois de nouveau en ligne.
room-security-what-now = Cela n’a pas été accepté. Si vous le revoyez, dites-le aux personnes qui animent le salon.
room-standing-out = Vous n’êtes plus dans ce salon
room-standing-out-text = Ce que vous pouviez lire avant reste sur cet appareil jusqu’à ce que son temps soit passé ; ce qui se dit maintenant, vous ne le voyez pas. Si vous ne savez pas pourquoi, demandez à { $names }.
room-standing-closed = Ce salon est fermé en ce moment
room-standing-closed-text = Fermé par { $names }. Vous pouvez lire ce qui a été dit, et écrire de nouveau dès qu’il sera ouvert.
room-standing-muted = Vous ne pouvez pas écrire ici pour le moment
room-standing-muted-text = Mise en sourdine par { $names }, pour l’instant. Vous pouvez continuer à lire. Ce n’est pas un jugement sur vous : un salon a parfois besoin de calme.

# About the room
room-about = À propos de ce salon
room-people-title = { $count ->
    [one] Une personne est ici
   *[other] { $count } personnes sont ici
}
room-what = Ce qu’est ce salon
room-leave = Partir du salon
room-leave-text = Vous pouvez partir quand vous voulez, sans dire pourquoi.
room-leave-title = Partir de ce salon ?
room-leave-sure = Ce qui a été dit ici est effacé de cet appareil, et vous ne recevez plus rien. Ce que vous avez écrit reste pour les autres jusqu’à ce que son temps soit passé. Pour revenir, il faudra le demander de nouveau à { $names }.
room-leave-submit = Partir et effacer

# How it is led, and what not everybody reads
room-now-slow = { $seconds ->
    [one] Désormais, au moins une seconde sépare deux messages de la même personne.
   *[other] Désormais, au moins { $seconds } secondes séparent deux messages de la même personne.
}
room-now-slow-off = Chacun peut de nouveau écrire aussi vite qu’il veut.
room-now-review = Désormais, les personnes qui animent le salon lisent les messages avant que tout le monde les voie.
room-now-review-off = Les messages sont de nouveau visibles tout de suite.
room-now-queue = Désormais, on parle chacun à son tour. Levez la main si vous voulez dire quelque chose.
room-now-queue-off = Tout le monde peut de nouveau écrire.
room-now-floor = La parole est à { $name }.
room-now-check = Les personnes qui animent le salon demandent comment chacun va.
room-now-mood = Voici comment tout le monde allait, en une seule image.
room-now-pinned = Un message de { $name } a été épinglé.
room-now-running = Maintenant : { $title }
room-now-help = Les personnes qui animent le salon l’ont fermé. Si vous n’allez pas bien, il y a de l’aide tout de suite.
room-now-help-off = Le salon continue.
room-held-on-mine = Pour le moment, les personnes qui animent le salon lisent vos messages avant les autres.
room-held-on-theirs = Les messages de { $name } sont relus d’abord.
room-held-off-mine = Vos messages sont de nouveau visibles tout de suite.
room-held-off-theirs = Les messages de { $name } sont de nouveau visibles tout de suite.
room-held-mine = En attente : les personnes qui animent le salon le lisent d’abord
room-held-theirs = En attente de relecture
room-held-returned = N’a pas été montré aux autres
room-whisper-mine = Seules les personnes qui animent le salon lisent ceci
room-whisper-to = Seules { $name } et les personnes qui animent le salon lisent ceci
room-whisper-theirs = Seules les personnes qui animent le salon lisent ceci
room-whisper-leaders = Entre les personnes qui animent le salon
room-whisper-back = À vous seulement
room-standing-queue = En ce moment, on parle chacun à son tour
room-standing-queue-text = Levez la main si vous voulez dire quelque chose. Les personnes qui animent le salon ({ $names }) vous donneront la parole.
room-standing-help = Ce salon est fermé pour le moment
room-standing-help-text = Fermé par { $names }, parce que quelqu’un ne va peut-être pas bien. Si c’est vous : inutile d’attendre qu’il rouvre. Il y a quelqu’un à qui parler tout de suite.

# What people do with words, turns and hands; what counts just now
room-thanks = Merci
room-thanks-wordless = Remercier sans mots
room-reacted = { $count ->
    [one] { $emoji } d’une personne
   *[other] { $emoji } de { $count } personnes
}
room-speak-to = S’adresser à
room-to-me = S’adresse à vous
room-about-words = Il s’agit de :
room-unfold = Lire
room-fold = Replier
room-warned-of = Il s’agit de : { $warning }
room-warn = Prévenir de quoi il s’agit
room-warn-example = par exemple : automutilation
room-warn-not = Sans avertissement
room-passed-by = Transmis par { $name }
room-unheard = Personne ne l’a vu : c’est arrivé quand vous étiez en sourdine ou que quelqu’un d’autre avait la parole.
room-pin = Épingler
room-unpin = Ne plus épingler
room-take-down = Retirer
room-take-down-title = Retirer ce message ?
room-erase = L’effacer de cet appareil
room-erase-title = Effacer ce que vous pouviez lire ici ?
room-erase-text = Ce qui s’est dit dans ce salon pendant que vous y étiez est effacé de cet appareil. Cela ne peut pas être récupéré.
room-more = D’autres façons d’écrire
room-confide = Écrire seulement à qui anime
room-confiding = Seules les personnes qui animent le salon lisent ceci.
room-to-everybody = À tout le monde
room-composer-confided = Aux personnes qui animent
room-reviewed = Les personnes qui animent le salon le lisent avant les autres.
room-slow-left = { $seconds ->
    [one] Vous pourrez écrire de nouveau dans une seconde.
   *[other] Vous pourrez écrire de nouveau dans { $seconds } secondes.
}
room-slow-soon = Vous pourrez écrire de nouveau dans un instant.
room-hand-up = Lever la main
room-hand-down = Baisser la main
room-hand-waits = { $count ->
    [0] C’est bientôt votre tour.
    [one] Une personne est avant vous.
   *[other] { $count } personnes sont avant vous.
}
room-badge-hand = Main levée
room-floor-mine = Vous avez la parole.
room-floor-free = Personne n’a la parole en ce moment.
room-hands = { $count ->
    [one] Une main est levée.
   *[other] { $count } mains sont levées.
}
room-pinned = Épinglé : { $name }
room-minutes-left = { $count ->
    [one] Encore une minute
   *[other] Encore { $count } minutes
}
room-minutes-over = Le temps prévu est passé
room-agenda = Ce qui est prévu
room-welcome = Bienvenue
room-help-title = Il y a de l’aide tout de suite
room-help-text = Vous n’avez pas à savoir quoi dire ; « je ne vais pas bien » suffit pour commencer.
room-help-emergency = Si une vie est en danger
room-help-more = Ce qui aide dans les minutes qui viennent

# One’s own card, other browsers, places and hours
room-card-empty = Votre fiche est vide. Les personnes qui animent le salon ne connaissent que votre nom ici et ce que vous écrivez.
room-card-read-by = Seul à pouvoir la lire : { $names }.
room-card-asked-by = Depuis que vous avez rempli votre fiche, ce salon est aussi animé par { $names }, sans pouvoir la lire. C’est à vous de décider.
room-card-share = La laisser lire aussi
room-card-openings = Quand elle a été ouverte
room-card-unopened = Personne ne l’a ouverte jusqu’ici. Dès que quelqu’un le fait, vous le voyez ici.
room-card-opened = { $name }, le { $date }, à { $time }
room-card-fill = La remplir
room-card-change = Modifier ma fiche
room-card-withdraw = Retirer mes réponses
room-card-withdraw-title = Retirer vos réponses ?
room-card-withdraw-text = Les personnes qui animent le salon ne pourront plus les ouvrir. Ce que quelqu’un a déjà lu ne peut pas être effacé de sa mémoire. Vous restez dans le salon.
room-ask-again-text = Vous êtes dans ce salon avec un autre navigateur. Chaque navigateur entre séparément ; votre nom là-bas et votre fiche vous suivent.
room-ask-again = Demander pour ce navigateur
room-known-capacity-text = { $count ->
    [one] Il y a de la place pour une personne.
   *[other] Il y a de la place pour { $count } personnes.
}
room-known-kept-session = Ce qui se dit est détruit à la fin de la séance, sur le serveur et sur chaque appareil.
room-entry-open = Inutile d’attendre : qui demande peut entrer.
room-hours-title = Quand il se réunit
room-hours-always = Il est ouvert à tout moment.
room-hours-each = Chaque semaine : { $start } à { $end }
room-hours-yours = À l’heure de votre appareil.
room-meets-now = Il se réunit en ce moment, jusqu’à { $end }.
room-meets-next = La prochaine fois : { $start }.
room-ask-again-title = Ce navigateur n’est pas encore dans le salon
room-asked-again = La demande est envoyée. Dès que quelqu’un ouvre, vous le voyez ici.
room-ask-to-lead = Demander à l’animer aussi

# Reporting
room-report = Signaler
room-report-title = Signaler ce message ?
room-report-text = Les personnes qui animent le salon reçoivent ce message, avec la preuve que { $name } l’a écrit ici, et voient qui le signale. { $name } et les autres n’en apprennent rien. Seul ce message est montré ; tous les autres restent ce qu’ils sont.
room-report-why = Qu’est-ce qui ne va pas ?
room-report-submit = Le signaler
room-reported = Vous l’avez signalé
room-reported-title = C’est signalé
room-reported-text = Les personnes qui animent le salon le voient maintenant. Vous n’avez rien de plus à faire, et rien ne vous oblige à lire la suite.

# Who is here and who writes; set times
room-typing = { $count ->
    [one] Quelqu’un écrit …
   *[other] Plusieurs personnes écrivent …
}
room-present = Laisser voir aux autres quand je suis là
room-present-hint = Désactivé tant que vous ne l’activez pas. Les autres voient alors quand ce salon est sur votre écran. Rien n’en est gardé.
room-badge-here = Présence
room-standing-hours = Ce salon se réunit à heures fixes
room-standing-hours-text = Il n’est pas ouvert en ce moment. Vous pouvez lire ce qui a été dit ; on écrit de nouveau à la prochaine séance.

# How everybody is
room-check-start = Comment allez-vous au début ?
room-check-end = Comment allez-vous à la fin ?
room-check-hint = Si vous voulez. Votre réponse n’est montrée à personne : seulement combien de personnes ont répondu quoi, et seulement si elles sont au moins { $least }.
room-check-worst = 0 : pas bien du tout
room-check-best = 10 : très bien
room-checked = Merci. Vous pouvez la changer tant que la question est ouverte.
room-moods = Comment va le salon
room-mood-start = Au début
room-mood-end = À la fin
room-mood-people = { $count ->
    [0] personne
    [one] une personne
   *[other] { $count } personnes
}
room-appointed-title = Le cabinet demande à { $name } d’animer ce salon
room-appointed-text = La personne qui l’animait n’est peut-être plus là. { $name } exerce dans ce cabinet. Tant que vous n’avez pas décidé, rien de ce qui se dit ici ne vous parvient, et { $name } ne sait pas qui vous êtes.
room-appointed-means = Si vous continuez, { $name } apprend le nom que vous avez dans ce salon et veille désormais à l’ordre. Ce qui a été dit avant lui reste fermé.
room-appointed-unsure = Si vous avez un doute, demandez d’abord au cabinet par un autre moyen. Rien ne presse.
room-appointed-card = Laisser aussi { $name } lire ma fiche
room-appointed-agree = Continuer avec { $name }
room-appointed-done = Le cabinet a demandé à { $name } d’animer ce salon, et vous avez continué.
room-badge-appointed = On vous demande de l’animer
room-take-up-title = Le cabinet vous demande d’animer ce salon
room-take-up-text = Les membres sont consultés aussi, chacun sur son appareil : qui accepte continue avec vous. Ce qui a été dit avant, vous ne pouvez pas le lire, et vous apprenez qui est là à mesure des accords.
room-take-up = Animer ce salon
room-appoint-title = Quand plus personne n’anime ce salon
room-appoint-text = Vous pouvez demander à un ou une thérapeute de l’animer. Chaque membre en est averti et décide : continuer ou partir. Sans cela, personne n’entre dans le salon.
room-appoint-who = Thérapeute
room-appoint = Lui demander de l’animer
room-appoint-none = Toutes les personnes qui ont un profil l’animent déjà.
room-appoint-done = { $name } trouve le salon sous « Salons ». S’il n’est pas dans la liste, transmettez-lui le lien d’invitation.
rooms-steward-lead = Les salons que tout le monde peut voir. Pour en trouver un autre, ouvrez son lien d’invitation dans ce navigateur.
rooms-none-steward = Aucun salon n’est dans la liste.
error-last_moderator = Vous êtes la dernière personne à animer ce salon. Désignez quelqu’un d’autre avant de partir.
error-room_asks_first = Dites d’abord si vous continuez avec la personne qui anime maintenant ce salon. Vos mots sont toujours là.
error-room_check_over = Cette question n’est plus ouverte.
error-room_flooded = On a écrit énormément d’ici dans ce salon en une minute. Ce que vous avez écrit attend et partira tout seul dans un instant.
error-room_hours = Ce salon se réunit à heures fixes, et pas maintenant. Vos mots sont toujours là.
error-room_muted = Les personnes qui animent ce salon vous ont mis en sourdine pour le moment. Vous pouvez continuer à lire.
error-room_not_in = Vous n’êtes plus dans ce salon.
error-room_not_your_turn = Quelqu’un d’autre a la parole. Vous pouvez lever la main ; vos mots sont toujours là.
error-room_slow = Dans ce salon, on va lentement : un moment doit passer entre deux messages. Vos mots sont toujours là ; envoyez-les dans un instant.
