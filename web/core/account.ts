/** What somebody does with their own account: the methods of Core from signing up to deleting. */
import type { Core, SessionState } from "./api.ts";
import { equalBytes, toHex } from "./bytes.ts";
import type { VaultContents, VaultPolicy } from "./context.ts";
import { changePassphrase, type CredentialDeps, logIn, recover, register } from "./credentials.ts";
import type { Devices } from "./devices.ts";
import { CoreError, hasCode } from "./errors.ts";
import { turns } from "./in_turn.ts";
import { normalisePassphrase, passphraseStrength } from "./passphrase.ts";
import type { ProveAgain } from "./prove_again.ts";
import { loginName, parseLoginName } from "./pseudonym.ts";
import { formatRecoveryCode, parseRecoveryCode } from "./recovery_code.ts";
import { deleteSecond, fillOtherSlot, setSecondPassphrase } from "./second_account.ts";
import type { Session } from "./session.ts";
import { bearer } from "./transport.ts";

export type AccountMethods = Pick<Core,
  | "signUp" | "confirmRecoveryCode" | "logIn" | "recover" | "setPassphrase" | "secondPassphrase" | "setSecondPassphrase" | "logOut" | "devices" | "nameDevice" | "confirmDevice" | "removeDevice" | "endOtherSessions" | "deleteAccount"
  | "setDisplayName" | "setSettings"
  | "passkeyRegisterStart" | "passkeyRegisterFinish" | "passkeyAssertStart" | "passkeyAssertFinish" | "useOneTimeCode">;

const LONGEST_NAME = 60;

const withSecond = (set: boolean) => (vault: VaultContents): VaultContents => {
  const { secondPassphrase = false, ...rest } = vault;
  if (secondPassphrase === set) return vault;
  return set ? { ...rest, secondPassphrase: true } : rest;
};

