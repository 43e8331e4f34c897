/** OPAQUE as in a browser, but that argon2id takes the least it can: for tests that are not about passphrases. */
import { opaqueStretching } from "../opaque.ts";

export const quickOpaque = opaqueStretching({ "argon2id-custom": { iterations: 1, memory: 8, parallelism: 1 } });
