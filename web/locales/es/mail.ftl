# Para quien recibe avisos
mail-title = Correo cuando hay algo nuevo
mail-text = Cuando hay algo nuevo y no tiene la aplicación abierta en ningún sitio, un correo dice solo eso: ni qué, ni de quién, ni su nombre aquí. Como mucho uno cada cuatro horas. Está desactivado hasta que usted lo active.
mail-reveals = Lo que revela un correo
mail-reveals-inbox = Quien vea su bandeja de entrada verá un correo «Un elemento nuevo» de la dirección de la consulta. Si alguien más lee ahí, no lo active.
mail-reveals-provider = Su proveedor de correo y el de la consulta conocen esa dirección y cuándo llega un correo. No saben qué hay de nuevo.
mail-reveals-practice = Aquí su dirección se guarda cifrada, y solo la parte del servidor que envía correos puede abrirla, en ese momento. Nadie más de la consulta la ve en la aplicación.
mail-address = Dirección de correo
mail-address-hint = Use una que solo lea usted.
mail-send-code = Enviarme un código
mail-asked = Un código va de camino a esa dirección. Puede tardar unos minutos; mire también entre los correos no deseados.
mail-code = El código del correo
mail-confirm = Activar
mail-other-address = Otra dirección
mail-on = El correo está activado.
mail-off = Desactivar y borrar la dirección
mail-refused = Un servidor de correo no aceptó su dirección, por eso se desactivaron los correos y se borró la dirección. Puede escribir otra.
mail-stopped = Los correos se cancelaron desde un programa de correo y la dirección se borró. Puede escribir una de nuevo cuando quiera.

# Para quien administra la consulta
mail-steward-title = Correo
mail-steward-text = Hay un servidor de correo configurado. Profesionales y consultantes pueden elegir que un correo sin contenido les avise cuando hay algo nuevo.
mail-steward-none = En este servidor no hay ningún servidor de correo configurado, así que nadie puede recibir avisos por correo. Cómo hacerlo está en su guía de funcionamiento.
mail-test = Enviar una prueba
mail-test-busy = Enviando la prueba…
mail-test-done = El servidor de correo la ha aceptado. Compruebe si llega.
mail-test-address = Adónde enviar la prueba
