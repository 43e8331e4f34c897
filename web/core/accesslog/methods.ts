/** What screens ask of the access log, in whatever session there is when they ask. */
import type { AccessCore } from "../access_api.ts";
import type { Session } from "../session.ts";

export function createAccess(session: Session): AccessCore {
  const log = () => session.running().accessLog();
  return {
    accessLog: async () => (await log()).view(),
    earlierAccess: async () => (await log()).earlier(),
    answerAccess: async (id, answer) => (await log()).answer(id, answer === "mine"),
    acceptAccess: async () => (await log()).accept(),
    noteExport: async (what) => (await log()).note({ kind: "exported", what }),
  };
}
