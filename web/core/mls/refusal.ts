/** Why something that came in was not accepted. */

export type RefusalCode =
  /** A leaf or key package whose credential does not prove the account it names. */
  | "bad_credential"
  /** A change of membership that the rules do not allow, or a proposal on its own. */
  | "unauthorised_commit"
  /** Made in another epoch than the group is in. */
  | "wrong_epoch"
  /** The key of this message was used up: it was received before. */
  | "replayed"
  /** Altered on the way, meant for another group, or by nobody in it. */
  | "undecryptable"
  /** Not an MLS message of the expected kind, or one that breaks RFC 9420. */
  | "malformed"
  /** A key package outside its lifetime. */
  | "expired"
  /** A suite this version does not speak. */
  | "unsupported";

/** Thrown for everything refused. The group that was passed in stays as it was and usable. */
export class MlsRefusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = "MlsRefusal";
    this.code = code;
  }
}

/** Runs `step` and turns whatever the library throws into a refusal with `code`; refusals pass. */
export async function refuseAs<T>(code: RefusalCode, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof MlsRefusal ? error : new MlsRefusal(code, error);
  }
}
