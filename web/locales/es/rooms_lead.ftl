# Dirigir una sala: abrirla, su puerta, sus personas, mantener el orden
lead-rooms = Salas
lead-undo = Deshacer

# Abrir una sala
lead-new-title = Abrir una sala
lead-new-lead = Una sala es una conversación entre varias personas que usted dirige. Cada una lleva un nombre elegido solo para esta sala.
lead-step-describe = Describirla
lead-step-look = Verla
lead-describe-title = ¿De qué se trata?
lead-look-title = Así la ven las demás personas
lead-look-text = Esto se lee antes de pedir entrar. Todavía no lo ve nadie.
lead-look-label = La sala como la ven las demás personas
lead-to-look = Continuar
lead-back-to-describe = Volver
lead-make = Abrir la sala
lead-make-busy = La sala se está creando …
lead-title = Nombre de la sala
lead-title-hint = Breve y discreto. Alguien podría leerlo de pasada.
lead-purpose = Propósito
lead-purpose-hint = Para quién es y qué se puede esperar aquí.
lead-rules = Reglas
lead-rules-hint = Lo que todo el mundo respeta. Quien pide entrar las lee antes.
lead-rules-suggest = Empezar con una sugerencia
lead-rules-start = Lo que se dice aquí se queda aquí.
  Hablamos de lo nuestro y dejamos que cada persona hable por sí misma.
  Nadie tiene que decir nada.
  Solo damos consejos a quien los pide.
  Quien corre peligro recibe ayuda: dígamelo, o use la ayuda en caso de crisis de la parte superior de la página.
lead-language = Idioma
lead-language-hint = En el que se habla aquí.
lead-days = Cuánto tiempo se conserva
lead-days-hint = Después, lo dicho desaparece del servidor y de todos los dispositivos. Una sesión termina cuando pasa su hora o cuando usted cierra la sala.
lead-days-told = Lo que se dice aquí se conserva { $time }.
lead-days-none = hasta que termine la sesión
lead-days-none-told = Lo que se dice aquí se destruye cuando termina la sesión.
lead-questions = Ficha de acogida
lead-questions-hint = Lo que usted pregunta antes de que alguien entre. Las respuestas solo las lee quien dirige la sala.
lead-questions-none = No se pregunta nada antes de entrar.
lead-question = Pregunta { $number }
lead-question-required = Hay que responderla
lead-question-up = Subir
lead-question-remove = Quitar
lead-question-removed = Se quitó la pregunta.
lead-question-add = Añadir una pregunta
lead-question-suggest = Sugerir preguntas
lead-question-brings = ¿Qué le trae por aquí?
lead-question-medical = ¿Hay algo médico que yo deba saber, como un diagnóstico o una medicación?
lead-question-helps = ¿Qué le ayuda en una crisis?
lead-question-contact = ¿A quién puedo avisar si corre peligro? Basta con un nombre y un número.
lead-listed = Quién puede encontrarla
lead-listed-no = Solo quien tiene el enlace
lead-listed-no-hint = Tampoco el servidor puede leer el nombre y el propósito de la sala.
lead-listed-yes = Todas las personas de la consulta
lead-listed-yes-hint = Aparece en la lista de salas. Quien tiene una cuenta aquí lee el nombre, el propósito y las reglas, y el servidor también.
lead-listed-no-told = Solo quien tiene el enlace encuentra esta sala.
lead-listed-yes-told = Esta sala aparece en la lista de salas.
lead-led-by = Quién la dirige
error-lead_title_missing = Póngale un nombre a la sala.

# Dirigirla
lead-screen-title = Dirigir la sala
lead-to-room = A la sala
lead-none-title = Usted no dirige esta sala
lead-none-text = Puede que ya no exista, o que ahora la dirija otra persona.
lead-parts = Dirigir la sala
lead-part-door = Puerta
lead-part-people = Personas
lead-part-link = Invitar
lead-part-settings = Sala
lead-closed-now = La sala está cerrada: todo el mundo puede leer, nadie puede escribir ni entrar.

# La puerta
lead-door-title = En la puerta
lead-door-text = No ven nada de lo que se dice hasta que usted les deje entrar.
lead-door-empty = No espera nadie. Quien pida entrar aparecerá aquí.
lead-since-today = desde hoy
lead-since = desde el { $date }
lead-further = Esta persona ya está en la sala y pide entrar con otro dispositivo.
lead-alike = Este nombre se confunde con «{ $name }». No acepte, y podrá pedirlo de nuevo con otro nombre.
lead-alike-beside = Otra persona que espera se llama «{ $name }», y se confunden. Deje entrar a una y no acepte a la otra.
lead-card = Ficha de acogida
lead-card-none = No se preguntó nada.
lead-card-empty = Sin respuesta
lead-choose = Elegir a { $name }
lead-admit = Dejar entrar
lead-admit-all = { $count ->
    [one] Dejar entrar a { $count } persona
    [many] Dejar entrar a los { $count } de personas
   *[other] Dejar entrar a todas ({ $count })
  }
