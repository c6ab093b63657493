#!/bin/bash
# The benchmarks, with optimisation as users have it.
set -euo pipefail
cd "$(dirname "$0")/../.."

tests/scripts/install.sh
npm --prefix ui run build
cargo build --locked --release -p astray -p astray-cli
cargo bench --locked --quiet -p astray-lookalike
cargo bench --locked --quiet -p astray-tests
