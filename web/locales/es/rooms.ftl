# All rooms
rooms-title = Salas
rooms-lead = Una sala es un grupo que se reúne por escrito, dirigido por profesionales. Cada quien está allí con un nombre que elige.
rooms-own = Sus salas
rooms-at-door = Donde ha pedido entrar
rooms-listed = Salas de esta consulta
rooms-none-title = Todavía no hay salas
rooms-none-client = En cuanto la consulta abra una sala para todas las personas, la verá aquí. Si alguien le dio un enlace de invitación, ábralo en este navegador. Mientras tanto puede hablar a solas con una persona profesional.
rooms-none-practitioner = En cuanto alguien abra una sala para todas las personas, la verá aquí.
rooms-new = Abrir una sala
room-lead = Dirigir
room-badge-out = Ya no está en ella
room-badge-closed = Cerrada
room-badge-led = La dirige usted
room-badge-full = No admite a nadie por ahora
room-badge-muted = En silencio
room-standing-asking = Espera respuesta
room-standing-declined = No admitida
room-led-by = La dirige: { $names }
room-to-all = A todas las salas

# From outside
room-title = Sala
room-lost-title = Esta sala no está aquí
room-lost-text = Puede que la dirección no esté completa o que la sala ya no exista. Si alguien le dio un enlace de invitación, ábralo otra vez, entero, tal como lo recibió.
room-led-title = Quién la dirige
room-led-text = Quienes la dirigen cuidan el orden: deciden quién entra y pueden quitar lo que hace daño.
room-spoken = Aquí se habla: { $language }
room-rules-title = Cómo nos tratamos aquí
room-known-title = Quién sabe qué de usted
room-known-members = Las demás personas de la sala
room-known-members-text = Ven el nombre que usted elige para esta sala y lo que escribe. No ven cómo se llama aquí en otros lugares, ni sus conversaciones, ni sus otras salas.
room-known-leaders = Quienes la dirigen ({ $names })
room-known-leaders-text = Lo mismo, y sus respuestas a las preguntas de la entrada. Nadie más puede abrirlas. Quién es usted solo se sabe si usted lo cuenta.
room-known-leaders-nothing = Lo mismo que las demás personas. Quién es usted solo se sabe si usted lo cuenta.
room-known-server = El servidor de esta consulta
room-known-server-text = Que su cuenta está en esta sala y cuándo se envía algo, pero ni una palabra de lo que se dice, ni cómo se llama usted allí.
room-known-kept = Cuánto tiempo se conserva
room-known-kept-text = Lo que se dice se destruye después de { $time }, en el servidor y en todos los dispositivos.
room-known-limits = Lo que nadie puede prometer
room-known-limits-text = Quien está en la sala puede recordar o copiar lo que lee. Cuente solo lo que otras personas puedan saber.
room-ask = Pedir entrar
room-takes-nobody = Por ahora no se admite a nadie. Vuelva a mirar más tarde o pregunte a { $names }.

# At the door
room-waiting-title = Ha pedido entrar
room-waiting-text = Quienes dirigen la sala ({ $names }) ven que alguien espera y leen lo que usted ha contado. Puede tardar uno o dos días; verá la respuesta aquí. No hace falta que se quede en esta página.
room-ask-anew = Cambiar lo que conté
room-withdraw = Ya no quiero entrar
room-declined-title = Esta vez no se le ha admitido
room-declined-text = Puede haber muchas razones, y la mayoría no tienen que ver con usted: quizá el grupo está completo o es distinto del que necesita. Lo decidió: { $names }; nadie más lo sabe. Lo que usted contó se destruyó.
room-declined-else = No tiene por qué quedarse a solas con esto:
room-ask-once-more = Pedirlo otra vez

# Asking
room-ask-lead = Elija cómo quiere llamarse y cuente lo que deban saber quienes dirigen la sala ({ $names }). No se envía nada hasta que pulse el botón de abajo.
room-name = Su nombre en esta sala
room-name-hint = Solo para esta sala: no revela a nadie cómo se llama en otros lugares. Mejor que no sea su nombre real. De 2 a 40 letras, en una sola escritura.
room-card-title = Su ficha de acogida
room-card-text = Solo quienes dirigen la sala ({ $names }) pueden abrir sus respuestas; se sellan en este dispositivo. Las demás personas de la sala no las ven nunca.
room-card-known = Sé que lo leerán quienes dirigen la sala ({ $names })
room-ask-submit = Pedir entrar
error-room_answer_too_long = Es demasiado largo. Acórtelo a 2000 caracteres.
error-room_readers_unknown = Marque esta casilla, para que quede claro que sabe quién lo leerá.

