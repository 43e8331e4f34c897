/** Somebody says that they were here before: what the practitioner's device makes of it, and what follows from vouching for them. */
import { useState } from "preact/hooks";
import type { ConversationView, Id } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Action } from "../kit/form.tsx";
import { core } from "../state.ts";

const MOOD = { matches: "notice-calm", differs: "notice-danger", nobody: "notice-danger", "no-word": "notice-clay", "too-many": "notice-danger" } as const;

/** Practitioner: in a request, and among the details of what became of it. */
export function ReturningPart({ view }: { readonly view: ConversationView }) {
  const [asking, setAsking] = useState<"vouch" | "share" | undefined>(undefined);
  const { summary: { id, peer, state }, returning, vouched } = view;
  if (!returning) return null;
  const { check, attempts, former } = returning;
  const close = () => setAsking(undefined);
  return <section class="returning" aria-labelledby="returning-heading">
    <h3 id="returning-heading">{t("returning-title")}</h3>
    <p>{t("returning-says", { name: returning.name })}</p>
    <p class={`notice ${MOOD[check]}`} role="status">{t(`returning-${check}`, { name: returning.name })}</p>
    <p class="quiet">{t("returning-attempts", { count: attempts })} {t("returning-voice")}</p>
    {vouched
      ? <>
        <p role="status"><span class="badge badge-good">{t("returning-vouched")}</span></p>
        {state === "open" && former && <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking("share")}>{t("returning-share")}</button></p>}
      </>
      : former && <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking("vouch")}>{t("returning-vouch")}</button></p>}
    {asking === "vouch" && <Confirm title={t("returning-vouch")} text={t("returning-vouch-text", { name: peer.displayName })} submit={t("returning-vouch")} run={() => core.vouch(id)} onClose={close} />}
    {asking === "share" && former && <Confirm title={t("returning-share")} text={t("returning-share-text", { name: peer.displayName })} submit={t("returning-share")} run={() => share(former, id)} onClose={close} />}
  </section>;
}

/** Sends what was said in the former conversation as a file into the new one. */
async function share(former: Id, id: Id): Promise<void> {
  // Rarely needed, so loaded only now.
  const { archiveOf } = await import("../export/archive.ts");
  const exported = await core.exported(former);
  const fetch = (message: Id): Promise<Blob> => core.attachment(former, message);
  const content = await archiveOf({ exported, withFiles: true, fetch, tell: () => undefined, given: new AbortController().signal });
  await core.sendFile(id, { name: `alcove-${new Date(exported.at).toISOString().slice(0, 10)}.zip`, type: "application/zip", content });
}

/** Stands above what is said where somebody may have to object, or did. */
export function Continued({ view }: { readonly view: ConversationView }) {
  const { summary: { id, peer }, continued, vouched } = view;
  if (vouched?.objected) return <div class="notice notice-danger" role="alert"><p>{t("returning-objected", { name: peer.displayName })}</p></div>;
  if (!continued || peer.role !== "practitioner") return null;
  if (continued.objected) return <div class="notice notice-calm" role="status"><p>{t("continued-objected", { name: peer.displayName })}</p></div>;
  return <div class="notice notice-danger" role="alert">
    <p>{t("continued-text", { name: peer.displayName })}</p>
    <p class="actions"><Action kind="primary" run={() => core.objectToVouching(id)}>{t("continued-object")}</Action></p>
  </div>;
}
