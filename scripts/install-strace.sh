#!/usr/bin/env bash
# Sees to it that the sweep can trace what a server writes: strace, by apt where apt is there.
# Without it the sweep says that it could not look there.
set -euo pipefail
if command -v strace >/dev/null || ! command -v apt-get >/dev/null; then exit 0; fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then exit 0; fi
  as_root=(sudo -n)
fi
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q --no-install-recommends strace || true
