#!/usr/bin/env bash
# Has programs that others wrote look at a server of its own, from outside: testssl at
# its TLS, Mozilla's HTTP observatory at its headers, h2spec at its HTTP/2, beside Go's
# own server. Says what was run, what was found, and what could not be run here, which
# is no success and no failure, but where CI is set: there it fails. Fails if one of them
# finds what it must not.
set -euo pipefail
cd "$(dirname "$0")/.."
OBSERVATORY=1.4.8
H2SPEC=v2.2.1+incompatible
HOST=127.77.0.1 # of this machine alone, and used by nothing else
LEAST=120       # the observatory's points
tools=node_modules/.cache/external
mkdir -p "$tools"
tools=$(cd "$tools" && pwd)
work=$(mktemp -d)
started=()
failed=0
end() { for p in "${started[@]}"; do kill "$p" 2>/dev/null || true; done; rm -rf "$work"; }
trap end EXIT
absent() {
  echo "$1: not examined: $2"
  [ -z "${CI:-}" ] || failed=1
}

# A certificate as a practice has one: by an authority, not by itself.
certificate() (
  cd "$work"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -days 30 -subj "/CN=Somebody who vouches" 2>/dev/null
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out request.pem -subj "/CN=localhost" 2>/dev/null
  cat > leaf.cnf <<EOF
basicConstraints=CA:FALSE
keyUsage=digitalSignature
extendedKeyUsage=serverAuth
subjectAltName=DNS:localhost,IP:$HOST
crlDistributionPoints=URI:http://$HOST/none.crl
EOF
  openssl x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 80 -sha256 -extfile leaf.cnf -out leaf.pem 2>/dev/null
  cat leaf.pem ca.pem > chain.pem
)

# Waits until somebody listens there; fails if PROCESS ended before.
listening() { # ADDRESS PORT PROCESS
  until (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; do kill -0 "$3" 2>/dev/null || return 1; sleep 0.1; done
}

serve() { # PORT: starts Alcove there
  rm -rf "$work/data"
  bin/alcove serve --data "$work/data" --listen "$HOST:$1" --metrics "" --cert "$work/chain.pem" --key "$work/key.pem" > "$work/server.log" 2>&1 &
  started+=("$!")
  listening "$HOST" "$1" "$!"
}

tls() {
  if ! command -v testssl >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    apt-get install -y -q --no-install-recommends testssl.sh >/dev/null 2>&1 || true
  fi
  if ! command -v testssl >/dev/null; then absent testssl "apt-get install testssl.sh"; return; fi
  # By name: with an address alone nothing is sent of whom one wants to reach.
  testssl --ip "$HOST" --add-ca "$work/ca.pem" -p -s -f -S -h --fast --warnings off --color 0 --jsonfile "$work/tls.json" "https://localhost:$port" > "$work/tls.out" 2>&1 || true
  node scripts/external/tls.mjs "$work/tls.json" || failed=1
}

headers() {
  if [ "$port" != 443 ]; then absent "HTTP observatory" "it wants port 443, which only root may open here"; return; fi
  local at=$tools/node_modules/@mdn/mdn-http-observatory
  if [ ! -f "$at/package.json" ] || ! grep -q "\"version\": \"$OBSERVATORY\"" "$at/package.json"; then
    npm install --prefix "$tools" --no-audit --no-fund --ignore-scripts "@mdn/mdn-http-observatory@$OBSERVATORY" >/dev/null 2>&1 || { absent "HTTP observatory" "npm could not install it"; return; }
  fi
  echo '{}' > "$at/conf/hsts-preload.json" # nobody is on the browsers' list
  NODE_EXTRA_CA_CERTS=$work/ca.pem node "$at/src/scan.js" "$HOST" > "$work/headers.json" 2>/dev/null || true
  node scripts/external/headers.mjs "$work/headers.json" "$LEAST" || failed=1
}

http2() {
  if [ ! -x "$tools/h2spec" ]; then
    GOBIN=$tools go install -trimpath "github.com/summerwind/h2spec/cmd/h2spec@$H2SPEC" >/dev/null 2>&1 || { absent h2spec "go could not install it"; return; }
  fi
  go build -trimpath -o "$work/plain" ./scripts/external
  local plain=$((port + 1))
  "$work/plain" "$HOST:$plain" "$work/chain.pem" "$work/key.pem" & started+=("$!")
  listening "$HOST" "$plain" "$!"
  # It mostly waits for what must not come.
  "$tools/h2spec" -t -k -h "$HOST" -p "$plain" -o 10 -j "$work/plain.xml" >/dev/null 2>&1 & local other=$!
  "$tools/h2spec" -t -k -h "$HOST" -p "$port" -o 10 -j "$work/ours.xml" >/dev/null 2>&1 || true
  wait "$other" || true
  node scripts/external/http2.mjs "$work/plain.xml" "$work/ours.xml" && return
  # Some cases turn on whether the answer or the rest of the request comes first, which on
  # a busy machine is a matter of luck: what is wrong fails each time.
  local again runs=()
  for again in 1 2 3; do
    "$tools/h2spec" -t -k -h "$HOST" -p "$port" -o 10 -j "$work/again$again.xml" >/dev/null 2>&1 || true
    runs+=("$work/again$again.xml")
    node scripts/external/http2.mjs "$work/plain.xml" "$work/ours.xml" "${runs[@]}" && return
  done
  failed=1
}

certificate
port=443
serve 443 || { port=18445; serve "$port"; }
tls
headers
http2
exit "$failed"
