/** The mailbox at the server, as one of the two uses it: what is put arrives once, what is waited for is looked for until it comes. */
import { randomBytes } from "../bytes.ts";
import type { Transport } from "../context.ts";
import { CoreError, hasCode } from "../errors.ts";
import { type Box, createBox, type LinkCode, mailboxOf, type Step } from "./secrets.ts";

export interface Mailbox {
  readonly id: Uint8Array;
  /** Makes it, and becomes its owner; gives the seconds within which it can be entered. */
  open(): Promise<number>;
  put(step: Step, message: Uint8Array): Promise<void>;
  /** Waits for a message; rejects once linking ended, however it did. */
  take(step: Step): Promise<Uint8Array>;
  /** Tells the other side that it is over, if it can be told. */
  cancel(): Promise<void>;
}

const LOOK_EVERY = 400;
/** A mailbox lives for twice two minutes at most; who cannot reach the server does not wait longer. */
const GIVE_UP_AFTER = 4 * 60_000;

export async function createMailbox(transport: Transport, code: LinkCode, signal: AbortSignal): Promise<Mailbox> {
  const [mailbox, box]: readonly [Uint8Array, Box] = await Promise.all([mailboxOf(code), createBox(code)]);
  const party = randomBytes(16);
  const end = Date.now() + GIVE_UP_AFTER;

  /** Tries again while nobody answers: whatever is asked here may be asked twice. */
  async function reaching<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      signal.throwIfAborted();
      try {
        return await ask();
      } catch (error) {
        if (!hasCode(error, "offline") && !hasCode(error, "link_unreachable")) throw error;
        if (Date.now() > end) throw new CoreError("link_expired");
      }
      await pause(signal);
    }
  }

  return {
    id: mailbox,
    open: async () => (await transport.link.openLink({ mailbox, party })).seconds,
    async put(step, message) {
      const body = await box.seal(step, message);
      await reaching(() => transport.link.putLink({ mailbox, party, step, body }));
    },
    async take(step) {
      for (;;) {
        const { body } = await reaching(() => transport.link.getLink({ mailbox, party, step }));
        if (body.length > 0) return box.open(step, body);
        await pause(signal);
      }
    },
    async cancel() {
      await transport.link.cancelLink({ mailbox, party }).catch(() => undefined); // It ends by itself.
    },
  };
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as CoreError);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, LOOK_EVERY);
    signal.addEventListener("abort", stop, { once: true });
  });
}
