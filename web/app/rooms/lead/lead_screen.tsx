/** Leading a room on a screen of its own, where there is no place beside the room. */
import type { Id } from "../../../core/api.ts";
import { t } from "../../i18n.ts";
import { Fetched } from "../../kit/fetched.tsx";
import { Link } from "../../kit/link.tsx";
import { Empty, Screen } from "../../kit/screen.tsx";
import { findRoom, ledRoom } from "./led.ts";
import { Panel } from "./panel.tsx";
import { type Part, roomPath } from "./parts.ts";

export function LeadScreen({ id, part }: { readonly id: Id; readonly part: Part | undefined }) {
  // The window's title can be read from afar: the name of the room is on the screen alone.
  return <Screen title={t("lead-screen-title")} lead={ledRoom(id)?.face.title} back={{ to: roomPath(id), text: t("lead-to-room") }}>
    <Fetched from={() => findRoom(id)}>{(found) => (found
      ? <Panel room={ledRoom(id) ?? found} part={part} />
      : <Empty title={t("lead-none-title")} text={t("lead-none-text")}><Link class="button" to="/app/rooms">{t("lead-rooms")}</Link></Empty>)}</Fetched>
  </Screen>;
}
