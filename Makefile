# Everything one does with Alcove. `make run` serves it, `make test` proves it.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build

GO_PACKAGES := ./...
export CGO_ENABLED ?= 0

.PHONY: deps generate web build run test test-go test-web check fmt

node_modules/.package-lock.json: package.json package-lock.json
	npm ci --no-audit --no-fund --ignore-scripts
	@touch $@

deps: node_modules/.package-lock.json

generate: deps
	npx buf generate

fmt:
	gofmt -w $$(git ls-files '*.go')

check: deps
	@unformatted="$$(gofmt -l $$(git ls-files '*.go'))"; \
	if [ -n "$$unformatted" ]; then echo "not formatted (make fmt):"; echo "$$unformatted"; exit 1; fi
	go vet $(GO_PACKAGES)
	go tool staticcheck $(GO_PACKAGES)
	npx tsc -p web/core
	npx tsc -p web/core/test
	bash scripts/check-generated.sh

test-go:
	CGO_ENABLED=1 go test -race $(GO_PACKAGES)

test-web: deps
	node scripts/test-web.mjs

test: check test-go test-web
