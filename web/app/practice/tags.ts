/** Languages and countries one can choose from, named in the language of the screen. */
import { countryName, language, languageName } from "../i18n.ts";
import type { Option } from "../kit/fields.tsx";

/** Languages offered by name; any other can be given by its BCP 47 tag. */
const LANGUAGE_TAGS = ("af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ku "
  + "ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn pa pl ps pt rm ro ru rw si sk sl so sq sr sv sw ta te tg th ti tk tr uk ur uz vi wo xh yi yo zh zu "
  + "de-AT de-CH en-GB en-US fr-CA gsw pt-BR zh-Hans zh-Hant rom ase bfi gsg sgg fsl").split(" ");

/** ISO 3166-1 alpha-2. */
const COUNTRY_CODES = ("AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI "
  + "CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY "
  + "HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK "
  + "ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB "
  + "SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS "
  + "YE YT ZA ZM ZW").split(" ");

const made = new Map<string, readonly Option[]>();

/** Names and sorts once for each language shown: a hundred names take long enough to be felt while typing. */
function named(kind: string, values: readonly string[], nameOf: (value: string) => string): readonly Option[] {
  const key = `${kind} ${language.value}`;
  const known = made.get(key);
  if (known) return known;
  const { compare } = new Intl.Collator(language.value);
  const options = values.map((value) => ({ value, text: nameOf(value) })).filter(({ value, text }) => text !== value).sort((a, b) => compare(a.text, b.text));
  made.set(key, options);
  return options;
}

export const countryOptions = (): readonly Option[] => named("country", COUNTRY_CODES, countryName);
export const languageOptions = (): readonly Option[] => named("language", LANGUAGE_TAGS, languageName);

/** The tag of a language given by its name or its tag; undefined when it is neither. */
export function languageTag(typed: string): string | undefined {
  const wanted = typed.trim().toLocaleLowerCase();
  const found = languageOptions().find(({ text }) => text.toLocaleLowerCase() === wanted);
  if (found) return found.value;
  try {
    const [tag] = Intl.getCanonicalLocales(typed.trim());
    return tag && languageName(tag) !== tag ? tag : undefined;
  } catch {
    return undefined;
  }
}
