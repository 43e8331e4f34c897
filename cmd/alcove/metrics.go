package main

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"alcove/internal/nodes"
	"alcove/internal/push"
)

// requestMetrics counts requests by what was asked and how it ended. No label
// holds an id, an address or anything a person typed.
type requestMetrics struct {
	seconds *prometheus.HistogramVec
}

func newRequestMetrics() *requestMetrics {
	return &requestMetrics{prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "alcove_request_seconds", Help: "Time to answer a request, by procedure or page group and status.",
		Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5},
	}, []string{"route", "status"})}
}

func (m *requestMetrics) count(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/events" { // taken over by the socket: there is no answer to time
			mux.ServeHTTP(w, r)
			return
		}
		begun := time.Now()
		recorder := &statusRecorder{ResponseWriter: w, status: http.StatusOK}
		mux.ServeHTTP(recorder, r)
		m.seconds.WithLabelValues(route(r), strconv.Itoa(recorder.status)).Observe(time.Since(begun).Seconds())
	})
}

// called counts a call over an event socket as if it had come by HTTP.
func (m *requestMetrics) called(procedure string, status int, took time.Duration) {
	m.seconds.WithLabelValues(procedure, strconv.Itoa(status)).Observe(took.Seconds())
}

// route names a request by the pattern that took it, and a call by its procedure;
// never by a path, which may hold an id.
func route(r *http.Request) string {
	if strings.HasPrefix(r.Pattern, "/alcove.v1.") && r.Method == http.MethodPost {
		if known := procedures[r.URL.Path]; known {
			return r.URL.Path
		}
	}
	return r.Pattern
}

type statusRecorder struct {
	http.ResponseWriter
	status int
}

func (s *statusRecorder) WriteHeader(status int) {
	s.status = status
	s.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach what the connection can do.
func (s *statusRecorder) Unwrap() http.ResponseWriter { return s.ResponseWriter }

// serveMetrics opens the listener for whoever runs the server. An empty address
// means none.
func serveMetrics(address string, s *server, log *slog.Logger) (*http.Server, error) {
	admin := &http.Server{ReadHeaderTimeout: 5 * time.Second, Handler: s.adminHandler()}
	if address == "" {
		return admin, nil
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, err
	}
	go func() {
		if err := admin.Serve(listener); err != http.ErrServerClosed {
			log.Error("metrics listener failed", "cause", err)
		}
	}()
	return admin, nil
}

func (s *server) adminHandler() http.Handler {
	registry := prometheus.NewRegistry()
	registry.MustRegister(s.requests.seconds, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for name, read := range map[string]func() float64{
		"alcove_commits_total": func() float64 { return float64(s.db.Stats().Commits) },
		"alcove_writes_total":  func() float64 { return float64(s.db.Stats().Writes) },
	} {
		registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: "Durable transactions, and the writes that shared them."}, read))
	}
	registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{
		Name: "alcove_storage_failures_total", Help: "Transactions that the disk or the database failed to keep.",
	}, func() float64 { return float64(s.db.Stats().Failures) }))
	registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "alcove_waiting_records", Help: "Records that are durable and not in their places in the database yet: for moments, while many write, or where the disk is full.",
	}, func() float64 { return float64(s.db.Stats().Waiting) }))
	for name, read := range map[string]func() uint64{
		"alcove_forgotten_records_total": s.streams.Forgotten,
		"alcove_collected_files_total":   s.blobs.Collected,
	} {
		registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: "What was destroyed because its time had come."}, func() float64 { return float64(read()) }))
	}
	registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "alcove_connections", Help: "Open event sockets.",
	}, func() float64 { return float64(s.events.Connections()) }))
	registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "alcove_clock_ahead_seconds", Help: "By how much the machine's clock is ahead and not believed; negative when it is behind, 0 when it is believed.",
	}, func() float64 { return s.clock.Ahead().Seconds() }))
	for result, read := range map[string]func(push.Stats) uint64{
		"sent": func(p push.Stats) uint64 { return p.Sent }, "gone": func(p push.Stats) uint64 { return p.Gone },
		"failed": func(p push.Stats) uint64 { return p.Failed }, "dropped": func(p push.Stats) uint64 { return p.Dropped },
	} {
		registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "alcove_push_total", Help: "Notices to browsers, by how they ended.", ConstLabels: prometheus.Labels{"result": result},
		}, func() float64 { return float64(read(s.push.Stats())) }))
	}
	s.registerRelay(registry)
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok\n")) })
	mux.HandleFunc("GET /readyz", s.ready)
	return mux
}

// registerRelay adds what is known of hints between nodes: nothing happens where there is
// but one, and nothing is wrong.
func (s *server) registerRelay(registry *prometheus.Registry) {
	registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "alcove_relay_down", Help: "1 while the hints of other nodes do not arrive, and the database is asked for what is new instead.",
	}, func() float64 {
		if s.nodes == nil || s.nodes.Up() {
			return 0
		}
		return 1
	}))
	for result, read := range map[string]func(nodes.Stats) uint64{
		"sent":     func(n nodes.Stats) uint64 { return n.Sent },
		"received": func(n nodes.Stats) uint64 { return n.Received },
		"dropped":  func(n nodes.Stats) uint64 { return n.Dropped },
	} {
		registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "alcove_relay_hints_total", Help: "Hints between nodes, by what became of them.", ConstLabels: prometheus.Labels{"result": result},
		}, func() float64 {
			if s.nodes == nil {
				return 0
			}
			return float64(read(s.nodes.Stats()))
		}))
	}
}

// ready answers whether work is taken: until the server is told to stop, as long as the
// database answers.
func (s *server) ready(w http.ResponseWriter, r *http.Request) {
	if s.stopping.Load() {
		http.Error(w, "stopping", http.StatusServiceUnavailable)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	if err := s.db.Reader().PingContext(ctx); err != nil {
		http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
		return
	}
	_, _ = w.Write([]byte("ready\n"))
}
