/** What the screens show: snapshots the core sent last. */
import { computed, signal } from "@preact/signals";
import type { Connection, ConversationSummary, ConversationView, CoreEvent, DeviceInfo, Download, KeylogAlarm, Linking, RoomView, SessionState, Upload } from "../core/api.ts";
import { startCore } from "./core_worker.ts";
import { keepLeft, wasLeft } from "./nearby/left.ts";

export const core = startCore();
export const session = signal<SessionState | undefined>(undefined);
export const connection = signal<Connection>("connecting");
export const conversations = signal<readonly ConversationSummary[]>([]);
/** False while conversations from before may still be on their way to this browser. */
export const conversationsKnown = signal(false);
/** The conversation on the screen. */
export const conversation = signal<ConversationView | undefined>(undefined);
/** The rooms this account is in, or leads. */
export const rooms = signal<readonly RoomView[]>([]);
export const unreadInRooms = computed(() => rooms.value.reduce((sum, { unread }) => sum + unread.count, 0));
/** Whether one of them fills the window. */
export const roomOpen = signal(false);
/** Files on their way. */
export const uploads = signal<readonly Upload[]>([]);
/** Files that are fetched. */
export const downloads = signal<readonly Download[]>([]);
/** What the practice has to tell after a breach (breach/ask.ts): to be read first, put off, or nothing. */
export const told = signal<"" | "first" | "waiting">("");
/** Where the account is used. */
export const devices = signal<readonly DeviceInfo[]>([]);
/** How far one is with linking a device, here or on the other side of it. */
export const linking = signal<Linking | undefined>(undefined);
/** What does not hold of the server's key log. */
export const keylogAlarm = signal<KeylogAlarm | undefined>(undefined);
/** What of the access log waits for an answer, or does not hold. */
export const access = signal<Extract<CoreEvent, { readonly type: "access" }> | undefined>(undefined);
export const progress = signal<{ readonly task: string; readonly done: number; readonly total: number } | undefined>(undefined);
export const otherTab = signal(false);
export const startFailure = signal<string | undefined>(undefined);
export const practiceName = signal("Alcove");
export interface NewRecoveryCode {
  readonly code: string;
  readonly loginName: string;
  /** What it goes with, for password managers; present when it was just chosen. */
  readonly passphrase?: string;
  readonly after: "sign-up" | "recovery" | "settings";
}
/** Shown once and asked back before anything else is shown. */
export const newRecoveryCode = signal<NewRecoveryCode | undefined>(undefined);
export const oneTimeCodes = signal<readonly string[] | undefined>(undefined);

export const codeOf = (failure: unknown): string => {
  const code = (failure as { readonly code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : "unknown";
};

core.subscribe((event) => {
  switch (event.type) {
    case "session": session.value = event.session; break;
    case "connection": connection.value = event.connection; break;
    case "conversations":
      conversations.value = event.conversations;
      conversationsKnown.value = event.complete;
      break;
    case "devices": devices.value = event.devices; break;
    case "conversation": conversation.value = event.view; break;
    case "room": rooms.value = [...rooms.value.filter(({ id }) => id !== event.view.id), event.view]; break;
    case "uploads": uploads.value = event.uploads; break;
    case "linking": linking.value = event.linking; break;
    case "downloads": downloads.value = event.downloads; break;
    case "keylog": keylogAlarm.value = event.alarm; break;
    case "access": access.value = event; break;
    case "taken-over": otherTab.value = true; break;
    case "progress": progress.value = event; break;
  }
});

/** Nothing of an account stays on the screen after it. */
session.subscribe((now) => {
  if (now?.state === "ready") return;
  conversations.value = [];
  conversationsKnown.value = false;
  conversation.value = undefined;
  rooms.value = [];
  uploads.value = [];
  downloads.value = [];
  devices.value = [];
  keylogAlarm.value = undefined;
  access.value = undefined;
});

export async function begin(takeOver: boolean): Promise<void> {
  try {
    session.value = await (takeOver ? core.takeOver(wasLeft()) : core.start(wasLeft()));
    keepLeft(false);
    otherTab.value = false;
    startFailure.value = undefined;
  } catch (failure) {
    if (codeOf(failure) === "other_tab") otherTab.value = true;
    else startFailure.value = codeOf(failure);
    return;
  }
  await learnPracticeName();
}

export async function learnPracticeName(): Promise<void> {
  const practice = await core.practice().catch(() => undefined);
  if (practice?.name) practiceName.value = practice.name;
}
