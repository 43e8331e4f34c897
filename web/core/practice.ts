/**
 * The practice as the screens see it: PracticeService in the types of api.ts.
 *
 * A profile that is going to be written to is checked first: its account id
 * must be made from its identity key, and the identity key must have signed the
 * key that intake is sealed to. So a server cannot slip in a sealing key of its
 * own for a practitioner it did not also invent.
 */
import type { MessageInitShape } from "@bufbuild/protobuf";
import type { ConsentText, Core, Id, Invitation, Practice, Profile, Role } from "./api.ts";
import { equalBytes, fromHex, toHex } from "./bytes.ts";
import type { Transport } from "./context.ts";
import { accountIdOf } from "./device_credential.ts";
import { CoreError } from "./errors.ts";
import { Role as WireRole } from "./gen/alcove/v1/auth_pb.ts";
import type { ConsentText as WireConsent, ConsentTextSchema, Invitation as WireInvitation, Practice as WirePractice, Profile as WireProfile, ProfileSchema } from "./gen/alcove/v1/practice_pb.ts";
import { randomBelow } from "./random.ts";
import { verifyRecipient } from "./sealed.ts";

/** The methods of Core that this module provides. */
export type PracticeMethods = Pick<Core,
  | "checkInvitation" | "practice" | "updatePractice" | "profiles" | "profile" | "firstAvailable" | "allProfiles" | "reviewProfile"
  | "createInvitation" | "invitations" | "revokeInvitation" | "ownProfile" | "putOwnProfile" | "putAvailability" | "putPhoto" | "photo" | "putConsentText">;

/** Throws "bad_credential" when a profile's keys do not belong to its account. */
export function verifyProfile(profile: WireProfile): WireProfile {
  const { accountId, identityKey, sealingRecipient, sealingSignature } = profile;
  const holds = equalBytes(accountId, accountIdOf(identityKey)) && verifyRecipient(identityKey, sealingRecipient, sealingSignature);
  if (!holds) throw new CoreError("bad_credential");
  return profile;
}

/** Fetches a practitioner's profile and checks its keys. */
export async function verifiedProfile(transport: Transport, accountId: Uint8Array): Promise<WireProfile> {
  const { profile } = await transport.practice.getProfile({ accountId });
  if (!profile || !equalBytes(profile.accountId, accountId)) throw new CoreError("bad_credential");
  return verifyProfile(profile);
}

export function consentOf(wire: WireConsent): ConsentText {
  const { $typeName: _type, $unknown: _unknown, ...text } = wire;
  return text;
}

export function roleOf(role: WireRole): Role {
  switch (role) {
    case WireRole.CLIENT: return "client";
    case WireRole.PRACTITIONER: return "practitioner";
    case WireRole.STEWARD: return "steward";
    case WireRole.UNSPECIFIED: throw new CoreError("internal");
  }
}

const wireRoles = { client: WireRole.CLIENT, practitioner: WireRole.PRACTITIONER, steward: WireRole.STEWARD } as const;

function profileOf(wire: WireProfile): Profile {
  return {
    accountId: toHex(wire.accountId),
    displayName: wire.displayName,
    profession: wire.credential?.profession ?? "",
    registrationBody: wire.credential?.registrationBody ?? "",
    registrationNumber: wire.credential?.registrationNumber ?? "",
    modality: wire.modality,
    languages: wire.languages,
    specialities: wire.specialities,
    about: wire.about,
    accepting: wire.accepting,
    hasPhoto: wire.hasPhoto,
    credentialsConfirmed: wire.credentialsConfirmed,
    published: wire.published,
    availability: { hours: wire.availability?.hours ?? "", awayUntil: wire.availability?.awayUntil ?? "", urgent: wire.availability?.urgent ?? "" },
    ...(wire.consent ? { consent: consentOf(wire.consent) } : {}),
  };
}

