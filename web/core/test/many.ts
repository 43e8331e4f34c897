/**
 * Many people in one room over a real server. Each has an account of its own,
 * made as any browser makes it, but for the stretching of their passphrase,
 * which is there to be slow; and of the core its rooms, which is all they use.
 */
import assert from "node:assert/strict";
import type { Id } from "../api.ts";
import { toHex } from "../bytes.ts";
import type { DeviceStore, Transport, Vault, VaultContents } from "../context.ts";
import { register } from "../credentials.ts";
import { reaching } from "../node.ts";
import { closable, createMemoryStore } from "../storage.ts";
import { createTransport } from "../transport.ts";
import { PASSPHRASE } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import { openRoomsOver, type RoomDevice } from "./room_people.ts";
import type { TestServer } from "./server.ts";

export interface Member {
  readonly name: string;
  readonly store: DeviceStore;
  /** Undefined while their browser is closed. */
  device: RoomDevice | undefined;
  open(): Promise<RoomDevice>;
  close(): void;
}

/** What a letter more makes of numbers: names in a room have to differ to the eye. */
const LETTERS = ["ba", "ko", "du", "fe", "gi", "ha", "ju", "mo", "ne", "ra"];
export const nameOf = (n: number): string => `P${[...String(n).padStart(3, "0")].map((digit) => LETTERS[Number(digit)]).join("")}`;

export async function enrol(server: TestServer, name: string): Promise<Member> {
  const transportOf = (token?: Uint8Array): Transport => {
    const transport = createTransport({ ...reaching(server.baseUrl, server.ca), onSessionLost: () => undefined });
    transport.setToken(token);
    return transport;
  };
  const { opened, contents: made } = await register({ transport: transportOf(), opaque: quickOpaque, progress: () => undefined }, { pseudonym: name, passphrase: PASSPHRASE });
  let contents: VaultContents = made;
  const vault: Vault = {
    read: () => contents,
    async update(change) {
      contents = change(contents);
      return contents;
    },
    refresh: async () => contents,
  };
  const store = createMemoryStore();
  const member: Member = {
    name, store, device: undefined,
    async open() {
      const transport = transportOf(opened.token);
      transport.connect();
      // What is still under way when they go writes nothing beside what they do when they are back.
      const own = closable(store);
      const device = await openRoomsOver(transport, { accountId: toHex(opened.accountId), vault }, own);
      member.device = {
        ...device,
        close() {
          own.close();
          device.close();
        },
      };
      return member.device;
    },
    close() {
      member.device?.close();
      member.device = undefined;
    },
  };
  await member.open();
  return member;
}

export function deviceOf({ name, device }: Member): RoomDevice {
  assert.ok(device, `${name} is there`);
  return device;
}

/** What somebody has of a room: of each message its number, by whom it is called to be, and its words. */
export const transcriptOf = async (device: RoomDevice, id: Id): Promise<readonly string[]> =>
  (await device.look(id)).items.flatMap((item) => (item.kind === "message" && item.delivery === "sent" ? [`${item.seq} ${item.name}: ${item.text}`] : []));

/** Does something with each of them, so many at a time. */
export async function forAll<T>(all: readonly T[], atOnce: number, work: (each: T, i: number) => Promise<unknown>): Promise<void> {
  const left = all.map((each, i) => [each, i] as const);
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(...next);
  }));
}
