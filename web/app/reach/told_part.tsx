/** Settings: being told that something is new, on this device; and what that costs. */
import { t } from "../i18n.ts";
import { Select } from "../kit/fields.tsx";
import { Action } from "../kit/form.tsx";
import { noTrace } from "../nearby/trace.ts";
import { connection } from "../state.ts";
import { shell } from "./shell.ts";
import { beTold, beToldNoMore, canBeTold, keepWords, told, WORDS, words } from "./told.ts";

export function ToldPart() {
  return <section class="card part">
    <h2 class="h3">{t("told-title")}</h2>
    {noTrace.value ? <p>{t("told-no-trace")}</p> : <>
      <p>{t(told.value ? "told-on" : "told-text")}</p>
      <Choice />
      <details>
        <summary>{t("told-learns")}</summary>
        <p>{t("told-learns-maker")}</p>
        <p>{t("told-learns-server")}</p>
        <p>{t("told-learns-nearby")}</p>
      </details>
    </>}
  </section>;
}

function Choice() {
  if (connection.value !== "online" && told.value === undefined) return <p class="quiet">{t("told-offline")}</p>;
  if (!canBeTold() || !shell.value) return <p class="notice notice-clay">{t("told-cannot")}</p>;
  const chosen = (value: string) => WORDS.find((each) => each === value) ?? "neutral";
  return <>
    <Select label={t("told-words")} hint={t("told-words-hint")} value={words.value} onValue={(value) => void keepWords(chosen(value))}
      options={WORDS.map((each) => ({ value: each, text: t(`told-words-${each}`) }))} />
    <p class="actions" key={String(told.value)}>
      {told.value ? <Action run={beToldNoMore}>{t("told-stop")}</Action> : <Action run={beTold}>{t("told-start")}</Action>}
    </p>
  </>;
}
