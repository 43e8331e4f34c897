/** The app's texts as a reader of a language sees them, by their ids: for stories that are not played in English. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Language } from "./fixtures.ts";

export type Words = (id: string, args?: Record<string, FluentVariable>) => string;

export function wordsOf(language: Language): Words {
  const folder = new URL(`../web/locales/${language}/`, import.meta.url);
  const bundle = new FluentBundle(language);
  for (const name of readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith(".ftl"))) bundle.addResource(new FluentResource(readFileSync(new URL(name, folder), "utf8")));
  return (id, args) => {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) throw new Error(`no text "${id}" in "${language}"`);
    return bundle.formatPattern(pattern, args);
  };
}
