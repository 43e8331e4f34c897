/** The parts of leading a room, each with an address. Texts: `lead-part-<name>`. */
import type { Id } from "../../../core/api.ts";

export const PARTS = ["door", "people", "link", "settings"] as const;
export type Part = (typeof PARTS)[number];

export const roomPath = (id: Id): string => `/app/rooms/${id}`;
export const leadPath = (id: Id, part: Part): string => `${roomPath(id)}/lead/${part}`;

/** The part that an address names; undefined where it leaves that to what waits. */
export const partOf = (name: string | undefined): Part | undefined => PARTS.find((part) => part === name);
