/** The intake card: the client's own, and as the practitioner may see it. */
import { useEffect, useState } from "preact/hooks";
import type { ConversationSummary, IntakeView, SealedContent, SealedPart } from "../../core/api.ts";
import { dateText, t, timeText } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { TextArea } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";
import { IntakeFacts, SEALED_PARTS } from "./intake_facts.tsx";

interface IntakeProps {
  readonly summary: ConversationSummary;
  readonly intake: IntakeView;
}

export function ClientIntake({ summary, intake }: IntakeProps) {
  const [own, setOwn] = useState<SealedContent>({});
  useEffect(() => { void core.ownSealed(summary.id).then(setOwn, () => undefined); }, [summary.id]);
  const name = summary.peer.displayName;
  return <section aria-labelledby="intake-heading">
    <h3 id="intake-heading">{t("intake-title-own")}</h3>
    <IntakeFacts intake={intake} />
    {SEALED_PARTS.filter((part) => intake.sealed[part]).map((part) => <div key={part} class="sealed">
      <h4>{t(`sealed-${part}`)}</h4>
      <Content content={own} part={part} />
      <Openings intake={intake} part={part} none={t("sealed-not-opened", { name })} />
    </div>)}
  </section>;
}

export function PractitionerIntake({ summary, intake }: IntakeProps) {
  const [opened, setOpened] = useState<SealedContent>({});
  const [asking, setAsking] = useState<SealedPart | undefined>(undefined);
  const name = summary.peer.displayName;
  return <section aria-labelledby="intake-heading">
    <h3 id="intake-heading">{t("intake-title")}</h3>
    <IntakeFacts intake={intake} />
    {SEALED_PARTS.filter((part) => intake.sealed[part]).map((part) => <div key={part} class="sealed">
      <h4>{t(`sealed-${part}`)}</h4>
      {opened[part] === undefined
        ? <p class="actions"><button type="button" class="button button-quiet button-small" onClick={() => setAsking(part)}>{t(`sealed-open-${part}`)}</button></p>
        : <div role="status"><Content content={opened} part={part} /></div>}
      <Openings intake={intake} part={part} none={t("sealed-not-opened-yet")} />
    </div>)}
    {asking && <OpenSealed id={summary.id} name={name} part={asking} onClose={() => setAsking(undefined)} onOpened={(content) => setOpened({ ...opened, ...content })} />}
  </section>;
}

function OpenSealed({ id, name, part, onOpened, onClose }: { readonly id: string; readonly name: string; readonly part: SealedPart; readonly onOpened: (content: SealedContent) => void; readonly onClose: () => void }) {
  const [reason, setReason] = useState("");
  const run = async () => {
    onOpened(await core.openSealed(id, part, reason));
    onClose();
  };
  return <Dialog title={t(`sealed-open-${part}`)} onClose={onClose}>
    <p>{t("sealed-open-text", { name })}</p>
    <Form submit={t("sealed-open-submit")} run={run} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <TextArea label={t("sealed-open-reason")} rows={3} value={reason} onValue={setReason} codes={["reason_missing", "reason_too_long"]} />
    </Form>
  </Dialog>;
}

function Content({ content, part }: { readonly content: SealedContent; readonly part: SealedPart }) {
  if (part === "medical") return <p class="written sealed-content" dir="auto">{content.medical}</p>;
  const { realName = "", emergencyContact = "" } = content.contact ?? {};
  return <dl class="facts sealed-content">
    {realName && <div><dt>{t("intake-real-name")}</dt><dd><bdi>{realName}</bdi></dd></div>}
    {emergencyContact && <div><dt>{t("intake-emergency-contact")}</dt><dd class="written" dir="auto">{emergencyContact}</dd></div>}
  </dl>;
}

/** When a part was opened, and why. */
function Openings({ intake, part, none }: { readonly intake: IntakeView; readonly part: SealedPart; readonly none: string }) {
  const openings = intake.opened.filter((opening) => opening.part === part);
  if (openings.length === 0) return <p class="quiet">{none}</p>;
  return <ul class="openings">{openings.map(({ at, reason }) => <li key={at}>{t("sealed-opened-on", { date: dateText(at), time: timeText(at) })} <q class="written" dir="auto">{reason}</q></li>)}</ul>;
}
