/** All starting texts, as one chunk; see consent_start.ts. */
import type { ConsentStarts } from "./consent_start.ts";
import { consentStartAr } from "./consent_start_ar.ts";
import { consentStartDe } from "./consent_start_de.ts";
import { consentStartEn } from "./consent_start_en.ts";
import { consentStartEs } from "./consent_start_es.ts";
import { consentStartFr } from "./consent_start_fr.ts";

const starts: ConsentStarts = { ar: consentStartAr, de: consentStartDe, en: consentStartEn, es: consentStartEs, fr: consentStartFr };
export default starts;
