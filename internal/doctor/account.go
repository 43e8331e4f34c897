package doctor

import (
	"context"
	"errors"
	"time"

	"alcove/internal/load"
	"alcove/internal/opaque"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// slots is how many accounts stand behind a client's login name.
const slots = 2

// account is a client's login name with the accounts behind it. Each has a
// passphrase of its own, so that each can be found again and deleted.
type account struct {
	nameHash    []byte
	number      string
	passphrases [slots][]byte
	sessions    [slots][]byte // tokens; nil once deleted, or while unknown
	finishing   bool          // it may exist although no answer says so
}

// client is a browser's half of OPAQUE, but for argon2id: 32 random bytes as
// passphrase need no stretching, and what is measured is the server.
var client = opaque.NewClientStretching(func(input []byte) []byte { return input })

// people are how many sign up.
const people = 2

func (e *examination) greet(ctx context.Context) error {
	_, err := e.challenge(ctx)
	return err
}

func (e *examination) challenge(ctx context.Context) (*alcovev1.NewChallengeResponse, error) {
	return call[alcovev1.NewChallengeRequest, alcovev1.NewChallengeResponse](ctx, e, rpc.AuthServiceNewChallengeProcedure, nil, &alcovev1.NewChallengeRequest{})
}

func (e *examination) prove(ctx context.Context) (*alcovev1.ProofOfWork, error) {
	c, err := e.challenge(ctx)
	if err != nil {
		return nil, err
	}
	return load.Solve(ctx, c)
}

func (e *examination) signUp(ctx context.Context) (string, error) {
	for range people {
		if err := e.register(ctx); err != nil {
			return "", err
		}
	}
	return "", nil
}

// register makes the accounts of one name (docs/protocol.md, "Both slots").
func (e *examination) register(ctx context.Context) error {
	proof, err := e.prove(ctx)
	if err != nil {
		return err
	}
	a := &account{nameHash: load.Random(32)}
	start := &alcovev1.RegisterStartRequest{Proof: proof, NameHash: a.nameHash}
	var runs [slots]*opaque.Registration
	for i := range slots {
		a.passphrases[i] = load.Random(32)
		var request []byte
		if runs[i], request, err = client.Register(a.passphrases[i]); err != nil {
			return err
		}
		start.RegistrationRequests = append(start.RegistrationRequests, request)
	}
	started, err := call[alcovev1.RegisterStartRequest, alcovev1.RegisterStartResponse](ctx, e, rpc.AuthServiceRegisterStartProcedure, nil, start)
	if err != nil {
		return err
	}
	a.number = started.GetNameNumber()
	finish := &alcovev1.RegisterFinishRequest{State: started.GetState()}
	responses := started.GetRegistrationResponses()
	if len(responses) != slots {
		return errNotAsWritten
	}
	for i, run := range runs {
		record, _, err := run.Finish(responses[i])
		if err != nil {
			return err
		}
		made, err := load.NewAccount()
		if err != nil {
			return err
		}
		finish.RegistrationRecords = append(finish.RegistrationRecords, record)
		finish.Accounts = append(finish.Accounts, made)
	}
	a.finishing = true
	e.accounts = append(e.accounts, a)
	done, err := call[alcovev1.RegisterFinishRequest, alcovev1.RegisterFinishResponse](ctx, e, rpc.AuthServiceRegisterFinishProcedure, nil, finish)
	if err != nil {
		return err
	}
	if len(done.GetSessions()) != slots {
		return errNotAsWritten
	}
	for i, session := range done.GetSessions() {
		a.sessions[i] = session.GetToken()
	}
	a.finishing = false
	return nil
}

// logIn opens a second session of the first account, by its passphrase.
func (e *examination) logIn(ctx context.Context) (string, error) {
	a := e.accounts[0]
	token, err := e.authenticate(ctx, a, a.passphrases[0])
	e.talk.token = token
	return "", err
}

// authenticate runs OPAQUE with every slot of the name, as browsers do.
func (e *examination) authenticate(ctx context.Context, a *account, passphrase []byte) (token []byte, err error) {
	start := &alcovev1.LoginStartRequest{NameHash: a.nameHash, NameNumber: a.number}
	var runs [slots]*opaque.Login
	for i := range slots {
		var ke1 []byte
		if runs[i], ke1, err = client.Login(passphrase); err != nil {
			return nil, err
		}
		start.Ke1 = append(start.Ke1, ke1)
	}
	started, err := call[alcovev1.LoginStartRequest, alcovev1.LoginStartResponse](ctx, e, rpc.AuthServiceLoginStartProcedure, nil, start)
	if code(err) == "proof_required" { // somebody behind the same address mistyped
		if start.Proof, err = e.prove(ctx); err == nil {
			started, err = call[alcovev1.LoginStartRequest, alcovev1.LoginStartResponse](ctx, e, rpc.AuthServiceLoginStartProcedure, nil, start)
		}
	}
	if err != nil {
		return nil, err
	}
	if len(started.GetKe2()) != slots {
		return nil, errNotAsWritten
	}
	for i, run := range runs {
		ke3, _, _, err := run.Finish(started.GetKe2()[i])
		if errors.Is(err, opaque.ErrAuthentication) {
			continue // the other slot, or nothing
		}
		if err != nil {
			return nil, err
		}
		done, err := call[alcovev1.LoginFinishRequest, alcovev1.LoginFinishResponse](ctx, e, rpc.AuthServiceLoginFinishProcedure, nil, &alcovev1.LoginFinishRequest{State: started.GetState(), Ke3: ke3})
		return done.GetSession().GetToken(), err
	}
	return nil, errNoLogin
}

// again is how long it waits before it tries to delete once more.
const again = time.Second

// delete destroys the accounts, and looks whether sessions ended with them. It
// goes on until it succeeds or its time is over: what stays would stay for good.
func (e *examination) delete(ctx context.Context) (string, error) {
	for {
		err := e.deleteAll(ctx)
		if err == nil || ctx.Err() != nil {
			return "", leftBehind(err)
		}
		select {
		case <-time.After(again):
		case <-ctx.Done():
			return "", leftBehind(err)
		}
	}
}

func (e *examination) deleteAll(ctx context.Context) error {
	for _, a := range e.accounts {
		for i := range slots {
			if err := e.find(ctx, a, i); err != nil {
				return err
			}
			if a.sessions[i] == nil {
				continue
			}
			_, err := call[alcovev1.DeleteAccountRequest, alcovev1.DeleteAccountResponse](ctx, e, rpc.AccountServiceDeleteAccountProcedure, a.sessions[i], &alcovev1.DeleteAccountRequest{})
			if err != nil && code(err) != "not_logged_in" { // an answer got lost, and it is gone
				return err
			}
			a.sessions[i] = nil
		}
		a.finishing = false
	}
	if e.talk.token == nil {
		return nil
	}
	_, err := e.session(ctx, e.talk.token)
	if code(err) != "not_logged_in" {
		return errors.Join(errStillThere, err)
	}
	return nil
}

// find looks whether an account was made although the answer got lost.
func (e *examination) find(ctx context.Context, a *account, slot int) error {
	if !a.finishing || a.sessions[slot] != nil {
		return nil
	}
	token, err := e.authenticate(ctx, a, a.passphrases[slot])
	if errors.Is(err, errNoLogin) {
		return nil
	}
	a.sessions[slot] = token
	return err
}

func (e *examination) session(ctx context.Context, token []byte) (*alcovev1.GetSessionResponse, error) {
	return call[alcovev1.GetSessionRequest, alcovev1.GetSessionResponse](ctx, e, rpc.AccountServiceGetSessionProcedure, token, &alcovev1.GetSessionRequest{})
}
