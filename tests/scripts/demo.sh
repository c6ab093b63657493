#!/bin/bash
# Installs what is missing, builds Astray without optimisation, which is the quicker way to a first look, and shows it at work.
set -euo pipefail
cd "$(dirname "$0")/../.."

tests/scripts/install.sh
npm --prefix ui run build
cargo build --locked -p astray -p astray-cli -p astray-tests --bins
exec "${CARGO_TARGET_DIR:-target}/debug/demo"
