#!/bin/sh
# Set up what tests need and run all checks: ruff, mypy and pytest. Options are passed on to pytest.
set -- test "$@"
. "$(dirname "$0")/setup.sh"
shift
"$environment/bin/ruff" check .
"$environment/bin/ruff" format --check .
"$environment/bin/mypy"
exec "$environment/bin/pytest" -n 2 "$@"
