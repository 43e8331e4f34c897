/** What everybody in a room can do there: speak to all or to the moderators, react, raise a hand. */
import { type Id, MAX_MENTIONS, MAX_REACTION_LENGTH, MAX_REPORT_LENGTH, MAX_ROOM_TEXT, type RoomCore, type RoomSaying, type RoomSilence } from "../api.ts";
import { fromHex, fromUtf8, utf8 } from "../bytes.ts";
import { saying } from "../conversation/payload.ts";
import { CoreError } from "../errors.ts";
import { isActive } from "../mls.ts";
import { keysIn } from "./entrance.ts";
import { hoursOf } from "./hours.ts";
import { type House, sealToModerators } from "./house.ts";
import { TO_MODERATORS } from "./payload.ts";
import { reportOf } from "./reports.ts";
import { type SealedWords, sealWords } from "./sealed_words.ts";

type TalkingMethods = Pick<RoomCore, "sayInRoom" | "reactInRoom" | "raiseHand" | "whisperToModerators" | "reportMessage" | "answerCheck" | "takeDown" | "roomDraft" | "saveRoomDraft">;

/** Goes with everything else that is kept of a room. */
const draftName = (of: string): string => `room/${of}/draft`;

const refusals: Readonly<Record<RoomSilence, string>> = { out: "room_not_in", asked: "room_asks_first", closed: "stream_closed", hours: "room_hours", muted: "room_muted", queue: "room_not_your_turn" };

/** Why this account cannot write now. */
export function silence({ ctx, find, kept, stream }: House, id: Id): RoomSilence | undefined {
  const room = find(id);
  const { members, closed } = stream(id);
  const group = room.group();
  if (!group || !isActive(group) || members.length === 0) return "out";
  if (room.asked()) return "asked";
  const { people, conduct } = room.folded();
  const who = people.get(room.me);
  if (closed && !who?.moderates) return "closed";
  if (!who?.moderates && hoursOf(kept(id).face.sessions, ctx.now())?.open === false) return "hours";
  if (who?.muted) return "muted";
  return conduct.queue && !who?.moderates && conduct.floor !== room.me ? "queue" : undefined;
}

/** When this account may write again, where a room is slow. By this device's clock alone, whatever that shows. */
export function slowEnds({ ctx, find }: House, id: Id): number | undefined {
  const room = find(id);
  const { people, items, conduct } = room.folded();
  if (conduct.slowSeconds === 0 || people.get(room.me)?.moderates) return undefined;
  const last = items.findLast((item) => (item.kind === "message" || item.kind === "held") && item.mine);
  const until = (last?.at ?? 0) + conduct.slowSeconds * 1_000;
  return until > ctx.now() ? until : undefined;
}

/** What goes with a message, without what is empty. */
export function fitting({ reply, warning, mentions }: RoomSaying): RoomSaying {
  const about = warning?.trim() ?? "";
  if (about.length > MAX_ROOM_TEXT.warning) throw new CoreError("room_text_too_long");
  return { ...(reply === undefined ? {} : { reply }), ...(about === "" ? {} : { warning: about }), ...(mentions?.length ? { mentions: mentions.slice(0, MAX_MENTIONS) } : {}) };
}

export function createTalking(house: House): TalkingMethods {
  const { ctx, find, leading, kept, post } = house;

  /** What only the moderators are to read, and this account on its other devices. */
  async function confide(id: Id, words: SealedWords): Promise<void> {
    const sealed = await sealToModerators(house, id, words, [keysIn(ctx, kept(id)).recipient]);
    await post(id, { type: "sealed", to: TO_MODERATORS, sealed }, words);
  }

  async function report(id: Id, message: Id, why: string): Promise<void> {
    const room = find(id);
    const { items, people } = room.folded();
    const item = items.find((each) => each.id === message);
    const entry = item?.kind === "message" && !item.mine && !item.takenDown ? room.at(item.seq) : undefined;
    const words = entry && (await reportOf(id, message, entry, why.trim()));
    if (!words) throw new CoreError("message_not_here");
    if (words.why.length > MAX_REPORT_LENGTH) throw new CoreError("message_too_long");
    // Of the moderators it is not for the one whom it is about.
    const readers = kept(id).face.moderators.filter(({ accountId }) => accountId !== words.from).map(({ recipient }) => recipient);
    if (readers.length === 0) throw new CoreError("report_to_nobody");
    // Of what is taken down later no words stay with who reported it.
    const own: SealedWords = people.get(room.me)?.moderates ? words : { ...words, key: "", commitment: "", attest: "", payload: "" };
    await post(id, { type: "sealed", to: TO_MODERATORS, sealed: await sealWords(readers, words) }, own);
  }

  return {
    async sayInRoom(id, text, more = {}) {
      const why = silence(house, id);
      // What is written while the room is closed is not kept for later: who reads it then did not see it come.
      if (why) throw new CoreError(refusals[why]);
      if (slowEnds(house, id) !== undefined) throw new CoreError("room_slow");
      const { people, conduct } = find(id).folded();
      const me = people.get(find(id).me);
      const said = { text: saying(text), ...fitting(more) };
      if (!me?.moderates && (conduct.review || me?.held)) return confide(id, { kind: "held", ...said });
      await post(id, { type: "message", ...said });
    },
    async reactInRoom(id, message, emoji) {
      if (emoji.length > MAX_REACTION_LENGTH) throw new CoreError("message_too_long");
      const why = silence(house, id);
      if (why !== undefined && why !== "queue") throw new CoreError(refusals[why]);
      await post(id, { type: "react", of: message, emoji });
    },
    async roomDraft(of) {
      const draft = await ctx.store.get(draftName(of));
      return draft ? fromUtf8(draft) : "";
    },
    saveRoomDraft: (of, text) => ctx.store.put([[draftName(of), text === "" ? undefined : utf8(text)]]),
    async answerCheck(id, value) {
      const { check } = find(id).folded().conduct;
      if (!check || !Number.isInteger(value) || value < 0 || value > 10) throw new CoreError("room_check_over");
      await confide(id, { kind: "mood", check: check.id, value });
    },
    reportMessage: report,
    raiseHand: (id, up) => post(id, { type: "hand", up }),
    whisperToModerators: (id, text) => confide(id, { kind: "whisper", text: saying(text) }),
    async takeDown(id, message) {
      const room = find(id);
      const { items, people } = room.folded();
      const item = items.find((each) => each.id === message);
      if (item?.kind !== "message") throw new CoreError("message_not_here");
      if (!item.mine) leading(id);
      await post(id, { type: "take-down", of: message });
      // What the server keeps of it goes as well; only moderators may say so there.
      if (people.get(room.me)?.moderates) await ctx.transport.stream.forget({ streamId: fromHex(id), seqs: [BigInt(item.seq)] });
    },
  };
}
