#!/bin/sh
# Installs what the tests of the pages check with (axe-core, the Nu HTML checker) into a cache, and prints its folder.
# Needs npm and its registry the first time only; versions and digests stand in tests/browser/package-lock.json.
set -eu
here=$(cd "$(dirname "$0")/../tests/browser" && pwd)
cache=${FACTSHEET_WEB_CHECKS:-"${XDG_CACHE_HOME:-$HOME/.cache}/factsheet/web-checks"}
box="$cache/$(cat "$here/package.json" "$here/package-lock.json" | cksum | tr ' ' '-')"

if [ ! -d "$box" ]; then
  mkdir -p "$cache"
  work=$(mktemp -d "$cache/new.XXXXXX")
  cp "$here/package.json" "$here/package-lock.json" "$work"
  (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --silent >&2)
  mv -T "$work" "$box" 2>/dev/null || rm -rf "$work" # another run was first
fi
echo "$box/node_modules"
