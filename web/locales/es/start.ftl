# Elegir a alguien
start-title = Encuentre con quién hablar
start-lead = Tómese su tiempo. Puede leer aquí sobre cada persona, y cómo se le protege a usted, antes de contar nada.
first-title = ¿Prefiere no elegir?
first-text = Le llevamos a alguien que ahora admite nuevas solicitudes. Usted decide si sigue.
first-text-language = Le llevamos a alguien que ahora admite nuevas solicitudes y escribe en { $language }. Usted decide si sigue.
first-available = Primera persona disponible
choices-title = Quién está aquí
choices-count = { $count ->
    [0] Nadie
    [one] 1 profesional
   *[other] { $count } profesionales
}
filter-label = Acotar la lista
filter-language = Idioma
filter-speciality = De qué se trata
filter-any = Cualquiera
filter-accepting = Admite nuevas solicitudes
choose = Elegir a { $name }
choice-more = Más sobre { $name }
choice-confirmed = Confirmado por la consulta
choice-requested = { $name } tiene su solicitud y le responderá.
choice-open = Ya está hablando con { $name }.
go-to-conversation = Ir a su conversación
nobody-title = Aún no hay nadie en la lista
nobody-text = La consulta todavía no ha publicado ningún perfil. Vuelva a mirar más adelante o póngase en contacto.
nobody-fits-title = Nadie coincide con todo esto
nobody-fits-text = Muchas personas ayudan también con lo que no está en su lista. Mire a todo el mundo.
show-all = Mostrar a todo el mundo

# Donde no se puede pedir
not-now-title = Ahora no es posible
not-now-gone = Esta persona no está en la lista, o ya no. Quizá otras puedan ayudarle ahora.
not-now-closed = { $name } no admite nuevas solicitudes por ahora. Quizá otras personas puedan ayudarle.
not-now-no-consent = { $name } aún no tiene texto de consentimiento, y sin él no puede empezar una terapia. Quizá otras personas puedan ayudarle ahora.
not-now-kept = Lo que ha escrito sigue aquí. Puede llevárselo a otra persona y repasarlo antes de que se envíe nada.
see-everybody = Ver quién está aquí
everybody = Profesionales de la consulta
in-touch-title = Ya están en contacto

# Paso a paso
start-step-protection = Protección
start-step-consent = Consentimiento
start-step-intake = Ficha de acogida
start-step-review = Repaso
start-protection-title = Cómo se le protege
start-consent-title = A qué da su acuerdo
start-intake-title = Qué le trae aquí
start-review-title = Repáselo una vez más

protection-lead = Lea esto primero. Aún no se le pide nada y no se envía nada antes del último paso.
protection-readers = Quién puede leer lo que escribe
protection-readers-text = Solo usted y { $name }. Sus palabras se cierran con llave en este dispositivo antes de salir de él. Ni la consulta, ni otros profesionales, ni quienes gestionan el servidor pueden abrirlas.
protection-server = Qué ve el servidor
protection-server-text = Que su cuenta y la de { $name } comparten una conversación, qué días se envía algo, más o menos cuánto y quién está conectado. Ni su seudónimo ni una sola palabra.
protection-sealed = Qué queda sellado
protection-sealed-text = La información médica, su nombre real y un contacto de emergencia, si es que los da. { $name } solo puede abrirlos indicando un motivo, y se le dice a usted cuándo y por qué.
protection-ending = Puede parar cuando quiera
protection-ending-text = Puede retirar su solicitud, retirar su consentimiento, terminar la conversación o eliminar su cuenta, sin pedir permiso a nadie.
unprotected-title = Qué no está protegido
unprotected-device = Este dispositivo. Quien lo controla, o conoce su frase de contraseña, puede leer lo mismo que usted.
unprotected-watched = Su pantalla, si alguien mira por encima de su hombro. «Salir ya», arriba, o tres veces la tecla Escape le llevan enseguida a una página inofensiva.
unprotected-law = La confidencialidad tiene límites. En algunas situaciones, como un peligro para la vida, la ley puede obligar a { $name } a comunicar algo. Cuáles son, lo lee en la página siguiente.
protection-more = Seguridad, en detalle (se abre en otra pestaña)

consent-step-lead = Esto es lo que le ofrece { $name } y cómo trabajarían. Léalo con calma.
consent-recorded = Su acuerdo queda anotado dentro del cifrado, solo para usted y { $name }. Puede volver a leer este texto y retirar su acuerdo en cualquier momento.
consent-agree = Lo he leído y estoy de acuerdo

intake-lead = Esta ficha es solo para { $name }. Tan corta o tan larga como quiera.
intake-reason-hint = No hay respuestas equivocadas, y bastan unas palabras. Más adelante puede decir más.
intake-region-hint = Para que { $name } sepa qué servicios de emergencia tiene usted cerca. Por ejemplo: Valencia, España
intake-sealed-title = La parte sellada
intake-sealed-text = Sigue sellada hasta que { $name } la abra por un motivo que indique. Se le dice a usted cuándo y por qué. Puede dejarla vacía.
intake-medical-hint = Enfermedades, medicación, un embarazo: lo que pueda ser importante.
intake-real-name-hint = Solo si quiere darlo. Ayuda si la ayuda tiene que llegar hasta usted.
intake-emergency-contact-hint = ¿A quién puede llamar { $name } si usted está en peligro? Un nombre y un número.

review-lead = Aún no se ha enviado nada. Esto es lo que recibe { $name }.
review-agreed = Leído y aceptado, versión { $version }
review-sealed = Sellado
review-nothing = Sin indicar
request-then = { $name } acepta después, le pregunta algo antes o le dice quién puede ayudarle mejor. La respuesta la verá en «Conversaciones».
request-send = Enviar a { $name }
request-sending = Su ficha se está sellando y enviando…

error-consent_not_agreed = Marque esta casilla cuando haya leído el texto y esté de acuerdo. Si no lo está, puede volver atrás; no se envía nada.
error-intake_reason_missing = Escriba unas palabras, aunque sean pocas. «No sé por dónde empezar» es suficiente.
error-intake_region_missing = Indique un país o una región. No hace falta decir con más precisión dónde está.

intake-before = Ya estuve aquí y no puedo volver a entrar
intake-before-text = Si acordó una palabra clave con { $name }, dígala aquí con el seudónimo que tenía. Solo { $name } puede leerla, y seguramente querrá oír también su voz; lo que se dijo entonces sigue cerrado al principio.
intake-former-name = Su seudónimo anterior
