package api_test

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/api"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// streamServer serves streams and returns how a person calls them.
func (w *world) streamServer() func(p *person) rpc.StreamServiceClient {
	w.t.Helper()
	log := slog.New(slog.NewTextHandler(w.log, nil))
	guard := api.NewSessionInterceptor(w.accounts, api.NewAddresses(w.clock, rand.Reader), log)
	mux := http.NewServeMux()
	mux.Handle(rpc.NewStreamServiceHandler(api.NewStreamHandler(w.streams, log), api.Options(guard)))
	server := httptest.NewUnstartedServer(mux)
	server.EnableHTTP2 = true
	server.StartTLS()
	w.t.Cleanup(server.Close)
	return func(p *person) rpc.StreamServiceClient {
		token := "Bearer " + base64.RawURLEncoding.EncodeToString(p.session.GetToken())
		return rpc.NewStreamServiceClient(server.Client(), server.URL, connect.WithInterceptors(connect.UnaryInterceptorFunc(func(next connect.UnaryFunc) connect.UnaryFunc {
			return func(ctx context.Context, r connect.AnyRequest) (connect.AnyResponse, error) {
				r.Header().Set("Authorization", token)
				return next(ctx, r)
			}
		})))
	}
}

func request(client, practitioner *person, id []byte) *alcovev1.CreateStreamRequest {
	return &alcovev1.CreateStreamRequest{
		StreamId: id, Kind: alcovev1.StreamKind_STREAM_KIND_CONVERSATION, Epoch: 1, GroupInfo: []byte("info"),
		Members: []*alcovev1.StreamMember{
			{AccountId: client.session.GetAccountId(), Role: alcovev1.StreamRole_STREAM_ROLE_CLIENT},
			{AccountId: practitioner.session.GetAccountId(), Role: alcovev1.StreamRole_STREAM_ROLE_PRACTITIONER},
		},
		Records: []*alcovev1.NewRecord{
			{Kind: alcovev1.RecordKind_RECORD_KIND_COMMIT, IdempotencyKey: randomBytes(client.w.t, 16), Ciphertext: []byte("commit")},
			{Kind: alcovev1.RecordKind_RECORD_KIND_WELCOME, Epoch: 1, IdempotencyKey: randomBytes(client.w.t, 16), Ciphertext: []byte("welcome")},
		},
	}
}

func text(t *testing.T, epoch uint64, ciphertext string) *alcovev1.NewRecord {
	return &alcovev1.NewRecord{Kind: alcovev1.RecordKind_RECORD_KIND_MESSAGE, Epoch: epoch, IdempotencyKey: randomBytes(t, 16), Ciphertext: []byte(ciphertext)}
}

func TestAConversationOverTheWire(t *testing.T) {
	w := newWorld(t)
	as := w.streamServer()
	heron, doctor := w.become("heron", ""), w.become("doctor", w.invite(account.Practitioner))
	_, err := as(doctor).ListStreams(t.Context(), connect.NewRequest(&alcovev1.ListStreamsRequest{}))
	refused(t, err, "second_factor_missing")
	doctor.addPasskey(newAuthenticator(t))

	id := randomBytes(t, 16)
	create := request(heron, doctor, id)
	for range 2 { // the answer got lost, the client asks again
		made := get[alcovev1.CreateStreamResponse](t)(as(heron).CreateStream(t.Context(), connect.NewRequest(create)))
		if s := made.GetStream(); s.GetHeadSeq() != 2 || s.GetEpoch() != 1 || len(s.GetMembers()) != 2 {
			t.Fatalf("created %v", s)
		}
	}
	add := &alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{text(t, 1, "sealed")}}
	if r := get[alcovev1.AppendResponse](t)(as(doctor).Append(t.Context(), connect.NewRequest(add))); len(r.GetSeqs()) != 1 || r.GetSeqs()[0] != 3 {
		t.Fatalf("appended at %v", r.GetSeqs())
	}
	page := get[alcovev1.ReadResponse](t)(as(heron).Read(t.Context(), connect.NewRequest(&alcovev1.ReadRequest{StreamId: id, After: 2})))
	if len(page.GetRecords()) != 1 || string(page.GetRecords()[0].GetCiphertext()) != "sealed" || page.GetHeadSeq() != 3 {
		t.Fatalf("read %v", page)
	}
	if gi := get[alcovev1.GetGroupInfoResponse](t)(as(doctor).GetGroupInfo(t.Context(), connect.NewRequest(&alcovev1.GetGroupInfoRequest{StreamId: id}))); gi.GetEpoch() != 1 || string(gi.GetGroupInfo()) != "info" {
		t.Fatalf("group info %v", gi)
	}
	_, err = as(heron).Append(t.Context(), connect.NewRequest(&alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{text(t, 0, "late")}}))
	if f := refused(t, err, "epoch_stale"); f.GetCurrent() != 1 {
		t.Fatalf("told epoch %d", f.GetCurrent())
	}
	_, err = as(heron).Signal(t.Context(), connect.NewRequest(&alcovev1.SignalRequest{StreamId: id, Ciphertext: []byte("typing")}))
	must(t, err)
	_, err = as(heron).CloseStream(t.Context(), connect.NewRequest(&alcovev1.CloseStreamRequest{StreamId: id}))
	must(t, err)
	_, err = as(doctor).Append(t.Context(), connect.NewRequest(&alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{text(t, 1, "after")}}))
	refused(t, err, "stream_closed")
}

func TestStreamsRefuseWhatIsMalformedOrForeign(t *testing.T) {
	w := newWorld(t)
	as := w.streamServer()
	heron, robin := w.become("heron", ""), w.become("robin", "")
	doctor := w.become("doctor", w.invite(account.Practitioner))
	doctor.addPasskey(newAuthenticator(t))
	id := randomBytes(t, 16)
	_, err := as(heron).CreateStream(t.Context(), connect.NewRequest(request(heron, doctor, id)))
	must(t, err)

	_, err = as(robin).Read(t.Context(), connect.NewRequest(&alcovev1.ReadRequest{StreamId: id}))
	refused(t, err, "stream_not_found")
	_, err = as(robin).CreateStream(t.Context(), connect.NewRequest(request(heron, doctor, randomBytes(t, 16))))
	refused(t, err, "not_a_member")
	_, err = as(robin).CreateStream(t.Context(), connect.NewRequest(request(robin, heron, randomBytes(t, 16))))
	refused(t, err, "wrong_members")
	_, err = as(heron).Append(t.Context(), connect.NewRequest(&alcovev1.AppendRequest{StreamId: id[:15], Records: []*alcovev1.NewRecord{text(t, 1, "x")}}))
	refused(t, err, "malformed_record")
	short := text(t, 1, "x")
	short.IdempotencyKey = short.IdempotencyKey[:8]
	_, err = as(heron).Append(t.Context(), connect.NewRequest(&alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{short}}))
	refused(t, err, "malformed_record")
	odd := text(t, 1, "x")
	odd.Kind = 257 // must not be taken for kind 1
	_, err = as(heron).Append(t.Context(), connect.NewRequest(&alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{odd}}))
	refused(t, err, "malformed_record")
	_, err = as(heron).Append(t.Context(), connect.NewRequest(&alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{text(t, 1, string(make([]byte, 256<<10+1)))}}))
	refused(t, err, "record_too_large")
	_, err = as(heron).Signal(t.Context(), connect.NewRequest(&alcovev1.SignalRequest{StreamId: id, Ciphertext: make([]byte, 1025)}))
	refused(t, err, "signal_too_large")
}
