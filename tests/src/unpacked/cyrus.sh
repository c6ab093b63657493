#!/bin/bash
# Runs a private Cyrus in a mount namespace of its own: cyrus.sh ROOT DIR TLS_PORT PLAIN_PORT USER PASSWORD.
# ROOT holds the unpacked packages; DIR is nobody's, and holds certificate.pem and key.pem.
set -euo pipefail
root=$1 dir=$2 tls=$3 plain=$4 user=$5 password=$6
mount -t overlay overlay -o lowerdir="$root/usr:/usr" /usr

mkdir -p "$dir"/{spool,sock,proc} "$dir"/conf/{db,socket,proc,msg,ptclient,log}
cat >"$dir/imapd.conf" <<X
configdirectory: $dir/conf
defaultpartition: default
partition-default: $dir/spool
cyrus_user: nobody
admins: cyrus
virtdomains: off
altnamespace: yes
unixhierarchysep: yes
allowplaintext: yes
sasl_mech_list: PLAIN LOGIN
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: $dir/sasldb2
tls_server_cert: $dir/certificate.pem
tls_server_key: $dir/key.pem
tls_versions: tls1_2 tls1_3
idlesocket: $dir/sock/idle
lmtpsocket: $dir/sock/lmtp
notifysocket: $dir/sock/notify
proc_path: $dir/proc
mboxname_lockpath: $dir/proc
autocreate_quota: 0
autocreate_inbox_folders: Drafts
xlist-drafts: Drafts
specialusealways: yes
maxlogins_per_host: 0
maxlogins_per_user: 0
X
cat >"$dir/cyrus.conf" <<X
START {
  recover cmd="ctl_cyrusdb -r -C $dir/imapd.conf"
  idled cmd="idled -C $dir/imapd.conf"
}
SERVICES {
  imap cmd="imapd -C $dir/imapd.conf" listen="127.0.0.1:$plain" prefork=1
  imaps cmd="imapd -s -C $dir/imapd.conf" listen="127.0.0.1:$tls" prefork=1
}
EVENTS {
}
X
printf '%s' "$password" | saslpasswd2 -p -c -f "$dir/sasldb2" -u "$(hostname)" "$user"
chown -R nobody:nogroup "$dir"
# As a child of the shell: a program that changes whom it runs as is not ended with who started it, the namespace's first process is.
setpriv --reuid nobody --regid nogroup --clear-groups \
    /usr/lib/cyrus/bin/master -C "$dir/imapd.conf" -M "$dir/cyrus.conf" -p "$dir/master.pid" &
wait $!
