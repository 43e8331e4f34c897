# La lista
list-title = Conversaciones
list-requests = Solicitudes
list-open = Abiertas
list-over = Terminadas
list-alert = Se ha rechazado algo por su seguridad
list-coming = Sus conversaciones están llegando a este navegador…
list-empty-title = Aún no habla con nadie
list-empty-text = Mire quién está aquí y elija a alguien. Antes de contar nada podrá leer cómo se le protege.
list-empty-go = Encontrar con quién hablar
state-requested-practitioner = A la espera de respuesta
state-requested-client = Solicitud
state-declined-practitioner = No aceptada
state-declined-client = No aceptada
state-referred-practitioner = Derivada a otra persona del equipo
state-referred-client = Derivada
state-ended-practitioner = Terminada
state-ended-client = Terminada

# Una conversación
conversation-title = Conversación
conversation-lost-title = Esta conversación no está aquí
conversation-lost-text = Quizá sea de otra cuenta o la dirección no esté completa.
details = Detalles
details-title = Sobre esta conversación
private = Solo ustedes dos
private-compared = Solo ustedes dos. Comparado.
timeline-label = Mensajes
earlier = Mensajes anteriores
earlier-loading = Llegan los mensajes anteriores…
new-messages = Nuevo
later = Mensajes posteriores
later-loading = Llegan los mensajes posteriores…
new-below = Hay mensajes nuevos abajo
to-newest = A los mensajes más recientes
said-by-me = Usted:
said-by = { $name }:
typing = { $name } está escribiendo…
delivery-queued = Espera en este dispositivo
delivery-sending = Enviando
delivery-sent = Enviado
delivery-delivered = Entregado
delivery-read = Leído

# Escribir
composer = Mensaje para { $name }
composer-client = Preguntar antes algo a { $name }
composer-practitioner = Responder a { $name }
composer-keys = Intro envía; Mayús + Intro empieza una línea nueva.
composer-offline = Lo que envíe espera en este dispositivo y sale solo en cuanto haya conexión.
composer-room = { $room ->
    [one] Cabe un carácter más.
   *[other] Caben { $room } caracteres más.
}
composer-too-long = { $over ->
    [one] Sobra un carácter para un solo mensaje. Envíelo en dos partes, por favor.
   *[other] Sobran { $over } caracteres para un solo mensaje. Envíelo en dos partes, por favor.
}
send = Enviar

# Mientras no se puede escribir
standing-requested-client = { $name } tiene su solicitud. En cuanto haya respuesta, la verá aquí.
standing-requested-practitioner = Esta solicitud espera su respuesta.
standing-declined-client = { $name } no puede atenderle ahora. Puede pedírselo a otra persona.
standing-declined-practitioner = Usted no ha aceptado esta solicitud.
standing-referred-client = { $name } cree que otra persona del equipo puede ayudarle mejor.
standing-referred-practitioner = Usted ha derivado a { $name } a otra persona del equipo.
standing-ended-client = Esta conversación ha terminado. Puede seguir leyéndola.
standing-ended-practitioner = Esta conversación ha terminado. Puede seguir leyéndola.
standing-open-client = Ahora mismo no se puede escribir aquí.
standing-open-practitioner = Ahora mismo no se puede escribir aquí.
away = { $name } está fuera hasta el { $date }.
meanwhile-title = Cuándo responde { $name }
standing-find = Buscar a otra persona
standing-crisis = Si no puede esperar: ayuda en una crisis

# Qué ha pasado
notice-requested-client = Usted ha pedido terapia a { $name }.
notice-requested-practitioner = { $name } le pide terapia.
notice-asked-back-client = { $name } tiene una pregunta antes de decidir. Puede responder abajo.
notice-asked-back-practitioner = Usted ha preguntado antes de decidir. { $name } ya puede responder.
notice-accepted-client = { $name } ha aceptado. Desde ahora pueden escribirse.
notice-accepted-practitioner = Usted ha aceptado. Desde ahora pueden escribirse.
notice-declined-client = { $name } no puede atenderle ahora y le ha escrito:
notice-declined-practitioner = Usted no ha aceptado y ha escrito:
notice-referred-client = { $name } cree que { $to } puede ayudarle mejor y le ha escrito:
notice-referred-practitioner = Usted ha derivado a { $name } a { $to } y ha escrito:
referred-go = Ver a { $to }
notice-consent-agreed-client = Usted ha aceptado la versión { $version } del consentimiento informado.
notice-consent-agreed-practitioner = { $name } ha aceptado la versión { $version } de su consentimiento informado.
notice-consent-revoked-client = Usted ha retirado su consentimiento. La conversación ha terminado.
notice-consent-revoked-practitioner = { $name } ha retirado el consentimiento. La conversación ha terminado.
notice-sealed-opened-client = { $name } ha abierto una parte sellada de su ficha de acogida: { $part }. El motivo indicado:
notice-sealed-opened-practitioner = Usted ha abierto una parte sellada de la ficha de acogida: { $part }. Se ha comunicado a { $name } el motivo:
notice-device-added-mine = Usted usa esta conversación en un navegador más.
notice-device-added-theirs = { $name } usa esta conversación en un navegador más.
notice-device-removed-mine = Uno de sus navegadores ha salido de esta conversación.
notice-device-removed-theirs = Uno de los navegadores de { $name } ha salido de esta conversación.
notice-ended-mine = Usted ha terminado esta conversación.
notice-ended-theirs = { $name } ha terminado esta conversación.
notice-account-deleted = { $name } ha eliminado su cuenta. Las claves de esta conversación ya no existen en su lado.
notice-unreadable = Aquí hay algo que no puede leerse en este navegador.
notice-unknown = Aquí hay algo que necesita una versión más nueva de esta página. Vuelva a cargarla, por favor.

