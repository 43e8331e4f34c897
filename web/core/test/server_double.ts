/**
 * A server that the tests can turn hostile. It keeps streams as the real one
 * does (sequence numbers, one commit an epoch, idempotency) and lets a test
 * alter what it hands out. Only what conversations and rooms (room_double.ts) use
 * is here; everything else is tested against the real server.
 */
import { create } from "@bufbuild/protobuf";
import { randomBytes, sha256, toHex } from "../bytes.ts";
import type { Transport } from "../context.ts";
import { CoreError } from "../errors.ts";
import { type Practice, PracticeSchema, type Profile, ProfileSchema } from "../gen/alcove/v1/practice_pb.ts";
import {
  type Record as WireRecord, RecordKind, RecordSchema, type ServerEvent, ServerEventSchema, type Stream, StreamKind,
  StreamRole, StreamSchema,
} from "../gen/alcove/v1/stream_pb.ts";
import { createKeylogDouble, type KeylogDouble } from "./keylog_double.ts";
import { createRoomDouble, type RoomDouble } from "./room_double.ts";

interface Kept {
  stream: Stream;
  records: WireRecord[];
  groupInfo: Uint8Array;
  wishes?: Map<bigint, Map<string, bigint>>;
}
type Listener = (event: ServerEvent) => void;
interface NewRecordInit { readonly kind?: RecordKind; readonly epoch?: bigint; readonly idempotencyKey?: Uint8Array; readonly ciphertext?: Uint8Array; readonly commitment?: Uint8Array; readonly forgetHour?: bigint; readonly news?: boolean }

export interface ServerDouble {
  readonly streams: Map<string, Kept>;
  /** Records of which a notice may tell. */
  readonly news: Set<WireRecord>;
  readonly profiles: Map<string, Profile>;
  practice: Practice;
  /** What Read and live delivery hand out; a hostile test replaces it. */
  tamper: (records: readonly WireRecord[], reader: string) => readonly WireRecord[];
  /** Whether records are told as they come, besides being read. */
  live: boolean;
  /** Its clock. */
  now: () => number;
  /** Destroys what is due, as the real one does now and then. */
  sweep(): void;
  /** Called before a stream is made; may throw to lose or refuse the request. */
  beforeCreate: () => void;
  /** Called before each append is stored; may wait, and may throw to lose the request. */
  beforeAppend: (stream: string, from: string) => void | Promise<void>;
  /** What an append answers with. */
  acknowledge: (seqs: readonly bigint[]) => readonly bigint[];
  /** Called after each append is stored; may throw to lose the answer. */
  afterAppend: () => void;
  readonly rooms: RoomDouble;
  readonly keylog: KeylogDouble;
  /** The key log that one of them is shown; a hostile test shows another. */
  keylogOf: (reader: string) => KeylogDouble;
  /** Puts a record into a stream by itself, whatever the stream's rules and epoch. */
  inject(stream: string, record: NewRecordInit): void;
  transport(accountId: Uint8Array): Transport & { goOnline(): void; goOffline(): void };
}

