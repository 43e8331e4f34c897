package main

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"alcove/internal/certs"
	"alcove/internal/clock"
	"alcove/internal/datafolder"
	"alcove/internal/nodes"
)

// drainFor is how long a stopping server waits for what is under way.
const drainFor = 10 * time.Second

// maxStreams bounds the calls that one connection may have under way: an app has a few.
const maxStreams = 100

// confirmClock is how whoever runs the server says that the machine's clock is
// right: a signal, because only they and root can send one.
const confirmClock = syscall.SIGUSR1

// serve runs the server until ctx ends, then drains it.
func serve(ctx context.Context, o options, out io.Writer) error {
	log := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	s, listener, err := open(ctx, o, log)
	if err != nil {
		return err
	}
	defer s.close()
	admin, err := serveMetrics(o.metrics, s, log)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	defer func() { _ = admin.Close() }()
	if token, err := s.practice.SetUpToken(ctx); err != nil {
		return errors.Join(err, listener.Close())
	} else if token != "" {
		fmt.Fprintf(out, "set up the practice: %s/app/setup#%s\n", o.public, token)
	}
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	// Said last: who waits for it has read the link.
	fmt.Fprintln(out, "listening on", o.public)
	confirmed := make(chan os.Signal, 1)
	signal.Notify(confirmed, confirmClock)
	defer signal.Stop(confirmed)
	go s.clock.Run(ctx, confirmed)
	go func() {
		s.sweepOnce(ctx, log)
		s.freeStart(ctx)
		go freeWhenQuiet(ctx, time.Tick(lookEvery))
		s.sweep(ctx, log)
	}()
	if o.store != "" { // there may be other nodes
		go func() { end(s.poller(log).Run(ctx)) }()
	}
	go s.notices.Run(ctx)
	go s.mail.Run(ctx)
	go s.push.Run(ctx)
	go s.cosigner.Run(ctx)
	err = s.run(ctx, listener, log)
	if why := context.Cause(ctx); errors.Is(why, nodes.ErrBehind) {
		return why
	}
	return err
}

// open takes the data folder, puts the server together and listens.
func open(ctx context.Context, o options, log *slog.Logger) (s *server, listener net.Listener, err error) {
	release, err := datafolder.Acquire(o.data)
	if err != nil {
		return nil, nil, fmt.Errorf("data folder: %w", err)
	}
	made, err := assemble(ctx, o, clock.Machine(), log, rand.Reader)
	if err != nil {
		release()
		return nil, nil, err
	}
	made.release = release
	defer func() {
		if err != nil {
			made.close()
		}
	}()
	if made.own != nil {
		made.facts.tls = made.own.Config()
	} else if made.facts.tls, err = certs.Config(ctx, o.cert, filepath.Join(o.data, datafolder.TLS), clock.Machine().Wall); err != nil {
		return nil, nil, err
	}
	if listener, err = net.Listen("tcp", o.listen); err != nil {
		return nil, nil, err
	}
	return made, tls.NewListener(listener, made.facts.tls), nil
}

// close lets go of the data folder; closing the database twice does no harm.
func (s *server) close() {
	if s.nodes != nil {
		s.nodes.Close()
	}
	_ = s.db.Close()
	s.release()
}

// run serves until ctx ends, then stops taking new work, finishes what was
// begun, tells other nodes of it, and closes the database last.
//
// It listens no more before it sends clients away: they come back to another node, where
// there is one, and not to this.
func (s *server) run(ctx context.Context, listener net.Listener, log *slog.Logger) error {
	web := &http.Server{
		Handler:           s.handler,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       60 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		HTTP2:             &http.HTTP2Config{MaxConcurrentStreams: maxStreams},
		ErrorLog:          slog.NewLogLogger(slog.DiscardHandler, slog.LevelError), // net/http would log addresses
	}
	served, refused := make(chan error, 1), make(chan error, 1)
	go func() { served <- web.Serve(listener) }()
	go func() {
		if err := s.entering.wait(); err != nil && ctx.Err() == nil { // a log that somebody changed is not served
			refused <- err
		}
	}()
	select {
	case err := <-served:
		return errors.Join(err, web.Close())
	case err := <-refused:
		return errors.Join(err, web.Close())
	case <-ctx.Done():
	}
	log.Info("stopping")
	s.stopping.Store(true)
	draining, cancel := context.WithTimeout(context.Background(), drainFor)
	defer cancel()
	_ = listener.Close()
	<-served // or Shutdown would close it as well, and fail
	drained := make(chan error, 1)
	go func() { drained <- web.Shutdown(draining) }()
	err := errors.Join(s.events.Shutdown(draining), <-drained, s.clock.Save(draining))
	if s.nodes != nil {
		s.nodes.Close()
	}
	return errors.Join(err, s.db.Close())
}
