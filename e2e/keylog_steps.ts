/** A client before a server that goes back to an earlier key log. */
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type { Page } from "@playwright/test";
import { fromHex, fromUtf8, toHex, utf8 } from "../web/core/bytes.ts";
import { accountIdOf, generateSigningKey, sign } from "../web/core/device_credential.ts";
import { LookUpRequestSchema, LookUpResponseSchema } from "../web/core/gen/alcove/v1/keylog_pb.ts";
import { GetProfileRequestSchema, GetProfileResponseSchema } from "../web/core/gen/alcove/v1/practice_pb.ts";
import { generateSealingKey } from "../web/core/sealed.ts";
import { PASSPHRASE, type TestPractice } from "../web/core/test/practice.ts";
import { expect } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

export interface SetBack {
  /** The server is honest again. */
  honest(): void;
}

const LOOK_UP = "**/alcove.v1.KeyLogService/LookUp";

/** Logs a new client in, lets the log grow before their eyes, and then answers with what they were told first. */
export async function setBack(page: Page, practice: TestPractice): Promise<SetBack> {
  const told: Buffer[] = [];
  let [known, goesBack] = [0n, false];
  await page.context().route(LOOK_UP, async (route) => {
    if (goesBack) return route.fulfill({ contentType: "application/proto", body: told[0]! });
    const asked = fromBinary(LookUpRequestSchema, route.request().postDataBuffer()!);
    known = asked.known.reduce((largest, size) => (size > largest ? size : largest), known);
    const answer = await route.fetch();
    told.push(await answer.body());
    await route.fulfill({ response: answer });
  });
  const core = practice.browser();
  const { account: { loginName } } = await core.signUp({ pseudonym: "Quiet Heron", passphrase: PASSPHRASE });
  await logIn(page, { loginName, passphrase: PASSPHRASE });
  await expect.poll(() => told.length, "the key log is asked").toBeGreaterThan(0);
  const [first] = told;
  await practice.browser().signUp({ pseudonym: "Tawny Owl", passphrase: PASSPHRASE });
  // Each time the app starts it asks, and keeps what holds in its own time. What it has kept it says with the next question.
  await expect(async () => {
    await page.goto("/app/settings");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(known, "a longer log is known").toBeGreaterThan(sizeOf(first!));
  }).toPass();
  goesBack = true;
  await page.goto("/app");
  await expect(page.getByText("The server shows an older key log than before.")).toBeVisible();
  return { honest: () => void (goesBack = false) };
}

/** How many entries the log has of which an answer tells: the second line of its checkpoint. */
const sizeOf = (answer: Buffer): bigint => BigInt(fromUtf8(fromBinary(LookUpResponseSchema, answer).checkpoint).split("\n")[1]!);

/** From now on the server gives keys of its own as the practitioner's, beside their name and face. Answers with the account that they make. */
export async function swapKeys(page: Page, practice: TestPractice): Promise<string> {
  const identity = generateSigningKey();
  const accountId = accountIdOf(identity.publicKey);
  const { recipient } = await generateSealingKey();
  const swapped = { accountId, identityKey: identity.publicKey, sealingRecipient: recipient, sealingSignature: sign(identity.privateKey, utf8(`alcove/v1/sealing${recipient}`)) };
  const genuine = toBinary(GetProfileRequestSchema, create(GetProfileRequestSchema, { accountId: fromHex(practice.practitionerId) }));
  await page.context().route("**/alcove.v1.PracticeService/GetProfile", async (route) => {
    const said = fromBinary(GetProfileResponseSchema, await (await route.fetch({ postData: Buffer.from(genuine) })).body());
    Object.assign(said.profile!, swapped);
    await route.fulfill({ contentType: "application/proto", body: Buffer.from(toBinary(GetProfileResponseSchema, said)) });
  });
  return toHex(accountId);
}
