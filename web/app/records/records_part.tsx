/** Practitioner: the sealed records of what left their conversations, and until when they are kept. */
import { useState } from "preact/hooks";
import type { RecordSummary } from "../../core/api.ts";
import { dateText, durationText, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { core } from "../state.ts";
import { RecordSheet } from "./record_sheet.tsx";

/** Until when, as far as that is known. */
const keptUntil = ({ years, until }: RecordSummary): string =>
  until === undefined ? t("record-after-end", { time: durationText(years, "year") }) : t("record-until", { date: dateText(until) });

export function RecordsPart() {
  const [open, setOpen] = useState<RecordSummary | undefined>(undefined);
  return <section class="card part" aria-labelledby="records-heading">
    <h2 id="records-heading" class="h3">{t("records-title")}</h2>
    <p>{t("records-text")}</p>
    <Fetched from={() => core.records()}>{(records) => records.length === 0 ? <p class="quiet">{t("records-none")}</p>
      : <ul class="rows">{records.map((record) => <li key={record.conversation} class="part-row">
        <span><bdi>{record.name}</bdi><br /><span class="quiet">{keptUntil(record)}</span></span>
        <button type="button" class="button button-quiet button-small" aria-label={t("record-open-of", { name: record.name })} onClick={() => setOpen(record)}>{t("record-open")}</button>
      </li>)}</ul>}
    </Fetched>
    {open && <RecordSheet record={open} until={keptUntil(open)} onClose={() => setOpen(undefined)} />}
  </section>;
}
