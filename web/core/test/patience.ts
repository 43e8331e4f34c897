/** How tests wait for what is to come. */
import assert from "node:assert/strict";
import { inspect } from "node:util";

/** How long at most, in ms. It only ends what hangs: a busy machine fails no test. */
export const PATIENCE = 180_000;

const LOOK_AGAIN = 25;

/** Looks again and again until something holds of what is seen, and answers with that. */
export async function until<T>(look: () => T | Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  let seen = await look();
  for (const end = Date.now() + PATIENCE; !holds(seen); seen = await look()) {
    if (Date.now() > end) assert.fail(`it never came to that: ${inspect(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
  return seen;
}

/** Waits until something holds. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  await until(async () => ((await holds()) ? what : `not ${what}`), (seen) => seen === what);
}
