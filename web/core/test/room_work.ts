/** What a room's size costs a device: the work itself, to be timed where it is run (room_figures.ts). */
import { randomBytes, toHex, utf8 } from "../bytes.ts";
import { encodeStanding } from "../conversation/standing.ts";
import { emptyTranscript } from "../conversation/transcript.ts";
import { addMembers, createGroup, deserializeDevice, deserializeGroup, encrypt, generateKeyPackages, joinByWelcome, process as take, removeMembers, ROOM_SUITE, roomPolicy, serializeDevice, serializeGroup } from "../mls.ts";
import { newAccount, newDevice } from "./mls_parties.ts";

/** What somebody who was let in needs to come in, as a page can hand it on to the next. */
export interface Entrance {
  readonly device: readonly number[];
  readonly keyPackage: readonly number[];
  readonly welcome: readonly number[];
}

export interface RoomFigures {
  readonly entrance: Entrance;
  /** By what was done, in milliseconds. */
  readonly ms: Readonly<Record<string, number>>;
  /** Sizes in bytes. */
  readonly bytes: Readonly<Record<string, number>>;
}

const MESSAGES = 200;

/** How long it takes to come in, on a device that has met none of the others yet. */
export async function measureEntrance({ device, keyPackage, welcome }: Entrance): Promise<number> {
  const begun = performance.now();
  if (!(await joinByWelcome(deserializeDevice(Uint8Array.from(device)), Uint8Array.from(welcome), [Uint8Array.from(keyPackage)]))) throw new Error("not let in");
  return performance.now() - begun;
}

/** A room that comes to `size` members, one moderator among them; the device of a member and that of the moderator are timed. */
export async function measureRoom(size: number): Promise<RoomFigures> {
  const ms: Record<string, number> = {};
  async function timed<T>(what: string, work: () => Promise<T> | T): Promise<T> {
    const begun = performance.now();
    const done = await work();
    ms[what] = performance.now() - begun;
    return done;
  }
  const lead = newAccount();
  const leads = await newDevice(lead);
  const policy = roomPolicy(new Set([toHex(lead.accountId)]));
  const parties = await Promise.all(Array.from({ length: size }, async () => {
    const device = await newDevice(newAccount());
    return { device, keyPackage: (await generateKeyPackages(device, 1, false, ROOM_SUITE))[0]! };
  }));
  const packageOf = (i: number): Uint8Array => parties[i]!.keyPackage.publicMessage;
  const created = await createGroup(leads, randomBytes(16), ROOM_SUITE);
  const many = await timed("commit: let all but one in", () => addMembers(created, leads, parties.slice(0, size - 2).map((_, i) => packageOf(i))));
  let member = (await joinByWelcome(parties[0]!.device, many.welcome, [parties[0]!.keyPackage.private]))!;
  let other = (await joinByWelcome(parties[1]!.device, many.welcome, [parties[1]!.keyPackage.private]))!;
  const one = await timed("commit: let one more in", () => addMembers(many.group, leads, [packageOf(size - 2)]));
  const taken = await timed("take that commit", () => take(member, one.commit, policy));
  member = taken.group;
  other = (await take(other, one.commit, policy)).group;
  const gone = await timed("commit: take one out", () => removeMembers(one.group, [5]));
  member = (await timed("take that commit, too", () => take(member, gone.commit, policy))).group;
  other = (await take(other, gone.commit, policy)).group;
  const sent: Uint8Array[] = [];
  await timed(`write ${MESSAGES} messages`, async () => {
    for (let i = 0; i < MESSAGES; i++) {
      const made = await encrypt(other, utf8(`message ${i} ${"of this and that ".repeat(8)}`));
      other = made.group;
      sent.push(made.ciphertext);
    }
  });
  await timed(`read ${MESSAGES} messages`, async () => {
    for (const each of sent) member = (await take(member, each, policy)).group;
  });
  const standing = await timed("write down where the device stands", () => encodeStanding({ stream: "00".repeat(16), group: member, transcript: emptyTranscript, counts: {} }));
  const kept = serializeGroup(member);
  await timed("read that again", () => deserializeGroup(kept));
  const { device, keyPackage } = parties[0]!;
  const entrance: Entrance = { device: [...serializeDevice(device)], keyPackage: [...keyPackage.private], welcome: [...many.welcome] };
  return { entrance, ms, bytes: { "commit with one more": one.commit.length, "commit with one less": gone.commit.length, welcome: one.welcome.length, "what the device keeps": standing.length } };
}
