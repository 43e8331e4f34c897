# Bienvenida
welcome-title = Un lugar tranquilo para hablar
welcome-lead = Qué bien que haya llegado hasta aquí. Puede empezar sin decir a nadie quién es.
sign-up = Empezar de forma anónima
log-in = Iniciar sesión
recover-link = ¿Olvidó su frase de contraseña? Use su código de recuperación
welcome-room = Ha recibido una invitación a una sala. En cuanto inicie sesión verá qué sala es y quién la dirige. Nadie allí sabrá qué nombre usa usted aquí.
welcome-next = Qué pasa después
welcome-next-1 = Elige un nombre inventado y una frase de contraseña. Son dos minutos.
welcome-next-2 = Mira quién está aquí y lee a qué daría su acuerdo, antes de contar nada.
welcome-next-3 = Escribe cuando quiera. Su profesional responde aquí.
welcome-protects = Qué le protege
welcome-protects-1 = Sus palabras se cierran con llave en este dispositivo. Solo usted y su profesional pueden abrirlas; quienes gestionan este servidor no pueden.
welcome-protects-2 = Sin correo electrónico, sin número de teléfono, sin nombre real.
welcome-protects-3 = «Salir ya», arriba, o tres veces la tecla Escape le llevan enseguida a una página inofensiva.
welcome-limits = No puede protegerle de alguien que mira esta pantalla o controla este dispositivo.
welcome-limits-link = Qué está protegido y qué no

# Crear la cuenta
sign-up-title-client = Empezar de forma anónima
sign-up-title-practitioner = Le damos la bienvenida a la consulta
sign-up-title-steward = Preparar esta consulta
sign-up-lead-client = No pedimos nombre, correo ni teléfono. Bastan un nombre inventado y una frase de contraseña.
sign-up-lead-practitioner = Tiene una invitación como profesional. Primero cree su cuenta y añada una llave de acceso; después escriba el perfil que verán sus consultantes.
sign-up-lead-steward = Usted será responsable de la consulta: cuida de sus ajustes y de su gente, y no podrá leer nunca una conversación. Primero cree su cuenta y añada una llave de acceso.
step-choose = Nombre y frase de contraseña
step-code = Código de recuperación
step-passphrase = Nueva frase de contraseña
step-keep = Anotar el código
step-check = Comprobarlo
pseudonym = Seudónimo
pseudonym-hint-client = Así se llamará aquí. Quédese con este o invente otro, pero por favor nunca su nombre real.
pseudonym-staff = Nombre para iniciar sesión
pseudonym-hint-steward = Solo lo ve usted. Quédese con este o invente otro.
pseudonym-hint-practitioner = Solo lo ve usted. El nombre que ven sus consultantes está en su perfil.
other-name = Otro nombre
passphrase = Frase de contraseña
passphrase-hint = Seis palabras en inglés, solo para usted. Anótelas o guárdelas en un gestor de contraseñas: nadie puede restablecerlas.
passphrase-typed-hint = Con espacios entre las palabras, tal como las anotó.
other-words = Otras palabras
choose-own = Elegir la mía
own-passphrase = Su propia frase de contraseña
own-passphrase-hint = Lo mejor son varias palabras que no tengan que ver entre sí. Por favor, ninguna que use en otro sitio.
offer-words = Mejor propóngame palabras
strength-weak = Demasiado fácil de adivinar. Siga escribiendo o añada algunas palabras.
strength-fair = Suficiente. Con otra palabra sería fuerte.
strength-strong = Fuerte.
sign-up-submit = Crear cuenta
sign-up-policy = Al crear la cuenta acepta la política de privacidad.
working-proof = Su dispositivo resuelve un pequeño problema que mantiene fuera a los robots. Tarda unos segundos.
working-keys = Sus claves se crean en este dispositivo…
have-account = ¿Ya ha estado aquí?

# Invitaciones
invitation-checking = Comprobando su enlace…
invitation-unchecked = Aún no se ha podido comprobar su enlace
link-spent-title = Este enlace no se puede usar
link-spent-what = Qué puede hacer
link-spent-used = Si lo ha usado usted, su cuenta ya existe: inicie sesión.
link-spent-ask = Si no, pida uno nuevo a quien se lo envió. Cada enlace sirve una vez y solo por un tiempo.
link-spent-client = Si busca ayuda, no necesita ningún enlace:
contact-practice = Contactar con la consulta
invited-while-in-title = Ya tiene una sesión abierta
invited-while-in-text = Este enlace crea una cuenta nueva, pero en este navegador está abierta la sesión de { $name }. Ciérrela para seguir con el enlace o deje todo como está.
log-out-and-go-on = Cerrar sesión y usar el enlace
stay-logged-in = Seguir en esta sesión

# El código de recuperación
login-name = Nombre de acceso
recovery-code = Código de recuperación
keep-title = Anote esto ahora
keep-lead = Solo se muestra esta vez. Si olvida su frase de contraseña, este código es la única forma de volver a sus conversaciones.
keep-sheet = Guárdelo bien
print = Imprimir
keep-paper = Lo mejor es en papel, en un lugar donde solo mire usted.
keep-manager = También sirve un gestor de contraseñas. Quizá su navegador le ofrezca guardar el nombre de acceso y la frase de contraseña.
keep-nobody = Nadie aquí puede verlo ni sustituirlo. Nadie se lo pedirá jamás.
keep-shared = ¿Usa otra gente este dispositivo? Entonces no deje que el navegador guarde nada y no imprima donde otros recogen el papel.
keep-done = Lo he anotado
check-title = ¿Está bien anotado?
check-lead = Escriba el código de recuperación a partir de su nota. Así sabrá que funciona cuando lo necesite.
recovery-code-again = Escriba otra vez el código de recuperación
recovery-code-hint = Ocho grupos de cuatro. Mayúsculas, espacios y guiones no importan.
look-again = Ver el código otra vez

# Iniciar sesión
log-in-title = Iniciar sesión
login-name-hint = Su seudónimo y cuatro cifras, por ejemplo quiet-heron-4829.
working-log-in = Un momento, se están abriendo sus claves…
forgot-passphrase = He olvidado mi frase de contraseña
no-account = Aún no tengo cuenta
expired-title = Le damos la bienvenida de nuevo
expired-lead = Ha estado fuera un rato y, por su seguridad, la sesión se cerró. No se ha perdido nada: escriba su frase de contraseña para continuar.
not-you = ¿No es usted?
not-you-text = Este navegador recuerda a { $name }. Puede iniciar sesión con otra cuenta o hacer que olvide este nombre.
other-account-text = Un navegador guarda una sola cuenta a la vez. Si inicia sesión con otra, se borra lo que este navegador guarda de { $name }, como mensajes aún sin enviar. La cuenta en sí se conserva.
use-other-account = Usar otra cuenta
use-known-account = Continuar como { $name }
forget-account = Olvidar esta cuenta aquí

# Recuperar
recover-title = Recupere su cuenta
recover-lead = Con el código de recuperación que anotó vuelve a entrar, con todas sus conversaciones. Después elige una nueva frase de contraseña.
recover-lost = ¿Tampoco tiene el código?
recover-lost-text = Entonces nadie puede volver a abrir la cuenta, tampoco nosotros: por eso sus palabras siguen siendo suyas. Puede empezar de nuevo cuando quiera y decir a su profesional quién era.
recover-again = Empezar otra vez con el código
new-passphrase-title = Elija una nueva frase de contraseña
new-passphrase-lead = Nos alegra volver a verle, { $name }. La frase anterior deja de valer en cuanto continúe, y recibirá un nuevo código de recuperación.
