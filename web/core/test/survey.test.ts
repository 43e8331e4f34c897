/** A survey from its draft to its results, on the real server: what clients see of it, what the owner reads, and what the server is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Core, Id } from "../api.ts";
import { equalBytes, randomBytes, toHex } from "../bytes.ts";
import { createMemoryStore } from "../storage.ts";
import type { SurveyAnswers } from "../survey_api.ts";
import { PASSPHRASE, type TestPractice } from "./practice.ts";
import type { TestServer } from "./server.ts";
import { became, draftFor, type Watched, watched } from "./survey_people.ts";
import { eventually } from "./patience.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
let server: TestServer;
withPractice((here, at) => { practice = here; server = at; }, { chance: () => 0 });

interface Client { readonly core: Core; readonly loginName: string }
const clients: Client[] = [];
const id = (): Id => toHex(randomBytes(16));
const yes: SurveyAnswers = { q1: 0, q3: 9, q4: [0, 2], q5: [0, null], q6: ["2026-01-01", "2026-03-01"], q7: "It was quiet." };

async function asked(core: Core, survey: Id) {
  const found = (await core.surveysToAnswer()).find((each) => each.id === survey);
  assert(found, "the survey is not there");
  return found;
}

/** Nine clients who talk with the practitioner; made once. */
async function nine(): Promise<readonly Client[]> {
  while (clients.length < 9) clients.push(await practice.talkingClient(`Quiet Heron ${"abcdefghi"[clients.length]!}`));
  return clients;
}

async function begun(more: Parameters<typeof draftFor>[1] = {}): Promise<Id> {
  const survey = id();
  await nine();
  await practice.practitioner.core.createSurvey(survey, draftFor({ who: "practitioner", of: practice.practitionerId }, more));
  return survey;
}

test("from the draft to the results: eight answer, one takes theirs back, and all find theirs counted", async () => {
  const { practitioner: { core: owner }, practitionerId } = practice;
  await nine();
  const survey = id();
  const audience = { who: "practitioner", of: practitionerId } as const;
  const draft = draftFor(audience);
  await owner.keepSurveyDraft(survey, { ...draft, title: {}, closes: "2020-01-01" });
  assert.deepEqual((await owner.surveyProblems((await owner.surveyDrafts())[0]!.draft)).map(({ field, why }) => `${field} ${why}`), ["title missing", "closes order", "closes past"]);
  await assert.rejects(owner.createSurvey(survey, { ...draft, title: {} }), { code: "survey_definition_invalid" });
  await assert.rejects(owner.createSurvey(survey, { ...draft, smallest: 50 }), { code: "survey_audience_small" });
  assert.equal(await owner.audienceLargeEnough(audience, 8), true);
  const made = await owner.createSurvey(survey, draft);
  assert.deepEqual([made.state, made.readable, made.batches, made.answeredAbout], ["open", true, 0, 0]);
  assert.equal((await owner.createSurvey(survey, draft)).id, survey, "the same again changes nothing");
  assert.deepEqual(await owner.surveyDrafts(), []);

  const found = await Promise.all(clients.map(({ core }) => asked(core, survey)));
  assert.deepEqual(new Set(found.map(({ response, refused, state }) => `${response.state} ${String(refused)} ${state}`)), new Set(["none undefined open"]));
  const [first, second, ...others] = clients.map(({ core }) => core);
  assert(first && second);
  await first.keepSurveyAnswers(survey, { q1: 1 });
  assert.deepEqual([await first.surveyBegun(survey), (await asked(first, survey)).response.state], [{ q1: 1 }, "begun"]);
  await assert.rejects(first.answerSurvey(survey, { q3: 11 }, "en"), { code: "survey_answers_invalid" });
  await assert.rejects(first.checkCounted(survey), { code: "survey_no_response" });

  // One answered "no" and was asked why; went back to "yes": that text is dropped.
  await first.answerSurvey(survey, { ...yes, q2: "because" }, "en");
  for (const core of [second, ...others.slice(0, 6)]) await core.answerSurvey(survey, yes, "de");
  const ninth = others[6]!;
  await ninth.answerSurvey(survey, { q1: 1, q2: "It was loud." }, "en");
  for (const { core } of clients) assert.equal(await became(core, survey, "sent"), "sent");
  assert.deepEqual(await first.surveyBegun(survey), {});
  assert.equal(await first.checkCounted(survey), "pending");
  await assert.rejects(second.answerSurvey(survey, yes, "en"), { code: "survey_ballot_used" });
  await ninth.withdrawResponse(survey);
  await ninth.withdrawResponse(survey);
  assert.equal((await asked(ninth, survey)).response.state, "withdrawn");
  const before = await owner.surveyResults(survey);
  assert.deepEqual([before.answered, before.tables], [undefined, []]);

  const closed = await owner.closeSurvey(survey);
  assert.deepEqual([closed.state, closed.batches], ["closed", 1]);
  for (const core of [first, second, ...others.slice(0, 6)]) {
    assert.equal((await asked(core, survey)).state, "closed");
    assert.equal(await core.checkCounted(survey), "counted");
  }
  assert.equal(await ninth.checkCounted(survey), "withdrawn");
  const results = await owner.surveyResults(survey);
  assert.deepEqual([results.answered, results.spoilt], [8, 0]);
  assert(!JSON.stringify(results).includes("because") && !JSON.stringify(results).includes("loud"));
  await owner.publishResults(survey, true);
  assert.equal((await asked(first, survey)).hasResults, true);
  await owner.publishResults(survey, false);
  await assert.rejects(first.surveyResults(survey), { code: "survey_not_found" });
  await owner.deleteSurvey(survey);
  assert.deepEqual(await owner.ownSurveys(), []);
});