export function createServerDouble(): ServerDouble {
  const listeners = new Map<string, Set<Listener>>();
  const keyPackages = new Map<string, Map<string, { packages: Uint8Array[]; lastResort: Uint8Array | undefined }>>();

  /** `committed` is called for a commit that was kept now, before anybody is told of it; who asked for it, `by`, is not told. */
  function keep(kept: Kept, records: readonly NewRecordInit[], committed: (commit: WireRecord) => void = () => undefined, by?: ReadonlySet<Listener>): bigint[] {
    const seqs: bigint[] = [];
    const fresh: WireRecord[] = [];
    for (const init of records) {
      const key = toHex(init.idempotencyKey ?? new Uint8Array());
      const before = kept.records.find((r) => toHex(r.idempotencyKey) === key);
      if (before) {
        seqs.push(before.seq);
        continue;
      }
      if (kept.stream.kind !== StreamKind.HISTORY && init.epoch !== kept.stream.epoch) throw new CoreError("epoch_stale", "", kept.stream.epoch);
      const record = create(RecordSchema, { ...init, seq: BigInt(kept.records.length + 1) });
      kept.records.push(record);
      if (init.news) double.news.add(record);
      if (init.forgetHour) setDue(record, init.forgetHour);
      fresh.push(record);
      seqs.push(record.seq);
      kept.stream.headSeq = record.seq;
      if (record.kind === RecordKind.COMMIT) kept.stream.epoch += 1n;
    }
    for (const record of fresh) if (record.kind === RecordKind.COMMIT) committed(record);
    for (const record of fresh) deliver(kept.stream, record, by);
    return seqs;
  }

  const isRoom = ({ kind }: Stream): boolean => kind === StreamKind.ROOM;
  const audience = (stream: Stream): readonly string[] => (isRoom(stream) ? double.rooms.audience(stream) : stream.members.map(({ accountId }) => toHex(accountId)));
  const seenBy = (stream: Stream, reader: string): Stream => (isRoom(stream) ? double.rooms.seenBy(stream, reader) : stream);

  function deliver(stream: Stream, record: WireRecord, except?: ReadonlySet<Listener>): void {
    if (!double.live) return;
    for (const reader of audience(stream)) {
      for (const shown of double.tamper([record], reader)) {
        tell(reader, create(ServerEventSchema, { event: { case: "recordAdded", value: { streamId: stream.streamId, record: shown } } }), except);
      }
    }
  }

  function tell(account: string, event: ServerEvent, except?: ReadonlySet<Listener>): void {
    for (const listener of listeners.get(account) ?? []) if (!except?.has(listener)) listener(event);
  }

  function find(streamId: Uint8Array | undefined): Kept {
    const kept = double.streams.get(toHex(streamId ?? new Uint8Array()));
    if (!kept) throw new CoreError("stream_not_found");
    return kept;
  }

  /** A stream that somebody may read and write. */
  function findFor(streamId: Uint8Array, account: string): Kept {
    const kept = find(streamId);
    if (isRoom(kept.stream) && !double.rooms.admits(kept.stream, account)) throw new CoreError("stream_not_found");
    return kept;
  }

  function tellChanged(stream: Stream, accounts: readonly string[]): void {
    for (const account of accounts) tell(account, create(ServerEventSchema, { event: { case: "streamChanged", value: { stream: seenBy(stream, account) } } }));
  }

  const due = new Map<WireRecord, bigint>();

  function setDue(record: WireRecord, hour: bigint): void {
    const before = due.get(record);
    due.set(record, before === undefined || hour < before ? hour : before);
  }

  function destroy(record: WireRecord): void {
    if (record.kind !== RecordKind.MESSAGE || record.ciphertext.length === 0) return;
    record.forgottenSha256 = sha256(record.ciphertext);
    record.ciphertext = new Uint8Array();
  }

  const double: ServerDouble = {
    now: Date.now,
    sweep() {
      for (const [record, hour] of due) if (hour * 3_600_000n <= BigInt(double.now())) destroy(record);
    },
    streams: new Map(),
    news: new Set(),
    profiles: new Map(),
    practice: create(PracticeSchema, { retentionShortest: 1 }),
    tamper: (records) => records,
    live: true,
    beforeCreate: () => undefined,
    beforeAppend: () => undefined,
    acknowledge: (seqs) => seqs,
    afterAppend: () => undefined,
    rooms: createRoomDouble(() => double.now(), (id) => find(id).stream, tellChanged),
    keylog: createKeylogDouble(),
    keylogOf: () => double.keylog,
    inject(id, init) {
      const kept = double.streams.get(id);
      if (!kept) throw new CoreError("stream_not_found");
      const record = create(RecordSchema, { idempotencyKey: randomBytes(16), ...init, seq: BigInt(kept.records.length + 1) });
      kept.records.push(record);
      kept.stream.headSeq = record.seq;
      deliver(kept.stream, record);
    },
    transport(accountId) {
      const me = toHex(accountId);
      const own = new Set<Listener>();
      const connections = new Set<(state: "online" | "connecting" | "offline") => void>();
      const mine = listeners.get(me) ?? new Set<Listener>();
      listeners.set(me, mine);
      const stream = {
        async createStream(request: { streamId: Uint8Array; kind: StreamKind; members: { accountId: Uint8Array; role: StreamRole }[]; epoch?: bigint; groupInfo?: Uint8Array; records?: NewRecordInit[] }) {
          const id = toHex(request.streamId);
          double.beforeCreate();
          if (!double.streams.has(id)) {
            const made = create(StreamSchema, { streamId: request.streamId, kind: request.kind, members: request.members });
            const kept = { stream: made, records: [], groupInfo: request.groupInfo ?? new Uint8Array() } as Kept;
            double.streams.set(id, kept);
            for (const record of request.records ?? []) keep(kept, [record]);
            tellChanged(made, made.members.map(({ accountId: each }) => toHex(each)));
          }
          double.afterAppend();
          return { stream: find(request.streamId).stream };
        },
        async listStreams() {
          return { streams: [...double.streams.values()].map((k) => k.stream).filter((s) => audience(s).includes(me)).map((s) => seenBy(s, me)) };
        },
        async append(request: { streamId: Uint8Array; records: NewRecordInit[]; groupInfo?: Uint8Array; admit?: Uint8Array[]; remove?: Uint8Array[] }) {
          await double.beforeAppend(toHex(request.streamId), me);
          const kept = findFor(request.streamId, me);
          if (isRoom(kept.stream) && request.records.some(({ kind }) => kind !== RecordKind.MESSAGE) && !double.rooms.leads(kept.stream, me)) throw new CoreError("moderators_only");
          if (kept.stream.closed) throw new CoreError("stream_closed");
          if (new Set(request.records.map((r) => toHex(r.idempotencyKey ?? new Uint8Array()))).size < request.records.length) throw new CoreError("malformed_record");
          const { admit = [], remove = [] } = request;
          const repeated = kept.records.some((r) => toHex(r.idempotencyKey) === toHex(request.records[0]?.idempotencyKey ?? new Uint8Array()));
          if (isRoom(kept.stream) && !repeated) double.rooms.check(kept.stream, admit);
          const seqs = keep(kept, request.records, (commit) => {
            const moved = isRoom(kept.stream) ? double.rooms.move(kept.stream, commit.seq, admit, remove) : [];
            if (moved.length > 0) tellChanged(kept.stream, [...double.rooms.moderators(kept.stream), ...moved]);
          }, own);
          if (request.groupInfo) kept.groupInfo = request.groupInfo;
          double.afterAppend();
          return { seqs: double.acknowledge(seqs) };
        },
        async read(request: { streamId: Uint8Array; after?: bigint; limit?: number }) {
          const { records, stream: s } = findFor(request.streamId, me);
          const first = isRoom(s) ? double.rooms.firstOf(s, me) : 0n;
          const page = records.filter((r) => r.seq > (request.after ?? 0n) && r.seq >= first).slice(0, request.limit ?? 1000);
          return { records: [...double.tamper(page, me)], headSeq: s.headSeq, epoch: s.epoch };
        },
        async getGroupInfo(request: { streamId: Uint8Array }) {
          const kept = find(request.streamId);
          return { epoch: kept.stream.epoch, groupInfo: kept.groupInfo };
        },
        async signal(request: { streamId: Uint8Array; ciphertext: Uint8Array }) {
          for (const member of find(request.streamId).stream.members) {
            tell(toHex(member.accountId), create(ServerEventSchema, { event: { case: "signal", value: request } }));
          }
          return {};
        },
        /** As the real one: in a conversation once all members said so. */
        async forget(request: { streamId: Uint8Array; marks?: { upTo: bigint; hour: bigint }[]; idempotencyKeys?: Uint8Array[]; seqs?: bigint[]; hour?: bigint }) {
          const kept = find(request.streamId);
          const keys = new Set((request.idempotencyKeys ?? []).map(toHex));
          for (const record of kept.records) if (keys.has(toHex(record.idempotencyKey))) setDue(record, request.hour ?? 0n);
          if (isRoom(kept.stream)) {
            for (const record of kept.records) if (request.seqs?.includes(record.seq)) destroy(record);
            return {};
          }
          const wishes = (kept.wishes ??= new Map<bigint, Map<string, bigint>>());
          const wish = (seq: bigint, hour: bigint): void => void wishes.set(seq, new Map([...(wishes.get(seq) ?? []), [me, hour]]));
          for (const seq of request.seqs ?? []) wish(seq, request.hour ?? 0n);
          for (const mark of request.marks ?? []) for (let seq = 1n; seq <= mark.upTo; seq++) wish(seq, mark.hour);
          for (const record of kept.records) {
            const hours = [...(wishes.get(record.seq)?.values() ?? [])];
            if (hours.length >= kept.stream.members.length) setDue(record, hours.reduce((latest, hour) => (hour > latest ? hour : latest), 0n));
          }
          double.sweep();
          return {};
        },
        async closeStream(request: { streamId: Uint8Array }) {
          const { stream: s } = find(request.streamId);
          s.closed = true;
          if (isRoom(s)) tellChanged(s, audience(s));
          return {};
        },
        async openStream(request: { streamId: Uint8Array }) {
          const { stream: s } = find(request.streamId);
          s.closed = false;
          tellChanged(s, audience(s));
          return {};
        },
        async leaveStream(request: { streamId: Uint8Array }) {
          double.rooms.leave(find(request.streamId).stream, me);
          return {};
        },
      };
      const account = {
        async publishKeyPackages(request: { deviceId: Uint8Array; keyPackages: Uint8Array[]; lastResort?: Uint8Array }) {
          const devices = keyPackages.get(me) ?? new Map();
          keyPackages.set(me, devices);
          const there = devices.get(toHex(request.deviceId));
          devices.set(toHex(request.deviceId), { packages: [...(there?.packages ?? []), ...request.keyPackages], lastResort: request.lastResort ?? there?.lastResort });
          return {};
        },
        async removeDevice(request: { deviceId: Uint8Array }) {
          keyPackages.get(me)?.delete(toHex(request.deviceId));
          return {};
        },
        async getAccountKeys(request: { accountId: Uint8Array }) {
          const profile = double.profiles.get(toHex(request.accountId));
          if (!profile) throw new CoreError("account_not_found");
          return profile;
        },
        async claimKeyPackages(request: { accountId: Uint8Array }) {
          const devices = [...(keyPackages.get(toHex(request.accountId))?.values() ?? [])];
          return { keyPackages: devices.map((d) => d.packages.shift() ?? d.lastResort).filter((k) => k !== undefined).map((keyPackage) => ({ deviceId: new Uint8Array(16), keyPackage })) };
        },
      };
      const practice = {
        async getProfile(request: { accountId: Uint8Array }) {
          return { profile: double.profiles.get(toHex(request.accountId)) ?? create(ProfileSchema) };
        },
        async getOwnProfile() {
          return { profile: double.profiles.get(me) };
        },
        async getPractice() {
          return { practice: double.practice };
        },
      };
      // The generated clients have more methods; neither conversations nor rooms call them.
      return {
        stream, account, practice, room: double.rooms.service(me), auth: {},
        keylog: async () => ({ lookUp: async (request: Parameters<KeylogDouble["answer"]>[0]) => double.keylogOf(me).answer(request) }),
        setToken: () => undefined,
        serverNow: () => double.now(),
        connect: () => undefined,
        disconnect() {
          for (const listener of own) mine.delete(listener);
        },
        onEvent(listener: Listener) {
          own.add(listener);
          mine.add(listener);
          return () => mine.delete(listener);
        },
        onConnection(listener: (state: "online" | "connecting" | "offline") => void) {
          connections.add(listener);
          return () => connections.delete(listener);
        },
        goOnline() {
          for (const listener of connections) listener("online");
        },
        goOffline() {
          for (const listener of connections) listener("offline");
        },
      } as unknown as Transport & { goOnline(): void; goOffline(): void };
    },
  };
  return double;
}
