package crash

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"connectrpc.com/connect"
	"github.com/nats-io/nats-server/v2/server"

	"alcove/internal/load"
	"alcove/internal/store/storetest"
)

const (
	nodesOf   = 3
	writersOf = 3                      // of each conversation
	begun     = 300 * time.Millisecond // that is written before and after something happens
)

// cluster is three nodes on one PostgreSQL and one NATS, with a cable of its own between
// each of them and both.
type cluster struct {
	postgres *storetest.Cluster
	nats     *server.Server
	natsPort int
	nodes    []*clusterNode
	practice *load.Practice
}

type clusterNode struct {
	*load.Server
	toPostgres, toNATS *cable
	cutOff             atomic.Bool // from PostgreSQL
}

func startCluster(t *testing.T) *cluster {
	t.Helper()
	c := &cluster{}
	var err error
	if c.postgres, err = storetest.StartCluster(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.postgres.Close() })
	if err := c.postgres.Exec(ctx, "CREATE DATABASE practice"); err != nil {
		t.Fatal(err)
	}
	c.runNATS(t)
	t.Cleanup(func() { c.nats.Shutdown() })
	_, socket, _ := strings.Cut(c.postgres.URL(""), "host=")
	for i := range nodesOf {
		n := &clusterNode{
			toPostgres: lay(t, func() (net.Conn, error) { return net.Dial("unix", socket+"/.s.PGSQL.5432") }),
			toNATS:     lay(t, func() (net.Conn, error) { return net.Dial("tcp", "127.0.0.1:"+strconv.Itoa(c.natsPort)) }),
		}
		args := []string{"--store", "postgres://alcove@" + n.toPostgres.address() + "/practice?sslmode=disable", "--relay", "nats://" + n.toNATS.address()}
		if i == 0 {
			if n.Server, err = load.StartServerWith(ctx, program(t), args...); err == nil {
				c.practice, err = load.EnrolPractice(ctx, n.Server) // before others print a link of their own
			}
		} else {
			n.Server, err = c.nodes[0].StartNode(ctx, args...)
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = n.Stop() })
		c.nodes = append(c.nodes, n)
	}
	return c
}

func (c *cluster) runNATS(t *testing.T) {
	t.Helper()
	port := c.natsPort
	if port == 0 {
		port = server.RANDOM_PORT
	}
	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: port, NoLog: true, NoSigs: true})
	if err != nil {
		t.Fatal(err)
	}
	go s.Start()
	if !s.ReadyForConnections(30 * time.Second) {
		t.Fatal("NATS does not start")
	}
	c.nats, c.natsPort = s, s.Addr().(*net.TCPAddr).Port
}

// events is what can happen to a cluster. Each is over, and mended, when it returns.
var events = []struct {
	name   string
	happen func(t *testing.T, c *cluster, random *rand.Rand) error
}{
	{"a node is killed", func(_ *testing.T, c *cluster, random *rand.Rand) error {
		n := c.nodes[random.IntN(nodesOf)]
		if err := n.Kill(); err != nil {
			return err
		}
		time.Sleep(begun)
		return n.Resume(ctx)
	}},
	{"all nodes are restarted, one after the other", func(_ *testing.T, c *cluster, _ *rand.Rand) error {
		for _, n := range c.nodes {
			if err := n.Restart(ctx); err != nil {
				return err
			}
			if n.Exit != 0 {
				return fmt.Errorf("%s ended with %d", n.Host, n.Exit)
			}
		}
		return nil
	}},
	{"NATS is away", func(t *testing.T, c *cluster, _ *rand.Rand) error {
		c.nats.Shutdown()
		c.nats.WaitForShutdown()
		time.Sleep(4 * begun)
		c.runNATS(t)
		return nil
	}},
	{"a node is cut off from the database", func(_ *testing.T, c *cluster, random *rand.Rand) error {
		n := c.nodes[random.IntN(nodesOf)]
		n.toPostgres.cut()
		n.cutOff.Store(true)
		time.Sleep(4 * begun)
		n.cutOff.Store(false)
		n.toPostgres.mend()
		return nil
	}},
	{"the connections of a node with the database are lost", func(_ *testing.T, c *cluster, random *rand.Rand) error {
		c.nodes[random.IntN(nodesOf)].toPostgres.drop()
		return nil
	}},
	{"a node is cut off from NATS", func(_ *testing.T, c *cluster, random *rand.Rand) error {
		n := c.nodes[random.IntN(nodesOf)]
		n.toNATS.cut()
		time.Sleep(4 * begun)
		n.toNATS.mend()
		return nil
	}},
	{"the database is killed", func(_ *testing.T, c *cluster, _ *rand.Rand) error {
		if err := c.postgres.Kill(); err != nil {
			return err
		}
		time.Sleep(begun)
		return c.postgres.Start()
	}},
}

// clusterTalk is a conversation whose people write, read and listen at any node.
type clusterTalk struct {
	*talk
	at        [2][]*load.Person // client and practitioner, at each node
	followers []*follower
}

