## Cuánto tiempo se conserva

keeping-title = Cuánto tiempo se conserva
keeping-text = Ambas partes ven estos ajustes y cada cambio. Pasado ese tiempo, las palabras se destruyen en sus navegadores y en el servidor, junto con las claves.
keeping-without-end = sin fin
keeping-save = Cambiarlo para los dos
retention = Todo lo de aquí se conserva
retention-hint = Se cuenta desde que se dijo; la consulta fija los límites.
retention-shorter = Lo que tenga más de { $time } desaparece enseguida en ambos lados y no vuelve.
disappear = Lo que se diga desde ahora desaparece tras
disappear-hint = Los archivos, cambios y reacciones se van con su mensaje.
disappear-off = no desaparece
goes-at = Se va: { $when }
notice-retention-mine = Usted ha fijado cuánto se conserva todo aquí: { $time }.
notice-retention-theirs = { $name } ha fijado cuánto se conserva todo aquí: { $time }.
notice-disappear-mine = Desde ahora, lo que se diga aquí desaparece tras { $time }. Lo ha fijado usted.
notice-disappear-theirs = Desde ahora, lo que se diga aquí desaparece tras { $time }. Lo ha fijado { $name }.
notice-disappear-off-mine = Usted ha fijado que las palabras ya no desaparezcan solas.
notice-disappear-off-theirs = { $name } ha fijado que las palabras ya no desaparezcan solas.
notice-forget-asked-mine = Usted pidió a { $name } que olvide también lo dicho hasta entonces.
notice-forget-asked-theirs = { $name } ha olvidado lo dicho hasta aquí y le pide que haga lo mismo.
notice-forgotten-mine = Usted ha olvidado lo dicho hasta aquí.
notice-forgotten-theirs = { $name } también lo ha olvidado.

## Olvidar una conversación

forget = Olvidar esta conversación…
forget-title = Olvidar lo que se dijo
forget-submit = Olvidarlo
forget-too = Olvidarlo también…
forget-text = Lo dicho aquí hasta ahora, con los archivos y la ficha inicial, desaparecerá. Que hablan entre ustedes y lo que se acordó permanece.
forget-asked-text = { $name } ha olvidado lo dicho aquí y le pide que haga lo mismo. No tiene por qué. Si lo hace, desaparece de todos sus navegadores y del servidor.
forget-where = Dónde
forget-scope-here = Solo en este navegador
forget-scope-here-hint = Sus otros navegadores lo conservan, y uno en el que entre más tarde lo traerá de vuelta.
forget-scope-account = En todos mis navegadores
forget-scope-account-hint = Su historial y sus claves se destruyen. { $name } conserva lo suyo y no se entera.
forget-scope-both = En todos mis navegadores, y pedírselo a { $name }
forget-scope-both-hint = { $name } ve que usted lo pide y decide. Cuando ambas partes están de acuerdo, también el servidor lo destruye.
forget-save-first = Si quiere conservar una copia, cierre esto y llévese antes la conversación como archivo.
forget-code-word = También se olvida la palabra clave acordada. Después pueden acordar otra.
forget-reach = Esto no alcanza lo que { $name } recuerda o anotó, las capturas de pantalla, un navegador modificado ni las copias de seguridad del servidor hasta que se sustituyan.
forget-known = Sé que no se puede deshacer

## The practice's part

retention-bounds = Cuánto tiempo se conservan las conversaciones
retention-bounds-text = Profesionales y consultantes lo eligen en cada conversación, dentro de estos límites. El servidor no sabe lo que eligen.
retention-shortest = Como mínimo
retention-longest = Como máximo
retention-standard = Conversaciones nuevas
retention-standard-hint = Ambas partes lo ven desde el principio y pueden cambiarlo dentro de los límites.

## The practitioner's sealed record

record-none = Lo que aquí se olvida tampoco lo guarda la persona profesional.
record-kept = La persona profesional tiene la obligación de llevar un registro. Lo que se va de aquí, porque se cumplió su plazo, porque desaparece o porque se olvida, se sella antes en su dispositivo, y solo ella puede abrirlo. Los archivos y las partes selladas de la ficha de acogida no están en él.
record-kept-after-end = Se destruye cuando desde el final de su conversación ha pasado este tiempo: { $time }.
record-kept-until = Se destruye el { $date }.
record-years = Registro sellado
record-years-hint = Si tiene la obligación de guardar registros más tiempo del que ambas partes ven la conversación. Se lee antes de dar el consentimiento; vale para quien lo dio, y también para los mensajes que desaparecen.
record-years-none = No guardo ninguno
record-years-after = { $time } después del final
records-title = Registros sellados
records-text = Lo que se fue de conversaciones cuyo texto de consentimiento dice que usted lleva un registro. Solo su cuenta los abre y desaparecen con ella: llévelos consigo antes de eliminarla.
records-none = Todavía no hay ninguno.
record-after-end = Se guarda este tiempo después del final de la conversación: { $time }.
record-until = Se guarda hasta el { $date }.
record-open = Abrir
record-open-of = Abrir el registro de { $name }
record-title = Registro sellado de { $name }
record-reading = Puede leerlo y llevárselo, no cambiarlo.
record-damaged = Una parte de este registro no se pudo abrir.
