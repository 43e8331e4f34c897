package doctor

import (
	"context"

	"connectrpc.com/connect"

	"alcove/internal/load"
)

// call makes one call, in the session of token where there is one. The clients that are
// generated for a service would put the code of all its calls into every server.
func call[Request, Answer any](ctx context.Context, e *examination, procedure string, token []byte, request *Request) (*Answer, error) {
	var options []connect.ClientOption
	if token != nil {
		options = append(options, load.Bearer(token))
	}
	answer, err := connect.NewClient[Request, Answer](e.http, e.URL.String()+procedure, options...).CallUnary(ctx, connect.NewRequest(request))
	if err != nil {
		return nil, err
	}
	return answer.Msg, nil
}
