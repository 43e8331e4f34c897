/** What waits for who leads a room: hands, words held back, reports, people at the door. */
import type { RoomItem, RoomView } from "../../../core/api.ts";
import type { Door } from "./led.ts";
import { QUEUES, type Queue } from "./parts.ts";

export type Held = Extract<RoomItem, { readonly kind: "held" }>;

export type Counts = Readonly<Record<Queue, number>>;

/** Held back, and neither passed on nor sent back yet. */
export const heldNow = ({ items }: RoomView): readonly Held[] => items.filter((item): item is Held => item.kind === "held" && item.state === "waiting" && !item.mine);

export const countsOf = (room: RoomView, { asking }: Door): Counts => ({
  hands: room.hands.length,
  held: heldNow(room).length,
  reports: room.reports.length,
  door: asking?.length ?? 0,
});

export const allOf = (counts: Counts): number => QUEUES.reduce((sum, queue) => sum + counts[queue], 0);

/** Where something waits, first what can wait least. */
export const firstWaiting = (counts: Counts): Queue | undefined => QUEUES.find((queue) => counts[queue] > 0);
