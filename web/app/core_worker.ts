/** Starts the two workers; the Trusted Types policy lets through their addresses and no others. */
import type { Core } from "../core/api.ts";
import { connectCore } from "../core/bridge.ts";

interface ScriptPolicy { createScriptURL(url: string): string }
interface TrustedTypes { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy }

const rules: ScriptPolicy = {
  createScriptURL(url) {
    if (url !== __CORE_WORKER__ && url !== __LOGIN_WORKER__) throw new TypeError("not a worker of this app");
    return url;
  },
};

export function startCore(): Core {
  const { trustedTypes } = globalThis as unknown as { readonly trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("app-worker", rules) ?? rules;
  const start = (url: string) => new Worker(policy.createScriptURL(url), { type: "module" });
  return connectCore(start(__CORE_WORKER__), start(__LOGIN_WORKER__));
}
