/** What members reported: what was said, whether it is proved, and what can be done about it. */
import { useState } from "preact/hooks";
import type { RoomPerson, RoomReport, RoomView } from "../../../core/api.ts";
import { t, timeText } from "../../i18n.ts";
import { Action } from "../../kit/form.tsx";
import { core } from "../../state.ts";
import { Heading, useHeading } from "./heading.tsx";
import { Remove } from "./remove.tsx";

export function ReportsPart({ room }: { readonly room: RoomView }) {
  const { at, focus } = useHeading();
  const [removing, setRemoving] = useState<RoomPerson | undefined>(undefined);
  const [told, setTold] = useState("");
  const settle = async (report: RoomReport) => {
    await core.settleReport(room.id, report.id);
    focus();
  };
  return <section>
    <Heading at={at}>{t("lead-reports-title")}</Heading>
    <p>{t(room.reports.length === 0 ? "lead-reports-empty" : "lead-reports-text")}</p>
    <p role="status" class="form-status">{told}</p>
    <ul class="lead-asking">{room.reports.map((report) => <li key={report.id} class="card"><Report room={room} report={report} onSettled={() => settle(report)} onRemove={setRemoving} /></li>)}</ul>
    {removing && <Remove room={room} person={removing} banned={false} onRemoved={(text) => { setTold(text); focus(); }} onClose={() => setRemoving(undefined)} />}
  </section>;
}

interface ReportProps {
  readonly room: RoomView;
  readonly report: RoomReport;
  readonly onSettled: () => Promise<unknown>;
  readonly onRemove: (person: RoomPerson) => void;
}

function Report({ room, report, onSettled, onRemove }: ReportProps) {
  const { name, byName, said, text, warning, why, verdict, from } = report;
  const person = room.people.find(({ id, moderates }) => id === from && !moderates);
  const there = room.items.some((item) => item.kind === "message" && item.id === report.message && !item.takenDown);
  const proved = verdict === "proved";
  return <>
    <div class="lead-asking-head"><h3 dir="auto">{name}</h3><time class="quiet" dateTime={new Date(said).toISOString()}>{timeText(said)}</time></div>
    {warning !== undefined && <p class="quiet" dir="auto">{t("lead-held-warning", { warning })}</p>}
    <blockquote class="lead-pinned"><p class="written" dir="auto">{text}</p></blockquote>
    <p class={proved ? "quiet" : "notice notice-clay"}>{t(`lead-verdict-${verdict}`, { name })}</p>
    <p>{why === "" ? t("lead-report-by", { name: byName }) : t("lead-report-why", { name: byName, why })}</p>
    <div class="actions">
      {proved && there && <Action small label={`${t("lead-report-down")}: ${name}`} run={() => core.takeDown(room.id, report.message)}>{t("lead-report-down")}</Action>}
      {proved && person && !person.muted && <Action small label={`${t("lead-mute")}: ${name}`} run={() => core.mute(room.id, from, true)}>{t("lead-mute")}</Action>}
      {proved && person && <button type="button" class="button button-quiet button-small" aria-haspopup="dialog" aria-label={`${t("lead-remove")}: ${name}`} onClick={() => onRemove(person)}>{t("lead-remove")}</button>}
      <Action kind="primary" small label={`${t("lead-report-done")}: ${name}`} run={onSettled}>{t("lead-report-done")}</Action>
    </div>
  </>;
}
