/** Where one writes in a room. What is typed is kept on the device until it is sent. */
import { useEffect, useRef, useState } from "preact/hooks";
import { MAX_MESSAGE_LENGTH, type RoomMessage, type RoomView } from "../../core/api.ts";
import { useDraft } from "../conversation/draft.ts";
import { errorText, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { connection, core } from "../state.ts";

interface ComposerProps {
  readonly view: RoomView;
  /** The message that is answered. */
  readonly answered: RoomMessage | undefined;
  readonly onAnswered: (item: RoomMessage | undefined) => void;
}

/** On a screen that is touched, Enter begins a line, as everywhere there. */
const hasKeyboard = matchMedia("(pointer: fine)").matches;

export function Composer(props: ComposerProps) {
  return <Fetched from={() => core.roomDraft(props.view.id)}>{(draft) => <Field {...props} draft={draft} />}</Fetched>;
}

function Field({ view: { id }, answered, onAnswered, draft }: ComposerProps & { readonly draft: string }) {
  const { text, write, sending } = useDraft(draft, (next) => core.saveRoomDraft(id, next));
  const [failure, setFailure] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => { if (hasKeyboard) field.current?.focus({ preventScroll: true }); }, []);
  useEffect(() => { if (answered) field.current?.focus(); }, [answered]);

  const send = async () => {
    field.current?.focus();
    if (text.trim() === "") return;
    setFailure("");
    onAnswered(undefined);
    const refused = await sending(text, () => core.sayInRoom(id, text, answered ? { reply: answered.id } : {}));
    if (!refused) return;
    setFailure(refused);
    onAnswered(answered);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing || event.shiftKey) return;
    if (!hasKeyboard && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    void send();
  };
  const label = t("room-composer");
  return <form class="composer" onSubmit={(event) => { event.preventDefault(); void send(); }}>
    <div role="alert">{failure && <p class="notice notice-danger">{errorText(failure)}</p>}</div>
    {answered && <Answered item={answered} onLeft={() => { onAnswered(undefined); field.current?.focus(); }} />}
    <div class="composer-row">
      <label class="visually-hidden" for="composer">{label}</label>
      <textarea id="composer" ref={field} value={text} autocomplete="off" placeholder={label} rows={Math.min(6, text.split("\n").length)} dir="auto" enterkeyhint={hasKeyboard ? "send" : "enter"}
        aria-describedby="composer-hint" aria-invalid={text.length > MAX_MESSAGE_LENGTH ? true : undefined} onKeyDown={onKeyDown} onInput={(event) => { setFailure(""); write(event.currentTarget.value); }} />
      <button type="submit" class="button composer-send" aria-label={t("send")}><svg class="turns" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 12l16-8-6 16-3-7z" /></svg></button>
    </div>
    <p id="composer-hint" class="composer-hint" role="status"><Hint over={text.length - MAX_MESSAGE_LENGTH} /></p>
  </form>;
}

/** The one thing worth knowing just now. */
function Hint({ over }: { readonly over: number }) {
  if (over > 0) return <strong class="field-error">{t("composer-too-long", { over })}</strong>;
  if (connection.value === "offline") return <>{t("composer-offline")}</>;
  return hasKeyboard ? <>{t("composer-keys")}</> : null;
}

function Answered({ item, onLeft }: { readonly item: RoomMessage; readonly onLeft: () => void }) {
  return <div class="answered">
    <p class="quote">
      <span class="quote-who">{item.mine ? t("answering-me") : t("answering", { name: item.name })}</span>
      <span class="quote-text"><bdi>{item.text}</bdi></span>
    </p>
    <button type="button" class="icon-button" aria-label={t("answering-leave")} onClick={onLeft}>×</button>
  </div>;
}
