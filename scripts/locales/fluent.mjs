/** Reads the Fluent catalogues of the app: what each message uses, and each way it may be said. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { FluentParser, serializeExpression, Visitor } from "@fluent/syntax";

export const CATALOGUES = "web/locales";

/** Collects what a pattern uses, and what it is counted by. */
class Uses extends Visitor {
  variables = new Set();
  references = new Set();
  selections = [];
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
  visitSelectExpression(expression) {
    const { selector, variants } = expression;
    const keys = variants.map(({ key, default: isDefault }) => ({ name: key.type === "NumberLiteral" ? Number(key.value) : key.name, isDefault }));
    this.selections.push({ by: selector.type === "VariableReference" ? selector.id.name : serializeExpression(selector), keys });
    this.genericVisit(expression);
  }
}

/** Every way a pattern may be said; what is put in stands as "{}". */
function waysOf(pattern) {
  return pattern.elements.reduce((ways, element) => {
    const own = element.type === "TextElement" ? [element.value]
      : element.expression.type === "SelectExpression" ? element.expression.variants.flatMap(({ value }) => waysOf(value))
        : element.expression.type === "StringLiteral" ? [element.expression.value] : ["{}"];
    return ways.flatMap((way) => own.map((part) => way + part));
  }, [""]);
}

function entryOf(node, file) {
  const uses = new Uses();
  uses.visit(node);
  const patterns = [node.value, ...node.attributes.map(({ value }) => value)].filter(Boolean);
  return {
    file,
    attributes: node.attributes.map(({ id }) => id.name).sort().join(" "),
    variables: [...uses.variables].sort().join(" "),
    references: uses.references,
    selections: uses.selections,
    hasText: node.value !== null,
    ways: patterns.flatMap(waysOf),
  };
}

/** Every message and term of a language, by id; terms start with "-". */
export function readLanguage(language, complain) {
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