export function createAccount(deps: CredentialDeps, session: Session, proveAgain: ProveAgain, agreedNow: () => Promise<VaultPolicy | undefined>): AccountMethods {
  const { account } = deps.transport;
  let shownCode: Uint8Array | undefined;
  /** The passphrase of which a new record is to be made, from the log-in until the session is whole. */
  let renewing: string | undefined;
  /** Changes of the session one after another: a form sent twice must not open two. */
  const inTurn = turns();

  async function refuseWeak(passphrase: string, pseudonym: string): Promise<void> {
    if ((await passphraseStrength(passphrase, "", [pseudonym])).level === "weak") throw new CoreError("passphrase_weak");
  }

  /** Two accounts of one name with one passphrase could not be told apart. */
  async function refuseTaken(passphrase: string): Promise<void> {
    const { loginName, role } = session.opened().vault.read();
    if (role === "client" && (await opensOther({ loginName, passphrase }))) throw new CoreError("passphrase_taken");
  }

  async function opensOther(args: { readonly loginName: string; readonly passphrase: string }): Promise<boolean> {
    const proved = await logIn(deps, args).catch((error: unknown) => {
      if (hasCode(error, "login_failed")) return undefined;
      throw error;
    });
    if (!proved) return false;
    await account.logOut({}, bearer(proved.opened.token)).catch(() => undefined);
    const other = toHex(proved.opened.accountId) !== session.accountId();
    // The log-in is noted like any other; so that the account's devices know whose it was:
    if (!other) await session.ownSession(proved.opened.token);
    return other;
  }

  /** Makes the name's other account where there is none; whatever passphrase it once had opens nothing then. */
  async function fillOther(): Promise<void> {
    const { vault, key } = session.opened();
    const { loginName, displayName, role } = vault.read();
    if (role === "client" && (await fillOtherSlot(deps, { loginName, displayName, vaultKey: key }))) await vault.update(withSecond(false));
  }

  /**
   * Makes the record anew after the server's secrets were exchanged, and with it that of
   * the name's other account, whose passphrase nobody knows: both of them, or the next
   * log-in tries again. One that somebody knows is renewed by who logs in with it.
   */
  async function renewRecord(): Promise<void> {
    const passphrase = renewing;
    renewing = undefined;
    if (passphrase === undefined) return;
    const { vault, key } = session.opened();
    const { role, secondPassphrase = false } = vault.read();
    if (role === "client" && !secondPassphrase) await setSecondPassphrase({ ...deps, progress: () => undefined }, key, undefined);
    await changePassphrase(deps, { next: passphrase, vaultKey: key, newCode: false, same: true });
  }

  /** What nobody has to wait for once they are in; what fails of it is tried at the next log-in. */
  function whenIn(now: SessionState): SessionState {
    if (now.state === "ready") void renewRecord().then(fillOther).catch(() => undefined);
    return now;
  }

  async function changeTo(next: string, newCode: boolean): Promise<{ readonly recoveryCode?: string }> {
    const { key } = session.opened();
    const code = await changePassphrase(deps, { next, vaultKey: key, newCode });
    if (session.state().state === "recovering") await session.recovered();
    if (!code) return {};
    shownCode = code;
    return { recoveryCode: formatRecoveryCode(code) };
  }

  async function changeDevices(change: (devices: Devices) => Promise<void>): Promise<void> {
    const { devices, tellDevices } = session.running();
    await change(devices);
    await tellDevices();
  }

  return {
    signUp: (args) => inTurn(async () => {
      await refuseWeak(args.passphrase, args.pseudonym);
      if (args.pseudonym.trim().length > LONGEST_NAME) throw new CoreError("pseudonym_too_long");
      // Where it is not known what is agreed to, it is asked afterwards.
      const policy = args.invitation ? undefined : await agreedNow().catch(() => undefined);
      const { opened, contents, vaultKey, recoveryCode } = await register(deps, { ...args, ...(policy ? { policy } : {}) });
      shownCode = recoveryCode;
      await session.enter({
        opened, loginName: contents.loginName, recovering: false, noTrace: args.noTrace ?? false, vault: { key: vaultKey, made: { version: 1n, contents } },
      });
      const { role, displayName, settings } = contents;
      const accountId = session.accountId();
      return { account: { accountId, role, displayName, loginName: contents.loginName, settings }, recoveryCode: formatRecoveryCode(recoveryCode) };
    }),

    async confirmRecoveryCode(typed) {
      const code = parseRecoveryCode(typed);
      return code !== undefined && shownCode !== undefined && equalBytes(code, shownCode);
    },

    logIn: (args) => inTurn(async () => {
      const name = parseLoginName(args.loginName);
      const enter = async (): Promise<SessionState> => {
        const { opened, wrappingKey, renew } = await logIn(deps, args);
        renewing = renew ? args.passphrase : undefined;
        return session.enter({
          opened, loginName: name ? loginName(name.pseudonym, name.nameNumber) : "", recovering: false, noTrace: args.noTrace ?? false, vault: { wrappingKey },
        });
      };
      return whenIn(await enter().catch((error: unknown) => {
        // Another browser made the new record before this one had the vault: now it opens by that.
        if (renewing === undefined || !hasCode(error, "vault_damaged")) throw error;
        return enter();
      }));
    }),

    recover: (typed) => inTurn(async () => {
      const code = parseRecoveryCode(typed);
      if (!code) throw new CoreError("recovery_failed");
      const { opened, wrappingKey } = await recover(deps, code);
      return session.enter({ opened, loginName: "", recovering: true, noTrace: false, vault: { wrappingKey } });
    }),

    setPassphrase: ({ current, next, newRecoveryCode }) => inTurn(async () => {
      await refuseWeak(next, session.opened().vault.read().displayName);
      if (session.state().state !== "recovering") {
        if (current === undefined) throw new CoreError("passphrase_required");
        await proveAgain.byPassphrase(current);
      }
      if (next !== current) await refuseTaken(next);
      return changeTo(next, newRecoveryCode);
    }),

    async secondPassphrase() {
      return session.running().ctx.vault.read().secondPassphrase === true;
    },

    setSecondPassphrase: ({ current, next }) => inTurn(async () => {
      const { vault, key } = session.opened();
      const { role, displayName, secondPassphrase: known } = session.running().ctx.vault.read();
      if (role !== "client") throw new CoreError("not_allowed");
      if (next !== undefined) await refuseWeak(next, displayName);
      await proveAgain.byPassphrase(current);
      if (next !== undefined && normalisePassphrase(next) === normalisePassphrase(current)) throw new CoreError("passphrase_taken");
      await fillOther();
      // Noted before: one that somebody knows must not be taken for one that nobody does (renewRecord).
      if (next !== undefined) await vault.update(withSecond(true));
      const done = await setSecondPassphrase(deps, key, next);
      // One that was set from here can be changed from here, unless its recovery code was changed inside.
      if (!done && known) throw new CoreError("second_account_closed");
      if (next === undefined) await vault.update(withSecond(false));
    }),

    logOut: () => inTurn(async () => {
      shownCode = renewing = undefined;
      await session.finish();
      // Without connection the session lives on at the server until it idles out; here it is gone at once.
      if (session.state().state === "ready") {
        const { ctx: { device }, devices } = session.running();
        await devices.leave().catch(() => undefined);
        await account.removeDevice({ deviceId: device.deviceId }).catch(() => undefined);
      }
      await account.logOut({}).catch(() => undefined);
      await session.end();
    }),

    devices: () => session.running().devices.list(),

    nameDevice: (id, name) => changeDevices((devices) => devices.rename(id, name)),

    confirmDevice: (id) => changeDevices((devices) => devices.confirm(id)),

    removeDevice: (id) => changeDevices((devices) => devices.remove([id])),

    async endOtherSessions() {
      const { devices } = session.running();
      const others = await devices.others();
      await changeDevices(() => devices.remove(others));
      // Whoever logged in and never came as far as being a device.
      return others.length + (await account.endOtherSessions({})).ended;
    },

    deleteAccount: (passphrase) => inTurn(async () => {
      const running = session.running();
      await proveAgain.byPassphrase(passphrase);
      await (await running.conversations()).farewell();
      const { vault, key } = session.opened();
      if (vault.read().role === "client") await deleteSecond(deps, key);
      await account.deleteAccount({});
      shownCode = undefined;
      await session.end();
    }),

    async setDisplayName(name) {
      const displayName = name.trim();
      if (displayName === "") throw new CoreError("pseudonym_empty");
      if (displayName.length > LONGEST_NAME) throw new CoreError("pseudonym_too_long");
      await session.running().ctx.vault.update((contents) => ({ ...contents, displayName }));
    },

    async setSettings(changed) {
      await session.running().ctx.vault.update((contents) => ({ ...contents, settings: { ...contents.settings, ...changed } }));
    },

    passkeyRegisterStart: async () => (await account.passkeyRegisterStart({})).optionsJson,

    passkeyRegisterFinish: (credentialJson) => inTurn(async () => {
      const { oneTimeCodes } = await session.renewToken(() => account.passkeyRegisterFinish({ credentialJson }));
      if (session.state().state === "second-factor-missing") await session.settle("whole");
      return { oneTimeCodes };
    }),

    passkeyAssertStart: async () => (await account.passkeyAssertStart({})).optionsJson,

    passkeyAssertFinish: (credentialJson) => inTurn(async () => {
      await session.renewToken(() => account.passkeyAssertFinish({ credentialJson }));
      return session.state().state === "second-factor" ? whenIn(await session.settle("whole")) : session.state();
    }),

    useOneTimeCode: (code) => inTurn(async () => {
      const { remaining } = await session.renewToken(() => account.useOneTimeCode({ code }));
      return { remaining, session: whenIn(await session.settle("whole")) };
    }),
  };
}