lead-admit-some = { $count ->
    [one] Dejar entrar a { $count } elegida
    [many] Dejar entrar a { $count } de elegidas
   *[other] Dejar entrar a { $count } elegidas
  }
lead-admitting = { $count ->
    [one] Entra una persona …
    [many] Entran { $count } de personas …
   *[other] Entran { $count } personas …
  }
lead-admitted-one = { $name } está en la sala.
lead-admitted = { $count ->
    [one] { $count } persona está en la sala.
    [many] { $count } de personas están en la sala.
   *[other] { $count } personas están en la sala.
  }
lead-decline = No aceptar
lead-decline-title = ¿No aceptar a { $name }?
lead-decline-text = Sabrá, sin motivo, que no le dejó entrar, y podrá pedirlo de nuevo. Lo que le confió se borra del servidor.
lead-declined = No se aceptó a { $name }.

# Personas
lead-people-title = { $count ->
    [one] { $count } persona en la sala
    [many] { $count } de personas en la sala
   *[other] { $count } personas en la sala
  }
lead-people-alone = Todavía no hay nadie más. Comparta el enlace y deje entrar en la puerta.
lead-people-look = Buscar a alguien
lead-people-found = { $count ->
    [one] { $count } encontrada
    [many] { $count } de encontradas
   *[other] { $count } encontradas
  }
lead-leads = dirige la sala
lead-you-lead = usted
lead-is-muted = en silencio
lead-mute = Silenciar
lead-mute-for = Silenciar { $minutes } minutos
lead-muted = { $name } está en silencio: puede leer, y ve que no puede escribir.
lead-unmute = Devolver la palabra
lead-unmuted = { $name } puede escribir de nuevo.
lead-more = Más
lead-remove = Sacar
lead-remove-title = ¿Sacar a { $name } de la sala?
lead-remove-text = Verá que ya no está en la sala, y no leerá nada de lo que se diga desde ahora. Puede pedir entrar de nuevo. Las demás personas ven que se fue.
lead-removed = { $name } ya no está en la sala.
lead-ban = Expulsar
lead-ban-title = ¿Expulsar a { $name } para siempre?
lead-ban-text = Sale de la sala y no podrá pedir entrar de nuevo, con ningún nombre, hasta que usted lo permita. Las demás personas solo ven que se fue.
lead-banned = { $name } no podrá volver.
lead-bans = Sin permiso para volver
lead-bans-text = No pueden pedir entrar. El servidor sabe qué cuenta es, pero ningún nombre.
lead-bans-unknown = Alguien a quien excluyó otra persona que dirige la sala
lead-ban-lift = Permitir que pida entrar de nuevo

# El enlace
lead-link-title = Enlace de invitación
lead-link-text = Quien tiene este enlace puede leer de qué trata la sala y pedir entrar. Nadie entra sin usted.
lead-link-listed = La sala aparece también en la lista de salas.
lead-link-unlisted = Su segunda mitad es la clave del nombre y el propósito de la sala. Nunca llega al servidor: comparta el enlace entero.
lead-link-qr = Código QR del enlace de invitación
lead-link-qr-hint = Para escanearlo con un teléfono, en la pantalla o impreso.

# Cómo está la sala
lead-close-title = La sala está abierta
lead-close-text = Quienes están en ella pueden leer y escribir.
lead-close = Cerrar la sala
lead-close-ask = ¿Cerrar la sala?
lead-close-ask-text = Todo el mundo ve que la sala está cerrada. Se puede seguir leyendo, pero nadie puede escribir ni entrar hasta que usted la abra de nuevo.
lead-close-destroys = Lo dicho se destruye entonces, en el servidor y en todos los dispositivos.
lead-open = Abrirla de nuevo
lead-face-title = Lo que ven las demás personas
lead-face-text = Lo firma quien dirige la sala. Los dispositivos de las demás personas lo comprueban.

# Lo que espera, y detenerlo todo
lead-part-hands = Manos
lead-part-held = Retenido
lead-part-whispers = Susurros
lead-part-talk = Charla
lead-wait = { $count ->
    [one] le espera
    [many] le esperan
   *[other] le esperan
  }
lead-panic = Detener y mostrar ayuda
lead-panic-title = ¿Cerrar la sala ahora?
lead-panic-text = Nadie podrá escribir, y todo el mundo verá dónde hay ayuda en caso de crisis.
lead-panic-submit = Detener ahora
lead-panic-now = La sala está cerrada, y todo el mundo ve dónde hay ayuda.

