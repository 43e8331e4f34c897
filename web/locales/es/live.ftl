# Proponer una sesión en vivo
live-propose = Sesión en vivo
live-propose-text = Se reúnen durante un tiempo acordado, con un reloj que ven los dos. { $name } recibe la invitación enseguida; si en diez minutos no viene nadie, la invitación termina sola.
live-propose-submit = Invitar
live-length = Cuánto tiempo
live-minutes = { $minutes } minutos
live-invited = { $name } le invita a una sesión en vivo de { $minutes } minutos.
live-invited-text = Empieza cuando usted se una. Puede responder hasta las { $time }.
live-join = Unirme
live-decline = Ahora no
live-waiting = A la espera de { $name }
live-waiting-text = { $name } ve su invitación. Vale hasta las { $time } y después termina sola.
live-withdraw = Retirar la invitación
live-elsewhere-proposed = { $name } le invita a una sesión en vivo
live-elsewhere-on = La sesión en vivo con { $name } está en marcha: ir allí
live-is-on = La sesión en vivo con { $name } está en marcha.
live-return = Volver a la sesión
live-is-over = La sesión en vivo con { $name } ha terminado.
live-to-closing = ¿Qué guardamos para la próxima vez?

# En la sesión
live-with = Sesión en vivo con { $name }
live-here = { $name } está aquí.
live-left = { $count ->
    [one] Queda más o menos un minuto
   *[other] Quedan unos { $count } minutos
}
live-time-over = El tiempo acordado ha terminado
live-until = Hasta las { $time }
live-word-ten = Quedan diez minutos. ¿Hay algo que todavía necesite espacio hoy?
live-word-two = Quedan dos minutos. Vayan terminando con calma.
live-word-over = El tiempo acordado ha terminado. Acaben cuando les venga bien a los dos o acuerden más tiempo.
live-change = Cambiar el final
live-change-text = El final solo cambia si { $name } está de acuerdo.
live-new-end = Nuevo final
live-longer = { $count ->
    [one] Un minuto más, hasta las { $time }
   *[other] { $count } minutos más, hasta las { $time }
}
live-shorter = { $count ->
    [one] Un minuto menos, hasta las { $time }
   *[other] { $count } minutos menos, hasta las { $time }
}
live-ask = Preguntar a { $name }
live-asked-mine = Ha propuesto quedarse hasta las { $time }. { $name } aún no ha respondido.
live-asked-theirs = { $name } propone quedarse hasta las { $time }.
live-agree = De acuerdo: hasta las { $time }
live-rather-not = Mejor no
live-take-back = Retirarlo
live-step-out = Ver toda la conversación
live-end = Terminar la sesión
live-end-title = ¿Terminar la sesión?
live-end-text = También termina para { $name }. Después los dos pueden escribir qué quieren guardar para la próxima vez.
live-from-last-time = Guardado de la última vez

# El cierre
live-closing-title = La sesión ha terminado
live-closing-text = ¿Qué guardamos para la próxima vez? Una frase basta, y no hace falta que escriba nada.
live-keep-label = Para guardar hasta la próxima vez
live-keep-hint = { $name } puede leerlo. Está al principio de la próxima sesión y en «Detalles».
live-keep = Guardar esto
live-skip = No guardar nada
live-later = Más tarde
kept-title = Guardado para la próxima vez
kept-mine = Usted

# Lo que pasó
notice-live-started-mine = Ha invitado a { $name } a una sesión en vivo de { $minutes } minutos.
notice-live-started-theirs = { $name } le ha invitado a una sesión en vivo de { $minutes } minutos.
notice-live-began = La sesión en vivo ha empezado.
notice-live-changed = Han acordado que la sesión dure { $minutes } minutos.
notice-live-ended-mine = Ha terminado la sesión en vivo.
notice-live-ended-theirs = { $name } ha terminado la sesión en vivo.
notice-live-declined-mine = No podía venir en ese momento.
notice-live-declined-theirs = { $name } no puede venir en este momento.
notice-live-withdrawn-mine = Ha retirado la invitación.
notice-live-withdrawn-theirs = { $name } ha retirado la invitación.
notice-live-lapsed-mine = { $name } no ha venido a la sesión en vivo. Puede haber muchas razones; puede volver a invitar cuando quiera.
notice-live-lapsed-theirs = Tenía una invitación a una sesión en vivo y no estaba aquí. No pasa nada; escriba cuando le venga bien.
notice-live-kept-mine = Usted guarda para la próxima vez:
notice-live-kept-theirs = { $name } guarda para la próxima vez:
notice-live-unkept-mine = Ha retirado lo que quería guardar para la próxima vez.
notice-live-unkept-theirs = { $name } ha retirado lo que se iba a guardar para la próxima vez.
