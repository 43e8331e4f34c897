/** Composing a survey: its words, its questions, its rules; kept as one types. */
import { useEffect, useState } from "preact/hooks";
import type { Id } from "../../../core/api.ts";
import { SURVEY_LIMITS, type SurveyDraft, type SurveyProblem } from "../../../core/survey_api.ts";
import { numberText, t } from "../../i18n.ts";
import { Confirm } from "../../kit/confirm.tsx";
import { Screen } from "../../kit/screen.tsx";
import { go } from "../../router.ts";
import { core } from "../../state.ts";
import { PAUSE, useKeeper } from "../keeper.ts";
import { said } from "../said.ts";
import { Freeze } from "./freeze.tsx";
import { Languages } from "./languages.tsx";
import { Preview } from "./preview.tsx";
import { fieldOf, whyText } from "./problems.ts";
import { Questions } from "./questions.tsx";
import { type Choices, Rules } from "./rules.tsx";
import { Scores } from "./scores.tsx";
import { fieldId, Plain, Words, Writing } from "./writing.tsx";

interface BuilderProps {
  readonly id: Id;
  readonly draft: SurveyDraft;
  readonly choices: Choices;
  readonly onFrozen: () => void;
}

export function Builder({ id, draft: kept, choices, onFrozen }: BuilderProps) {
  const [draft, setDraft] = useState(kept);
  const [language, setLanguage] = useState(kept.languages[0] ?? "");
  const [open, setOpen] = useState<string | undefined>(undefined);
  const [checked, setChecked] = useState(false);
  const [asking, setAsking] = useState<"preview" | "freeze" | "delete" | undefined>(undefined);
  const keeper = useKeeper((value: SurveyDraft) => core.keepSurveyDraft(id, value), PAUSE);
  const change = (next: SurveyDraft) => {
    setDraft(next);
    keeper.put(next);
  };
  const [problems, setProblems] = useState<readonly SurveyProblem[]>([]);
  // Once somebody wanted to go on, what was mended is blamed no longer.
  useEffect(() => {
    if (!checked) return;
    let wanted = true;
    void core.surveyProblems(draft).then((found) => { if (wanted) setProblems(found); });
    return () => { wanted = false; };
  }, [draft, checked]);
  const first = draft.languages[0] ?? "";
  /** Goes on only if nothing has to be mended. */
  const ready = async (next: "preview" | "freeze") => {
    await keeper.flush();
    const found = await core.surveyProblems(draft);
    setProblems(found);
    setChecked(true);
    if (found.length === 0) setAsking(next);
    else focusLater(SUMMARY);
  };
  const mend = (problem: SurveyProblem) => {
    if (problem.question) setOpen(problem.question);
    if (problem.why === "missing") setLanguage(first);
    focusLater(fieldId(fieldOf(problem)));
  };
  return <Writing.Provider value={{ language, first, problems }}>
    <Screen title={said(draft.title, draft) || t("survey-untitled")} back={{ to: "/app/surveys", text: t("surveys-title") }}>
      <p role="status" class={keeper.state === "failed" ? "notice notice-danger" : "quiet survey-kept"}>{t(`survey-draft-${keeper.state}`)}</p>
      <Problems problems={problems} draft={draft} onMend={mend} />
      <Languages draft={draft} onDraft={change} language={language} onLanguage={setLanguage} />
      <section class="card part" aria-labelledby="survey-about"><h2 id="survey-about" class="h3">{t("survey-about")}</h2>
        <Words field="title" label={t("survey-title")} text={draft.title} onText={(title) => change({ ...draft, title })} />
        <Words field="introduction" rows={3} label={t("survey-introduction")} hint={t("survey-introduction-hint")} text={draft.introduction} onText={(introduction) => change({ ...draft, introduction })} />
        <Plain field="owner" label={t("survey-owner")} hint={t("survey-owner-hint")} maxLength={SURVEY_LIMITS.owner} value={draft.owner} onValue={(owner) => change({ ...draft, owner })} />
      </section>
      <section aria-labelledby="survey-questions"><h2 id="survey-questions">{t("survey-questions")}</h2>
        <p class="hint">{t("survey-questions-compared")}</p>
        <Questions draft={draft} onDraft={change} open={open} onOpen={setOpen} />
        <Scores draft={draft} onDraft={change} />
      </section>
      <Rules draft={draft} onDraft={change} choices={choices} />
      <p class="actions survey-end">
        <button type="button" class="button" onClick={() => void ready("freeze")}>{t("survey-freeze-open")}</button>
        <button type="button" class="button button-quiet" onClick={() => void ready("preview")}>{t("survey-preview-open")}</button>
        <button type="button" class="button button-quiet" onClick={() => setAsking("delete")}>{t("survey-draft-delete")}</button>
      </p>
      {asking === "preview" && <Preview draft={draft} onClose={() => setAsking(undefined)} />}
      {asking === "freeze" && <Freeze id={id} draft={draft} onFrozen={onFrozen} onClose={() => setAsking(undefined)} onAudience={() => focusLater(fieldId("audience"))} />}
      {asking === "delete" && <Confirm title={t("survey-draft-delete-ask")} text={t("survey-draft-delete-text")} submit={t("survey-draft-delete")} onClose={() => setAsking(undefined)}
        run={async () => { await keeper.flush(); await core.keepSurveyDraft(id, undefined); go("/app/surveys"); }} />}
    </Screen>
  </Writing.Provider>;
}

const SUMMARY = "survey-problems";

/** Once what is to have the focus was drawn. */
function focusLater(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus());
}

function Problems({ problems, draft, onMend }: { readonly problems: readonly SurveyProblem[]; readonly draft: SurveyDraft; readonly onMend: (problem: SurveyProblem) => void }) {
  if (problems.length === 0) return null;
  const where = ({ question, field, part }: SurveyProblem): string => {
    const named = [t(`survey-field-${field}`), ...(part === undefined ? [] : [numberText(part + 1)])].join(" ");
    return question ? t("survey-problem-in", { number: draft.questions.findIndex(({ id }) => id === question) + 1, field: named }) : named;
  };
  return <section class="notice notice-danger" id={SUMMARY} tabIndex={-1} aria-labelledby="survey-problems-title">
    <h2 id="survey-problems-title" class="h3">{t("survey-problems", { count: problems.length })}</h2>
    <ul class="survey-problems">{problems.map((problem, at) => <li key={at}><button type="button" onClick={() => onMend(problem)}>{where(problem)}: {t(`survey-problem-${whyText(problem)}`)}</button></li>)}</ul>
  </section>;
}
