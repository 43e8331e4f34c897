/**
 * Proving who one is to the server: becoming an account, logging in,
 * recovering. Functions from what was typed to a session and the key that
 * unlocks the vault; nothing is kept here.
 */
import type { MessageInitShape } from "@bufbuild/protobuf";
import type { Id, Role } from "./api.ts";
import { equalBytes, randomBytes, sha256, toHex } from "./bytes.ts";
import type { Transport, VaultContents, VaultPolicy } from "./context.ts";
import { accountIdOf, generateSigningKey } from "./device_credential.ts";
import { CoreError, hasCode } from "./errors.ts";
import type { NewAccountSchema, ProofOfWork, Session } from "./gen/alcove/v1/auth_pb.ts";
import { createHistoryStream } from "./history_stream.ts";
import type { Opaque } from "./opaque_port.ts";
import { normalisePassphrase, unknownPassphrase } from "./passphrase.ts";
import { roleOf } from "./practice.ts";
import { HARDEST, solveProofOfWork } from "./proof_of_work.ts";
import { loginName, nameHash, normalisePseudonym, parseLoginName } from "./pseudonym.ts";
import { generateRecoveryCode, recoveryAuth, recoveryId, recoveryWrappingKey, secondRecoveryCode } from "./recovery_code.ts";
import { pick } from "./random.ts";
import { generateSealingKey, signRecipient } from "./sealed.ts";
import { bearer } from "./transport.ts";
import { passphraseWrappingKey, sealVault, wrapVaultKey } from "./vault.ts";

export interface CredentialDeps {
  readonly transport: Transport;
  readonly opaque: Opaque;
  /** Hears how far the proof of work is. */
  readonly progress: (done: number, total: number) => void;
}

/** A session that was just opened. */
export interface Opened {
  readonly token: Uint8Array;
  readonly accountId: Uint8Array;
  readonly role: Role;
  readonly factor: "whole" | "required" | "missing";
}

export function openedOf(session: Session | undefined): Opened {
  if (!session) throw new CoreError("internal");
  const factor = session.secondFactorRequired ? "required" : session.secondFactorMissing ? "missing" : "whole";
  return { token: session.token, accountId: session.accountId, role: roleOf(session.role), factor };
}

/** Work that is asked for instead of a name. */
export async function proof({ auth }: Pick<CredentialDeps["transport"], "auth">, progress: CredentialDeps["progress"]): Promise<Omit<ProofOfWork, "$typeName" | "$unknown">> {
  const { challenge, difficulty } = await auth.newChallenge({});
  if (difficulty > HARDEST) throw new CoreError("internal");
  const total = 2 ** difficulty;
  progress(0, total);
  const nonce = await solveProofOfWork(challenge, difficulty, progress);
  progress(total, total);
  return { challenge, nonce };
}

export interface NewAccountResult {
  readonly opened: Opened;
  readonly contents: VaultContents;
  readonly vaultKey: Uint8Array;
  readonly recoveryCode: Uint8Array;
}

/** How many accounts a login name has room for; every one is answered with so many. */
const SLOTS = 2;

/**
 * Makes an account: keys, vault and recovery code here; name number and session
 * there. For a client the other slot of the name is filled with it
 * (second_account.ts), in an order that is drawn.
 */
export async function register(
  deps: CredentialDeps, args: { readonly pseudonym: string; readonly passphrase: string; readonly invitation?: string; readonly policy?: VaultPolicy },
): Promise<NewAccountResult> {
  const { transport, opaque } = deps;
  const displayName = args.pseudonym.trim();
  if (normalisePseudonym(displayName) === "") throw new CoreError("pseudonym_empty");
  const passphrase = normalisePassphrase(args.passphrase);
  const invitation = args.invitation ?? "";
  const role = invitation === "" ? "client" : roleOf((await transport.auth.checkInvitation({ invitation })).role);

  const passphrases = role === "client" ? pick([[passphrase, unknownPassphrase()], [unknownPassphrase(), passphrase]]) : [passphrase];
  const own = passphrases.indexOf(passphrase);
  const firsts = await inTurn(passphrases, (each) => opaque.startRegistration(each));
  const started = await transport.auth.registerStart({
    proof: await proof(deps.transport, deps.progress), nameHash: nameHash(displayName), registrationRequests: firsts.map(({ message }) => message), invitation,
  });
  const finished = await inTurn(passphrases, (each, i) =>
    opaque.finishRegistration({ state: firsts[i]?.state ?? "", passphrase: each, response: started.registrationResponses[i] ?? new Uint8Array() }));

  const vaultKey = randomBytes(32);
  const who = { role, displayName, loginName: loginName(displayName, started.nameNumber), ...(args.policy ? { policy: args.policy } : {}) };
  const made = await inTurn(finished, async ({ exportKey }, i) =>
    makeAccount({ ...who, exportKey, ...(i === own ? { vaultKey } : { code: await secondRecoveryCode(vaultKey) }) }));
  const { sessions } = await transport.auth.registerFinish({
    state: started.state, registrationRecords: finished.map(({ message }) => message), accounts: made.map(({ wire }) => wire),
  });
  const opened = sessions.map(openedOf);
  const [mine, myOpened] = [made[own], opened[own]];
  const asMade = made.every(({ identityKey }, i) => opened[i] && equalBytes(opened[i].accountId, accountIdOf(identityKey)) && opened[i].role === role);
  if (!mine || !myOpened || !asMade) throw new CoreError("internal");
  await settleBoth(transport, made, opened, own);
  return { opened: myOpened, contents: mine.contents, vaultKey, recoveryCode: mine.recoveryCode };
}

