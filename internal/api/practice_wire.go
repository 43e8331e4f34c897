package api

import (
	"alcove/internal/practice"
	alcovev1 "alcove/proto/alcove/v1"
)

// Between the schema's messages and package practice's types, field by field.

func settingsToWire(s practice.Settings) *alcovev1.Practice {
	p := &alcovev1.Practice{
		Name: s.Name, Languages: s.Languages, ContactEmail: s.ContactEmail, ContactPhone: s.ContactPhone,
		ContactAddress: s.ContactAddress, Jurisdiction: s.Jurisdiction, SetUp: s.SetUp,
		RetentionShortest: s.Retention.Shortest, RetentionLongest: s.Retention.Longest, RetentionStandard: s.Retention.Standard,
	}
	crisis := s.Crisis()
	p.EmergencyNumber = crisis.EmergencyNumber
	for _, l := range crisis.Lines {
		p.CrisisLines = append(p.CrisisLines, &alcovev1.CrisisLine{Name: l.Name, Number: l.Number, Hours: l.Hours, Url: l.URL})
	}
	return p
}

func settingsFromWire(p *alcovev1.Practice) practice.Settings {
	s := practice.Settings{
		Name: p.GetName(), Languages: p.GetLanguages(), ContactEmail: p.GetContactEmail(), ContactPhone: p.GetContactPhone(),
		ContactAddress: p.GetContactAddress(), Jurisdiction: p.GetJurisdiction(), EmergencyNumber: p.GetEmergencyNumber(),
		Retention: practice.Retention{Shortest: p.GetRetentionShortest(), Longest: p.GetRetentionLongest(), Standard: p.GetRetentionStandard()},
	}
	for _, l := range p.GetCrisisLines() {
		s.CrisisLines = append(s.CrisisLines, practice.CrisisLine{Name: l.GetName(), Number: l.GetNumber(), Hours: l.GetHours(), URL: l.GetUrl()})
	}
	return s
}

func invitationToWire(i practice.Invitation) *alcovev1.Invitation {
	return &alcovev1.Invitation{
		InvitationId: i.ID[:], Label: i.Label, Role: alcovev1.Role(i.Role), ExpiresUnix: i.Expires.Unix(), Used: i.Used,
	}
}

func profilesToWire(all []practice.Profile) []*alcovev1.Profile {
	out := make([]*alcovev1.Profile, 0, len(all))
	for _, p := range all {
		out = append(out, profileToWire(p))
	}
	return out
}

func profileToWire(p practice.Profile) *alcovev1.Profile {
	out := &alcovev1.Profile{
		AccountId: p.AccountID[:], DisplayName: p.DisplayName, Languages: p.Languages, Specialities: p.Specialities,
		Credential: &alcovev1.Credential{
			Profession: p.Credential.Profession, RegistrationBody: p.Credential.RegistrationBody,
			RegistrationNumber: p.Credential.RegistrationNumber,
		},
		About: p.About, Modality: p.Modality, Accepting: p.Accepting, IdentityKey: p.Keys.IdentityKey,
		SealingRecipient: p.Keys.SealingRecipient, SealingSignature: p.Keys.SealingSignature, HasPhoto: p.HasPhoto,
		CredentialsConfirmed: p.CredentialsConfirmed, Published: p.Published,
		Availability: &alcovev1.Availability{Hours: p.Availability.Hours, AwayUntil: p.Availability.AwayUntil, Urgent: p.Availability.Urgent},
	}
	if c := p.Consent; c != nil {
		out.Consent = &alcovev1.ConsentText{
			Version: c.Version, Language: c.Language, Credentials: c.Credentials, RisksAndBenefits: c.RisksAndBenefits,
			LimitsOfConfidentiality: c.LimitsOfConfidentiality, ResponseTimes: c.ResponseTimes,
			TechnologyFailure: c.TechnologyFailure, Emergencies: c.Emergencies, Fees: c.Fees, RecordKeeping: c.RecordKeeping,
			RecordYears: c.RecordYears,
		}
	}
	return out
}

func draftFromWire(p *alcovev1.Profile) practice.Draft {
	return practice.Draft{
		DisplayName: p.GetDisplayName(), Languages: p.GetLanguages(), Specialities: p.GetSpecialities(),
		Credential: practice.Credential{
			Profession: p.GetCredential().GetProfession(), RegistrationBody: p.GetCredential().GetRegistrationBody(),
			RegistrationNumber: p.GetCredential().GetRegistrationNumber(),
		},
		About: p.GetAbout(), Modality: p.GetModality(), Accepting: p.GetAccepting(),
	}
}

func availabilityFromWire(a *alcovev1.Availability) practice.Availability {
	return practice.Availability{Hours: a.GetHours(), AwayUntil: a.GetAwayUntil(), Urgent: a.GetUrgent()}
}

func consentFromWire(c *alcovev1.ConsentText) practice.ConsentText {
	return practice.ConsentText{
		Language: c.GetLanguage(), Credentials: c.GetCredentials(), RisksAndBenefits: c.GetRisksAndBenefits(),
		LimitsOfConfidentiality: c.GetLimitsOfConfidentiality(), ResponseTimes: c.GetResponseTimes(),
		TechnologyFailure: c.GetTechnologyFailure(), Emergencies: c.GetEmergencies(), Fees: c.GetFees(),
		RecordKeeping: c.GetRecordKeeping(), RecordYears: c.GetRecordYears(),
	}
}
