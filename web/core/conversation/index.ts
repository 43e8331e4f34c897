/**
 * All conversations of the account on this device: loading, joining, keeping
 * up, and what the screens may ask of them.
 */
import { type ConversationSummary, type ConversationView, type Core, DISAPPEAR_AFTER, type Id, MAX_CODE_WORD_LENGTH, MAX_FILE_NAME_LENGTH, MAX_REACTION_LENGTH, MAX_RETENTION_DAYS, type Person, type Returning, type TimelineItem } from "../api.ts";
import { fromHex, toHex } from "../bytes.ts";
import type { Opening } from "../accesslog/index.ts";
import type { CoreContext } from "../context.ts";
import { CoreError, hasCode } from "../errors.ts";
import { turns } from "../in_turn.ts";
import { type ServerEvent, type Stream, StreamKind } from "../gen/alcove/v1/stream_pb.ts";
import { type Member, members } from "../mls.ts";
import { safetyNumber } from "../safety_number.ts";
import { backOff } from "../socket.ts";
import { closable } from "../storage.ts";
import { checkpointOf, type Conversation, keepEntry, keepStanding, loadConversation } from "./conversation.ts";
import { join, rememberPeer, takeHistory } from "./entering.ts";
import type { Parties } from "./fold.ts";
import { createDownloads } from "./downloads.ts";
import { createHistory } from "./history.ts";
import { createLive, type LiveMethods } from "./live_session.ts";
import { createOpening } from "./opening.ts";
import { endOfNew, keepingAfter, keptForGood, lifetimeOf } from "./lifetime.ts";
import { fileName, oneLine } from "./one_line.ts";
import { type Body, type FilePayload, fitting, saying } from "./payload.ts";
import { createPhrases } from "./phrases.ts";
import { exportedRecord, recordsOf } from "./record_view.ts";
import { createReceipts } from "./receipts.ts";
import { type Candidate, normaliseCodeWord, returningOf } from "./returning.ts";
import { ensureReserve } from "./reserve.ts";
import { createSearchIndex } from "./search.ts";
import { openSignal, sealSignal } from "./signals.ts";
import { forgetRequest, isRefusedForGood, keptRequests, type Prepared, resumeRequest, type Started, startConversation } from "./start.ts";
import { starredIn, withStar } from "./starred.ts";
import { createTending } from "./tending.ts";
import { createUploads } from "./uploads.ts";
import { around, earlier, EVERYTHING, later, NEWEST, rangeOf, type Window } from "./window.ts";
import { isOneCharacter, type MessageItem } from "./writing.ts";

type ConversationMethods =
  | "requestTherapy" | "conversations" | "open" | "closeView" | "loadEarlier" | "loadLater" | "loadNewest" | "loadBackTo" | "setRetention" | "setDisappearing" | "forget" | "send" | "sendFile" | "retryUpload" | "cancelUpload" | "attachment" | "cancelAttachment" | "edit" | "takeBack" | "react" | "search" | "firstSince" | "star" | "starred" | "phrases" | "setPhrase" | "saveDraft" | "typing"
  | "accept" | "decline" | "refer" | "askBack" | "endConversation" | "revokeConsent" | "openSealed" | "ownSealed" | "proposeCodeWord" | "agreeCodeWord" | "vouch" | "objectToVouching"
  | "exported" | "records" | "openRecord" | "safetyNumber" | "setCompared";

export interface Conversations extends Pick<Core, ConversationMethods>, LiveMethods {
  /** Shows what the device keeps, without asking the server. Answers whether it was ever synchronised. */
  load(): Promise<boolean>;
  /** First synchronisation, after `load`. When it fails it may be called again. */
  start(): Promise<void>;
  /** Sends what waits, and tells and keeps what was read, before this browser leaves. Takes a moment at most. */
  settle(): Promise<void>;
  stop(): Promise<void>;
  /** This account's devices that are in a conversation, this one and the reserve among them. */
  ownLeaves(): readonly Id[];
  /** Removes devices of this account from every conversation; rejects while one of them could not be reached. */
  removeLeaves(devices: readonly Id[]): Promise<void>;
  /** Those that are known here. */
  all(): readonly Conversation[];
  /** What practitioners opened of this account's intake cards. */
  openings(): Promise<readonly Opening[]>;
  /** Tells the other sides that the account will be deleted. */
  farewell(): Promise<void>;
}

