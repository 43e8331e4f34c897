/** Fair choices from the system's generator. */
import { randomBytes } from "./bytes.ts";

/** A whole number from 0 to `bound` - 1, each equally likely; `bound` is at most 2^32. */
export function randomBelow(bound: number): number {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  for (;;) {
    const value = new DataView(randomBytes(4).buffer).getUint32(0);
    if (value < limit) return value % bound;
  }
}

/** One of `choices`, each equally likely. */
export function pick<T>(choices: readonly T[]): T {
  const choice = choices[randomBelow(choices.length)];
  if (choice === undefined) throw new RangeError("nothing to choose from");
  return choice;
}
