/** Encryption of MLS messages switched off: bundled in place of mls/suite.ts by the control of the leak test, and nowhere else. */
import type { CiphersuiteImpl } from "ts-mls";
import { concatBytes } from "../bytes.ts";
import { suiteImpl as encrypting } from "../mls/suite.ts";

export * from "../mls/suite.ts";

const TAG = 16;

export async function suiteImpl(name: string): Promise<CiphersuiteImpl> {
  const impl = await encrypting(name);
  return {
    ...impl,
    hpke: {
      ...impl.hpke,
      encryptAead: async (_key, _nonce, _aad, plaintext) => concatBytes(plaintext, new Uint8Array(TAG)),
      decryptAead: async (_key, _nonce, _aad, ciphertext) => ciphertext.slice(0, -TAG),
    },
  };
}
