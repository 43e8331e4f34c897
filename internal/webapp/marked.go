package webapp

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
)

const markStyle = "/assets/drill.css"

// It stays in sight however far one scrolls.
const markCSS = `.drill-mark { position: sticky; inset-block-start: 0; z-index: 1000; padding: 0.6rem 1rem; border: 0.25rem dashed #1b1100;
  background: #ffc64d; color: #1b1100; font: 1rem/1.4 system-ui, sans-serif; text-align: center; }
/* What the keyboard comes to is not behind it (WCAG 2.4.11). */
:root { scroll-padding-block-start: 8rem; }
.skip:focus { z-index: 1001; }
@media (forced-colors: active) { .drill-mark { border-color: CanvasText; } }
`

// markWords are what is said on every page of a drill, in the languages of the app.
var markWords = map[string][2]string{
	"ar": {"تدريب: نسخة.", "لا يُخبَر أحد بشيء. كل ما يُفعل هنا يزول حين ينتهي التدريب."},
	"de": {"Übung: eine Kopie.", "Niemand erfährt etwas. Was hier getan wird, ist mit dem Ende der Übung weg."},
	"en": {"Drill: a copy.", "Nobody is told anything. What is done here is gone when the drill ends."},
	"es": {"Simulacro: una copia.", "No se avisa a nadie. Lo que se haga aquí desaparece cuando termina el simulacro."},
	"fr": {"Exercice : une copie.", "Personne n’est prévenu de rien. Ce qui est fait ici disparaît à la fin de l’exercice."},
}

// Marked puts the mark of a drill on top of every page that next sends, so that
// nobody takes the copy for the practice.
func Marked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == markStyle:
			w.Header().Set("Content-Type", "text/css; charset=utf-8")
			_, _ = w.Write([]byte(markCSS))
		case r.Method != http.MethodGet || r.Header.Get("Upgrade") != "":
			next.ServeHTTP(w, r)
		default:
			r.Header.Del("Accept-Encoding") // the page is read here
			m := &marking{ResponseWriter: w, mark: markIn(spoken(r))}
			next.ServeHTTP(m, r)
			m.finish()
		}
	})
}

func markIn(lang string) string {
	words, known := markWords[lang]
	if !known {
		lang, words = "en", markWords["en"]
	}
	direction := "ltr"
	if lang == "ar" {
		direction = "rtl"
	}
	return fmt.Sprintf(`<link rel="stylesheet" href="%s"><aside class="drill-mark" lang="%s" dir="%s"><strong>%s</strong> %s</aside>`, markStyle, lang, direction, words[0], words[1])
}

// marking holds a page back until it is whole.
type marking struct {
	http.ResponseWriter
	mark  string
	page  bytes.Buffer
	begun bool
	html  bool
}

func (m *marking) WriteHeader(status int) {
	m.begun = true
	m.html = strings.HasPrefix(m.Header().Get("Content-Type"), "text/html")
	if m.html {
		m.Header().Del("Content-Length")
	}
	m.ResponseWriter.WriteHeader(status)
}

func (m *marking) Write(b []byte) (int, error) {
	if !m.begun {
		m.WriteHeader(http.StatusOK)
	}
	if m.html {
		return m.page.Write(b)
	}
	return m.ResponseWriter.Write(b)
}

func (m *marking) finish() {
	if m.html {
		_, _ = m.ResponseWriter.Write(bytes.Replace(m.page.Bytes(), []byte("<body>"), []byte("<body>"+m.mark), 1))
	}
}