test("two devices of one account have one ballot, and the second to answer is told", async () => {
  const survey = await begun();
  const { core, loginName } = clients[0]!;
  const other = practice.browser();
  await other.logIn({ loginName, passphrase: PASSPHRASE });
  const both = await Promise.all([asked(core, survey), asked(other, survey)]);
  assert.deepEqual(both.map(({ refused }) => refused), [undefined, undefined]);
  await core.answerSurvey(survey, yes, "en");
  await became(core, survey, "sent");
  await other.answerSurvey(survey, { q1: 1 }, "en");
  assert.equal(await became(other, survey, "elsewhere", "sent"), "elsewhere");
  assert.deepEqual(await other.surveyBegun(survey), { q1: 1 }, "nothing typed is lost");
});

test("a ballot whose answer was lost is asked for again as the same bytes", async () => {
  const survey = await begun();
  const { loginName } = clients[1]!;
  const browser = watched(server);
  browser.meddle = ({ method }) => (method === "SurveyService/TakeBallot" ? "lost" : undefined);
  await browser.core.logIn({ loginName, passphrase: PASSPHRASE });
  assert.equal((await asked(browser.core, survey)).refused, undefined);
  await assert.rejects(browser.core.answerSurvey(survey, yes, "en"), { code: "survey_no_ballot" });
  browser.meddle = () => undefined;
  await asked(browser.core, survey);
  const taken = browser.seen.filter(({ method }) => method === "SurveyService/TakeBallot").filter(({ body }) => body && toHex(body).includes(survey));
  assert(taken.length >= 2 && taken.every(({ body }) => equalBytes(body, taken[0]!.body)));
  await browser.core.answerSurvey(survey, yes, "en");
  assert.equal(await became(browser.core, survey, "sent"), "sent");
  await browser.core.close();
});

/** Waits until what the app does by itself after a log-in or a start is over, however long that takes. */
async function quiet({ seen }: Watched): Promise<void> {
  for (let before = -1; before !== seen.length; await new Promise((resolve) => setTimeout(resolve, 4_000))) before = seen.length;
}

test("a response whose answer was lost leaves again after the next start, and counts once; nothing with the session follows from any of it", async () => {
  const survey = await begun();
  const { loginName } = clients[2]!;
  const store = createMemoryStore();
  let browser = watched(server, { store });
  await browser.core.logIn({ loginName, passphrase: PASSPHRASE });
  await asked(browser.core, survey);
  browser.meddle = ({ method }) => (method === "SurveyService/Answer" ? "lost" : undefined);
  await quiet(browser);
  const from = browser.seen.length;
  await browser.core.answerSurvey(survey, yes, "en");
  await eventually("the response leaves", () => browser.seen.length > from);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const calls = browser.seen.slice(from);
  assert.deepEqual(calls.map(({ method, apart, authorized }) => [method, apart, authorized]), [["SurveyService/Answer", true, false]]);
  assert.equal((await browser.core.surveyResponse(survey)).state, "waiting");
  await browser.core.close();

  browser = watched(server, { store });
  await browser.core.start();
  assert.equal(await became(browser.core, survey, "sent"), "sent");
  const again = browser.seen.filter(({ method }) => method === "SurveyService/Answer");
  assert.deepEqual(again.map(({ body, apart, authorized }) => [equalBytes(body, calls[0]!.body), apart, authorized]), [[true, true, false]]);
  await quiet(browser);
  const then = browser.seen.length;
  await browser.core.surveyResponse(survey);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(browser.seen.length, then);
  await browser.core.close();
});

test("what waits is kept over a restart, can be changed until it left, and does not come late", async () => {
  const survey = await begun();
  const { loginName } = clients[3]!;
  const store = createMemoryStore();
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  let chance = 0.5;
  const open = () => watched(server, { store, now, chance: () => chance });
  let browser = open();
  await browser.core.logIn({ loginName, passphrase: PASSPHRASE });
  await asked(browser.core, survey);
  const waiting = await browser.core.answerSurvey(survey, yes, "en");
  assert(waiting.state === "waiting" && waiting.by - now() <= 3_600_000 && waiting.by > now() + 3_500_000);
  assert.equal((await browser.core.answerSurvey(survey, { q1: 1 }, "en")).state, "waiting");
  await browser.core.withdrawResponse(survey);
  assert.equal((await browser.core.surveyResponse(survey)).state, "withdrawn");
  assert.equal((await browser.core.answerSurvey(survey, yes, "en")).state, "waiting");
  await browser.core.close();
  assert.equal(browser.seen.filter(({ method }) => /Answer|Withdraw/u.test(method)).length, 0);

  browser = open();
  await browser.core.start();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  assert.equal((await browser.core.surveyResponse(survey)).state, "waiting");
  await browser.core.close();
  ahead = 2 * 3_600_000;
  chance = 0;
  await practice.practitioner.core.closeSurvey(survey);
  browser = open();
  await browser.core.start();
  assert.equal(await became(browser.core, survey, "late", "sent"), "late");
  assert.deepEqual(await browser.core.surveyBegun(survey), yes);
  await browser.core.close();
});
