#!/usr/bin/env bash
# Fails when a release that is built in two folders is not the same bytes twice: nobody
# could check then that the program they were given was made from this source.
set -euo pipefail
cd "$(dirname "$0")/.."
folders=$(mktemp -d)
trap 'rm -rf "$folders"' EXIT
for folder in one another/and/deeper; do
  git clone -q --no-hardlinks . "$folders/$folder"
  # Compared by itself: scripts/check-reproducible.sh.
  cp -r internal/webapp/dist "$folders/$folder/internal/webapp/"
  ln -s "$PWD/node_modules" "$folders/$folder/node_modules"
  make -C "$folders/$folder" --no-print-directory -s -o web release
done
diff -r "$folders/one/bin" "$folders/another/and/deeper/bin" || { echo "the release is not the same in two folders"; exit 1; }
(cd "$folders/one/bin" && sha256sum --quiet -c SHA256SUMS)
