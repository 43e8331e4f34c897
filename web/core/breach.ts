/**
 * The breach register and its notices, as the core seals and opens them.
 *
 * An entry of the register is JSON in an age file to all stewards. Whose keys those
 * are the server says; that each key belongs to its account is checked, that the
 * account is a steward's cannot be (docs/threat-model.md). A notice is JSON too: in
 * clear where many are told, else an age file to each account.
 */
import type { Audience, Breach, BreachCore, BreachEntry, BreachKind, BreachNotice, NoticeWords, ServerKeyName, ServerKeys } from "./breach_api.ts";
import { BREACH_KINDS, BREACH_RISKS } from "./breach_api.ts";
import { equalBytes, fromHex, randomBytes, toHex, utf8 } from "./bytes.ts";
import type { Transport } from "./context.ts";
import { accountIdOf } from "./device_credential.ts";
import { CoreError } from "./errors.ts";
import { BreachService, Audience as WireAudience, type SealingKeys, type ToldNotice } from "./gen/alcove/v1/breach_pb.ts";
import { ServerKeyService, type ServerKeys as WireServerKeys } from "./gen/alcove/v1/server_key_pb.ts";
import { openSealed, sealTo, verifyRecipient } from "./sealed.ts";
import { isCount, isFields, isText, parse } from "./shape.ts";

const DAY = 86_400_000;
/** Longest words of one part of a notice, and of one field of an entry. */
export const MAX_WORDS = 4_000;
const MAX_LANGUAGES = 5;

const WIRE = { everybody: WireAudience.EVERYBODY, clients: WireAudience.CLIENTS_OF, room: WireAudience.ROOM, accounts: WireAudience.ACCOUNTS } as const;

export function createBreach(transport: Transport, identity: () => string): BreachCore {
  const server = transport.client(BreachService);
  const secrets = transport.client(ServerKeyService);

  async function opened<T>(sealed: Uint8Array, read: (value: unknown) => T | undefined): Promise<T | undefined> {
    const content = await openSealed(identity(), sealed).catch(() => undefined);
    return content && readJson(content, read);
  }

  async function noticeOf({ noticeId, day, confirmed, text, sealed }: ToldNotice): Promise<BreachNotice | undefined> {
    const read = sealed.length > 0 ? await opened(sealed, readNotice) : readJson(text, readNotice);
    return read && { id: toHex(noticeId), at: Number(day) * DAY, confirmed, ...read };
  }

  return {
    async breachNotices() {
      const { notices } = await server.getNotices({});
      return (await Promise.all(notices.map(noticeOf))).filter((notice) => notice !== undefined);
    },
    async confirmBreachNotice(id) {
      await server.confirmNotice({ noticeId: fromHex(id) });
    },
    async breachRegister() {
      const { breaches, stewards, notices, signUpsFrozen, rekeying } = await server.getRegister({});
      const entries = await Promise.all(breaches.map(async ({ breachId, version, sealed }): Promise<BreachEntry> => {
        const breach = await opened(sealed, readBreach);
        return { id: toHex(breachId), version: Number(version), ...(breach ? { breach } : {}) };
      }));
      return {
        entries, readers: stewards.length, frozen: signUpsFrozen, ...(rekeying ? { rekeyedAt: Number(rekeying.day) * DAY } : {}),
        notices: notices.map(({ noticeId, breachId, audience, day, told, confirmed, withdrawn }) => ({
          id: toHex(noticeId), breach: toHex(breachId), who: whoOf(audience), at: Number(day) * DAY, told: Number(told), confirmed: Number(confirmed), withdrawn,
        })),
      };
    },
    async putBreach(breach, entry) {
      if (!readBreach(breach)) throw new CoreError("breach_too_large");
      const { stewards } = await server.getRegister({});
      const sealed = await sealTo(stewards.map(recipientOf), utf8(JSON.stringify(breach)));
      const breachId = entry ? fromHex(entry.id) : randomBytes(16);
      const { version } = await server.putBreach({ breachId, expectedVersion: BigInt(entry?.version ?? 0), sealed });
      return { id: toHex(breachId), version: Number(version), breach };
    },
    async publishBreachNotice({ id, breach, audience, kind, words }) {
      const notice = { kind, words };
      if (!readNotice(notice)) throw new CoreError("breach_too_large");
      const content = utf8(JSON.stringify(notice));
      const common = { noticeId: fromHex(id), breachId: fromHex(breach), audience: WIRE[audience.who] };
      const { told } = await server.publishNotice({ ...common, ...(await addressed(audience, content)) });
      return Number(told);
    },
    async withdrawBreachNotice(id) {
      await server.withdrawNotice({ noticeId: fromHex(id) });
    },
    endEverySession: async () => Number((await server.endEverySession({})).ended),
    async askRekeying() {
      await server.askRekeying({});
    },
    async freezeSignUps(frozen) {
      await server.freezeSignUps({ frozen });
    },
    serverKeys: async () => serverKeysOf((await secrets.getServerKeys({})).keys),
    exchangeServerKeys: async () => serverKeysOf((await secrets.exchangeServerKeys({})).keys),
  };

  async function addressed(audience: Audience, content: Uint8Array) {
    switch (audience.who) {
      case "everybody": return { text: content };
      case "clients":
      case "room": return { text: content, of: fromHex(audience.of) };
      case "accounts": {
        const { accounts } = await server.getAffected({ accountIds: audience.accounts.map(fromHex) });
        return { addressed: await Promise.all(accounts.map(async (keys) => ({ accountId: keys.accountId, sealed: await sealTo(recipientOf(keys), content) }))) };
      }
    }
  }
}

