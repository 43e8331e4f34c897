/** A conversation is taken along as a file, which other programs open. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { Decrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";
import { strFromU8, unzipSync } from "fflate";
import type { Core } from "../web/core/api.ts";
import { openPractice, PASSPHRASE, untilView } from "../web/core/test/practice.ts";
import { expect, expectAccessible, expectNoOverflow, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

const HOSTILE = '</p><script>alert("x")</script> & שלום';

async function saved(page: Page): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const begun = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const download = await begun;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What is in the archive: the page shown by a browser, and the data. */
async function expectWhole(page: Page, archive: Uint8Array): Promise<void> {
  const files = unzipSync(archive);
  const html = strFromU8(files["conversation.html"]!);
  const data = JSON.parse(strFromU8(files["conversation.json"]!)) as { format: string; version: number; with: { displayName: string }; intake: { reason: string }; items: { text?: string }[] };
  expect([data.format, data.version, data.with.displayName, data.intake.reason]).toEqual(["alcove-conversation", 1, "Dr Reed", "I cannot sleep."]);
  expect(data.items.flatMap(({ text }) => text ?? [])).toEqual([HOSTILE, "", "I hear you."]);
  const reader = await page.context().newPage();
  reader.on("dialog", () => { throw new Error("a script ran"); });
  await reader.setContent(html);
  await expect(reader.locator(".said")).toHaveText([HOSTILE, "I hear you."]);
  await expect(reader.getByText("You took this message back.")).toBeVisible();
  await expect(reader.getByText(/^Before it was edited .* I hear\.$/u)).toBeVisible();
  await expect(reader.locator("script")).toHaveCount(0);
  await reader.close();
}

async function opened(file: Uint8Array, key: { readonly passphrase: string } | { readonly identity: string }): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  if ("passphrase" in key) decrypter.addPassphrase(key.passphrase);
  else decrypter.addIdentity(key.identity);
  return decrypter.decrypt(file);
}

test("a conversation is taken along, locked in either way or not at all", async ({ browser, server, contextOptions }) => {
  test.setTimeout(120_000);
  const practice = await openPractice(server);
  const { core, id, loginName } = await practice.talkingClient("Quiet Heron");
  await core.send(id, HOSTILE);
  const sent = async (writer: Core, text: string) => (await untilView(writer, id, (view) => view.items.some((item) => item.kind === "message" && item.text === text))).items.at(-1)!.id;
  await core.send(id, "Never mind.");
  await core.takeBack(id, await sent(core, "Never mind."));
  await practice.practitioner.core.send(id, "I hear.");
  await practice.practitioner.core.edit(id, await sent(practice.practitioner.core, "I hear."), "I hear you.");
  await untilView(core, id, (view) => view.items.some((item) => item.kind === "message" && item.text === "I hear you."));
  await practice.close();

  const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
  await logIn(page, { loginName, passphrase: PASSPHRASE });
  await page.getByRole("link", { name: /Dr Reed/u }).click();
  await page.getByRole("button", { name: "Details" }).click();
  await page.getByRole("button", { name: "Save as a file" }).click();

  await test.step("with the words that are offered", async () => {
    const words = page.locator(".offered");
    await expect(words).toHaveText(/^(\S+ ){5}\S+$/u);
    await expectAccessible(page);
    await expectNoOverflow(page);
    const { name, bytes } = await saved(page);
    expect(name).toMatch(/^alcove-\d{4}-\d\d-\d\d\.zip\.age$/u);
    expect(Buffer.from(bytes).includes("conversation")).toBe(false);
    await expectWhole(page, await opened(bytes, { passphrase: await words.innerText() }));
  });

  await test.step("not with words that could be guessed", async () => {
    await page.getByRole("button", { name: "Choose my own" }).click();
    await page.getByLabel("Your own passphrase").fill("password1");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByLabel("Your own passphrase")).toHaveAttribute("aria-invalid", "true");
  });

  await test.step("for an age recipient", async () => {
    await page.getByLabel("For an age recipient").check();
    const field = page.getByLabel("Recipient (begins with age1)");
    await field.fill("age1nobody");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveValue("age1nobody");
    await expectAccessible(page);
    const identity = await generateHybridIdentity();
    await field.fill(await identityToRecipient(identity));
    await expectWhole(page, await opened((await saved(page)).bytes, { identity }));
  });

  await test.step("unlocked only after the warning", async () => {
    await page.getByLabel("Not at all").check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Please tick this first, or choose a lock.")).toBeVisible();
    await expectAccessible(page);
    await expectNoOverflow(page);
    await page.getByLabel("I know that, and want it unlocked").check();
    const { name, bytes } = await saved(page);
    expect(name).toMatch(/\.zip$/u);
    await expectWhole(page, bytes);
  });
});
