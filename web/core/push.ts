/**
 * How this browser is told outside of the app that something is new: what its
 * push service gave it, kept with the session by the server.
 *
 * A browser has one subscription, whoever is logged in there. That this account
 * asked for it lies among what the browser keeps of the account, and goes with
 * it: so no other account, such as a second one, is told anything or shows that
 * somebody was.
 */
import type { Core, PushKeys } from "./api.ts";
import type { DeviceStore, Transport } from "./context.ts";

export interface Push extends Pick<Core, "push" | "setPush"> {
  /** Tells it anew: the session it was kept with is another one now. */
  renew(): Promise<void>;
}

const WANTED = "push/wanted";

export function createPush(transport: Transport, store: DeviceStore): Push {
  let latest: PushKeys | undefined;
  const put = async ({ endpoint, publicKey, auth }: PushKeys): Promise<void> => void (await transport.push.putPush({ endpoint, publicKey, auth }));
  return {
    async push() {
      const { serverKey, subscribed } = await transport.push.getPush({});
      return { serverKey, subscribed, wanted: (await store.get(WANTED)) !== undefined };
    },
    async setPush(keys) {
      latest = keys;
      if (keys) await put(keys);
      await store.put([[WANTED, keys && new Uint8Array([1])]]);
      if (!keys) await transport.push.deletePush({});
    },
    async renew() {
      if (latest) await put(latest);
    },
  };
}
