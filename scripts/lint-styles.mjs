/**
 * Holds the stylesheets to logical properties: what runs from left to right in
 * English runs from right to left in Arabic. Only what is drawn, such as the two
 * edges of a tick, may have its directions.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

const FOLDERS = ["web/app", "internal/pages/assets"];

/** A property or value, and what to write for it. */
const PHYSICAL = [
  [/^(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)/u, "-inline-start, -inline-end, -block-start or -block-end"],
  [/^border-(?:top|bottom)-(?:left|right)-radius/u, "border-start-start-radius and so on"],
  [/^(?:left|right|top|bottom)$/u, "inset-inline or inset-block"],
  [/^(?:min-|max-)?(?:width|height)$/u, "inline-size or block-size"],
];
const SIDED = /^(?:text-align|float|clear|caption-side)$/u;
const FOUR_SIDES = /^(?:margin|padding|inset|scroll-margin|scroll-padding)$/u;

/** The values of a shorthand: what is in brackets stays together. */
function valuesOf(value) {
  const closed = value.replace(/\(([^()]*)\)/gu, (_, inner) => `<${inner.replace(/\s/gu, "")}>`);
  return closed === value ? value.trim().split(/\s+/u) : valuesOf(closed);
}

function faultOf(property, value) {
  for (const [pattern, better] of PHYSICAL) if (pattern.test(property)) return `is physical: use ${better}`;
  if (SIDED.test(property) && /\b(?:left|right)\b/u.test(value)) return "is physical: use start or end";
  const [, end, , start] = valuesOf(value);
  if (FOUR_SIDES.test(property) && start !== undefined && start !== end) return "differs between left and right: use -inline-start and -inline-end";
  return undefined;
}

const complaints = [];
for (const folder of FOLDERS) {
  for (const name of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".css"))) {
    const file = path.join(folder, name);
    readFileSync(file, "utf8").replace(/\/\*.*?\*\//gsu, (comment) => comment.replace(/[^\n]/gu, " ")).split("\n").forEach((line, i) => {
      // Conditions of media queries ask about the window, which has a width.
      for (const [, property, value] of line.replace(/@media[^{]*/u, "").matchAll(/(?:^|[{;\s])([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/gu)) {
        const fault = faultOf(property, value);
        if (fault) complaints.push(`${file}:${i + 1}: ${property}: ${value.trim()} ${fault}`);
      }
    });
  }
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
