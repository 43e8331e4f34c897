/**
 * Proving who one is to the server: becoming an account, logging in,
 * recovering. Functions from what was typed to a session and the key that
 * unlocks the vault; nothing is kept here.
 */
import type { Id, Role } from "./api.ts";
import { equalBytes, randomBytes, sha256, toHex } from "./bytes.ts";
import type { Transport, VaultContents } from "./context.ts";
import { accountIdOf, generateSigningKey } from "./device_credential.ts";
import { CoreError, hasCode } from "./errors.ts";
import type { ProofOfWork, Session } from "./gen/alcove/v1/auth_pb.ts";
import type { Opaque } from "./opaque_port.ts";
import { normalisePassphrase } from "./passphrase.ts";
import { roleOf } from "./practice.ts";
import { HARDEST, solveProofOfWork } from "./proof_of_work.ts";
import { loginName, nameHash, normalisePseudonym, parseLoginName } from "./pseudonym.ts";
import { generateRecoveryCode, recoveryAuth, recoveryId, recoveryWrappingKey } from "./recovery_code.ts";
import { generateSealingKey, signRecipient } from "./sealed.ts";
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

async function proof({ transport, progress }: CredentialDeps): Promise<Omit<ProofOfWork, "$typeName" | "$unknown">> {
  const { challenge, difficulty } = await transport.auth.newChallenge({});
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

/** Makes an account: keys, vault and recovery code here; name number and session there. */
export async function register(
  deps: CredentialDeps, args: { readonly pseudonym: string; readonly passphrase: string; readonly invitation?: string },
): Promise<NewAccountResult> {
  const { transport, opaque } = deps;
  const displayName = args.pseudonym.trim();
  if (normalisePseudonym(displayName) === "") throw new CoreError("pseudonym_empty");
  const passphrase = normalisePassphrase(args.passphrase);
  const invitation = args.invitation ?? "";
  const role = invitation === "" ? "client" : roleOf((await transport.auth.checkInvitation({ invitation })).role);

  const first = await opaque.startRegistration(passphrase);
  const started = await transport.auth.registerStart({
    proof: await proof(deps), nameHash: nameHash(displayName), registrationRequest: first.message, invitation,
  });
  const finished = await opaque.finishRegistration({ state: first.state, passphrase, response: started.registrationResponse });

  const fresh = await newVault({ role, displayName, loginName: loginName(displayName, started.nameNumber) });
  const vaultKey = randomBytes(32);
  const recovery = await newRecovery(vaultKey);
  const { session } = await transport.auth.registerFinish({
    state: started.state,
    registrationRecord: finished.message,
    account: {
      identityKey: fresh.identity.publicKey,
      sealingRecipient: fresh.contents.sealingRecipient,
      sealingSignature: signRecipient(fresh.identity.privateKey, fresh.contents.sealingRecipient),
      vault: await sealVault(vaultKey, fresh.contents),
      vaultKeyByPassphrase: await wrapVaultKey(await passphraseWrappingKey(finished.exportKey), vaultKey),
      recovery: recovery.wire,
    },
  });
  const opened = openedOf(session);
  if (!equalBytes(opened.accountId, accountIdOf(fresh.identity.publicKey)) || opened.role !== role) throw new CoreError("internal");
  return { opened, contents: fresh.contents, vaultKey, recoveryCode: recovery.code };
}

async function newVault(who: { readonly role: Role; readonly displayName: string; readonly loginName: string }): Promise<{
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

/** A fresh recovery code, and what the server keeps of it. */
export async function newRecovery(vaultKey: Uint8Array): Promise<{
  readonly code: Uint8Array; readonly wire: { readonly recoveryId: Uint8Array; readonly recoveryAuthHash: Uint8Array; readonly vaultKeyByRecovery: Uint8Array };
}> {
  const code = generateRecoveryCode();
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
}

/** Logs in by OPAQUE. A wrong name and a wrong passphrase are both "login_failed". */
export async function logIn(deps: CredentialDeps, args: { readonly loginName: string; readonly passphrase: string }): Promise<Proved> {
  const { transport, opaque } = deps;
  const name = parseLoginName(args.loginName);
  if (!name) throw new CoreError("login_failed");
  const passphrase = normalisePassphrase(args.passphrase);
  const first = await opaque.startLogin(passphrase);
  const request = { nameHash: nameHash(name.pseudonym), nameNumber: name.nameNumber, ke1: first.message };
  const started = await transport.auth.loginStart(request).catch(async (error: unknown) => {
    if (!hasCode(error, "proof_required")) throw error;
    return transport.auth.loginStart({ ...request, proof: await proof(deps) });
  });
  const finished = await opaque.finishLogin({ state: first.state, passphrase, response: started.ke2 });
  if (!finished) throw new CoreError("login_failed");
  const { session } = await transport.auth.loginFinish({ state: started.state, ke3: finished.message });
  return { opened: openedOf(session), wrappingKey: await passphraseWrappingKey(finished.exportKey) };
}

/** Opens a session by recovery code alone. */
export async function recover(deps: CredentialDeps, code: Uint8Array): Promise<Proved> {
  const { session } = await deps.transport.auth.recover({
    proof: await proof(deps), recoveryId: await recoveryId(code), recoveryAuth: await recoveryAuth(code),
  });
  return { opened: openedOf(session), wrappingKey: await recoveryWrappingKey(code) };
}

/** Replaces the passphrase, and with `newCode` the recovery code; the session must be fresh. */
export async function changePassphrase(
  { transport, opaque }: CredentialDeps, args: { readonly next: string; readonly vaultKey: Uint8Array; readonly newCode: boolean },
): Promise<Uint8Array | undefined> {
  const passphrase = normalisePassphrase(args.next);
  const first = await opaque.startRegistration(passphrase);
  const started = await transport.account.changePassphraseStart({ registrationRequest: first.message });
  const finished = await opaque.finishRegistration({ state: first.state, passphrase, response: started.registrationResponse });
  const recovery = args.newCode ? await newRecovery(args.vaultKey) : undefined;
  await transport.account.changePassphraseFinish({
    state: started.state,
    registrationRecord: finished.message,
    vaultKeyByPassphrase: await wrapVaultKey(await passphraseWrappingKey(finished.exportKey), args.vaultKey),
    ...(recovery ? { recovery: recovery.wire } : {}),
  });
  return recovery?.code;
}
