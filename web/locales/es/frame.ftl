continue = Continuar
save = Guardar
log-out = Cerrar sesión
other-tab-title = Abierto en otra ventana
other-tab-text = Alcove ya está abierto en otra ventana o pestaña. Solo una puede tener sus claves a la vez. No se ha perdido nada: continúe allí o traiga la sesión aquí.
take-over = Usar aquí
failed-title = No se ha podido abrir
failed-text = No se ha perdido nada. Lo que puede hacer:
starting = Un momento…
crisis = Ayuda en una crisis
leave-now = Salir ya
connection-connecting = Conectando…
connection-offline = No tiene conexión. Puede leer lo que hay en este dispositivo, y lo que escriba se enviará en cuanto la haya.
copy = Copiar
copied = Copiado
optional = (opcional)
show-passphrase = Mostrar
close = Cerrar
cancel = Cancelar
back = Volver
skip = Ir al contenido
help-label = Ayuda y salida
choose-language = Idioma
nav-label = Principal
nav-conversations = Conversaciones
nav-start = Encontrar profesional
nav-rooms = Salas
nav-profile = Mi perfil
nav-people = Profesionales
nav-practice = Consulta
nav-surveys = Encuestas
nav-settings = Ajustes
unread = { $count ->
    [one] mensaje sin leer
   *[other] mensajes sin leer
}