function practiceOf(wire: WirePractice): Practice {
  const { $typeName: _type, $unknown: _unknown, crisisLines, retentionShortest, retentionLongest, retentionStandard, ...rest } = wire;
  const retention = { shortest: Math.max(1, retentionShortest), longest: retentionLongest, standard: retentionStandard };
  return { ...rest, retention, crisisLines: crisisLines.map(({ name, number, hours, url }) => ({ name, number, hours, url })) };
}

function invitationOf(wire: WireInvitation): Invitation {
  return { id: toHex(wire.invitationId), label: wire.label, role: roleOf(wire.role), expiresAt: Number(wire.expiresUnix) * 1000, used: wire.used };
}

function present<T>(part: T | undefined): T {
  if (part === undefined) throw new CoreError("internal");
  return part;
}

export function createPractice({ auth, practice }: Transport): PracticeMethods {
  async function profiles(filter: { readonly language?: string; readonly speciality?: string; readonly acceptingOnly?: boolean } = {}): Promise<readonly Profile[]> {
    return (await practice.listProfiles(filter)).profiles.map(profileOf);
  }
  return {
    async checkInvitation(invitation) {
      const { role, expiresUnix } = await auth.checkInvitation({ invitation });
      return { role: roleOf(role), expiresAt: Number(expiresUnix) * 1000 };
    },
    practice: async () => practiceOf(present((await practice.getPractice({})).practice)),
    async updatePractice(changed) {
      const { setUp: _readOnly, retention = { shortest: 1, longest: 0, standard: 0 }, ...rest } = changed;
      const bounds = { retentionShortest: retention.shortest, retentionLongest: retention.longest, retentionStandard: retention.standard };
      await practice.updatePractice({ practice: { ...rest, ...bounds, languages: [...rest.languages], crisisLines: [...rest.crisisLines] } });
    },
    profiles,
    profile: async (accountId) => profileOf(present((await practice.getProfile({ accountId: fromHex(accountId) })).profile)),
    async firstAvailable(language, except = []) {
      const accepting = await profiles({ acceptingOnly: true, ...(language ? { language } : {}) });
      const found = accepting.filter((profile) => !except.includes(profile.accountId));
      const chosen = found.length > 0 ? found[randomBelow(found.length)] : undefined;
      if (!chosen) throw new CoreError("nobody_available");
      return chosen;
    },
    allProfiles: async () => (await practice.listAllProfiles({})).profiles.map(profileOf),
    async reviewProfile({ accountId, credentialsConfirmed, published }) {
      return profileOf(present((await practice.reviewProfile({ accountId: fromHex(accountId), credentialsConfirmed, published })).profile));
    },
    async createInvitation({ label, role }) {
      const { invitation, token } = await practice.createInvitation({ label, role: wireRoles[role] });
      return { invitation: invitationOf(present(invitation)), token };
    },
    invitations: async () => (await practice.listInvitations({})).invitations.map(invitationOf),
    async revokeInvitation(id: Id) {
      await practice.revokeInvitation({ invitationId: fromHex(id) });
    },
    ownProfile: async () => profileOf(present((await practice.getOwnProfile({})).profile)),
    async putOwnProfile(draft) {
      const { profession, registrationBody, registrationNumber, languages, specialities, ...rest } = draft;
      const profile: MessageInitShape<typeof ProfileSchema> = {
        displayName: rest.displayName, modality: rest.modality, about: rest.about, accepting: rest.accepting,
        credential: { profession, registrationBody, registrationNumber }, languages: [...languages], specialities: [...specialities],
      };
      return profileOf(present((await practice.putOwnProfile({ profile })).profile));
    },
    putAvailability: async (availability) => profileOf(present((await practice.putAvailability({ availability })).profile)),
    async putPhoto(image) {
      await practice.putPhoto({ image });
    },
    photo: async (accountId) => (await practice.getPhoto({ accountId: fromHex(accountId) })).image,
    async putConsentText(text) {
      const consent: MessageInitShape<typeof ConsentTextSchema> = text;
      return (await practice.putConsentText({ consent })).version;
    },
  };
}
