package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"alcove/internal/store"
)

// databases are those of one server, which is started with the first.
type databases struct {
	cluster *Cluster
	mu      sync.Mutex
	made    int
	byPath  map[string]string
}

// shared makes the one of this process, with a database that the others are copies of.
var shared = sync.OnceValues(func() (*databases, error) {
	cluster, err := StartCluster()
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	if err := cluster.Exec(ctx, "CREATE DATABASE empty"); err != nil {
		return nil, errors.Join(err, cluster.Close())
	}
	db, err := store.OpenPostgres(ctx, cluster.URL("empty"))
	if err != nil {
		return nil, errors.Join(err, cluster.Close())
	}
	return &databases{cluster: cluster, byPath: map[string]string{}}, db.Close()
})

// url gives the database that stands for a path, a new one if there is none; it goes
// when the test ends.
func (d *databases) url(t testing.TB, path string) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if name, ok := d.byPath[path]; ok {
		return d.cluster.URL(name), nil
	}
	d.made++
	name := fmt.Sprintf("test%d", d.made)
	if err := d.cluster.Exec(t.Context(), "CREATE DATABASE "+name+" TEMPLATE empty STRATEGY FILE_COPY"); err != nil {
		return "", err
	}
	d.byPath[path] = name
	t.Cleanup(func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		delete(d.byPath, path)
		if err := d.cluster.Exec(context.Background(), "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	return d.cluster.URL(name), nil
}

// URL names an empty database of PostgreSQL, which stands for path in this test.
func URL(t testing.TB, path string) string {
	t.Helper()
	d, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	url, err := d.url(t, path)
	if err != nil {
		t.Fatal(err)
	}
	return url
}

// EmptyURL names a database of PostgreSQL without any table.
func EmptyURL(t testing.TB) string {
	t.Helper()
	d, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	d.mu.Lock()
	d.made++
	name := fmt.Sprintf("test%d", d.made)
	d.mu.Unlock()
	if err := d.cluster.Exec(t.Context(), "CREATE DATABASE "+name+" TEMPLATE template0"); err != nil {
		t.Fatal(err)
	}
	return d.cluster.URL(name)
}
