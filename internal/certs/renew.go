package certs

import (
	"context"
	"crypto/x509"
	"time"
)

// Renewal is looked at soon after the start, when the server listens, then as often as
// authorities want to be asked (RFC 9773 §4.3.2 and Let's Encrypt's Retry-After).
const (
	looksFirstAfter = time.Minute
	looksEvery      = 6 * time.Hour
)

// keep renews the certificate when it is time, until ctx ends. What fails is tried
// again at the next look: a third of its time is left for that, and /security and
// alcove doctor tell until when it is valid.
func (f *Fetched) keep(ctx context.Context, now func() time.Time) {
	for wait := looksFirstAfter; ; wait = looksEvery {
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
			_ = f.Renew(ctx, now())
		}
	}
}

// Renew fetches another certificate if it is time. The server must listen meanwhile
// where the domain leads.
func (f *Fetched) Renew(ctx context.Context, now time.Time) error {
	leaf := f.shown.Load().Leaf
	if !inLastThird(leaf, now) && !f.asked(ctx, leaf, now) {
		return nil
	}
	return f.fetch(ctx, leaf)
}

func inLastThird(leaf *x509.Certificate, now time.Time) bool {
	return now.After(leaf.NotAfter.Add(-leaf.NotAfter.Sub(leaf.NotBefore) / 3))
}

// asked reports whether the authority wants the certificate renewed, be it because it
// will revoke it (RFC 9773). One that does not say leaves it to us.
func (f *Fetched) asked(ctx context.Context, leaf *x509.Certificate, now time.Time) bool {
	ctx, cancel := context.WithTimeout(ctx, fetchesWithin)
	defer cancel()
	info, err := f.client.GetRenewalInfo(ctx, leaf)
	return err == nil && !now.Before(info.SelectedTime)
}
