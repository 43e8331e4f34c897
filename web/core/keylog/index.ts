/**
 * The key log as this account uses it: it watches its own entry, and looks up whom it
 * meets. What does not hold is refused, and said until a person accepts it: a server
 * that swaps a key, forks the log or goes back to an older one cannot explain that.
 *
 * Loaded by itself once somebody is in, and waited for only where a new person is met.
 */
import type { KeylogAlarm, KeylogView } from "../api.ts";
import { equalBytes, fromHex, fromUtf8, toHex, utf8 } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { accountIdOf } from "../device_credential.ts";
import { CoreError, hasCode } from "../errors.ts";
import type { Profile } from "../gen/alcove/v1/practice_pb.ts";
import { turns } from "../in_turn.ts";
import { verifiedProfile } from "../practice.ts";
import { verifyRecipient } from "../sealed.ts";
import { accountLabel, accountValue, GONE, type ListedFields } from "./labels.ts";
import { ask, forgetSeen, loadSeen, type Told } from "./view.ts";

/** Somebody whose keys are about to be trusted. */
export interface Met {
  readonly accountId: Uint8Array;
  readonly identityKey: Uint8Array;
  readonly sealingRecipient: string;
}

export interface Named extends Met {
  readonly displayName: string;
}

export interface Keylog {
  /** Verifies the log and one's own entry, and looks up those met since. Rejects as `ask` does, and when there is no connection. */
  watch(): Promise<void>;
  /** Rejects unless the log has these keys for them. */
  meet(people: readonly Met[]): Promise<void>;
  /** Rejects unless the log has these keys for those who lead a room, and none of them goes by the name of a practitioner who is listed and is somebody else. */
  moderators(people: readonly Named[]): Promise<void>;
  /** A practitioner's profile, if they have these keys and are listed so for everybody. */
  practitioner(accountId: Uint8Array): Promise<Profile>;
  /** What the log says under these labels, in their order. */
  said(labels: readonly Uint8Array[]): Promise<Told["labels"]>;
  view(): Promise<KeylogView>;
  /** A person decided to begin anew with what the server shows. */
  accept(): Promise<void>;
}

const ALARM = "keylog/alarm";
const MET = "keylog/met/";
/** How long a server that answers otherwise may keep its log to itself. */
const SILENT_AFTER = 3 * 86_400_000;
const LAST = "keylog/last";

const keylogs = new WeakMap<CoreContext, Keylog>();

export function keylogOf(ctx: CoreContext): Keylog {
  const made = keylogs.get(ctx) ?? createKeylog(ctx);
  keylogs.set(ctx, made);
  return made;
}

const isAlarm = (code: string): code is KeylogAlarm => code.startsWith("keylog_");

function createKeylog(ctx: CoreContext): Keylog {
  const turn = turns();

  async function alarm(): Promise<KeylogAlarm | undefined> {
    const kept = await ctx.store.get(ALARM);
    return kept && (fromUtf8(kept) as KeylogAlarm);
  }

  /** Runs one question at a time; what does not hold is kept and told. */
  function guarded<T>(work: () => Promise<T>): Promise<T> {
    return turn(async () => {
      try {
        const done = await work();
        await ctx.store.put([[LAST, utf8(String(ctx.now()))]]);
        return done;
      } catch (error) {
        const code = error instanceof CoreError ? error.code : "";
        const said = isAlarm(code) ? code : (await silentTooLong(code)) ? "keylog_silent" : undefined;
        if (said) {
          await ctx.store.put([[ALARM, utf8(said)]]);
          ctx.emit({ type: "keylog", alarm: said });
        }
        throw error;
      }
    });
  }

  async function silentTooLong(code: string): Promise<boolean> {
    const last = await ctx.store.get(LAST);
    return code !== "offline" && code !== "rate_limited" && last !== undefined && ctx.now() - Number(fromUtf8(last)) > SILENT_AFTER;
  }

  async function watch(): Promise<void> {
    await twice(watchOwn);
    await lookUpPeers();
  }

  async function watchOwn(): Promise<void> {
    const { role, identityPublicKey, sealingRecipient } = ctx.vault.read();
    const published = role === "client" ? [] : await publishedProfiles(ctx, role);
    const { labels: [own], directory } = await ask(ctx, [accountLabel(ctx.accountId)], role !== "client");
    if (!says(own, accountValue(identityPublicKey, sealingRecipient))) throw new CoreError("keylog_own");
    switch (role) {
      case "client": break;
      case "practitioner": checkOwnListing(published, directory, toHex(ctx.accountId)); break;
      case "steward": checkAllListed(published, directory); break;
    }
  }

  /** Those of one's conversations who were not looked up yet. */
  async function lookUpPeers(): Promise<void> {
    for (const { peer, peerIdentityKey } of Object.values(ctx.vault.read().conversations)) {
      if (await ctx.store.get(MET + peer.accountId)) continue;
      const met = await keysOf(ctx, peer.accountId, peerIdentityKey);
      if (met) await lookUp([met]);
    }
  }

  async function lookUp(people: readonly Met[], directory = false): Promise<Told> {
    const told = await ask(ctx, people.map(({ accountId }) => accountLabel(accountId)), directory);
    people.forEach((person, i) => checkPerson(person, told.labels[i]));
    await ctx.store.put(people.map(({ accountId }) => [MET + toHex(accountId), Uint8Array.of(1)] as const));
    return told;
  }

  async function refuseInAlarm(): Promise<void> {
    const now = await alarm();
    if (now) throw new CoreError(now);
  }

  return {
    async watch() {
      const now = await alarm();
      if (now) ctx.emit({ type: "keylog", alarm: now });
      else await guarded(watch);
    },
    async meet(people) {
      await refuseInAlarm();
      await guarded(() => lookUp(people));
    },
    async moderators(people) {
      await refuseInAlarm();
      await guarded(async () => checkNames(people, (await lookUp(people, true)).directory));
    },
    async practitioner(id) {
      await refuseInAlarm();
      return guarded(() => twice(async () => {
        const profile = await verifiedProfile(ctx.transport, id);
        const { labels: [keys], directory } = await ask(ctx, [accountLabel(id)], true);
        checkPerson(profile, keys);
        const listed = directory.find(({ accountId }) => equalBytes(accountId, id));
        if (!listed || !sameFace(listed, faceOf(profile))) throw new CoreError("keylog_listed");
        return profile;
      }));
    },
    async said(labels) {
      await refuseInAlarm();
      return guarded(async () => (await ask(ctx, labels)).labels);
    },
    async view() {
      const [seen] = await loadSeen(ctx);
      const now = await alarm();
      return { ...(seen ? { key: seen.key, size: seen.size } : {}), ...(now ? { alarm: now } : {}) };
    },
    async accept() {
      await turn(async () => {
        await forgetSeen(ctx);
        await ctx.store.put([[ALARM, undefined]]);
      });
      ctx.emit({ type: "keylog" });
      await guarded(watch);
    },
  };
}

