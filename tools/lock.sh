#!/bin/sh
# Make the lock files anew: every package with its hashes, for each platform and Python that we support. Needs uv.
set -eu
cd "$(dirname "$0")/.."
compile() {
  uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet "$@"
}
compile --group build --output-file locks/build.txt
compile --group build --group test --output-file locks/test.txt
