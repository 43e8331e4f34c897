/** A conversation is taken along with its files as one file, which other programs open. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { create, toBinary } from "@bufbuild/protobuf";
import type { Page } from "@playwright/test";
import { Decrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";
import { strFromU8, unzipSync } from "fflate";
import type { Core, NewFile } from "../web/core/api.ts";
import { ErrorInfoSchema } from "../web/core/gen/alcove/v1/errors_pb.ts";
import { openPractice, PASSPHRASE, untilView } from "../web/core/test/practice.ts";
import { expect, expectAccessible, expectNoOverflow, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

/** The smallest picture there is (PNG), a sound that is none, and a file with a name that would leave its folder. */
const PICTURE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const SENT: readonly (NewFile & { readonly path: string })[] = [
  { name: "sky & sea.png", type: "image/png", content: new Blob([PICTURE]), path: "files/001-sky & sea.png" },
  { name: "Voice message.webm", type: "audio/webm", content: new Blob([Buffer.alloc(900_000, "sound")]), voice: { ms: 2_000, levels: [1, 9, 4] }, path: "files/002-Voice message.webm" },
  { name: "../../Café #1?.txt", type: "text/html", content: new Blob(["<script>alert(1)</script>"]), path: "files/003-_.._Café _1_.txt" },
];
const GET_CHUNK = "**/alcove.v1.BlobService/GetChunk";

const HOSTILE = '</p><script>alert("x")</script> & שלום';

async function saved(page: Page): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const begun = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const download = await begun;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

interface Data {
  readonly format: string;
  readonly version: number;
  readonly with: { readonly displayName: string };
  readonly intake: { readonly reason: string };
  readonly items: readonly { readonly text?: string; readonly takenBack?: true; readonly file?: { readonly path?: string; readonly sha256?: string; readonly missing?: string } }[];
}

/** The files byte for byte, under names that stay in their folder, with the hashes the data tells. */
async function expectFiles(files: Readonly<Record<string, Uint8Array>>, data: Data, missing: readonly number[]): Promise<void> {
  const told = data.items.flatMap(({ file }) => file ?? []);
  expect(told).toHaveLength(SENT.length);
  for (const [i, { content, path }] of SENT.entries()) {
    if (missing.includes(i)) {
      expect(told[i]?.missing).toBe("blob_not_found");
      expect(files[path]).toBeUndefined();
      continue;
    }
    const bytes = Buffer.from(await content.arrayBuffer());
    expect(told[i]?.path).toBe(path);
    expect(told[i]?.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(bytes.equals(files[path]!), path).toBe(true);
  }
  expect(Object.keys(files).filter((name) => name.startsWith("files/"))).toHaveLength(SENT.length - missing.length);
}

/** What is in the archive: the page shown by a browser, the data, and the files. */
async function expectWhole(page: Page, archive: Uint8Array, missing: readonly number[] = []): Promise<void> {
  const files = unzipSync(archive);
  const data = JSON.parse(strFromU8(files["conversation.json"]!)) as Data;
  expect([data.format, data.version, data.with.displayName, data.intake.reason]).toEqual(["alcove-conversation", 2, "Dr Reed", "I cannot sleep."]);
  expect(data.items.flatMap(({ text, file }) => (file ? [] : (text ?? [])))).toEqual([HOSTILE, "", "I hear you."]);
  await expectFiles(files, data, missing);
  const reader = await page.context().newPage();
  reader.on("dialog", () => { throw new Error("a script ran"); });
  // As it lies beside its files on a disk.
  const folder = mkdtempSync(path.join(tmpdir(), "alcove-taken-"));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  await reader.goto(pathToFileURL(path.join(folder, "conversation.html")).href);
  const names = SENT.flatMap(({ name }, i) => (missing.includes(i) ? [] : [name]));
  await expect(reader.locator(".said:not(:has(a))")).toHaveText([HOSTILE, "I hear you."]);
  await expect(reader.locator(".said a")).toHaveText(names);
  if (!missing.includes(0)) await expect(reader.getByRole("img", { name: "sky & sea.png" })).toHaveJSProperty("naturalWidth", 1);
  await expect(reader.locator("audio")).toHaveAttribute("src", "files/002-Voice%20message.webm");
  for (const i of missing) await expect(reader.locator(".note", { hasText: SENT[i]!.name }).filter({ hasText: "not available any more." })).toBeVisible();
  const text = reader.locator("a", { hasText: "#1?" });
  expect(readFileSync(new URL((await text.evaluate((link: HTMLAnchorElement) => link.href))), "utf8")).toBe("<script>alert(1)</script>");
  rmSync(folder, { recursive: true });
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
  const practice = await openPractice(server);
  const { core, id, loginName } = await practice.talkingClient("Quiet Heron");
  for (const [i, { path: _, ...file }] of SENT.entries()) {
    await core.sendFile(id, file);
    await untilView(core, id, (view) => view.items.filter((item) => item.kind === "message" && item.file).length === i + 1);
  }
  await core.send(id, HOSTILE);
  const sent = async (writer: Core, text: string) => (await untilView(writer, id, (view) => view.items.some((item) => item.kind === "message" && item.text === text))).items.at(-1)!.id;
  await core.send(id, "Never mind.");
  await core.takeBack(id, await sent(core, "Never mind."));
  // What each of them says is at the server once it leaves their device, and only then comes before an answer to it.
  await untilView(practice.practitioner.core, id, (view) => view.items.some((item) => item.kind === "message" && item.takenBack === true));
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

  await test.step("given up half-way, and nothing is saved", async () => {
    let hold = true;
    await page.route(GET_CHUNK, (route) => (hold ? undefined : route.continue()));
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("progressbar", { name: "How much of the files has been fetched" })).toBeVisible();
    await expectAccessible(page);
    await expectNoOverflow(page);
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText("This was cancelled.")).toBeVisible();
    hold = false;
    await page.unroute(GET_CHUNK);
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

  await test.step("a file that is not there any more is named, and the rest is saved", async () => {
    const info = Buffer.from(toBinary(ErrorInfoSchema, create(ErrorInfoSchema, { code: "blob_not_found" }))).toString("base64").replace(/=+$/u, "");
    let asked = 0;
    await page.route(GET_CHUNK, (route) => (asked++ > 0 ? route.continue()
      : route.fulfill({ status: 404, contentType: "application/json", body: JSON.stringify({ code: "not_found", details: [{ type: "alcove.v1.ErrorInfo", value: info }] }) })));
    await expectWhole(page, (await saved(page)).bytes, [0]);
    await page.unroute(GET_CHUNK);
  });

  await test.step("without the files it is quick, and says what was left out", async () => {
    await page.getByLabel("With the pictures and files").uncheck();
    const files = unzipSync((await saved(page)).bytes);
    expect(Object.keys(files).sort()).toEqual(["conversation.html", "conversation.json"]);
    expect(strFromU8(files["conversation.html"]!)).toContain("Café #1?.txt\u2069: not taken along.");
  });
});
