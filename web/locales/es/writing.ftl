# Qué se puede hacer con un mensaje
message-menu-mine = Su mensaje de las { $time }: qué hacer con él
message-menu-theirs = Mensaje de { $name } de las { $time }: qué hacer con él
reply = Responder
answering = Responde a { $name }
answering-me = Responde a su propio mensaje
answering-leave = No responder a este mensaje
quote-answers = En respuesta a
quote-me = Usted
quote-not-here = Responde a un mensaje que no está en este navegador.

# Editar y retirar
edit = Editar
edit-title = Edite su mensaje
edit-words = Sus palabras
edit-hint = { $name } ve que usted lo ha editado y puede leer lo que decía antes.
edit-submit = Guardar
edited = Editado
wordings-title = Lo que decía antes este mensaje
wording-at = { $date }, { $time }
wording-now = como está ahora
take-back = Retirar
take-back-title = ¿Retirar este mensaje?
take-back-text = Sus palabras desaparecen de esta conversación en ambos lados, y ambas partes ven que se retiró un mensaje. Puede que { $name } ya las haya leído, y un dispositivo apagado no las olvida hasta que vuelve a tener conexión.
taken-back-mine = Usted ha retirado este mensaje.
taken-back-theirs = { $name } ha retirado este mensaje.
taken-back-short = Retirado

# Reacciones
react = Reaccionar
react-with = Reaccionar con { $emoji }
react-other = Otra reacción
react-other-title = Otra reacción
react-field = Su reacción
react-hint = Un solo carácter, por ejemplo un emoji de su teclado.
react-submit = Reaccionar
reactions = Reacciones
reaction-mine = de usted
reaction-theirs = de { $name }
reaction-both = de usted y de { $name }

# Buscar
search = Buscar
search-words = Palabras que buscar
search-hint = Basta el comienzo de las palabras. Solo busca este dispositivo; no se pregunta nada al servidor.
search-everywhere = En todas las conversaciones
search-found = { $total ->
    [0] No se ha encontrado nada.
    [one] Se ha encontrado un mensaje.
   *[other] Se han encontrado { $total } mensajes; se muestran los { $shown } más recientes.
}
search-at = { $date }, { $time }
search-mine = Usted
search-mine-to = Usted a { $name }
search-day = Ir a un día
search-date = Día
search-go = Ir
search-day-none = Ese día no se dijo nada, ni después.

# Estrellas
star = Destacar, solo para mí
unstar = Quitar la estrella
starred = Destacados
starred-one = Destacado.
starred-none = Destaque un mensaje para volver a encontrarlo aquí. Sus estrellas solo las ve usted.

# Frases rápidas
phrases = Frases rápidas
phrases-none = Aquí puede esperar lo que escribe una y otra vez: un saludo, cómo contactar en una crisis, la próxima cita.
phrase-new = Frase nueva
phrase-change = Cambiar
phrase-change-this = Cambiar «{ $phrase }»
phrase-words = Frase
phrase-hint = Se coloca donde está escribiendo, y puede cambiarla allí antes de enviarla.
phrase-save = Guardar
phrase-remove = Quitar
