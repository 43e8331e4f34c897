package practice_test

import (
	"context"
	"encoding/binary"
	"hash/crc32"
	"testing"
	"unicode/utf8"

	"alcove/internal/account"
	"alcove/internal/fault"
	"alcove/internal/practice"
)

func pngChecksum(chunk []byte) []byte {
	return binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(chunk))
}

// keepPhoto is a store that keeps nothing; the photo path needs no other method.
type keepPhoto struct{ practice.Store }

func (keepPhoto) PutPhoto(context.Context, account.ID, []byte) error { return nil }

// FuzzPhoto: whatever is uploaded becomes a picture or is refused as one.
func FuzzPhoto(f *testing.F) {
	jpg := encode(f, false, 40, 30)
	f.Add(jpg)
	f.Add(withOrientation(jpg, 6))
	f.Add(withOrientation(jpg, 8)[:40])
	f.Add(encode(f, true, 3, 40))
	s := practice.New(keepPhoto{}, nil, nil)
	f.Fuzz(func(t *testing.T, upload []byte) {
		err := s.PutPhoto(context.Background(), account.ID{}, upload)
		if err != nil && fault.Of(err).Kind != fault.Invalid {
			t.Error(err)
		}
	})
}

// FuzzSettings: what is accepted stays the same when it is checked again.
func FuzzSettings(f *testing.F) {
	f.Add("Lindenhof", "de", "DE", "a@example.org", "+49 30 1", "112", "Help", "116 123", "https://help.example")
	f.Add("Å ", "x-private", "gb", "", "", "", "Shout", "", "sms:85258?body=SHOUT")
	f.Fuzz(func(t *testing.T, name, lang, country, mail, phone, emergency, line, number, url string) {
		s := practice.Settings{Name: name, Languages: []string{lang}, Jurisdiction: country, ContactEmail: mail, ContactPhone: phone,
			EmergencyNumber: emergency, CrisisLines: []practice.CrisisLine{{Name: line, Number: number, URL: url}}}
		if s.Validate() != nil {
			return
		}
		if !utf8.ValidString(s.Name) || len(s.Jurisdiction) != 2 {
			t.Errorf("accepted %+v", s)
		}
		again := s
		again.CrisisLines = append([]practice.CrisisLine{}, s.CrisisLines...)
		if err := again.Validate(); err != nil || again.Name != s.Name || again.Languages[0] != s.Languages[0] || again.CrisisLines[0] != s.CrisisLines[0] {
			t.Errorf("%+v became %+v: %v", s, again, err)
		}
	})
}
