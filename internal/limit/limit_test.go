package limit

import (
	"encoding/binary"
	"testing"
	"time"
)

func TestCounter(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	c := New(func() time.Time { return now }, time.Hour)
	key := []byte("a")
	if c.Add(key) != 1 || c.Add(key) != 2 || c.Count(key) != 2 || c.Count([]byte("b")) != 0 {
		t.Error("counts are wrong")
	}
	c.Undo(key)
	if c.Count(key) != 1 {
		t.Error("Undo must take one back")
	}
	if c.AddMany(key, 5) != 6 {
		t.Error("five at once must count five")
	}
	now = now.Add(time.Hour)
	if c.Count(key) != 0 || c.Add(key) != 1 {
		t.Error("a window that ended must not count")
	}
	now = now.AddDate(-10, 0, 0)
	if c.Count(key) != 0 || c.Add(key) != 1 {
		t.Error("a window that a wrong clock began must not last until then")
	}
}

func TestCounterRefusesWhenFullAndRecovers(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	c := New(func() time.Time { return now }, time.Hour)
	for i := range uint32(maxKeys) {
		c.Add(binary.BigEndian.AppendUint32(nil, i))
	}
	if n := c.Add([]byte("one more")); n < 1<<30 {
		t.Errorf("a full counter answered %d", n)
	}
	now = now.Add(time.Hour)
	if n := c.Add([]byte("one more")); n != 1 {
		t.Errorf("after the window: %d", n)
	}
}
