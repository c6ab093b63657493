#!/bin/bash
# Every check, from format to the real app in a real desktop session. Shows each stage's output, hides none behind another's failure,
# and ends with the line "N passed, N failed": tests as their runners count them, and one for each stage that runs no tests.
set -uo pipefail
cd "$(dirname "$0")/../.."
# Colours would get between the runners' counts, and errors say where they come from without a stack of frames.
export NO_COLOR=1 FORCE_COLOR=0 CARGO_TERM_COLOR=never RUST_LIB_BACKTRACE=0

passed=0
failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# sum WORD: adds up the numbers before WORD in the runner's lines of totals, which standard input holds.
sum() {
    grep -oE "[0-9]+ $1" | awk '{ total += $1 } END { print total + 0 }'
}

# stage KIND NAME COMMAND…: KIND is how its outcome is counted: "one" by its exit status, "cargo" or "vitest" by its tests.
stage() {
    local kind=$1 name=$2 start=$SECONDS status totals= good=0 bad=0
    shift 2
    printf '\n== %s\n' "$name"
    "$@" </dev/null 2>&1 | tee "$log"
    status=${PIPESTATUS[0]}
    case $kind in
    cargo) totals=$(grep -E '^test result: ' "$log") ;;
    vitest) totals=$(grep -E '^ +Tests ' "$log") ;;
    esac
    good=$(sum passed <<<"$totals")
    bad=$(sum failed <<<"$totals")
    if [ "$kind" = one ] && [ "$status" = 0 ]; then
        good=1
    elif [ "$status" != 0 ] && [ "$bad" = 0 ]; then
        bad=1 # It did not come so far as to count.
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
    printf -- '-- %s: %s in %d s\n' "$name" "$([ "$status" = 0 ] && echo good || echo FAILED)" $((SECONDS - start))
}

stage one "what is missing" tests/scripts/install.sh --tests
stage one "the window's build" npm --prefix ui run build
stage one "the window's lint" npm --prefix ui run lint
stage one "the window's types" npm --prefix ui run check
stage vitest "the window's tests" npm --prefix ui run test
stage one "format" cargo fmt --all --check
stage one "build" cargo build --workspace --all-targets --locked
stage one "lint" cargo clippy --workspace --all-targets --locked -- -D warnings
# They have a lock file of their own, which falls behind unseen.
stage one "fuzz targets" cargo check --locked --manifest-path tests/fuzz/Cargo.toml --target-dir "${CARGO_TARGET_DIR:-target}"
# Ends what hangs well before whoever waits for it gives up.
stage cargo "tests" timeout --foreground 1800 cargo test --workspace --locked --no-fail-fast

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
