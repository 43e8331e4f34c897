/** One entry of the access log: what it was, what that means, and a kind question where nobody can explain it. */
import { useRef, useState } from "preact/hooks";
import { type AccessEntry, type AccessView, waits } from "../../core/api.ts";
import { t, timeText } from "../i18n.ts";
import { Action } from "../kit/form.tsx";
import { core } from "../state.ts";
import { Doing } from "./doing.tsx";
import { meaningOf, titleOf, whereOf, whyOf } from "./words.ts";

interface RowProps {
  readonly entry: AccessEntry;
  readonly onView: (view: AccessView) => void;
}

export function EntryRow({ entry, onView }: RowProps) {
  const [now, setNow] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const title = titleOf(entry);
  const answer = async (said: "mine" | "not-mine") => {
    onView(await core.answerAccess(entry.id, said));
    setNow(true);
    // The button that had the focus is gone.
    heading.current?.focus();
  };
  const where = [whereOf(entry), entry.exact ? timeText(entry.at) : ""].filter((part) => part !== "");
  const asks = waits(entry);
  return <li class={asks ? "access-asks" : undefined}>
    <h3 ref={heading} tabIndex={-1}>{title}</h3>
    {where.length > 0 && <p class="quiet access-where">{where.map((part) => <bdi key={part}>{part}</bdi>)}</p>}
    <p>{meaningOf(entry.what)}</p>
    {asks && <div class="notice notice-calm">
      <p>{whyOf(entry)} <strong>{t("access-ask")}</strong></p>
      <p class="actions">
        <Action run={() => answer("mine")} label={`${t("access-mine")}: ${title}`}>{t("access-mine")}</Action>
        <Action run={() => answer("not-mine")} label={`${t("access-not-mine")}: ${title}`}>{t("access-not-mine")}</Action>
      </p>
    </div>}
    <p role="status" class="access-said">{entry.answer ? t(`access-said-${entry.answer}`) : ""}</p>
    {entry.answer === "not-mine" && <Doing entry={entry} open={now} />}
    {entry.answer && <p class="actions"><Action small run={() => answer(entry.answer === "mine" ? "not-mine" : "mine")} label={`${t("access-otherwise")}: ${title}`}>{t("access-otherwise")}</Action></p>}
  </li>;
}
