#!/usr/bin/env bash
# Say where pip keeps what it downloads and when that is out of date, for the cache of the job.
set -euo pipefail

sum=$(sha256sum "$GITHUB_ACTION_PATH/pyproject.toml")
python=$(python -c 'import platform, sys; print(platform.machine(), *sys.version_info[:2], sep="-")')
{
  echo "folder=$(python -m pip cache dir)"
  echo "key=reconcile-pip-$RUNNER_OS-$python-${sum%% *}"
} >>"$GITHUB_OUTPUT"
