# Segundo factor
second-factor-title = Confirme su identidad
second-factor-lead = La frase de contraseña es correcta. Por su función en la consulta hace falta también su llave de acceso.
use-passkey = Usar la llave de acceso
use-passkey-instead = Usar mejor mi llave de acceso
passkey-waiting = Su navegador le está preguntando…
no-passkey = No tengo a mano mi llave de acceso
use-code = Usar un código de un solo uso
one-time-code = Código de un solo uso
one-time-code-hint = Uno de los ocho códigos que guardó. Cada uno sirve una vez.
codes-remaining-title = { $remaining ->
    [0] Era su último código de un solo uso
    [one] Le queda un código de un solo uso
   *[other] Le quedan { $remaining } códigos de un solo uso
}
codes-remaining-enough = Tache el que ha usado.
codes-remaining-few = Tache el que ha usado. Si ha perdido la llave de acceso para siempre, añada otra ahora en los ajustes.
second-factor-missing-title = Añada una llave de acceso
second-factor-missing-practitioner = Usted guardará lo que le confíen sus consultantes. Por eso, una frase de contraseña robada no debe bastar para abrir su cuenta.
second-factor-missing-steward = Usted cuida de la consulta. Por eso, una frase de contraseña robada no debe bastar para abrir su cuenta.
passkey-what = Una llave de acceso es una clave que guarda su dispositivo o una llave de seguridad. Se usa con la huella, la cara o el PIN.
passkey-where = La huella y la cara no salen nunca de su dispositivo.
passkey-then = Después recibirá ocho códigos de un solo uso, para los días en que no tenga a mano la llave de acceso.
create-passkey = Crear llave de acceso
one-time-codes-title = Sus códigos de un solo uso
one-time-codes-text = Para los días en que no tenga a mano la llave de acceso. Cada uno sirve una vez, junto con su frase de contraseña. Solo se muestran ahora.
one-time-codes-sheet = Códigos de un solo uso
one-time-codes-where = Guárdelos lejos de su frase de contraseña; lo mejor es en papel.
codes-kept = Los he guardado

# Ajustes
settings-title = Ajustes
change-passphrase = Cambiar la frase de contraseña
change-passphrase-text = Hágalo si alguien ha podido verla. Sus conversaciones no cambian; en todos los demás navegadores se cierra la sesión.
change-passphrase-submit = Cambiarla ahora
present-passphrase = Su frase de contraseña actual
with-new-code = Crear también un nuevo código de recuperación
with-new-code-hint = El que tiene ahora dejará de valer.
passphrase-changed = Su frase de contraseña se ha cambiado.
new-code = Nuevo código de recuperación
new-code-text = Hágalo si ha perdido el que tenía o si alguien ha podido verlo. El anterior dejará de valer.
new-code-submit = Crear un código nuevo
devices-title = Dónde tiene la sesión abierta
devices-text = Todos los navegadores en los que usa esta cuenta. Nadie más puede ver estos nombres, tampoco el servidor.
device-kind = { $browser } en { $system }
device-unnamed = Navegador sin nombre
device-current = Este navegador
device-used-today = Usado por última vez hoy.
device-used-week = Usado por última vez en la última semana.
device-used-month = Usado por última vez en el último mes.
device-used-earlier = Sin usar desde hace más de un mes.
device-used-unknown = No ha dicho qué es. Si no lo reconoce, cierre la sesión allí.
device-since = Aquí desde: { $date }.
device-today = hoy
device-leaving = Su sesión se cerrará en cuanto haya conexión.
device-rename = Cambiar nombre
device-rename-title = Dé un nombre a este navegador
device-name = Nombre
device-name-hint = Si lo deja vacío, se llama «{ $kind }».
device-remove = Cerrar sesión allí
device-remove-ask = ¿Cerrar la sesión en «{ $name }»?
device-remove-text = La sesión se cierra enseguida y ese navegador destruye lo que guardaba. Lo que usted escriba desde entonces no podrá leerse allí. Las personas con quienes habla verán que uno de sus navegadores se ha ido.
device-new = Se ha añadido un navegador a su cuenta: { $name }, { $date }. ¿Ha sido usted?
device-new-mine = Sí, he sido yo
device-new-not-mine = No, no he sido yo
device-new-remove-text = Su sesión se cierra enseguida. Quien lo usó conoce su frase de contraseña o entró desde uno de sus dispositivos: a continuación se abren los ajustes; cámbiela allí ahora mismo, por favor.
removed-here = La sesión de este navegador se ha cerrado desde otro de sus navegadores. Todo lo que guardaba se ha destruido. Si ha sido usted, todo está bien.
end-other-sessions = Cerrar las demás sesiones
end-other-sessions-ask = ¿Cerrar todas las demás sesiones?
end-other-sessions-text = En todos los demás navegadores se cierra la sesión enseguida y se destruye lo que guardaban. Aquí sigue con la sesión abierta. Las personas con quienes habla verán que sus otros navegadores se han ido.
sessions-ended = { $count ->
    [0] No tenía la sesión abierta en ningún otro sitio.
    [one] Se ha cerrado la sesión en otro navegador.
   *[other] Se ha cerrado la sesión en otros { $count } navegadores.
}
log-out-text = Este navegador olvidará su cuenta y todo lo que guardaba. Para volver necesitará su nombre de acceso y su frase de contraseña.
deleted-done = Su cuenta se ha eliminado y este navegador no guarda nada de ella. Cuídese mucho.

# Volver a confirmar
fresh-title = Una vez más, su llave de acceso
fresh-text = Su sesión lleva un rato abierta. Antes de cambiar algo tan importante, confirme que sigue siendo usted. Lo que ha escrito no se pierde.

held-title = Lo que el servidor sabe de mí
