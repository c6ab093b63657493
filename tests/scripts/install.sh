#!/bin/bash
# Installs what is missing on a Debian 12 with Rust and Node: Debian packages (packages.txt) and the window's npm packages.
# With --tests also what only the tests need: tauri-driver, and the servers that cannot be installed. Quick where nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing=()
while read -r package; do
    case $package in '' | '#'*) continue ;; esac
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done <tests/scripts/packages.txt

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing Debian packages: ${missing[*]}"
    as_root apt-get update -qq
    # Another mail server that is installed stays: --no-remove fails rather than take its place.
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends --no-remove "${missing[@]}" >/dev/null
    # Only private servers are wanted, so the system's own does not stay on.
    if [[ " ${missing[*]} " == *" dovecot-imapd "* ]] && [ -d /run/systemd/system ]; then
        as_root systemctl disable --now dovecot.service dovecot.socket
    fi
fi

if [ ! ui/node_modules/.package-lock.json -nt ui/package-lock.json ]; then
    npm --prefix ui ci --ignore-scripts --no-audit --no-fund
    touch ui/node_modules/.package-lock.json
fi

if [ "${1:-}" = --tests ]; then
    tests/scripts/servers.sh
fi

if [ "${1:-}" = --tests ] && [ -z "${TAURI_DRIVER:-}" ] && [ ! -x target/tools/bin/tauri-driver ] && ! command -v tauri-driver >/dev/null; then
    cargo install tauri-driver --version 2.1.0 --locked --root target/tools
fi