// Three nodes serve one practice while one thing after the other fails: no record that
// was acknowledged is lost, doubled or moved, and every device has all of them in the end.
func TestNothingAcknowledgedIsLostAmongThreeNodes(t *testing.T) {
	storetest.OnlyPostgres(t)
	random, todo := seeded(t), len(events)
	if asked := os.Getenv("ALCOVE_CLUSTER_ROUNDS"); asked != "" {
		var err error
		if todo, err = strconv.Atoi(asked); err != nil {
			t.Fatal(err)
		}
	}
	c := startCluster(t)
	talks := converse(t, c, random)
	stop := make(chan struct{})
	var following sync.WaitGroup
	for _, k := range talks {
		for _, f := range k.followers {
			following.Go(func() { f.follow(stop) })
		}
	}
	defer func() { close(stop); following.Wait() }()
	var total tally
	for round := range todo {
		event := events[round%len(events)]
		if err := c.playRound(t, talks, random, event.happen, &total); err != nil {
			t.Fatalf("round %d, %s: %v", round+1, event.name, err)
		}
	}
	total.log(t, todo)
}

func converse(t *testing.T, c *cluster, random *rand.Rand) (talks []*clusterTalk) {
	t.Helper()
	if err := c.practice.Grow(ctx, nodesOf); err != nil {
		t.Fatal(err)
	}
	for _, client := range c.practice.Clients {
		k := &clusterTalk{talk: &talk{Client: client, practitioner: c.practice.Practitioner, message: load.Message, pause: 20 * time.Millisecond}}
		for _, n := range c.nodes {
			k.at[0] = append(k.at[0], client.At(n.Server))
			k.at[1] = append(k.at[1], c.practice.Practitioner.At(n.Server))
		}
		for _, at := range k.at {
			k.followers = append(k.followers, &follower{stream: client.Stream, at: at, random: rand.New(rand.NewPCG(random.Uint64(), 0))})
		}
		log, err := k.readAll()
		if err != nil {
			t.Fatal(err)
		}
		k.next(log)
		talks = append(talks, k)
	}
	return talks
}

func (c *cluster) playRound(t *testing.T, talks []*clusterTalk, random *rand.Rand, happen func(*testing.T, *cluster, *rand.Rand) error, total *tally) error {
	t.Helper()
	var over atomic.Bool
	var wg sync.WaitGroup
	wrong := make(chan error, len(talks)*(writersOf+1))
	for _, k := range talks {
		for i := range writersOf + 1 {
			mine := rand.New(rand.NewPCG(random.Uint64(), 0))
			wg.Go(func() {
				for !over.Load() {
					if err := c.step(k, i == writersOf, mine); err != nil {
						wrong <- err
						return
					}
				}
			})
		}
	}
	time.Sleep(begun)
	err := happen(t, c, random)
	time.Sleep(begun)
	over.Store(true)
	wg.Wait()
	close(wrong)
	if err := errors.Join(err, <-wrong); err != nil {
		return err
	}
	if err := c.calm(talks[0], random); err != nil {
		return err
	}
	for _, k := range talks {
		if err := k.examine(random, total); err != nil {
			return err
		}
	}
	return arrived(talks)
}

// step has somebody read or write at some node. A call that fails may have taken place.
func (c *cluster) step(k *clusterTalk, reads bool, random *rand.Rand) error {
	i := random.IntN(nodesOf)
	who, do := k.at[random.IntN(2)][i], k.append
	if reads {
		do = k.read
	}
	before := c.nodes[i].cutOff.Load()
	err := do(who, random)
	if err == nil && before && c.nodes[i].cutOff.Load() {
		return errors.New("a node that is cut off from the database answered")
	}
	switch code := connect.CodeOf(err); {
	case err == nil:
		return nil
	case code == connect.CodeUnavailable, code == connect.CodeDeadlineExceeded, code == connect.CodeCanceled, code == connect.CodeUnknown, code == connect.CodeInternal:
		time.Sleep(20 * time.Millisecond)
		return nil
	default:
		return err
	}
}

// calm returns when each node has taken something: what was under way there is over then,
// for each writes one group after the other.
func (c *cluster) calm(k *clusterTalk, random *rand.Rand) error {
	for i, n := range c.nodes {
		var err error
		for end := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
			if err = k.append(k.at[0][i], random); err == nil {
				break
			}
			if time.Now().After(end) {
				return fmt.Errorf("%s does not recover: %w", n.Host, err)
			}
		}
	}
	return nil
}

// arrived waits until every device has everything.
func arrived(talks []*clusterTalk) error {
	for end := time.Now().Add(2 * time.Minute); ; time.Sleep(10 * time.Millisecond) {
		missing := 0
		for _, k := range talks {
			for _, f := range k.followers {
				has, err := f.holds(k.before)
				if err != nil {
					return err
				}
				if !has {
					missing += len(k.before) - f.has()
				}
			}
		}
		if missing == 0 {
			return nil
		}
		if time.Now().After(end) {
			return fmt.Errorf("%d records did not arrive", missing)
		}
	}
}