# Inside
room-here-as = Aquí usted es { $name }
room-people-button = { $count ->
    [one] Una persona está en esta sala. Sobre la sala
   *[other] { $count } personas están en esta sala. Sobre la sala
}
room-nothing-said = Aún no se ha dicho nada desde que entró. Lo de antes es de quienes estaban.
room-leads = Dirige la sala
room-me = (usted)
room-composer = Mensaje a la sala
room-came-mine = Usted ha entrado.
room-came-theirs = Entró { $name }.
room-went-mine = Usted ya no está en esta sala.
room-went-theirs = Salió { $name }.
room-muted-mine = Se le ha silenciado. Puede seguir leyendo.
room-muted-theirs = Se silenció a { $name }.
room-unmuted-mine = Ya puede volver a escribir.
room-unmuted-theirs = { $name } ya puede escribir.
room-taken-down-mine = Su mensaje se quitó.
room-taken-down-theirs = Este mensaje se quitó.
room-taken-down-short = Quitado
room-take-back-text = Sus palabras desaparecen para toda la sala, y se ve que se quitó un mensaje. Quizá alguien ya las leyó, y un dispositivo apagado las olvida solo cuando vuelve a tener conexión.
room-security-what-now = No se aceptó. Si vuelve a verlo, dígaselo a quienes dirigen la sala.
room-standing-out = Usted ya no está en esta sala
room-standing-out-text = Lo que podía leer antes sigue en este dispositivo hasta que pase su tiempo; lo que se dice ahora no lo ve. Si no sabe por qué, pregunte a { $names }.
room-standing-closed = Esta sala está cerrada en este momento
room-standing-closed-text = La cerró: { $names }. Puede leer lo que se dijo, y volver a escribir en cuanto se abra.
room-standing-muted = Por ahora no puede escribir aquí
room-standing-muted-text = Le ha silenciado, por el momento: { $names }. Puede seguir leyendo. No es un juicio sobre usted: a veces una sala necesita calma.

# About the room
room-about = Sobre esta sala
room-people-title = { $count ->
    [one] Hay una persona aquí
   *[other] Hay { $count } personas aquí
}
room-what = Qué es esta sala
room-leave = Dejar la sala
room-leave-text = Puede irse cuando quiera, y no hace falta que diga por qué.
room-leave-title = ¿Dejar esta sala?
room-leave-sure = Lo que se dijo aquí se borra de este dispositivo, y usted ya no recibe nada. Lo que escribió queda para las demás personas hasta que pase su tiempo. Para volver tendrá que pedirlo otra vez a { $names }.
room-leave-submit = Dejar y borrar

# How it is led, and what not everybody reads
room-now-slow = { $seconds ->
    [one] Desde ahora pasa al menos un segundo entre dos mensajes de la misma persona.
   *[other] Desde ahora pasan al menos { $seconds } segundos entre dos mensajes de la misma persona.
}
room-now-slow-off = Cada quien puede escribir otra vez tan rápido como quiera.
room-now-review = Desde ahora quienes dirigen la sala leen los mensajes antes de que se vean.
room-now-review-off = Los mensajes vuelven a verse enseguida.
room-now-queue = Desde ahora se habla por turnos. Levante la mano si quiere decir algo.
room-now-queue-off = Cualquiera puede escribir otra vez.
room-now-floor = Tiene la palabra: { $name }.
room-now-check = Quienes dirigen la sala preguntan cómo están todos.
room-now-mood = Así estaban todos, en una sola imagen.
room-now-pinned = Se fijó un mensaje de { $name }.
room-now-running = Ahora: { $title }
room-now-help = Quienes dirigen la sala la cerraron. Si no se encuentra bien, hay ayuda ahora mismo.
room-now-help-off = La sala continúa.
room-held-on-mine = Por ahora quienes dirigen la sala leen sus mensajes antes que las demás personas.
room-held-on-theirs = Los mensajes de { $name } se revisan antes.
room-held-off-mine = Sus mensajes vuelven a verse enseguida.
room-held-off-theirs = Los mensajes de { $name } vuelven a verse enseguida.
room-held-mine = Espera: lo leen antes quienes dirigen la sala
room-held-theirs = Espera revisión
room-held-returned = No se mostró a las demás personas
room-whisper-mine = Esto solo lo leen quienes dirigen la sala
room-whisper-to = Esto solo lo leen { $name } y quienes dirigen la sala
room-whisper-theirs = Esto solo lo leen quienes dirigen la sala
room-whisper-leaders = Entre quienes dirigen la sala
room-whisper-back = Solo para usted
room-standing-queue = En este momento se habla por turnos
room-standing-queue-text = Levante la mano si quiere decir algo. Quienes dirigen la sala ({ $names }) le darán la palabra.
room-standing-help = Esta sala está cerrada por ahora
room-standing-help-text = La cerró: { $names }, porque quizá alguien no se encuentra bien. Si es usted: no tiene que esperar a que se abra. Ahora mismo hay alguien con quien hablar.

