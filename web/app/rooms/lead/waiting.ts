/** What waits for who leads a room: hands, words held back, reports, whispers, people at the door. */
import type { Id, RoomItem, RoomView } from "../../../core/api.ts";
import type { Door } from "./led.ts";
import { QUEUES, type Queue } from "./parts.ts";

export type Held = Extract<RoomItem, { readonly kind: "held" }>;
export type Whisper = Extract<RoomItem, { readonly kind: "whisper" }>;

/** What one member and those who lead whispered to each other, oldest first. */
export interface Whispers {
  readonly member: Id;
  readonly name: string;
  readonly said: readonly Whisper[];
  /** The member spoke last. */
  readonly open: boolean;
}

export type Counts = Readonly<Record<Queue, number>>;

/** Held back, and neither passed on nor sent back yet. */
export const heldNow = ({ items }: RoomView): readonly Held[] => items.filter((item): item is Held => item.kind === "held" && item.state === "waiting" && !item.mine);

/** Those who wait for an answer first, then by who spoke last. */
export function whispersOf({ items }: RoomView): readonly Whispers[] {
  const threads = new Map<Id, Whisper[]>();
  for (const item of items) {
    if (item.kind !== "whisper") continue;
    const member = item.moderates ? item.to ?? item.from : item.from;
    threads.set(member, [...(threads.get(member) ?? []), item]);
  }
  return [...threads].map(([member, said]): Whispers => {
    const last = said.at(-1);
    return { member, name: said.find(({ from }) => from === member)?.name ?? last?.toName ?? "", said, open: last?.moderates === false };
  }).sort((a, b) => Number(b.open) - Number(a.open) || (b.said.at(-1)?.seq ?? 0) - (a.said.at(-1)?.seq ?? 0));
}

export const countsOf = (room: RoomView, { asking }: Door): Counts => ({
  hands: room.hands.length,
  held: heldNow(room).length,
  whispers: whispersOf(room).filter(({ open }) => open).length,
  reports: room.reports.length,
  door: asking?.length ?? 0,
});

export const allOf = (counts: Counts): number => QUEUES.reduce((sum, queue) => sum + counts[queue], 0);

/** Where something waits, first what can wait least. */
export const firstWaiting = (counts: Counts): Queue | undefined => QUEUES.find((queue) => counts[queue] > 0);
