package api_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/api"
	"alcove/internal/blob"
	"alcove/internal/store/storetest"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// files is a conversation whose members send each other files.
type files struct {
	*world
	blobs         *blob.Service
	url           string
	client        *http.Client
	heron, doctor *person
	stream        []byte
}

func newFiles(t *testing.T) *files {
	t.Helper()
	w := newWorld(t)
	f := &files{world: w, blobs: blob.New(w.db.Blobs(), w.clock), heron: w.become("heron", ""), doctor: w.become("doctor", w.invite(account.Practitioner))}
	f.doctor.addPasskey(newAuthenticator(t))
	log := slog.New(slog.NewTextHandler(w.log, nil))
	mux := http.NewServeMux()
	mux.Handle(rpc.NewBlobServiceHandler(api.NewBlobHandler(f.blobs, log), api.Options(api.NewSessionInterceptor(w.accounts, api.NewAddresses(w.clock, rand.Reader), log))))
	server := httptest.NewUnstartedServer(mux)
	server.EnableHTTP2 = true
	server.StartTLS()
	t.Cleanup(server.Close)
	f.url, f.client = server.URL, server.Client()
	f.stream = f.talk(f.heron)
	return f
}

// talk begins a conversation of a client with the practitioner.
func (f *files) talk(client *person) []byte {
	f.t.Helper()
	id := randomBytes(f.t, 16)
	_, err := f.streamServer()(client).CreateStream(f.t.Context(), connect.NewRequest(request(client, f.doctor, id)))
	must(f.t, err)
	return id
}

func (f *files) as(p *person) rpc.BlobServiceClient {
	token := "Bearer " + base64.RawURLEncoding.EncodeToString(p.session.GetToken())
	return rpc.NewBlobServiceClient(f.client, f.url, connect.WithInterceptors(connect.UnaryInterceptorFunc(func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, r connect.AnyRequest) (connect.AnyResponse, error) {
			r.Header().Set("Authorization", token)
			return next(ctx, r)
		}
	})))
}

// file is a blob as who sends it has it.
type file struct {
	f       *files
	id, key []byte
	data    []byte
}

func (f *files) file(size int) file {
	return file{f, randomBytes(f.t, 16), randomBytes(f.t, 32), randomBytes(f.t, size)}
}

func (b file) create(p *person) error {
	hash := sha256.Sum256(b.key)
	_, err := b.f.as(p).CreateBlob(b.f.t.Context(), connect.NewRequest(&alcovev1.CreateBlobRequest{BlobId: b.id, StreamId: b.f.stream, Size: uint64(len(b.data)), WriteHash: hash[:]}))
	return err
}

func (b file) chunk(index int) []byte {
	return b.data[index*blob.ChunkSize : min(len(b.data), (index+1)*blob.ChunkSize)]
}

func (b file) put(p *person, index int, data []byte) error {
	hash := sha256.Sum256(data)
	_, err := b.f.as(p).PutChunk(b.f.t.Context(), connect.NewRequest(&alcovev1.PutChunkRequest{BlobId: b.id, WriteKey: b.key, Index: uint32(index), Data: data, Sha256: hash[:]}))
	return err
}

func (b file) commit(p *person) error {
	_, err := b.f.as(p).CommitBlob(b.f.t.Context(), connect.NewRequest(&alcovev1.CommitBlobRequest{BlobId: b.id, WriteKey: b.key}))
	return err
}

func (b file) delete(p *person) error {
	_, err := b.f.as(p).DeleteBlob(b.f.t.Context(), connect.NewRequest(&alcovev1.DeleteBlobRequest{BlobId: b.id, WriteKey: b.key}))
	return err
}

func (b file) get(p *person, index int) ([]byte, error) {
	r, err := b.f.as(p).GetChunk(b.f.t.Context(), connect.NewRequest(&alcovev1.GetChunkRequest{BlobId: b.id, Index: uint32(index)}))
	if err != nil {
		return nil, err
	}
	return r.Msg.GetData(), nil
}

func (b file) status(p *person) *alcovev1.GetBlobResponse {
	b.f.t.Helper()
	return get[alcovev1.GetBlobResponse](b.f.t)(b.f.as(p).GetBlob(b.f.t.Context(), connect.NewRequest(&alcovev1.GetBlobRequest{BlobId: b.id})))
}

func (b file) send(p *person) {
	b.f.t.Helper()
	must(b.f.t, b.create(p))
	for i := 0; i*blob.ChunkSize < len(b.data); i++ {
		must(b.f.t, b.put(p, i, b.chunk(i)))
	}
	must(b.f.t, b.commit(p))
}

// chunksOnDisk counts the rows, whoever's they are.
func (f *files) chunksOnDisk() (n int) {
	f.t.Helper()
	must(f.t, f.db.Reader().QueryRow("SELECT count(*) FROM blob_chunk").Scan(&n))
	return n
}