# What people do with words, turns and hands; what counts just now
room-thanks = Gracias
room-thanks-wordless = Dar las gracias sin palabras
room-reacted = { $count ->
    [one] { $emoji } de una persona
   *[other] { $emoji } de { $count } personas
}
room-speak-to = Dirigirse a
room-to-me = Se dirige a usted
room-about-words = Trata de:
room-unfold = Leerlo
room-fold = Plegarlo
room-warned-of = Trata de: { $warning }
room-warn = Avisar de qué trata
room-warn-example = por ejemplo: autolesiones
room-warn-not = Sin aviso
room-passed-by = Lo dejó pasar: { $name }
room-unheard = Nadie lo vio: llegó cuando usted estaba en silencio u otra persona tenía la palabra.
room-pin = Fijar
room-unpin = Dejar de fijar
room-take-down = Quitar
room-take-down-title = ¿Quitar este mensaje?
room-erase = Borrarla de este dispositivo
room-erase-title = ¿Borrar lo que podía leer aquí?
room-erase-text = Lo que se dijo en esta sala mientras usted estaba en ella se borra de este dispositivo. No se puede recuperar.
room-more = Más formas de escribir
room-confide = Escribir solo a quienes dirigen
room-confiding = Esto solo lo leen quienes dirigen la sala.
room-to-everybody = A toda la sala
room-composer-confided = A quienes dirigen la sala
room-reviewed = Quienes dirigen la sala lo leen antes que las demás personas.
room-slow-left = { $seconds ->
    [one] Podrá escribir otra vez en un segundo.
   *[other] Podrá escribir otra vez en { $seconds } segundos.
}
room-slow-soon = Podrá escribir otra vez enseguida.
room-hand-up = Levantar la mano
room-hand-down = Bajar la mano
room-hand-waits = { $count ->
    [0] Es su turno después.
    [one] Hay una persona antes que usted.
   *[other] Hay { $count } personas antes que usted.
}
room-badge-hand = Mano levantada
room-floor-mine = Tiene usted la palabra.
room-floor-free = Nadie tiene la palabra en este momento.
room-hands = { $count ->
    [one] Hay una mano levantada.
   *[other] Hay { $count } manos levantadas.
}
room-pinned = Fijado: { $name }
room-minutes-left = { $count ->
    [one] Queda un minuto
   *[other] Quedan { $count } minutos
}
room-minutes-over = Se acabó el tiempo previsto
room-agenda = Lo previsto
room-welcome = Le damos la bienvenida
room-help-title = Hay ayuda ahora mismo
room-help-text = No hace falta saber qué decir; «no me encuentro bien» basta para empezar.
room-help-emergency = Si una vida corre peligro
room-help-more = Qué ayuda en los próximos minutos

# One's own card, other browsers, places and hours
room-card-empty = Su ficha está vacía. Quienes dirigen la sala solo conocen su nombre aquí y lo que escribe.
room-card-read-by = Solo puede leerla: { $names }.
room-card-asked-by = Desde que llenó su ficha también dirige esta sala: { $names }, sin poder leerla. Usted decide.
room-card-share = Permitir que la lea también
room-card-openings = Cuándo se abrió
room-card-unopened = Hasta ahora no la ha abierto nadie. En cuanto alguien lo haga, lo verá aquí.
room-card-opened = { $name }, el { $date }, a las { $time }
room-card-fill = Llenarla
room-card-change = Cambiar mi ficha
room-card-withdraw = Retirar mis respuestas
room-card-withdraw-title = ¿Retirar sus respuestas?
room-card-withdraw-text = Quienes dirigen la sala ya no podrán abrirlas. Lo que alguien ya leyó no se puede deshacer. Usted sigue en la sala.
room-ask-again-text = Usted está en esta sala con otro navegador. Cada navegador se admite por separado; su nombre allí y su ficha van con usted.
room-ask-again = Pedirlo para este navegador
room-known-capacity-text = { $count ->
    [one] Hay sitio para una persona.
   *[other] Hay sitio para { $count } personas.
}
room-known-kept-session = Lo que se dice se destruye cuando termina la sesión, en el servidor y en todos los dispositivos.
room-entry-open = No tiene que esperar: se admite a quien lo pide.
room-hours-title = Cuándo se reúne
room-hours-always = Está abierta en todo momento.
room-hours-each = Cada semana: { $start } hasta { $end }
room-hours-yours = En la hora de su dispositivo.
room-meets-now = Se reúne ahora, hasta { $end }.
room-meets-next = La próxima vez: { $start }.
room-ask-again-title = Este navegador aún no está en la sala
room-asked-again = La petición está enviada. En cuanto alguien abra, lo verá aquí.
room-ask-to-lead = Pedir dirigirla también

