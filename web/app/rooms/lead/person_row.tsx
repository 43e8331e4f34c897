/** One person in the list of who is in the room. */
import type { RoomPerson } from "../../../core/api.ts";
import { t } from "../../i18n.ts";
import { Action } from "../../kit/form.tsx";

/** Minutes. */
const MUTES = [10, 60];

interface PersonRowProps {
  readonly person: RoomPerson;
  readonly mine: boolean;
  readonly onMute: (on: boolean, minutes?: number) => Promise<unknown>;
  readonly onHold: (on: boolean) => Promise<unknown>;
  readonly onCard: () => void;
  readonly onRemove: () => void;
  readonly onBan: () => void;
}

export function PersonRow({ person: { name, moderates, muted, held }, mine, onMute, onHold, onCard, onRemove, onBan }: PersonRowProps) {
  return <li>
    <div class="row-text">
      <strong dir="auto">{name}</strong>
      {(moderates || muted || held) && <span>
        {moderates && <span class="badge badge-good">{t(mine ? "lead-you-lead" : "lead-leads")}</span>}
        {muted && <span class="badge">{t("lead-is-muted")}</span>}
        {held && <span class="badge">{t("lead-is-held")}</span>}
      </span>}
    </div>
    {!moderates && <div class="row-ways">
      <Action small run={() => onMute(!muted)} label={`${t(muted ? "lead-unmute" : "lead-mute")}: ${name}`}>{t(muted ? "lead-unmute" : "lead-mute")}</Action>
      <details class="lead-more">
        <summary aria-label={`${t("lead-more")}: ${name}`}>{t("lead-more")}</summary>
        {!muted && MUTES.map((minutes) => <Action key={minutes} small label={`${t("lead-mute-for", { minutes })}: ${name}`} run={() => onMute(true, minutes)}>{t("lead-mute-for", { minutes })}</Action>)}
        <button type="button" class="button button-quiet button-small" aria-haspopup="dialog" aria-label={`${t("lead-card")}: ${name}`} onClick={onCard}>{t("lead-card")}</button>
        <Action small label={`${t(held ? "lead-unhold" : "lead-hold")}: ${name}`} run={() => onHold(!held)}>{t(held ? "lead-unhold" : "lead-hold")}</Action>
        <button type="button" class="button button-quiet button-small" aria-label={`${t("lead-remove")}: ${name}`} onClick={onRemove}>{t("lead-remove")}</button>
        <button type="button" class="button button-quiet button-small" aria-label={`${t("lead-ban")}: ${name}`} onClick={onBan}>{t("lead-ban")}</button>
      </details>
    </div>}
  </li>;
}
