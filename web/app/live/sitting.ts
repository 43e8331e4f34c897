/** The live session that fills the screen. */
import { computed, signal } from "@preact/signals";
import type { Id } from "../../core/api.ts";
import { conversation } from "../state.ts";

/** The session that somebody stepped out of, to look at something else meanwhile. */
export const steppedOut = signal<Id | undefined>(undefined);

export const sitting = computed(() => {
  const live = conversation.value?.live;
  return live && live.state !== "proposed" && live.id !== steppedOut.value ? live : undefined;
});
