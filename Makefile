# Everything one does with Alcove. `make run` serves it, `make test` proves it.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build

GO_PACKAGES := ./...
export CGO_ENABLED ?= 0

.PHONY: deps browser generate web build release run demo bench bench-large bench-tool bench-web crash cluster external sweep outdated shots test test-go test-postgres test-web test-e2e check fmt

node_modules/.package-lock.json: package.json package-lock.json
	npm ci --no-audit --no-fund --ignore-scripts
	@touch $@

# What the browser tests drive; installed by apt where apt is there.
browser:
	bash scripts/install-chromium.sh

deps: node_modules/.package-lock.json browser

generate: node_modules/.package-lock.json web
	npx buf generate
	go run ./cmd/alcove inventory > docs/inventory.md

WEB_SOURCES := $(shell find web internal/pages/assets internal/practice/crisis.json -type f \( -name '*.ts' -o -name '*.tsx' -o -name '*.css' -o -name '*.ftl' -o -name '*.txt' -o -name '*.json' \) 2>/dev/null)

internal/webapp/dist/manifest.json: node_modules/.package-lock.json scripts/build-web.mjs scripts/mended-mls.mjs $(WEB_SOURCES)
	node scripts/build-web.mjs

web: internal/webapp/dist/manifest.json

build: web
	go build -trimpath -ldflags=-s -o bin/alcove ./cmd/alcove

# What a practice is given: the program, the names of all parts of others in it (CycloneDX), and checksums.
release: build
	node scripts/sbom.mjs bin/alcove bin/alcove.cdx.json
	cd bin && sha256sum alcove alcove.cdx.json > SHA256SUMS

run: build
	bin/alcove serve

# A practice with people in it, to walk through; gone after Ctrl-C.
demo: build
	@exec node scripts/demo.mjs

# Figures, never tests: they depend on the machine and on what else runs there. Compared with the run before.
bench: build bench-tool
	[ ! -f bin/bench/latest.txt ] || mv bin/bench/latest.txt bin/bench/previous.txt
	bin/alcove-bench -server bin/alcove -benchstat bin/bench/latest.txt
	[ ! -f bin/bench/previous.txt ] || go tool benchstat bin/bench/previous.txt bin/bench/latest.txt

# What a message and a start cost with little in the database and with much; the second needs 10 GB of disk and some minutes to fill it.
bench-large: build bench-tool
	bin/alcove-bench -server bin/alcove -only '^(start|append_16)$$' -records 10000 -streams 1 -benchstat bin/bench/little.txt
	bin/alcove-bench -server bin/alcove -only '^(start|append_16)$$' -records $(RECORDS) -streams 100000 -keys 100000 -benchstat bin/bench/much.txt
	go tool benchstat bin/bench/little.txt bin/bench/much.txt

RECORDS ?= 10000000

bench-tool:
	@mkdir -p bin/bench
	go build -trimpath -o bin/alcove-bench ./cmd/alcove-bench

# The same for what a person waits for: the first page, search, start with a long history, files, rooms of many.
bench-web: build browser
	node scripts/bench-first-load.mjs
	node scripts/bench-search.mjs
	node scripts/bench-attachments.mjs
	node scripts/bench-cold-start.mjs
	node scripts/bench-room.mjs

# Kills the server while people write, cuts the power and has the disk fail, as often as ROUNDS says, and looks for what was lost. All of 1000 takes hours.
ROUNDS ?= 50
crash: web
	ALCOVE_CRASH_ROUNDS=$(ROUNDS) go test ./internal/crash -count=1 -timeout=0 -v

# Three nodes on one PostgreSQL and one NATS, as often as ROUNDS says, while nodes are killed and restarted, links cut, NATS and the database stopped.
cluster: web
	bash scripts/install-postgres.sh
	ALCOVE_TEST_STORE=postgres ALCOVE_CLUSTER_ROUNDS=$(ROUNDS) go test ./internal/crash -run AmongThreeNodes -count=1 -timeout=0 -v

