package main

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math/bits"
	"net/http"
	"slices"

	"connectrpc.com/connect"

	"alcove/internal/opaque"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// person is an account with a connection of its own to the server, as a browser has.
type person struct {
	srv      *server
	account  []byte
	token    []byte
	accounts rpc.AccountServiceClient
	streams  rpc.StreamServiceClient
	practice rpc.PracticeServiceClient
}

// register becomes an account by OPAQUE; with an invitation one of its role.
func register(ctx context.Context, srv *server, invitation string) (*person, error) {
	hc := &http.Client{Transport: &http.Transport{TLSClientConfig: srv.tls.Clone(), ForceAttemptHTTP2: true}}
	auth := rpc.NewAuthServiceClient(hc, srv.url)
	proof, err := solve(ctx, auth)
	if err != nil {
		return nil, err
	}
	registration, request, err := opaque.NewClient().Register([]byte("a passphrase of the load generator"))
	if err != nil {
		return nil, err
	}
	slots := 2 // a client has an account in each slot; only the first is used
	if invitation != "" {
		slots = 1
	}
	started, err := auth.RegisterStart(ctx, connect.NewRequest(&alcovev1.RegisterStartRequest{
		Proof: proof, NameHash: random(32), RegistrationRequests: slices.Repeat([][]byte{request}, slots), Invitation: invitation,
	}))
	if err != nil {
		return nil, err
	}
	record, err := srv.record(registration, started.Msg.GetRegistrationResponses()[0])
	if err != nil {
		return nil, err
	}
	finish := &alcovev1.RegisterFinishRequest{State: started.Msg.GetState(), RegistrationRecords: slices.Repeat([][]byte{record}, slots)}
	for range slots {
		a, err := newAccount()
		if err != nil {
			return nil, err
		}
		finish.Accounts = append(finish.Accounts, a)
	}
	done, err := auth.RegisterFinish(ctx, connect.NewRequest(finish))
	if err != nil {
		return nil, err
	}
	session := done.Msg.GetSessions()[0]
	bearer := connect.WithInterceptors(connect.UnaryInterceptorFunc(func(next connect.UnaryFunc) connect.UnaryFunc {
		header := "Bearer " + base64.RawURLEncoding.EncodeToString(session.GetToken())
		return func(ctx context.Context, r connect.AnyRequest) (connect.AnyResponse, error) {
			r.Header().Set("Authorization", header)
			return next(ctx, r)
		}
	}))
	p := &person{
		srv: srv, account: session.GetAccountId(), token: session.GetToken(),
		accounts: rpc.NewAccountServiceClient(hc, srv.url, bearer),
		streams:  rpc.NewStreamServiceClient(hc, srv.url, bearer),
		practice: rpc.NewPracticeServiceClient(hc, srv.url, bearer),
	}
	if session.GetSecondFactorMissing() {
		err = p.addPasskey(ctx)
	}
	return p, err
}

func newAccount() (*alcovev1.NewAccount, error) {
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	const recipient = "age1pq1bench"
	return &alcovev1.NewAccount{
		IdentityKey: public, SealingRecipient: recipient,
		SealingSignature: ed25519.Sign(private, []byte("alcove/v1/sealing"+recipient)),
		Vault:            random(4096), VaultKeyByPassphrase: random(60),
		Recovery: &alcovev1.Recovery{RecoveryId: random(16), RecoveryAuthHash: random(32), VaultKeyByRecovery: random(60)},
	}, nil
}

// record finishes an OPAQUE registration. What argon2id takes of the client's
// time is not the server's: it is done once, and since these accounts never log
// in again the others upload that record too.
func (s *server) record(r *opaque.Registration, response []byte) ([]byte, error) {
	s.recordOnce.Do(func() { s.opaqueRecord, _, s.recordErr = r.Finish(response) })
	return s.opaqueRecord, s.recordErr
}

// solve does the proof of work that signing up takes.
func solve(ctx context.Context, auth rpc.AuthServiceClient) (*alcovev1.ProofOfWork, error) {
	c, err := auth.NewChallenge(ctx, connect.NewRequest(&alcovev1.NewChallengeRequest{}))
	if err != nil {
		return nil, err
	}
	challenge := c.Msg.GetChallenge()
	guess := append(append([]byte{}, challenge...), make([]byte, 8)...)
	for nonce := uint64(0); ; nonce++ {
		binary.BigEndian.PutUint64(guess[len(challenge):], nonce)
		sum := sha256.Sum256(guess)
		if bits.LeadingZeros64(binary.BigEndian.Uint64(sum[:])) >= int(c.Msg.GetDifficulty()) {
			return &alcovev1.ProofOfWork{Challenge: challenge, Nonce: nonce}, nil
		}
	}
}

// converse opens a conversation of a client with a practitioner.
func (p *person) converse(ctx context.Context, practitioner *person) (stream []byte, err error) {
	stream = random(16)
	_, err = p.streams.CreateStream(ctx, connect.NewRequest(&alcovev1.CreateStreamRequest{
		StreamId: stream, Kind: alcovev1.StreamKind_STREAM_KIND_CONVERSATION, Epoch: 1, GroupInfo: random(7400),
		Members: []*alcovev1.StreamMember{
			{AccountId: p.account, Role: alcovev1.StreamRole_STREAM_ROLE_CLIENT},
			{AccountId: practitioner.account, Role: alcovev1.StreamRole_STREAM_ROLE_PRACTITIONER},
		},
		Records: []*alcovev1.NewRecord{
			{Kind: alcovev1.RecordKind_RECORD_KIND_COMMIT, IdempotencyKey: random(16), Ciphertext: random(6400)},
			{Kind: alcovev1.RecordKind_RECORD_KIND_WELCOME, Epoch: 1, IdempotencyKey: random(16), Ciphertext: random(8000)},
			message(2048),
		},
	}))
	if err != nil {
		return nil, fmt.Errorf("create a conversation: %w", err)
	}
	return stream, nil
}

// sizes are what an MLS PrivateMessage of a padded text comes to: most texts are
// short (buckets of 256 and 512 bytes), some long.
var sizes = []int{420, 420, 420, 420, 420, 420, 680, 680, 680, 1190, 1190, 2210}

func message(size int) *alcovev1.NewRecord {
	return &alcovev1.NewRecord{
		Kind: alcovev1.RecordKind_RECORD_KIND_MESSAGE, Epoch: 1, IdempotencyKey: random(16), Ciphertext: random(size),
	}
}

func (p *person) say(ctx context.Context, stream []byte, m *alcovev1.NewRecord) error {
	_, err := p.streams.Append(ctx, connect.NewRequest(&alcovev1.AppendRequest{StreamId: stream, Records: []*alcovev1.NewRecord{m}}))
	return err
}

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails
	return b
}
