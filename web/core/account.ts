/** What somebody does with their own account: the methods of Core from signing up to deleting. */
import type { Core } from "./api.ts";
import { equalBytes } from "./bytes.ts";
import { changePassphrase, type CredentialDeps, logIn, recover, register } from "./credentials.ts";
import type { Devices } from "./devices.ts";
import { CoreError } from "./errors.ts";
import { passphraseStrength } from "./passphrase.ts";
import type { ProveAgain } from "./prove_again.ts";
import { loginName, parseLoginName } from "./pseudonym.ts";
import { formatRecoveryCode, parseRecoveryCode } from "./recovery_code.ts";
import type { Session } from "./session.ts";

export type AccountMethods = Pick<Core,
  | "signUp" | "confirmRecoveryCode" | "logIn" | "recover" | "setPassphrase" | "logOut" | "devices" | "nameDevice" | "confirmDevice" | "removeDevice" | "endOtherSessions" | "deleteAccount"
  | "setDisplayName" | "setSettings"
  | "passkeyRegisterStart" | "passkeyRegisterFinish" | "passkeyAssertStart" | "passkeyAssertFinish" | "useOneTimeCode">;

const LONGEST_NAME = 60;

export function createAccount(deps: CredentialDeps, session: Session, proveAgain: ProveAgain): AccountMethods {
  const { account } = deps.transport;
  let shownCode: Uint8Array | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** Changes of the session one after another: a form sent twice must not open two. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = last.then(work, work);
    last = run.catch(() => undefined);
    return run;
  }

  async function refuseWeak(passphrase: string): Promise<void> {
    if ((await passphraseStrength(passphrase)).level === "weak") throw new CoreError("passphrase_weak");
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
      await refuseWeak(args.passphrase);
      if (args.pseudonym.trim().length > LONGEST_NAME) throw new CoreError("pseudonym_too_long");
      const { opened, contents, vaultKey, recoveryCode } = await register(deps, args);
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
      const { opened, wrappingKey } = await logIn(deps, args);
      const name = parseLoginName(args.loginName);
      return session.enter({
        opened, loginName: name ? loginName(name.pseudonym, name.nameNumber) : "", recovering: false, noTrace: args.noTrace ?? false, vault: { wrappingKey },
      });
    }),

    recover: (typed) => inTurn(async () => {
      const code = parseRecoveryCode(typed);
      if (!code) throw new CoreError("recovery_failed");
      const { opened, wrappingKey } = await recover(deps, code);
      return session.enter({ opened, loginName: "", recovering: true, noTrace: false, vault: { wrappingKey } });
    }),

    setPassphrase: ({ current, next, newRecoveryCode }) => inTurn(async () => {
      await refuseWeak(next);
      if (session.state().state !== "recovering") {
        if (current === undefined) throw new CoreError("passphrase_required");
        await proveAgain.byPassphrase(current);
      }
      return changeTo(next, newRecoveryCode);
    }),

    logOut: () => inTurn(async () => {
      shownCode = undefined;
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

    async setSettings(settings) {
      await session.running().ctx.vault.update((contents) => ({ ...contents, settings }));
    },

    passkeyRegisterStart: async () => (await account.passkeyRegisterStart({})).optionsJson,

    passkeyRegisterFinish: (credentialJson) => inTurn(async () => {
      const { oneTimeCodes } = await account.passkeyRegisterFinish({ credentialJson });
      if (session.state().state === "second-factor-missing") await session.settle("whole");
      return { oneTimeCodes };
    }),

    passkeyAssertStart: async () => (await account.passkeyAssertStart({})).optionsJson,

    passkeyAssertFinish: (credentialJson) => inTurn(async () => {
      await account.passkeyAssertFinish({ credentialJson });
      return session.state().state === "second-factor" ? session.settle("whole") : session.state();
    }),

    useOneTimeCode: (code) => inTurn(async () => {
      const { remaining } = await account.useOneTimeCode({ code });
      return { remaining, session: await session.settle("whole") };
    }),
  };
}