# Programs of others look at a server from outside: testssl, Mozilla's HTTP observatory, h2spec.
external: build
	bash scripts/external.sh

# Plants markers through everything Alcove does, looks for them wherever the server could have left them, and does the same with builds that leak on purpose.
sweep: build
	bash scripts/install-strace.sh
	node scripts/sweep.mjs

# Which parts of others there are newer ones of; fails when one has waited too long. To be run on the first of each month too.
outdated: node_modules/.package-lock.json
	@node scripts/outdated.mjs

fmt:
	gofmt -w $$(git ls-files '*.go')
	node scripts/french-spaces.mjs

# Translated as `make build` does, so that it is done once; and with fewer collections of garbage, which takes a seventh less of the processor.
check build test-go test-postgres: export GOGC = 400
check: export GOFLAGS = -trimpath
check: web
	@unformatted="$$(gofmt -l $$(git ls-files '*.go'))"; \
	if [ -n "$$unformatted" ]; then echo "not formatted (make fmt):"; echo "$$unformatted"; exit 1; fi
	go vet $(GO_PACKAGES)
	go tool staticcheck $(GO_PACKAGES)
	npx tsc -p web/core
	npx tsc -p web/core/test
	npx tsc -p web/app
	npx tsc -p web/app/test
	npx tsc -p e2e
	npx tsc -p scripts
	node scripts/lint-locales.mjs
	node scripts/lint-styles.mjs
	bash scripts/check-generated.sh
	bash scripts/check-reproducible.sh
	bash scripts/check-release.sh

# What the tests write is gone in a moment: in memory nobody waits for a disk, as half of a test of `internal/api` was before.
MEMORY := $(shell bash scripts/in-memory.sh)
ifneq ($(MEMORY),)
test-go test-postgres test-web test-e2e: export TMPDIR = $(MEMORY)
endif

# Vetted by `make check`. SQLite is C that a program translated: looked over pointer by pointer, as the race detector wants, it takes half of all the time. Two hundred people's
# ballots are arithmetic above all, four times slower when it is watched; the other tests of surveys are. Nothing is written
# for a debugger, which is a seventh of translating.
UNWATCHED = -gcflags=all=-dwarf=false -gcflags='modernc.org/sqlite=-d=checkptr=0 -dwarf=false' -gcflags='modernc.org/sqlite/lib=-d=checkptr=0 -race=false -dwarf=false'

test-go: web
	CGO_ENABLED=1 go test -race -vet=off $(UNWATCHED) $(GO_PACKAGES)
	go test -vet=off -trimpath -run TestNobodyFindsWhoAnsweredWhat ./internal/api

# The same behaviour with PostgreSQL as the store: a server of Debian's programs in a temporary folder, which the tests start and end themselves.
test-postgres: web
	bash scripts/install-postgres.sh
	ALCOVE_TEST_STORE=postgres go test -vet=off -trimpath ./internal/store ./internal/stream ./internal/room ./internal/practice ./internal/mailer ./internal/policy ./internal/clock ./internal/api
	ALCOVE_TEST_STORE=postgres go test -vet=off -trimpath -run AmongThreeNodes ./internal/crash
	ALCOVE_TEST_STORE=postgres go test -vet=off -trimpath -run 'WhatItsDatabaseChanges|InPostgres' ./cmd/alcove

test-web: build
	node scripts/test-web.mjs

test-e2e: build browser
	npx playwright test -c e2e --project=phone

# Pictures of every page, to be looked at: shots/.
shots: build browser
	npx playwright test -c e2e --project=shots

# Two at a time, each told whole when it ends, so that no processor waits for the last of a group: what uses one runs beside what uses many, others' programs
# mostly wait for a server's answers, and the browsers come last, beside whatever is still under way.
test: deps
	$(MAKE) -j2 --output-sync=target check test-go external test-postgres test-web test-e2e
