/**
 * The session of this browser: which state it is in, and what is alive in it.
 *
 *     none ──prove──▶ second-factor / second-factor-missing ──▶ recovering ──▶ ready
 *       ▲                                                                        │
 *       └── log out, delete ──────────────── expired ◀── server ended it ────────┘
 *
 * Whoever proved themselves (credentials.ts) `enter`s; `settle` goes as far as
 * the server lets the session go. In "ready" a Running lives: vault, device and
 * conversations. An expired session keeps the device and what it stored, but
 * gives up the vault and its key: the passphrase brings them back. Locking does
 * the same by hand, unless the browser has a PIN or a passkey: then the session goes on, but
 * everything of it is out of memory and unreadable ("locked") until one of these, or
 * who logs in by the passphrase, brings it back.
 */
import type { Account, CoreEvent, DeviceKind, Id, SessionState } from "./api.ts";
import { ACCESS_WAITING } from "./access_key.ts";
import type { AccessEvent } from "./accesslog/link.ts";
import { fromHex, sha256, toHex, utf8 } from "./bytes.ts";
import type { CoreContext, DeviceStore, Transport, VaultContents } from "./context.ts";
import { type Opened, openedOf } from "./credentials.ts";
import { readCredential, verifyRemoval } from "./device_credential.ts";
import { CoreError, hasCode } from "./errors.ts";
import type { Session as WireSession } from "./gen/alcove/v1/auth_pb.ts";
import { type KeptSession, loadKept, loadVault, saveKept, saveVault } from "./kept.ts";
import { ensureDevice, loadDevice } from "./keys.ts";
import { roleOf } from "./practice.ts";
import { createRunning, type Running } from "./running.ts";
import { type BrowserStore, closable } from "./storage.ts";
import { bearer } from "./transport.ts";
import { createVault, openVault, type OpenVault, unwrapVaultKey, type VersionedVault } from "./vault.ts";

export interface SessionDeps {
  readonly transport: Transport;
  readonly store: DeviceStore;
  /** The same store, where it can be locked. */
  readonly browser: BrowserStore | undefined;
  readonly emit: (event: CoreEvent) => void;
  readonly now: () => number;
  readonly kind: DeviceKind;
  /** Called when the session goes on with another token. */
  readonly renewed: () => Promise<void>;
}

export type Factor = Opened["factor"];

/** What somebody brings who has just proved who they are. */
export interface Entering {
  readonly opened: Opened;
  readonly loginName: string;
  readonly recovering: boolean;
  /** Nothing is to be written to this device. */
  readonly noTrace: boolean;
  /** Either what the vault key is wrapped under, or the key itself, after signing up with the vault. */
  readonly vault: { readonly wrappingKey: Uint8Array } | { readonly key: Uint8Array; readonly made?: VersionedVault };
}

export interface Session {
  state(): SessionState;
  accountId(): Id;
  /** Restores what this browser kept; `left`: locks it instead. */
  restore(left?: boolean): Promise<SessionState>;
  enter(entering: Entering): Promise<SessionState>;
  /** Goes on after a second factor was presented or added. */
  settle(factor: Factor): Promise<SessionState>;
  /** Ends recovery after a new passphrase was set. */
  recovered(): Promise<SessionState>;
  /** Vault and its key, in the states "recovering" and "ready". */
  opened(): { readonly vault: OpenVault; readonly key: Uint8Array };
  /** What lives in the state "ready"; rejects with a code that says what is missing. */
  running(): Running;
  /** This device opened another session of the account, only to prove something. The access log is to know whose it was. */
  ownSession(token: Uint8Array): Promise<void>;
  /** Goes on with another session of the same account, and ends the former. */
  replaceToken(token: Uint8Array): Promise<void>;
  /** Goes on under the token that the server gives for the present one, which counts no longer from then on. */
  renewToken<T extends { readonly session?: WireSession | undefined }>(prove: () => Promise<T>): Promise<T>;
  /** The server said that the session of this token counts no longer. */
  lost(token: Uint8Array): void;
  /** Ends in order what lives in the state "ready"; done before it is left for good. */
  finish(): Promise<void>;
  /** Leaves nothing readable: by a PIN where there is one, else as if the session had expired. */
  lock(): Promise<SessionState>;
  /** Rejects with "pin_wrong", or after the last attempt with "pin_destroyed". */
  unlock(pin: string): Promise<SessionState>;
  /** Rejects with "lock_passkey_wrong". */
  unlockByPasskey(secret: Uint8Array): Promise<SessionState>;
  /** While the session is ready: rejects as `unlock` does. */
  provePin(pin: string): Promise<void>;
  provePasskey(secret: Uint8Array): Promise<void>;
  /** Stops without forgetting anything: another window goes on. */
  suspend(): Promise<void>;
  /** Forgets and destroys everything kept in this browser. */
  end(): Promise<void>;
}

