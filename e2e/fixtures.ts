/**
 * What every browser story starts from: `test` with a server of its own for each
 * file, and the checks that hold on every page.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type BrowserContext, expect, type Page, test as base, type TestInfo } from "@playwright/test";
import type axe from "axe-core";
import type { Login } from "../scripts/demo/filler.ts";
import { startServer, type TestServer } from "../web/core/test/server.ts";
import { DESK, LIVED, PHONE } from "./playwright.config.ts";

interface Servers {
  /** The server of a file, begun with a copy of a data folder if one is given; that of the file before is stopped, and its browsers are closed. */
  of(file: string, from?: string): Promise<TestServer>;
}

export const test = base.extend<{ server: TestServer }, { servers: Servers }>({
  servers: [
    async ({ browser }, use) => {
      let running: { readonly file: string; readonly server: TestServer } | undefined;
      await use({
        async of(file, from) {
          if (running?.file !== file) {
            await running?.server.stop();
            // What the file before left open would go on looking for its server beside this one.
            for (const context of browser.contexts()) await context.close();
            running = { file, server: await startServer([], from) };
          }
          return running.server;
        },
      });
      await running?.server.stop();
    },
    { scope: "worker" },
  ],
  /** The real server, with nothing in it when a file's first test begins. */
  server: async ({ servers }, use, info) => use(await servers.of(fileOf(info))),
  /** Pages are reached by path. */
  baseURL: async ({ server }, use) => use(server.baseUrl),
});

/** The same with the people of the demonstration on the server when a file's first test begins. */
export const livedInTest = test.extend<{ logins: readonly Login[] }>({
  server: async ({ servers }, use, info) => use(await servers.of(fileOf(info), LIVED.data)),
  logins: async ({}, use) => use(JSON.parse(readFileSync(LIVED.logins, "utf8")) as readonly Login[]),
});

export { expect };

const fileOf = (info: TestInfo): string => `${info.project.name} ${info.file}`;

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe can find in dark and not in light. */
const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];
/** What axe can find in one language and not in another; colours and sizes are the same in all. */
const RULES_OF_LANGUAGE = [
  "aria-command-name", "aria-dialog-name", "aria-input-field-name", "aria-toggle-field-name", "autocomplete-valid", "button-name", "document-title", "html-has-lang",
  "html-lang-valid", "image-alt", "input-button-name", "label", "link-name", "select-name", "summary-name", "svg-img-alt", "valid-lang",
];

/** Without what is there for people to read, of which there is as much again. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const LANGUAGES = ["de", "es", "fr", "ar", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

interface Look {
  /** By name; WCAG 2.2 AA if none are named, and none at all if the list is empty. */
  readonly rules?: readonly string[];
  readonly languages: readonly Language[];
  /** In which of the languages the rules are applied; in the others only what has no room is looked for. */
  readonly judged?: readonly Language[];
}

/**
 * What is wrong with the page as it is now, in each of these languages or as it
 * stands: what axe finds, what makes it or a dialog on it scroll sideways,
 * words that have no room and break by the letter, and controls whose content a
 * browser keeps on disk. It is one step for the browser, because there are many of
 * them; and axe stays in the page between two looks, because putting it there takes
 * longer than a look. Alcove has no frames.
 */
