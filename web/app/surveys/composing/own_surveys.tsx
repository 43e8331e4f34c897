/** Everything under /app/surveys of who asks: all of one's own, a new one, one that is written or asked. */
import type { Account, Id } from "../../../core/api.ts";
import type { OwnSurvey, SurveyDraft } from "../../../core/survey_api.ts";
import { Fetched } from "../../kit/fetched.tsx";
import { later } from "../../kit/later.tsx";
import { Empty, Screen } from "../../kit/screen.tsx";
import { t } from "../../i18n.ts";
import { core } from "../../state.ts";
import { Builder } from "./builder.tsx";
import { NewSurvey } from "./new_survey.tsx";
import { OwnList } from "./own_list.tsx";
import { OwnSurveyScreen } from "./own_survey.tsx";
import type { Choices } from "./rules.tsx";

const Results = later(async () => (await import("../results/loaded.ts")).load());

export function OwnSurveys({ account, id, part }: { readonly account: Account; readonly id: string; readonly part: string }) {
  if (id === "") return <OwnList />;
  if (id === "new") return <NewSurvey account={account} />;
  if (part === "results") return <Results key={id} id={id} />;
  return <Fetched key={id} from={() => learn(account, id)}>{(here, change) => <One id={id} here={here} onHere={change} onFrozen={async () => change(await learn(account, id))} />}</Fetched>;
}

type Here =
  | { readonly is: "survey"; readonly survey: OwnSurvey }
  | { readonly is: "draft"; readonly draft: SurveyDraft; readonly choices: Choices }
  | { readonly is: "gone" };

async function learn(account: Account, id: Id): Promise<Here> {
  const survey = (await core.ownSurveys()).find((each) => each.id === id);
  if (survey) return { is: "survey", survey };
  const draft = (await core.surveyDrafts()).find((each) => each.id === id)?.draft;
  return draft ? { is: "draft", draft, choices: await choicesOf(account) } : { is: "gone" };
}

async function choicesOf(account: Account): Promise<Choices> {
  if (account.role === "steward") return { account, profiles: await core.allProfiles(), rooms: [] };
  return { account, profiles: [], rooms: (await core.rooms()).filter(({ moderates }) => moderates) };
}

interface OneProps { readonly id: Id; readonly here: Here; readonly onHere: (here: Here) => void; readonly onFrozen: () => Promise<void> }

function One({ id, here, onHere, onFrozen }: OneProps) {
  switch (here.is) {
    case "survey": return <OwnSurveyScreen survey={here.survey} onChanged={(survey) => onHere({ is: "survey", survey })} />;
    case "draft": return <Builder id={id} draft={here.draft} choices={here.choices} onFrozen={() => void onFrozen()} />;
    case "gone": return <Screen title={t("surveys-title")} back={{ to: "/app/surveys", text: t("surveys-title") }}><Empty title={t("survey-gone")} text={t("survey-gone-own")} /></Screen>;
  }
}
