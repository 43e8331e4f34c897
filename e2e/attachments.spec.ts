/**
 * Two people send each other pictures and files: what a picture's file says of
 * its place stays on the device unless somebody wants it sent, and an upload
 * survives a reload.
 */
import { readFile } from "node:fs/promises";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import type { Login } from "../scripts/demo/filler.ts";
import { expect, expectWellMade, listenForErrors, livedInTest as test } from "./fixtures.ts";
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

interface Chosen { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

async function attach(page: Page, files: Chosen | Chosen[]): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Send a file or a picture" }).click();
  await (await chooser).setFiles(files);
}

/** Files held by the mouse over the conversation, then let go. */
async function drop(page: Page, { name, mimeType, buffer }: Chosen): Promise<void> {
  const held = await page.evaluateHandle(async ({ name, mimeType, content }) => {
    const carried = new DataTransfer();
    carried.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name, { type: mimeType }));
    return carried;
  }, { name, mimeType, content: buffer.toString("base64") });
  await page.dispatchEvent(".timeline", "dragover", { dataTransfer: held });
  await expect(page.getByText("Drop the files to send them here.")).toBeVisible();
  await page.dispatchEvent(".timeline", "drop", { dataTransfer: held });
  await expect(page.getByText("Drop the files to send them here.")).toHaveCount(0);
}

/** A large file is let go above the conversation, and another one while that is taken in. */
async function dropInHaste(page: Page, large: string, small: string): Promise<void> {
  await page.locator(".timeline").evaluate(async (timeline, [first, second]) => {
    const letGo = (name: string, content: BlobPart): void => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], name, { type: "text/plain" }));
      timeline.dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer }));
    };
    letGo(first, new Uint8Array(20_000_000));
    while (!document.querySelector(".composer [aria-disabled=true]")) await new Promise(requestAnimationFrame);
    letGo(second, "Small.");
  }, [large, small] as const);
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

test("two people send each other a picture and a file", async ({ browser, logins, server, contextOptions }) => {
  const who = (name: string) => enterAs(browser, { ...contextOptions, baseURL: server.baseUrl }, logins.find((login) => login.who.includes(name))!);
  const [{ page: client, complaints, context }, { page: practitioner }] = [await who("talks with Mara"), await who("practitioner, Mara")];
  await client.getByRole("link", { name: /Mara Lindqvist/u }).click();
  await practitioner.getByRole("link", { name: /Quiet Heron/u }).click();

  await test.step("a picture is shown small and large, and does not say where it was taken", async () => {
    const buffer = await photograph(client);
    expect(buffer.includes(PLACE)).toBe(true);
    await attach(client, { name: "balcony.jpeg", mimeType: "image/jpeg", buffer });
    await expect(client.getByRole("dialog").locator("img[src^='blob:']")).toBeVisible();
    await expectWellMade(client);
    await client.getByRole("button", { name: "Send picture" }).click();
    await expect(client.getByRole("dialog")).toHaveCount(0);
    // Until then the list goes on moving under whoever presses something in it.
    await expect(client.getByRole("listitem").filter({ has: client.getByRole("button", { name: /^Picture .*balcony\.jpg/u }) }).locator(".mark-sent, .mark-delivered, .mark-read")).toBeVisible();
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

  await test.step("several at once, and of one of them the original, for who asks for it", async () => {
    const buffer = await photograph(client);
    await attach(client, [{ name: "sky.jpeg", mimeType: "image/jpeg", buffer }, { name: "certificate.jpeg", mimeType: "image/jpeg", buffer }, { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Slept well.") }]);
    const second = client.getByRole("dialog").getByRole("listitem").filter({ hasText: "certificate.jpeg" });
    await second.getByLabel("Send the original file").check();
    await expect(second.getByText(/often where and when the picture was taken/u)).toBeVisible();
    await expectWellMade(client);
    await client.getByRole("button", { name: /^Send .*3.* files$/u }).click();
    // Until all are here the list goes on moving under whoever presses something in it.
    await expect(practitioner.getByRole("button", { name: /^Save .*notes\.txt/u })).toBeVisible();
    for (const [name, place] of [["sky.jpg", false], ["certificate.jpeg", true]] as const) {
      await practitioner.getByRole("button", { name: new RegExp(`^Picture .*${name}`, "u") }).click();
      const got = await saved(practitioner, /^Save$/u);
      expect([got.includes(PLACE), got.equals(buffer)]).toEqual([place, place]);
      await practitioner.getByRole("button", { name: "Close" }).click();
    }
    expect((await saved(practitioner, /^Save .*notes\.txt/u)).toString()).toBe("Slept well.");
  });

  await test.step("a picture is dropped on the conversation, and asked about before it goes", async () => {
    await drop(client, { name: "dropped.jpeg", mimeType: "image/jpeg", buffer: await photograph(client) });
    await client.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await drop(client, { name: "dropped.txt", mimeType: "text/plain", buffer: Buffer.from("Dropped.") });
    await expect(practitioner.locator(".file-name", { hasText: "dropped.txt" })).toBeVisible();
    await expect(client.getByText("dropped.jpg")).toHaveCount(0);
  });

  await test.step("a file that is dropped while another is taken in goes behind it", async () => {
    await dropInHaste(client, "large.txt", "small.txt");
    for (const name of ["large.txt", "small.txt"]) await expect(practitioner.locator(".file-name", { hasText: name })).toBeVisible();
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
    await expect(practitioner.locator(".file-name", { hasText: "letter.pdf" })).toBeVisible();
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
