# What is said when the key log does not hold: loaded when it is first needed.
keylog-label = Aviso sobre las claves
keylog-title = Este servidor muestra algo que no debería ser
keylog-danger = Puede ser un error. También puede ser que alguien intente leer lo que se dice. Por eso aquí no se conoce a nadie nuevo hasta que se aclare. Lo que ya ha dicho sigue protegido.
keylog-do = Pregunte a la consulta por otro medio que no sea esta aplicación, por teléfono por ejemplo, y léales la frase de arriba. Nada de esto es culpa suya.
keylog-more = Qué es el registro de claves
keylog-accept = La consulta me lo ha explicado
keylog-accept-title = ¿Empezar de nuevo con lo que el servidor muestra ahora?
keylog-accept-text = Hágalo solo si alguien de la consulta le ha dicho, por otro medio que no sea esta aplicación, por qué es así: por ejemplo, que el servidor se restauró desde una copia de seguridad. Después compare de nuevo sus números de seguridad.
keylog-accept-do = Empezar de nuevo

error-keylog_forked = El servidor muestra un registro de claves distinto del de antes.
error-keylog_impostor = Otra persona figura aquí con su nombre.
error-keylog_key = El registro de claves está firmado con otra clave que antes.
error-keylog_listed = Quién trabaja aquí no es lo que figura para todos en el registro de claves. Por eso no se ha enviado nada.
error-keylog_older = El servidor muestra un registro de claves más antiguo que antes.
error-keylog_own = En el registro de claves figuran para su cuenta otras claves que las suyas.
error-keylog_peer = En el registro de claves figuran para esta persona otras claves que las que nos dio el servidor. Por eso no se ha enviado nada.
error-keylog_proof = Lo que el servidor dice de las claves no lo puede demostrar.
error-keylog_silent = El servidor lleva días sin mostrar su registro de claves.
error-keylog_unwitnessed = Desde hace una semana, nadie de quienes vigilan el registro de claves desde fuera ha confirmado lo que muestra el servidor.
