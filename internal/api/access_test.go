package api

import (
	"testing"

	"google.golang.org/protobuf/reflect/protoreflect"

	"alcove/internal/account"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

func TestEveryProcedureIsClassified(t *testing.T) {
	found := map[string]bool{}
	for _, file := range []protoreflect.FileDescriptor{
		alcovev1.File_alcove_v1_auth_proto, alcovev1.File_alcove_v1_account_proto,
		alcovev1.File_alcove_v1_stream_proto, alcovev1.File_alcove_v1_blob_proto, alcovev1.File_alcove_v1_practice_proto,
		alcovev1.File_alcove_v1_room_proto, alcovev1.File_alcove_v1_link_proto, alcovev1.File_alcove_v1_mail_proto, alcovev1.File_alcove_v1_keylog_proto, alcovev1.File_alcove_v1_push_proto, alcovev1.File_alcove_v1_policy_proto,
		alcovev1.File_alcove_v1_breach_proto, alcovev1.File_alcove_v1_access_proto, alcovev1.File_alcove_v1_server_key_proto, alcovev1.File_alcove_v1_survey_proto,
	} {
		for i := range file.Services().Len() {
			service := file.Services().Get(i)
			for j := range service.Methods().Len() {
				procedure := "/" + string(service.FullName()) + "/" + string(service.Methods().Get(j).Name())
				found[procedure] = true
				if _, ok := access[procedure]; !ok {
					t.Errorf("%s is not in the access table", procedure)
				}
			}
		}
	}
	for procedure := range access {
		if !found[procedure] {
			t.Errorf("%s is in the access table, not in the schema", procedure)
		}
	}
}

func TestRestrictedSessionsMayOnlyLiftTheirRestriction(t *testing.T) {
	always := []string{rpc.AccountServiceGetSessionProcedure, rpc.AccountServiceLogOutProcedure}
	cases := []struct {
		name    string
		session account.Session
		may     []string
	}{
		{"second factor required", account.Session{Role: account.Practitioner, SecondFactorRequired: true}, []string{
			rpc.AccountServicePasskeyAssertStartProcedure, rpc.AccountServicePasskeyAssertFinishProcedure, rpc.AccountServiceUseOneTimeCodeProcedure}},
		{"second factor required after recovery", account.Session{Role: account.Practitioner, SecondFactorRequired: true, Recovering: true}, []string{
			rpc.AccountServicePasskeyAssertStartProcedure, rpc.AccountServicePasskeyAssertFinishProcedure, rpc.AccountServiceUseOneTimeCodeProcedure}},
		{"second factor missing", account.Session{Role: account.Steward, SecondFactorMissing: true}, []string{
			rpc.AccountServicePasskeyRegisterStartProcedure, rpc.AccountServicePasskeyRegisterFinishProcedure}},
		{"recovering", account.Session{Role: account.Client, Recovering: true}, []string{
			rpc.AccountServiceGetVaultProcedure, rpc.AccountServiceChangePassphraseStartProcedure, rpc.AccountServiceChangePassphraseFinishProcedure}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			may := map[string]bool{}
			for _, p := range append(c.may, always...) {
				may[p] = true
			}
			for procedure, r := range access {
				if r == public {
					continue
				}
				if allowed := r.permit(c.session) == nil; allowed != may[procedure] {
					t.Errorf("%s: allowed %v, want %v", procedure, allowed, may[procedure])
				}
			}
		})
	}
}

func TestRolesAreKeptApart(t *testing.T) {
	cases := []struct {
		procedure string
		role      account.Role
		allowed   bool
	}{
		{rpc.PracticeServiceCreateInvitationProcedure, account.Steward, true},
		{rpc.PracticeServiceCreateInvitationProcedure, account.Practitioner, false},
		{rpc.PracticeServiceCreateInvitationProcedure, account.Client, false},
		{rpc.PracticeServicePutOwnProfileProcedure, account.Practitioner, true},
		{rpc.PracticeServicePutOwnProfileProcedure, account.Steward, false},
		{rpc.PracticeServicePutOwnProfileProcedure, account.Client, false},
		{rpc.PracticeServicePutAvailabilityProcedure, account.Client, false},
		{rpc.StreamServiceAppendProcedure, account.Client, true},
	}
	for _, c := range cases {
		if allowed := access[c.procedure].permit(account.Session{Role: c.role}) == nil; allowed != c.allowed {
			t.Errorf("%s as role %d: allowed %v, want %v", c.procedure, c.role, allowed, c.allowed)
		}
	}
}
