/** The Spanish starting text; see consent_start.ts. */
import type { ConsentDraft } from "./consent_start.ts";

export const consentStartEs: ConsentDraft = {
  language: "es",
  credentials: `Ejerzo como [su profesión y titulación], con registro en [nombre del colegio o registro] bajo el número [número de colegiación]. Puede comprobarlo allí públicamente.

Trabajo con [su enfoque, por ejemplo terapia cognitivo-conductual]. Para el trabajo por escrito cuento con [su formación o experiencia en terapia en línea]. Mi trabajo se supervisa: [cómo se supervisa]; allí no cuento nunca nada por lo que se le pueda reconocer.`,
  risksAndBenefits: `Hablar con alguien de forma regular puede aliviar, ayudar a entender lo que ocurre y a encontrar maneras de cambiarlo. Nadie puede prometer un resultado concreto.

La terapia también puede ser dura. Pueden aparecer recuerdos dolorosos y sentimientos fuertes, y durante un tiempo puede sentirse peor antes de sentirse mejor. Dígamelo cuando ocurra, para que podamos ir más despacio.

Al escribir no nos vemos ni nos oímos, y los malentendidos son más fáciles. Pregunte, por favor, si algo que escribo le inquieta; yo haré lo mismo. Si llego a pensar que necesita más de lo que puede dar la escritura, como vernos en persona, atención médica o un hospital, se lo diré y le ayudaré a encontrarlo.

Participar es decisión suya. Puede preguntar, hacer una pausa o dejarlo en cualquier momento, sin dar motivos.`,
  limitsOfConfidentiality: `Lo que usted me cuenta es confidencial. Nuestra conversación se cifra en su dispositivo y en el mío; la consulta y su servidor no pueden leerla. Aquí se le conoce por un seudónimo, y no sé quién es usted mientras no me lo diga.

Hay límites. Puedo o debo romper la confidencialidad, en lo necesario y nada más, cuando
– hay un peligro grave e inmediato para su vida o la de otra persona,
– un menor o una persona que no puede protegerse sufre daño o está en peligro,
– un tribunal o una ley lo exige.
Donde trabajo, la ley exige además: [lo que tiene obligación de comunicar según la ley de su país, o «nada más»].

Si llega el caso, se lo diré antes siempre que no ponga a nadie en peligro. Solo puedo comunicar lo que sé.

Algunas cosas puede contarlas bajo sello, como la información médica o un contacto de emergencia. Solo las abro por un motivo que indico, y a usted se le muestra que lo he hecho.`,
  responseTimes: `Leo los mensajes [días de la semana], normalmente entre [horas y zona horaria], y respondo en [número] días laborables. No veo los mensajes en el momento en que los escribe.

Si voy a estar fuera más tiempo, se lo digo antes, y también a quién puede acudir: [quién le sustituye]. Si no sabe de mí en [número] días, escríbame otra vez o use la página de contacto de la consulta.`,
  technologyFailure: `A veces fallan las conexiones. Los mensajes que escribe sin conexión se guardan en su dispositivo y se envían después; las señales junto a ellos muestran qué ha llegado. Si el servicio no funciona durante más de un día, mire la página de contacto de la consulta: [cómo se le podrá localizar en ese caso].

Guarde su frase de contraseña y su código de recuperación en un lugar seguro. Si se pierden los dos, nadie puede restaurar su cuenta, y nuestra conversación se pierde para usted. Si cree que otra persona ha usado su cuenta o su dispositivo, dígamelo o cierre todas las demás sesiones en los ajustes.`,
  emergencies: `Este no es un servicio de emergencias y no puedo enviar ayuda: normalmente no sé ni su nombre ni dónde está.

Si su vida o la de otra persona está en peligro, llame enseguida al número de emergencias de su país, en la mayor parte de Europa el 112. En «Ayuda en una crisis», arriba en cada página, hay personas que responden de día y de noche.

Si me preocupa su seguridad, le preguntaré abiertamente y haremos juntos un plan para su seguridad. Un contacto de emergencia, si lo ha dado, lo uso solo ante un peligro grave e inmediato.`,
  fees: `[Cuánto cuesta una sesión o un mes y en qué moneda, o «Hablar conmigo no cuesta nada».]

[Cómo y cuándo se paga, y qué pasa si se falta a una cita.] Cualquier cambio se lo digo con al menos [número] semanas de antelación; vale solo para lo que venga después.`,
  recordKeeping: `Nuestra conversación y lo que cuenta al principio se guardan cifrados; solo usted y yo podemos leerlos. Además conservo [qué notas conserva y dónde].

Según las normas de mi profesión, conservo los registros [número] años después de terminar y después los destruyo. Puede pedir ver lo que he anotado sobre usted, que se corrijan los errores y, hasta donde permite la ley, que se borre.

Si elimina su cuenta, se destruyen sus claves y con ellas su copia de la conversación; lo que debo conservar por ley queda conmigo. Si muero o ya no puedo trabajar, se ocupa de mis registros [quién está designado para ello], con la misma obligación de confidencialidad.`,
};
