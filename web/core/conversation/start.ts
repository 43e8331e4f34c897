/**
 * A client asks a practitioner for therapy: the agreement to the consent text
 * and the intake card go, as the first payload, into a new group of two.
 *
 * The whole request is made and kept on the device before it is sent once;
 * after a lost answer the same bytes are sent again, so that nobody is asked
 * twice. What was changed meanwhile is made anew if nothing arrived.
 */
import { type ConsentText, type Id, MAX_INTAKE_LENGTH, type NewIntake, type SealedContent } from "../api.ts";
import { equalBytes, fromBase64url, fromHex, fromUtf8, randomBytes, sha256, toBase64url, toHex, utf8 } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { CoreError } from "../errors.ts";
import type { Profile } from "../gen/alcove/v1/practice_pb.ts";
import { RecordKind, StreamKind, StreamRole } from "../gen/alcove/v1/stream_pb.ts";
import { addMembers, createGroup, encrypt, verifyKeyPackage } from "../mls.ts";
import { consentOf } from "../practice.ts";
import { sealTo } from "../sealed.ts";
import { type Body, encodePayload, type Payload } from "./payload.ts";
import type { Entry } from "./entry.ts";
import type { Standing } from "./records.ts";
import { decodeStanding, encodeStanding } from "./standing.ts";
import { DAY, forgetHour } from "./lifetime.ts";
import { emptyTranscript, extendTranscript } from "./transcript.ts";

export interface NewRequest {
  readonly practitioner: Id;
  readonly consentVersion: number;
  readonly intake: NewIntake;
}

/** A request as it is kept until the server has it. */
export interface Prepared {
  readonly practitioner: Id;
  readonly practitionerName: string;
  readonly identityKey: string;
  readonly standing: string;
  readonly groupInfo: string;
  readonly records: readonly { readonly kind: RecordKind; readonly epoch: number; readonly key: string; readonly ciphertext: string; readonly forgetHour?: number }[];
  readonly entry: Entry;
}

export interface Started {
  readonly standing: Standing;
  readonly entry: Entry;
  readonly peer: { readonly accountId: Id; readonly displayName: string };
  readonly peerIdentityKey: string;
}

/** What fits, padded and encrypted, into one record, of the conversation and of one's own history. */
const LARGEST = 128 * 1024;

const pendingName = (practitioner: Id): string => `request/${practitioner}`;

/** Asks the practitioner; answers when the server has the request durably. */
export async function startConversation(ctx: CoreContext, request: NewRequest): Promise<Started> {
  const kept = await keptRequest(ctx, request.practitioner);
  if (kept && (asks(kept, request) || (await arrived(ctx, kept)))) return resumeRequest(ctx, kept);
  await forgetRequest(ctx, request.practitioner);
  const prepared = await prepare(ctx, request);
  await ctx.store.put([[pendingName(request.practitioner), utf8(JSON.stringify(prepared))]]);
  return resumeRequest(ctx, prepared);
}

async function keptRequest(ctx: CoreContext, practitioner: Id): Promise<Prepared | undefined> {
  const kept = await ctx.store.get(pendingName(practitioner));
  return kept && (JSON.parse(fromUtf8(kept)) as Prepared);
}

/** Whether a kept request says what is asked now. */
function asks({ entry }: Prepared, { consentVersion, intake }: NewRequest): boolean {
  if (entry.kind !== "payload" || "unknown" in entry.payload || entry.payload.type !== "request") return false;
  const { consent, intake: told } = entry.payload;
  const same = consent.version === consentVersion && told.reason === intake.reason && told.region === intake.region && JSON.stringify(entry.payload.returning) === JSON.stringify(returningIn(intake));
  return same && JSON.stringify(entry.own) === JSON.stringify(ownContent(intake));
}

/** Whether the server has a kept request, and only its answer was lost. */
async function arrived(ctx: CoreContext, { entry }: Prepared): Promise<boolean> {
  const { streams } = await ctx.transport.stream.listStreams({});
  return streams.some((stream) => toHex(stream.streamId) === entry.stream);
}

