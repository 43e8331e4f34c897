package crash

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"filippo.io/age"

	"alcove/internal/blind"
	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// asked is how many people answer a survey: the smallest number that one may have.
const asked = 5

// surveySteps is how many steps one survey takes: to freeze it, to draw, take and use
// each ballot, and to close it; its deletion belongs to the next.
const surveySteps = 1 + 3*asked + 1

// sealedSize is that of an age file to one hybrid recipient with the smallest padding.
const sealedSize = 1659 + 256

// ballot is one person's way through a survey.
type ballot struct {
	key     ed25519.PrivateKey
	blinded blind.Blinded
	blindly []byte // the signature as it was acknowledged
	answer  *alcovev1.AnswerRequest
	counted bool // the answer was acknowledged
}

// surveyErrand has surveys frozen by the steward, answered by clients, and closed.
type surveyErrand struct {
	steward   rpc.SurveyServiceClient
	clients   []rpc.SurveyServiceClient
	anybody   rpc.SurveyServiceClient // without a session, as responses come
	recipient string

	id, definition []byte
	survey         *alcovev1.Survey // once that was acknowledged
	ballots        []*ballot
	closed         bool
	deleting       bool // was asked for
}

func newSurveyErrand(p *load.Practice) *surveyErrand {
	of := func(who *load.Person) rpc.SurveyServiceClient {
		return rpc.NewSurveyServiceClient(connection(who.Server), who.Server.URL, load.Bearer(who.Token))
	}
	identity, err := age.GenerateHybridIdentity()
	if err != nil {
		panic(err) // without randomness
	}
	e := &surveyErrand{steward: of(p.Steward), anybody: rpc.NewSurveyServiceClient(connection(p.Server), p.Server.URL), recipient: identity.Recipient().String()}
	for _, c := range p.Clients[:asked] {
		e.clients = append(e.clients, of(c.Person))
	}
	return e
}

func (e *surveyErrand) step(ctx context.Context) error {
	if e.closed {
		e.deleting = true
		if _, err := ask(ctx, e.steward.DeleteSurvey, &alcovev1.DeleteSurveyRequest{SurveyId: e.id}); err != nil && codeOf(err) != "survey_not_found" {
			return err
		}
		e.id, e.survey, e.ballots, e.closed, e.deleting = nil, nil, nil, false, false
	}
	if e.survey == nil {
		return e.freeze(ctx)
	}
	for i, client := range e.clients {
		if i == len(e.ballots) {
			return e.draw()
		}
		b := e.ballots[i]
		if b.blindly == nil {
			return e.take(ctx, client, b)
		}
		if !b.counted {
			_, err := ask(ctx, e.anybody.Answer, b.answer)
			b.counted = err == nil
			return err
		}
	}
	_, err := ask(ctx, e.steward.CloseSurvey, &alcovev1.CloseSurveyRequest{SurveyId: e.id})
	e.closed = err == nil
	return err
}

func (e *surveyErrand) freeze(ctx context.Context) error {
	if e.id == nil {
		e.id, e.definition = load.Random(16), e.define()
	}
	done, err := ask(ctx, e.steward.CreateSurvey, &alcovev1.CreateSurveyRequest{SurveyId: e.id, Definition: e.definition})
	if err == nil {
		e.survey = done.GetSurvey()
	}
	return err
}

func (e *surveyErrand) define() []byte {
	en := func(s string) map[string]string { return map[string]string{"en": s} }
	today := time.Now().UTC()
	text, err := json.Marshal(map[string]any{
		"v": 1, "languages": []string{"en"}, "title": en("How are we doing?"), "introduction": en("Five minutes."), "owner": "The practice",
		"audience": map[string]any{"who": "clients"}, "opens": today.AddDate(0, 0, -1).Format(time.DateOnly), "closes": today.AddDate(0, 0, 9).Format(time.DateOnly),
		"smallest": asked, "release": "close", "publicResults": true, "recipient": e.recipient, "series": strings.Repeat("0a", 16), "scores": []any{},
		"questions": []any{map[string]any{"id": "q1", "kind": "choice", "text": en("Well?"), "required": true, "options": []any{en("Yes"), en("No")}}},
	})
	if err != nil {
		panic(err) // it is of strings
	}
	return text
}

