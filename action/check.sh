#!/usr/bin/env bash
# Run `reconcile check` in a job of GitHub: log, notes beside the lines, summary, SARIF, exit status.
#
# What to do comes in RECONCILE_* (action.yml), lists one a line; nothing in them is read as a command
# or, behind "--" and "=", as an option. The log shows words of strangers, so that the runner is told to
# obey nothing in it until it hears a word that they cannot know.
set -euo pipefail

lines() { # NAME OF ARRAY, TEXT: the lines of a text that are not empty
  local -n into=$1
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%$'\r'}
    if [ -n "$line" ]; then into+=("$line"); fi
  done <<<"$2"
}

made="$RUNNER_TEMP/reconcile/made"
mkdir -p "$made"
rm -f "$made"/*

submissions=() against=() options=()
lines submissions "${RECONCILE_SUBMISSIONS:-}"
lines against "${RECONCILE_AGAINST:-}"
for path in "${against[@]}"; do options+=("--against=$path"); done
for name in config baseline fail-on no-match changed-since; do
  variable=RECONCILE_${name//-/_}
  variable=${variable^^}
  if [ -n "${!variable:-}" ]; then options+=("--$name=${!variable}"); fi
done
if [ -n "${RECONCILE_JUNIT:-}" ]; then options+=("--format=junit=$RECONCILE_JUNIT"); fi

word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
status=0
echo "::stop-commands::$word"
reconcile check "${options[@]}" \
  --format=terminal \
  --format="github=$made/notes.txt" \
  --format="summary=$made/summary.md" \
  --format="sarif=$made/reconcile.sarif" \
  -- "${submissions[@]}" 2>&1 || status=$?
echo
echo "::$word::"

if [ -s "$made/notes.txt" ]; then cat "$made/notes.txt"; fi
if [ -s "$made/summary.md" ]; then cat "$made/summary.md" >>"$GITHUB_STEP_SUMMARY"; fi
if [ "$status" -ne 0 ] && [ ! -s "$made/reconcile.sarif" ]; then
  echo "::error title=reconcile check::The reports could not be checked; the log above says why."
fi
{
  echo "status=$status"
  if [ -s "$made/reconcile.sarif" ]; then echo "sarif=$made/reconcile.sarif"; fi
} >>"$GITHUB_OUTPUT"
exit "$status"
