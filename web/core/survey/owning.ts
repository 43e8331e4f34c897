/**
 * Surveys of one's own: drafts in the vault, the key of each survey in the vault before
 * the server hears of it, and the responses that were released, each believed only after
 * its ballot, its signature and the key log agree. Tables are made by results/.
 */
import type { Id } from "../api.ts";
import { fromHex, randomBytes, toHex, utf8 } from "../bytes.ts";
import type { CoreContext, VaultContents, VaultSurveys } from "../context.ts";
import { CoreError } from "../errors.ts";
import { type OwnSurvey as WireOwn, type Survey as WireSurvey, SurveyAudience as WireAudience, SurveyService } from "../gen/alcove/v1/survey_pb.ts";
import { generateSealingKey, recipientOf } from "../sealed.ts";
import type { OwnResults, OwnSurvey, SurveyAudience, SurveyCore, SurveyDraft, SurveyResults } from "../survey_api.ts";
import type { Apart } from "./apart.ts";
import { freeze, problemsOf } from "./definition.ts";
import { shownOf, stateOf } from "./known.ts";
import { type Read, readReleased } from "./reading.ts";
import { comparable, countLater, isSmall, makeCrossTable, makeResults, makeTexts, publishable } from "./results/index.ts";

/** Drafts are kept in the vault, which has an end. */
const MOST_DRAFTS = 10;

export type Owning = Pick<SurveyCore,
  "ownSurveys" | "surveyDrafts" | "keepSurveyDraft" | "surveyProblems" | "audienceLargeEnough" | "createSurvey" | "closeSurvey" | "deleteSurvey" | "surveyResults" | "crossTable" | "publishResults">;

const WIRE = { clients: WireAudience.CLIENTS, room: WireAudience.ROOM, practitioner: WireAudience.PRACTITIONER, public: WireAudience.PUBLIC } as const;

interface Found { readonly own: OwnSurvey; readonly wire: WireSurvey }

