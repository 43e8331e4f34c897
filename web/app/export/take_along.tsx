/** Taking a conversation along as a file. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ExportedConversation, ExportLock, Id } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { type Choice, NO_CHOICE, PassphraseChoice } from "../entry/passphrase_choice.tsx";
import { Dialog } from "../kit/dialog.tsx";
import { Check, Field, Radios } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { sizeText } from "../kit/size.ts";
import { core, downloads } from "../state.ts";

const WAYS = ["passphrase", "recipient", "plain"] as const;
type Way = (typeof WAYS)[number];

/** What is taken along. `files`: whether there are any besides the words. */
export interface Source {
  readonly exported: () => Promise<ExportedConversation>;
  readonly files: boolean;
}

export function TakeAlongPart({ source }: { readonly source: Source }) {
  const [asking, setAsking] = useState(false);
  return <section aria-labelledby="take-along-heading">
    <h3 id="take-along-heading">{t("take-along-title")}</h3>
    <p>{t("take-along-text")}</p>
    <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking(true)}>{t("take-along")}</button></p>
    {asking && <TakeAlong source={source} onClose={() => setAsking(false)} />}
  </section>;
}

/** A file that is being fetched: so much was taken before it, of so much. */
interface Fetched { readonly message: Id; readonly bytes: number; readonly total: number; readonly size: number }

function TakeAlong({ source, onClose }: { readonly source: Source; readonly onClose: () => void }) {
  const [way, setWay] = useState<Way>("passphrase");
  const [choice, setChoice] = useState<Choice>(NO_CHOICE);
  const [recipient, setRecipient] = useState("");
  const [known, setKnown] = useState(false);
  const [withFiles, setWithFiles] = useState(source.files);
  const [fetched, setFetched] = useState<Fetched | undefined>(undefined);
  const given = useRef<AbortController | undefined>(undefined);
  const fetching = useRef<Id | undefined>(undefined);
  const cancel = () => {
    given.current?.abort();
    if (fetching.current) void core.cancelAttachment(fetching.current);
  };
  useEffect(() => cancel, []);
  const run = async () => {
    if (way === "plain" && !known) throw { code: "plain_not_confirmed" };
    const lock: ExportLock | undefined = way === "plain" ? undefined : way === "passphrase" ? { passphrase: choice.value } : { recipient };
    // Before everything is fetched, not after.
    if (lock) await core.checkLock(lock);
    // Rarely needed, so loaded only now.
    const { archiveOf, fileItems, save } = await import("./archive.ts");
    const exported = await source.exported();
    const sizes = new Map(fileItems(exported.view.items).map((item) => [item.id, item.file.size]));
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const { signal } = (given.current = new AbortController());
    const tell = (message: Id, bytes: number) => {
      fetching.current = message;
      setFetched({ message, bytes, total, size: sizes.get(message) ?? 0 });
    };
    try {
      const archive = await archiveOf({ exported, withFiles, fetch: (message) => core.attachment(exported.view.summary.id, message), tell, given: signal });
      setFetched(undefined);
      const locked = lock ? await core.lockExport(archive, lock) : archive;
      if (signal.aborted) throw { code: "cancelled" };
      save(locked, `alcove-${new Date(exported.at).toISOString().slice(0, 10)}.zip${lock ? ".age" : ""}`);
    } finally {
      fetching.current = undefined;
      setFetched(undefined);
    }
  };
  return <Dialog title={t("take-along")} onClose={onClose}>
    <Form submit={t("take-along-submit")} run={run} busyText={t("take-along-busy")} doneText={t("take-along-done")}
      aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("close")}</button>}>
      {source.files && <Check label={t("take-along-files")} hint={t("take-along-files-hint")} checked={withFiles} onChecked={setWithFiles} />}
      <Radios legend={t("take-along-lock")} value={way} onValue={(value) => setWay(value as Way)}
        options={WAYS.map((value) => ({ value, text: t(`take-along-${value}`), hint: t(`take-along-${value}-hint`) }))} />
      {way === "passphrase" && <PassphraseChoice choice={choice} onChoice={setChoice} />}
      {way === "recipient" && <Field mono label={t("take-along-recipient-field")} codes={["recipient_invalid"]} value={recipient} onValue={setRecipient} />}
      {way === "plain" && <div class="notice notice-danger">
        <p>{t("take-along-plain-warning")}</p>
        <Check label={t("take-along-plain-known")} codes={["plain_not_confirmed"]} checked={known} onChecked={setKnown} />
      </div>}
      {fetched && <FetchedPart fetched={fetched} onCancel={cancel} />}
    </Form>
  </Dialog>;
}

function FetchedPart({ fetched, onCancel }: { readonly fetched: Fetched; readonly onCancel: () => void }) {
  const { message, bytes, total, size } = fetched;
  const one = downloads.value.find((each) => each.message === message);
  const so = bytes + (one ? (size * one.done) / one.total : 0);
  return <p class="fetching">
    <progress value={so} max={total} aria-label={t("take-along-progress")} />
    <span class="quiet">{t("take-along-so-far", { so: sizeText(so), total: sizeText(total) })}</span>
    <button type="button" class="button button-quiet button-small" onClick={onCancel}>{t("cancel")}</button>
  </p>;
}
