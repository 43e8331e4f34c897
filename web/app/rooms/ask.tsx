/** Asking to be let in: a name for this room alone, and the intake card for those who lead it. */
import { MAX_ROOM_NAME_LENGTH, type RoomSeen } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Check, Field, TextArea } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { path, roomKeys } from "../router.ts";
import { core } from "../state.ts";
import { answerCodes, askingIn, checkAsking, forgetAsking, writeAsking } from "./asking.ts";
import { RoomFrame } from "./outside.tsx";
import { namesOf } from "./words.ts";

interface AskProps {
  readonly seen: RoomSeen;
  readonly onLeft: () => void;
  readonly onAsked: () => void;
}

export function Ask({ seen: { id, face }, onLeft, onAsked }: AskProps) {
  const asking = askingIn(id);
  const { name, answers, known } = asking;
  const names = namesOf(face);
  const suggest = async () => writeAsking(id, { name: await core.suggestPseudonym() });
  const answer = (i: number, typed: string) => writeAsking(id, { answers: face.questions.map((_, at) => (at === i ? typed : askingIn(id).answers[at] ?? "")) });
  const run = async () => {
    checkAsking(face, asking);
    await core.askEntry(id, { name: name.trim(), answers: face.questions.map((_, i) => (answers[i] ?? "").trim()) }, roomKeys.value[path.value]);
    forgetAsking(id);
    onAsked();
  };
  return <RoomFrame title={face.title}>
    <p class="lead">{t("room-ask-lead", { names })}</p>
    <Form submit={t("room-ask-submit")} run={run} aside={<button type="button" class="button button-quiet" onClick={onLeft}>{t("back")}</button>}>
      <Field label={t("room-name")} hint={t("room-name-hint")} codes={["room_name_invalid"]} maxLength={MAX_ROOM_NAME_LENGTH} value={name} onValue={(typed) => writeAsking(id, { name: typed })}>
        <p class="actions"><button type="button" class="button button-quiet button-small" onClick={() => void suggest()}>{t("other-name")}</button></p>
      </Field>
      {face.questions.length > 0 && <section class="start-sealed" aria-labelledby="card-heading">
        <h2 id="card-heading" class="h3">{t("room-card-title")}</h2>
        <p>{t("room-card-text", { names })}</p>
        {face.questions.map(({ label, required }, i) => <TextArea key={i} label={label} optional={!required} rows={3} codes={answerCodes(required, answers[i])}
          value={answers[i] ?? ""} onValue={(typed) => answer(i, typed)} />)}
        <Check label={t("room-card-known", { names })} codes={["room_readers_unknown"]} checked={known} onChecked={(on) => writeAsking(id, { known: on })} />
      </section>}
    </Form>
  </RoomFrame>;
}
