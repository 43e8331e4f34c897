/**
 * The privacy policy: whether this account has to be asked again, or told, and
 * what it agreed to. The policy is read as everybody reads it, without a session;
 * what somebody agreed to stands in their vault, so the server learns nothing of it.
 */
import type { PolicyCore, PolicyFacts, PolicyNews, PolicySection, PolicyStep } from "./api.ts";
import type { Transport, VaultContents, VaultPolicy } from "./context.ts";
import { CoreError } from "./errors.ts";
import type { Session } from "./session.ts";

const DAY = 86_400_000;

export interface PolicyDeps {
  readonly baseUrl: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** What is used of /privacy.json. */
interface Published {
  readonly version: number;
  readonly day: string;
  readonly facts: PolicyFacts;
  readonly sections: readonly PolicySection[];
  readonly versions: readonly PolicyStep[];
}

async function published({ baseUrl, fetch = globalThis.fetch }: PolicyDeps, language: string): Promise<Published> {
  const answer = await fetch(`${baseUrl}/privacy.json?lang=${encodeURIComponent(language)}`, { credentials: "omit", cache: "no-store" }).catch(() => {
    throw new CoreError("offline");
  });
  if (!answer.ok) throw new CoreError("internal");
  return (await answer.json()) as Published;
}

/** What who signs up now agrees to. */
export async function agreedNow(deps: PolicyDeps, now: () => number): Promise<VaultPolicy | undefined> {
  const { version } = await published(deps, "en");
  return version > 0 ? agreement(version, now()) : undefined;
}

const agreement = (version: number, at: number): VaultPolicy => ({ agreed: { version, day: Math.floor(at / DAY) }, seen: version });

/** What is new to an account. A version that the list has no more is older than all that it has. */
export function newsFor({ role, policy }: Pick<VaultContents, "role" | "policy">, { version, versions }: Pick<Published, "version" | "versions">): Pick<PolicyNews, "steps" | "wanted"> {
  const after = (known: number): readonly PolicyStep[] => versions.filter((step) => step.version > known);
  if (version === 0) return { steps: [], wanted: "nothing" };
  if (role === "client") {
    const known = policy?.agreed?.version ?? 0;
    const open = after(known);
    if (known === 0 || open.some(({ matters }) => matters)) return { steps: open, wanted: "agree" };
  }
  // Who works here and has seen none is told from now on.
  const steps = policy ? after(policy.seen) : [];
  return { steps, wanted: steps.length > 0 ? "told" : "nothing" };
}

export function createPolicy({ deps, transport, session, now }: { readonly deps: PolicyDeps; readonly transport: Transport; readonly session: Session; readonly now: () => number }): PolicyCore {
  const vault = () => session.running().ctx.vault;

  async function saw(version: number): Promise<void> {
    await vault().update((contents) => ((contents.policy?.seen ?? 0) >= version ? contents : { ...contents, policy: { ...contents.policy, seen: version } }));
  }

  return {
    async policy(language) {
      const told = await published(deps, language);
      const contents = vault().read();
      if (told.version > 0 && !contents.policy && contents.role !== "client") await saw(told.version);
      const { agreed } = contents.policy ?? {};
      return {
        version: told.version, day: told.day, facts: told.facts, summary: told.sections.find(({ id }) => id === "summary")?.text ?? "",
        ...newsFor(contents, told),
        ...(agreed ? { agreed: { version: agreed.version, at: agreed.day * DAY } } : {}),
      };
    },

    async agreeToPolicy(version) {
      await vault().update((contents) => {
        if ((contents.policy?.agreed?.version ?? 0) >= version) return contents;
        return { ...contents, policy: { ...agreement(version, now()), seen: Math.max(version, contents.policy?.seen ?? 0) } };
      });
      session.running().noted({ kind: "policy", version });
    },

    sawPolicy: saw,

    async previewPolicy(facts, language) {
      const { base, sections, changes, matters, changed } = await (await transport.policy()).previewPolicy({ facts: wireFacts(facts), language });
      return {
        base, matters, changed,
        sections: sections.map(({ id, title, text }) => ({ id, title, text })),
        changes: changes.map(({ id, title, kind, gone, came }) => ({ id, title, kind: kindOf(kind), gone, came })),
      };
    },

    async publishPolicy({ base, facts, note, matters }) {
      return (await (await transport.policy()).publishPolicy({ base, facts: wireFacts(facts), note, matters })).version;
    },
  };
}

/** What a message is made of, lists of its own. */
const wireFacts = (facts: PolicyFacts) => ({ ...facts, processors: facts.processors.map((each) => ({ ...each })) });

function kindOf(kind: string): "added" | "removed" | "changed" {
  if (kind === "added" || kind === "removed" || kind === "changed") return kind;
  throw new CoreError("internal");
}
