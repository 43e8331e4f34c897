# Lo que se dice a quienes afecta
told-cover-title = Un mensaje para usted
told-cover-lead = Es de la consulta. Conviene leerlo cuando nadie mire por encima de su hombro.
told-cover-text = No hay que hacer nada en este momento. Si no es buen momento, puede esperar.
told-read = Leer ahora
told-later = Más tarde
told-bar-label = Un mensaje
told-bar = Un mensaje de la consulta le espera.
told-open = Abrir
told-notice-title = De la consulta
told-no-fault = Nada de esto es culpa suya.
told-no-fault-text = No hizo nada malo al confiarnos lo que dijo. De lo ocurrido respondemos nosotros.
told-no-fault-acquaintance = No hizo nada malo, le digan lo que le digan. Nadie tenía derecho a leer ni a contar lo que es suyo.
told-happened = Qué ha pasado
told-means = Qué significa para usted
told-did = Qué hemos hecho
told-can = Qué puede hacer usted
told-here = Esto puede hacerlo aquí
told-passphrase = Nueva frase de contraseña
told-talk = Hablarlo en una conversación
told-export = Llevarse lo que tiene el servidor
told-practice-phone = La consulta, por teléfono
told-practice-mail = La consulta, por correo
told-emergency = En una emergencia
told-confirm-text = Cuando lo haya leído, díganoslo. La consulta ve entonces un número mayor en uno: no quién ni cuándo.
told-confirm = Lo he leído
told-before-title = Lo que le dijo la consulta
told-before-lead = Cada aviso queda aquí durante un año.
told-before-none = Nada
told-before-none-text = La consulta no tuvo nada de este tipo que decirle.
told-of = Del { $date }

# El registro de las personas responsables
breach-title = Si hay una brecha
breach-lead = Todo para el día en que salió algo que no debía salir. Paso a paso.
breach-first-title = Primero
breach-first-breathe = Respire y busque a una segunda persona que le acompañe. La ley le da 72 horas.
breach-first-stop = Detenga lo que sigue pasando: cierre todas las sesiones y no admita cuentas nuevas. Ambas cosas se pueden deshacer.
breach-first-write = Anote lo que sabe ahora, aunque sea poco. Los plazos corren desde que lo supo.
breach-first-tell = Dígaselo a quienes afecta, antes de saberlo todo, con palabras claras y amables.
breach-new = Anotar una brecha
breach-new-lead = Lo que aún no sepa puede quedar vacío. Guarde lo que tenga; puede seguir en cualquier momento.
breach-entries = El registro
breach-none = No hay nada anotado
breach-none-text = Ojalá siga así. Si pasa algo, aunque sea pequeño, anótelo aquí: la ley pide también lo pequeño.
breach-readers = { $count ->
    [one] Sellado: puede leerlo { $count } responsable. Si pierde su cuenta, se pierde el registro: invite a otra persona responsable.
    [many] Sellado: { $count } de responsables pueden leer lo que se guarda ahora.
    *[other] Sellado: { $count } responsables pueden leer lo que se guarda ahora.
  }
breach-unreadable = No se puede abrir
breach-unreadable-text = Se selló antes de que usted fuera responsable. Otra persona responsable puede abrirlo y guardarlo de nuevo; entonces podrá leerlo usted también.
breach-aware-on = Se sabe desde el { $date }

breach-answers = Lo que se puede hacer enseguida
breach-answers-text = Cada cosa dice lo que hace antes de hacerlo.
breach-end-title = Cerrar todas las sesiones
breach-end-text = Todo el mundo tiene que volver a iniciar sesión, salvo usted aquí. Quien robó una sesión queda fuera. No se pierde nada de lo escrito. Los navegadores no avisan de novedades hasta que la gente vuelve: envíe antes el aviso.
breach-end = Cerrar todas las sesiones
breach-end-ask = ¿Cerrar las sesiones de todo el mundo?
breach-end-ask-text = Se cierra la sesión de todo el mundo enseguida, también en medio de una conversación. Para volver hace falta la frase de contraseña.
breach-ended = { $count ->
    [one] Se ha cerrado { $count } sesión.
    [many] Se han cerrado { $count } de sesiones.
    *[other] Se han cerrado { $count } sesiones.
  }
