#!/bin/bash
# Builds Astray with optimisation, and packs it for Debian and its kin (.deb) and for Fedora and its kin (.rpm).
set -euo pipefail
cd "$(dirname "$0")/../.."

# The settings of the bundles name what is built by its place below the project.
export CARGO_TARGET_DIR="$PWD/target"
tests/scripts/install.sh
npm --prefix ui run build
cargo build --locked --release -p astray -p astray-cli
(cd src-tauri && ../ui/node_modules/.bin/tauri bundle --ci)
find target/release/bundle -name '*.deb' -o -name '*.rpm'
