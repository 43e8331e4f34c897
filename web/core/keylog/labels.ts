/** What entries of the key log are found by, and what they say (docs/protocol.md). */
import { compareBytes, concatBytes, fromHex, sha256, utf8 } from "../bytes.ts";
import type { Listed } from "../gen/alcove/v1/keylog_pb.ts";
import { uint32 } from "./log.ts";

const labelOf = (kind: "account" | "directory" | "release" | "survey" | "survey-batch", what: Uint8Array = new Uint8Array()): Uint8Array => sha256(utf8(`alcove/v1/keylog/label/${kind}`), what);

export const accountLabel = (accountId: Uint8Array): Uint8Array => labelOf("account", accountId);
export const DIRECTORY_LABEL = labelOf("directory");
/** Where a release of the app is found, by its text. What is said there is SHA-256 of that. */
export const releaseLabel = (text: Uint8Array): Uint8Array => labelOf("release", sha256(text));
/** Where a survey is found, and the root of its batch `number`. */
export const surveyLabel = (id: Uint8Array): Uint8Array => labelOf("survey", id);
export const surveyBatchLabel = (id: Uint8Array, number: number): Uint8Array => labelOf("survey-batch", concatBytes(id, uint32(number)));
/** What the log says of a survey: its definition, and the key of its ballots as DER. */
export const surveyValue = (definition: Uint8Array, ballotKey: Uint8Array): Uint8Array => sha256(utf8("alcove/v1/survey"), sha256(definition), sha256(ballotKey));
/** The value where what had the label is gone. */
export const GONE = new Uint8Array(32);

/** What the log says of an account. `identityKey` in hex or as it is. */
export function accountValue(identityKey: Uint8Array | string, sealingRecipient: string): Uint8Array {
  const key = typeof identityKey === "string" ? fromHex(identityKey) : identityKey;
  return sha256(utf8("alcove/v1/keylog/account"), key, sha256(utf8(sealingRecipient)));
}

export type ListedFields = Pick<Listed, "accountId" | "displayName" | "profession" | "registrationBody" | "registrationNumber">;

/** What the log says of who is listed. */
export function directoryValue(all: readonly ListedFields[]): Uint8Array {
  const sorted = [...all].sort((a, b) => compareBytes(a.accountId, b.accountId));
  const fields = ({ displayName, profession, registrationBody, registrationNumber }: ListedFields): readonly Uint8Array[] =>
    [displayName, profession, registrationBody, registrationNumber].flatMap((text) => [uint32(utf8(text).length), utf8(text)]);
  return sha256(utf8("alcove/v1/keylog/directory"), concatBytes(...sorted.flatMap((each) => [each.accountId, ...fields(each)])));
}
