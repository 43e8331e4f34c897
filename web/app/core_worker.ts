/** Starts the two workers; the Trusted Types policy lets through their addresses, the service worker's, and no others. */
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

export function startCore(): Core {
  const start = (url: string) => new Worker(policy.createScriptURL(url), { type: "module" });
  return connectCore(start(__CORE_WORKER__), start(__LOGIN_WORKER__));
}

export const serviceWorkerUrl = (): string => policy.createScriptURL(SERVICE_WORKER);
