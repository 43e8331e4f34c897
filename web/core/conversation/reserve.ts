/**
 * The reserve device of a practitioner: a device that lives in the vault only.
 *
 * A client may ask while the practitioner is logged out everywhere and has no
 * browser that could be added to the group. The reserve's last-resort key
 * package (RFC 9420 §16.8) is always there to be added; whichever browser the
 * practitioner opens next finds its keys in the vault, reads the request with
 * them, and joins with a leaf of its own. The price is written in
 * docs/protocol.md: the reserve's keys live as long as the vault keeps them,
 * which is until something is forgotten in a conversation that it is in.
 */
import type { Id } from "../api.ts";
import type { CoreContext } from "../context.ts";
import { fromBase64url, fromHex, randomBytes, toBase64url, toHex } from "../bytes.ts";
import { deserializeDevice, generateDevice, generateKeyPackages, serializeDevice } from "../mls.ts";
import type { Addressee } from "./join.ts";

/** The reserve in the vault. */
export function reserveOf(ctx: CoreContext): Addressee | undefined {
  const reserve = ctx.vault.read().reserve;
  return reserve && { device: deserializeDevice(fromBase64url(reserve.device)), keyPackages: reserve.keyPackages.map(fromBase64url) };
}

/** Makes a practitioner's reserve once, and publishes its key package. */
export async function ensureReserve(ctx: CoreContext): Promise<void> {
  const vault = ctx.vault.read();
  if (vault.role !== "practitioner") return;
  if (!vault.reserve) await makeReserve(ctx);
  const reserve = ctx.vault.read().reserve;
  if (!reserve) return;
  // Again at every start: a crash may have come between the vault and the publishing.
  await ctx.transport.account.publishKeyPackages({
    deviceId: fromHex(reserve.deviceId), keyPackages: [], lastResort: fromBase64url(reserve.lastResort),
  });
}

/**
 * Puts another reserve in place of one that could open what was forgotten. The
 * former one is logged out like any device: its leaf goes wherever it is.
 */
export async function renewReserve(ctx: CoreContext): Promise<void> {
  const former = ctx.vault.read().reserve;
  if (!former) return;
  await makeReserve(ctx, former.deviceId);
  await ensureReserve(ctx);
  await ctx.transport.account.removeDevice({ deviceId: fromHex(former.deviceId) });
}

async function makeReserve(ctx: CoreContext, former?: Id): Promise<void> {
  const vault = ctx.vault.read();
  const device = await generateDevice({
    accountId: ctx.accountId,
    deviceId: randomBytes(16),
    identityPrivateKey: fromHex(vault.identityPrivateKey),
    identityPublicKey: fromHex(vault.identityPublicKey),
  });
  const [made] = await generateKeyPackages(device, 1, true);
  if (!made) return;
  const reserve = { deviceId: toHex(device.deviceId), device: toBase64url(serializeDevice(device)), lastResort: toBase64url(made.publicMessage), keyPackages: [toBase64url(made.private)] };
  await ctx.vault.update((contents) => {
    if (contents.reserve?.deviceId !== former) return contents;
    const removed = former === undefined ? {} : { removed: [...(contents.removed ?? []), { device: former }] };
    return { ...contents, ...removed, reserve };
  });
}
