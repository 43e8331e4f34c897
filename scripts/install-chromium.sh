#!/usr/bin/env bash
# Sees to it that the browser tests have a browser: Debian's Chromium, by apt where apt is there,
# and its windowless build, which does the same with less work; without it they only take longer.
set -euo pipefail
if command -v chromium >/dev/null && command -v chromium-headless-shell >/dev/null; then exit 0; fi
missing="There is no Chromium here"
if command -v chromium >/dev/null; then missing="There is no chromium-headless-shell here, without which the browser tests take longer"; fi
if ! command -v apt-get >/dev/null; then
  echo "$missing, and no apt-get to install it: please install it and put it on the PATH." >&2
  exit 0 # whoever only builds needs none; the browser tests say so again
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
    echo "$missing, and installing it needs root: sudo apt-get install chromium chromium-headless-shell" >&2
    exit 0
  fi
  as_root=(sudo -n)
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q
"${as_root[@]}" apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core
"${as_root[@]}" apt-get install -y -q --no-install-recommends chromium-headless-shell || echo "There is no chromium-headless-shell to install; the browser tests take longer without it." >&2