func TestABrokenUploadGoesOnWhereItEnded(t *testing.T) {
	f := newFiles(t)
	b := f.file(2*blob.ChunkSize + 17)
	must(t, b.create(f.heron))
	must(t, b.put(f.heron, 2, b.chunk(2)))
	_, err := b.get(f.doctor, 2)
	refused(t, err, "blob_not_found") // nobody reads what is not whole
	refused(t, b.commit(f.heron), "blob_incomplete")

	for range 2 { // the answer got lost, the client asks again
		must(t, b.create(f.heron))
		must(t, b.put(f.heron, 0, b.chunk(0)))
	}
	if s := b.status(f.heron); s.GetCommitted() || len(s.GetMissing()) != 1 || s.GetMissing()[0] != 1 {
		t.Fatalf("status %v", s)
	}
	must(t, b.put(f.heron, 1, b.chunk(1)))
	for range 2 {
		must(t, b.commit(f.heron))
	}
	var got []byte
	for i := range 3 {
		part, err := b.get(f.doctor, i)
		must(t, err)
		got = append(got, part...)
	}
	if !bytes.Equal(got, b.data) {
		t.Fatal("other bytes came back")
	}
	// What is whole stays as it is, whatever is put again.
	must(t, b.put(f.heron, 0, randomBytes(t, blob.ChunkSize)))
	if part, err := b.get(f.heron, 0); err != nil || !bytes.Equal(part, b.chunk(0)) {
		t.Fatal("a committed chunk changed", err)
	}
}

