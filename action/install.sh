#!/usr/bin/env bash
# Install the program from the checkout of the action into an environment of its own, and put it on PATH.
set -euo pipefail

environment="$RUNNER_TEMP/reconcile/environment"
python -m venv "$environment"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check "$GITHUB_ACTION_PATH[formats]"
echo "$environment/bin" >>"$GITHUB_PATH"
