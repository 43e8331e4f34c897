/** What screens know of the privacy policy, and what a core does with it. A part of api.ts. */

/** What changed in one section: the lines that went and those that came. */
export interface PolicyChange {
  readonly id: string;
  readonly title: string;
  readonly kind: "added" | "removed" | "changed";
  readonly gone: readonly string[];
  readonly came: readonly string[];
}
/** Paragraphs are parted by empty lines; lines of lists begin with "- ". */
export interface PolicySection { readonly id: string; readonly title: string; readonly text: string }
/** A version, and what it changed. */
export interface PolicyStep {
  readonly version: number;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly cause: "first" | "server" | "settings" | "steward";
  readonly matters: boolean;
  readonly note: string;
  readonly changes: readonly PolicyChange[];
}
export interface PolicyProcessor { readonly name: string; readonly purpose: string; readonly place: string }
/** What the policy says of the practice that its settings do not. */
export interface PolicyFacts {
  readonly controller: string;
  readonly officer: string;
  readonly authority: string;
  readonly gdpr: boolean;
  readonly hipaa: boolean;
  readonly processors: readonly PolicyProcessor[];
}
export interface PolicyNews {
  /** The newest; 0 while none is published. */
  readonly version: number;
  readonly day: string;
  /** The policy in one minute. */
  readonly summary: string;
  readonly facts: PolicyFacts;
  /** What this account has not seen, or not agreed to; the newest first. */
  readonly steps: readonly PolicyStep[];
  /** `agree`: a client has to be asked. `told`: there is something to be told. */
  readonly wanted: "agree" | "told" | "nothing";
  /** The version agreed to, if any, and when. */
  readonly agreed?: { readonly version: number; readonly at: number };
}
export interface PolicyPreview {
  readonly base: number;
  readonly sections: readonly PolicySection[];
  readonly changes: readonly PolicyChange[];
  /** By what it says: people will be asked, whatever is chosen. */
  readonly matters: boolean;
  readonly changed: boolean;
}

export interface PolicyCore {
  /** The policy, and what of it concerns this account now. Everybody is told the same; what is new to the account is found out here. */
  policy(language: string): Promise<PolicyNews>;
  /** Client: agrees to a version; kept in the account's vault alone. */
  agreeToPolicy(version: number): Promise<void>;
  sawPolicy(version: number): Promise<void>;
  /** Steward: how it would be with these facts. */
  previewPolicy(facts: PolicyFacts, language: string): Promise<PolicyPreview>;
  /** Steward: publishes it, with a sentence on what is new; rejects with "policy_moved" if another one is the newest by now. */
  publishPolicy(args: { readonly base: number; readonly facts: PolicyFacts; readonly note: string; readonly matters: boolean }): Promise<number>;
}

export const POLICY_METHODS = ["policy", "agreeToPolicy", "sawPolicy", "previewPolicy", "publishPolicy"] as const satisfies readonly (keyof PolicyCore)[];
