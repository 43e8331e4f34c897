# Bloqueo
lock-now = Bloquear
locked-title = Bloqueado
pin = PIN
unlock = Abrir
unlocking = Un momento…
attempts-left = { $count ->
    [one] Queda un intento. Si el próximo PIN no es correcto, se destruye todo lo que guarda este navegador.
   *[other] Quedan { $count } intentos. Después se destruye todo lo que guarda este navegador.
}
pin-forgotten = ¿No tiene el PIN a mano?
pin-forgotten-text = También se abre con el nombre de acceso y la frase de contraseña, sin perder nada. O haga que este navegador lo olvide todo.
use-passphrase = Usar la frase de contraseña
empty-browser = Vaciar este navegador
empty-browser-ask = ¿Vaciar este navegador?
empty-browser-text = Se destruye todo lo que guarda, como mensajes aún sin enviar. Su cuenta se conserva, y su frase de contraseña vuelve a abrirla.
lock-title = Bloqueo en este dispositivo
lock-text = Con un PIN de cuatro a ocho cifras, este navegador se bloquea solo cuando usted no está y cuando pulsa «Salir ya». Sin PIN, «Salir ya» cierra aquí su sesión y se le vuelve a pedir la frase de contraseña.
lock-text-set = Este navegador se bloquea cuando pulsa «Salir ya» o tres veces la tecla Escape, y siempre que se cierra su ventana.
lock-after = Bloquear si no se toca nada durante
lock-minutes = { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}
lock-never = Nunca por sí solo
lock-on-hide = Bloquear cuando la ventana no esté a la vista
lock-on-hide-hint = También cuando mire un momento otra pestaña o aplicación, o elija una foto.
lock-no-trace = Esta sesión no deja nada en el dispositivo, así que no hay nada que bloquear. «Salir ya» la cierra.
pin-set = Poner un PIN
pin-change = Cambiar el PIN
pin-new = PIN nuevo
pin-again = El mismo PIN otra vez
pin-hint = De cuatro a ocho cifras. Por favor, ningún cumpleaños, nada que pueda adivinar la gente cercana y no el PIN de su teléfono.
pin-save = Poner este PIN
pin-saving = Lo que guarda este navegador se está cerrando de nuevo…
pin-is-set = El PIN está puesto.
pin-remove = Quitar el PIN
pin-removed = El PIN se ha quitado.
lock-passkey-title = Llave de acceso
lock-passkey-name = Bloqueo de este navegador
lock-passkey-text = La huella, la cara o el código de este dispositivo pueden abrir el bloqueo, junto a un PIN o en su lugar. La llave se crea solo para este bloqueo; el servidor no sabe nada de ella. El dispositivo puede mostrarla entre sus llaves, con la dirección de este sitio.
lock-passkey-text-set = Una llave de acceso de este dispositivo abre el bloqueo. Cuando la quite aquí, puede borrarla también en los ajustes del dispositivo.
lock-passkey-impossible = Este navegador o dispositivo no puede abrir el bloqueo con una llave de acceso. Un PIN sí puede.
lock-passkey-set = Usar una llave de acceso
lock-passkey-is-set = Desde ahora la llave de acceso abre el bloqueo.
lock-passkey-remove = Quitar la llave de acceso
lock-passkey-removed = La llave de acceso se ha quitado.
lock-passkey-lost = ¿No funciona nada de esto?
unlock-passkey = Abrir con la llave de acceso
pin-limits = Qué puede un PIN y qué no
pin-limits-nearby = Frena a quien coge este dispositivo: tras cinco intentos equivocados se destruye todo lo que guarda este navegador. Su cuenta se conserva, y su frase de contraseña vuelve a abrirla.
pin-limits-copy = A quien sabe mucho de ordenadores y copia los archivos del navegador solo lo retrasa: puede probar todos los PIN de cuatro cifras en minutos y los de ocho en días o semanas. También podría encontrar archivos que el navegador tenía antes de poner el PIN. Si teme eso, use este servicio sin dejar rastro o en otro dispositivo.
pin-limits-forms = Lo que está escribiendo en un formulario queda en la memoria de esta ventana mientras está bloqueada, para que no se pierda. Un mensaje a medio escribir se guarda cerrado en el dispositivo.

