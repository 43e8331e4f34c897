package store_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"alcove/internal/store"
	"alcove/internal/store/storetest"
)

// lines reads a query's rows, each as one line.
func lines(t *testing.T, db *store.DB, query string) (out []string) {
	t.Helper()
	rows, err := db.Reader().Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			t.Fatal(err)
		}
		out = append(out, line)
	}
	if err := rows.Err(); err != nil || len(out) < 20 {
		t.Fatal(len(out), err)
	}
	slices.Sort(out)
	return out
}

var (
	comment = regexp.MustCompile(`--[^\n]*`)
	check   = regexp.MustCompile(`CHECK (\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))`)
	noise   = regexp.MustCompile(`= ANY \(ARRAY|\bIN\b|[\s()]|::\w+`)
)

// checks gives a table's CHECKs in a form in which both engines' are the same.
func checks(t *testing.T, table, definition string, all []string) []string {
	for _, m := range check.FindAllStringSubmatch(comment.ReplaceAllString(definition, ""), -1) {
		all = append(all, table+" "+plainCheck(m[1]))
	}
	return all
}

// plainCheck undoes how PostgreSQL writes IN and BETWEEN.
func plainCheck(c string) string {
	c = between.ReplaceAllString(c, "$1 >= $2 AND $1 <= $3")
	c = strings.NewReplacer("[", "", "]", "").Replace(noise.ReplaceAllString(c, ""))
	return strings.ReplaceAll(c, "''", "")
}

var between = regexp.MustCompile(`(\w+) BETWEEN (\d+) AND (\d+)`)

// Both engines have the same tables, columns, keys, references, indexes and checks.
func TestBothSchemasAreTheSame(t *testing.T) {
	storetest.OnlyPostgres(t)
	path := filepath.Join(t.TempDir(), "alcove.db")
	postgres := open(t, path)
	sqlite, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = sqlite.Close() }()
	for what, q := range map[string]struct{ sqlite, postgres string }{
		"columns": {
			`SELECT t.name || '.' || c.name || ' ' || c.type || CASE WHEN c."notnull" OR c.pk THEN ' not null' ELSE '' END
				|| CASE WHEN c.dflt_value IS NULL THEN '' ELSE ' default ' || replace(c.dflt_value, 'x''''', '''''') END
				FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'`,
			`SELECT table_name || '.' || column_name || ' ' || CASE data_type WHEN 'bigint' THEN 'INTEGER' WHEN 'bytea' THEN 'BLOB' WHEN 'text' THEN 'TEXT' ELSE data_type END
				|| CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
				|| CASE WHEN column_default IS NULL THEN '' WHEN column_default = '''\x''::bytea' THEN ' default ''''' ELSE ' default ' || regexp_replace(column_default, '::\w+', '') END
				FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'installation'`,
		},
		"primary keys": {
			`SELECT t.name || ': ' || (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY pk)) FROM sqlite_schema t WHERE t.type = 'table'`,
			keys('p', "c.conrelid::regclass::text"),
		},
		"references": {
			`SELECT t.name || ' ' || (SELECT group_concat("from", ',') FROM (SELECT "from" FROM pragma_foreign_key_list(t.name) g WHERE g.id = f.id ORDER BY seq)) || ' to ' || f."table" || ' ' || replace(f.on_delete, 'NO ACTION', '')
				FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table' AND f.seq = 0`,
			`SELECT c.conrelid::regclass::text || ' ' || ` + columnsOf + ` || ' to ' || c.confrelid::regclass::text || ' ' || CASE c.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' ELSE '' END
				FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`,
		},
		"indexes": {
			`SELECT t.name || ' ' || CASE WHEN i."unique" THEN 'unique ' ELSE '' END || (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno))
				FROM sqlite_schema t, pragma_index_list(t.name) i WHERE t.type = 'table' AND i.origin <> 'pk'`,
			`SELECT i.indrelid::regclass::text || ' ' || CASE WHEN i.indisunique THEN 'unique ' ELSE '' END ||
				(SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(i.indkey) WITH ORDINALITY k(num, n) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num)
				FROM pg_index i JOIN pg_class r ON r.oid = i.indrelid AND r.relnamespace = 'public'::regnamespace WHERE NOT i.indisprimary AND r.relname <> 'installation'`,
		},
	} {
		if a, b := lines(t, sqlite, q.sqlite), lines(t, postgres, q.postgres); !slices.Equal(a, b) {
			t.Errorf("%s differ:\n%s", what, difference(a, b))
		}
	}
	var a, b []string
	for _, line := range lines(t, sqlite, `SELECT name || ' ' || sql FROM sqlite_schema WHERE type = 'table'`) {
		table, definition, _ := strings.Cut(line, " ")
		a = checks(t, table, definition, a)
	}
	for _, line := range lines(t, postgres, `SELECT c.conrelid::regclass::text || ' ' || pg_get_constraintdef(c.oid) FROM pg_constraint c WHERE c.contype = 'c' AND c.connamespace = 'public'::regnamespace AND c.conrelid <> 'installation'::regclass`) {
		table, definition, _ := strings.Cut(line, " ")
		b = append(b, table+" "+plainCheck(strings.TrimPrefix(definition, "CHECK ")))
	}
	slices.Sort(a)
	slices.Sort(b)
	if !slices.Equal(a, b) || len(a) < 50 {
		t.Errorf("checks differ:\n%s", difference(a, b))
	}
}

const columnsOf = `(SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY k(num, n) JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num)`

func keys(kind rune, table string) string {
	return fmt.Sprintf(`SELECT %s || ': ' || %s FROM pg_constraint c WHERE c.contype = '%c' AND c.connamespace = 'public'::regnamespace AND c.conrelid <> 'installation'::regclass`, table, columnsOf, kind)
}

// difference says which lines only one has.
func difference(a, b []string) string {
	var out []string
	for _, line := range a {
		if !slices.Contains(b, line) {
			out = append(out, "SQLite:     "+line)
		}
	}
	for _, line := range b {
		if !slices.Contains(a, line) {
			out = append(out, "PostgreSQL: "+line)
		}
	}
	return strings.Join(out, "\n")
}
