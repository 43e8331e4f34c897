package auditor

import "html/template"

// inPieces lets a key or a hash, which has no place to break, go on in the next line of
// a phone. What is copied stays whole.
func inPieces(long string) template.HTML {
	pieces := ""
	for len(long) > 8 {
		pieces, long = pieces+template.HTMLEscapeString(long[:8])+"<wbr>", long[8:]
	}
	return template.HTML(pieces + template.HTMLEscapeString(long)) // each piece is escaped
}

// witnessPage is for whoever would rather look at another computer than believe a
// server: plain, in English, without style or script.
var witnessPage = template.Must(template.New("witness").Funcs(template.FuncMap{"inPieces": inPieces}).Parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Witness of key logs</title></head>
<body><main><h1>Witness of key logs</h1>
<p>This computer cosigns what a key log shows it, only if that goes on from what it cosigned before. Compare the size and the root below with what the server shows you under /log: of the same size the root has to be the same, and a server that shows a larger one has to be able to prove that it goes on from this one, which <code>alcove log verify --witness</code> asks of it.</p>
<p>Key of this witness: <code>{{inPieces .Key}}</code></p>
{{range .Logs}}<section><h2>{{inPieces .Origin}}</h2>
<dl><dt>Key of the log</dt><dd><code>{{inPieces .Key}}</code></dd>
{{if .When.IsZero}}<dt>Cosigned</dt><dd>Nothing yet.</dd>{{else}}<dt>Held when it was last cosigned</dt><dd><time datetime="{{.When.UTC.Format "2006-01-02T15:04:05Z"}}">{{.When.UTC.Format "2 January 2006, 15:04"}} UTC</time></dd>
<dt>Entries</dt><dd>{{.Checkpoint.Tree.N}}</dd>
<dt>Root (SHA-256)</dt><dd><code>{{inPieces .Root}}</code></dd>{{end}}</dl></section>
{{end}}</main></body></html>
`))
