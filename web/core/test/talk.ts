/** Two people who talk, clocks that can be moved, and what to wait for: where tests about time begin. */
import type { ConversationView, Id } from "../api.ts";
import type { DeviceStore } from "../context.ts";
import { createParty, type Party, type TestDevice } from "./people.ts";
import { createServerDouble, type ServerDouble } from "./server_double.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Talk {
  readonly server: ServerDouble;
  readonly id: Id;
  readonly client: Party;
  readonly practitioner: Party;
  readonly heron: TestDevice;
  readonly reed: TestDevice;
  /** Moves every clock, lets the server destroy what is due, and lets devices look. */
  pass(ms: number, ...devices: readonly TestDevice[]): Promise<void>;
}

/** `recordYears`: for how many years a record is kept, by the text that the client agrees to. */
export async function talking(recordYears?: number): Promise<Talk> {
  const server = createServerDouble();
  let later = 0;
  server.now = () => Date.now() + later;
  const practitioner = await createParty(server, "practitioner", "Dr Reed", recordYears);
  const client = await createParty(server, "client", "Quiet Heron");
  const reed = await practitioner.device();
  const heron = await client.device();
  const id = await heron.conversations.requestTherapy({ practitioner: practitioner.accountId, consentVersion: 1, intake: { reason: "sleepless", region: "Kiel", medical: "no medication" } });
  await reed.until(id, (view) => view.intake !== undefined);
  await reed.conversations.accept(id);
  await heron.until(id, (view) => view.canWrite);
  return {
    server, id, client, practitioner, heron, reed,
    async pass(ms, ...devices) {
      later += ms;
      server.sweep();
      for (const device of devices) device.goOnline();
    },
  };
}

export const says = (text: string) => (view: ConversationView): boolean => view.items.some((item) => item.kind === "message" && item.text === text && item.delivery !== "queued");
export const saysNot = (text: string) => (view: ConversationView): boolean => !view.items.some((item) => item.kind === "message" && item.text === text);

/** Whether a device keeps some text, in a key or a value. */
export async function holds(store: DeviceStore, needle: string): Promise<boolean> {
  return (await store.list("")).some(([key, value]) => key.includes(needle) || Buffer.from(value).includes(needle));
}
