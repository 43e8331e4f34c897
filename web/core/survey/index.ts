/**
 * Surveys of a session, and public ones of whoever has the link (docs/surveys.md): what
 * may be answered, one's own response, and surveys of one's own. What only some of them
 * need (ballots, tables) is loaded when it is needed.
 */
import type { Id } from "../api.ts";
import type { CoreContext, DeviceStore, Transport } from "../context.ts";
import { CoreError, hasCode } from "../errors.ts";
import { laterMethods } from "../later_methods.ts";
import type { Session } from "../session.ts";
import type { SurveyCore, SurveyToAnswer } from "../survey_api.ts";
import { createApart } from "./apart.ts";
import { allKnown, type Known, loadKnown, loadRoots } from "./known.ts";
import { ANSWERED, PUBLIC } from "./leaving.ts";
import { byAnybody } from "./logged.ts";
import { load, writing } from "./on_device.ts";
import type { Owning } from "./owning.ts";
import { learnPublic, type Proof, publicBallot } from "./public.ts";
import { findCounted } from "./receipt.ts";
import { createResponses } from "./response.ts";
import { learnSurveys, signedBallot } from "./taking.ts";

export interface SurveyArgs {
  readonly deps: {
    readonly store: DeviceStore;
    /** Uniform in [0, 1), in place of the system's: tests decide when a response leaves. */
    readonly chance?: () => number;
  };
  readonly transport: Transport;
  readonly session: Session;
  readonly now: () => number;
  /** Does the work that a ballot without an account costs. */
  readonly prove: (auth: Transport["auth"]) => Promise<Proof>;
}

export interface Surveys extends SurveyCore {
  /** Somebody is in: their app learns of surveys, and what waits leaves. Nobody waits for it. */
  wake(): void;
  stop(): void;
}

/** 32 bits are more than a moment needs. */
const systemChance = (): number => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

export function createSurveys({ deps: { store, chance = systemChance }, transport, session, now, prove }: SurveyArgs): Surveys {
  const apart = createApart(transport);
  const responses = createResponses({ store, apart, now, chance });
  const ctx = (): CoreContext => session.running().ctx;
  const askPublic = byAnybody(apart, store, transport.host, now);
  let learning: Promise<void> | undefined;
  let owning: Promise<Owning> | undefined;

  /** One at a time: who asks meanwhile gets what is under way. */
  function learn(): Promise<void> {
    learning ??= learnSurveys(ctx(), store).finally(() => (learning = undefined));
    return learning;
  }

  async function known(id: Id): Promise<Known> {
    const survey = await loadKnown(store, id);
    if (!survey) throw new CoreError("survey_not_found");
    return survey;
  }

  async function toAnswer({ ballotKey: _key, ...survey }: Known): Promise<SurveyToAnswer> {
    const away = await load<true>(store, "away", survey.id);
    return { ...survey, response: await responses.state(survey.id), ...(away ? { putAway: true } : {}) };
  }

  async function ballotFor(survey: Known) {
    const ballot = isPublic(survey) ? await publicBallot(apart, () => prove(apart.auth), store, survey) : signedBallot(ctx().vault.read(), survey.id);
    if (!ballot) throw new CoreError("survey_no_ballot");
    return ballot;
  }

  return {
    wake() {
      void responses.wake().catch(() => undefined);
      // What could not be learnt now is learnt with the next connection, or when somebody looks.
      if (ctx().vault.read().role === "client") void learn().catch(() => undefined);
    },
    stop: responses.stop,

    async surveysToAnswer() {
      await learn().catch((error: unknown) => {
        if (!hasCode(error, "offline")) throw error;
      });
      const all = (await allKnown(store)).filter((survey) => !isPublic(survey));
      return Promise.all(all.map(toAnswer));
    },
    publicSurvey: async (id) => toAnswer(await learnPublic(apart, askPublic, store, id)),
    surveyBegun: responses.begun,
    keepSurveyAnswers: responses.keepBegun,
    tellings: async (text, language) => (await import("./telling.ts")).tellingsIn(text, language),
    async answerSurvey(id, answers, language) {
      const survey = await known(id);
      if (survey.refused) throw new CoreError(survey.refused);
      if (survey.state !== "open") throw new CoreError("survey_closed");
      return responses.answer({ id, definition: survey.definition, ballot: await ballotFor(survey), answers, language, wait: isPublic(survey) ? PUBLIC : ANSWERED });
    },
    surveyResponse: responses.state,
    async checkCounted(id) {
      const { definition } = isPublic(await known(id)) ? await learnPublic(apart, askPublic, store, id) : await known(id);
      const { counted, batch } = await findCounted({ apart, id, definition, response: await responses.kept(id), roots: await loadRoots(store, id), now: now() });
      if (batch !== undefined) await responses.foundIn(id, batch);
      return counted;
    },
    withdrawResponse: responses.withdraw,
    putSurveyAway: (id) => store.put([writing("away", id, true)]),

    ...laterMethods<Owning>(OWNING, () => (owning ??= import("./owning.ts").then(({ createOwning }) => createOwning(ctx, apart)))),
  };
}

/** What those who make surveys call. */
const OWNING = [
  "ownSurveys", "surveyDrafts", "keepSurveyDraft", "surveyProblems", "audienceLargeEnough", "createSurvey", "closeSurvey", "deleteSurvey", "surveyResults", "crossTable", "publishResults",
] as const satisfies readonly (keyof Owning)[];

const isPublic = ({ definition }: Known): boolean => definition.audience.who === "public";
