/**
 * Two people send each other pictures and files: what a picture's file says of
 * its place stays on the device, and an upload survives a reload.
 */
import { readFile } from "node:fs/promises";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { fill, type Login } from "../scripts/demo/filler.ts";
import { expect, expectWellMade, listenForErrors, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

const PLACE = "GPS 54.3233 N, 10.1228 E";

/** A photograph as a phone makes it, with a place in its Exif segment. */
async function photograph(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2400, 1600];
    const pen = canvas.getContext("2d")!;
    for (let i = 0; i < 24; i++) {
      pen.fillStyle = `hsl(${i * 15} 50% 50%)`;
      pen.fillRect(i * 100, 0, 100, 1600);
    }
    return canvas.toDataURL("image/jpeg").split(",")[1]!;
  });
  const jpeg = Buffer.from(drawn, "base64");
  const exif = Buffer.from(`Exif\0\0${PLACE}`);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

async function attach(page: Page, files: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Send a file or a picture" }).click();
  await (await chooser).setFiles(files);
}

async function saved(page: Page, button: RegExp): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return readFile(await (await download).path());
}

async function enterAs(browser: Browser, options: BrowserContextOptions, login: Login) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await logIn(page, { ...login, oneTimeCode: login.oneTimeCodes[0] });
  return { context, page, complaints: listenForErrors(context) };
}

test("two people send each other a picture and a file", async ({ browser, server, contextOptions }) => {
  test.setTimeout(300_000);
  const logins = await fill(server, () => undefined);
  const who = (name: string) => enterAs(browser, { ...contextOptions, baseURL: server.baseUrl }, logins.find((login) => login.who.includes(name))!);
  const [{ page: client, complaints, context }, { page: practitioner }] = [await who("talks with Mara"), await who("practitioner, Mara")];
  await client.getByRole("link", { name: /Mara Lindqvist/u }).click();
  await practitioner.getByRole("link", { name: /Quiet Heron/u }).click();

  await test.step("a picture is shown small and large, and does not say where it was taken", async () => {
    const buffer = await photograph(client);
    expect(buffer.includes(PLACE)).toBe(true);
    await attach(client, { name: "balcony.jpeg", mimeType: "image/jpeg", buffer });
    for (const page of [client, practitioner]) {
      await page.getByRole("button", { name: /^Picture .*balcony\.jpg/u }).click();
      await expect(page.getByRole("dialog").locator("img[src^='blob:']")).toHaveJSProperty("naturalWidth", 2048);
      await expectWellMade(page);
      const got = await saved(page, /^Save$/u);
      expect(got.includes(PLACE)).toBe(false);
      await page.getByRole("button", { name: "Close" }).click();
      await expectWellMade(page);
    }
  });

  await test.step("an upload that breaks off goes on after a reload, and the file comes as it was", async () => {
    let taken = 0;
    const chunks = "**/alcove.v1.BlobService/PutChunk";
    await context.route(chunks, (route) => (++taken > 2 ? route.abort("connectionfailed") : route.continue()));
    const buffer = Buffer.alloc(3_000_000, "%PDF-1.7 what the doctor wrote ");
    await attach(client, { name: "letter.pdf", mimeType: "application/pdf", buffer });
    const bar = client.getByRole("progressbar", { name: /^How much of .*letter\.pdf/u });
    await expect(bar).toHaveJSProperty("value", 2);
    await expectWellMade(client);
    await client.reload();
    await expect(bar).toBeVisible();
    await context.unroute(chunks);
    await expect(practitioner.locator(".file-name", { hasText: "letter.pdf" })).toBeVisible({ timeout: 30_000 });
    await expect(bar).toHaveCount(0);
    expect((await saved(practitioner, /^Save .*letter\.pdf/u)).equals(buffer)).toBe(true);
    await expectWellMade(practitioner);
  });

  await test.step("sending is cancelled, and nothing is said", async () => {
    await context.route("**/alcove.v1.BlobService/PutChunk", (route) => route.abort("connectionfailed"));
    await attach(client, { name: "wrong.bin", mimeType: "", buffer: Buffer.alloc(700_000, 7) });
    await client.getByRole("button", { name: /^Cancel: .*wrong\.bin/u }).click();
    await expect(client.getByText("wrong.bin")).toHaveCount(0);
  });
  expect(complaints.filter((each) => !each.includes("ERR_CONNECTION_FAILED"))).toEqual([]);
});
