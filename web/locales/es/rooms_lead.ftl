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
lead-days-hint = Después, lo dicho desaparece del servidor y de todos los dispositivos.
lead-days-told = Lo que se dice aquí se conserva { $time }.
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
lead-ban-text = Sale de la sala y no podrá pedir entrar de nuevo, con ningún nombre. Las demás personas solo ven que se fue. No se puede deshacer.
lead-banned = { $name } no podrá volver.

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
lead-open-title = La sala está cerrada
lead-open-text = Todo el mundo puede leer lo que se dijo. Nadie puede escribir ni entrar.
lead-open = Abrirla de nuevo
lead-face-title = Lo que ven las demás personas
lead-face-text = Lo firma quien dirige la sala. Los dispositivos de las demás personas lo comprueban.
