/**
 * Whether the practice told this account something that was not read yet: asked when
 * somebody comes in, and when a connection comes back. At the start it stands before
 * everything else; what comes later only asks to be read, so that nobody is torn from
 * what they write.
 */
import { signal } from "@preact/signals";
import type { BreachNotice, Id } from "../../core/api.ts";
import { connection, core, session, told } from "../state.ts";

/** What is to be read, the newest first. */
export const unread = signal<readonly BreachNotice[]>([]);

const EVERY = 3_600_000;
/** So long after the start nothing was shown that somebody could be in the middle of. */
const AT_START = 15_000;
let asked = 0;
let began = 0;

/** `whose`: who has come in. */
export async function ask(whose: Id): Promise<void> {
  asked = Date.now();
  const found = await core.breachNotices().catch(() => { asked = 0; });
  const now = session.value;
  if (!found || now?.state !== "ready" || now.account.accountId !== whose) return;
  unread.value = found.filter(({ confirmed }) => !confirmed);
  if (unread.value.length === 0) told.value = "";
  else if (told.value === "") told.value = Date.now() - began < AT_START ? "first" : "waiting";
}

export function begin(whose: Id): void {
  began = Date.now();
  void ask(whose);
}

const again = (): void => {
  const now = session.value;
  if (now?.state === "ready" && now.account.role !== "steward" && Date.now() - asked > EVERY) void ask(now.account.accountId);
};
connection.subscribe((state) => { if (state === "online") again(); });
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") again(); });
session.subscribe((now) => {
  if (now?.state === "ready") return;
  unread.value = [];
  told.value = "";
});
