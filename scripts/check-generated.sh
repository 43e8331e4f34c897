#!/usr/bin/env bash
# Fails when generated code or a lock file is not what its sources give.
set -euo pipefail
cd "$(dirname "$0")/.."
before=$(git status --porcelain -- proto web/core/gen go.mod go.sum package-lock.json)
kept=$(mktemp -d)
trap 'rm -rf "$kept"' EXIT
cp -r proto web/core/gen "$kept"
npx buf generate
diff -r proto "$kept/proto" && diff -r web/core/gen "$kept/gen" || { echo "generated code is not current: make generate"; exit 1; }
go mod verify >/dev/null
go mod tidy -diff >/dev/null || { echo "go.mod or go.sum is not current: go mod tidy"; exit 1; }
npm ls --package-lock-only --all >/dev/null || { echo "package-lock.json is not current: npm install"; exit 1; }
after=$(git status --porcelain -- proto web/core/gen go.mod go.sum package-lock.json)
[ "$before" = "$after" ] || { echo "generated files changed"; exit 1; }
