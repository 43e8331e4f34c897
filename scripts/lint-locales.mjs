/**
 * Holds the catalogues to each other and to the screens.
 *
 * Fluent leaves out what it cannot parse and shows an id where a text is missing,
 * both without a word; so here: no junk, no id twice, in every language the same
 * ids with the same attributes and variables, every reference answered, every text
 * the screens ask for there, and a text for whatever the core or the server refuses;
 * and, on the public pages too, one word for one thing.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { FluentParser, Visitor } from "@fluent/syntax";

const CATALOGUES = "web/locales";
const SCREENS = "web/app";
const CORE = "web/core";
const PROTOCOL = "docs/protocol.md";
const PAGES = "internal/pages/locales";
/** By language: words that are not ours, and what we say instead. */
const OTHER_WORDS = {
  de: {
    Fachleute: "Fachpersonen", Fachkräfte: "Fachpersonen", Behandler: "Fachperson", Patient: "Klientin oder Klient",
    Verwaltende: "Praxisleitung", Webseite: "Internetseite", Tracking: "Nachverfolgung",
  },
};
/** The language the others are held to. */
const FIRST = "en";

const complaints = [];
const complain = (where, what) => complaints.push(`${where}: ${what}`);

/** Collects what a pattern uses. */
class Uses extends Visitor {
  variables = new Set();
  references = new Set();
  visitVariableReference({ id }) {
    this.variables.add(id.name);
  }
  visitMessageReference({ id, attribute }) {
    this.references.add(attribute ? `${id.name}.${attribute.name}` : id.name);
  }
  visitTermReference(reference) {
    this.references.add(`-${reference.id.name}`);
    this.genericVisit(reference);
  }
}

function entryOf(node, file) {
  const uses = new Uses();
  uses.visit(node);
  const attributes = node.attributes.map(({ id }) => id.name);
  return { file, attributes: attributes.sort().join(" "), variables: [...uses.variables].sort().join(" "), references: uses.references, hasText: node.value !== null };
}

/** Every message and term of a language, by id; terms start with "-". */
function readLanguage(language) {
  const entries = new Map();
  const folder = path.join(CATALOGUES, language);
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".ftl")).sort()) {
    const file = path.join(folder, name);
    for (const node of new FluentParser().parse(readFileSync(file, "utf8")).body) {
      if (node.type === "Junk") complain(file, `cannot be parsed: ${JSON.stringify(node.content.trim().slice(0, 80))}`);
      if (node.type !== "Message" && node.type !== "Term") continue;
      const id = (node.type === "Term" ? "-" : "") + node.id.name;
      if (entries.has(id)) complain(file, `"${id}" is already in ${entries.get(id).file}`);
      entries.set(id, entryOf(node, file));
    }
  }
  return entries;
}

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

/** The source of the first argument of every call of t(). */
function* asked(source) {
  for (const { index, 0: call } of source.matchAll(/(?<![\w.])t\(/gu)) {
    let depth = 0;
    let end = index + call.length;
    for (; end < source.length; end++) {
      const character = source[end];
      if ("([{".includes(character)) depth++;
      else if (depth === 0 && (character === ")" || character === ",")) break;
      else if (")]}".includes(character)) depth--;
    }
    yield source.slice(index + call.length, end);
  }
}

function checkScreens(entries) {
  const files = readdirSync(SCREENS, { recursive: true }).filter((name) => /\.tsx?$/u.test(name) && !/\btest\b/u.test(name));
  const ids = [...entries].filter(([, { hasText }]) => hasText).map(([id]) => id);
  for (const file of files.map((name) => path.join(SCREENS, name))) {
    for (const argument of asked(readFileSync(file, "utf8"))) {
      // What a condition compares or calls with is no text.
      const texts = argument.replace(/[=!]==\s*"[^"]*"|\w\("[^"]*"\)/gu, "");
      for (const [, id] of texts.matchAll(/"([^"]*)"/gu)) if (!ids.includes(id)) complain(file, `there is no text "${id}"`);
      for (const [, template] of texts.matchAll(/`([^`]*)`/gu)) {
        const pattern = new RegExp(`^${template.split(/\$\{[^}]*\}/u).join("[\\w-]+")}$`, "u");
        if (!ids.some((id) => pattern.test(id))) complain(file, `there is no text like "${template}"`);
      }
    }
  }
}

/** Codes of the server are in the protocol's table, those of the core where it refuses. */
function checkRefusals(entries) {
  const files = readdirSync(CORE, { recursive: true }).filter((name) => name.endsWith(".ts") && !/\btest\b/u.test(name));
  const sources = [[PROTOCOL, /^\| `([a-z_]+)` \| [a-z_]+ \|/gmu], ...files.map((name) => [path.join(CORE, name), /CoreError\("([a-z_]+)"/gu])];
  for (const [file, pattern] of sources) {
    for (const [, code] of readFileSync(file, "utf8").matchAll(pattern)) if (!entries.has(`error-${code}`)) complain(file, `there is no text "error-${code}"`);
  }
}

function checkWords(language) {
  const folder = path.join(CATALOGUES, language);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ftl")).map((name) => path.join(folder, name));
  for (const file of [...files, path.join(PAGES, `${language}.json`)].filter(existsSync)) {
    const text = readFileSync(file, "utf8");
    for (const [word, ours] of Object.entries(OTHER_WORDS[language] ?? {})) if (text.includes(word)) complain(file, `says "${word}" for "${ours}"`);
  }
}

const languages = readdirSync(CATALOGUES);
for (const language of languages) checkWords(language);
const first = readLanguage(FIRST);
checkReferences(first);
checkScreens(first);
checkRefusals(first);
for (const language of languages.filter((language) => language !== FIRST)) {
  const other = readLanguage(language);
  compare(first, other, language);
  checkReferences(other);
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
