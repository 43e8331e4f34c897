#!/usr/bin/env bash
# Sees to it that the browser tests have a browser: Debian's Chromium, by apt where apt is there.
set -euo pipefail
if command -v chromium >/dev/null; then exit 0; fi
if ! command -v apt-get >/dev/null; then
  echo "There is no Chromium here and no apt-get to install it: please install it and put \"chromium\" on the PATH." >&2
  exit 0 # whoever only builds needs none; the browser tests say so again
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
    echo "There is no Chromium here, and installing it needs root: sudo apt-get install chromium" >&2
    exit 0
  fi
  as_root=(sudo -n)
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q
"${as_root[@]}" apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core
