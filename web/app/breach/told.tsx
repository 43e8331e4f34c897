/**
 * What somebody is told after a breach. It stands before everything else, but what it
 * is about shows only once they say that nobody looks: a notice that shouts would be a
 * second breach in a home where somebody reads along.
 */
import { useState } from "preact/hooks";
import type { BreachNotice, NoticeWords, Practice, Role } from "../../core/api.ts";
import { middleOf } from "../../core/days_api.ts";
import { EndOthers } from "../account/device_questions.tsx";
import { dateText, language, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { Action } from "../kit/form.tsx";
import { Empty, Screen } from "../kit/screen.tsx";
import { go } from "../router.ts";
import { core, session, told } from "../state.ts";
import { unread } from "./ask.ts";

export function Told() {
  const [open, setOpen] = useState(false);
  const [notice] = unread.value;
  const later = () => { told.value = "waiting"; };
  if (!notice) return null;
  if (!open) return <Screen title={t("told-cover-title")} lead={t("told-cover-lead")}>
    <p>{t("told-cover-text")}</p>
    <p class="actions"><button type="button" class="button" onClick={() => setOpen(true)}>{t("told-read")}</button> <button type="button" class="button button-quiet" onClick={later}>{t("told-later")}</button></p>
  </Screen>;
  const confirm = async () => {
    await core.confirmBreachNotice(notice.id);
    unread.value = unread.value.filter(({ id }) => id !== notice.id);
    setOpen(false);
    if (unread.value.length === 0) told.value = "";
  };
  return <Screen key={notice.id} title={t("told-notice-title")}>
    <Notice notice={notice} />
    <section class="card part">
      <p>{t("told-confirm-text")}</p>
      <p class="actions"><Action kind="primary" run={confirm}>{t("told-confirm")}</Action> <button type="button" class="button button-quiet" onClick={later}>{t("told-later")}</button></p>
    </section>
  </Screen>;
}

export function TellBar() {
  return <aside class="frame" aria-label={t("told-bar-label")}><div class="newer">
    <p role="status">{t("told-bar")}</p>
    <p class="actions"><button type="button" class="button button-quiet" onClick={() => { told.value = "first"; }}>{t("told-open")}</button></p>
  </div></aside>;
}

/** In the settings: all that was told, as long as the server keeps it. */
export function ToldBefore() {
  return <Screen title={t("told-before-title")} lead={t("told-before-lead")} back={{ to: "/app/settings", text: t("settings-title") }}>
    <Fetched from={() => core.breachNotices()}>{(notices) => notices.length === 0
      ? <Empty title={t("told-before-none")} text={t("told-before-none-text")} />
      : <>{notices.map((notice) => <Before key={notice.id} notice={notice} />)}</>}</Fetched>
  </Screen>;
}

function Before({ notice }: { readonly notice: BreachNotice }) {
  const [open, setOpen] = useState(false);
  return <section class="card part">
    <h2 class="h3">{t("told-of", { date: dateText(middleOf(notice.at)) })}</h2>
    {open ? <Notice notice={notice} /> : <p class="actions"><button type="button" class="button button-quiet" onClick={() => setOpen(true)}>{t("told-read")}</button></p>}
  </section>;
}

/** In the reader's language, or else in the first it was written in. */
export function wordsFor({ words }: Pick<BreachNotice, "words">): NoticeWords | undefined {
  return words.find((each) => each.language === language.value) ?? words[0];
}

export const NOTICE_PARTS = ["happened", "means", "did", "can"] as const;

/** The words themselves, also as a steward sees them before they are sent. */
export function NoticeText({ notice }: { readonly notice: Pick<BreachNotice, "kind" | "words"> }) {
  const words = wordsFor(notice);
  if (!words) return null;
  return <>
    <p class="notice notice-calm"><strong>{t("told-no-fault")}</strong> {t(notice.kind === "acquaintance" ? "told-no-fault-acquaintance" : "told-no-fault-text")}</p>
    {NOTICE_PARTS.filter((part) => words[part].trim() !== "").map((part) => <section key={part} class="told-part">
      <h2 class="h3">{t(`told-${part}`)}</h2>
      <p class="told-words" dir="auto" lang={words.language}>{words[part]}</p>
    </section>)}
  </>;
}

function Notice({ notice }: { readonly notice: BreachNotice }) {
  const now = session.value;
  return <>
    <NoticeText notice={notice} />
    {now?.state === "ready" && <Doing role={now.account.role} />}
  </>;
}

/** What can be done from here, and who is there. */
function Doing({ role }: { readonly role: Role }) {
  const [ending, setEnding] = useState(false);
  const [ended, setEnded] = useState<number | undefined>(undefined);
  const to = (place: string) => () => {
    if (told.value === "first") told.value = "waiting";
    go(place);
  };
  return <section class="card part" aria-labelledby="told-doing">
    <h2 id="told-doing" class="h3">{t("told-here")}</h2>
    <ul class="told-ways">
      <li><button type="button" class="button button-quiet" onClick={() => { setEnded(undefined); setEnding(true); }}>{t("end-other-sessions")}</button>
        <p role="status" class="form-status">{ended === undefined ? "" : t("sessions-ended", { count: ended })}</p></li>
      <li><button type="button" class="button button-quiet" onClick={to("/app/settings/passphrase")}>{t("told-passphrase")}</button></li>
      {role === "client" && <li><button type="button" class="button button-quiet" onClick={to("/app")}>{t("told-talk")}</button></li>}
      <li><button type="button" class="button button-quiet" onClick={to("/app/settings/held")}>{t("told-export")}</button></li>
      <li><a class="button button-quiet" href={`/crisis?lang=${language.value}`} target="_blank" rel="noreferrer">{t("crisis")}</a></li>
    </ul>
    <Fetched from={() => core.practice()}>{(practice) => <Reach practice={practice} />}</Fetched>
    {ending && <EndOthers onEnded={setEnded} onClose={() => setEnding(false)} />}
  </section>;
}

/** Whom one can call: the emergency number, crisis lines, the practice. */
function Reach({ practice: { emergencyNumber, crisisLines, contactPhone, contactEmail } }: { readonly practice: Practice }) {
  const call = (number: string) => <a href={`tel:${number.replaceAll(/[^+\d]/gu, "")}`} dir="ltr">{number}</a>;
  return <dl class="facts">
    {contactPhone && <div><dt>{t("told-practice-phone")}</dt><dd>{call(contactPhone)}</dd></div>}
    {contactEmail && <div><dt>{t("told-practice-mail")}</dt><dd><a href={`mailto:${contactEmail}`} dir="ltr">{contactEmail}</a></dd></div>}
    {emergencyNumber && <div><dt>{t("told-emergency")}</dt><dd>{call(emergencyNumber)}</dd></div>}
    {crisisLines.filter(({ number }) => number !== "").map(({ name, number }) => <div key={`${name} ${number}`}><dt dir="auto">{name}</dt><dd>{call(number)}</dd></div>)}
  </dl>;
}
