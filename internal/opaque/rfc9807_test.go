package opaque

import (
	"testing"

	"github.com/cloudflare/circl/oprf"
)

// blindWith replaces the random blind by the vector's: circl draws its scalars
// by rejection, so they cannot be scripted through a reader.
func blindWith(t *testing.T, passphrase, blind []byte) (*oprf.FinalizeData, []byte) {
	t.Helper()
	scalar := dhGroup.NewScalar()
	if err := scalar.UnmarshalBinary(blind); err != nil {
		t.Fatal(err)
	}
	data, request, err := oprf.NewClient(suite).DeterministicBlind([][]byte{passphrase}, []oprf.Blind{scalar})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := request.Elements[0].MarshalBinaryCompress()
	if err != nil {
		t.Fatal(err)
	}
	return data, raw
}

func TestVectorsOfRFC9807(t *testing.T) {
	real, _ := loadVectors(t)
	for _, v := range real {
		name := "default identities"
		if v.Inputs["client_identity"] != "" {
			name = "named identities"
		}
		t.Run(name, func(t *testing.T) {
			server := v.server(t)
			identifier := v.in(t, "credential_identifier")

			data, request := blindWith(t, v.in(t, "password"), v.in(t, "blind_registration"))
			v.wants(t, "registration_request", request)
			response, err := server.RegistrationResponse(request, identifier)
			if err != nil {
				t.Fatal(err)
			}
			v.wants(t, "registration_response", response)
			registration := &Registration{v.client(t, v.in(t, "envelope_nonce")), data}
			record, exportKey, err := registration.Finish(response)
			if err != nil {
				t.Fatal(err)
			}
			v.wants(t, "registration_upload", record)
			v.wants(t, "export_key", exportKey)

			data, request = blindWith(t, v.in(t, "password"), v.in(t, "blind_login"))
			ephemeral, err := deriveKeyPair(v.in(t, "client_keyshare_seed"))
			if err != nil {
				t.Fatal(err)
			}
			ke1 := append(append(request, v.in(t, "client_nonce")...), ephemeral.public...)
			v.wants(t, "KE1", ke1)
			state, ke2, err := server.LoginStart(record, identifier, ke1)
			if err != nil {
				t.Fatal(err)
			}
			v.wants(t, "KE2", ke2)
			login := &Login{v.client(t), data, ephemeral, ke1}
			ke3, clientKey, exportKey, err := login.Finish(ke2)
			if err != nil {
				t.Fatal(err)
			}
			v.wants(t, "KE3", ke3)
			v.wants(t, "session_key", clientKey)
			v.wants(t, "export_key", exportKey)
			serverKey, err := server.LoginFinish(state, ke3)
			if err != nil {
				t.Fatal(err)
			}
			v.wants(t, "session_key", serverKey)
		})
	}
}

func TestFakeRecordVectorOfRFC9807(t *testing.T) {
	_, fake := loadVectors(t)
	for _, v := range fake {
		record := append(v.in(t, "client_public_key"), v.in(t, "masking_key")...)
		record = append(record, make([]byte, nEnvelope)...)
		_, ke2, err := v.server(t).LoginStart(record, v.in(t, "credential_identifier"), v.in(t, "KE1"))
		if err != nil {
			t.Fatal(err)
		}
		v.wants(t, "KE2", ke2)
	}
}
