/** Starts the two workers, of the core and of logging in; the Trusted Types policy lets through their addresses, the service worker's, and no others. */
import type { Core } from "../core/api.ts";
import { connectCore } from "../core/bridge.ts";

interface ScriptPolicy { createScriptURL(url: string): string }
interface TrustedTypes { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy }

/** Always the same address: by it the browser knows an update. */
const SERVICE_WORKER = "/service_worker.js";

const rules: ScriptPolicy = {
  createScriptURL(url) {
    if (url !== __CORE_WORKER__ && url !== __LOGIN_WORKER__ && url !== SERVICE_WORKER) throw new TypeError("not a worker of this app");
    return url;
  },
};

const { trustedTypes } = globalThis as unknown as { readonly trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy("app-worker", rules) ?? rules;

const start = (url: string): Worker => new Worker(policy.createScriptURL(url), { type: "module" });

/** Brings the worker that logs in into the browser's cache; fails without a connection, which a worker would not tell. */
async function fetchLogInWorker(): Promise<void> {
  await (await fetch(__LOGIN_WORKER__)).arrayBuffer();
}

export function startCore(): Core {
  return connectCore(start(__CORE_WORKER__), async () => {
    await fetchLogInWorker();
    return start(__LOGIN_WORKER__);
  });
}

/** Has it come while a passphrase is being typed, so that it is there when it is needed. */
export function expectLogIn(): void {
  fetchLogInWorker().catch(() => undefined);
}

export const serviceWorkerUrl = (): string => policy.createScriptURL(SERVICE_WORKER);
