import { useState } from "preact/hooks";
import type { Settings } from "../../core/api.ts";
import { errorText, t } from "../i18n.ts";
import { Check } from "../kit/fields.tsx";
import { codeOf, core } from "../state.ts";

type Marks = Pick<Settings, "readMarks" | "typingShown">;

/** What the other side is told without a word being written; saved with the tick. */
export function MarksPart({ settings }: { readonly settings: Settings }) {
  const [wanted, setWanted] = useState<Marks | undefined>(undefined);
  const [said, setSaid] = useState<{ readonly saved: boolean; readonly code: string }>({ saved: false, code: "" });
  const shown = wanted ?? settings;
  const save = async (next: Marks) => {
    setWanted(next);
    setSaid({ saved: false, code: "" });
    try {
      await core.setSettings(next);
      setSaid({ saved: true, code: "" });
    } catch (failure) {
      setSaid({ saved: false, code: codeOf(failure) });
      setWanted(undefined);
    }
  };
  return <section class="card part">
    <h2 class="h3">{t("settings-marks")}</h2>
    <Check label={t("read-marks")} hint={t("read-marks-hint")} checked={shown.readMarks} onChecked={(readMarks) => void save({ readMarks, typingShown: shown.typingShown })} />
    <Check label={t("typing-shown")} hint={t("typing-shown-hint")} checked={shown.typingShown} onChecked={(typingShown) => void save({ readMarks: shown.readMarks, typingShown })} />
    <p role="status" class="form-status">{said.saved ? t("saved") : ""}</p>
    <div role="alert">{said.code && <p class="notice notice-danger">{errorText(said.code)}</p>}</div>
  </section>;
}
