#!/usr/bin/env bash
# Prints a folder in memory where there are gigabytes to spare and programs may be run; nothing where there is none.
set -euo pipefail
folder=/dev/shm
[ "$(df --output=avail -B1G "$folder" 2>/dev/null | tail -n 1)" -ge 6 ] 2>/dev/null || exit 0
tried=$(mktemp "$folder/alcove-XXXXXX" 2>/dev/null) || exit 0
trap 'rm -f "$tried"' EXIT
cp "$(type -P true)" "$tried" && chmod 700 "$tried"
"$tried" 2>/dev/null && echo "$folder" || true
