# A newer version
newer-label = Versión más reciente
newer-text = Hay una versión más reciente de esta aplicación. Se usará la próxima vez que abra la aplicación, o ahora: entonces esta ventana empieza de nuevo, y el mensaje que está escribiendo se conserva. Si está rellenando un formulario, termínelo antes.
newer-use = Usarla ahora
newer-later = Más tarde
strange-label = Aviso sobre esta aplicación
strange-title = El servidor ofrece un código del que no responde
strange-text = Cada versión de esta aplicación figura en un registro público, para que a nadie se le dé otra en secreto. Lo que el servidor ofrece ahora no está en él. Esta ventana sigue con la versión que usted tiene.
strange-what-now = No escriba aquí nada que nadie deba leer, deje esta ventana abierta y pregunte a la consulta por otra vía, por ejemplo por teléfono. Allí pueden averiguarlo con «alcove verify».

# Installing
install-title = Como aplicación en este dispositivo
install-text = Instalada, se abre como las demás aplicaciones, en su propia ventana, también sin conexión. Sigue siendo la misma aplicación, con el mismo bloqueo.
install-seen = Su nombre y su icono los verá entonces quien mire este dispositivo, y mostrarán que la usa. Si nadie debe verlo, elija antes otro nombre más arriba, en «Qué ven los demás de pasada».
install-called = Se instala con el nombre «{ $name }» y una hoja de papel como icono. En la lista de aplicaciones del navegador sigue apareciendo la dirección.
install-do = Instalar
install-menu = Si su navegador puede hacerlo, lo encontrará en su menú: «Instalar» o «Añadir a pantalla de inicio».
install-done = Aquí funciona como aplicación. Para quitarla, use la lista de aplicaciones del sistema; cerrar la sesión aquí es otra cosa.

# Being told
told-title = Enterarse cuando hay algo nuevo
told-text = Su navegador puede avisarle de que hay algo nuevo mientras la aplicación está cerrada. Está desactivado. Nunca dice qué es ni de quién.
told-on = Este navegador le avisa cuando hay algo nuevo y la aplicación no está abierta en ninguna parte: a los pocos segundos, y como mucho cada cinco minutos. Al cerrar la sesión se desactiva.
told-no-trace = Esta sesión no deja nada en el dispositivo, así que después aquí no se avisa a nadie.
told-offline = Se puede ajustar cuando haya conexión.
told-cannot = Este navegador no puede hacerlo aquí. En un iPhone o iPad, instale antes la aplicación (más abajo); en una ventana privada no funciona nunca.
told-words = Qué dice el aviso
told-words-hint = Muchos dispositivos lo muestran también cuando están bloqueados. El navegador añade su propio nombre y la dirección de este sitio, o el nombre de la aplicación instalada.
told-words-neutral = «Una novedad», con una hoja de papel
told-words-name = El nombre y el icono de esta ventana
told-words-quiet = «Una novedad», sin sonido
told-start = Avisarme
told-stop = No avisarme más
told-learns = Qué saben otros por ello
told-learns-maker = El fabricante de su navegador (como Google, Mozilla o Apple) lleva el servicio que trae estos avisos. Sabe que este navegador recibe mensajes de este servidor, y cuándo: todos tienen el mismo tamaño y no dicen nada. Puede saber qué navegador es, y a menudo de quién.
told-learns-server = El servidor guarda una dirección por la que se puede reconocer su navegador. Está cifrada, y se borra cuando cierra la sesión o desactiva esto.
told-learns-nearby = Quien esté cerca puede ver el aviso. Si eso pudiera ponerle en peligro, déjelo desactivado.
notice-neutral = Una novedad
