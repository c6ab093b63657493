#!/bin/bash
# Unpacks mail servers that cannot be installed beside Dovecot, each claiming to be the system's only one, and Postfix, which Debian
# would start, from Debian's packages into target/servers/NAME, for the tests to start in a mount namespace of their own. Quick
# where nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# unpack NAME PACKAGE…: the packages, and what they need and the system does not have.
unpack() {
    local name=$1 dir=target/servers/$1 debs
    shift
    [ -e "$dir/unpacked" ] && return
    echo "Unpacking Debian packages for $name: $*"
    debs=$(mktemp -d)
    mkdir -p "$debs/partial" "$dir"
    [ -n "${updated:-}" ] || as_root apt-get update -qq
    updated=yes
    as_root apt-get install -y -qq --download-only --no-install-recommends \
        -o Dir::Cache::archives="$debs" "$@" >/dev/null
    for deb in "$debs"/*.deb; do
        dpkg-deb --extract "$deb" "$dir"
    done
    # Debian's packages name both /lib and /usr/lib; a merged system has the latter alone.
    for part in bin sbin lib lib64; do
        if [ -d "$dir/$part" ] && [ ! -L "$dir/$part" ]; then
            mkdir -p "$dir/usr/$part"
            cp -a "$dir/$part/." "$dir/usr/$part/"
            rm -rf "${dir:?}/$part"
        fi
    done
    as_root rm -rf "$debs"
    touch "$dir/unpacked"
}

unpack cyrus cyrus-imapd sasl2-bin libsasl2-modules
unpack courier courier-imap
unpack postfix postfix