# Manos y la palabra
lead-hands-title = Manos levantadas
lead-hands-empty = Nadie levanta la mano ni tiene la palabra.
lead-floor-free = Nadie tiene la palabra.
lead-floor-has = { $name } tiene la palabra.
lead-floor-next = Dar la palabra a { $name }
lead-floor-end = Terminar su turno
lead-floor-give = Dar la palabra
lead-queue = Hablar por turnos
lead-queue-hint = Aparte de quien dirige, solo escribe quien tiene la palabra. Las demás personas levantan la mano.

# Lo retenido
lead-held-title = Retenido
lead-held-text = Esto solo lo ha visto quien dirige la sala.
lead-held-empty = No hay nada retenido.
lead-held-warning = Aviso: { $warning }
lead-pass = Mostrar a todas
lead-return = Devolver
lead-return-title = ¿Devolver esto a { $name }?
lead-return-text = Solo lo ve esa persona. Lee lo que usted escribe y puede decirlo de nuevo.
lead-return-why = Por qué
lead-return-start = Prefiero no mostrarlo así a todo el mundo. ¿Podría decirlo de otra manera?
lead-review = Leer todo antes
lead-review-hint = Lo que se escribe le llega a usted, y las demás personas lo ven cuando usted lo muestra.

# Susurros
lead-whispers-title = Susurros
lead-whispers-text = Dicho solo a quien dirige la sala. Nadie más ve las respuestas.
lead-whispers-empty = Nadie le ha susurrado nada. Se puede hacer en cualquier momento, sin que las demás personas lo vean.
lead-whisper-open = espera respuesta
lead-whisper-you = Usted
lead-whisper-gone = Esta persona ya no está en la sala.
lead-whisper-to = Respuesta a { $name }
lead-whisper-submit = Responder
lead-whisper-sent = Solo esa persona puede leerlo.
error-lead_whisper_empty = Escriba algo primero.

# Cómo se habla
lead-talk-title = Cómo se habla aquí
lead-slow = Más despacio
lead-slow-hint = Cuánto se espera entre dos mensajes. Quien dirige la sala no espera.
lead-slow-none = Sin espera
lead-pinned-title = Fijado
lead-pinned-none = No hay nada fijado. Un mensaje se fija desde su menú en la sala.
lead-unpin = Dejar de fijar
lead-welcome-title = Bienvenida
lead-welcome = Palabras de bienvenida
lead-welcome-hint = Quien entra las lee primero.
lead-agenda-title = Temas
lead-agenda-text = Todo el mundo ve de qué se habla ahora, y cuánto queda.
lead-agenda-open = lo que haga falta
lead-agenda-on = ahora
lead-agenda-left = { $count ->
    [one] ahora, queda { $count } minuto
    [many] ahora, quedan { $count } de minutos
   *[other] ahora, quedan { $count } minutos
  }
lead-agenda-over = ahora, su tiempo terminó
lead-agenda-begin = Empezar
lead-agenda-start = Empezar con «{ $title }»
lead-agenda-next = Pasar a «{ $title }»
lead-agenda-end = Terminar los temas
lead-agenda-item = Tema siguiente
lead-agenda-minutes = Cuánto tiempo
lead-agenda-add = Añadir a los temas
error-lead_agenda_empty = Diga de qué se trata.

# Leer antes lo que alguien escribe
lead-hold = Leer antes
lead-unhold = Dejar de leer antes
lead-is-held = se lee antes
lead-held-on = Lo que escribe { $name } le llega antes a usted. Esa persona lo ve.
lead-held-off = Lo que escribe { $name } lo ve de nuevo todo el mundo.

# Quién la dirige con usted, y fichas de quienes están dentro
lead-colleague = Una persona profesional que pide dirigir esta sala con usted.
lead-appoint = Nombrar
lead-appoint-title = ¿Dirigir la sala con { $name }?
lead-appoint-text = Podrá hacer aquí lo mismo que usted: dejar entrar, silenciar, sacar, leer lo susurrado. Las fichas de antes solo las lee donde alguien lo acepta. Todo el mundo ve que dirige.
lead-appointed = { $name } dirige la sala con usted.
lead-link-colleague = Una persona profesional de la consulta que abra el enlace puede pedir dirigir la sala con usted. Usted la nombra en la puerta.
lead-card-of = Ficha de acogida de { $name }
lead-card-told = Sabrá que usted la abre, y cuándo. Ábrala cuando la necesite.
lead-card-open = Abrirla

# Cuándo, cuántas personas y cómo se entra
lead-sessions = Cuándo se reúnen
lead-sessions-hint = Cada semana, según su reloj. Las demás personas lo ven según el suyo.
lead-sessions-none = La sala está siempre abierta.
lead-session = { $day }, de { $from } a { $to }
lead-session-add = Añadir una hora
lead-session-day = Día
lead-session-start = Empieza
lead-session-minutes = Dura
lead-capacity = Plazas
lead-capacity-hint = Con más de unas treinta, una sola persona apenas puede escuchar a todas.
lead-capacity-told = { $count ->
    [one] Hay { $count } plaza.
    [many] Hay { $count } de plazas.
   *[other] Hay { $count } plazas.
  }
