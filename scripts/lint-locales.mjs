/**
 * Holds the catalogues to each other, to the screens and to how each language is written.
 *
 * Fluent leaves out what it cannot parse and shows an id where a text is missing,
 * both without a word; so here: no junk, no id twice, in every language the same
 * ids with the same attributes and variables, every reference answered, every text
 * the screens ask for there, and a text for whatever the core or the server refuses
 * (scripts/locales/screens.mjs); and, on the public pages too, every text translated,
 * with the plurals and the punctuation of its language, and one word for one thing
 * (scripts/locales/conventions.mjs).
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { checkCounted, checkPlurals, checkTranslated, checkWords, checkWriting } from "./locales/conventions.mjs";
import { CATALOGUES, readLanguage } from "./locales/fluent.mjs";
import { checkRefusals, checkScreens } from "./locales/screens.mjs";

const PAGES = "internal/pages/locales";
/** What single columns of the database hold; English has it in the code. */
const ITEMS = "internal/pages/items";
/** The language the others are held to. */
const FIRST = "en";

const complaints = [];
const complain = (where, what) => complaints.push(`${where}: ${what}`);

function compare(first, other, language) {
  for (const [id, { file, attributes, variables }] of first) {
    const same = other.get(id);
    if (!same) {
      complain(`${CATALOGUES}/${language}`, `"${id}" of ${file} is missing`);
      continue;
    }
    if (path.basename(same.file) !== path.basename(file)) complain(same.file, `"${id}" is in ${file} elsewhere`);
    if (same.attributes !== attributes) complain(same.file, `"${id}" has the attributes [${same.attributes}], not [${attributes}]`);
    if (same.variables !== variables) complain(same.file, `"${id}" uses the variables [${same.variables}], not [${variables}]`);
  }
  for (const [id, { file }] of other) if (!first.has(id)) complain(file, `"${id}" is not in ${FIRST}`);
}

function checkReferences(entries) {
  for (const [id, { file, references }] of entries) {
    for (const reference of references) {
      const [name, attribute] = reference.split(".");
      const target = entries.get(name);
      if (!target || (attribute && !target.attributes.split(" ").includes(attribute))) complain(file, `"${id}" refers to "${reference}", which is not there`);
    }
  }
}

/** The texts of the public pages, as entries; that they are the same in all languages a test of theirs holds. */
function readPages(language, folder = PAGES) {
  const file = path.join(folder, `${language}.json`);
  const texts = Object.entries(JSON.parse(readFileSync(file, "utf8")));
  // Blocks are parted by an empty line; what begins with "- " is a list, with "! " a note.
  const parts = (text) => text.split(/\n\n|\n/u).map((part) => part.replace(/^[-!] /u, "").replace(/\{\w+\}/gu, "{}"));
  return new Map(texts.map(([id, text]) => [id, { file, ways: parts(text) }]));
}

function checkTexts(entries, first, language) {
  for (const [id, { file, ways }] of entries) {
    if (language !== FIRST) checkTranslated(id, file, ways, first.get(id)?.ways ?? [], language, complain);
    for (const way of ways.filter((way) => way.replaceAll("{}", "").trim() !== "")) {
      checkWriting(id, file, way, language, complain);
      checkWords(id, file, way, language, complain);
    }
  }
}

const [first, firstPages] = [readLanguage(FIRST, complain), readPages(FIRST)];
checkScreens(first, complain);
checkRefusals(first, complain);
for (const language of readdirSync(CATALOGUES)) {
  const entries = language === FIRST ? first : readLanguage(language, complain);
  compare(first, entries, language);
  checkReferences(entries);
  checkPlurals(entries, language, complain);
  checkCounted(first, entries, complain);
  checkTexts(entries, first, language);
  checkTexts(readPages(language), firstPages, language);
  if (language !== FIRST) checkTexts(readPages(language, ITEMS), new Map(), language);
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