/** Gives a client's accounts their history, one after another, and leaves the one that is not used. What fails is made at the first log-in. */
async function settleBoth(transport: Transport, made: readonly MadeAccount[], opened: readonly Opened[], own: number): Promise<void> {
  if (made.length < SLOTS) return;
  await inTurn(made, async ({ settle }, i) => opened[i] && settle(transport, opened[i].token).catch(() => undefined));
  for (const [i, { token }] of opened.entries()) if (i !== own) await transport.account.logOut({}, bearer(token)).catch(() => undefined);
}

async function inTurn<T, R>(all: readonly T[], work: (each: T, i: number) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (const [i, each] of all.entries()) done.push(await work(each, i));
  return done;
}

/** An account as it is before the server knows it. */
export interface MadeAccount {
  readonly wire: MessageInitShape<typeof NewAccountSchema>;
  readonly contents: VaultContents;
  readonly identityKey: Uint8Array;
  readonly recoveryCode: Uint8Array;
  /** Makes its history stream, with a session of it. */
  settle(transport: Transport, token: Uint8Array): Promise<void>;
}

/** Makes everything of an account but its name; the vault key and recovery code too, unless they are given. */
export async function makeAccount(
  { exportKey, vaultKey = randomBytes(32), code, ...who }:
    Whose & { readonly exportKey: Uint8Array; readonly vaultKey?: Uint8Array; readonly code?: Uint8Array },
): Promise<MadeAccount> {
  const { contents, identity } = await newVault(who);
  const recovery = await newRecovery(vaultKey, code);
  return {
    wire: {
      identityKey: identity.publicKey,
      sealingRecipient: contents.sealingRecipient,
      sealingSignature: signRecipient(identity.privateKey, contents.sealingRecipient),
      vault: await sealVault(vaultKey, contents),
      vaultKeyByPassphrase: await wrapVaultKey(await passphraseWrappingKey(exportKey), vaultKey),
      recovery: recovery.wire,
    },
    contents,
    identityKey: identity.publicKey,
    recoveryCode: recovery.code,
    settle: (transport, token) => createHistoryStream(transport, accountIdOf(identity.publicKey), contents, bearer(token)),
  };
}

type Whose = Pick<VaultContents, "role" | "displayName" | "loginName" | "policy">;

async function newVault(who: Whose): Promise<{
  readonly contents: VaultContents; readonly identity: { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array };
}> {
  const identity = generateSigningKey();
  const sealing = await generateSealingKey();
  const contents: VaultContents = {
    v: 1,
    ...who,
    identityPrivateKey: toHex(identity.privateKey),
    identityPublicKey: toHex(identity.publicKey),
    sealingIdentity: sealing.identity,
    sealingRecipient: sealing.recipient,
    historyStream: toHex(randomBytes(16)) satisfies Id,
    historyKey: toHex(randomBytes(32)),
    settings: { readMarks: true, typingShown: true },
    conversations: {},
  };
  return { contents, identity };
}

/** A recovery code, a fresh one unless it is given, and what the server keeps of it. */
export async function newRecovery(vaultKey: Uint8Array, code = generateRecoveryCode()): Promise<{
  readonly code: Uint8Array; readonly wire: { readonly recoveryId: Uint8Array; readonly recoveryAuthHash: Uint8Array; readonly vaultKeyByRecovery: Uint8Array };
}> {
  return {
    code,
    wire: {
      recoveryId: await recoveryId(code),
      recoveryAuthHash: sha256(await recoveryAuth(code)),
      vaultKeyByRecovery: await wrapVaultKey(await recoveryWrappingKey(code), vaultKey),
    },
  };
}