/** Profiles and log are two answers, and a profile may be changed in between. */
async function twice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (hasCode(error, "keylog_listed") || hasCode(error, "keylog_impostor")) return work();
    throw error;
  }
}

const says = (label: Told["labels"][number] | undefined, value: Uint8Array): boolean => label?.version === 1 && equalBytes(label.value, value);

/** An account's keys never change: it was entered once, with these, unless it is gone. */
function checkPerson({ accountId, identityKey, sealingRecipient }: Met, label: Told["labels"][number] | undefined): void {
  const gone = label?.version === 2 && equalBytes(label.value, GONE);
  const holds = equalBytes(accountId, accountIdOf(identityKey)) && says(label, accountValue(identityKey, sealingRecipient));
  if (!holds && !gone) throw new CoreError("keylog_peer");
}

/** What the server says are the keys of somebody one talks with; undefined when they are not there any more. */
async function keysOf(ctx: CoreContext, id: string, identity: string): Promise<Met | undefined> {
  const accountId = fromHex(id);
  try {
    const keys = await ctx.transport.account.getAccountKeys({ accountId });
    if (toHex(keys.identityKey) !== identity || !verifyRecipient(keys.identityKey, keys.sealingRecipient, keys.sealingSignature)) throw new CoreError("keylog_peer");
    return { accountId, identityKey: keys.identityKey, sealingRecipient: keys.sealingRecipient };
  } catch (error) {
    if (hasCode(error, "account_not_found") || hasCode(error, "not_found")) return undefined;
    throw error;
  }
}

// ---- who is listed -------------------------------------------------------------

const faceOf = ({ accountId, displayName, credential }: Profile): ListedFields => ({
  accountId, displayName,
  profession: credential?.profession ?? "", registrationBody: credential?.registrationBody ?? "", registrationNumber: credential?.registrationNumber ?? "",
});

function sameFace(a: ListedFields, b: ListedFields): boolean {
  return a.displayName === b.displayName && a.profession === b.profession && a.registrationBody === b.registrationBody && a.registrationNumber === b.registrationNumber;
}

/** Names that one would take for each other. */
const bare = (name: string): string => name.normalize("NFKC").toLocaleLowerCase("und").replace(/[\s.\-_]+/gu, " ").trim();

/** A practitioner's own profile, or for a steward all, as far as they are published; unpublished ones of practitioners too. */
async function publishedProfiles({ transport: { practice } }: CoreContext, role: "practitioner" | "steward"): Promise<readonly Profile[]> {
  if (role === "steward") return (await practice.listAllProfiles({})).profiles.filter(({ published }) => published);
  const { profile } = await practice.getOwnProfile({});
  return profile ? [profile] : [];
}

/** Everybody is told of one practitioner by this name, and of them as they are. */
function checkOwnListing([own]: readonly Profile[], directory: readonly ListedFields[], me: string): void {
  if (!own) return;
  const listed = directory.find(({ accountId }) => toHex(accountId) === me);
  if (own.published && (!listed || !sameFace(listed, faceOf(own)))) throw new CoreError("keylog_listed");
  if (directory.some((each) => toHex(each.accountId) !== me && bare(each.displayName) === bare(own.displayName))) throw new CoreError("keylog_impostor");
}

/** Not everybody who leads a room is listed; but nobody does under the name of one who is. */
function checkNames(people: readonly Named[], directory: readonly ListedFields[]): void {
  const isListed = (id: Uint8Array): boolean => directory.some(({ accountId }) => equalBytes(accountId, id));
  const impostor = people.some((person) => !isListed(person.accountId) && directory.some(({ displayName }) => bare(displayName) === bare(person.displayName)));
  if (impostor) throw new CoreError("keylog_listed");
}

/** Everybody is told of those whom the stewards published, and of nobody else. */
function checkAllListed(published: readonly Profile[], directory: readonly ListedFields[]): void {
  const known = new Map(published.map((profile) => [toHex(profile.accountId), faceOf(profile)]));
  const right = directory.length === known.size && directory.every((each) => {
    const face = known.get(toHex(each.accountId));
    return face !== undefined && sameFace(face, each);
  });
  if (!right) throw new CoreError("keylog_listed");
}
