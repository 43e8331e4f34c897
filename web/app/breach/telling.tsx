/** Steward: who was told, how many read it, and the way to tell them. */
import { useState } from "preact/hooks";
import type { Breach, Id, PublishedNotice } from "../../core/api.ts";
import { middleOf } from "../../core/days_api.ts";
import { useFresh } from "../account/fresh.tsx";
import { dateText, numberText, t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Fetched } from "../kit/fetched.tsx";
import { core } from "../state.ts";
import { type Choices, NoticeForm } from "./notice_form.tsx";

async function choices(): Promise<Choices> {
  const [practice, profiles, rooms] = await Promise.all([core.practice(), core.allProfiles(), core.listedRooms().catch(() => [])]);
  return { practice, profiles, rooms };
}

interface TellingProps { readonly entry: Id; readonly breach: Breach; readonly notices: readonly PublishedNotice[]; readonly onChanged: () => Promise<void> }

export function Telling({ entry, breach, notices, onChanged }: TellingProps) {
  const [writing, setWriting] = useState(false);
  const [taking, setTaking] = useState<Id | undefined>(undefined);
  const { proving, question } = useFresh("steward");
  return <section class="card part" aria-labelledby="breach-telling">
    <h2 id="breach-telling" class="h3">{t("breach-telling")}</h2>
    <p>{t("breach-telling-text")}</p>
    {notices.length > 0 && <ul class="rows">{notices.map((notice) => <li key={notice.id}>
      <div class="row-text">
        <strong>{t(`breach-who-${notice.who}`)}</strong>
        <span class="quiet">{t("breach-told-on", { date: dateText(middleOf(notice.at)) })} {notice.withdrawn ? t("breach-withdrawn") : t("breach-read-by", { count: notice.told, confirmed: numberText(notice.confirmed) })}</span>
      </div>
      {!notice.withdrawn && <div class="row-ways"><button type="button" class="button button-quiet button-small" onClick={() => setTaking(notice.id)}>{t("breach-withdraw")}</button></div>}
    </li>)}</ul>}
    {writing
      ? <Fetched from={choices}>{(given) => <NoticeForm entry={entry} breach={breach} choices={given} proving={proving} onClose={() => setWriting(false)} onPublished={async () => { setWriting(false); await onChanged(); }} />}</Fetched>
      : <p class="actions"><button type="button" class="button" onClick={() => setWriting(true)}>{t("breach-tell")}</button></p>}
    {taking && <Confirm title={t("breach-withdraw-ask")} text={t("breach-withdraw-text")} submit={t("breach-withdraw")} onClose={() => setTaking(undefined)}
      run={async () => { await proving(() => core.withdrawBreachNotice(taking)); await onChanged(); }} />}
    {question}
  </section>;
}
