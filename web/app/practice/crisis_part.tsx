/** Crisis help: the emergency number and who else answers at once. */
import type { CrisisLine } from "../../core/api.ts";
import { countryName, t } from "../i18n.ts";
import { Check, Field } from "../kit/fields.tsx";
import { useFieldError } from "../kit/form.tsx";
import { crisisDefaults, isDefault } from "./crisis_defaults.ts";
import { lineCode, wrongPart } from "./settings_checks.ts";
import type { PartProps } from "./settings_fields.tsx";

/** As many as the server takes. */
const MOST = 20;
const BLANK: CrisisLine = { name: "", number: "", hours: "", url: "" };

interface CrisisPartProps extends PartProps {
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
}

const UNCHECKED = ["numbers_unchecked"];

export function CrisisPart({ practice, onPractice, checked, onChecked }: CrisisPartProps) {
  const { crisisLines: lines, jurisdiction } = practice;
  const unchecked = useFieldError(UNCHECKED);
  const change = (crisisLines: readonly CrisisLine[]) => onPractice({ ...practice, crisisLines });
  return <>
    <Field label={t("emergency-number")} hint={t("emergency-number-hint")} codes={["invalid_emergency_number"]} inputMode="tel" maxLength={16} value={practice.emergencyNumber}
      onValue={(emergencyNumber) => onPractice({ ...practice, emergencyNumber })} />
    <h3>{t("crisis-lines")}</h3>
    <p class="hint">{t("crisis-lines-hint")}</p>
    <ol class="crisis-lines">{lines.map((line, i) => <LineFields key={i} line={line}
      onLine={(changed) => change(lines.with(i, changed))} onRemove={() => change(lines.toSpliced(i, 1))} />)}</ol>
    <p class="actions">
      {lines.length < MOST && <button type="button" class="button button-quiet button-small" onClick={() => change([...lines, BLANK])}>{t("crisis-line-add")}</button>}
      {jurisdiction !== "" && !isDefault(jurisdiction, practice) && <button type="button" class="button button-quiet button-small"
        onClick={() => onPractice({ ...practice, ...crisisDefaults(jurisdiction) })}>{t("crisis-use-defaults", { country: countryName(jurisdiction) })}</button>}
    </p>
    <div class="notice notice-clay">
      <p>{t("crisis-check")}</p>
      <Check label={t("crisis-checked")} checked={checked} onChecked={onChecked} />
      <p class="field-error" role="alert">{unchecked}</p>
    </div>
  </>;
}

function LineFields({ line, onLine, onRemove }: { readonly line: CrisisLine; readonly onLine: (line: CrisisLine) => void; readonly onRemove: () => void }) {
  // Of several lines only those that are wrong say so, and only as long as they are.
  const codes = (part: "name" | "number" | "url") => (wrongPart(line) === part ? [lineCode(part)] : []);
  return <li class="card"><fieldset>
    <legend class="crisis-line-head"><span>{line.name || t("crisis-line-new")}</span></legend>
    <div class="pair">
      <Field label={t("crisis-line-name")} codes={codes("name")} maxLength={100} value={line.name} onValue={(name) => onLine({ ...line, name })} />
      <Field label={t("crisis-line-number")} codes={codes("number")} inputMode="tel" maxLength={32} value={line.number} onValue={(number) => onLine({ ...line, number })} />
      <Field optional label={t("crisis-line-hours")} maxLength={200} value={line.hours} onValue={(hours) => onLine({ ...line, hours })} />
      <Field optional label={t("crisis-line-url")} codes={codes("url")} inputMode="url" maxLength={200} value={line.url} onValue={(url) => onLine({ ...line, url })} />
    </div>
    <button type="button" class="button button-quiet button-small" aria-label={t("crisis-line-remove-of", { name: line.name || t("crisis-line-new") })} onClick={onRemove}>{t("crisis-line-remove")}</button>
  </fieldset></li>;
}