# Reporting
room-report = Avisar de esto
room-report-title = ¿Avisar de este mensaje?
room-report-text = Quienes dirigen la sala reciben este mensaje, con la prueba de que { $name } lo escribió aquí, y ven quién avisa. { $name } y las demás personas no se enteran. Solo se muestra este mensaje; los demás quedan como están.
room-report-why = ¿Qué tiene de malo?
room-report-submit = Avisar
room-reported = Usted avisó de esto
room-reported-title = El aviso está enviado
room-reported-text = Quienes dirigen la sala ya lo ven. No tiene que hacer nada más, ni seguir leyendo ahí.

# Who is here and who writes; set times
room-typing = { $count ->
    [one] Alguien está escribiendo …
   *[other] Varias personas están escribiendo …
}
room-present = Dejar que se vea cuándo estoy aquí
room-present-hint = Desactivado hasta que lo active. Entonces se ve cuándo tiene esta sala en la pantalla. No se guarda nada de ello.
room-badge-here = Está aquí
room-standing-hours = Esta sala se reúne a horas fijas
room-standing-hours-text = Ahora no está abierta. Puede leer lo que se dijo; se vuelve a escribir en la próxima sesión.

# How everybody is
room-check-start = ¿Cómo está al empezar?
room-check-end = ¿Cómo está al terminar?
room-check-hint = Si quiere. A nadie se le muestra su respuesta: solo cuántas personas respondieron qué, y solo si fueron al menos { $least }.
room-check-worst = 0: nada bien
room-check-best = 10: muy bien
room-checked = Gracias. Puede cambiarla mientras la pregunta esté abierta.
room-moods = Cómo está la sala
room-mood-start = Al empezar
room-mood-end = Al terminar
room-mood-people = { $count ->
    [0] nadie
    [one] una persona
   *[other] { $count } personas
}
room-appointed-title = La consulta pide a { $name } que dirija esta sala
room-appointed-text = Puede que quien la dirigía ya no esté. { $name } trabaja en esta consulta. Hasta que usted decida, no le llega nada de lo que se dice aquí, y { $name } no sabe quién es usted.
room-appointed-means = Si sigue, { $name } sabrá el nombre que usted tiene en esta sala y cuidará del orden desde ahora. Lo que se dijo antes no lo puede leer.
room-appointed-unsure = Si tiene dudas, pregunte antes a la consulta por otra vía. No hace falta decidirlo hoy.
room-appointed-card = Permitir que { $name } lea también mi ficha
room-appointed-agree = Seguir con { $name }
room-appointed-done = La consulta pidió a { $name } que dirija esta sala, y usted siguió.
room-badge-appointed = Le piden que la dirija
room-take-up-title = La consulta le pide que dirija esta sala
room-take-up-text = También se pregunta a sus miembros, a cada quien en su dispositivo: quien acepta sigue con usted. Lo que se dijo antes no lo puede leer, y sabrá quién está a medida que acepten.
room-take-up = Dirigir esta sala
room-appoint-title = Cuando ya nadie dirige esta sala
room-appoint-text = Puede pedir a una o un profesional que la dirija. Cada miembro lo sabe y decide: seguir o irse. Sin eso nadie entra en la sala.
room-appoint-who = Profesional
room-appoint = Pedirle que la dirija
room-appoint-none = Todas las personas con perfil ya la dirigen.
room-appoint-done = { $name } encuentra la sala en «Salas». Si no está en la lista, pásele el enlace de invitación.
rooms-steward-lead = Las salas que todo el mundo puede ver. Para encontrar otra, abra su enlace de invitación en este navegador.
rooms-none-steward = No hay ninguna sala en la lista.
error-last_moderator = Es la última persona que dirige esta sala. Nombre a otra antes de irse.
error-room_asks_first = Diga primero si sigue con quien dirige ahora esta sala. Sus palabras siguen aquí.
error-room_check_over = Esta pregunta ya no está abierta.
error-room_flooded = Desde aquí se ha escrito muchísimo en esta sala en un minuto. Lo que escribió espera, y saldrá solo dentro de un momento.
error-room_hours = Esta sala se reúne a horas fijas, y ahora no. Sus palabras siguen aquí.
error-room_muted = Quienes dirigen esta sala le han silenciado por ahora. Puede seguir leyendo.
error-room_not_in = Ya no está en esta sala.
error-room_not_your_turn = Ahora tiene la palabra otra persona. Puede levantar la mano; sus palabras siguen aquí.
error-room_slow = En esta sala se va despacio: entre dos mensajes tiene que pasar un rato. Sus palabras siguen aquí; envíelas dentro de un momento.
