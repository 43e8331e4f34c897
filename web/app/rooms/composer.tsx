/**
 * Where one writes in a room: to everybody, or to those who lead it alone. What
 * is typed is kept on the device until it is sent.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { MAX_MESSAGE_LENGTH, MAX_ROOM_TEXT, type RoomMessage, type RoomPerson, type RoomView } from "../../core/api.ts";
import { useDraft } from "../conversation/draft.ts";
import { Menu } from "../conversation/message_menu.tsx";
import { errorText, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { connection, core } from "../state.ts";
import { HandChoice } from "./hand.tsx";
import { begunIn, mentionsIn } from "./mentions.ts";
import { Offered } from "./offered.tsx";
import { SlowHint } from "./slow.tsx";
import { brief } from "./words_of.tsx";

interface ComposerProps {
  readonly view: RoomView;
  /** The message that is answered. */
  readonly answered: RoomMessage | undefined;
  readonly onAnswered: (item: RoomMessage | undefined) => void;
  /** Only those who lead the room read it: chosen, or all there is while one may not write to everybody. */
  readonly confided: boolean;
  readonly onConfided: (on: boolean) => void;
}

/** On a screen that is touched, Enter begins a line, as everywhere there. */
const hasKeyboard = matchMedia("(pointer: fine)").matches;

export function Composer(props: ComposerProps) {
  return <Fetched from={() => core.roomDraft(props.view.id)}>{(draft) => <Field {...props} draft={draft} />}</Fetched>;
}

function Field({ view, answered, onAnswered, confided, onConfided, draft }: ComposerProps & { readonly draft: string }) {
  const { id, people, me } = view;
  const { text, write, sending } = useDraft(draft, (next) => core.saveRoomDraft(id, next));
  /** What the words are about; undefined while there is no warning. */
  const [warning, setWarning] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState("");
  const [caret, setCaret] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => { if (hasKeyboard) field.current?.focus({ preventScroll: true }); }, []);
  useEffect(() => { if (answered) field.current?.focus(); }, [answered]);
  const others = people.filter((each) => each.id !== me);
  const begun = confided ? undefined : begunIn(text.slice(0, caret), others);

  const send = async () => {
    field.current?.focus();
    if (text.trim() === "") return;
    setFailure("");
    const mentions = mentionsIn(text, others);
    const about = warning?.trim();
    const more = { ...(answered ? { reply: answered.id } : {}), ...(about ? { warning: about } : {}), ...(mentions.length > 0 ? { mentions } : {}) };
    onAnswered(undefined);
    setWarning(undefined);
    const refused = await sending(text, () => (confided ? core.whisperToModerators(id, text) : core.sayInRoom(id, text, more)));
    if (!refused) return;
    setFailure(refused);
    onAnswered(answered);
    setWarning(warning);
  };
  const onTyped = (typed: string) => {
    write(typed);
    if (typed.trim() !== "" && !confided) void core.typeInRoom(id).catch(() => undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing || event.shiftKey) return;
    if (!hasKeyboard && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    void send();
  };
  const speakTo = ({ name }: RoomPerson) => {
    const writing = field.current;
    if (!writing || !begun) return;
    writing.focus();
    writing.setRangeText(`@${name} `, caret - begun.typed.length - 1, caret, "end");
    setCaret(writing.selectionStart);
    write(writing.value);
  };
  const label = t(confided ? "room-composer-confided" : "room-composer");
  return <form class={confided ? "composer composer-confided" : "composer"} onSubmit={(event) => { event.preventDefault(); void send(); }}>
    <div role="alert">{failure && <p class="notice notice-danger">{errorText(failure)}</p>}</div>
    {confided && <div class="answered">
      <p class="quote" role="status"><span class="quote-who">{t("room-confiding")}</span></p>
      {view.silence === undefined && <button type="button" class="button button-quiet button-small" onClick={() => { onConfided(false); field.current?.focus(); }}>{t("room-to-everybody")}</button>}
    </div>}
    {!confided && answered && <Answered item={answered} onLeft={() => { onAnswered(undefined); field.current?.focus(); }} />}
    {!confided && warning !== undefined && <Warning warning={warning} onWarning={setWarning} />}
    {begun && <Offered who={begun.who} onChosen={speakTo} />}
    <div class="composer-row">
      <Menu label={t("room-more")} class="composer-more" path="M12 5v14M5 12h14">{(close) => <>
        {!confided && warning === undefined && <button type="button" onClick={() => { close(); setWarning(""); }}>{t("room-warn")}</button>}
        {!view.moderates && !confided && <button type="button" onClick={() => { close(); onConfided(true); field.current?.focus(); }}>{t("room-confide")}</button>}
        {!view.moderates && <HandChoice view={view} onChosen={close} />}
      </>}</Menu>
      <label class="visually-hidden" for="composer">{label}</label>
      <textarea id="composer" ref={field} value={text} autocomplete="off" placeholder={label} rows={Math.min(6, text.split("\n").length)} dir="auto" enterkeyhint={hasKeyboard ? "send" : "enter"}
        aria-describedby="composer-hint" aria-invalid={text.length > MAX_MESSAGE_LENGTH ? true : undefined} onKeyDown={onKeyDown}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onInput={(event) => { setFailure(""); setCaret(event.currentTarget.selectionStart); onTyped(event.currentTarget.value); }} />
      <button type="submit" class="button composer-send" aria-label={t("send")}><svg class="turns" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 12l16-8-6 16-3-7z" /></svg></button>
    </div>
    <p id="composer-hint" class="composer-hint" role="status"><Hint over={text.length - MAX_MESSAGE_LENGTH} view={view} confided={confided} /></p>
  </form>;
}

/** The one thing worth knowing just now. */
function Hint({ over, view, confided }: { readonly over: number; readonly view: RoomView; readonly confided: boolean }) {
  if (over > 0) return <strong class="field-error">{t("composer-too-long", { over })}</strong>;
  if (connection.value === "offline") return <>{t("composer-offline")}</>;
  if (!confided && view.slowUntil !== undefined) return <SlowHint until={view.slowUntil} />;
  if (!confided && !view.moderates && (view.conduct.review || view.people.some(({ id, held }) => id === view.me && held))) return <>{t("room-reviewed")}</>;
  return hasKeyboard ? <>{t("composer-keys")}</> : null;
}

function Warning({ warning, onWarning }: { readonly warning: string; readonly onWarning: (warning: string | undefined) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return <div class="answered">
    <label class="room-warning-field"><span>{t("room-about-words")}</span>
      <input ref={field} type="text" value={warning} maxLength={MAX_ROOM_TEXT.warning} autocomplete="off" dir="auto" placeholder={t("room-warn-example")} onInput={(event) => onWarning(event.currentTarget.value)} /></label>
    <button type="button" class="icon-button" aria-label={t("room-warn-not")} onClick={() => onWarning(undefined)}>×</button>
  </div>;
}

function Answered({ item, onLeft }: { readonly item: RoomMessage; readonly onLeft: () => void }) {
  return <div class="answered">
    <p class="quote">
      <span class="quote-who">{item.mine ? t("answering-me") : t("answering", { name: item.name })}</span>
      <span class="quote-text"><bdi>{brief(item)}</bdi></span>
    </p>
    <button type="button" class="icon-button" aria-label={t("answering-leave")} onClick={onLeft}>×</button>
  </div>;
}
