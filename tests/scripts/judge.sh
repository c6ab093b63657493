#!/bin/bash
# Scores the judge on trial data: JUDGE_DATA names its folder, which holds score.py and what that needs. The data is no part of Astray:
# some of it may be used for trials only.
set -euo pipefail
cd "$(dirname "$0")/../.."

data=${JUDGE_DATA:-../shared/lookalike-dev}
if [ ! -f "$data/score.py" ]; then
    echo "There is no trial data in $data: name its folder with JUDGE_DATA=…" >&2
    exit 1
fi
cargo build --locked --release -p astray-cli
exec python3 "$data/score.py" --data "$data" "$PWD/${CARGO_TARGET_DIR:-target}/release/astray-cli" check