/** A session, and the key that the vault key is wrapped under. */
export interface Proved {
  readonly opened: Opened;
  readonly wrappingKey: Uint8Array;
  /** The server's secrets were exchanged since: the record is to be made anew, of the same passphrase. */
  readonly renew: boolean;
}

/** How many older generations of the server's secrets are tried at most. */
const MOST_OLDER = 8;

/**
 * Logs in by OPAQUE. A wrong name and a wrong passphrase are both "login_failed".
 *
 * It runs with every slot of the name: whole runs beside each other, each with a
 * KE1 of its own, so that each is just what RFC 9807 describes. All are worked
 * through whichever opens, so that the time tells nothing of it. Where none opens
 * and the server's secrets were exchanged, it goes back to the older ones.
 */
export async function logIn(deps: CredentialDeps, args: { readonly loginName: string; readonly passphrase: string }): Promise<Proved> {
  const { transport, opaque } = deps;
  const name = parseLoginName(args.loginName);
  if (!name) throw new CoreError("login_failed");
  const { nameNumber } = name;
  const hash = nameHash(name.pseudonym);
  const passphrase = normalisePassphrase(args.passphrase);
  for (let older = 0, oldest = 0; older <= Math.min(oldest, MOST_OLDER); older++) {
    const proved = await logInUnder(older);
    if ("opened" in proved) return proved;
    oldest = proved.oldest;
  }
  throw new CoreError("login_failed");

  async function logInUnder(older: number): Promise<Proved | { readonly oldest: number }> {
    const firsts = await inTurn(Array.from({ length: SLOTS }), () => opaque.startLogin(passphrase));
    const request = { nameHash: hash, nameNumber, ke1: firsts.map(({ message }) => message), older };
    const started = await transport.auth.loginStart(request).catch(async (error: unknown) => {
      if (!hasCode(error, "proof_required")) throw error;
      return transport.auth.loginStart({ ...request, proof: await proof(deps.transport, deps.progress) });
    });
    if (started.ke2.length !== SLOTS) throw new CoreError("internal");
    const tried = await inTurn(firsts, ({ state }, i) => opaque.finishLogin({ state, passphrase, response: started.ke2[i] ?? new Uint8Array() }));
    const finished = tried.find((each) => each !== undefined);
    if (!finished) return { oldest: started.older };
    const { session, renew } = await transport.auth.loginFinish({ state: started.state, ke3: finished.message });
    return { opened: openedOf(session), wrappingKey: await passphraseWrappingKey(finished.exportKey), renew };
  }
}

/** Opens a session by recovery code alone. */
export async function recover(deps: CredentialDeps, code: Uint8Array): Promise<Proved> {
  const { session } = await deps.transport.auth.recover({
    proof: await proof(deps.transport, deps.progress), recoveryId: await recoveryId(code), recoveryAuth: await recoveryAuth(code),
  });
  return { opened: openedOf(session), wrappingKey: await recoveryWrappingKey(code), renew: false };
}

/** Replaces the passphrase, and with `newCode` the recovery code; the session, the present one unless a token is given, must be fresh. With `same` the passphrase stays: its record is made anew. */
export async function changePassphrase(
  { transport, opaque }: CredentialDeps, args: { readonly next: string; readonly vaultKey: Uint8Array; readonly newCode: boolean; readonly same?: boolean; readonly token?: Uint8Array },
): Promise<Uint8Array | undefined> {
  const by = args.token && bearer(args.token);
  const passphrase = normalisePassphrase(args.next);
  const first = await opaque.startRegistration(passphrase);
  const started = await transport.account.changePassphraseStart({ registrationRequest: first.message }, by);
  const finished = await opaque.finishRegistration({ state: first.state, passphrase, response: started.registrationResponse });
  const recovery = args.newCode ? await newRecovery(args.vaultKey) : undefined;
  await transport.account.changePassphraseFinish({
    state: started.state,
    registrationRecord: finished.message,
    vaultKeyByPassphrase: await wrapVaultKey(await passphraseWrappingKey(finished.exportKey), args.vaultKey),
    samePassphrase: args.same ?? false,
    ...(recovery ? { recovery: recovery.wire } : {}),
  }, by);
  return recovery?.code;
}
