/** What is asked before a message is changed, and what it said before. */
import { useState } from "preact/hooks";
import { dateText, t, timeText } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Dialog } from "../kit/dialog.tsx";
import { Field, TextArea } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { Linked } from "../kit/linked.tsx";
import { core } from "../state.ts";
import type { MessageItem, Talking } from "./message.tsx";

export type Asked = "edit" | "take-back" | "react" | "wordings";

interface DialogProps {
  readonly item: MessageItem;
  readonly talking: Talking;
  readonly onClose: () => void;
}

export function MessageDialog({ asked, ...props }: DialogProps & { readonly asked: Asked }) {
  const { item, talking, onClose } = props;
  switch (asked) {
    case "edit": return <Edit {...props} />;
    case "react": return <React {...props} />;
    case "wordings": return <Wordings {...props} />;
    case "take-back": return <Confirm title={t("take-back-title")} text={t("take-back-text", { name: talking.peer.displayName })} submit={t("take-back")} run={() => core.takeBack(talking.id, item.id)} onClose={onClose} />;
  }
}

function Edit({ item, talking, onClose }: DialogProps) {
  const [text, setText] = useState(item.text);
  return <Dialog title={t("edit-title")} onClose={onClose}>
    <Form submit={t("edit-submit")} run={async () => { await core.edit(talking.id, item.id, text); onClose(); }} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <TextArea label={t("edit-words")} hint={t("edit-hint", { name: talking.peer.displayName })} rows={6} value={text} onValue={setText} codes={["message_empty", "message_too_long"]} />
    </Form>
  </Dialog>;
}

function React({ item, talking, onClose }: DialogProps) {
  const [emoji, setEmoji] = useState("");
  return <Dialog title={t("react-other-title")} onClose={onClose}>
    <Form submit={t("react-submit")} run={async () => { await core.react(talking.id, item.id, emoji.trim(), true); onClose(); }} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <Field label={t("react-field")} hint={t("react-hint")} value={emoji} onValue={setEmoji} codes={["reaction_invalid"]} />
    </Form>
  </Dialog>;
}

function Wordings({ item, onClose }: DialogProps) {
  const wordings = [...(item.earlier ?? []), { text: item.text, at: item.editedAt ?? item.at }];
  return <Dialog title={t("wordings-title")} onClose={onClose}>
    <ol class="wordings">{wordings.map(({ text, at }, i) => <li key={i}>
      <p class="quiet"><time dateTime={new Date(at).toISOString()}>{t("wording-at", { date: dateText(at), time: timeText(at) })}</time>{i === wordings.length - 1 && ` · ${t("wording-now")}`}</p>
      <p class="written" dir="auto"><Linked text={text} /></p>
    </li>)}</ol>
  </Dialog>;
}
