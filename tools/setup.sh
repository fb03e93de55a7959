# Sourced by the two commands of the README: a virtual environment with what `$1` (build or test) needs, and the
# system libraries where this user may install them. Leaves `$environment` set to the environment's folder.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
environment=${FACTSHEET_ENV:-"$root/.venv"}

find_python() {
  for name in python3.13 python3.12 python3.11 python3.14 python3; do
    if command -v "$name" >/dev/null 2>&1 &&
      "$name" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
}

install_libraries() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] && return
  if [ "$(id -u)" = 0 ]; then
    echo "Installing$missing"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
  else
    echo "Missing system packages:$missing. Install them with: sudo apt-get install$missing" >&2
  fi
}

if command -v apt-get >/dev/null 2>&1; then
  libraries="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libfontconfig1"
  if [ "$1" = test ]; then
    libraries="$libraries poppler-utils default-jdk-headless libjaxb-java unzip chromium"
    command -v npm >/dev/null 2>&1 || libraries="$libraries npm"
  fi
  install_libraries $libraries
elif [ "$(uname)" = Darwin ]; then
  command -v pango-view >/dev/null 2>&1 || echo "PDFs need Pango: brew install pango" >&2
fi

python=$(find_python)
if [ -z "$python" ]; then
  echo "Python 3.11 to 3.14 with its venv module is needed (on Debian: apt-get install python3-venv)." >&2
  exit 4
fi
[ -x "$environment/bin/python" ] || "$python" -m venv "$environment"

stamp="$environment/.factsheet-$1"
wanted=$(cat "locks/$1.txt" pyproject.toml | cksum)
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
  echo "Installing Python packages into $environment"
  "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "locks/$1.txt"
  "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
  printf '%s' "$wanted" >"$stamp"
fi

if [ "$1" = test ]; then
  sh tools/web-checks.sh >/dev/null
fi
