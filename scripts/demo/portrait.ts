/**
 * A drawn portrait as a PNG (ISO/IEC 15948), so that the demonstration needs no
 * photograph of anybody: a few circles and ellipses, smoothed by sampling each
 * pixel nine times.
 */
import { crc32, deflateSync } from "node:zlib";

export type Colour = readonly [red: number, green: number, blue: number];
export interface Likeness {
  readonly background: Colour;
  readonly skin: Colour;
  readonly hair: Colour;
  readonly clothes: Colour;
  readonly longHair: boolean;
}

const SIZE = 512;
const SAMPLES = 3;
const INK: Colour = [52, 38, 34];

const inEllipse = (x: number, y: number, cx: number, cy: number, rx: number, ry: number): boolean => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;

/** The colour at a point of the unit square, front to back. */
function colourAt(x: number, y: number, { background, skin, hair, clothes, longHair }: Likeness): Colour {
  const eye = [0.44, 0.56].some((cx) => inEllipse(x, y, cx, 0.43, 0.016, 0.018));
  const mouth = inEllipse(x, y, 0.5, 0.505, 0.06, 0.04) && !inEllipse(x, y, 0.5, 0.492, 0.07, 0.038);
  if (eye || mouth) return INK;
  const fringe = inEllipse(x, y, 0.5, 0.32, 0.18, 0.13) && !inEllipse(x, y, 0.53, 0.43, 0.17, 0.11);
  if (fringe) return hair;
  if (inEllipse(x, y, 0.5, 0.42, 0.155, 0.19)) return skin;
  if (Math.abs(x - 0.5) < 0.055 && y > 0.5 && y < 0.7) return skin;
  if (inEllipse(x, y, 0.5, 0.98, 0.36, 0.34)) return clothes;
  const behind = longHair ? inEllipse(x, y, 0.5, 0.46, 0.22, 0.27) : inEllipse(x, y, 0.5, 0.35, 0.18, 0.16);
  return behind ? hair : background;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}

/** A square PNG of 512 pixels a side, 8-bit RGB. */
export function drawPortrait(likeness: Likeness): Uint8Array {
  const rows = Buffer.alloc(SIZE * (1 + SIZE * 3)); // each row: filter type 0, then RGB
  for (let py = 0; py < SIZE; py++) {
    for (let px = 0; px < SIZE; px++) {
      const sum = [0, 0, 0];
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const colour = colourAt((px + ((s % SAMPLES) + 0.5) / SAMPLES) / SIZE, (py + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES) / SIZE, likeness);
        colour.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
      }
      sum.forEach((value, i) => (rows[py * (1 + SIZE * 3) + 1 + px * 3 + i] = Math.round(value / SAMPLES ** 2)));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 2, 0, 0, 0], 8); // bit depth, colour type RGB, deflate, adaptive filters, no interlace
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", new Uint8Array())]);
}
