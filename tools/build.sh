#!/bin/sh
# Set up what is missing and build this repository's publication into public/ (HTML, PDF and JSON).
set -- build "$@"
. "$(dirname "$0")/setup.sh"
shift
exec "$environment/bin/factsheet" build "$@"
