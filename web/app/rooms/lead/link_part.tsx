/** The invitation link: who has it can ask, and nobody comes in without who leads. */
import type { RoomView } from "../../../core/api.ts";
import { QrCode } from "../../conversation/qr_code.tsx";
import { t } from "../../i18n.ts";
import { CopyButton } from "../../kit/fields.tsx";
import { Fetched } from "../../kit/fetched.tsx";
import { core } from "../../state.ts";
import { Heading, useHeading } from "./heading.tsx";
import { roomPath } from "./parts.ts";

export function LinkPart({ room }: { readonly room: RoomView }) {
  const { at } = useHeading();
  return <section>
    <Heading at={at}>{t("lead-link-title")}</Heading>
    <p>{t("lead-link-text")}</p>
    <Fetched from={() => core.roomLinkKey(room.id)}>{(key) => <>
      <p>{t(key === undefined ? "lead-link-listed" : "lead-link-unlisted")}</p>
      <p>{t("lead-link-colleague")}</p>
      <Shown link={`${location.origin}${roomPath(room.id)}${key === undefined ? "" : `#${key}`}`} />
    </>}</Fetched>
  </section>;
}

function Shown({ link }: { readonly link: string }) {
  return <div class="card lead-link">
    <p><code dir="ltr">{link}</code></p>
    <p class="actions"><CopyButton text={link} /></p>
    <QrCode text={link} label={t("lead-link-qr")} />
    <p class="hint">{t("lead-link-qr-hint")}</p>
  </div>;
}
