package api

import "connectrpc.com/connect"

// maxBody bounds a request: a photograph of 4 MiB and what is around it.
const maxBody = 5 << 20

// Options are what every Connect handler is served with.
//
// Nothing is compressed: what is large here is ciphertext, which does not get
// smaller, and compressing secrets together with what somebody else chose would
// tell their length. It also took an eighth of an append's processor time.
func Options(guard *SessionInterceptor) connect.HandlerOption {
	return connect.WithHandlerOptions(
		connect.WithInterceptors(guard),
		connect.WithReadMaxBytes(maxBody),
		connect.WithCompression("gzip", nil, nil),
	)
}