const NOTHING = { start: 0, end: 0 };
const TYPING_SHOWN = 5_000;
const TYPING_EVERY = 3_000;
const SETTLE_WITHIN = 2_000;
/** Within three seconds, as backOff has it. */
const JOIN_ATTEMPTS = 3;
/** What another device writes to the history comes with more of it. */
const FOLLOW_AFTER = 1_000;
/** A shorter code word would soon be guessed; counted without spaces and marks. */
const SHORTEST_CODE_WORD = 4;

/** Set once everything the server had was read on this device. */
const SYNCHRONISED = "history/synchronised";

export function createConversations(given: CoreContext): Conversations {
  // What is still under way when this stops may write nothing any more: the session
  // may have to be forgotten, or the same device may go on elsewhere with the same keys.
  const store = closable(given.store);
  const ctx: CoreContext = { ...given, store };
  const me = toHex(ctx.accountId);
  const history = createHistory(ctx, followSoon);
  const all = new Map<Id, Conversation>();
  const opening = new Map<Id, Promise<Conversation>>();
  const typingTimers = new Map<Id, ReturnType<typeof setTimeout>>();
  const typingSent = new Map<Id, number>();
  const retries = new Map<Id, ReturnType<typeof setTimeout>>();
  const unsubscribe: (() => void)[] = [];
  /** While a conversation is loaded from the device nothing is added there from the history. */
  const inTurn = turns();
  let following: ReturnType<typeof setTimeout> | undefined;
  const opens = createOpening(ctx);
  const index = createSearchIndex();
  const requesting = new Map<Id, Promise<Id>>();
  let shown: { readonly id: Id; window: Window } | undefined;
  /** What was shown before it was closed. */
  let left: typeof shown;
  let announced = false;
  /** Everything the server had was read on this device, now or at an earlier start. */
  let complete = false;
  let stopped = false;

  const receipts = createReceipts(ctx, {
    shownUpTo(conversation) {
      if (shown?.id !== conversation.id) return undefined;
      const { items, lastSeq } = conversation.folded();
      const { end } = rangeOf(items, shown.window);
      return end < items.length ? items[end - 1]?.seq : lastSeq;
    },
    post: (conversation, body) => post(conversation, body),
  });

  const live = createLive(ctx, {
    find: (id) => find(id),
    isShown: (id) => shown?.id === id,
    post: (conversation, body) => post(conversation, body),
  });

  const uploads = createUploads(ctx, {
    lifetime: (id) => lifetimeOf(all.get(id)?.folded().keeping ?? keptForGood),
    post: async (id, message, file) => {
      const conversation = find(id);
      await conversation.post({ type: "attachment", ...file }, undefined, message);
      void deliver(conversation);
    },
  });

  const tending = createTending(ctx, history, all);
  const downloads = createDownloads(ctx);

  // ---- telling the screens -------------------------------------------------

  function changed(conversation: Conversation): void {
    receipts.consider(conversation);
    live.consider(conversation);
    if (announced) return;
    announced = true;
    setTimeout(announce, 0);
  }

  function announce(): void {
    announced = false;
    if (stopped) return;
    tending.plan();
    ctx.emit({ type: "conversations", conversations: summaries(), complete });
    const conversation = shown && all.get(shown.id);
    if (shown && conversation) ctx.emit({ type: "conversation", view: view(conversation, shown.window) });
  }

  function summaries(): readonly ConversationSummary[] {
    return [...all.values()].map((c) => c.summary()).sort((a, b) => b.lastAt - a.lastAt);
  }

  // ---- coming in -----------------------------------------------------------

  function partiesOf(stream: Stream): Parties {
    const other = stream.members.map((m) => toHex(m.accountId)).find((id) => id !== me) ?? ctx.vault.read().conversations[toHex(stream.streamId)]?.peer.accountId ?? "";
    return ctx.vault.read().role === "practitioner" ? { me, client: other, practitioner: me } : { me, client: me, practitioner: other };
  }

  function load(id: Id, parties: Parties): Promise<Conversation> {
    return loadConversation({ ctx, history, id, parties, changed });
  }

  async function bringIn(id: Id, parties: Parties): Promise<Conversation> {
    const conversation = await load(id, parties);
    all.set(id, conversation);
    return conversation;
  }

  /** Reads what this account's devices wrote to the history since it was last read. */
  function readHistory(progress: (done: number, total: number) => void = () => undefined): Promise<void> {
    return inTurn(() => history.sync((items) => takeHistory(ctx, all, items), progress));
  }

  function followSoon(): void {
    if (stopped) return;
    following ??= setTimeout(() => {
      following = undefined;
      void readHistory().catch(() => undefined); // It is read with the next record, or when there is a connection again.
    }, FOLLOW_AFTER);
  }

  function enter(stream: Stream): Promise<Conversation> {
    const id = toHex(stream.streamId);
    const known = all.get(id);
    known?.setClosed(stream.closed);
    if (known && (known.group() || stream.closed)) return Promise.resolve(known);
    const pending = opening.get(id) ?? firstEntry(stream, id).finally(() => opening.delete(id));
    opening.set(id, pending);
    return pending;
  }

  async function firstEntry(stream: Stream, id: Id): Promise<Conversation> {
    // A conversation that this device is just starting comes in with its own group, not by joining.
    await Promise.allSettled(requesting.values());
    const started = all.get(id);
    if (started?.group()) return started;
    const conversation = started ?? (await inTurn(() => bringIn(id, partiesOf(stream))));
    conversation.setClosed(stream.closed);
    if (!conversation.group() && !stream.closed) await joinSoon(conversation);
    await rememberPeer(ctx, conversation);
    await conversation.catchUp();
    changed(conversation);
    return conversation;
  }

  /** Where another browser of the account has just made a commit, only its state leads on, which is in the history a moment later. */
  async function joinSoon(conversation: Conversation): Promise<void> {
    for (let failed = 0; ; failed++) {
      try {
        return await join(ctx, history, conversation);
      } catch (error) {
        if (!hasCode(error, "join_failed") || failed + 1 === JOIN_ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, backOff(failed)));
        if (stopped) throw error;
      }
      await readHistory();
    }
  }

  async function synchronise(): Promise<void> {
    await readHistory();
    const { streams } = await ctx.transport.stream.listStreams({});
    const conversations = streams.filter((s) => s.kind === StreamKind.CONVERSATION);
    // One that fails does not keep the others waiting.
    const done = await Promise.allSettled(conversations.map(async (stream) => {
      const conversation = await enter(stream);
      await conversation.catchUp();
      await deliver(conversation);
    }));
    void history.flush().then(tending.tend).catch(() => undefined);
    for (const each of done) if (each.status === "rejected") throw each.reason;
  }

  function handle(event: ServerEvent): void {
    const { event: e } = event;
    if (e.case === "recordAdded" && toHex(e.value.streamId) === ctx.vault.read().historyStream) followSoon();
    else if (e.case === "recordAdded" && e.value.record) void receive(toHex(e.value.streamId), e.value.record).catch(() => undefined);
    if (e.case === "signal") void receiveSignal(toHex(e.value.streamId), e.value.ciphertext);
    if (e.case === "streamChanged" && e.value.stream?.kind === StreamKind.CONVERSATION) void enter(e.value.stream).catch(() => undefined);
    if (e.case === "vaultChanged") void ctx.vault.refresh().then(() => tending.tend()).then(announce, () => undefined);
  }

  /** From now on what the server tells counts; before, the history was not read. */
  function listen(): void {
    if (unsubscribe.length > 0 || stopped) return;
    unsubscribe.push(ctx.transport.onEvent(handle));
    unsubscribe.push(ctx.transport.onConnection((state) => {
      live.setConnected(state === "online");
      if (state === "online") void synchronise().catch(() => undefined);
    }));
  }

  async function receive(id: Id, record: Parameters<Conversation["receive"]>[0]): Promise<void> {
    const conversation = all.get(id) ?? (await opening.get(id));
    await conversation?.receive(record);
    await history.flush();
  }

  async function receiveSignal(id: Id, ciphertext: Uint8Array): Promise<void> {
    const conversation = all.get(id);
    const group = conversation?.group();
    if (!conversation || !group) return;
    const { lastFromPeer } = conversation.folded();
    const signal = await openSignal(group, id, ciphertext);
    if (signal?.type === "here") live.heardHere(conversation, signal);
    const saidMeanwhile = conversation.folded().lastFromPeer !== lastFromPeer;
    if (signal?.type !== "typing" || signal.from === me || saidMeanwhile) return;
    conversation.setTyping(true);
    clearTimeout(typingTimers.get(id));
    typingTimers.set(id, setTimeout(() => conversation.setTyping(false), TYPING_SHOWN));
  }

  // ---- knowing somebody again ----------------------------------------------

  function returning(conversation: Conversation): Returning | undefined {
    if (conversation.parties.practitioner !== me || !conversation.folded().request?.returning) return undefined;
    const candidate = (each: Conversation): Candidate => ({ id: each.id, client: each.parties.client, folded: each.folded() });
    return returningOf(candidate(conversation), [...all.values()].map(candidate));
  }

  /** What this account's other conversations tell of this one. */
  function view(conversation: Conversation, window: Window): ConversationView {
    const shown = conversation.view(rangeOf(conversation.folded().items, window));
    const found = returning(conversation);
    const former = all.get(shown.vouched?.former ?? "");
    return {
      ...shown,
      ...(found ? { returning: found } : {}),
      ...(shown.vouched && former?.folded().objected ? { vouched: { ...shown.vouched, objected: true } } : {}),
    };
  }

  /** The part of a conversation that is shown, moved; where it is not on a screen, told and forgotten. */
  function moved(id: Id, move: (items: readonly TimelineItem[], window: Window) => Window): ConversationView {
    const conversation = find(id);
    const window = move(conversation.folded().items, shown?.id === id ? shown.window : NEWEST);
    if (shown?.id === id) {
      shown.window = window;
      receipts.consider(conversation);
    }
    return view(conversation, window);
  }

  // ---- going out -----------------------------------------------------------

  function find(id: Id): Conversation {
    const conversation = all.get(id);
    if (!conversation) throw new CoreError("conversation_not_found");
    return conversation;
  }

  function findAs(role: "client" | "practitioner", id: Id): Conversation {
    const conversation = find(id);
    if (conversation.parties[role] !== me) throw new CoreError("not_allowed");
    return conversation;
  }

  function findWritable(id: Id): Conversation {
    const conversation = find(id);
    if (!conversation.view(NOTHING).canWrite) throw new CoreError("conversation_not_open");
    return conversation;
  }

  /** What a message says of its file; nothing once it was taken back. */
  function fileOf(conversation: Conversation, message: Id): FilePayload | undefined {
    const item = conversation.folded().message(message);
    const entry = item && conversation.known().get(item.seq);
    if (entry?.kind !== "payload" || "unknown" in entry.payload) return undefined;
    return entry.payload.type === "attachment" && entry.payload.key !== "" ? entry.payload : undefined;
  }

  /** A message of one's own that is still there to be changed. */
  function ownMessage(conversation: Conversation, id: Id): MessageItem {
    const message = conversation.folded().message(id);
    if (!message?.mine || message.takenBack) throw new CoreError("message_not_yours");
    return message;
  }

  async function post(conversation: Conversation, body: Body): Promise<void> {
    await conversation.post(body);
    void deliver(conversation);
  }

  /** Sends what waits. What cannot go now, because nobody answers or the server's disk is full, is tried again by and by. */
  async function deliver(conversation: Conversation, attempt = 0): Promise<void> {
    const { id } = conversation;
    clearTimeout(retries.get(id));
    try {
      await conversation.pump();
    } catch (error) {
      if (hasCode(error, "stream_closed")) conversation.setClosed(true);
      else if (!stopped) retries.set(id, setTimeout(() => void deliver(conversation, attempt + 1), backOff(attempt)));
    }
  }

  async function adoptRequest(started: Started): Promise<Id> {
    const id = started.standing.stream;
    const { entry } = started;
    const keeping = entry.kind === "payload" ? keepingAfter(keptForGood, entry.payload) : keptForGood;
    const staged = history.stage([entry, checkpointOf(started.standing)], (item) => endOfNew(item, undefined, keeping));
    await ctx.store.put([keepStanding(started.standing), keepEntry(started.entry), ...staged]);
    const peer: Person = { ...started.peer, role: "practitioner" };
    await ctx.vault.update((v) => ({
      ...v,
      conversations: { ...v.conversations, [id]: { peer, peerIdentityKey: started.peerIdentityKey, compared: false, readUpTo: 0 } },
    }));
    await forgetRequest(ctx, peer.accountId);
    await inTurn(() => bringIn(id, { me, client: me, practitioner: peer.accountId }));
    void history.flush().catch(() => undefined);
    announce();
    return id;
  }

  function identityKeys(conversation: Conversation): { readonly own: Uint8Array; readonly peer: Uint8Array } {
    const vault = ctx.vault.read();
    const pinned = vault.conversations[conversation.id];
    if (!pinned) throw new CoreError("conversation_not_found");
    return { own: fromHex(vault.identityPublicKey), peer: fromHex(pinned.peerIdentityKey) };
  }

  function request(practitioner: Id, start: () => Promise<Started>): Promise<Id> {
    const running = requesting.get(practitioner) ?? start().then(adoptRequest).finally(() => requesting.delete(practitioner));
    requesting.set(practitioner, running);
    return running;
  }

  /** One that is refused for good keeps nothing else from going on. */
  async function resume(kept: Prepared): Promise<void> {
    try {
      await request(kept.practitioner, () => resumeRequest(ctx, kept));
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
    }
  }

  return {
    async load() {
      for (const [id, { peer }] of Object.entries(ctx.vault.read().conversations)) {
        const conversation = await load(id, peer.role === "practitioner" ? { me, client: me, practitioner: peer.accountId } : { me, client: peer.accountId, practitioner: me });
        if (conversation.group()) all.set(id, conversation);
        live.consider(conversation);
      }
      complete = (await ctx.store.get(SYNCHRONISED)) !== undefined;
      // Before anything is shown.
      await tending.tendDevice();
      announce();
      return complete;
    },
    async start() {
      await ensureReserve(ctx);
      await readHistory((done, total) => ctx.emit({ type: "progress", task: "history", done, total }));
      listen();
      for (const kept of await keptRequests(ctx)) await resume(kept);
      await synchronise();
      await uploads.start();
      await ctx.store.put([[SYNCHRONISED, Uint8Array.of(1)]]);
      complete = true;
      for (const conversation of all.values()) live.consider(conversation);
      announce();
    },
    async settle() {
      const leaving = receipts.settle().then(() => Promise.allSettled([...all.values()].map((each) => each.pump()))).then(() => Promise.allSettled([...all.values()].map((each) => each.keepRecord(true)))).then(() => history.flush());
      await within(SETTLE_WITHIN, leaving);
    },
    async stop() {
      stopped = true;
      for (const end of unsubscribe.splice(0)) end();
      for (const timer of [...typingTimers.values(), ...retries.values()]) clearTimeout(timer);
      receipts.stop();
      live.stop();
      tending.stop();
      clearTimeout(following);
      uploads.stop();
      downloads.stop();
      await history.flush().catch(() => undefined);
      store.close();
    },
    all: () => [...all.values()],
    async farewell() {
      for (const conversation of all.values()) {
        await conversation.post({ type: "account-deleted" });
        await deliver(conversation);
      }
    },
    ownLeaves() {
      const own = [...all.values()].flatMap((each) => membersOf(each).filter((member) => toHex(member.accountId) === me));
      return [...new Set(own.map((member) => toHex(member.deviceId)))];
    },
    openings: async () => [...all].flatMap(([stream, conversation]) => conversation.parties.client !== me ? [] :
      (conversation.view(NOTHING).intake?.opened ?? []).map(({ part, at }): Opening => ({ kind: "opened", stream, part, at, by: ctx.vault.read().conversations[stream]?.peer.displayName ?? "" }))),
    async removeLeaves(devices) {
      const gone = new Set(devices);
      const done = await Promise.allSettled([...all.values()].map((each) => each.removeDevices(gone)));
      for (const each of done) if (each.status === "rejected") throw each.reason;
    },
    requestTherapy: (args) => request(args.practitioner, () => startConversation(ctx, args)),
    conversations: async () => summaries(),
    async open(id, again = false) {
      const conversation = find(id);
      const unreadFrom = conversation.firstUnread();
      const begin = unreadFrom === undefined ? NEWEST : around(conversation.folded().items, NEWEST, unreadFrom);
      shown = again && left?.id === id ? left : { id, window: begin };
      receipts.consider(conversation);
      live.consider(conversation);
      return { ...view(conversation, shown.window), ...(unreadFrom === undefined ? {} : { unreadFrom }) };
    },
    async closeView() {
      left = shown ?? left;
      shown = undefined;
    },
    loadEarlier: async (id) => moved(id, earlier),
    loadLater: async (id) => moved(id, later),
    loadNewest: async (id) => moved(id, () => NEWEST),
    loadBackTo: async (id, item) => moved(id, (items, window) => around(items, window, item)),
    async send(id, text, replyTo) {
      const said = saying(text);
      const conversation = findWritable(id);
      const summary = conversation.summary();
      if (shown?.id === id) shown.window = NEWEST; // Who writes wants to see it.
      const asking = summary.state === "requested" && conversation.parties.practitioner === me;
      typingSent.delete(id); // What is typed next is told at once: the other side takes these words for the end of it.
      await post(conversation, asking ? { type: "ask-back", text: said } : { type: "message", text: said, ...(replyTo === undefined ? {} : { reply: replyTo }) });
    },
    async sendFile(id, file) {
      if (find(id).summary().state !== "open") throw new CoreError("conversation_not_open");
      await uploads.add(id, { ...file, name: fileName(file.name, MAX_FILE_NAME_LENGTH) });
    },
    retryUpload: async (upload) => uploads.retry(upload),
    cancelUpload: (upload) => uploads.cancel(upload),
    async attachment(id, message) {
      const file = fileOf(find(id), message);
      if (!file) throw new CoreError("blob_not_found");
      return downloads.get(message, file);
    },
    cancelAttachment: async (message) => downloads.cancel(message),
    async edit(id, message, text) {
      const said = saying(text);
      const conversation = findWritable(id);
      if (ownMessage(conversation, message).text !== said) await post(conversation, { type: "edit", of: message, text: said });
    },
    async takeBack(id, message) {
      const conversation = findWritable(id);
      ownMessage(conversation, message);
      const file = fileOf(conversation, message);
      await post(conversation, { type: "take-back", of: message });
      if (file) void uploads.remove(file.blob).catch(() => undefined);
    },
    async react(id, message, emoji, on) {
      if (!isOneCharacter(emoji) || emoji.length > MAX_REACTION_LENGTH) throw new CoreError("reaction_invalid");
      await post(findWritable(id), { type: "react", of: message, emoji, on });
    },
    async search(query, within) {
      for (const [id, conversation] of all) index.update(id, conversation.folded().items);
      return index.find(query, within);
    },
    async star(id, message, on) {
      const known = find(id).folded().message(message);
      if (on && (!known || known.takenBack)) throw new CoreError("message_not_here");
      await ctx.vault.update((vault) => withStar(vault, id, message, on));
      announce();
    },
    starred: async (within) => starredIn(ctx.vault.read(), within === undefined ? [...all.values()] : [find(within)]),
    ...createPhrases(ctx),
    firstSince: async (id, at) => find(id).folded().items.find((item) => item.at >= at)?.id,
    saveDraft: (id, text) => find(id).setDraft(text),
    async typing(id) {
      const group = find(id).group();
      const now = ctx.now();
      if (!group || !ctx.vault.read().settings.typingShown || now - (typingSent.get(id) ?? 0) < TYPING_EVERY) return;
      typingSent.set(id, now);
      const ciphertext = await sealSignal(group, id, { type: "typing", from: me });
      await ctx.transport.stream.signal({ streamId: fromHex(id), ciphertext }).catch(() => undefined);
    },
    startLive: live.startLive,
    joinLive: live.joinLive,
    askLiveMinutes: live.askLiveMinutes,
    answerLive: live.answerLive,
    endLive: live.endLive,
    keepForNextTime: live.keepForNextTime,
    accept: async (id) => post(findAs("practitioner", id), { type: "accept" }),
    decline: async (id, text) => post(findAs("practitioner", id), { type: "decline", text: fitting(text) }),
    async refer(id, to, text) {
      const said = fitting(text);
      const { profile } = await ctx.transport.practice.getProfile({ accountId: fromHex(to) });
      await post(findAs("practitioner", id), { type: "refer", to, toName: profile?.displayName ?? "", text: said });
    },
    askBack: async (id, text) => post(findAs("practitioner", id), { type: "ask-back", text: saying(text) }),
    endConversation: async (id) => post(find(id), { type: "end" }),
    async revokeConsent(id) {
      const conversation = findAs("client", id);
      await post(conversation, { type: "revoke-consent", version: conversation.folded().request?.consent.version ?? 0 });
    },
    openSealed: async (id, part, reason) => opens(findAs("practitioner", id), part, reason),
    ownSealed: async (id) => findAs("client", id).ownSealed(),
    async proposeCodeWord(id, word) {
      const conversation = find(id);
      if (conversation.summary().state !== "open") throw new CoreError("conversation_not_open");
      const said = oneLine(word);
      if (said.length > MAX_CODE_WORD_LENGTH) throw new CoreError("code_word_too_long");
      if (normaliseCodeWord(said).length < SHORTEST_CODE_WORD) throw new CoreError("code_word_too_short");
      await post(conversation, { type: "code-word", word: said });
    },
    async agreeCodeWord(id, proposal) {
      const conversation = find(id);
      const { proposed } = conversation.folded().codeWord;
      if (!proposed || proposed.mine || proposed.id !== proposal) throw new CoreError("code_word_changed");
      await post(conversation, { type: "code-word-agreed", of: proposal });
    },
    async vouch(id) {
      const conversation = findAs("practitioner", id);
      const former = returning(conversation)?.former;
      if (!former) throw new CoreError("not_allowed");
      if (conversation.folded().vouched !== undefined) return;
      // First where somebody may have to object.
      if (!find(former).folded().continued) await post(find(former), { type: "continued" });
      await post(conversation, { type: "vouch", former });
    },
    async objectToVouching(id) {
      const conversation = findAs("client", id);
      if (!conversation.folded().continued) throw new CoreError("not_allowed");
      await post(conversation, { type: "object" });
    },
    async exported(id) {
      const conversation = find(id);
      return { at: ctx.now(), view: conversation.view(EVERYTHING), own: conversation.ownSealed() };
    },
    records: async () => recordsOf(ctx.vault.read(), (id) => all.get(id)?.folded()),
    openRecord: (id) => exportedRecord(ctx, history, id),
    async setRetention(id, days) {
      const conversation = find(id);
      const { practice } = await ctx.transport.practice.getPractice({});
      const [shortest, longest] = [practice?.retentionShortest ?? 0, practice?.retentionLongest ?? 0];
      const within = days === 0 ? longest === 0 : days >= shortest && days <= (longest || MAX_RETENTION_DAYS);
      if (!within || !Number.isInteger(days)) throw new CoreError("retention_out_of_bounds");
      if (conversation.folded().keeping.days !== days) await post(conversation, { type: "retention", days });
    },
    async setDisappearing(id, seconds) {
      const conversation = find(id);
      if (!(DISAPPEAR_AFTER as readonly number[]).includes(seconds)) throw new CoreError("disappear_invalid");
      if (conversation.folded().keeping.seconds !== seconds) await post(conversation, { type: "disappear", seconds });
    },
    async forget(id, scope) {
      const conversation = find(id);
      // What is under way was said before, and goes with the rest.
      await conversation.pump().catch(() => undefined);
      if (scope !== "here") await conversation.prepareRecord();
      const upTo = conversation.reached();
      const { forgets } = conversation.folded();
      await uploads.cancelAll(id);
      if (scope === "both") await conversation.post({ type: "forget", upTo, asked: forgets.theirs > Math.max(forgets.mine, ctx.vault.read().forgotten?.[id] ?? 0) });
      await conversation.forgetUpTo(upTo, scope !== "here");
      void deliver(conversation).then(tending.tend).catch(() => undefined);
    },
    async safetyNumber(id) {
      const conversation = find(id);
      const { own, peer } = identityKeys(conversation);
      const number = await safetyNumber(own, peer);
      return { ...number, compared: ctx.vault.read().conversations[id]?.compared ?? false };
    },
    async setCompared(id, compared) {
      await ctx.vault.update((v) => {
        const kept = v.conversations[id];
        return kept ? { ...v, conversations: { ...v.conversations, [id]: { ...kept, compared } } } : v;
      });
      if (compared) ctx.noted?.({ kind: "compared", name: ctx.vault.read().conversations[id]?.peer.displayName ?? "" });
      announce();
    },
  };
}

const membersOf = (conversation: Conversation): readonly Member[] => {
  const group = conversation.group();
  return group ? members(group) : [];
};

/** Waits for something to happen or fail, and no longer than that. */
async function within(ms: number, happening: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([happening.catch(() => undefined), enough]);
  clearTimeout(timer);
}
