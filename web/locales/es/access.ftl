# The access log: loaded when it is first needed.
access-title = Registro de accesos
access-text = Lo que se hizo con su cuenta: inicios de sesión, navegadores nuevos, claves cambiadas, partes abiertas de su ficha de acogida. Solo usted puede leerlo.
access-show = Abrir el registro de accesos
access-open = { $count ->
    [one] Hay una pregunta sobre una entrada
   *[other] Hay preguntas sobre { $count } entradas
  }
access-lead = Lo que se hizo con su cuenta, lo más reciente primero. Solo pueden leerlo sus propios navegadores.
access-none = Todavía no hay nada
access-none-text = A partir de su próximo inicio de sesión quedará anotado aquí.
access-calm = Nada de esto necesita una respuesta suya.
access-waiting = { $count ->
    [one] Queremos preguntarle por una entrada. Casi siempre hay una explicación sin importancia.
   *[other] Queremos preguntarle por { $count } entradas. Casi siempre hay una explicación sin importancia.
  }
access-to-first = Ir a ella
access-earlier = Mostrar anteriores
access-today = Hoy
access-yesterday = Ayer
access-nowhere = No se sabe en qué navegador

# What happened
access-log-in = Inicio de sesión
access-log-in-new = Inicio de sesión con un navegador nuevo
access-recovered = Entrada con el código de recuperación
access-linked = Otro navegador vinculado
access-passphrase = Frase de contraseña cambiada
access-recovery-code = Nuevo código de recuperación
access-passkey = Llave de acceso añadida
access-one-time-code = Código de un solo uso utilizado
access-sessions-ended = Sesiones cerradas en los demás navegadores
access-renewed = Renovado el registro de la frase de contraseña
access-all-ended = La consulta cerró las sesiones de todo el mundo
access-mail = Dirección de correo indicada
access-mail-removed = Dirección de correo quitada
access-push = Avisos activados en un navegador
access-push-removed = Avisos desactivados en un navegador
access-anew = Se siguió con otro registro de accesos
access-unreadable = Algo que no se puede leer
access-more = { $count ->
    [one] Lo mismo una vez más ese día
   *[other] Lo mismo { $count } veces más ese día
  }
access-expired = { $count ->
    [one] Una entrada que nadie recogió a tiempo
   *[other] { $count } entradas que nadie recogió a tiempo
  }
access-begun = Comienza el registro de accesos
access-opened-medical = { $name } ha abierto su información médica
access-opened-contact = { $name } ha abierto su nombre real y su contacto de emergencia
access-opened-card = { $name } ha abierto su ficha de acogida
access-exported-conversation = Una conversación guardada como archivo
access-exported-record = Un registro sellado guardado como archivo
access-exported-held = Lo que sabe el servidor, guardado como archivo
access-exported-log = El registro de accesos guardado como archivo
access-policy = Aceptada la versión { $version } de la política de privacidad
access-compared = Comparado el número de seguridad con { $name }

# What it means
access-means-log-in = Se introdujeron su nombre de acceso y su frase de contraseña.
access-means-session = Lo dice este mismo navegador. El servidor solo lo contó.
access-means-recovered = Se introdujo su código de recuperación, que abre la cuenta sin la frase de contraseña.
access-means-linked = Lo dejó entrar un navegador que ya tenía la sesión abierta, sin frase de contraseña.
access-means-passphrase = Desde entonces solo la nueva abre su cuenta.
access-means-recovery-code = Desde entonces solo vale el nuevo.
access-means-passkey = Desde entonces confirma un inicio de sesión como las anteriores.
access-means-one-time-code = Sustituyó a una llave de acceso y ya está gastado.
access-means-sessions-ended = Desde entonces no pueden leer nada nuevo.
access-means-renewed = El servidor recibió claves nuevas y con ellas se rehízo lo que comprueba su frase de contraseña. La frase en sí no cambia.
access-means-all-ended = Se cerraron las sesiones de todo el mundo, no solo las suyas. Una consulta lo hace cuando quiere ir sobre seguro.
access-means-mail = Cuando hay algo nuevo, se envía allí un correo sin contenido.
access-means-mail-removed = Ya no se envía ningún correo cuando hay algo nuevo.
access-means-push = Muestra que hay algo nuevo, y nada de lo que es.
access-means-push-removed = Ya no muestra que hay algo nuevo.
access-means-anew = Alguien aceptó en este navegador que el servidor mostrara un registro de accesos distinto del de antes.
access-means-unreadable = El servidor anotó algo que sus claves no abren.
access-means-more = Lo que se repite muchas veces en un día, el servidor solo lo cuenta.
access-means-expired = El servidor guarda una entrada 90 días. En ese tiempo ninguno de sus navegadores estuvo aquí.
access-means-begun = Desde aquí queda todo anotado; lo anterior, no.
access-means-opened = Se le avisó enseguida.
access-means-exported = Alcove ya no puede proteger un archivo. Guárdelo bien.
access-means-policy = Puede volver a leer la política cuando quiera.
access-means-compared = Los dos números eran iguales, así que nadie está en medio.

