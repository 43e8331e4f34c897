/** A sealed record as it is listed and read: the conversation as it was, to be looked at only. */
import type { ExportedConversation, Id, RecordSummary, TimelineItem } from "../api.ts";
import { toHex } from "../bytes.ts";
import type { CoreContext, VaultContents } from "../context.ts";
import { CoreError } from "../errors.ts";
import { type Folded, fold, type Parties } from "./fold.ts";
import type { History } from "./history.ts";
import { keptWords } from "./live_view.ts";
import { oneLine } from "./one_line.ts";
import { recordOf } from "./record.ts";
import { openRecord } from "./recording.ts";

/** The records whose key is in the vault; those that have no end yet first, then those that end last. */
export function recordsOf({ records = {} }: VaultContents, folded: (id: Id) => Folded | undefined): readonly RecordSummary[] {
  const lasting = ({ until = Number.POSITIVE_INFINITY }: RecordSummary): number => until;
  return Object.entries(records)
    .filter(([, { identity, upTo }]) => identity !== "" && upTo > 0)
    .map(([conversation, { name, until }]): RecordSummary => {
      const here = folded(conversation);
      return { conversation, name: oneLine(name), years: (here && recordOf(here)?.years) ?? 0, ...(until === undefined ? {} : { until }) };
    })
    .sort((a, b) => (lasting(a) === lasting(b) ? a.name.localeCompare(b.name) : lasting(b) - lasting(a)));
}

/** Opens a record; what of it cannot be opened is said at its end. */
export async function exportedRecord(ctx: CoreContext, history: History, id: Id): Promise<ExportedConversation> {
  const { records = {}, conversations } = ctx.vault.read();
  const record = records[id];
  if (!record || record.identity === "") throw new CoreError("conversation_not_found");
  const { entries, whole } = await openRecord(ctx, history, id);
  const me = toHex(ctx.accountId);
  const client = conversations[id]?.peer.accountId ?? "";
  const parties: Parties = { me, client, practitioner: me };
  const folded = fold(entries, parties);
  const shown = folded.items.flatMap((item): TimelineItem[] => {
    if (item.kind === "security") return [];
    if (item.kind === "notice") return [item];
    const { goesAt: _, ...message } = item;
    return [message];
  });
  const at = ctx.now();
  const missing: TimelineItem[] = whole ? [] : [{ kind: "security", id: `${id}-damaged`, seq: folded.lastSeq, at, event: { code: "missing-record" } }];
  return {
    at,
    own: {},
    view: {
      summary: {
        id, peer: { accountId: client, displayName: oneLine(record.name), role: "client" }, state: folded.state,
        unread: 0, preview: "", lastAt: folded.items.at(-1)?.at ?? 0, compared: false, alerts: 0,
      },
      ...(folded.intake ? { intake: folded.intake } : {}),
      items: [...shown, ...missing],
      hasEarlier: false, hasLater: false, peerTyping: false, draft: "", codeWord: {}, canWrite: false,
      kept: keptWords(folded.live, me), keeping: folded.keeping,
    },
  };
}
