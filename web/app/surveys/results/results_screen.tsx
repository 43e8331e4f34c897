/** What a survey of one's own showed. */
import { dateText, numberText, t } from "../../i18n.ts";
import type { OwnResults, OwnSurvey } from "../../../core/survey_api.ts";
import { Fetched } from "../../kit/fetched.tsx";
import { Action } from "../../kit/form.tsx";
import { Empty, Screen } from "../../kit/screen.tsx";
import { core } from "../../state.ts";
import { Patterns } from "./bars.tsx";
import { Cross } from "./cross.tsx";
import { inWords, languageOf } from "./labels.ts";
import { Publish } from "./publish.tsx";
import { QuestionResult } from "./question_result.tsx";
import { Scores } from "./scores.tsx";
import { Written } from "./written.tsx";

interface Read { readonly survey: OwnSurvey; readonly results: OwnResults | undefined }

async function read(id: string): Promise<Read> {
  const survey = (await core.ownSurveys()).find((own) => own.id === id);
  if (!survey) throw { code: "survey_not_found" };
  return { survey, results: survey.readable ? await core.surveyResults(id) : undefined };
}

export function ResultsScreen({ id }: { readonly id: string }) {
  return <Screen title={t("results-title")} back={{ to: `/app/surveys/${id}`, text: t("results-back") }} wide>
    <Fetched from={() => read(id)}>{({ survey, results }) => <>
      <p class="lead" dir="auto" lang={languageOf(survey.definition.title, survey.definition)}>{inWords(survey.definition.title, survey.definition)}</p>
      {!results ? <Empty title={t("results-unreadable")} text={t("results-unreadable-text")} /> : results.answered === undefined ? <None survey={survey} /> : <Shown survey={survey} results={results} />}
    </>}</Fetched>
  </Screen>;
}

/** Says no number: not even how many are missing. */
function None({ survey: { state, definition } }: { readonly survey: OwnSurvey }) {
  const smallest = numberText(definition.smallest);
  if (state === "too-few") return <Empty title={t("results-never")} text={t("results-never-text", { smallest })} />;
  return <Empty title={t("results-none")} text={t(definition.release === "batches" ? "results-none-batches" : "results-none-close", { smallest, date: dateText(Date.parse(definition.closes)) })} />;
}

function Shown({ survey, results }: { readonly survey: OwnSurvey; readonly results: OwnResults }) {
  const { id, definition } = survey;
  const saveNumbers = async () => {
    const [{ csvOf }, { save }] = await Promise.all([import("./csv.ts"), import("../../export/archive.ts")]);
    save(new Blob([csvOf(definition, results)]), `${definition.opens}.csv`);
  };
  return <>
    <Patterns />
    <p>{t("results-answered", { count: results.answered ?? 0 })} {results.later > 0 && t(survey.state === "closed" ? "results-left" : "results-later", { count: results.later })} {results.spoilt > 0 && t("results-spoilt", { count: results.spoilt })}</p>
    <details class="results-why"><summary>{t("results-why")}</summary><p>{t("results-why-few")}</p><p>{t("results-why-interval")}</p></details>
    <p class="actions no-print"><Action kind="quiet" run={saveNumbers}>{t("results-csv")}</Action> <button type="button" class="button button-quiet" onClick={() => print()}>{t("results-print")}</button></p>
    <Scores definition={definition} scores={results.scores} />
    <div class="results-questions">{definition.questions.map((question) => {
      if (question.kind === "text") return <Written key={question.id} definition={definition} question={question} texts={results.texts[question.id] ?? []} />;
      const table = results.tables.find((each) => each.question === question.id);
      return table && <QuestionResult key={question.id} definition={definition} question={question} table={table} earlier={results.earlier} />;
    })}</div>
    <Cross id={id} definition={definition} />
    <Publish survey={survey} />
  </>;
}
