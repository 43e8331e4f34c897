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
file-fetching = Descargando
