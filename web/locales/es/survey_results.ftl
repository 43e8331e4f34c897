# Lo que mostró una encuesta
results-title = Resultados
results-back = A la encuesta
results-none = Aún no ha respondido nadie, o muy pocas personas
results-none-close = Los resultados se muestran después del { $date }, si respondieron al menos { $smallest } personas. Hasta entonces no se dice ni siquiera cuántas, para que nadie pueda ver llegar una respuesta.
results-none-batches = Las respuestas se cuentan en bloques grandes, para que ninguna se distinga de las demás. El primer bloque se muestra cuando está completo, y lo que quede después del { $date }, si respondieron al menos { $smallest } personas.
results-never = Respondieron muy pocas personas
results-never-text = Respondieron menos de { $smallest } personas. Sus respuestas se borraron y nadie las leyó.
results-unreadable = Estas respuestas no se pueden leer aquí
results-unreadable-text = La clave está en la cuenta que hizo la encuesta.
results-answered = { $count ->
    [one] Se cuenta { $count } respuesta.
   *[other] Se cuentan { $count } respuestas.
  }
results-later = { $count ->
    [one] { $count } más se mostrará junto con otras posteriores.
   *[other] { $count } más se mostrarán junto con otras posteriores.
  }
results-left = { $count ->
    [one] { $count } más queda sin contar, porque llegaron muy pocas con ella.
   *[other] { $count } más quedan sin contar, porque por sí solas eran muy pocas.
  }
results-spoilt = { $count ->
    [one] { $count } no se pudo leer como respuesta a estas preguntas.
   *[other] { $count } no se pudieron leer como respuestas a estas preguntas.
  }
results-why = Por qué se reservan algunas cifras
results-why-few = Donde menos de 5 personas dieron una respuesta, se podría reconocer a alguien por ella. Esas cifras se reservan, junto con otras de las que se podrían deducir. Por eso «pocas, o reservada» puede significar nadie, pocas personas o muchas.
results-why-interval = Pocas respuestas dejan mucho al azar. La línea fina de una barra, y las dos cifras junto al porcentaje, dicen dónde estaría en 95 de cada 100 encuestas así.
results-csv = Guardar las cifras (CSV)
results-print = Imprimir
results-picture = Guardar como imagen
results-scores = Indicadores
results-score-withheld = Reservado: de esta cifra se podría deducir lo que respondieron unas pocas personas.
results-score-who5 = Bienestar según WHO-5, de { $from } (peor) a { $to } (mejor).
results-score-nps = Quienes recomendarían, menos quienes no lo harían: de { $from } a { $to }.
results-score-mean = Media, de { $from } a { $to }.
results-score-interval = { $count ->
    [one] Según el azar, entre { $low } y { $high }; { $count } respuesta.
   *[other] Según el azar, entre { $low } y { $high }; { $count } respuestas.
  }
results-several = Se podía elegir más de una, así que los porcentajes suman más de 100 %.
results-of = { $count ->
    [one] Se preguntó a { $count } persona.
   *[other] Se preguntó a { $count } personas.
  }
results-withheld = Reservado: se preguntó esto a menos de 5 personas, o a menos de 5 no se les preguntó.
results-mean = Media: { $value } (según el azar, entre { $low } y { $high })
results-question = Pregunta
results-row = Fila
results-answer = Respuesta
results-count = Cuántas
results-share = Porcentaje
results-asked = Preguntadas
results-csv-share = Porcentaje
results-csv-low = Porcentaje mínimo
results-csv-high = Porcentaje máximo
results-few = pocas, o reservada
results-range = { $low } a { $high }
results-no-answer = Sin respuesta
results-scale-end = { $value }: { $words }
results-length-week = Hasta una semana
results-length-month = Hasta un mes
results-length-quarter = Hasta tres meses
results-length-year = Hasta un año
results-length-longer = Más tiempo
results-rounds = En comparación con rondas anteriores
results-rounds-text = «Más» y «menos» aparecen solo donde el azar apenas explica la diferencia.
results-now = Ahora
results-rose = más
results-fell = menos
results-texts-few = Aquí no se muestra nada hasta que al menos 5 personas hayan escrito algo.
results-texts-text = En orden aleatorio y aparte de todas las demás respuestas. Lo que alguien escribió puede revelar aun así quién es: trátelo como dicho en confianza, por favor.
results-cross = Dos preguntas juntas
results-cross-text = Cómo van las respuestas a otra pregunta con las de «{ $question }».
results-cross-with = La otra pregunta
results-cross-none = Elija, por favor
results-cross-few = Respondieron muy pocas personas para mostrar esto sin revelar nada de alguna de ellas.
results-public = Mostrar los resultados a todo el mundo
results-public-never = En esta encuesta se fijó que los resultados no se muestran a todo el mundo.
results-public-no = Ahora no los ve nadie más que usted.
results-public-yes = Quien tenga el enlace puede verlos.
results-public-open = Abrir esa página
results-publish = Mostrar a todo el mundo
results-publish-again = Mostrar en su lugar los más recientes
results-publish-ask = ¿Mostrar los resultados a todo el mundo?
results-publish-text = La página muestra las preguntas, las tablas y los indicadores tal como están aquí, con las mismas cifras reservadas. No muestra textos libres, ni dos preguntas juntas, ni rondas anteriores. Quien la haya visto puede haber guardado una copia.
results-take = Quitar
results-take-ask = ¿Quitar los resultados?
results-take-text = La página dirá que no hay ninguno. Las copias que alguien haya hecho se quedan donde están.
results-picture-line = { $name }: { $figure }
