import type { CoreFailure } from "./api.ts";

/** What every method of the core rejects with. `current` is the epoch or version the server named. */
export class CoreError extends Error implements CoreFailure {
  readonly code: string;
  readonly current: bigint;
  constructor(code: string, message = "", current = 0n) {
    super(message || code);
    this.name = "CoreError";
    this.code = code;
    this.current = current;
  }
}

/** True when `error` is a CoreError with this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof CoreError && error.code === code;
}