function serverKeysOf(told: WireServerKeys | undefined): ServerKeys {
  const of = (name: ServerKeyName, day: bigint | undefined) => ({ name, ...(day ? { since: Number(day) * DAY } : {}) });
  return {
    keys: [
      of("login", told?.day), of("mail", told?.mailDay), of("push", told?.pushDay), of("reports", told?.reportsDay),
      ...(told?.ownCertificate ? [of("certificate", told.certificateDay)] : []),
    ],
    waiting: told && told.generation > 1 ? Number(told.waiting) : 0,
  };
}

/** The recipient of an account, if it is its own. */
function recipientOf({ accountId, identityKey, sealingRecipient, sealingSignature }: SealingKeys): string {
  if (!equalBytes(accountId, accountIdOf(identityKey)) || !verifyRecipient(identityKey, sealingRecipient, sealingSignature)) throw new CoreError("bad_credential");
  return sealingRecipient;
}

function whoOf(audience: WireAudience): Audience["who"] {
  switch (audience) {
    case WireAudience.CLIENTS_OF: return "clients";
    case WireAudience.ROOM: return "room";
    case WireAudience.ACCOUNTS: return "accounts";
    case WireAudience.EVERYBODY:
    case WireAudience.UNSPECIFIED: return "everybody";
  }
}

function readJson<T>(content: Uint8Array, read: (value: unknown) => T | undefined): T | undefined {
  try {
    return read(parse(content));
  } catch {
    return undefined;
  }
}

const isWords = (value: unknown): value is NoticeWords =>
  isFields(value) && isText(value["language"], 10) && ["happened", "means", "did", "can"].every((part) => isText(value[part], MAX_WORDS));

/** What a steward published, if it is of the shape it must have: it comes from the server. */
export function readNotice(value: unknown): { readonly kind: BreachKind; readonly words: readonly NoticeWords[] } | undefined {
  if (!isFields(value) || !Array.isArray(value["words"])) return undefined;
  const kind = BREACH_KINDS.find((known) => known === value["kind"]);
  const words: readonly unknown[] = value["words"];
  return kind && words.length > 0 && words.length <= MAX_LANGUAGES && words.every(isWords) ? { kind, words } : undefined;
}

/** What a steward wrote, if it is of the shape it must have. */
export function readBreach(value: unknown): Breach | undefined {
  if (!isFields(value)) return undefined;
  const kind = BREACH_KINDS.find((known) => known === value["kind"]);
  const risk = BREACH_RISKS.find((known) => known === value["risk"]);
  const data = value["data"];
  const whole = ["title", "happened", "when", "affected", "consequences", "measures", "contact", "lateReason"].every((field) => isText(value[field], MAX_WORDS))
    && ["awareAt", "people", "authorityAt", "hhsAt"].every((field) => isCount(value[field]))
    && Array.isArray(data) && data.length <= 100 && data.every((id) => isText(id, 40));
  return kind && risk && whole ? (value as unknown as Breach) : undefined;
}