/** Refusals of a request that it will meet as long as it is what it is. */
const FINAL: ReadonlySet<string> = new Set(["wrong_members", "not_a_member", "too_many_streams", "stream_exists", "malformed_record", "record_too_large", "too_many_records", "invalid_request"]);

/** True when a request was refused for good; it is kept no longer then. */
export const isRefusedForGood = (error: unknown): boolean => error instanceof CoreError && FINAL.has(error.code);

/** Requests that were made and not yet acknowledged when the device stopped. */
export async function keptRequests(ctx: CoreContext): Promise<readonly Prepared[]> {
  return (await ctx.store.list("request/")).map(([, value]) => JSON.parse(fromUtf8(value)) as Prepared);
}

/** Sends a prepared request, again if need be: the server answers the same id as the first time. */
export async function resumeRequest(ctx: CoreContext, prepared: Prepared): Promise<Started> {
  try {
    await create(ctx, prepared);
  } catch (error) {
    if (isRefusedForGood(error)) await forgetRequest(ctx, prepared.practitioner);
    throw error;
  }
  return {
    standing: decodeStanding(fromBase64url(prepared.standing)),
    entry: prepared.entry,
    peer: { accountId: prepared.practitioner, displayName: prepared.practitionerName },
    peerIdentityKey: prepared.identityKey,
  };
}

async function create(ctx: CoreContext, { practitioner, entry, groupInfo, records }: Prepared): Promise<void> {
  await ctx.transport.stream.createStream({
    streamId: fromHex(entry.stream),
    kind: StreamKind.CONVERSATION,
    members: [
      { accountId: ctx.accountId, role: StreamRole.CLIENT },
      { accountId: fromHex(practitioner), role: StreamRole.PRACTITIONER },
    ],
    epoch: 1n,
    groupInfo: fromBase64url(groupInfo),
    records: records.map((r) => ({ kind: r.kind, epoch: BigInt(r.epoch), idempotencyKey: fromBase64url(r.key), ciphertext: fromBase64url(r.ciphertext), news: r.kind === RecordKind.MESSAGE, forgetHour: BigInt(r.forgetHour ?? 0) })),
  });
}

/** Forgets the kept request: the conversation is on the device, or will never be. */
export async function forgetRequest(ctx: CoreContext, practitioner: Id): Promise<void> {
  await ctx.store.put([[pendingName(practitioner), undefined]]);
}

async function prepare(ctx: CoreContext, request: NewRequest): Promise<Prepared> {
  checkIntake(request.intake);
  const { keylogOf } = await import("../keylog/index.ts");
  const profile = await keylogOf(ctx).practitioner(fromHex(request.practitioner));
  const consent = agreedText(profile, request.consentVersion);
  const packages = await trustedKeyPackages(ctx, profile);
  const stream = randomBytes(16);
  const added = await addMembers(await createGroup(ctx.device, stream), ctx.device, packages);
  const { practice } = await ctx.transport.practice.getPractice({});
  const payload = await requestPayload(ctx, request, consent, profile.sealingRecipient, practice?.retentionStandard ?? 0);
  const message = await encrypt(added.group, encodePayload(payload));
  const end = payload.type === "request" && payload.retention ? { forgetHour: forgetHour(payload.at + payload.retention * DAY, payload.at) } : {};
  const records = [
    { kind: RecordKind.COMMIT, epoch: 0, ciphertext: added.commit },
    { kind: RecordKind.WELCOME, epoch: 1, ciphertext: added.welcome },
    { kind: RecordKind.MESSAGE, epoch: 1, ciphertext: message.ciphertext, ...end },
  ];
  const transcript = records.reduce((t, r) => extendTranscript(t, sha256(r.ciphertext)), emptyTranscript);
  const entry: Entry = {
    kind: "payload", stream: toHex(stream), seq: records.length, from: toHex(ctx.accountId),
    device: toHex(ctx.device.deviceId), payload, own: ownContent(request.intake),
  };
  if (utf8(JSON.stringify(entry)).length >= LARGEST) throw new CoreError("request_too_long");
  const standing: Standing = { stream: toHex(stream), group: message.group, transcript, counts: {} };
  return {
    practitioner: request.practitioner,
    practitionerName: profile.displayName,
    identityKey: toHex(profile.identityKey),
    standing: toBase64url(encodeStanding(standing)),
    groupInfo: toBase64url(added.groupInfo),
    records: records.map((r) => ({ ...r, key: toBase64url(randomBytes(16)), ciphertext: toBase64url(r.ciphertext) })),
    entry,
  };
}

