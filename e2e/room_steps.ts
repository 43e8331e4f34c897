/** What stories and pictures of rooms begin with: a room, and people in it who are played without a browser. */
import type { Login } from "../scripts/demo/filler.ts";
import type { NewRoom, RoomView } from "../web/core/api.ts";
import type { ClosableCore } from "../web/core/core.ts";
import { createNodeCore } from "../web/core/node.ts";
import type { TestServer } from "../web/core/test/server.ts";
import { eventually } from "../web/core/test/patience.ts";

export const ROOM: NewRoom = {
  title: "Quiet evenings", purpose: "For people who cannot sleep and would rather not be alone with it.", language: "en", days: 7, listed: true,
  rules: "Be kind. Speak of yourself.\nWhat is said here stays here.", questions: [{ label: "What helps you in a crisis?", required: true }, { label: "Medication", required: false }],
};

export interface Room {
  readonly lead: ClosableCore;
  readonly id: string;
}

/** Logs in without a browser. */
export async function enter(server: TestServer, { loginName, passphrase, oneTimeCodes: [code] }: Login): Promise<ClosableCore> {
  const core = createNodeCore({ baseUrl: server.baseUrl, ca: server.ca });
  await core.logIn({ loginName, passphrase });
  if (code) await core.useOneTimeCode(code);
  return core;
}

export async function viewOf(core: ClosableCore, id: string): Promise<RoomView | undefined> {
  return (await core.rooms()).find((each) => each.id === id);
}

export const personIn = async ({ lead, id }: Room, name: string): Promise<string> => (await viewOf(lead, id))?.people.find((each) => each.name === name)?.id ?? "";

/** Answers with what they told. */
export async function letIn({ lead, id }: Room, name: string): Promise<readonly string[]> {
  let answers: readonly string[] = [];
  await eventually(`${name} is at the door`, async () => {
    const asking = (await lead.roomDoor(id)).find((each) => each.name === name);
    if (asking) await lead.admit(id, [asking.handle]);
    answers = asking?.answers.map(({ answer }) => answer) ?? [];
    return asking !== undefined;
  });
  return answers;
}

/** Asks, is let in, and is there. */
export async function comeIn(room: Room, core: ClosableCore, name: string, key?: string): Promise<void> {
  await core.askEntry(room.id, { name, answers: ["Tea.", ""] }, key);
  await letIn(room, name);
  await eventually(`${name} is in`, async () => (await viewOf(core, room.id))?.inside ?? false);
}

/** Waits until somebody reads something. */
export const reads = (core: ClosableCore, id: string, text: string): Promise<void> =>
  eventually(`"${text}" is read`, async () => (await viewOf(core, id))?.items.some((item) => item.kind === "message" && item.text === text) ?? false);
