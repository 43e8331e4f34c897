/** Surveys to begin with. Their words are the survey's own: whoever uses one may change them. */
import type { SurveyDraft, SurveyQuestion, SurveyScore, SurveyText } from "../../../core/survey_api.ts";
import { eachText } from "./edit.ts";
import { RECOMMEND } from "./template_recommend.ts";
import { SATISFACTION } from "./template_satisfaction.ts";
import { WHO5 } from "./template_who5.ts";

export interface Template {
  readonly name: "satisfaction" | "who5" | "recommend";
  /** The languages of the template are those of its title. */
  readonly title: SurveyText;
  readonly introduction: SurveyText;
  readonly questions: readonly SurveyQuestion[];
  readonly scores: readonly SurveyScore[];
}

export const TEMPLATES: readonly Template[] = [SATISFACTION, WHO5, RECOMMEND];

/** In those languages of the draft that the template speaks, or else in one that it does. */
export function begun(draft: SurveyDraft, { name: _name, ...template }: Template): SurveyDraft {
  const spoken = draft.languages.filter((tag) => tag in template.title);
  const languages = spoken.length > 0 ? spoken : ["en"];
  const inThese = (text: SurveyText): SurveyText => Object.fromEntries(languages.map((tag) => [tag, text[tag] ?? ""]));
  return { ...draft, languages, ...eachText(template, inThese) };
}