# Qué se ha rechazado
security-title = Se ha rechazado algo por su seguridad
security-unauthorised-commit = Alguien ha intentado cambiar sin permiso quién participa en esta conversación.
security-unauthorised-payload = Se ha enviado algo en un nombre que no puede enviarlo.
security-bad-credential = Un dispositivo ha llegado con claves que no son de la persona que dice ser.
security-altered-record = Algo se ha modificado en el camino.
security-replayed-record = Alguien que no participa en esta conversación ha enviado algo por segunda vez.
security-reordered-record = Los mensajes han llegado en un orden distinto del que se escribieron.
security-missing-record = Un mensaje enviado no ha llegado.
security-forgotten-early = Algo que debía conservarse ya no está en el servidor.
security-unprovable-record = Se ha rechazado algo que nadie habría podido denunciar.
security-wrong-epoch = Algo estaba cerrado con claves que ya no valen.
security-what-now = No se ha admitido. Lo que usted ha escrito sigue siendo privado. Si vuelve a ver esto, compare el número de seguridad y avise a la consulta.
safety-open = Ver el número de seguridad

# Solicitud
request-title = { $name } le pide ayuda
request-sealed-note = Las partes selladas siguen cerradas hasta que usted las abra en «Detalles» por un motivo que indique. La otra persona lo sabrá.
request-ask-note = Si antes necesita saber algo, escríbalo abajo: llega como pregunta y la solicitud sigue abierta.
accept = Aceptar
refer = Derivar a otra persona
decline = No aceptar
decline-title = ¿No aceptar la solicitud de { $name }?
decline-text = { $name } leerá sus palabras tal como están aquí. Una palabra amable, y dónde más hay ayuda, importan mucho en este momento.
decline-words = Sus palabras
decline-starter = Gracias por su confianza y por haber escrito. Siento no poder atenderle en este momento. Eso no dice nada de usted ni de lo que le preocupa. Por favor, no se rinda: quizá otra persona del equipo tenga sitio, y la ayuda en una crisis, arriba en la página, responde a cualquier hora.
decline-submit = No aceptar
refer-title = ¿Derivar a { $name } a otra persona del equipo?
refer-text = { $name } llegará al perfil que usted elija y podrá escribir allí. No se transmite nada de la ficha de acogida.
refer-to = A quién
refer-nobody = Ahora nadie del equipo admite nuevas solicitudes.
refer-words = Sus palabras
refer-starter = Gracias por su confianza y por haber escrito. Creo que otra persona de mi equipo puede ayudarle en esto mejor que yo, y me alegraría que le escribiera.
refer-submit = Derivar

# Ficha de acogida
intake-title = Ficha de acogida
intake-title-own = Su ficha de acogida
intake-reason = Motivo de consulta
intake-region = País o región
intake-sealed = Partes selladas
intake-sealed-none = No se dio ninguna
intake-real-name = Nombre real
intake-emergency-contact = Contacto de emergencia
sealed-medical = Información médica
sealed-contact = Nombre real y contacto de emergencia
sealed-open-medical = Abrir la información médica
sealed-open-contact = Abrir el nombre real y el contacto de emergencia
sealed-open-text = Se comunica enseguida a { $name } que usted lo ha abierto, cuándo y el motivo que indique. Solo lo verá después de que eso se haya enviado.
sealed-open-reason = Motivo
sealed-open-submit = Abrir y comunicarlo
sealed-not-opened = { $name } no lo ha abierto.
sealed-not-opened-yet = Sin abrir hasta ahora.
sealed-opened-on = Abierto el { $date } a las { $time }:

# Consentimiento informado
consent-agreed-on = Versión { $version } aceptada el { $date }.
consent-revoked-on = Retirado el { $date }.