async function faults(page: Page, { rules, languages, judged = languages }: Look): Promise<readonly string[]> {
  if (rules?.length !== 0 && (await page.evaluate(() => !("axe" in window)))) await page.evaluate(AXE);
  const runOnly = rules ? { type: "rule" as const, values: [...rules] } : { type: "tag" as const, values: WCAG_2_2_AA };
  return page.evaluate(async ({ only, spoken, judgedIn }) => {
    async function speak(language: string): Promise<void> {
      const choice = document.querySelector<HTMLSelectElement>(".bar-language");
      if (!choice) throw new Error("there is no choice of language here");
      choice.value = language;
      choice.dispatchEvent(new Event("change", { bubbles: true }));
      const speaks = (): boolean => document.documentElement.lang === language && choice.selectedOptions[0]?.lang === language;
      for (const end = Date.now() + 20_000; !speaks(); await new Promise((resolve) => setTimeout(resolve, 5))) if (Date.now() > end) throw new Error(`it does not speak "${language}"`);
      await new Promise((resolve) => setTimeout(resolve, 5)); // for what is drawn after
    }
    async function rulesBroken(): Promise<readonly string[]> {
      if (only.values.length === 0) return [];
      const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run(document.querySelector("dialog:modal") ?? document, { runOnly: only, resultTypes: ["violations"] });
      return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(" ")}\n    ${node.failureSummary ?? ""}`).join("\n")}`);
    }
    const named = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className}`;
    const tooWide = (): readonly string[] => [document.documentElement, ...document.querySelectorAll("dialog[open]")].filter((box) => box.scrollWidth > box.clientWidth).flatMap((box) => {
      const { left, right } = box.getBoundingClientRect();
      const outside = [...box.querySelectorAll("*")].filter((element) => {
        const inner = element.getBoundingClientRect();
        return inner.left < left - 1 || Math.max(inner.right, inner.left + element.scrollWidth) > right + 1;
      });
      return [`${named(box)} needs ${box.scrollWidth} px and has ${box.clientWidth}`, ...outside.map(named)];
    });
    const squeezed = (): readonly string[] => [...document.querySelectorAll("main *, dialog[open] *")].filter((element) => {
      const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent?.trim() ?? "").join(" ");
      const { width, height } = element.getBoundingClientRect();
      const line = Number.parseFloat(getComputedStyle(element).fontSize);
      return words.length > 3 && width > 1 && width < 2 * line && height > 3 * line;
    }).map((element) => `${named(element)} breaks its words by the letter`);
    const writtenDown = (): readonly string[] => [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>("input:not([type=password], [type=file], [type=hidden]), select, textarea")]
      .filter((control) => control.autocomplete !== "off" && !(control instanceof HTMLInputElement && control.value === control.defaultValue))
      .map((control) => `${named(control)} is written to the disk by the browser, with what stands in it`);
    const found = async (judging: boolean): Promise<readonly string[]> => [...(judging ? await rulesBroken() : []), ...tooWide(), ...squeezed(), ...writtenDown()];
    if (spoken.length === 0) return found(true);
    const all: string[] = [];
    for (const language of spoken) {
      await speak(language);
      all.push(...(await found(judgedIn.includes(language))).map((each) => `in "${language}": ${each}`));
    }
    return all;
  }, { only: runOnly, spoken: [...languages], judgedIn: [...judged] as string[] });
}

/** Holds the page as it is now to WCAG 2.2 AA, as far as a machine can tell, and to the width it has. */
export async function expectAccessible(page: Page): Promise<void> {
  let found: readonly string[];
  do {
    // What lies half below the strip is not what is judged; a conversation that comes meanwhile goes to its end.
    await page.evaluate(() => scrollTo(0, 0));
    found = await faults(page, { languages: [] });
  } while (found.length > 0 && (await page.evaluate(() => scrollY)) > 0);
  expect(found, page.url()).toEqual([]);
}

/** The same for a page that is held to all of it in English and in light: what can be another in one language; and its colours, where those or the direction are others. */
export async function expectAccessibleHereToo(page: Page, colours: boolean): Promise<void> {
  expect(await faults(page, { rules: [...RULES_OF_LANGUAGE, ...(colours ? RULES_OF_COLOUR : [])], languages: [] }), page.url()).toEqual([]);
}

/** Runs a check in a window of another width. */
async function inWidth(page: Page, width: number, check: () => Promise<void>): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: before?.height ?? 800 });
  await check();
  if (before) await page.setViewportSize(before);
}

/** Holds the page to the width it is given: nothing makes it scroll sideways. */
export async function expectNoOverflow(page: Page, width = 320): Promise<void> {
  await inWidth(page, width, async () => expect(await faults(page, { rules: [], languages: [] }), page.url()).toEqual([]));
}

/** Chooses the language of the app, also where the choice is behind a dialog or a conversation has the whole phone. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.locator(".bar-language").evaluate((choice: HTMLSelectElement, chosen) => {
    choice.value = chosen;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  }, language);
  await expect(page.locator(".bar-language option:checked")).toHaveAttribute("lang", language);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

const isAtDesk = (page: Page): boolean => (page.viewportSize()?.width ?? 0) > PHONE.width;
/** In which a screen can be looked at: none where the choice of language is not there. */
const spokenOn = async (page: Page): Promise<readonly Language[]> => ((await page.locator(".bar-language").count()) > 0 ? LANGUAGES : []);

/**
 * Everything a machine can tell of a screen: in light and dark, and in every
 * language whether it has room, back to English. On a phone that is done in a
 * narrow window; at a desk in the width it has, where the colours are those of the
 * phone. What axe can find in one language and not in another is a text that is
 * missing, which the catalogues are held to (scripts/lint-locales.mjs), or has to do
 * with the direction; so it looks at English and Arabic, and at Arabic in the dark:
 * each change of colours and width has the browser draw everything anew.
 */
export async function expectWellMade(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" }); // no colours half-way
  await expectAccessible(page);
  const atDesk = isAtDesk(page);
  const languages = await spokenOn(page);
  if (!atDesk) await page.emulateMedia({ colorScheme: "dark" });
  await inWidth(page, atDesk ? DESK.width : 320, async () => {
    const rules = atDesk ? [] : [...RULES_OF_LANGUAGE, ...RULES_OF_COLOUR];
    expect(await faults(page, { rules, languages, judged: ["ar"] }), `${atDesk ? "" : "in the dark: "}${page.url()}`).toEqual([]);
  });
  await page.emulateMedia({ colorScheme: null });
  await page.evaluate(() => document.documentElement.offsetWidth); // in light before anything may move again
  await page.emulateMedia({ reducedMotion: null });
}

/** The same, and in the width of the other device in every language whether it has room: for what is laid out another way there. */
export async function expectWellMadeInBothWidths(page: Page): Promise<void> {
  await expectWellMade(page);
  const languages = await spokenOn(page);
  await inWidth(page, isAtDesk(page) ? 320 : DESK.width, async () => expect(await faults(page, { rules: [], languages }), `in the other width: ${page.url()}`).toEqual([]));
}

/** The browser's own setting for the size of text, of which everything else is a multiple. */
export async function writeLarge(page: Page, times: number): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.setFontSizes", { fontSizes: { standard: 16 * times, fixed: 13 * times } });
  await browser.detach();
}

/** Holds the page to a narrow window with text twice as large. */
export async function expectRoomForLargeText(page: Page): Promise<void> {
  await writeLarge(page, 2);
  await expectNoOverflow(page);
  await writeLarge(page, 1);
}

/** Collects what a context's pages complain about on the console, errors of the policy among it. */
export function listenForErrors(context: BrowserContext): readonly string[] {
  const heard: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") heard.push(message.text());
  });
  context.on("weberror", (error) => heard.push(String(error.error())));
  return heard;
}
