/** Fields of the builder: each knows in which language it is written, and what has to be mended in it. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { SURVEY_LIMITS, type SurveyProblem, type SurveyText } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { worded } from "./edit.ts";
import { fieldOf, whyText } from "./problems.ts";

interface Written {
  /** In which one writes just now, and which stands in where a text is missing. */
  readonly language: string;
  readonly first: string;
  /** Empty until somebody wanted to go on. */
  readonly problems: readonly SurveyProblem[];
}
export const Writing = createContext<Written>({ language: "", first: "", problems: [] });

export const fieldId = (field: string): string => `survey-in-${field}`;

/** What is wrong with a field, in words. */
export function useProblem(field: string): string {
  const found = useContext(Writing).problems.find((each) => fieldOf(each) === field);
  return found ? t(`survey-problem-${whyText(found)}`) : "";
}

interface CommonProps { readonly field: string; readonly label: string; readonly hint?: string; readonly optional?: boolean }

/** The ties of a control to its hint and problem, and what stands around it. */
function useAround({ field, label, hint, optional }: CommonProps) {
  const problem = useProblem(field);
  const id = fieldId(field);
  const ties = { id, "aria-describedby": [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined, "aria-invalid": problem ? (true as const) : undefined };
  const head = <>
    <label for={id}>{label}{optional && <span class="optional"> {t("optional")}</span>}</label>
    {hint && <p class="hint" id={`${id}-hint`} dir="auto">{hint}</p>}
  </>;
  return { ties, head, foot: <p class="field-error" id={`${id}-problem`}>{problem}</p> };
}

interface WordsProps extends CommonProps {
  readonly text: SurveyText;
  readonly onText: (text: SurveyText) => void;
  readonly rows?: number;
}

/** Words of the survey, in the language that is written just now; what they say in the first one stands beside. */
export function Words({ text, onText, rows, ...common }: WordsProps) {
  const { language, first } = useContext(Writing);
  const original = language === first ? "" : (text[first] ?? "");
  const { ties, head, foot } = useAround(original === "" ? common : { ...common, hint: t("survey-original", { words: original }) });
  const control = { ...ties, lang: language, dir: "auto" as const, maxLength: SURVEY_LIMITS.text, autocomplete: "off" as const, value: text[language] ?? "" };
  const change = ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) => onText(worded(text, language, value));
  return <div class="field">{head}{rows ? <textarea {...control} rows={rows} onInput={change} /> : <input type="text" {...control} onInput={change} />}{foot}</div>;
}

interface PlainProps extends CommonProps {
  readonly type?: "text" | "date" | "number";
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
}

/** What is the same in every language. */
export function Plain({ type = "text", value, onValue, maxLength, min, max, ...common }: PlainProps) {
  const { ties, head, foot } = useAround(common);
  const control = { ...ties, value, autocomplete: "off" as const, onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => onValue(currentTarget.value) };
  const input = () => {
    switch (type) {
      case "text": return <input type="text" {...control} maxLength={maxLength} dir="auto" />;
      case "date": return <input type="date" {...control} />;
      case "number": return <input type="number" {...control} min={min} max={max} />;
    }
  };
  return <div class="field">{head}{input()}{foot}</div>;
}
