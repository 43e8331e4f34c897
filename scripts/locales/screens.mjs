/** Holds the first language to what the screens ask for and to what the core and the server refuse. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const SCREENS = "web/app";
const CORE = "web/core";
const PROTOCOL = "docs/protocol.md";

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

export function checkScreens(entries, complain) {
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
export function checkRefusals(entries, complain) {
  const files = readdirSync(CORE, { recursive: true }).filter((name) => name.endsWith(".ts") && !/\btest\b/u.test(name));
  const sources = [[PROTOCOL, /^\| `([a-z_]+)` \| [a-z_]+ \|/gmu], ...files.map((name) => [path.join(CORE, name), /CoreError\("([a-z_]+)"/gu])];
  for (const [file, pattern] of sources) {
    for (const [, code] of readFileSync(file, "utf8").matchAll(pattern)) if (!entries.has(`error-${code}`)) complain(file, `there is no text "error-${code}"`);
  }
}
