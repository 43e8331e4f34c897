/** Taking a conversation along as a file. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { AccessExport, ExportedConversation, Id } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Check } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { sizeText } from "../kit/size.ts";
import { core, downloads } from "../state.ts";
import { LockChoice, lockOf, NO_LOCK } from "./lock_choice.tsx";

/** What is taken along. `files`: whether there are any besides the words. */
export interface Source {
  /** As what the access log tells it. */
  readonly what: Extract<AccessExport, "conversation" | "record">;
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
  const [chosen, setChosen] = useState(NO_LOCK);
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
    const lock = await lockOf(chosen);
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
      // It is noted on this device before anything can fail.
      void core.noteExport(source.what).catch(() => undefined);
    } finally {
      fetching.current = undefined;
      setFetched(undefined);
    }
  };
  return <Dialog title={t("take-along")} onClose={onClose}>
    <Form submit={t("take-along-submit")} run={run} busyText={t("take-along-busy")} doneText={t("take-along-done")}
      aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("close")}</button>}>
      {source.files && <Check label={t("take-along-files")} hint={t("take-along-files-hint")} checked={withFiles} onChecked={setWithFiles} />}
      <LockChoice chosen={chosen} onChosen={setChosen} />
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
