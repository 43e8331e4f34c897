/** Two people on a server double: what a conversation needs of an account, without log-in. */
import { create } from "@bufbuild/protobuf";
import type { ConversationView, CoreEvent, Id, Role } from "../api.ts";
import { randomBytes, toBase64url, toHex, utf8 } from "../bytes.ts";
import type { CoreContext, DeviceStore, Vault, VaultContents } from "../context.ts";
import { type Conversations, createConversations } from "../conversation/index.ts";
import { accountIdOf, generateSigningKey, sign } from "../device_credential.ts";
import { ProfileSchema } from "../gen/alcove/v1/practice_pb.ts";
import { hasCode } from "../errors.ts";
import { StreamKind, StreamRole } from "../gen/alcove/v1/stream_pb.ts";
import { ensureDevice } from "../keys.ts";
import { generateSealingKey } from "../sealed.ts";
import { createMemoryStore } from "../storage.ts";
import { PATIENCE } from "./patience.ts";
import type { ServerDouble } from "./server_double.ts";

export interface Party {
  readonly accountId: string;
  readonly vault: Vault;
  /** A browser of this account, with a clock of its own if given. */
  device(store?: DeviceStore, now?: () => number): Promise<TestDevice>;
}
export interface TestDevice {
  readonly ctx: CoreContext;
  readonly conversations: Conversations;
  readonly store: DeviceStore;
  /** What its leaves are called in every group. */
  readonly leaf: Id;
  readonly events: CoreEvent[];
  goOnline(): void;
  /** The connection is lost; what is sent still arrives, as it may for a moment. */
  goOffline(): void;
  /** Waits until what is shown of a conversation fulfils a condition. */
  until(id: string, condition: (view: ConversationView) => boolean): Promise<ConversationView>;
  /** Ends the device, as closing the browser does. */
  close(): Promise<void>;
}

export const consent = {
  version: 1, language: "en", credentials: "a", risksAndBenefits: "b", limitsOfConfidentiality: "c", responseTimes: "d",
  technologyFailure: "e", emergencies: "f", fees: "g", recordKeeping: "h",
};

/** Makes an account with a vault and a history stream; a practitioner also gets a published profile, whose consent text says for how many years a record is kept. */
export async function createParty(server: ServerDouble, role: Role, displayName: string, recordYears = 0): Promise<Party> {
  const identity = generateSigningKey();
  const accountId = accountIdOf(identity.publicKey);
  const sealing = await generateSealingKey();
  const historyStream = randomBytes(16);
  let contents: VaultContents = {
    v: 1, role, displayName, loginName: `${displayName}-1234`,
    identityPrivateKey: toHex(identity.privateKey), identityPublicKey: toHex(identity.publicKey),
    sealingIdentity: sealing.identity, sealingRecipient: sealing.recipient,
    historyStream: toHex(historyStream), historyKey: toHex(randomBytes(32)),
    settings: { readMarks: true, typingShown: true }, conversations: {},
  };
  const vault: Vault = {
    read: () => contents,
    async update(change) {
      contents = change(contents);
      return contents;
    },
    refresh: async () => contents,
  };
  await server.transport(accountId).stream.createStream({ streamId: historyStream, kind: StreamKind.HISTORY, members: [{ accountId, role: StreamRole.OWNER }] });
  const signature = sign(identity.privateKey, utf8(`alcove/v1/sealing${sealing.recipient}`));
  const profile = create(ProfileSchema, {
    accountId, displayName, consent: { ...consent, recordYears }, identityKey: identity.publicKey, sealingRecipient: sealing.recipient, sealingSignature: signature,
    published: role === "practitioner",
  });
  server.profiles.set(toHex(accountId), profile);
  server.keylog.enter(profile);
  if (role === "practitioner") server.keylog.list([...server.keylog.listed(), { accountId, displayName, profession: "", registrationBody: "", registrationNumber: "" }]);
  return { accountId: toHex(accountId), vault, device: (store, now) => openDevice(server, vault, accountId, store, now) };
}

/** Starts a browser, again if its store was used before. */
async function openDevice(server: ServerDouble, vault: Vault, accountId: Uint8Array, store: DeviceStore = createMemoryStore(), now: () => number = () => server.now()): Promise<TestDevice> {
  const device = await ensureDevice(store, accountId, vault.read());
  const events: CoreEvent[] = [];
  const watchers = new Set<() => void>();
  const transport = server.transport(accountId);
  const emit = (event: CoreEvent): void => {
    events.push(event);
    for (const watcher of watchers) watcher();
  };
  const ctx: CoreContext = { transport, vault, store, device, accountId, emit, now };
  const conversations = createConversations(ctx);
  await conversations.load();
  await startUntilDone(conversations);
  return {
    ctx, conversations, store, leaf: toHex(device.deviceId), events,
    goOnline: () => transport.goOnline(),
    goOffline: () => transport.goOffline(),
    async until(id, condition) {
      for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
        const view = await conversations.open(id).catch(() => undefined);
        if (view && condition(view)) return view;
        await new Promise<void>((resolve) => {
          const done = (): void => {
            clearTimeout(timer);
            watchers.delete(done);
            resolve();
          };
          const timer = setTimeout(done, 25);
          watchers.add(done);
        });
      }
      const view = await conversations.open(id).catch((error: unknown) => error);
      throw new Error(`never came: ${JSON.stringify(view)} ${toBase64url(accountId)}`);
    },
    async close() {
      await conversations.stop();
      transport.disconnect();
    },
  };
}

/** As running.ts does: where there is no connection it is tried again. */
async function startUntilDone(conversations: Conversations): Promise<void> {
  for (;;) {
    try {
      return await conversations.start();
    } catch (error) {
      if (!hasCode(error, "offline")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
