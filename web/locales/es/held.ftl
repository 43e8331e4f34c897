# Lo que el servidor sabe de mí
held-lead = Cada fila que el servidor guarda de esta cuenta, tal como la tiene. Puede leerla línea por línea, llevársela y ver qué la borra.
held-nothing = Nada
held-rows = { $count ->
    [one] { $count } fila
    [many] { $count } de filas
    *[other] { $count } filas
  }
held-why = Para qué
held-readers = Quién puede leerlo
held-kept = Cuánto tiempo
held-deleted-by = Qué lo borra
held-delete-settings = Cerrar la sesión del dispositivo, desactivarlo o sustituirlo:
held-delete-conversations = Olvidar una conversación, en sus detalles:
held-to-conversations = Sus conversaciones
held-to-access = Leer el registro de accesos
held-delete-account = Se va por sí solo, o con la cuenta:
held-conversation = Conversación con { $name }
held-stream-conversation = Una conversación
held-stream-history = Su historial, que nadie más puede leer
held-stream-room = Una sala
held-more = Mostrar más
held-replaced = No se muestra; el porqué está al final.
held-empty = vacío
held-not-title = Lo que el servidor no tiene
held-not-name = Su nombre, dónde vive o su teléfono. Lo que confía a su profesional sobre usted es para él texto cifrado.
held-not-pseudonym = Cómo se hace llamar.
held-not-login = Su nombre de acceso, su frase de contraseña y su código de recuperación: solo lo que los comprueba.
held-not-words = Lo que se dice y se envía en las conversaciones, también imágenes y voces: lo tiene cifrado y nunca tuvo las claves.
held-not-who = Quién escribió un mensaje y a qué hora. Donde los mensajes tienen un final, consta su hora o su día. Donde la consulta usa PostgreSQL, el registro de esa base de datos contiene horas hasta que se sobrescribe.
held-not-address = La dirección de red desde la que llega. No se guarda ni se anota en el registro.
held-not-looked = Lo que leyó, buscó o marcó con una estrella.
held-memory-title = Solo en la memoria de trabajo
held-memory-text = Todo esto desaparece cuando el servidor se detiene, la mayor parte mucho antes.
held-memory-connection = Mientras tiene conexión: la dirección de red de la conexión y de qué cuenta es.
held-memory-counts = Recuentos contra el abuso, durante un día como mucho: por su cuenta, o por una huella de la dirección de red cuya clave cambia cada hora.
held-memory-due = Que hay algo nuevo que avisarle, hasta que se le avise o lo mire.
held-memory-linking = Durante unos minutos, lo que sus dispositivos se dicen mientras se vincula uno, cifrado. Entre varios servidores de una consulta pasa, cifrado, por NATS.
held-beside-title = Lo que conviene saber además
held-beside-others = Que otra persona comparte una conversación consta en una fila suya, que solo se le muestra a ella. Así, el servidor sabe qué dos cuentas hablan, no quiénes son.
held-beside-numbers = No se muestran los números que cuentan las filas de todas las cuentas, porque dirían cuántas otras hay; ni cuántas veces se escribió la caja fuerte y qué día se creó el historial, porque eso diría qué cuenta de un nombre de acceso se usa.
held-beside-slots = El nombre de acceso de cada consultante tiene desde el principio una segunda cuenta de la misma forma. El servidor muestra a cada cuenta solo sus propias filas, y esta es aquella en la que ha iniciado sesión.
held-beside-backups = Las copias de seguridad contienen lo que había cuando se hicieron, hasta que la consulta las borra.
held-export-title = Llevárselo
held-export-text = Un archivo (JSON) con cada fila y todos los bytes. No abre ninguna conversación, pero dice cuánto se escribió, qué días empezaron las conversaciones y cuándo terminan sus sesiones.
held-pieces = Con los trozos de imágenes y archivos ({ $size })
held-pieces-hint = Están cifrados. Para ver imágenes y archivos, guarde la conversación.
held-progress = Cuánto se ha obtenido
held-form-clear = en claro
held-form-public = público
held-form-ciphertext = cifrado
held-form-keyed_hash = huella con clave
held-form-hash = huella
