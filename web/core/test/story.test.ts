/** A client and a practitioner find each other and talk, over the real server. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConversationView } from "../api.ts";
import { PASSPHRASE, type TestPractice, texts, untilView } from "./practice.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
withPractice((opened) => {
  practice = opened;
});

const says = (text: string) => (view: ConversationView): boolean => texts(view).includes(text);
const tells = (type: string) => (view: ConversationView): boolean => view.items.some((item) => item.kind === "notice" && item.notice.type === type);

test("a client asks, a practitioner accepts, they talk, a new device reads it, and the client leaves", async () => {
  const practitioner = practice.practitioner.core;
  const client = practice.browser();
  await client.signUp({ pseudonym: "Quiet Heron", passphrase: PASSPHRASE });
  const id = await client.requestTherapy({
    practitioner: practice.practitionerId, consentVersion: practice.consentVersion, intake: { reason: "I cannot sleep.", region: "Kiel", medical: "Asthma" },
  });
  const asked = await untilView(practitioner, id, (view) => view.intake !== undefined);
  assert.equal(asked.intake?.reason, "I cannot sleep.");
  assert.equal(asked.summary.peer.displayName, "Quiet Heron");
  assert.deepEqual(await practitioner.openSealed(id, "medical", "Before the first session"), { medical: "Asthma" });
  await practitioner.accept(id);
  await untilView(client, id, (view) => view.summary.state === "open");
  await client.send(id, "Thank you for answering.");
  await untilView(practitioner, id, says("Thank you for answering."));
  await practitioner.send(id, "When did it begin?");
  await untilView(client, id, says("When did it begin?"));
  // It stands in the access log of the client, and nobody is asked about it.
  const told = (await client.accessLog()).entries.find(({ what }) => what.kind === "opened");
  assert.deepEqual([told?.what, told?.unexpected], [{ kind: "opened", part: "medical", by: "Dr Reed" }, false]);
  assert.ok((await practitioner.accessLog()).entries.some(({ what }) => what.kind === "begun"));
  assert.deepEqual((await client.safetyNumber(id)).digits, (await practitioner.safetyNumber(id)).digits);

  const second = await practice.practitionerElsewhere();
  await untilView(second, id, says("When did it begin?"));
  await second.send(id, "I write from my desk now.");
  await untilView(client, id, says("I write from my desk now."));

  await client.deleteAccount(PASSPHRASE);
  await untilView(practitioner, id, tells("account-deleted"));
});
