/** Where one writes. What is typed is kept on the device until it is sent, and after that until it arrived there. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type ConversationView, MAX_MESSAGE_LENGTH } from "../../core/api.ts";
import { errorText, t } from "../i18n.ts";
import { connection, core } from "../state.ts";
import { Answered } from "./answered.tsx";
import { useDraft } from "./draft.ts";
import { sought } from "./jump.ts";
import type { MessageItem } from "./message.tsx";
import { Phrases } from "./phrases.tsx";
import { AttachButton, Uploads, useDropped, useSending } from "./uploads.tsx";
import { canRecord } from "../voice/can_record.ts";
import { VoiceButton } from "../voice/voice_button.tsx";

/** How near to the limit it is told how much room is left. */
const ROOM_TOLD = 500;
/** On a screen that is touched, Enter begins a line, as everywhere there. */
const hasKeyboard = matchMedia("(pointer: fine)").matches;

interface ComposerProps {
  readonly view: ConversationView;
  /** The message that is answered. */
  readonly answered: MessageItem | undefined;
  readonly onAnswered: (item: MessageItem | undefined) => void;
}

export function Composer({ view, answered, onAnswered }: ComposerProps) {
  const { id, state, peer } = view.summary;
  const { text, write, sending } = useDraft(view.draft, (draft) => core.saveDraft(id, draft));
  const [failure, setFailure] = useState("");
  const attaching = useSending(id);
  const refused = failure || attaching.failure;
  const [choosing, setChoosing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => { if (hasKeyboard && !sought.value) field.current?.focus({ preventScroll: true }); }, []);
  useEffect(() => { if (answered) field.current?.focus(); }, [answered]);

  const send = async () => {
    field.current?.focus();
    if (text.trim() === "") return;
    setFailure("");
    onAnswered(undefined);
    const refused = await sending(text, () => core.send(id, text, answered?.id));
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
  const above = useDropped(field, state === "open", attaching.sendFiles);
  const insert = (phrase: string) => {
    const writing = field.current;
    if (!writing) return;
    writing.focus();
    writing.setRangeText(phrase, writing.selectionStart, writing.selectionEnd, "end");
    write(writing.value);
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = event.clipboardData?.files;
    if (state !== "open" || !files || files.length === 0) return;
    event.preventDefault();
    attaching.sendFiles(files);
  };
  const onInput = (typed: string) => {
    setFailure("");
    write(typed);
    if (typed.trim() !== "") void core.typing(id).catch(() => undefined);
  };

  const label = state === "requested" ? t(`composer-${peer.role}`, { name: peer.displayName }) : t("composer", { name: peer.displayName });
  return <><form class="composer" onSubmit={(event) => { event.preventDefault(); void send(); }}>
    <div role="alert">{refused && <p class="notice notice-danger">{errorText(refused)}</p>}</div>
    {answered && <Answered item={answered} peer={peer} onLeft={() => { onAnswered(undefined); field.current?.focus(); }} />}
    <Uploads conversation={id} />
    {above && <p class="notice notice-calm drop-here">{t("drop-here")}</p>}
    <div class="composer-row">
      {peer.role === "client" && <button type="button" class="icon-button composer-phrases" aria-label={t("phrases")} aria-haspopup="dialog" onClick={() => setChoosing(true)}><svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M5 5h14v11h-8l-4 3v-3H5zM8.5 9h7M8.5 12.5h4" /></svg></button>}
      {state === "open" && <AttachButton busy={attaching.busy} onChosen={attaching.sendFiles} />}
      <label class="visually-hidden" for="composer">{label}</label>
      <textarea id="composer" ref={field} value={text} autocomplete="off" placeholder={label} rows={Math.min(6, text.split("\n").length)} dir="auto" enterkeyhint={hasKeyboard ? "send" : "enter"}
        aria-describedby="composer-hint" aria-invalid={text.length > MAX_MESSAGE_LENGTH ? true : undefined} onPaste={onPaste} onKeyDown={onKeyDown} onInput={(event) => onInput(event.currentTarget.value)} />
      {text.trim() === "" && state === "open" && canRecord() ? <VoiceButton conversation={id} onRefused={setFailure} /> : <button type="submit" class="button composer-send" aria-label={t("send")}><svg class="turns" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 12l16-8-6 16-3-7z" /></svg></button>}
    </div>
    <p id="composer-hint" class="composer-hint" role="status"><Hint length={text.length} /></p>
  </form>
  {attaching.dialog}
  {choosing && <Phrases onChosen={insert} onClose={() => setChoosing(false)} />}</>;
}

/** The one thing worth knowing just now. */
function Hint({ length }: { readonly length: number }) {
  const room = MAX_MESSAGE_LENGTH - length;
  if (room < 0) return <strong class="field-error">{t("composer-too-long", { over: -room })}</strong>;
  if (room < ROOM_TOLD) return <>{t("composer-room", { room })}</>;
  if (connection.value === "offline") return <>{t("composer-offline")}</>;
  return hasKeyboard ? <>{t("composer-keys")}</> : null;
}