export function createOwning(ctx: () => CoreContext, apart: Apart): Owning {
  const server = () => ctx().transport.client(SurveyService);
  /** What was read of surveys that are closed, where nothing changes any more. */
  const readBefore = new Map<Id, Promise<Read>>();

  async function ownOf({ survey, answeredAbout, batches }: WireOwn): Promise<Found | undefined> {
    const shown = shownOf(survey);
    if (!shown) return undefined;
    const { id, definition, wire } = shown;
    const key = ownIn(ctx().vault.read(), id);
    const readable = key !== undefined && (await recipientOf(key.identity)) === definition.recipient;
    return { own: { id, definition, state: stateOf(wire.state), hasResults: wire.hasResults, answeredAbout: Number(answeredAbout), batches, readable }, wire };
  }

  async function found(): Promise<readonly Found[]> {
    const { own } = await server().listSurveys({});
    return (await Promise.all(own.map(ownOf))).filter((each) => each !== undefined);
  }

  function among(all: readonly Found[], id: Id): Found {
    const one = all.find(({ own }) => own.id === id);
    if (!one) throw new CoreError("survey_not_found");
    return one;
  }
  const ownSurvey = async (id: Id): Promise<Found> => among(await found(), id);

  async function read({ own, wire }: Found): Promise<Read> {
    const { id } = own;
    const key = ownIn(ctx().vault.read(), id);
    if (!key || !own.readable) throw new CoreError("survey_unreadable");
    const before = readBefore.get(id);
    if (before) return before;
    const reading = readReleased({ ctx: ctx(), apart, survey: wire, own, identity: key.identity });
    if (own.state !== "closed") return reading;
    readBefore.set(id, reading);
    reading.catch(() => readBefore.delete(id));
    return reading;
  }

  async function earlierRounds(all: readonly Found[], now: OwnSurvey): Promise<OwnResults["earlier"]> {
    const rounds = all
      .filter(({ own: { id, definition, readable, batches } }) => id !== now.id && definition.series === now.definition.series && definition.closes < now.definition.closes && readable && batches > 0)
      .sort((a, b) => (a.own.definition.closes < b.own.definition.closes ? -1 : 1));
    return Promise.all(rounds.map(async (round) => {
      const { id, definition, state } = round.own;
      const shown = makeResults(definition, (await read(round)).batches, state === "closed");
      return { id, closes: definition.closes, results: comparable(now.definition, definition, shown) };
    }));
  }

  /** The key that opens responses, and the series, are in the vault before anything of the survey leaves. */
  async function keysOf(id: Id, draft: SurveyDraft): Promise<{ readonly recipient: string; readonly series: Id }> {
    const drawn = { identity: (await generateSealingKey()).identity, series: draft.series ?? toHex(randomBytes(16)) };
    const kept = await ctx().vault.update((vault) => (ownIn(vault, id) ? vault : withOwn(vault, { ...vault.surveys?.own, [id]: drawn })));
    const { identity, series } = ownIn(kept, id) ?? drawn;
    return { recipient: await recipientOf(identity), series: draft.series ?? series };
  }

  async function publication(id: Id): Promise<SurveyResults> {
    const one = await ownSurvey(id);
    return publishable(makeResults(one.own.definition, (await read(one)).batches, one.own.state === "closed"));
  }

  /**
   * Remembers how many responses were counted each time results were published. Rejects
   * where few of them came or went since: the difference would be theirs alone.
   */
  async function unlike(id: Id, { answered }: SurveyResults): Promise<void> {
    if (answered === undefined) return; // the server refuses it
    await ctx().vault.update((vault) => {
      const { [id]: own, ...others } = vault.surveys?.own ?? {};
      const before = own?.published ?? [];
      if (!own || before.includes(answered)) return vault;
      if (before.some((each) => isSmall(Math.abs(each - answered)))) throw new CoreError("survey_too_like");
      return withOwn(vault, { ...others, [id]: { ...own, published: [...before, answered] } });
    });
  }

  return {
    ownSurveys: async () => (await found()).map(({ own }) => own),

    surveyDrafts: async () => Object.entries(ctx().vault.read().surveys?.drafts ?? {}).map(([id, draft]) => ({ id, draft })),
    async keepSurveyDraft(id, draft) {
      await ctx().vault.update((vault) => {
        const { [id]: before, ...others } = vault.surveys?.drafts ?? {};
        if (!draft) return before ? withDrafts(vault, others) : vault;
        if (Object.keys(others).length >= MOST_DRAFTS) throw new CoreError("survey_too_many_drafts");
        return JSON.stringify(before) === JSON.stringify(draft) ? vault : withDrafts(vault, { ...others, [id]: draft });
      });
    },
    surveyProblems: async (draft) => problemsOf(draft, ctx().now()),
    async audienceLargeEnough(audience, smallest) {
      return (await server().checkAudience({ audience: WIRE[audience.who], of: ofWhom(audience), smallest })).largeEnough;
    },
    async createSurvey(id, draft) {
      if (problemsOf(draft, ctx().now()).length > 0) throw new CoreError("survey_definition_invalid");
      const { recipient, series } = await keysOf(id, draft);
      await server().createSurvey({ surveyId: fromHex(id), definition: freeze(draft, recipient, series) });
      await this.keepSurveyDraft(id, undefined);
      return (await ownSurvey(id)).own;
    },
    async closeSurvey(id) {
      await server().closeSurvey({ surveyId: fromHex(id) });
      return (await ownSurvey(id)).own;
    },
    async deleteSurvey(id) {
      await server().deleteSurvey({ surveyId: fromHex(id) });
      readBefore.delete(id);
      await ctx().vault.update((vault) => {
        const { [id]: gone, ...others } = vault.surveys?.own ?? {};
        return gone ? withOwn(vault, others) : vault;
      });
    },

    async surveyResults(id) {
      const all = await found();
      const one = among(all, id);
      const { own } = one;
      const { batches, spoilt } = await read(one);
      const made = [own.definition, batches, own.state === "closed"] as const;
      return { ...makeResults(...made), later: countLater(...made), texts: makeTexts(...made), spoilt, earlier: await earlierRounds(all, own) };
    },
    async crossTable(id, rows, columns) {
      const one = await ownSurvey(id);
      return makeCrossTable(one.own.definition, (await read(one)).batches, one.own.state === "closed", rows, columns);
    },
    async publishResults(id, publish) {
      const results = publish ? await publication(id) : undefined;
      if (results) await unlike(id, results);
      await server().publishResults({ surveyId: fromHex(id), results: results ? utf8(JSON.stringify(results)) : new Uint8Array() });
    },
  };
}

const ofWhom = (audience: SurveyAudience): Uint8Array => ("of" in audience ? fromHex(audience.of) : new Uint8Array());
const ownIn = ({ surveys }: VaultContents, id: Id) => surveys?.own?.[id];
const withOwn = (vault: VaultContents, own: NonNullable<VaultSurveys["own"]>): VaultContents => ({ ...vault, surveys: { ...vault.surveys, own } });
const withDrafts = (vault: VaultContents, drafts: NonNullable<VaultSurveys["drafts"]>): VaultContents => ({ ...vault, surveys: { ...vault.surveys, drafts } });