# Número de seguridad
safety-title = Número de seguridad
safety-text = Cuando hable con { $name } por teléfono o en persona, léanse estas palabras. Si ven las mismas, no hay nadie en medio.
safety-words = Número de seguridad en palabras
safety-other-forms = Como código QR y en cifras
safety-qr = Número de seguridad como código QR
safety-compared = Comparado: igual en ambos lados
safety-same = Lo hemos comparado: es igual
safety-undo = Deshacer
safety-differs = ¿No es igual?
safety-differs-text = Entonces no escriba aquí nada privado por ahora. Vuelvan a cargar la página en ambos lados y comparen otra vez. Si sigue siendo distinto, puede que haya alguien en medio: avise a la consulta por la página de contacto y acuerden otra forma de hablar.

# Terminar
ending-title = Terminar
end = Terminar esta conversación
end-title = ¿Terminar esta conversación?
end-text-client = Se avisa a { $name }. Ambas partes pueden seguir leyendo lo dicho, pero ya no escribir. Si más adelante quiere volver a hablar, puede pedirlo de nuevo.
end-text-practitioner = Se avisa a { $name }. Ambas partes pueden seguir leyendo lo dicho, pero ya no escribir. Por favor, despídase antes.
end-withdraw = Retirar mi solicitud
end-withdraw-title = ¿Retirar su solicitud?
revoke-consent = Retirar mi consentimiento
revoke-consent-title = ¿Retirar su consentimiento?
revoke-consent-text = La conversación termina y se avisa a { $name } de que usted ha retirado su consentimiento. Lo acordado y dicho antes lo pueden seguir leyendo ambas partes.

code-word-title = Palabra clave
code-word-text-client = Con ella { $name } puede reconocerle si alguna vez pierde la frase de contraseña y el código de recuperación. Acuérdenla en persona o por teléfono, y no la apunte donde otros miran.
code-word-text-practitioner = Con ella puede reconocer a { $name } si pierde la frase de contraseña y el código de recuperación. Acuérdenla en persona o por teléfono.
code-word-agreed = Acordada:
code-word-proposed-mine = Usted propuso esta; { $name } aún tiene que aceptarla:
code-word-proposed-theirs = { $name } propone:
code-word-agree = Aceptarla
code-word-propose = Proponer una palabra clave
code-word-other = Proponer otra
code-word-submit = Proponerla
code-word = Palabra clave
code-word-hint = Dos palabras que nadie relacionaría con usted. Los acentos, las mayúsculas, los espacios y los guiones no importarán después.
notice-code-word-proposed-mine = Ha propuesto una palabra clave. Está en los detalles.
notice-code-word-proposed-theirs = { $name } propone una palabra clave. Está en los detalles.
notice-code-word-agreed = Han acordado una palabra clave. Está en los detalles.
notice-vouched-client = { $name } le reconoce: esta conversación continúa una anterior. Lo que se dijo allí sigue cerrado mientras { $name } no lo comparta. Comparen de nuevo el número de seguridad.
notice-vouched-practitioner = Ha respondido por { $name }: esta conversación continúa una anterior. Comparen de nuevo el número de seguridad.
notice-continued-client = Otra cuenta dio a { $name } su nombre y la palabra clave, y { $name } sigue con ella en una conversación nueva.
notice-continued-practitioner = Ha respondido por que { $name } sigue en una conversación nueva.
notice-objected-client = Ha dicho que no era usted.
notice-objected-practitioner = { $name } dice: no era yo.
returning-title = Ya estuvo aquí
returning-says = Esta persona dice ser { $name } y haber perdido todo acceso a aquella cuenta.
returning-matches = La palabra clave es la que acordó con { $name }.
returning-differs = La palabra clave no es la que acordó con { $name }.
returning-nobody = No tiene ninguna conversación con alguien que se llame { $name }.
returning-no-word = Nunca acordó una palabra clave con { $name }.
returning-too-many = Se han probado demasiadas palabras clave equivocadas para { $name }, así que ya no se compara ninguna.
returning-attempts = { $count ->
    [one] Es la primera solicitud que nombra a esta persona.
   *[other] Es la solicitud número { $count } que nombra a esta persona.
}
returning-voice = Antes de decidir, compruébelo por otra vía: por la voz o en persona. No diga qué parte estaba mal.
returning-vouch = Responder por esta persona
returning-vouch-text = Las dos conversaciones lo dirán, también a la cuenta anterior, que puede oponerse. Lo que se dijo antes sigue cerrado para { $name }.
returning-vouched = Ha respondido por esta persona
returning-share = Compartir la conversación anterior
returning-share-text = Todo lo que se dijo allí se envía a { $name } como archivo en esta conversación. No se puede retirar.
returning-objected = La cuenta anterior de { $name } dice que esta es otra persona. No cuente aquí nada en confianza antes de haber hablado con la persona.
continued-text = Alguien con otra cuenta ha dado su nombre y su palabra clave, y { $name } cree que es usted. ¿Era usted?
continued-object = No era yo
continued-objected = { $name } sabe ahora que no era usted. Hablen por otra vía y acuerden otra palabra clave.
