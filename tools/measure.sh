#!/bin/sh
# Measures the whole corpora and prints a table of figures.
#
#   SEPARATUM_CORPUS=../shared/corpus SEPARATUM_JATS_DTDS=…/@jats4r/dtds/schema tools/measure.sh
#
# The corpora are looked for beside the crate when the variable is absent; without the DTDs validity is not measured.
set -eu
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
SEPARATUM_FULL=1 cargo test --all-features --test corpus -- --nocapture --test-threads=1 >"$log" 2>&1 || status=$?
printf '%-28s %8s %8s %8s\n' measured passed files share
sed -n 's/^.*MEASURED \(.*\): \([0-9]*\) of \([0-9]*\)$/\1|\2|\3/p' "$log" | sort |
    awk -F'|' '{ printf "%-28s %8d %8d %7.1f%%\n", $1, $2, $3, $3 ? 100 * $2 / $3 : 0 }'
grep -h '^SKIPPED' "$log" | sort -u || true
if [ "$status" -ne 0 ]; then
    echo "some tests failed:"
    grep -E '^(test .*FAILED|  [a-z-]+/)' "$log" | head -40 || tail -40 "$log"
fi
exit "$status"