breach-freeze-title = Cuentas nuevas
breach-freeze-text = Mientras esté en pausa, nadie puede registrarse, ni con una invitación. Quien ya tiene cuenta no nota nada.
breach-frozen-text = En pausa: nadie puede registrarse. A quien lo intenta se le pide que vuelva en unos días.
breach-freeze = Pausar los registros
breach-freeze-ask = ¿Pausar los registros?
breach-freeze-ask-text = Quien busca apoyo por primera vez no podrá entrar hasta que usted lo permita de nuevo. Los números de crisis siguen a la vista.
breach-thaw = Permitir registros de nuevo
breach-thaw-ask = ¿Permitir registros de nuevo?
breach-thaw-ask-text = Desde ahora cualquiera puede crear una cuenta.
breach-rekey-title = Cambiar todas las claves
breach-rekey-text = Cada dispositivo crea claves nuevas para cada una de sus conversaciones. Quien haya copiado claves antes no podrá leer con ellas nada de lo que se diga después. Nadie nota nada, y lo que se dijo sigue siendo legible. No recupera lo que ya se copió, y no sirve mientras alguien pueda entrar con un dispositivo o una frase de contraseña robados: cierre también todas las sesiones.
breach-rekey = Cambiar todas las claves
breach-rekey-ask = ¿Cambiar las claves de todos?
breach-rekey-ask-text = Se pide ahora a todos los dispositivos; el que esté apagado lo hará cuando se vuelva a abrir. En una sala, los miembros reciben las suyas cuando también está presente un dispositivo de quien la dirige. Puede pedirlo una vez al día.
breach-rekeyed = Se pidió a todos los dispositivos el { $date }. El servidor no puede ver cuáles lo han hecho.
breach-keys-title = Las claves del servidor
breach-keys-text = El servidor tiene claves propias: con ellas encuentra los nombres de acceso y comprueba las frases de contraseña, y abre las direcciones de correo y las de los avisos. Si alguien pudo copiar archivos del servidor, haga que cree otras nuevas. No se cierra la sesión de nadie, cada cual conserva su frase de contraseña y no se pierde nada de lo escrito. No recupera lo que ya se copió.
breach-keys-never = Siguen siendo las primeras que se crearon.
breach-keys-login = Nombres e inicio de sesión
breach-keys-mail = Direcciones de correo
breach-keys-push = Avisos en el navegador
breach-keys-reports = Denuncias en las salas
breach-keys-certificate = El certificado que creó el propio servidor
breach-keys-since = nueva desde el { $date }
breach-keys-first = la primera que se creó
breach-keys-nobody-waits = Todas las personas han iniciado sesión desde entonces. Lo que se guardaba con las claves anteriores está cambiado.
breach-keys-waiting = { $count ->
    [one] Como máximo { $count } cuenta no ha iniciado sesión desde entonces. Hasta que lo haga, quien tenga las claves anteriores puede seguir intentando adivinar su frase de contraseña.
    *[other] Como máximo { $count } cuentas no han iniciado sesión desde entonces. Hasta que lo hagan, quien tenga las claves anteriores puede seguir intentando adivinar sus frases de contraseña.
  }
