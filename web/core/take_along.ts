/**
 * What somebody takes along is locked as an age file (C2SP age), which other
 * tools open as well: to a passphrase (scrypt) or to an age recipient. It is
 * encrypted as it is read.
 */
import { Encrypter } from "age-encryption";
import type { ExportLock } from "./api.ts";
import { CoreError } from "./errors.ts";
import { normalisePassphrase, passphraseStrength } from "./passphrase.ts";

/** log2 of scrypt's N: 64 MiB with r = 8, which a cheap phone has. Passphrases that could be guessed are refused. */
const SCRYPT_WORK_FACTOR = 16;

/** Refuses a lock that cannot be used with "passphrase_weak" or "recipient_invalid". */
export async function checkLock(lock: ExportLock): Promise<void> {
  await encrypterFor(lock);
}

/** Locks `content`; refuses as checkLock does. */
export async function lockExport(content: Blob, lock: ExportLock): Promise<Blob> {
  const encrypter = await encrypterFor(lock);
  return new Response(await encrypter.encrypt(content.stream())).blob();
}

async function encrypterFor(lock: ExportLock): Promise<Encrypter> {
  const encrypter = new Encrypter();
  if ("passphrase" in lock) {
    if ((await passphraseStrength(lock.passphrase)).level === "weak") throw new CoreError("passphrase_weak");
    encrypter.setScryptWorkFactor(SCRYPT_WORK_FACTOR);
    encrypter.setPassphrase(normalisePassphrase(lock.passphrase));
  } else {
    try {
      encrypter.addRecipient(lock.recipient.trim());
    } catch {
      throw new CoreError("recipient_invalid");
    }
  }
  return encrypter;
}
