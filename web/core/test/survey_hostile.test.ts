/** Surveys on a server that lies, and answered by people who do not keep to the rules: what is refused, and what fills no table. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import type { Id } from "../api.ts";
import { fromHex, randomBytes, toHex, utf8 } from "../bytes.ts";
import type { DrawnBallot } from "../survey/ballot.ts";
import { drawBallot, finishBallot, leafOf, readBallotKey, signAnswer } from "../survey/ballot.ts";
import { AnswerRequestSchema, BatchSchema, GetCountedResponseSchema, GetReleasedResponseSchema, ListSurveysResponseSchema, type Survey as WireSurvey } from "../gen/alcove/v1/survey_pb.ts";
import { reaching } from "../node.ts";
import { solveProofOfWork } from "../proof_of_work.ts";
import { sealTo } from "../sealed.ts";
import { writeResponse } from "../survey/answers.ts";
import { type Apart, createApart } from "../survey/apart.ts";
import { createTransport } from "../transport.ts";
import { PASSPHRASE, type TestPractice } from "./practice.ts";
import type { TestServer } from "./server.ts";
import { became, draftFor, type Watched, watched } from "./survey_people.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
let server: TestServer;
withPractice((here, at) => { practice = here; server = at; }, { chance: () => 0 });

const id = (): Id => toHex(randomBytes(16));

async function publicSurvey(more: Parameters<typeof draftFor>[1] = {}): Promise<Id> {
  const survey = id();
  await practice.steward.core.createSurvey(survey, draftFor({ who: "public" }, more));
  return survey;
}

async function answered(survey: Id): Promise<Watched> {
  const browser = watched(server);
  await browser.core.publicSurvey(survey);
  await browser.core.answerSurvey(survey, { q1: 0, q3: 10 }, "en");
  await became(browser.core, survey, "sent");
  return browser;
}

/** Somebody with tools of their own. */
function stranger(): Apart {
  return createApart(createTransport({ ...reaching(server.baseUrl, server.ca), onSessionLost: () => undefined }));
}

async function ballotOf(by: Apart, survey: WireSurvey): Promise<DrawnBallot & { readonly signature: Uint8Array }> {
  const key = await readBallotKey(survey.ballotKey);
  assert(key);
  const drawn = await drawBallot(key);
  const { challenge, difficulty } = await by.auth.newChallenge({});
  const proof = { challenge, nonce: await solveProofOfWork(challenge, difficulty) };
  const { blindSignature } = await by.surveys.takePublicBallot({ surveyId: survey.surveyId, blinded: drawn.blinded, proof });
  return { ...drawn, signature: await finishBallot(key, drawn, blindSignature) };
}

function requestOf(surveyId: Uint8Array, { key, randomizer, signature }: DrawnBallot & { readonly signature: Uint8Array }, sealed: Uint8Array) {
  return create(AnswerRequestSchema, { surveyId, ballot: { publicKey: key.publicKey, randomizer, signature }, sealed, signature: signAnswer(key.privateKey, surveyId, sealed) });
}