# Sin dejar rastro
no-trace = Este dispositivo no es mío
no-trace-hint = Para un ordenador compartido o un teléfono prestado: esta aplicación no escribe nada en él, y al cerrar la ventana se cierra la sesión.
no-trace-limits = El propio navegador sí recuerda que se visitó este sitio, salvo que use una ventana privada. No deje que guarde su frase de contraseña y cierre la ventana al terminar.

# Aspecto
look-title = Qué ven los demás de pasada
look-called = Cómo se llama esta ventana
look-called-hint = En las pestañas, en la lista de ventanas abiertas y en el historial del navegador. El icono pasa a ser una hoja de papel, y los mensajes nuevos son solo «un elemento nuevo». La dirección no cambia, y lo que ya quedó anotado tampoco.
look-own = El nombre de la consulta
look-notes = Notas
look-recipes = Recetas
look-timetable = Horario
look-new = { $count ->
    [one] un elemento nuevo
   *[other] { $count } elementos nuevos
}
look-here = En este dispositivo, también antes de iniciar sesión
look-here-hint = Este navegador recordará entonces el otro nombre. Mientras carga una página, el de la consulta puede verse un momento.
look-hide = No mostrar nada mientras uso otra ventana
look-hide-hint = La pantalla queda en blanco cuando mira otra pestaña, ventana o aplicación, y vuelve con usted. Algunos teléfonos toman antes la imagen para su vista general.

# ¿Vigila alguien este dispositivo?
watched-link = ¿Puede alguien estar vigilando este dispositivo?
watched-title = ¿Puede alguien estar vigilando este dispositivo?
watched-lead = Algunas preguntas que hacerse antes de empezar. Son dos minutos.
watched-how = Respóndalas solo en su cabeza: aquí no se pregunta, envía ni anota nada.
watched-questions = Piense en la gente que le rodea
watched-unlocked = ¿Puede alguien abrir este dispositivo sin usted: porque sabe el PIN o porque lo abre su dedo o su cara?
watched-knows = ¿Sabe alguien cosas que solo podría saber por sus mensajes, sus llamadas o los lugares donde está?
watched-given = ¿Alguien le dio este dispositivo, se lo preparó o se lo llevó un tiempo?
watched-accounts = ¿Sabe alguien la contraseña de su correo o de su cuenta de Apple o Google, o paga su contrato?
watched-strange = ¿Hay una aplicación que usted no instaló, o el dispositivo se calienta y se descarga sin que lo use?
watched-shared = ¿Es un dispositivo de la familia, de la escuela, del trabajo o de una biblioteca?
watched-no = ¿No a todo?
watched-no-text = Entonces este dispositivo es seguramente un buen lugar para empezar. Más adelante puede poner un PIN en los ajustes, y «Salir ya» está siempre arriba.
watched-yes = ¿Algún sí, o dudas?
watched-yes-other = Si puede, empiece en otro dispositivo: uno que esa persona no haya tenido nunca en las manos, como el de alguien de su confianza.
watched-yes-account = Use allí cuentas y redes que no estén conectadas con las suyas.
watched-yes-wait = No borre ni cambie nada con prisa en este dispositivo. Quien vigila puede notarlo, y lo que hay en él puede servir después como prueba.
watched-yes-trace = En un dispositivo prestado, elija «Este dispositivo no es mío» al crear la cuenta o iniciar sesión, en una ventana privada.
watched-yes-help = Una línea de ayuda puede pensarlo con usted, también su seguridad en casa.
watched-limits = Ninguna página puede encontrar programas espía ni protegerle de ellos: quien controla un dispositivo ve lo que hay en su pantalla, también aquí.
