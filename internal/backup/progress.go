package backup

import (
	"context"
	"io"
)

// meter tells how much was written.
type meter struct {
	w           io.Writer
	done, total int64
	step        Step
	tell        Progress
}

func (m *meter) Write(b []byte) (int, error) {
	n, err := m.w.Write(b)
	m.done += int64(n)
	m.tell(m.step, m.done, m.total)
	return n, err
}

// metered tells how much was read, and reads no more once ctx has ended.
type metered struct {
	ctx         context.Context
	r           io.Reader
	done, total int64
	step        Step
	tell        Progress
}

func (m *metered) Read(b []byte) (int, error) {
	if err := m.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := m.r.Read(b)
	m.done += int64(n)
	m.tell(m.step, m.done, m.total)
	return n, err
}