test("a public survey is answered without an account: forged, replayed and foreign ballots are refused, nonsense fills no table", async () => {
  const [survey, other] = [await publicSurvey(), await publicSurvey()];
  const browsers = [];
  for (let i = 0; i < 5; i++) browsers.push(await answered(survey));
  const [first] = browsers;
  assert(first);
  assert(first.seen.every(({ apart, authorized }) => apart && !authorized));
  await assert.rejects(first.core.answerSurvey(survey, { q1: 1 }, "en"), { code: "survey_ballot_used" });

  const by = stranger();
  const { survey: shown } = await by.surveys.getSurvey({ surveyId: fromHex(survey) });
  const { survey: elsewhere } = await by.surveys.getSurvey({ surveyId: fromHex(other) });
  assert(shown && elsewhere);
  const { recipient } = JSON.parse(new TextDecoder().decode(shown.definition)) as { readonly recipient: string };
  const good = await sealTo(recipient, writeResponse(survey, "en", { q1: 0 }));
  const [mine, foreign, third] = [await ballotOf(by, shown), await ballotOf(by, elsewhere), await ballotOf(by, shown)];
  const forged = { ...mine, signature: randomBytes(mine.signature.length) };
  await assert.rejects(by.surveys.answer(requestOf(shown.surveyId, forged, good)), { code: "survey_ballot_invalid" });
  await assert.rejects(by.surveys.answer(requestOf(shown.surveyId, foreign, good)), { code: "survey_ballot_invalid" });
  await assert.rejects(by.surveys.answer({ ...requestOf(shown.surveyId, mine, good), signature: randomBytes(64) }), { code: "survey_ballot_invalid" });

  // Taken by the server, which cannot see what is in it.
  const nonsense = requestOf(shown.surveyId, mine, await sealTo(recipient, utf8(JSON.stringify({ v: 1, survey, language: "en", answers: { q1: 7 } }))));
  await by.surveys.answer(nonsense);
  await by.surveys.answer(nonsense);
  await assert.rejects(by.surveys.answer(requestOf(shown.surveyId, mine, good)), { code: "survey_ballot_used" });
  await by.surveys.answer(requestOf(shown.surveyId, third, await sealTo(recipient, writeResponse(other, "en", { q1: 0 }))));

  await practice.steward.core.closeSurvey(survey);
  await assert.rejects(by.surveys.answer(requestOf(shown.surveyId, await ballotOf(by, elsewhere), good)), { code: "survey_closed" });
  const results = await practice.steward.core.surveyResults(survey);
  assert.deepEqual([results.answered, results.spoilt], [5, 2]);
  for (const { core } of browsers) {
    assert.equal(await core.checkCounted(survey), "counted");
    await core.close();
  }
});

test("a leaf that is left out, or a list that others are not given, is noticed", async () => {
  const survey = await publicSurvey();
  const browsers = [];
  for (let i = 0; i < 6; i++) browsers.push(await answered(survey));
  await practice.steward.core.closeSurvey(survey);
  const [first] = browsers;
  assert(first);
  const tampering = (change: (batches: Uint8Array[][]) => Uint8Array[][]) => {
    first.meddle = ({ method }, answer) => {
      if (method !== "SurveyService/GetCounted") return undefined;
      const told = fromBinary(GetCountedResponseSchema, answer);
      const changed = change(told.batches.map(({ leaves }) => [...leaves]));
      return toBinary(GetCountedResponseSchema, { ...told, batches: changed.map((leaves, i) => create(BatchSchema, { number: i + 1, leaves })) });
    };
  };
  tampering((batches) => batches.map((leaves) => leaves.slice(1)));
  await assert.rejects(first.core.checkCounted(survey), { code: "survey_unlogged" });
  tampering((batches) => batches.map((leaves) => [...leaves, randomBytes(32)]));
  await assert.rejects(first.core.checkCounted(survey), { code: "survey_unlogged" });
  tampering(() => []);
  await assert.rejects(first.core.checkCounted(survey), { code: "survey_unlogged" });
  first.meddle = () => undefined;
  assert.equal(await first.core.checkCounted(survey), "counted");
  for (const { core } of browsers) await core.close();
});

