/** With what a survey begins: nothing, or a template. */
import type { Account } from "../../../core/api.ts";
import type { SurveyDraft } from "../../../core/survey_api.ts";
import { languageName, listText, t } from "../../i18n.ts";
import { Fetched } from "../../kit/fetched.tsx";
import { Action } from "../../kit/form.tsx";
import { Screen } from "../../kit/screen.tsx";
import { goInstead } from "../../router.ts";
import { core } from "../../state.ts";
import { blankDraft, languagesFor, newId } from "./draft.ts";
import { begun, type Template, TEMPLATES } from "./templates.ts";

/** As whom one asks, and in which languages. */
async function learn(account: Account): Promise<SurveyDraft> {
  const practice = await core.practice();
  const owner = account.role === "steward" ? practice.name : (await core.ownProfile()).displayName || practice.name;
  return blankDraft(account, owner, languagesFor(practice.languages));
}

export function NewSurvey({ account }: { readonly account: Account }) {
  return <Screen title={t("survey-new")} lead={t("survey-new-lead")} back={{ to: "/app/surveys", text: t("surveys-title") }}>
    <Fetched from={() => learn(account)}>{(blank) => <ul class="survey-templates">
      <Start name="blank" draft={blank} />
      {TEMPLATES.map((template) => <Start key={template.name} name={template.name} template={template} draft={begun(blank, template)} />)}
    </ul>}</Fetched>
  </Screen>;
}

function Start({ name, template, draft }: { readonly name: Template["name"] | "blank"; readonly template?: Template; readonly draft: SurveyDraft }) {
  const start = async () => {
    const id = newId();
    await core.keepSurveyDraft(id, draft);
    goInstead(`/app/surveys/${id}`);
  };
  return <li class="card">
    <h2 class="h3">{t(`survey-template-${name}`)}</h2>
    <p>{t(`survey-template-${name}-text`)}</p>
    {template && <p class="quiet">{t("survey-template-has", { count: template.questions.length, languages: listText(Object.keys(template.title).map(languageName)) })}</p>}
    <div class="actions"><Action run={start} label={t("survey-template-use-of", { name: t(`survey-template-${name}`) })}>{t("survey-template-use")}</Action></div>
  </li>;
}
