/** One's own intake card in a room: what it says, who can read it, when it was opened; to be changed or taken back. */
import { useEffect, useState } from "preact/hooks";
import type { OwnRoomCard, RoomView } from "../../core/api.ts";
import { draftOf } from "../drafts.ts";
import { dateText, listText, t, timeText } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Fetched } from "../kit/fetched.tsx";
import { TextArea } from "../kit/fields.tsx";
import { Action, Form } from "../kit/form.tsx";
import { core } from "../state.ts";
import { answerCodes, checkAnswers } from "./asking.ts";

interface CardProps {
  readonly view: RoomView;
  readonly card: OwnRoomCard;
  readonly onChanged: () => Promise<void>;
}

/** Outlives a look at the room. */
const changed = draftOf<{ readonly room: string; readonly answers: readonly string[] }>();

export function CardPart({ view }: { readonly view: RoomView }) {
  const { id } = view;
  /** That it was opened is told as a change of the room. */
  const [looks, setLooks] = useState(0);
  useEffect(() => setLooks((before) => before + 1), [view]);
  return <section aria-labelledby="own-card-heading">
    <h3 id="own-card-heading">{t("room-card-title")}</h3>
    <Fetched from={() => core.ownRoomCard(id)} moment={String(looks)}>{(card, change) => {
      const onChanged = async () => change(await core.ownRoomCard(id));
      return changed.value?.room === id ? <Change view={view} card={card} onChanged={onChanged} /> : <Card view={view} card={card} onChanged={onChanged} />;
    }}</Fetched>
  </section>;
}

function Card({ view: { id, face }, card, onChanged }: CardProps) {
  const { answers, readBy, askedBy, openings } = card;
  const [withdrawing, setWithdrawing] = useState(false);
  const change = () => { changed.value = { room: id, answers: face.questions.map(({ label }) => answers.find(({ question }) => question === label)?.answer ?? "") }; };
  return <>
    {answers.length === 0 ? <p>{t("room-card-empty")}</p> : <>
      <p>{t("room-card-read-by", { names: listText(readBy) })}</p>
      <dl class="facts">{answers.map(({ question, answer }, i) => <div key={i}><dt dir="auto">{question}</dt><dd class="written" dir="auto">{answer || "–"}</dd></div>)}</dl>
    </>}
    {answers.length > 0 && askedBy.length > 0 && <div class="notice notice-calm">
      <p>{t("room-card-asked-by", { names: listText(askedBy) })}</p>
      <p class="actions"><Action kind="primary" run={async () => { await core.shareRoomCard(id); await onChanged(); }}>{t("room-card-share")}</Action></p>
    </div>}
    <h4>{t("room-card-openings")}</h4>
    {openings.length === 0 ? <p>{t("room-card-unopened")}</p> : <ul class="openings">{openings.map(({ by, at }, i) => <li key={i}>{t("room-card-opened", { name: by, date: dateText(at), time: timeText(at) })}</li>)}</ul>}
    <p class="actions">
      {face.questions.length > 0 && <button type="button" class="button button-quiet" onClick={change}>{t(answers.length === 0 ? "room-card-fill" : "room-card-change")}</button>}
      {answers.length > 0 && <button type="button" class="button button-quiet" aria-haspopup="dialog" onClick={() => setWithdrawing(true)}>{t("room-card-withdraw")}</button>}
    </p>
    {withdrawing && <Confirm title={t("room-card-withdraw-title")} text={t("room-card-withdraw-text")} submit={t("room-card-withdraw")} run={async () => { await core.withdrawRoomCard(id); await onChanged(); }} onClose={() => setWithdrawing(false)} />}
  </>;
}

function Change({ view: { id, face }, onChanged }: CardProps) {
  const answers = changed.value?.answers ?? [];
  const leave = () => { changed.value = undefined; };
  const run = async () => {
    checkAnswers(face, answers);
    await core.putRoomCard(id, answers.map((answer) => answer.trim()));
    leave();
    await onChanged();
  };
  const leaders = listText(face.moderators.map(({ displayName }) => displayName));
  return <Form submit={t("save")} run={run} aside={<button type="button" class="button button-quiet" onClick={leave}>{t("cancel")}</button>}>
    <p>{t("room-card-text", { names: leaders })}</p>
    {face.questions.map(({ label, required }, i) => <TextArea key={i} label={label} optional={!required} rows={3} codes={answerCodes(required, answers[i])} value={answers[i] ?? ""}
      onValue={(typed) => { changed.value = { room: id, answers: face.questions.map((_, at) => (at === i ? typed : answers[at] ?? "")) }; }} />)}
  </Form>;
}