test("the owner notices when a response is left out, put in, or another one's", async () => {
  const survey = id();
  const owner = watched(server);
  await owner.core.logIn({ loginName: practice.steward.loginName, passphrase: PASSPHRASE });
  await owner.core.passkeyAssertFinish(await practice.steward.passkey.get(await owner.core.passkeyAssertStart()));
  await owner.core.createSurvey(survey, draftFor({ who: "public" }));
  for (let i = 0; i < 6; i++) await (await answered(survey)).core.close();
  await owner.core.closeSurvey(survey);
  const released = (change: (all: ReturnType<typeof fromBinary<typeof GetReleasedResponseSchema>>["responses"]) => void): void => {
    owner.meddle = ({ method }, answer) => {
      if (method !== "SurveyService/GetReleased") return undefined;
      const told = fromBinary(GetReleasedResponseSchema, answer);
      change(told.responses);
      return toBinary(GetReleasedResponseSchema, told);
    };
  };
  released((all) => void all.pop());
  await assert.rejects(owner.core.surveyResults(survey), { code: "survey_unlogged" });
  released((all) => void all.push(all[0]!));
  await assert.rejects(owner.core.surveyResults(survey), { code: "survey_unlogged" });
  released((all) => void (all[0]!.sealed = all[1]!.sealed));
  await assert.rejects(owner.core.surveyResults(survey), { code: "survey_unlogged" });
  released((all) => void (all[0]!.withdrawn = true));
  await assert.rejects(owner.core.surveyResults(survey), { code: "survey_unlogged" });
  // A large batch comes in several answers; this one, one by one.
  let asked = 0;
  const leaves: Uint8Array[] = [];
  owner.meddle = ({ method }, answer) => {
    if (method !== "SurveyService/GetReleased") return undefined;
    asked++;
    const told = fromBinary(GetReleasedResponseSchema, answer);
    const [first] = told.responses;
    leaves.push(leafOf(fromHex(survey), first!.ballot!.publicKey, first!.sealed));
    return toBinary(GetReleasedResponseSchema, create(GetReleasedResponseSchema, { responses: told.responses.slice(0, 1), more: told.responses.length > 1 }));
  };
  assert.equal((await owner.core.surveyResults(survey)).answered, 6);
  assert.equal(asked, 6);

  // Published, and then one response is withdrawn: the difference would be that one.
  await owner.core.publishResults(survey, true);
  const later = watched(server);
  await later.core.logIn({ loginName: practice.steward.loginName, passphrase: PASSPHRASE });
  await later.core.passkeyAssertFinish(await practice.steward.passkey.get(await later.core.passkeyAssertStart()));
  later.meddle = ({ method }, answer) => {
    if (method === "SurveyService/GetCounted") return toBinary(GetCountedResponseSchema, { ...fromBinary(GetCountedResponseSchema, answer), withdrawn: leaves.slice(0, 1) });
    if (method !== "SurveyService/GetReleased") return undefined;
    const told = fromBinary(GetReleasedResponseSchema, answer);
    told.responses[0]!.withdrawn = true;
    return toBinary(GetReleasedResponseSchema, told);
  };
  assert.equal((await later.core.surveyResults(survey)).answered, 5);
  await assert.rejects(later.core.publishResults(survey, true), { code: "survey_too_like" });
  await later.core.publishResults(survey, false);
  await assert.rejects(later.core.publishResults(survey, true), { code: "survey_too_like" });
  await owner.core.publishResults(survey, true);
  for (const { core } of [owner, later]) await core.close();
});

test("a client who is shown a key of their own, or other questions, takes no ballot and is told", async () => {
  const survey = id();
  for (let i = 0; i < 5; i++) await practice.talkingClient(`Grey Otter ${"abcde"[i]!}`);
  const { loginName } = await practice.talkingClient("Lone Marten");
  await practice.practitioner.core.createSurvey(survey, draftFor({ who: "practitioner", of: practice.practitionerId }));
  const own = await RSABSSA.SHA384.generateKey({ modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) });
  const ballotKey = new Uint8Array(await crypto.subtle.exportKey("spki", own.publicKey));
  const lies: readonly ((shown: WireSurvey) => void)[] = [
    (shown) => void (shown.ballotKey = ballotKey),
    (shown) => void (shown.definition = utf8(new TextDecoder().decode(shown.definition).replace("How was it?", "Who are you?"))),
  ];
  for (const lie of lies) {
    const browser = watched(server);
    browser.meddle = ({ method }, answer) => {
      if (method !== "SurveyService/ListSurveys") return undefined;
      const told = fromBinary(ListSurveysResponseSchema, answer);
      for (const shown of told.toAnswer) lie(shown);
      return toBinary(ListSurveysResponseSchema, told);
    };
    await browser.core.logIn({ loginName, passphrase: PASSPHRASE });
    assert.deepEqual((await browser.core.surveysToAnswer()).map(({ refused }) => refused), ["survey_unlogged"]);
    await assert.rejects(browser.core.answerSurvey(survey, { q1: 0 }, "en"), { code: "survey_unlogged" });
    assert(!browser.seen.some(({ method }) => method === "SurveyService/TakeBallot"));
    await browser.core.close();
  }
});