/** What is kept and then refused would stand in the way of every later attempt. */
function checkIntake({ reason, region, medical = "", realName = "", emergencyContact = "", formerName = "", codeWord = "" }: NewIntake): void {
  if (reason.length > MAX_INTAKE_LENGTH.reason) throw new CoreError("reason_too_long");
  if (region.length > MAX_INTAKE_LENGTH.region) throw new CoreError("region_too_long");
  if (medical.length > MAX_INTAKE_LENGTH.medical) throw new CoreError("medical_too_long");
  if (realName.length > MAX_INTAKE_LENGTH.realName) throw new CoreError("real_name_too_long");
  if (emergencyContact.length > MAX_INTAKE_LENGTH.emergencyContact) throw new CoreError("emergency_contact_too_long");
  if (formerName.length > MAX_INTAKE_LENGTH.formerName) throw new CoreError("pseudonym_too_long");
  if (codeWord.length > MAX_INTAKE_LENGTH.codeWord) throw new CoreError("code_word_too_long");
}

function agreedText(profile: Profile, version: number): ConsentText {
  const consent = profile.consent && consentOf(profile.consent);
  if (!consent || consent.version !== version) throw new CoreError("consent_changed");
  return consent;
}

/** The practitioner's devices, each shown to belong to the published identity key. */
async function trustedKeyPackages(ctx: CoreContext, profile: Profile): Promise<readonly Uint8Array[]> {
  const { keyPackages } = await ctx.transport.account.claimKeyPackages({ accountId: profile.accountId });
  if (keyPackages.length === 0) throw new CoreError("practitioner_unreachable");
  for (const { keyPackage } of keyPackages) {
    const member = await verifyKeyPackage(keyPackage);
    if (!equalBytes(member.accountId, profile.accountId) || !equalBytes(member.identityKey, profile.identityKey)) {
      throw new CoreError("bad_credential");
    }
  }
  return keyPackages.map((k) => k.keyPackage);
}

/** What somebody tells who says that they were here before. */
function returningIn({ formerName = "", codeWord = "" }: NewIntake): { readonly name: string; readonly word: string } | undefined {
  return formerName.trim() === "" ? undefined : { name: formerName.trim(), word: codeWord.trim() };
}

function ownContent(intake: NewIntake): SealedContent {
  const { medical, realName = "", emergencyContact = "" } = intake;
  return {
    ...(medical ? { medical } : {}),
    ...(realName || emergencyContact ? { contact: { realName, emergencyContact } } : {}),
  };
}

async function requestPayload(ctx: CoreContext, request: NewRequest, consent: ConsentText, recipient: string, retention: number): Promise<Payload> {
  const own = ownContent(request.intake);
  const seal = async (text: string): Promise<string> => toBase64url(await sealTo(recipient, utf8(text)));
  const returning = returningIn(request.intake);
  const body: Body = {
    type: "request",
    ...(returning ? { returning } : {}),
    clientName: ctx.vault.read().displayName,
    consent,
    ...(retention > 0 ? { retention } : {}),
    intake: {
      reason: request.intake.reason,
      region: request.intake.region,
      ...(own.medical ? { medical: await seal(own.medical) } : {}),
      ...(own.contact ? { contact: await seal(JSON.stringify(own.contact)) } : {}),
    },
  };
  return { ...body, v: 1, id: toHex(randomBytes(16)), at: ctx.now(), chain: { n: 0, seq: 0, hash: emptyTranscript.hash } };
}