breach-keys = Cambiar las claves del servidor
breach-keys-ask = ¿Cambiar las claves del servidor?
breach-keys-ask-text = Puede tardar un minuto; deje abierta esta página. Quien esté iniciando sesión en este momento tendrá que empezar de nuevo. Los códigos y enlaces de correos enviados antes dejan de servir, y los navegadores vuelven a avisar de novedades cuando se haya abierto la aplicación en ellos. Puede hacerlo una vez al día.
breach-keys-ask-own = También se cambia el certificado que creó el propio servidor: los navegadores preguntarán si pueden confiar en el nuevo.
breach-keys-busy = Cambiando las claves…
breach-keys-done = Las claves son nuevas. Haga ahora una copia de seguridad y destruya las anteriores en cuanto pueda prescindir de ellas.
breach-server-title = En el servidor
breach-server-text = Lo que hay que hacer en la propia máquina está en el manual de operación, en «When it is breached».

breach-facts = Lo que se sabe
breach-sealed-text = Solo las personas responsables pueden leer lo que se escribe aquí. El servidor lo guarda sellado.
breach-name = Un nombre
breach-name-hint = Para ustedes, por ejemplo «El portátil perdido».
breach-kind = Qué tipo de brecha
breach-kind-intruder = Alguien entró, o se robó una copia
breach-kind-acquaintance = Alguien supo algo de una persona a la que conoce
breach-kind-mistake = Algo llegó a la persona equivocada
breach-kind-lost = Se perdió un dispositivo o un papel
breach-aware = Cuándo lo supieron
breach-aware-hint = Los plazos corren desde aquí.
breach-happened = Qué ha pasado
breach-happened-hint = Qué, cómo, y cómo se descubrió.
breach-when = Cuándo pasó, hasta donde se sabe
breach-data = Qué datos
breach-data-hint = Del inventario de todo lo que tiene el servidor.
breach-affected = A quién afecta
breach-affected-hint = Qué tipos de personas y de datos, y más o menos cuántos. Sin nombres.
breach-people = Cuántas personas, más o menos
breach-risk = Qué puede significar para ellas
breach-risk-unlikely = Un riesgo para ellas es improbable
breach-risk-risk = Hay un riesgo
breach-risk-high = El riesgo es alto
breach-consequences = Qué puede seguir
breach-consequences-hint = Para las personas afectadas: quién podría saber qué de ellas.
breach-measures = Qué se hizo y qué se hará
breach-measures-hint = Para detenerlo, repararlo y que no vuelva a pasar.
breach-contact = A quién puede preguntar la autoridad
breach-authority-at = Cuándo se avisó a la autoridad de control
breach-late = Por qué se avisó tarde
breach-late-hint = Solo si se tardó más de 72 horas. La ley pide el motivo, no una excusa.
breach-hhs-at = Cuándo se avisó al Departamento de Salud de EE. UU.

breach-clocks = Los plazos
breach-clocks-text = Cuál de estas leyes se le aplica depende de dónde están usted y sus consultantes. En caso de duda, pregunte hoy mismo a su delegado de protección de datos o a un abogado.
breach-clock-authority = Avisar a la autoridad de control (RGPD, artículo 33: 72 horas)
breach-clock-people = Avisar a las personas afectadas (RGPD, artículo 34: sin dilación)
breach-clock-hipaa = Avisar a cada persona afectada (HIPAA, 45 CFR 164.404: 60 días como mucho)
breach-clock-hhs = Avisar al Departamento de Salud de EE. UU. (HIPAA, 45 CFR 164.408)
breach-clock-now = Ahora
breach-clock-left = Hasta el { $date }. Quedan: { $span }.
breach-clock-late = Tarde. El plazo acabó el { $date }, hace { $span }. Hágalo hoy y diga por qué.
breach-clock-done = Hecho: { $date }
breach-clock-done-late = Hecho: { $date }. Tarde por: { $span }.
breach-late-ask = No se cumplieron las 72 horas. El artículo 33 pide los motivos: escríbalos en el campo de abajo.

