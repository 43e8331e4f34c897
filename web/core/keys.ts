/**
 * This browser as a device of the account: its MLS signature key, and the key
 * packages by which others add it to a conversation while it is away
 * (RFC 9420 §10).
 *
 * The public half of a package lies with the server and is handed out once;
 * the private half stays here until a Welcome has used it. When the supply is
 * gone the server hands out the last-resort package again and again (§16.8), so
 * the supply is filled up before it ends.
 *
 * Stored: `device/self`, `device/package/<reference>`, `device/package/former/…`,
 * `device/last-resort`, `device/published`.
 */
import { fromHex, randomBytes, toHex } from "./bytes.ts";
import type { DeviceStore, Transport, VaultContents } from "./context.ts";
import { deserializeDevice, type Device, generateDevice, generateKeyPackages, serializeDevice } from "./mls.ts";

const SELF = "device/self";
const PACKAGE = "device/package/";
/** Of those that were replaced, for a day. */
const FORMER = `${PACKAGE}former/`;
const LAST_RESORT = "device/last-resort";
/** Set once the last resort is known to lie with the server. */
const PUBLISHED = "device/published";

/** How many packages lie ready after filling up, and below which number that is done. */
const SUPPLY = 12;
const LOW = 6;

/** The device kept in this browser, if it belongs to `accountId`. */
export async function loadDevice(store: DeviceStore, accountId: Uint8Array): Promise<Device | undefined> {
  const kept = await store.get(SELF);
  if (!kept) return undefined;
  const device = deserializeDevice(kept);
  return device.accountId.every((byte, i) => byte === accountId[i]) ? device : undefined;
}

/** The device kept here, or a new one signed into the account. */
export async function ensureDevice(store: DeviceStore, accountId: Uint8Array, vault: VaultContents): Promise<Device> {
  const kept = await loadDevice(store, accountId);
  if (kept) return kept;
  const device = await generateDevice({
    accountId,
    deviceId: randomBytes(16),
    identityPrivateKey: fromHex(vault.identityPrivateKey),
    identityPublicKey: fromHex(vault.identityPublicKey),
  });
  await store.put([[SELF, serializeDevice(device)]]);
  return device;
}

/** The private halves of all packages a Welcome may be addressed to. */
export async function loadKeyPackages(store: DeviceStore): Promise<readonly Uint8Array[]> {
  const lastResort = await store.get(LAST_RESORT);
  const packages = (await store.list(PACKAGE)).map(([, value]) => value);
  return lastResort ? [...packages, lastResort] : packages;
}

/**
 * Puts others in place of all packages, and of the last resort, that lie with the
 * server. The private halves of the former stay, until somebody takes them away:
 * a Welcome to one that was handed out may be on its way.
 */
export async function replaceKeyPackages(transport: Transport, store: DeviceStore, device: Device): Promise<void> {
  const former = [...(await store.list(PACKAGE)).map(([name, value]) => [name, value] as const), [LAST_RESORT, await store.get(LAST_RESORT)] as const];
  const made = await generateKeyPackages(device, SUPPLY);
  const [lastResort] = await generateKeyPackages(device, 1, true);
  if (!lastResort) return;
  await store.put([
    ...former.flatMap(([name, value]) => (value && !name.startsWith(FORMER) ? [[name, undefined] as const, [FORMER + toHex(randomBytes(16)), value] as const] : [])),
    ...made.map((each) => [PACKAGE + each.ref, each.private] as const),
    [LAST_RESORT, lastResort.private],
  ]);
  await transport.account.removeDevice({ deviceId: device.deviceId });
  await transport.account.publishKeyPackages({ deviceId: device.deviceId, keyPackages: made.map((each) => each.publicMessage), lastResort: lastResort.publicMessage });
}

/** Names of the former private halves that are still kept. */
export async function formerKeyPackages(store: DeviceStore): Promise<readonly string[]> {
  return (await store.list(FORMER)).map(([name]) => name);
}

/** The writes that destroy the private halves of packages that a Welcome has used; the last resort stays. References in hex. */
export function forgetKeyPackages(references: readonly string[]): readonly (readonly [key: string, value: undefined])[] {
  return references.map((reference) => [PACKAGE + reference, undefined]);
}

/**
 * Puts another last resort in place of one by which a Welcome was opened that
 * could be opened again: what it leads to may be forgotten by now.
 */
export async function renewLastResort(transport: Transport, store: DeviceStore, device: Device): Promise<void> {
  const [made] = await generateKeyPackages(device, 1, true);
  if (!made) return;
  await store.put([[LAST_RESORT, made.private]]);
  await transport.account.publishKeyPackages({ deviceId: device.deviceId, keyPackages: [], lastResort: made.publicMessage });
}

/**
 * Fills up the packages lying with the server. The private halves are on the
 * disk before the public ones leave: a Welcome can only come to what is kept.
 */
export async function replenishKeyPackages(
  transport: Transport, store: DeviceStore, device: Device, progress: (done: number, total: number) => void,
): Promise<void> {
  const { count } = await transport.account.countKeyPackages({ deviceId: device.deviceId });
  const published = (await store.get(PUBLISHED)) !== undefined;
  if (count >= LOW && published) return;
  const total = SUPPLY - count;
  const made = [];
  for (let i = 0; i < total; i++) {
    made.push(...(await generateKeyPackages(device, 1)));
    progress(i + 1, total);
  }
  const [lastResort] = published ? [] : await generateKeyPackages(device, 1, true);
  await store.put([
    ...made.map((each) => [PACKAGE + each.ref, each.private] as const),
    ...(lastResort ? [[LAST_RESORT, lastResort.private] as const] : []),
  ]);
  await transport.account.publishKeyPackages({
    deviceId: device.deviceId,
    keyPackages: made.map((each) => each.publicMessage),
    lastResort: lastResort?.publicMessage ?? new Uint8Array(),
  });
  await store.put([[PUBLISHED, Uint8Array.of(1)]]);
}
