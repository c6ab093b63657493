#!/bin/bash
# Runs a private Postfix in a mount namespace of its own: postfix.sh ROOT DIR TLS_PORT PLAIN_PORT AUTH_PORT HOMES UID GID.
# ROOT holds the unpacked package; DIR holds certificate.pem and key.pem. It takes mail from those who sign in, asks Dovecot whether
# the password is right, and puts what is for alice, bob, carol, john and jörg of any domain into HOMES/NAME/Maildir. The users
# `postfix` and `postdrop` exist in here alone.
set -euo pipefail
root=$1 dir=$2 tls=$3 plain=$4 auth=$5 homes=$6 uid=$7 gid=$8
etc=$dir/etc
mkdir -p "$etc" "$dir/queue" "$dir/data" "$homes"
cp -r "$root/etc/postfix" "$etc/"
{ cat /etc/passwd; echo "postfix:x:64997:64997::/nonexistent:/usr/sbin/nologin"; } >"$etc/passwd"
{ cat /etc/group; echo "postfix:x:64997:"; echo "postdrop:x:64996:"; } >"$etc/group"
cat >"$etc/postfix/main.cf" <<X
compatibility_level = 3.6
queue_directory = $dir/queue
data_directory = $dir/data
maillog_file = $dir/mail.log
maillog_file_prefixes = /tmp, $dir
myhostname = mx.acme.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
alias_maps =
alias_database =
biff = no
smtputf8_enable = yes
smtpd_tls_cert_file = $dir/certificate.pem
smtpd_tls_key_file = $dir/key.pem
smtpd_tls_security_level = encrypt
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:$auth
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access inline:{{later@ = 450 4.2.0 come again later}}, permit_sasl_authenticated, reject
message_size_limit = 1048576
virtual_mailbox_domains = regexp:$etc/postfix/domains
virtual_mailbox_maps = regexp:$etc/postfix/mailboxes
virtual_mailbox_base = $homes
virtual_minimum_uid = 1
virtual_uid_maps = static:$uid
virtual_gid_maps = static:$gid
X
echo '/./ yes' >"$etc/postfix/domains"
for name in alice bob carol john later jörg; do
    echo "/^$name@/ $name/Maildir/"
done >"$etc/postfix/mailboxes"
sed -e "s/^smtp  *inet .*/127.0.0.1:$plain inet n - n - - smtpd/" >"$etc/postfix/master.cf" <<X
smtp inet n - n - - smtpd
127.0.0.1:$tls inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
X
mount -t overlay overlay -o lowerdir="$root/usr:/usr" /usr
mount -t overlay overlay -o lowerdir="$etc:/etc" /etc
chown "$uid:$gid" "$homes"
chown 64997 "$dir/data"
postfix -c /etc/postfix check
# As a child of the shell: a program that changes whom it runs as is not ended with who started it, the namespace's first process is.
/usr/lib/postfix/sbin/master -c /etc/postfix -d &
wait $!