export function createSession({ transport, store, browser, emit, now, kind, renewed }: SessionDeps): Session {
  let state: SessionState = { state: "none" };
  let kept: KeptSession | undefined;
  let open: { readonly vault: OpenVault; readonly key: Uint8Array } | undefined;
  let alive: Running | undefined;
  /** The last that was: what it asked for may come when it has ended. */
  let latest: Running | undefined;
  /** Lets nothing that is still under way write any more. */
  let cut = (): void => undefined;
  /** The person proved who they are since this started. */
  let proved = false;
  /** What an ended session still writes; nothing may come after it has to be forgotten. */
  let expiring: Promise<void> = Promise.resolve();
  /** While the server is asked for another token it may refuse the present one before its answer is here. */
  let renewing: Promise<unknown> | undefined;
  /** How often everything kept here was destroyed. */
  let forgotten = 0;

  function become(next: SessionState): SessionState {
    state = next;
    emit({ type: "session", session: next });
    return next;
  }

  async function becomeLocked(attemptsLeft: number): Promise<SessionState> {
    const { pin = false, passkey } = (await browser?.lockedBy()) ?? {};
    return become({ state: "locked", attemptsLeft, ...(passkey ? { passkey: { ...passkey, withPin: pin } } : {}) });
  }

  async function keep(next: KeptSession): Promise<KeptSession> {
    await saveKept(store, next);
    kept = next;
    return next;
  }

  function account(from: KeptSession, vault: OpenVault): Account {
    const { displayName, loginName, settings } = vault.read();
    return { accountId: from.accountId, role: from.role, displayName, loginName, settings };
  }

  // ---- the vault -----------------------------------------------------------

  async function unlock(from: KeptSession): Promise<KeptSession> {
    if (open) return from;
    const { key, newest } = await fetchVault(from);
    await browser?.settle(key);
    await saveVault(store, newest);
    const { wrappingKey: _used, ...rest } = from;
    const opened = await keep({ ...rest, vaultKey: toHex(key), loginName: newest.contents.loginName });
    open = { key, vault: createVault({ transport, key, initial: newest, keep: keepVault, fetched: () => latest?.vaultFetched() }) };
    return opened;
  }

  async function fetchVault(from: KeptSession): Promise<{ readonly key: Uint8Array; readonly newest: VersionedVault }> {
    const cached = from.vaultKey && (await loadVault(store));
    try {
      const fetched = await transport.account.getVault({}, patience(from));
      const wrapped = from.recovering ? fetched.vaultKeyByRecovery : fetched.vaultKeyByPassphrase;
      const key = from.vaultKey ? fromHex(from.vaultKey) : await unwrapVaultKey(fromHex(from.wrappingKey ?? ""), wrapped);
      return { key, newest: { version: fetched.version, contents: await openVault(key, fetched.vault) } };
    } catch (error) {
      if (!hasCode(error, "offline") || !cached || !from.vaultKey) throw error;
      return { key: fromHex(from.vaultKey), newest: cached };
    }
  }

  async function keepVault(newer: VersionedVault): Promise<void> {
    if (!open) return; // It was on its way when the session ended.
    await saveVault(store, newer);
    if (state.state !== "ready") return;
    const before = state.account;
    const { displayName, settings } = newer.contents;
    const same = before.displayName === displayName && JSON.stringify(before.settings) === JSON.stringify(settings);
    if (!same) become({ state: "ready", account: { ...before, displayName, settings } });
  }

  // ---- from state to state -------------------------------------------------

  async function settle(factor: Factor): Promise<SessionState> {
    if (!kept) throw new CoreError("not_logged_in");
    switch (factor) {
      case "required":
        return become({ state: "second-factor", role: kept.role });
      case "missing":
        return become({ state: "second-factor-missing", role: kept.role });
      case "whole": {
        const from = await unlock(kept);
        return from.recovering ? become({ state: "recovering", loginName: from.loginName, role: from.role }) : run(from);
      }
    }
  }

  async function run(from: KeptSession): Promise<SessionState> {
    const { vault } = session.opened();
    const accountId = fromHex(from.accountId);
    if (await isRemoved(accountId, vault.read())) {
      if (!proved) return endRemoved();
      // Who logs in again where they were logged out begins with a new device: the former one is out for good.
      await store.put((await store.list("")).map(([key]) => [key, undefined] as const));
      await saveVault(store, { version: vault.version(), contents: vault.read() });
      await saveKept(store, from);
    }
    const device = await ensureDevice(store, accountId, vault.read());
    const own = closable(store);
    cut = own.close;
    const ctx: CoreContext = { transport, vault, store: own, device, accountId, emit, now, noted: (event) => latest?.noted(event) };
    latest = alive = createRunning(ctx, {
      vaultVersion: vault.version, kind, sessions, loggedIn: () => proved, removed: () => void endRemoved(), ended: () => session.lost(fromHex(kept?.token ?? "")),
    });
    const ready = become({ state: "ready", account: account(from, vault) });
    alive.start();
    return ready;
  }

  const hashOf = (token: string): string => toHex(sha256(fromHex(token)));

  /** What the session was and is known by: SHA-256 of its tokens, hex, the present one last. */
  const sessions = (): readonly string[] => [...(kept?.former ?? []), hashOf(kept?.token ?? "")];

  async function isRemoved(accountId: Uint8Array, { removed }: VaultContents): Promise<boolean> {
    const device = await loadDevice(store, accountId);
    return device !== undefined && removed?.some((each) => each.device === toHex(device.deviceId)) === true;
  }

  /** Destroys what is kept here, because another device said so. */
  async function endRemoved(): Promise<SessionState> {
    await forgetAll();
    return become({ state: "none", removed: true });
  }

  async function forgetAll(): Promise<void> {
    forgotten++;
    kept = undefined;
    transport.setToken(undefined);
    await halt();
    await store.destroy();
  }

  /** Asks what became of an ended session. The server cannot make a browser destroy itself: only the account's own signature does. */
  async function askFarewell({ accountId, ended }: KeptSession): Promise<void> {
    const device = ended && (await loadDevice(store, fromHex(accountId)));
    if (!device) return;
    const { signature } = await transport.auth.getFarewell({ token: fromHex(ended) }, { timeoutMs: START_WITHIN });
    const identity = readCredential(device.credential, device.signaturePublicKey);
    if (identity && verifyRemoval(identity, signature) && state.state !== "ready") await endRemoved();
  }

  async function halt(): Promise<void> {
    const [stopping, cutting] = [alive, cut];
    alive = undefined;
    open = undefined;
    transport.disconnect();
    await stopping?.stop();
    cutting();
  }

  /** `byServer`: it was not this browser that ended the session, so it asks who did. */
  function expire(byServer: boolean): void {
    if (!kept?.token) return;
    proved = false;
    const { token, vaultKey: _key, wrappingKey: _wrapping, ...rest } = kept;
    kept = { ...rest, recovering: false, ...(byServer ? { ended: token } : {}) };
    const keeping = kept;
    transport.setToken(undefined);
    become(keeping.loginName === "" ? { state: "none" } : { state: "expired", loginName: keeping.loginName });
    const before = forgotten;
    expiring = halt().then(async () => {
      if (forgotten !== before) return;
      await saveVault(store, undefined);
      await saveKept(store, keeping);
      // Told meanwhile that all of it has to go: what was just written goes as well.
      if (forgotten !== before) return store.destroy();
      await askFarewell(keeping);
    }).catch(() => undefined); // What could not be written is found out at the next start, when the server refuses the token.
  }

  async function goOnAs(token: Uint8Array, former: readonly string[]): Promise<void> {
    if (!kept) throw new CoreError("not_logged_in");
    transport.disconnect();
    await keep({ ...kept, token: toHex(token), former });
    transport.setToken(token);
    if (alive) transport.connect();
    await alive?.devices.present().catch(() => undefined); // Said again at the next start.
    alive?.watchAccess();
    await renewed().catch(() => undefined); // The same.
  }

  const session: Session = {
    state: () => state,

    accountId() {
      if (!kept) throw new CoreError("not_logged_in");
      return kept.accountId;
    },

    async restore(left = false) {
      const attemptsLeft = await browser?.attemptsLeft();
      if (attemptsLeft !== undefined) return becomeLocked(attemptsLeft);
      kept = await loadKept(store);
      if (!kept) return become({ state: "none" });
      if (left && kept.token) return session.lock();
      if (!kept.token) {
        become(kept.loginName === "" ? { state: "none" } : { state: "expired", loginName: kept.loginName });
        await askFarewell(kept).catch(() => undefined); // Without connection it is asked at the next start.
        return state;
      }
      transport.setToken(fromHex(kept.token));
      try {
        const answer = (await transport.account.getSession({}, patience(kept))).session;
        if (!answer || roleOf(answer.role) !== kept.role) throw new CoreError("internal");
        return await settle(answer.secondFactorRequired ? "required" : answer.secondFactorMissing ? "missing" : "whole");
      } catch (error) {
        if (hasCode(error, "not_logged_in")) {
          await expiring;
          return state;
        }
        if (hasCode(error, "offline") && kept.vaultKey && !kept.recovering) return settle("whole");
        throw error;
      }
    },

    async enter({ opened, loginName, recovering, noTrace, vault }) {
      await halt();
      await expiring;
      proved = true;
      const accountId = toHex(opened.accountId);
      browser?.setAside("not");
      if (noTrace) browser?.setAside("for-good");
      else if ((await browser?.attemptsLeft()) !== undefined) browser?.setAside("until-settled");
      // A browser holds one account: what another one left here goes first.
      else if ((await loadKept(store))?.accountId !== accountId) await store.destroy();
      transport.setToken(opened.token);
      const entered = { v: 1 as const, accountId, role: opened.role, loginName, token: toHex(opened.token), recovering };
      if ("key" in vault) {
        if (vault.made) await saveVault(store, vault.made);
        await keep({ ...entered, vaultKey: toHex(vault.key) });
      } else {
        await keep({ ...entered, wrappingKey: toHex(vault.wrappingKey) });
      }
      return settle(opened.factor);
    },

    settle,

    async recovered() {
      if (!kept) throw new CoreError("not_logged_in");
      return run(await keep({ ...kept, recovering: false }));
    },

    opened() {
      if (!open) throw new CoreError(missing(state));
      return open;
    },

    running() {
      if (!alive) throw new CoreError(missing(state));
      return alive;
    },

    async ownSession(token) {
      const hash = toHex(sha256(token));
      await store.put([[`${ACCESS_WAITING}own-${hash}`, utf8(JSON.stringify({ kind: "session", session: hash, of: kind } satisfies AccessEvent))]]);
      alive?.watchAccess();
    },

    async replaceToken(token) {
      const former = kept?.token;
      if (!former) throw new CoreError("not_logged_in");
      await goOnAs(token, []);
      await transport.account.logOut({}, bearer(fromHex(former))).catch(() => undefined);
    },

    async renewToken(prove) {
      const proof = prove();
      const asked = proof.catch(() => undefined).then((answer) => answer && goOnAs(openedOf(answer.session).token, sessions()));
      renewing = asked;
      try {
        const answer = await proof;
        await asked;
        return answer;
      } finally {
        renewing = undefined;
      }
    },

    lost(token) {
      if (renewing) void renewing.catch(() => undefined).then(() => session.lost(token));
      else if (kept?.token === toHex(token)) expire(true);
    },

    async finish() {
      await alive?.settle();
    },

    async lock() {
      await expiring;
      if (!kept) return state;
      if (browser && (await browser.lockedBy())) {
        await session.suspend();
        await browser.lock();
        return session.restore();
      }
      if (!kept.token) return state;
      // The server ends what cannot be gone on with here, if it can be told.
      void transport.account.logOut({}, bearer(fromHex(kept.token))).catch(() => undefined);
      if (browser?.traceless()) await session.end();
      else expire(false);
      await expiring;
      return state;
    },

    async unlock(pin) {
      if (!browser || (await browser.unlock(pin))) return session.restore();
      const attemptsLeft = await browser.attemptsLeft();
      if (attemptsLeft === undefined) {
        become({ state: "none" });
        throw new CoreError("pin_destroyed");
      }
      await becomeLocked(attemptsLeft);
      throw new CoreError("pin_wrong");
    },

    async unlockByPasskey(secret) {
      if (browser && !(await browser.unlockByPasskey(secret))) throw new CoreError("lock_passkey_wrong");
      return session.restore();
    },

    async provePasskey(secret) {
      if (browser && !(await browser.provePasskey(secret))) throw new CoreError("lock_passkey_wrong");
    },

    async provePin(pin) {
      const proved = (await browser?.provePin(pin)) ?? "right";
      if (proved === "right") return;
      if (proved === "wrong") throw new CoreError("pin_wrong");
      await session.end();
      throw new CoreError("pin_destroyed");
    },

    async suspend() {
      kept = undefined;
      state = { state: "none" };
      transport.setToken(undefined);
      await halt();
    },

    async end() {
      await expiring;
      await forgetAll();
      become({ state: "none" });
    },
  };
  return session;
}

/** How long a start waits for a server that may be out of reach before it shows what is kept. */
const START_WITHIN = 5_000;

function patience(kept: KeptSession): { readonly timeoutMs?: number } {
  return kept.vaultKey && !kept.recovering ? { timeoutMs: START_WITHIN } : {};
}

/** The code that says why something cannot be done in this state. */
function missing(state: SessionState): string {
  switch (state.state) {
    case "none":
    case "expired":
    case "ready":
      return "not_logged_in";
    case "locked":
      return "locked";
    case "second-factor":
      return "second_factor_required";
    case "second-factor-missing":
      return "second_factor_missing";
    case "recovering":
      return "passphrase_required";
  }
}
