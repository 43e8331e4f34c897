/** The closing ritual: what shall we keep for next time? Who wants may skip it. */
import { type ConversationView, type LiveSession, MAX_KEPT_LENGTH } from "../../core/api.ts";
import { draftOf } from "../drafts.ts";
import { t } from "../i18n.ts";
import { TextArea } from "../kit/fields.tsx";
import { Action, Form } from "../kit/form.tsx";
import { useTitle } from "../kit/screen.tsx";
import { core } from "../state.ts";
import { KeptWords } from "./kept_part.tsx";
import { steppedOut } from "./sitting.ts";

const written = draftOf<{ readonly session: string; readonly text: string }>();

export function Closing({ view, live }: { readonly view: ConversationView; readonly live: LiveSession }) {
  const heading = useTitle(t("conversation-title"));
  const { id, peer: { displayName: name } } = view.summary;
  const theirs = view.kept.find((each) => each.session === live.id);
  const text = written.value?.session === live.id ? written.value.text : "";
  const keep = async (words: string) => {
    await core.keepForNextTime(id, live.id, words);
    written.value = undefined;
  };
  return <div class="live-closing">
    <h1 id="talk-with" tabIndex={-1} ref={heading}>{t("live-closing-title")}</h1>
    <p class="lead">{t("live-closing-text", { name })}</p>
    {theirs && <KeptWords kept={theirs} name={name} />}
    <Form submit={t("live-keep")} run={() => (text.trim() === "" ? Promise.reject({ code: "kept_empty" }) : keep(text))}
      aside={<><Action run={() => keep("")}>{t("live-skip")}</Action><button type="button" class="button button-quiet" onClick={() => { steppedOut.value = live.id; }}>{t("live-later")}</button></>}>
      <TextArea label={t("live-keep-label")} hint={t("live-keep-hint", { name })} rows={5} maxLength={MAX_KEPT_LENGTH} codes={["kept_empty", "kept_too_long"]} value={text}
        onValue={(words) => { written.value = words === "" ? undefined : { session: live.id, text: words }; }} />
    </Form>
  </div>;
}
