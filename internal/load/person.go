package load

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

// Person is an account with a connection of its own to the server, as a browser has.
type Person struct {
	Server   *Server
	Account  []byte
	Token    []byte // of its session
	Streams  rpc.StreamServiceClient
	accounts rpc.AccountServiceClient
	practice rpc.PracticeServiceClient
	rooms    rpc.RoomServiceClient
}

// register becomes an account by OPAQUE; with an invitation one of its role.
func register(ctx context.Context, srv *Server, invitation string) (*Person, error) {
	hc := &http.Client{Transport: &http.Transport{TLSClientConfig: srv.TLS.Clone(), ForceAttemptHTTP2: true}}
	auth := rpc.NewAuthServiceClient(hc, srv.URL)
	challenge, err := auth.NewChallenge(ctx, connect.NewRequest(&alcovev1.NewChallengeRequest{}))
	if err != nil {
		return nil, err
	}
	proof, err := Solve(ctx, challenge.Msg)
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
		Proof: proof, NameHash: Random(32), RegistrationRequests: slices.Repeat([][]byte{request}, slots), Invitation: invitation,
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
		a, err := NewAccount()
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
	p := &Person{Server: srv, Account: session.GetAccountId()}
	p.use(hc, session.GetToken())
	if session.GetSecondFactorMissing() {
		err = p.addPasskey(ctx, hc)
	}
	return p, err
}

// use makes the person's calls those of the session with this token.
func (p *Person) use(hc *http.Client, token []byte) {
	bearer := Bearer(token)
	p.Token = token
	p.Streams = rpc.NewStreamServiceClient(hc, p.Server.URL, bearer)
	p.accounts = rpc.NewAccountServiceClient(hc, p.Server.URL, bearer)
	p.practice = rpc.NewPracticeServiceClient(hc, p.Server.URL, bearer)
	p.rooms = rpc.NewRoomServiceClient(hc, p.Server.URL, bearer)
}

// Bearer makes a client's calls those of a session.
func Bearer(token []byte) connect.ClientOption {
	header := "Bearer " + base64.RawURLEncoding.EncodeToString(token)
	return connect.WithInterceptors(connect.UnaryInterceptorFunc(func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, r connect.AnyRequest) (connect.AnyResponse, error) {
			r.Header().Set("Authorization", header)
			return next(ctx, r)
		}
	}))
}

// NewAccount is what a browser sends of an account's keys and vault: identity and
// signature are real, what is encrypted is random bytes in their sizes.
func NewAccount() (*alcovev1.NewAccount, error) {
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	const recipient = "age1pq1load"
	return &alcovev1.NewAccount{
		IdentityKey: public, SealingRecipient: recipient,
		SealingSignature: ed25519.Sign(private, []byte("alcove/v1/sealing"+recipient)),
		Vault:            Random(4096), VaultKeyByPassphrase: Random(60),
		Recovery: &alcovev1.Recovery{RecoveryId: Random(16), RecoveryAuthHash: Random(32), VaultKeyByRecovery: Random(60)},
	}, nil
}

// record finishes an OPAQUE registration. What argon2id takes of the client's
// time is not the server's: it is done once, and since these accounts never log
// in again the others upload that record too.
func (s *Server) record(r *opaque.Registration, response []byte) ([]byte, error) {
	s.recordOnce.Do(func() { s.opaqueRecord, _, s.recordErr = r.Finish(response) })
	return s.opaqueRecord, s.recordErr
}

// Solve does the proof of work that signing up takes.
func Solve(ctx context.Context, c *alcovev1.NewChallengeResponse) (*alcovev1.ProofOfWork, error) {
	challenge := c.GetChallenge()
	guess := append(append([]byte{}, challenge...), make([]byte, 8)...)
	for nonce := uint64(0); ; nonce++ {
		if nonce%(1<<16) == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		binary.BigEndian.PutUint64(guess[len(challenge):], nonce)
		sum := sha256.Sum256(guess)
		if bits.LeadingZeros64(binary.BigEndian.Uint64(sum[:])) >= int(c.GetDifficulty()) {
			return &alcovev1.ProofOfWork{Challenge: challenge, Nonce: nonce}, nil
		}
	}
}

// converse opens a conversation of a client with a practitioner.
func (p *Person) converse(ctx context.Context, practitioner *Person) (stream []byte, err error) {
	stream = Random(16)
	_, err = p.Streams.CreateStream(ctx, connect.NewRequest(&alcovev1.CreateStreamRequest{
		StreamId: stream, Kind: alcovev1.StreamKind_STREAM_KIND_CONVERSATION, Epoch: 1, GroupInfo: Random(7400),
		Members: []*alcovev1.StreamMember{
			{AccountId: p.Account, Role: alcovev1.StreamRole_STREAM_ROLE_CLIENT},
			{AccountId: practitioner.Account, Role: alcovev1.StreamRole_STREAM_ROLE_PRACTITIONER},
		},
		Records: []*alcovev1.NewRecord{
			{Kind: alcovev1.RecordKind_RECORD_KIND_COMMIT, IdempotencyKey: Random(16), Ciphertext: Random(6400)},
			{Kind: alcovev1.RecordKind_RECORD_KIND_WELCOME, Epoch: 1, IdempotencyKey: Random(16), Ciphertext: Random(8000)},
			Message(2, 2048),
		},
	}))
	if err != nil {
		return nil, fmt.Errorf("create a conversation: %w", err)
	}
	return stream, nil
}

// Sizes are what an MLS PrivateMessage of a padded text comes to: most texts are
// short (buckets of 256 and 512 bytes), some long.
var Sizes = []int{420, 420, 420, 420, 420, 420, 680, 680, 680, 1190, 1190, 2210}

// Message is a new record of random bytes, by somebody who knows so many records of the
// stream: its idempotency key begins with that, as the app's do.
func Message(known, size int) *alcovev1.NewRecord {
	b := Random(16 + size) // at once: asking costs as much as the bytes
	binary.BigEndian.PutUint32(b, uint32(known)/64)
	return &alcovev1.NewRecord{
		Kind: alcovev1.RecordKind_RECORD_KIND_MESSAGE, Epoch: 1, IdempotencyKey: b[:16:16], Ciphertext: b[16:],
	}
}

// Say appends one record and returns when the server has acknowledged it.
func (p *Person) Say(ctx context.Context, stream []byte, m *alcovev1.NewRecord) error {
	_, err := p.Streams.Append(ctx, connect.NewRequest(&alcovev1.AppendRequest{StreamId: stream, Records: []*alcovev1.NewRecord{m}}))
	return err
}

// Random returns n random bytes.
func Random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails
	return b
}
