#!/bin/bash
# Builds Astray without optimisation, and takes a picture of each screen and state of its window: target/screens/index.html.
# SCREENS="mistake report" takes only those whose names hold one of the words, LOOKS="dark" only looks whose names do.
set -euo pipefail
cd "$(dirname "$0")/../.."

tests/scripts/install.sh --tests
npm --prefix ui run build
cargo build --locked -p astray -p astray-cli
ASTRAY_BIN_DIR="${CARGO_TARGET_DIR:-target}/debug" exec cargo run --locked --quiet -p astray-tests --example screens