lead-entry = Cómo se entra
lead-entry-request = Usted deja entrar a cada persona
lead-entry-request-hint = Quien lo pide espera en la puerta hasta que usted responda.
lead-entry-open = Quien lo pide entra
lead-entry-open-hint = En cuanto su dispositivo esté ahí. Solo para salas donde una persona desconocida no pueda hacer daño.
lead-face-change = Cambiar
lead-face-change-text = Todo el mundo en la sala sabrá qué vale ahora.
lead-asking = Se puede pedir entrar
lead-asking-hint = Si no, la puerta está cerrada: nadie puede pedirlo hasta que usted la abra.

# Avisos
lead-part-reports = Avisos
lead-reports-title = Avisos
lead-reports-text = Solo quienes dirigen la sala ven quién avisó de qué.
lead-reports-empty = No hay avisos.
lead-report-by = { $name } avisó de esto.
lead-report-why = { $name } avisó de esto: «{ $why }»
lead-report-down = Quitar el mensaje
lead-report-done = Hecho
lead-verdict-proved = Está probado que { $name } dijo esto aquí.
lead-verdict-altered = Lo que muestra este aviso no es aquello de lo que se hizo. No haga nada por él.
lead-verdict-not-sent = Nada así se dijo en la sala. No haga nada por ello.
lead-verdict-other-sender = Esto lo dijo otra persona, no { $name }. No haga nada por ello.
lead-verdict-unknown-sender = Esto se dijo aquí, pero no se puede saber quién.
lead-verdict-before-exchange = Esto se envió antes de cambiar las claves del servidor y ya no se conserva. Nadie puede decir ya si se dijo así.
lead-verdict-unchecked = Todavía no se pudo comprobar. Se intenta de nuevo cuando haya conexión.

# Cómo está todo el mundo, notas, y quién estuvo
lead-part-after = Notas
lead-mood-title = Cómo está todo el mundo
lead-mood-text = { $count ->
    [one] Usted pregunta, y cada persona responde con un número de 0 a 10. Todas ven una sola imagen cuando respondió { $count }; nadie ve las respuestas sueltas.
    [many] Usted pregunta, y cada persona responde con un número de 0 a 10. Todas ven una sola imagen cuando respondieron { $count } de personas o más; nadie ve las respuestas sueltas.
   *[other] Usted pregunta, y cada persona responde con un número de 0 a 10. Todas ven una sola imagen cuando respondieron { $count } o más; nadie ve las respuestas sueltas.
  }
lead-mood-ask-start = Preguntar al empezar
lead-mood-ask-end = Preguntar al terminar
lead-mood-asked-start = Se pregunta a todo el mundo cómo llega.
lead-mood-asked-end = Se pregunta a todo el mundo cómo se va.
lead-mood-answers = { $count ->
    [one] { $count } respuesta hasta ahora.
    [many] { $count } de respuestas hasta ahora.
   *[other] { $count } respuestas hasta ahora.
  }
lead-mood-finish = Terminar la pregunta
lead-mood-start = Al empezar
lead-mood-end = Al terminar
lead-mood-step = De mal a bien
lead-mood-count = Cuántas personas
lead-notes-title = Notas
lead-notes-text = Solo puede leerlas quien dirige la sala ahora. Se quedan hasta que usted las quite.
lead-note = Nota nueva
lead-note-add = Guardar la nota
lead-note-remove-title = ¿Quitar esta nota?
lead-note-remove-text = Se quita para quienes dirigen la sala. No se puede deshacer.
lead-attendance-title = Quién estuvo
lead-attendance-text = Con los nombres de esta sala, mientras aquí se conserve algo.
lead-attendance-none = Todavía no estuvo nadie, hasta donde se conserva.
lead-unanswered = { $count ->
    [one] Una persona aún no ha dicho si sigue con usted.
   *[other] { $count } personas aún no han dicho si siguen con usted.
}
lead-unanswered-text = Hasta que acepten no leen nada de lo que se dice ahora, y usted no sabe quiénes son.
lead-go-on = Seguir sin ellas
lead-go-on-title = ¿Seguir sin quienes no han respondido?
lead-go-on-text = Salen de la sala. Pueden volver a pedir entrar en la puerta.
error-attested_before = Las claves del servidor se cambiaron después y el mensaje ya no se conserva. Nadie puede decir ya de quién era.
error-not_asking = Esta persona ya no pide entrar.
error-not_attested = Nadie ha enviado este mensaje en esta sala.
error-room_card_not_shared = Esta persona no ha compartido su ficha con usted.
