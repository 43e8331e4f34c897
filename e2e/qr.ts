/** Reads the QR code that a page draws, module by module, as a camera would. */
import type { Page } from "@playwright/test";
import decodeQR from "qr/decode.js";

const SCALE = 4;

export async function readQr(page: Page): Promise<string> {
  const drawn = page.locator("svg.qr");
  const width = Number((await drawn.getAttribute("viewBox"))?.split(" ")[2]) * SCALE;
  const path = (await drawn.locator("path").getAttribute("d")) ?? "";
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/gu)) {
    for (let row = 0; row < SCALE; row++) {
      const start = (Number(y) * SCALE + row) * width + Number(x) * SCALE;
      for (let pixel = start; pixel < start + SCALE; pixel++) data.fill(0, pixel * 4, pixel * 4 + 3);
    }
  }
  return decodeQR({ width, height: width, data });
}
