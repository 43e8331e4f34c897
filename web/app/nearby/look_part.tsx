/** Settings: what people nearby see of the window. Saved with the choice. */
import { useState } from "preact/hooks";
import { LOOK_NAMES, type Look, type Settings } from "../../core/api.ts";
import { errorText, t } from "../i18n.ts";
import { Check, Select } from "../kit/fields.tsx";
import { codeOf, core } from "../state.ts";
import { keepLookHere, lookHere } from "./look.ts";
import { noTrace } from "./trace.ts";

const PLAIN: Look = { name: "", hide: false };

export function LookPart({ settings }: { readonly settings: Settings }) {
  const [wanted, setWanted] = useState<Look | undefined>(undefined);
  const [said, setSaid] = useState<{ readonly saved: boolean; readonly code: string }>({ saved: false, code: "" });
  const look = wanted ?? settings.look ?? PLAIN;
  const save = async (next: Look) => {
    setWanted(next);
    setSaid({ saved: false, code: "" });
    if (lookHere.value !== "") keepLookHere(next.name);
    try {
      await core.setSettings({ look: next });
      setSaid({ saved: true, code: "" });
    } catch (failure) {
      setSaid({ saved: false, code: codeOf(failure) });
      setWanted(undefined);
    }
  };
  const named = (value: string) => LOOK_NAMES.find((name) => name === value) ?? "";
  return <section class="card part">
    <h2 class="h3">{t("look-title")}</h2>
    <Select label={t("look-called")} hint={t("look-called-hint")} value={look.name} onValue={(value) => void save({ ...look, name: named(value) })}
      options={LOOK_NAMES.map((name) => ({ value: name, text: name === "" ? t("look-own") : t(`look-${name}`) }))} />
    {look.name !== "" && !noTrace.value && <Check label={t("look-here")} hint={t("look-here-hint")} checked={lookHere.value !== ""} onChecked={(here) => keepLookHere(here ? look.name : "")} />}
    <Check label={t("look-hide")} hint={t("look-hide-hint")} checked={look.hide} onChecked={(hide) => void save({ ...look, hide })} />
    <p role="status" class="form-status">{said.saved ? t("saved") : ""}</p>
    <div role="alert">{said.code && <p class="notice notice-danger">{errorText(said.code)}</p>}</div>
  </section>;
}
