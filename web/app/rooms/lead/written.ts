/**
 * A room that is being described: kept on the device by the core as it is typed,
 * so that it is there after the window was closed, too.
 */
import type { NewRoom } from "../../../core/api.ts";
import { keptOf } from "../../drafts.ts";
import { core } from "../../state.ts";
import { firstText } from "./room_text.ts";

const NAME = "new";

const written = keptOf<NewRoom>();
/** What is on the device, or on its way there; and whether something is. */
let kept: NewRoom | undefined;
let keeping = false;

/** What was typed so far, in this window or before; else what a room begins with. */
export async function readWritten(): Promise<NewRoom> {
  const room = written.value ?? (await readKept());
  kept = written.value = room;
  return room;
}

async function readKept(): Promise<NewRoom> {
  const first = await firstText();
  const text = await core.roomDraft(NAME);
  return text === "" ? first : { ...first, ...(JSON.parse(text) as Partial<NewRoom>) };
}

export const beingWritten = (): NewRoom | undefined => written.value;

export function write(changed: Partial<NewRoom>): void {
  if (!written.value) return;
  written.value = { ...written.value, ...changed };
  void keep();
}

/** Keeps what there is now; what was typed meanwhile is next. */
async function keep(): Promise<void> {
  if (keeping || written.value === kept) return;
  keeping = true;
  kept = written.value;
  await core.saveRoomDraft(NAME, kept ? JSON.stringify(kept) : "").catch(() => undefined);
  keeping = false;
  await keep();
}

/** Nothing is written any more, because it was made. */
export async function forgetWritten(): Promise<void> {
  written.value = undefined;
  await keep();
}
