/** What is held for one purpose: in words, row by row, and what deletes it. */
import { useState } from "preact/hooks";
import type { HeldGroup, HeldStream, HeldTable } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { sizeText } from "../kit/size.ts";
import { conversations } from "../state.ts";
import { Rows } from "./rows.tsx";

/** Where what deletes a group is found; what is not named goes with the account. */
const DELETED_BY: Readonly<Record<string, "settings" | "conversations">> = {
  session: "settings", device: "settings", push: "settings", mail: "settings", login: "settings",
  conversation: "conversations", message: "conversations", ending: "conversations", attachment: "conversations",
};

export function Group({ group: { id, title, holds, purpose, readers, kept, tables } }: { readonly group: HeldGroup }) {
  const [open, setOpen] = useState(false);
  const there = tables.filter((table) => table.rows > 0);
  const rows = there.reduce((sum, table) => sum + table.rows, 0);
  return <details class="held-group" onToggle={(event) => setOpen(event.currentTarget.open)}>
    <summary><h2 class="h3">{title}</h2> <span class="quiet">{rows === 0 ? t("held-nothing") : t("held-rows", { count: rows })}</span></summary>
    <p>{holds}</p>
    <dl class="facts">
      <div><dt>{t("held-why")}</dt><dd>{purpose}</dd></div>
      <div><dt>{t("held-readers")}</dt><dd>{readers}</dd></div>
      <div><dt>{t("held-kept")}</dt><dd>{kept}</dd></div>
      <div><dt>{t("held-deleted-by")}</dt><dd><DeletedBy group={id} /></dd></div>
    </dl>
    {id === "access" && <p class="actions"><Link class="button button-quiet" to="/app/settings/access">{t("held-to-access")}</Link></p>}
    {open && there.map((table) => <TablePart key={table.name} table={table} />)}
  </details>;
}

function DeletedBy({ group }: { readonly group: string }) {
  const by = DELETED_BY[group] ?? "account";
  return <>{t(`held-delete-${by}`)} {by === "conversations" ? <Link to="/app">{t("held-to-conversations")}</Link> : <Link to="/app/settings">{t("settings-title")}</Link>}</>;
}

/** One table: its rows, or how many each conversation has and then those. */
function TablePart({ table }: { readonly table: HeldTable }) {
  return <div class="held-table">
    <h3><code dir="ltr">{table.name}</code> <span class="quiet">{t("held-rows", { count: table.rows })}</span></h3>
    {table.streams ? table.streams.map((stream) => <StreamPart key={stream.id} table={table} stream={stream} />) : <Rows table={table} />}
  </div>;
}

function StreamPart({ table, stream }: { readonly table: HeldTable; readonly stream: HeldStream }) {
  const [open, setOpen] = useState(false);
  const talk = conversations.value.find(({ id }) => id === stream.id);
  const has = t("held-rows", { count: stream.rows });
  return <details onToggle={(event) => setOpen(event.currentTarget.open)}>
    <summary>{talk ? t("held-conversation", { name: talk.peer.displayName }) : t(`held-stream-${stream.kind}`)} <span class="quiet">{stream.bytes > 0 ? `${has}, ${sizeText(stream.bytes)}` : has}</span></summary>
    {open && <Rows table={table} stream={stream.id} />}
  </details>;
}
