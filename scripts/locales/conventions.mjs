/**
 * How each language is written: its plurals, its punctuation, its direction,
 * and one word for one thing (docs/words.md).
 */

/** By language: words that are not ours, and what we say instead. */
const OTHER_WORDS = {
  de: {
    Fachleute: "Fachpersonen", Fachkräfte: "Fachpersonen", Behandler: "Fachperson", Patient: "Klientin oder Klient",
    Verwaltende: "Praxisleitung", Webseite: "Internetseite", Tracking: "Nachverfolgung",
  },
  es: {
    terapeuta: "profesional", paciente: "consultante", clientes: "consultantes", administrador: "responsable", "contraseña maestra": "frase de contraseña",
    pseudónimo: "seudónimo", "frase de acceso": "frase de contraseña", "clave de acceso": "llave de acceso", chat: "conversación", móvil: "teléfono", tú: "usted",
  },
  fr: {
    praticien: "thérapeute", patient: "personne accompagnée", client: "personne accompagnée", administrateur: "responsable", "mot de passe": "phrase de passe",
    "phrase secrète": "phrase de passe", passkey: "clé d’accès", discussion: "conversation", chat: "conversation", login: "identifiant",
  },
  ar: { المعالج: "المختص", الأخصائي: "المختص", المريض: "المسترشد", العميل: "المسترشد", المشرف: "الإدارة", دردشة: "محادثة", "كلمة السر": "عبارة المرور", باسوورد: "عبارة المرور", كود: "رمز", "رمز استعادة": "رمز استرداد", "رمز الاستعادة": "رمز الاسترداد" },
};
/** Where another's word is meant after all. */
const MEANT = { fr: ["gestionnaire de mots de passe", "mot de passe de votre courriel"] };

/** What is the same word as in English. */
const EQUALS = {
  ar: [],
  de: ["Depression", "Details", "Migration", "Name", "PIN", "Passkeys", "Passphrase", "Pseudonym", "Stress", "Trauma"],
  es: ["LGBTQ+", "PIN", "Trauma"],
  fr: [
    "Contact", "Conversation", "Conversations", "Invitations", "LGBTQ+", "Messages", "Migration", "Notes", "Photo", "Phrase", "Profession",
    "Protection", "Question {}, {}", "Satisfaction", "Stress", "{} minutes", "{} questions",
  ],
};

/** The marks around a quotation, of all of them. */
const QUOTES = { ar: "«»", de: "„“", en: "“”", es: "«»", fr: "«»" };
const ALL_QUOTES = /[„“”«»"]/gu;

/** The plural forms that numbers up to a thousand take in a language; those of millions nothing here reaches. */
function formsOf(language) {
  const rules = new Intl.PluralRules(language);
  return new Set(Array.from({ length: 1_001 }, (_, n) => rules.select(n)));
}

export function checkPlurals(entries, language, complain) {
  const forms = formsOf(language);
  const names = new Set(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
  for (const [id, { file, selections }] of entries) {
    for (const { by, keys } of selections) {
      const given = keys.map(({ name }) => name).filter((name) => typeof name === "string");
      for (const name of given) if (!names.has(name)) complain(file, `"${id}" has a form "${name}" of $${by} that "${language}" does not know`);
      for (const form of forms) if (!given.includes(form)) complain(file, `"${id}" lacks the form "${form}" of $${by}`);
      if (!keys.some(({ name, isDefault }) => isDefault && name === "other")) complain(file, `"${id}": the form of $${by} for all else is not "other"`);
    }
  }
}

/** What is counted in the first language is counted in all; another may have to count more. */
export function checkCounted(first, other, complain) {
  for (const [id, { selections }] of first) {
    const same = other.get(id);
    for (const { by } of selections) if (same && !same.selections.some((selection) => selection.by === by)) complain(same.file, `"${id}" does not count $${by}`);
  }
}

/** A text that was left in English. */
export function checkTranslated(id, file, ways, english, language, complain) {
  for (const way of ways) {
    const words = way.replaceAll("{}", "");
    if (/\p{L}{2}/u.test(words) && english.includes(way) && !EQUALS[language].includes(way)) complain(file, `"${id}" is as in English: ${JSON.stringify(way)}`);
  }
}

/** What must keep its own direction among words from right to left: addresses, numbers to dial, names to log in with. */
const LEFT_TO_RIGHT = /\b(?:https?|sms):|\+\d|\b\w+-\w+-\d{4}\b/u;
const ISOLATED = /\u2066[^\u2066-\u2069]*\u2069/gu;

const rules = {
  ar(text, no) {
    if (!/\p{Script=Arabic}/u.test(text.replaceAll("{}", "ا"))) no("has no Arabic in it");
    if (/[\p{Script=Arabic}\u2069}»)]\s?[,;?]/u.test(text)) no("has , ; or ? for ، ؛ or ؟");
    if (LEFT_TO_RIGHT.test(text.replace(ISOLATED, ""))) no("has something to be read from left to right that is not isolated (U+2066 … U+2069)");
    if (/ت\u064e(?!\p{L})/u.test(text)) no("addresses a man: leave the vowel of the ت out");
    if (/[٠-٩۰-۹]/u.test(text)) no("has digits of one region written out");
  },
  de: () => undefined,
  en: () => undefined,
  es(text, no) {
    for (const [opening, closing] of [["¿", "?"], ["¡", "!"]]) if (text.split(opening).length !== text.split(closing).length) no(`has ${closing} without ${opening}, or the other way round`);
  },
  fr(text, no) {
    const prose = text.replace(/\b(?:https?|sms):\S*/gu, "");
    if (/[^\u202f][;:!?»]/u.test(prose) || /«[^\u202f]/u.test(prose)) no("lacks a narrow space (U+202F) before ; : ! ? » or after « (make fmt puts it)");
    if (prose.includes("'")) no("has ' for ’");
  },
};

/** Punctuation and direction of one way of saying a text. */
export function checkWriting(id, file, text, language, complain) {
  const no = (what) => complain(file, `"${id}" ${what}: ${JSON.stringify(text.slice(0, 100))}`);
  rules[language](text, no);
  for (const [mark] of text.matchAll(ALL_QUOTES)) if (!QUOTES[language].includes(mark)) no(`has ${mark} and not ${QUOTES[language]}`);
  if (text.includes("...")) no("has ... for …");
  if (/^\s|\s$| {2}/u.test(text)) no("has a space too many");
  if (/[\u202a-\u202e]/u.test(text)) no("has an embedding or override of direction; isolate instead");
  if (text.replace(ISOLATED, "").match(/[\u2066-\u2069]/u)) no("has an isolate that is not closed, or not opened");
}

export function checkWords(id, file, text, language, complain) {
  const judged = (MEANT[language] ?? []).reduce((rest, meant) => rest.replaceAll(meant, ""), text);
  for (const [word, ours] of Object.entries(OTHER_WORDS[language] ?? {})) {
    const found = language === "de" ? judged.includes(word) : new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu").test(judged);
    if (found) complain(file, `"${id}" says "${word}" for "${ours}"`);
  }
}
