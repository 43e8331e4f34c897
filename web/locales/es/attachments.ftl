# Archivos en una conversación
attach = Enviar un archivo o una imagen
uploads = Archivos en camino
upload-progress = Cuánto se ha enviado de { $name }
upload-retry = Reintentar
upload-retry-of = Reintentar: { $name }
upload-cancel-of = Cancelar: { $name }
picture-open = Imagen { $name }: ver en grande
file-save = Guardar
file-save-of = Guardar { $name }
file-fetching-of = Cuánto ha llegado de { $name }
file-fetching-cancel = Cancelar la descarga de { $name }
drop-here = Suelte los archivos para enviarlos aquí.
pictures-title = Antes de enviar
pictures-text = Cada imagen se dibuja de nuevo y se reduce en este dispositivo. El lugar, la hora y la cámara que su archivo puede llevar se quedan aquí.
pictures-send = { $count ->
    [one] Enviar imagen
   *[other] Enviar { $count } archivos
}
pictures-busy = Preparando…
picture-original = Enviar el archivo original
picture-original-hint = A tamaño completo, con todo lo que contiene. Solo hace falta a veces, por ejemplo para un documento o una impresión.
picture-original-warning = El original lleva lo que la cámara escribió en él: a menudo dónde y cuándo se tomó la imagen y con qué dispositivo. Lo puede leer la persona con quien habla, y cualquiera a quien pase el archivo.
picture-not-drawable = Este navegador no puede dibujar de nuevo esta imagen. Solo se puede enviar tal como es.
