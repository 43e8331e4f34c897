#!/usr/bin/env bash
# Fails when building the web client again gives other bytes: nobody could check
# then that what a server sends was made from this source.
set -euo pipefail
cd "$(dirname "$0")/.."
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
node scripts/build-web.mjs "$again" >/dev/null
diff -rq --exclude=.keep internal/webapp/dist "$again" || { echo "the web client does not build reproducibly, or internal/webapp/dist is old: make web"; exit 1; }
