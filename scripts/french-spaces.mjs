/** Puts the narrow no-break space of French before ; : ! ? » and after «, in the catalogues: nobody can type or see it. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = "web/locales/fr";
const files = [...readdirSync(folder).filter((name) => name.endsWith(".ftl")).map((name) => path.join(folder, name)), "internal/pages/locales/fr.json", "internal/pages/items/fr.json"];
for (const file of files) {
  const before = readFileSync(file, "utf8");
  const after = before.replace(/[ \u00a0](?=[;:!?»])/gu, "\u202f").replace(/«[ \u00a0]/gu, "«\u202f").replace(/(?<=\p{L})'(?=\p{L})/gu, "’");
  if (after !== before) writeFileSync(file, after);
}