func TestBlobsRefuseWhatIsMalformed(t *testing.T) {
	f := newFiles(t)
	b := f.file(blob.ChunkSize + 5)
	must(t, b.create(f.heron))
	for name, err := range map[string]error{
		"chunk too short":     b.put(f.heron, 0, b.data[:10]),
		"chunk too long":      b.put(f.heron, 1, b.data[:10]),
		"chunk empty":         b.put(f.heron, 1, nil),
		"chunk out of range":  b.put(f.heron, 2, b.data[:5]),
		"chunk far out":       b.put(f.heron, 1<<31, b.data[:5]),
		"id too short":        file{f, b.id[:15], b.key, b.data}.create(f.heron),
		"nothing to be kept":  f.file(0).create(f.heron),
		"unknown id, no key":  file{f, b.id, nil, b.data}.put(f.heron, 0, nil),
		"other size, same id": file{f, b.id, b.key, b.data[:7]}.create(f.heron),
	} {
		if err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
	_, err := f.as(f.heron).PutChunk(t.Context(), connect.NewRequest(&alcovev1.PutChunkRequest{BlobId: b.id, WriteKey: b.key, Index: 1, Data: b.chunk(1), Sha256: make([]byte, 32)}))
	refused(t, err, "malformed_blob")
	_, err = f.as(f.heron).CreateBlob(t.Context(), connect.NewRequest(&alcovev1.CreateBlobRequest{BlobId: randomBytes(t, 16), StreamId: f.stream, Size: blob.MaxSize + 1, WriteHash: make([]byte, 32)}))
	refused(t, err, "blob_too_large")
	if n := f.chunksOnDisk(); n != 0 {
		t.Fatalf("%d chunks were kept", n)
	}
}

func TestOnlyMembersReadAndOnlyTheSenderWrites(t *testing.T) {
	f := newFiles(t)
	stranger := f.become("stranger", "")
	b := f.file(100)
	must(t, b.create(f.heron))
	forged := file{f, b.id, randomBytes(t, 32), b.data}
	refused(t, forged.put(f.doctor, 0, b.data), "blob_not_yours")
	refused(t, b.put(stranger, 0, b.data), "blob_not_found") // even with the key
	must(t, b.put(f.heron, 0, b.data))
	refused(t, forged.commit(f.doctor), "blob_not_yours")
	must(t, b.commit(f.heron))
	_, err := b.get(stranger, 0)
	refused(t, err, "blob_not_found")
	_, err = f.as(stranger).GetBlob(t.Context(), connect.NewRequest(&alcovev1.GetBlobRequest{BlobId: b.id}))
	refused(t, err, "blob_not_found")
	refused(t, forged.delete(f.doctor), "blob_not_yours")
	must(t, forged.delete(stranger)) // as if there were none
	refused(t, f.file(100).create(stranger), "blob_not_found")

	// An id that is taken elsewhere is refused and changes nothing there.
	other := *f
	other.stream = f.talk(stranger)
	refused(t, file{&other, b.id, b.key, b.data}.create(stranger), "blob_exists")
	if part, err := b.get(f.doctor, 0); err != nil || !bytes.Equal(part, b.data) {
		t.Fatal("the file changed", err)
	}

	_, err = f.streamServer()(f.heron).CloseStream(t.Context(), connect.NewRequest(&alcovev1.CloseStreamRequest{StreamId: f.stream}))
	must(t, err)
	refused(t, f.file(100).create(f.heron), "blob_not_found") // ended: read, not written
	_, err = b.get(f.heron, 0)
	must(t, err)
}

func TestDeletedBlobsAreGone(t *testing.T) {
	f := newFiles(t)
	b := f.file(10*blob.ChunkSize + 3)
	b.send(f.heron)
	for range 2 {
		must(t, b.delete(f.heron))
	}
	_, err := b.get(f.doctor, 0)
	refused(t, err, "blob_not_found")
	if n := f.chunksOnDisk(); n != 0 {
		t.Fatalf("%d chunks are left", n)
	}
}

func TestWhatNobodyNeedsIsCollected(t *testing.T) {
	f := newFiles(t)
	begun, whole := f.file(blob.ChunkSize+1), f.file(7)
	must(t, begun.create(f.heron))
	must(t, begun.put(f.heron, 0, begun.chunk(0)))
	whole.send(f.heron)
	f.pass(6 * 24 * time.Hour)
	must(t, f.blobs.Sweep(t.Context()))
	var kept []byte
	must(t, f.db.Reader().QueryRow("SELECT id FROM blob WHERE committed = 0").Scan(&kept)) // it may still go on
	f.pass(3 * 24 * time.Hour)
	must(t, f.blobs.Sweep(t.Context()))
	if n := f.chunksOnDisk(); n != 1 {
		t.Fatalf("%d chunks, want the one of the whole file", n)
	}
	// With the last member the conversation goes, and its files with it.
	must(t, f.streams.ForgetAccount(t.Context(), [16]byte(f.heron.session.GetAccountId())))
	must(t, f.blobs.Sweep(t.Context()))
	if n := f.chunksOnDisk(); n != 1 {
		t.Fatalf("%d chunks while the practitioner may read", n)
	}
	must(t, f.streams.ForgetAccount(t.Context(), [16]byte(f.doctor.session.GetAccountId())))
	must(t, f.blobs.Sweep(t.Context()))
	if n := f.chunksOnDisk(); n != 0 {
		t.Fatalf("%d chunks are left", n)
	}
}

func TestAFileGoesWhenItsHourComes(t *testing.T) {
	f := newFiles(t)
	b := f.file(2*blob.ChunkSize + 3)
	b.send(f.heron)
	until := func(p *person, after time.Duration) error {
		_, err := f.as(p).CommitBlob(t.Context(), connect.NewRequest(&alcovev1.CommitBlobRequest{
			BlobId: b.id, WriteKey: b.key, ForgetHour: uint64(f.clock().Add(after).Unix() / 3600),
		}))
		return err
	}
	must(t, until(f.heron, 48*time.Hour))
	must(t, until(f.heron, 24*time.Hour))
	must(t, until(f.heron, 72*time.Hour)) // it can only be brought forward
	f.pass(23 * time.Hour)
	must(t, f.blobs.Sweep(t.Context()))
	if n := f.chunksOnDisk(); n != 3 {
		t.Fatalf("%d chunks are there", n)
	}
	f.pass(2 * time.Hour)
	must(t, f.blobs.Sweep(t.Context()))
	if n := f.chunksOnDisk(); n != 0 || f.blobs.Collected() != 1 {
		t.Fatalf("%d chunks are left, %d files collected", n, f.blobs.Collected())
	}
}

func TestAnAccountFillsTheDiskSlowly(t *testing.T) {
	f := newFiles(t)
	announce := func(size uint64) error {
		_, err := f.as(f.heron).CreateBlob(t.Context(), connect.NewRequest(&alcovev1.CreateBlobRequest{BlobId: randomBytes(t, 16), StreamId: f.stream, Size: size, WriteHash: make([]byte, 32)}))
		return err
	}
	fill := func() (n int) {
		for ; n < 100; n++ {
			if err := announce(blob.MaxSize); err != nil {
				refused(t, err, "blob_quota")
				return n
			}
		}
		return n
	}
	if n := fill(); n != blob.MaxDaily/blob.MaxSize {
		t.Fatalf("%d in a day", n)
	}
	f.pass(25 * time.Hour)
	f.heron = f.heron.elsewhere() // a session left for a day has ended
	if n := fill(); n != blob.MaxStream/blob.MaxSize-blob.MaxDaily/blob.MaxSize {
		t.Fatalf("%d on the second day, in a conversation that is full", n)
	}
}

func TestAFullDiskRefusesAChunkAndTakesItLater(t *testing.T) {
	storetest.OnlySQLite(t, "a pragma fills its disk")
	f := newFiles(t)
	room := func(pages int) {
		t.Helper()
		must(t, f.db.Write(t.Context(), func(tx *sql.Tx) error {
			_, err := tx.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages))
			return err
		}))
	}
	var now int
	must(t, f.db.Reader().QueryRow("PRAGMA page_count").Scan(&now))
	b := f.file(3 * blob.ChunkSize)
	must(t, b.create(f.heron))
	room(now + 200) // a chunk takes 129 pages
	must(t, b.put(f.heron, 0, b.chunk(0)))
	refused(t, b.put(f.heron, 1, b.chunk(1)), "storage_full")
	if s := b.status(f.heron); len(s.GetMissing()) != 2 {
		t.Fatalf("missing %v", s.GetMissing())
	}
	room(1 << 30)
	for _, i := range b.status(f.heron).GetMissing() {
		must(t, b.put(f.heron, int(i), b.chunk(int(i))))
	}
	must(t, b.commit(f.heron))
}
