/** Words by which a text may tell who wrote it, in the five languages; in lower case. Small on purpose: what they miss, a person sees. */

/** The largest cities of countries that speak these languages. */
export const PLACES: ReadonlySet<string> = new Set(
  ("berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dortmund essen bremen dresden hannover nürnberg duisburg bochum wuppertal bielefeld bonn münster wien graz linz salzburg innsbruck zürich genf basel bern lausanne winterthur luzern kiel lübeck rostock mainz freiburg "
    + "london birmingham manchester leeds glasgow edinburgh liverpool bristol sheffield cardiff belfast dublin cork sydney melbourne brisbane perth auckland wellington toronto montreal vancouver ottawa calgary chicago houston phoenix philadelphia dallas seattle boston denver atlanta miami detroit "
    + "paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes grenoble dijon bruxelles liège genève québec dakar abidjan "
    + "madrid barcelona valencia sevilla zaragoza málaga murcia bilbao alicante córdoba granada bogotá medellín lima quito guayaquil santiago rosario montevideo caracas puebla guadalajara monterrey tijuana "
    + "القاهرة الإسكندرية الرياض جدة مكة دبي بغداد البصرة الموصل دمشق حلب حمص بيروت عمان القدس غزة الخرطوم الجزائر وهران تونس الرباط فاس مراكش طرابلس بنغازي صنعاء عدن الكويت الدوحة").split(" "),
);

/** What stands in the name of a street: a word's end in German, a word of its own elsewhere. */
export const STREET_ENDS = /(?:straße|strasse|gasse|allee|platz|damm|ufer)$/iu;
export const STREET_WORDS: ReadonlySet<string> = new Set("street avenue lane boulevard rue chemin impasse calle avenida plaza paseo شارع".split(" "));

/** Whom a name may follow, or a title before one. */
export const BEFORE_NAMES: ReadonlySet<string> = new Set(
  ("mr mrs ms miss dr prof professor herr frau fräulein señor señora sr sra don doña monsieur madame mme docteur maître السيد السيدة الدكتور الدكتورة الأستاذ الأستاذة "
    + "sister brother mother father mum mom dad daughter son wife husband partner friend boss aunt uncle cousin therapist "
    + "schwester bruder mutter vater tochter sohn mann freund freundin chef chefin tante onkel therapeut therapeutin kollege kollegin "
    + "hermana hermano madre padre hija hijo esposa esposo marido mujer amiga amigo jefa jefe tía tío prima primo terapeuta "
    + "sœur soeur frère mère père fille fils femme mari amie ami cheffe tante oncle cousine thérapeute "
    + "أختي أخي أمي أبي ابنتي ابني زوجتي زوجي صديقتي صديقي عمي خالي خالتي مديري").split(" "),
);

/** Days and months, by which a moment is named. */
export const CALENDAR: ReadonlySet<string> = new Set(
  ("monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december christmas easter "
    + "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober dezember weihnachten ostern silvester "
    + "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre navidad "
    + "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre noël pâques "
    + "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر رمضان").split(" "),
);

/** Written with a capital in English although it names nobody. */
export const CAPITALISED = /^(?:i|i[’'](?:m|d|ll|ve)|english|german|french|spanish|arabic|ok|tv|gp|wifi|internet|covid|zoom)$/iu;
