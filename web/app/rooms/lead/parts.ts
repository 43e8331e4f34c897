/** The parts of leading a room, each with an address. Texts: `lead-part-<name>`. */
import type { Id } from "../../../core/api.ts";

/** Where somebody waits for who leads, by how long they can wait. */
export const QUEUES = ["hands", "held", "reports", "whispers", "door"] as const;
export type Queue = (typeof QUEUES)[number];
export const PARTS = [...QUEUES, "people", "talk", "after", "link", "settings"] as const;
export type Part = (typeof PARTS)[number];

export const roomPath = (id: Id): string => `/app/rooms/${id}`;
export const leadPath = (id: Id, part: Part): string => `${roomPath(id)}/lead/${part}`;

/** The part that an address names; undefined where it leaves that to what waits. */
export function partOf(address: string): Part | undefined {
  const [, , , , , name] = address.split("/");
  return PARTS.find((part) => part === name);
}

export const isQueue = (part: Part): part is Queue => (QUEUES as readonly Part[]).includes(part);
