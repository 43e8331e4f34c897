/** The words of the app: Fluent catalogues, one chunk a language. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { signal } from "@preact/signals";

export type Language = "en" | "de";
const load = { en: () => import("../locales/en.ftl"), de: () => import("../locales/de.ftl") };
const bundle = signal<FluentBundle | undefined>(undefined);
export const language = signal<Language>("en");

export async function setLanguage(next: Language): Promise<void> {
  const made = new FluentBundle(next);
  made.addResource(new FluentResource((await load[next]()).default));
  language.value = next;
  bundle.value = made;
  document.documentElement.lang = next;
  document.documentElement.dir = "ltr";
}

export const preferredLanguage = (): Language => (navigator.languages.find((l) => /^(de|en)\b/.test(l))?.startsWith("de") ? "de" : "en");

export function t(id: string, args?: Record<string, FluentVariable>): string {
  const message = bundle.value?.getMessage(id);
  return message?.value ? bundle.value!.formatPattern(message.value, args) : id;
}

export function errorText(code: string): string {
  return t(bundle.value?.hasMessage(`error-${code}`) ? `error-${code}` : "error-unknown");
}
