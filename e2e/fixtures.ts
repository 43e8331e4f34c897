/**
 * What every browser story starts from: `test` with a server of its own for each
 * file, and the checks that hold on every page.
 */
import { readFileSync } from "node:fs";
import { type BrowserContext, expect, type Page, test as base, type TestInfo } from "@playwright/test";
import axe from "axe-core";
import type { Login } from "../scripts/demo/filler.ts";
import { startServer, type TestServer } from "../web/core/test/server.ts";
import { LIVED } from "./playwright.config.ts";

interface Servers {
  /** The server of a file, begun with a copy of a data folder if one is given; that of the file before is stopped. */
  of(file: string, from?: string): Promise<TestServer>;
}

export const test = base.extend<{ server: TestServer }, { servers: Servers }>({
  servers: [
    async ({}, use) => {
      let running: { readonly file: string; readonly server: TestServer } | undefined;
      await use({
        async of(file, from) {
          if (running?.file !== file) {
            await running?.server.stop();
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

/** What axe can find in one language and not in another; colours and sizes are the same in all. */
const RULES_OF_LANGUAGE = [
  "aria-command-name", "aria-dialog-name", "aria-input-field-name", "aria-toggle-field-name", "autocomplete-valid", "button-name", "document-title", "html-has-lang",
  "html-lang-valid", "image-alt", "input-button-name", "label", "link-name", "select-name", "summary-name", "svg-img-alt", "valid-lang",
];

/**
 * What axe finds on the page as it is now. It stays in the page between two
 * looks: putting it there takes longer than a look. Alcove has no frames.
 */
async function faults(page: Page, rules: "all" | "of-language"): Promise<readonly string[]> {
  if (await page.evaluate(() => !("axe" in window))) await page.evaluate(axe.source);
  const runOnly = rules === "all" ? { type: "tag" as const, values: WCAG_2_2_AA } : { type: "rule" as const, values: RULES_OF_LANGUAGE };
  return page.evaluate(async (only) => {
    const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run(document, { runOnly: only, resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(" ")}\n    ${node.failureSummary ?? ""}`).join("\n")}`);
  }, runOnly);
}

/** Holds the page as it is now to WCAG 2.2 AA, as far as a machine can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await faults(page, "all"), `axe on ${page.url()}`).toEqual([]);
}

/** What makes the page, or a dialog on it, scroll sideways at the width it has, and words that have no room and break by the letter. */
const tooWide = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const named = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className}`;
  const culprits: string[] = [];
  for (const box of [document.documentElement, ...document.querySelectorAll("dialog[open]")]) {
    if (box.scrollWidth <= box.clientWidth) continue;
    const { left, right } = box.getBoundingClientRect();
    const outside = [...box.querySelectorAll("*")].filter((element) => {
      const inner = element.getBoundingClientRect();
      return inner.left < left - 1 || Math.max(inner.right, inner.left + element.scrollWidth) > right + 1;
    });
    culprits.push(`${named(box)} needs ${box.scrollWidth} px`, ...outside.map(named));
  }
  const squeezed = [...document.querySelectorAll("main *, dialog[open] *")].filter((element) => {
    const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent?.trim() ?? "").join(" ");
    const { width, height } = element.getBoundingClientRect();
    const line = Number.parseFloat(getComputedStyle(element).fontSize);
    return words.length > 3 && width > 1 && width < 2 * line && height > 3 * line;
  });
  return [...culprits, ...squeezed.map((element) => `${named(element)} breaks its words by the letter`)];
});

/** Runs a check in a narrow window. */
async function narrow(page: Page, width: number, check: () => Promise<void>): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: before?.height ?? 800 });
  await check();
  if (before) await page.setViewportSize(before);
}

/** Holds the page to the width it is given: nothing makes it scroll sideways. */
export async function expectNoOverflow(page: Page, width = 320): Promise<void> {
  await narrow(page, width, async () => expect(await tooWide(page), `wider than ${width} px: ${page.url()}`).toEqual([]));
}

export const LANGUAGES = ["de", "es", "fr", "ar", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Chooses the language of the app, also where the choice is behind a dialog or a conversation has the whole phone. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.locator(".bar-language").evaluate((choice: HTMLSelectElement, chosen) => {
    choice.value = chosen;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  }, language);
  await expect(page.locator(".bar-language option:checked")).toHaveAttribute("lang", language);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

/** Everything a machine can tell of a screen: in light and dark, and what differs by language on a narrow one in every language, back to English. */
export async function expectWellMade(page: Page): Promise<void> {
  // What lies half below the strip is not what is judged.
  await page.evaluate(() => scrollTo(0, 0));
  await page.emulateMedia({ reducedMotion: "reduce" }); // no colours half-way
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: null });
  const speaks = (await page.locator(".bar-language").count()) > 0;
  await narrow(page, 320, async () => {
    for (const language of speaks ? LANGUAGES : []) {
      await speak(page, language);
      expect(await faults(page, "of-language"), `axe in "${language}" on ${page.url()}`).toEqual([]);
      expect(await tooWide(page), `wider than 320 px in "${language}": ${page.url()}`).toEqual([]);
    }
    if (!speaks) expect(await tooWide(page), `wider than 320 px: ${page.url()}`).toEqual([]);
  });
  await page.emulateMedia({ reducedMotion: null });
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
