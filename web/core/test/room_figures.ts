/**
 * What rooms of many cost a device, in Chromium: as it is, and with its processor
 * slowed down to that of a cheap telephone. Figures, no test; run by
 * scripts/bench-room.mjs.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import process from "node:process";
import { launchChromium } from "./chromium.ts";
import type { measureEntrance, measureRoom } from "./room_work.ts";

/** What the bundle puts into the page. */
interface Work {
  readonly roomWork: { readonly measureRoom: typeof measureRoom; readonly measureEntrance: typeof measureEntrance };
}

const SIZES = [50, 100, 150];
const SLOWER = [1, 6];

// Cryptography wants a page that came from somewhere trusted, which this machine is.
const server = createServer((_, answer) => void answer.setHeader("Content-Type", "text/html").end("<!doctype html>"));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await launchChromium();
try {
  const page = await browser.newPage();
  const fresh = async (): Promise<void> => {
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ content: readFileSync(process.env["ROOM_WORK"] ?? "", "utf8") });
  };
  const tell = (figure: string, members: number, slowedDown: number, ms: number): void => console.log(JSON.stringify({ figure: `in Chromium: ${figure}`, members, slowedDown, ms: Math.round(ms * 10) / 10 }));
  const devtools = await page.context().newCDPSession(page);
  for (const rate of SLOWER) {
    await devtools.send("Emulation.setCPUThrottlingRate", { rate });
    for (const members of SIZES) {
      await fresh();
      const { ms, bytes, entrance } = await page.evaluate((size) => (globalThis as unknown as Work).roomWork.measureRoom(size), members);
      for (const [figure, value] of Object.entries(ms)) tell(figure, members, rate, value);
      await fresh();
      tell("come in", members, rate, await page.evaluate((given) => (globalThis as unknown as Work).roomWork.measureEntrance(given), entrance));
      if (rate === 1) for (const [figure, value] of Object.entries(bytes)) console.log(JSON.stringify({ figure, members, bytes: value }));
    }
  }
} finally {
  await browser.close();
  server.close();
}
