/** One who asks to be let in: what they would be called, their intake card, and the two answers. */
import type { AtRoomDoor } from "../../../core/api.ts";
import { dayText, sameDay, t } from "../../i18n.ts";
import { Card } from "./card.tsx";

const DAY = 86_400_000;

interface AskingProps {
  readonly asking: AtRoomDoor;
  /** The card is shown from the beginning. */
  readonly open: boolean;
  /** Nobody can be let in just now. */
  readonly still: boolean;
  readonly chosen?: boolean;
  readonly onChosen?: (chosen: boolean) => void;
  readonly onAdmit: () => void;
  readonly onDecline: () => void;
}

export function Asking({ asking, open, still, chosen, onChosen, onAdmit, onDecline }: AskingProps) {
  const { name, answers, inside, alike, leads } = asking;
  const since = asking.day * DAY;
  return <>
    <div class="lead-asking-head">
      {onChosen && alike === undefined && !leads && <label class="check"><input type="checkbox" checked={chosen} aria-label={t("lead-choose", { name })} onInput={(event) => onChosen(event.currentTarget.checked)} /></label>}
      <h3 dir="auto">{name}</h3>
      <span class="quiet">{sameDay(since, Date.now()) ? t("lead-since-today") : t("lead-since", { date: dayText(since) })}</span>
    </div>
    {leads && <p class="notice notice-calm">{t("lead-colleague")}</p>}
    {inside !== undefined && <p class="quiet">{t("lead-further")}</p>}
    {alike !== undefined && <p class="notice notice-clay">{t(alike.inside ? "lead-alike" : "lead-alike-beside", { name: alike.name })}</p>}
    {inside === undefined && !leads && <details open={open}><summary>{t("lead-card")}</summary><Card answers={answers} /></details>}
    <p class="actions">
      {!alike?.inside && <button type="button" class="button button-small" aria-disabled={still} aria-label={`${t(leads ? "lead-appoint" : "lead-admit")}: ${name}`} onClick={onAdmit}>{t(leads ? "lead-appoint" : "lead-admit")}</button>}
      <button type="button" class="button button-quiet button-small" aria-label={`${t("lead-decline")}: ${name}`} onClick={onDecline}>{t("lead-decline")}</button>
    </p>
  </>;
}