// draw begins the next person's ballot.
func (e *surveyErrand) draw() error {
	public, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	blinded, err := blind.Blind(e.survey.GetBallotKey(), public)
	e.ballots = append(e.ballots, &ballot{key: key, blinded: blinded})
	return err
}

func (e *surveyErrand) take(ctx context.Context, client rpc.SurveyServiceClient, b *ballot) error {
	taken, err := ask(ctx, client.TakeBallot, &alcovev1.TakeBallotRequest{SurveyId: e.id, Blinded: b.blinded.Message})
	if err != nil {
		return err
	}
	signature, err := b.blinded.Finish(taken.GetBlindSignature())
	if err != nil {
		return err
	}
	b.blindly = taken.GetBlindSignature()
	sealed := load.Random(sealedSize)
	hash := sha256.Sum256(sealed)
	b.answer = &alcovev1.AnswerRequest{
		SurveyId: e.id, Sealed: sealed, Signature: ed25519.Sign(b.key, slices.Concat([]byte("alcove/v1/survey/answer"), e.id, hash[:])),
		Ballot: &alcovev1.Ballot{PublicKey: b.key.Public().(ed25519.PublicKey), Randomizer: b.blinded.Randomizer, Signature: signature},
	}
	return nil
}

// examine: the survey is as it was frozen; a ballot is signed again, the same way, and
// no second one; a response counts once; and what was closed holds all of them.
func (e *surveyErrand) examine(ctx context.Context) error {
	if e.survey == nil {
		return nil
	}
	now, err := ask(ctx, e.anybody.GetSurvey, &alcovev1.GetSurveyRequest{SurveyId: e.id})
	if e.deleting && codeOf(err) == "survey_not_found" {
		return nil
	}
	if err != nil {
		return fmt.Errorf("a survey that was acknowledged: %w", err)
	}
	if !bytes.Equal(now.GetSurvey().GetDefinition(), e.definition) || !bytes.Equal(now.GetSurvey().GetBallotKey(), e.survey.GetBallotKey()) {
		return fmt.Errorf("a survey is another one than was frozen")
	}
	if open := now.GetSurvey().GetState() == alcovev1.SurveyState_SURVEY_STATE_OPEN; open && !e.closed {
		return e.examineOpen(ctx)
	}
	return e.examineClosed(ctx)
}

func (e *surveyErrand) examineOpen(ctx context.Context) error {
	for i, b := range e.ballots {
		if b.blindly == nil {
			continue
		}
		again, err := ask(ctx, e.clients[i].TakeBallot, &alcovev1.TakeBallotRequest{SurveyId: e.id, Blinded: b.blinded.Message})
		if err != nil || !bytes.Equal(again.GetBlindSignature(), b.blindly) {
			return fmt.Errorf("a ballot that was signed is not signed again: %w", err)
		}
		second, err := blind.Blind(e.survey.GetBallotKey(), b.key.Public().(ed25519.PublicKey))
		if err != nil {
			return err
		}
		if _, err := ask(ctx, e.clients[i].TakeBallot, &alcovev1.TakeBallotRequest{SurveyId: e.id, Blinded: second.Message}); codeOf(err) != "survey_ballot_taken" {
			return fmt.Errorf("a second ballot was given out: %w", err)
		}
	}
	return nil
}

// examineClosed compares the batch with what was acknowledged: one closing was asked
// for, when all had answered.
func (e *surveyErrand) examineClosed(ctx context.Context) error {
	counted, err := ask(ctx, e.anybody.GetCounted, &alcovev1.GetCountedRequest{SurveyId: e.id})
	if err != nil {
		return err
	}
	var want [][]byte
	for _, b := range e.ballots {
		hash := sha256.Sum256(b.answer.GetSealed())
		leaf := sha256.Sum256(slices.Concat([]byte("alcove/v1/survey/leaf"), e.id, b.answer.GetBallot().GetPublicKey(), hash[:]))
		want = append(want, leaf[:])
	}
	slices.SortFunc(want, bytes.Compare)
	if len(counted.GetBatches()) != 1 || !slices.EqualFunc(counted.GetBatches()[0].GetLeaves(), want, bytes.Equal) || len(counted.GetErased()) > 0 {
		return fmt.Errorf("%d responses were acknowledged; released are %d batches of others", len(want), len(counted.GetBatches()))
	}
	return nil
}
