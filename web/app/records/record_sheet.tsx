/** A sealed record, opened: to be read and taken along, not to be changed. */
import type { ExportedConversation, RecordSummary, TimelineItem } from "../../core/api.ts";
import { noticeWords } from "../conversation/notice_words.ts";
import { TakeAlongPart } from "../export/take_along.tsx";
import { dateText, dayText, sameDay, t, timeText } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Fetched } from "../kit/fetched.tsx";
import { core } from "../state.ts";

interface SheetProps {
  readonly record: RecordSummary;
  readonly until: string;
  readonly onClose: () => void;
}

export function RecordSheet({ record, until, onClose }: SheetProps) {
  return <Dialog sheet title={t("record-title", { name: record.name })} onClose={onClose}>
    <p>{t("record-reading")} {until}</p>
    <Fetched from={() => core.openRecord(record.conversation)}>{(opened) => <>
      <Opened opened={opened} name={record.name} />
      <TakeAlongPart source={{ what: "record", exported: async () => opened, files: false }} />
    </>}</Fetched>
  </Dialog>;
}

function Opened({ opened: { view: { intake, items } }, name }: { readonly opened: ExportedConversation; readonly name: string }) {
  return <>
    {intake?.reason && <section aria-labelledby="record-intake-heading">
      <h3 id="record-intake-heading">{t("intake-title")}</h3>
      <dl class="facts">
        <div><dt>{t("intake-reason")}</dt><dd class="written" dir="auto">{intake.reason}</dd></div>
        <div><dt>{t("intake-region")}</dt><dd class="written" dir="auto">{intake.region}</dd></div>
      </dl>
    </section>}
    <section aria-labelledby="record-said-heading">
      <h3 id="record-said-heading">{t("timeline-label")}</h3>
      {items.map((item, i) => <Line key={item.id} item={item} name={name} begins={!items[i - 1] || !sameDay(items[i - 1]?.at ?? 0, item.at)} />)}
    </section>
  </>;
}

function Line({ item, name, begins }: { readonly item: TimelineItem; readonly name: string; readonly begins: boolean }) {
  return <>
    {begins && <h4>{dayText(item.at)} {new Date(item.at).getFullYear()}</h4>}
    <Words item={item} name={name} />
  </>;
}

function Words({ item, name }: { readonly item: TimelineItem; readonly name: string }) {
  switch (item.kind) {
    case "message": return <div>
      <p class="quiet"><bdi>{item.mine ? t("export-me") : name}</bdi> <time dateTime={new Date(item.at).toISOString()}>{timeText(item.at)}</time></p>
      {item.quote && <blockquote class="written" dir="auto">{item.quote.text || t("taken-back-short")}</blockquote>}
      {item.takenBack ? <p>{item.mine ? t("taken-back-mine") : t("taken-back-theirs", { name })}</p> : item.file ? <p><bdi>{item.file.name}</bdi></p> : <p class="written" dir="auto">{item.text}</p>}
      {item.earlier?.map((wording) => <p key={wording.at} class="quiet">{t("export-earlier", { date: dateText(wording.at), time: timeText(wording.at) })} <span class="written" dir="auto">{wording.text}</span></p>)}
    </div>;
    case "notice": {
      const { text, quote = "" } = noticeWords(item.notice, { accountId: "", displayName: name, role: "client" });
      return <><p class="quiet">{text} {timeText(item.at)}</p>{quote.trim() !== "" && <blockquote class="written" dir="auto">{quote}</blockquote>}</>;
    }
    case "security": return <p class="notice notice-clay">{t("record-damaged")}</p>;
  }
}