# The question, and the answers
access-ask = ¿Ha sido usted?
access-mine = He sido yo
access-not-mine = No he sido yo
access-why-unknown = Aún no ha dicho si este navegador es suyo.
access-why-nobody = Ninguno de sus navegadores dice haber sido. Una ventana privada que se cerró enseguida puede ser la causa.
access-why-rare = Ocurre tan pocas veces que siempre preguntamos.
access-why-unreadable = Puede ser un error del servidor.
access-said-mine = Usted dijo: he sido yo.
access-said-not-mine = Usted dijo: no he sido yo.
access-otherwise = Responder otra cosa
access-do = Qué puede hacer ahora
access-no-fault = Ha hecho bien en mirar. Nada de esto es culpa suya, y puede volver a cerrar la puerta:
access-do-exported = Un archivo que alguien se llevó no se puede recuperar. Sí puede hacer que no haya más.
access-do-end = Cierre la sesión del navegador que no reconoce. Así ya no podrá leer nada.
access-do-passphrase = Cambie su frase de contraseña y cree con ella un nuevo código de recuperación. Los anteriores ya no abrirán nada.
access-do-reach = Mire en los ajustes adónde van los correos y los avisos, y quite lo que no sea suyo.
access-do-near = Si ha podido ser alguien cercano y siente que no está a salvo, no tiene que resolverlo a solas.

# What it is worth
access-signed-title = Por qué puede fiarse de él
access-signed-text = Cada uno de sus navegadores firma con la clave de usted lo que anota, y cada entrada nombra la anterior. Este navegador recuerda la última que vio.
access-signed-server = Por eso el servidor no puede quitar, cambiar ni mover nada sin que se note: este navegador lo vería y lo diría encima de cada pantalla.
access-cannot-title = Lo que no puede mostrar
access-cannot-before = Lo que pasó antes de que comenzara.
access-cannot-server = Lo que un servidor que quiera engañar no llegue a anotar. Lo que está aquí no lo puede quitar, ni omitir sus propios inicios de sesión sin que se note.
access-cannot-who = Quién estaba ante el navegador. Se conoce el navegador, no la persona.
access-cannot-read = Lo que se leyó o se escribió. Eso nadie lo anota.
access-cannot-seen = Lo que ve quien mira su pantalla o usa su dispositivo desbloqueado.
access-cannot-passphrase = Quien tiene su frase de contraseña también puede anotar cosas. Así puede engañar a un navegador nuevo, no a uno que ya estaba aquí.

# Above every screen
access-bar = Queremos preguntarle por algo de su registro de accesos.
access-bar-show = Verlo
access-alarm-label = Aviso sobre el registro de accesos
access-alarm-title = Algo no cuadra en su registro de accesos
access-alarm-access_older = Puede ser que la consulta haya restaurado el servidor desde una copia de seguridad. También puede ser que alguien quiera ocultar lo que hizo con su cuenta.
access-alarm-access_broken = Puede ser un error del servidor. También puede ser que alguien quiera ocultar lo que hizo con su cuenta.
access-alarm-access_foreign = Eso solo puede hacerlo quien tenga las claves de su cuenta, o una copia de este navegador. Lo más seguro es cerrar las demás sesiones y cambiar la frase de contraseña.
access-alarm-access_unnoted = Así que puede haber omitido otros. Su inicio de sesión funcionó y no se ha perdido nada.
access-alarm-do = Pregunte a la consulta por otro medio que no sea esta aplicación, por teléfono por ejemplo, y léales la frase de arriba. Hasta entonces aquí no se anota nada más. Nada de esto es culpa suya.
access-alarm-settings = Ir a los ajustes
access-accept = Me lo han explicado
access-accept-title = ¿Seguir con lo que el servidor muestra ahora?
access-accept-text = Hágalo solo si alguien de la consulta le ha dicho, por otro medio que no sea esta aplicación, por qué es así. Lo que este navegador vio antes y el servidor ya no tiene desaparecerá de la lista.
access-accept-do = Seguir con ello

error-access_broken = El servidor muestra un registro de accesos distinto del de antes, o falta algo en él.
error-access_foreign = En su registro de accesos hay una entrada en nombre de este navegador que él no escribió.
error-access_older = El servidor muestra un registro de accesos más antiguo que antes.
error-access_unnoted = El servidor no ha anotado su inicio de sesión.

access-take-title = Llevarse el registro
access-take-text = Un archivo (JSON) con cada entrada, en palabras y completa. Muestra cuándo estuvo usted aquí y con qué navegadores. Guárdelo bien.
access-take-so-far = { $so } entradas hasta ahora