breach-telling = Decírselo a las personas afectadas
breach-telling-text = Lo encuentran en la aplicación, antes que nada, la próxima vez que entren. A quien no está, su navegador o un correo le dice que hay algo nuevo, nunca qué.
breach-tell = Escribir un aviso
breach-who = A quién se avisa
breach-who-everybody = A todo el mundo
breach-who-everybody-hint = Todos los consultantes y profesionales.
breach-who-clients = A quienes hablan con un profesional
breach-who-clients-hint = Y al profesional.
breach-who-room = A quienes están en una sala pública
breach-who-room-hint = Miembros y quienes la dirigen.
breach-who-accounts = A cuentas sueltas
breach-who-accounts-hint = Sellado para cada una: nadie más puede leerlo.
breach-of-practitioner = Profesional
breach-of-room = Sala
breach-accounts = Los números de sus cuentas
breach-accounts-hint = 32 letras y cifras cada uno, uno por línea. Cada persona encuentra el suyo en sus ajustes, en «Lo que el servidor sabe de mí», como account.id.
breach-public = Este texto está en claro en el servidor y lo leen muchas personas: no escriba nada que trate de una sola.
breach-words-in = En { $language }
breach-words-happened-hint = Dos o tres frases sencillas: qué, cuándo y cómo lo sabe. No le quite importancia.
breach-preview = Verlo como lo verán
breach-preview-title = Así lo leerán
breach-preview-back = Cambiarlo
breach-publish = Enviárselo
breach-publish-text = Les llega enseguida. Puede retirarlo, pero no de la memoria de quien lo ha leído.
breach-told-on = Enviado el { $date }.
breach-read-by = { $count ->
    [one] Leído por { $confirmed } de { $count } cuenta
    [many] Leído por { $confirmed } de { $count } de cuentas
    *[other] Leído por { $confirmed } de { $count } cuentas
  }
breach-withdraw = Retirar
breach-withdraw-ask = ¿Retirar este aviso?
breach-withdraw-text = Ya nadie lo ve. Si era erróneo, envíe uno mejor: el silencio tras un aviso asusta.
breach-withdrawn = Retirado

breach-papers = Escritos para las autoridades
breach-papers-text = Rellenados con lo que guardó arriba. Lo que aún no sabe figura como no conocido: puede enviarlo después, por fases.
breach-paper-gdpr = Autoridad de control (RGPD, artículo 33)
breach-paper-hipaa = Departamento de Salud de EE. UU. (HIPAA, 45 CFR 164.408)
breach-paper-gdpr-head = Notificación de una violación de la seguridad de los datos personales a la autoridad de control (RGPD, artículo 33)
breach-paper-hipaa-head = Aviso de una brecha de información de salud protegida y no asegurada (45 CFR 164.404, 164.408)
breach-paper-practice = Consulta (responsable del tratamiento)
breach-paper-told = Se avisó a las personas afectadas
breach-paper-unknown = Aún no se sabe
breach-paper-save = Guardar como archivo

error-breach_accounts_wrong = Escriba números de cuenta de 32 letras y cifras, uno por línea.
error-breach_conflict = Otra persona responsable cambió antes esta anotación. Copie lo que escribió, vuelva atrás y ábrala de nuevo.
error-breach_happened_missing = Diga qué ha pasado, en cada idioma.
error-breach_placeholders = Sustituya lo que está entre [corchetes] por lo que sabe, o quítelo.
error-breach_nobody = Así no se avisaría a nadie. Elija otra opción.
error-breach_register_full = El registro no admite más.
error-breach_title_missing = Póngale un nombre.
error-breach_too_large = Es demasiado largo. Acórtelo, por favor.
error-keys_exchanged_today = Todas estas claves son de hoy. Podrá cambiarlas de nuevo mañana.
error-keys_not_all_exchanged = Algunas claves no se pudieron cambiar. Las que son nuevas se quedan; inténtelo de nuevo. El registro del servidor dice por qué.
error-rekeyed_today = Las claves ya se están cambiando. Podrá pedirlo de nuevo mañana.
error-too_many_generations = Las claves de inicio de sesión se cambiaron ocho veces y alguien no ha iniciado sesión desde entonces. Una vez más le cerraría el paso; por eso se quedan como están.
