/** Two rooms, one listed and one not, in markers: the door, cards, talk, whispers, what is held back, reports, notes. */
import type { RoomView } from "../../api.ts";
import type { ClosableCore } from "../../core.ts";
import type { Scene } from "../leak_story.ts";
import { eventually } from "../patience.ts";
import type { Markers } from "./markers.ts";

export async function until(core: ClosableCore, id: string, condition: (view: RoomView) => boolean): Promise<RoomView> {
  let last: RoomView | undefined;
  await eventually("the room shows it", async () => {
    last = (await core.rooms()).find((room) => room.id === id);
    return last !== undefined && condition(last);
  });
  return last!;
}

const says = (text: string) => (view: RoomView): boolean => view.items.some((item) => item.kind === "message" && item.text === text && item.delivery === "sent");

export async function playRooms({ practitioner: lead }: Scene, m: Markers, browser: () => ClosableCore): Promise<void> {
  const passphrase = `${m.word("passphrases")} ${m.word("passphrases")} 3 ${m.word("passphrases")}`;
  const question = { label: "What helps?", required: true };
  const listed = await lead.createRoom({
    title: m.words("published"), purpose: m.words("published"), rules: m.words("published"), language: "en", days: 7, listed: true, questions: [question],
  });
  const hidden = await lead.createRoom({
    title: m.words("hiddenRooms"), purpose: m.words("hiddenRooms"), rules: m.words("hiddenRooms"), language: "en", days: 7, listed: false, questions: [{ ...question, label: m.words("hiddenRooms") }],
  });
  const key = await lead.roomLinkKey(hidden);
  const people: { readonly core: ClosableCore; readonly name: string }[] = [];
  for (let n = 0; n < 2; n++) {
    const core = browser();
    const { account, recoveryCode } = await core.signUp({ pseudonym: m.name("names"), passphrase });
    m.plant("names", account.loginName);
    m.plant("recoveryCodes", recoveryCode);
    people.push({ core, name: m.word("roomNames") });
  }
  for (const [id, link] of [[listed, undefined], [hidden, key]] as const) {
    for (const { core, name } of people) {
      await core.askEntry(id, { name, answers: [m.words("roomCards")] }, link);
      const asking = (await lead.roomDoor(id)).find((each) => each.name === name);
      if (!asking) throw new Error(`${name} is not at the door`);
      await lead.admit(id, [asking.handle]);
      await until(core, id, (view) => view.inside && view.people.length > 1);
    }
    await talkIn(id, lead, people, m);
  }
}

async function talkIn(id: string, lead: ClosableCore, people: readonly { readonly core: ClosableCore; readonly name: string }[], m: Markers): Promise<void> {
  const [fox, hare] = people.map(({ core }) => core) as [ClosableCore, ClosableCore];
  const view = await until(lead, id, (each) => each.people.length === 3);
  const person = (name: string): string => view.people.find((each) => each.name === name)!.id;
  const [foxs, hares] = people.map(({ name }) => person(name)) as [string, string];
  await lead.openRoomCard(id, foxs);
  await lead.setConduct(id, { welcome: m.words("roomWords"), agenda: [{ title: m.words("roomWords"), minutes: 5 }] });
  const said = m.words("roomWords");
  await fox.sayInRoom(id, said, { warning: m.word("roomWords"), mentions: [hares] });
  const message = (await until(hare, id, says(said))).items.find((item) => item.kind === "message" && item.text === said)!;
  await until(lead, id, says(said));
  await hare.reactInRoom(id, message.id, "🙏");
  await hare.reportMessage(id, message.id, m.words("reports"));
  await until(lead, id, ({ reports }) => reports.some(({ verdict }) => verdict === "proved"));
  await lead.takeDown(id, message.id);
  await fox.whisperToModerators(id, m.words("roomWords"));
  await until(lead, id, ({ items }) => items.some(({ kind }) => kind === "whisper"));
  await lead.whisperTo(id, foxs, m.words("roomWords"));
  await lead.holdMember(id, hares, true);
  await until(hare, id, ({ people: all }) => all.some(({ held }) => held));
  await hare.sayInRoom(id, m.words("roomWords"));
  const held = await until(lead, id, ({ items }) => items.some(({ kind }) => kind === "held"));
  await lead.sendBack(id, held.items.find(({ kind }) => kind === "held")!.id, m.words("roomWords"));
  await lead.addRoomNote(id, m.words("roomWords"));
  await fox.saveRoomDraft(id, m.words("drafts"));
  await lead.removeFromRoom(id, hares, true);
  await until(hare, id, ({ inside }) => !inside);
}
