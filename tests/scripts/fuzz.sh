#!/bin/bash
# Feeds made-up octets to all that reads what strangers write: each target of tests/fuzz for FUZZ_SECONDS (60), or only those named as
# arguments. Installs cargo-fuzz where it is missing. What is learned stays under target/fuzz, and so does the input of a crash.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! cargo fuzz --version >/dev/null 2>&1; then
    cargo install --locked cargo-fuzz
fi
seconds=${FUZZ_SECONDS:-60}
place=${CARGO_TARGET_DIR:-target}/fuzz
# cargo-fuzz has no word for it: without the lock file's versions a run could not be repeated.
cargo metadata --locked --format-version 1 --manifest-path tests/fuzz/Cargo.toml >/dev/null

targets=("$@")
if [ ${#targets[@]} = 0 ]; then
    targets=(address findings header judge policy report wire)
fi
failed=()
for target in "${targets[@]}"; do
    printf '\n== %s\n' "$target"
    mkdir -p "$place/corpus/$target" "$place/artifacts/$target"
    # The first folder is added to; the seeds are only read.
    known=("$place/corpus/$target")
    [ -d "tests/fuzz/seeds/$target" ] && known+=("tests/fuzz/seeds/$target")
    # libFuzzer's instruments are in every compiler; only asking for them is not stable. No sanitizer: our code forbids `unsafe`.
    RUSTC_BOOTSTRAP=1 cargo fuzz run --fuzz-dir tests/fuzz -s none --target-dir "$place/build" "$target" "${known[@]}" -- \
        -artifact_prefix="$place/artifacts/$target/" -dict="tests/fuzz/words/$target.txt" \
        -max_total_time="$seconds" -timeout=10 -print_final_stats=1 || failed+=("$target")
done
# cargo-fuzz makes this folder whether or not anything goes there.
find tests/fuzz/artifacts -type d -empty -delete 2>/dev/null || true

if [ ${#failed[@]} -gt 0 ]; then
    printf '\nFailed: %s. The inputs are in %s.\n' "${failed[*]}" "$place/artifacts" >&2
    exit 1
fi
