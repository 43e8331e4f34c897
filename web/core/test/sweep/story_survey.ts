/** A survey with a public link, answered in markers: begun, sent, taken back, read and published. */
import type { ClosableCore } from "../../core.ts";
import { randomBytes, toHex } from "../../bytes.ts";
import type { SurveyDraft } from "../../survey_api.ts";
import type { Scene } from "../leak_story.ts";
import { became, dayIn } from "../survey_people.ts";
import type { Markers } from "./markers.ts";

const SMALLEST = 5;

function draftIn(m: Markers): SurveyDraft {
  const inEnglish = (en: string) => ({ en });
  return {
    languages: ["en"], title: inEnglish(m.words("surveys")), introduction: inEnglish(m.words("surveys")), owner: m.word("surveys"), audience: { who: "public" },
    opens: dayIn(0), closes: dayIn(14), smallest: SMALLEST, release: "close", publicResults: true, scores: [],
    questions: [
      { id: "q1", kind: "text", text: inEnglish(m.words("surveys")), required: false },
      { id: "q2", kind: "choice", text: inEnglish(m.words("surveys")), required: true, options: [inEnglish("yes"), inEnglish(m.words("surveys"))] },
    ],
  };
}

export async function playSurvey({ steward }: Scene, m: Markers, browser: () => ClosableCore): Promise<void> {
  const [survey, other] = [randomBytes(16), randomBytes(16)].map(toHex) as [string, string];
  await steward.keepSurveyDraft(other, { ...draftIn(m), owner: m.word("drafts"), title: { en: m.words("drafts") } });
  const draft = draftIn(m);
  await steward.keepSurveyDraft(survey, draft);
  await steward.createSurvey(survey, draft);

  const answers = () => ({ q1: m.words("surveyAnswers"), q2: 0 });
  for (let i = 0; i <= SMALLEST; i++) {
    const somebody = browser();
    await somebody.publicSurvey(survey);
    await somebody.keepSurveyAnswers(survey, { q1: m.words("surveyAnswers") });
    await somebody.answerSurvey(survey, answers(), "en");
    await became(somebody, survey, "sent");
    // Answered once already: refused.
    await somebody.answerSurvey(survey, answers(), "en").then(() => { throw new Error("a ballot was used twice"); }, () => undefined);
    if (i === 0) await somebody.withdrawResponse(survey);
    if (i === 1) await somebody.checkCounted(survey);
    await somebody.close();
  }
  await steward.closeSurvey(survey);
  const { answered, texts } = await steward.surveyResults(survey);
  if (answered !== SMALLEST || texts["q1"]?.length !== SMALLEST) throw new Error("the responses were not read");
  await steward.publishResults(survey, true);
}
