#!/bin/bash
# Runs a private Courier in a mount namespace of its own: courier.sh ROOT DIR TLS_PORT PLAIN_PORT USER PASSWORD.
# ROOT holds the unpacked packages; DIR holds certificate.pem and key.pem. Its places in /etc and /run are compiled in, so that
# these are laid over as well; the user `courier` exists in here alone.
set -euo pipefail
root=$1 dir=$2 tls=$3 plain=$4 user=$5 password=$6
courier=64998
etc=$dir/etc/courier home=$dir/mail/$user run=$dir/run
mkdir -p "$etc" "$home" "$run/authdaemon" "$dir/mounts/courier"
chmod 755 "$dir" "$run" "$run/authdaemon"
cp -r "$root/etc/courier/." "$etc/"
{ cat /etc/passwd; echo "courier:x:$courier:$courier::/nonexistent:/usr/sbin/nologin"; } >"$dir/etc/passwd"
{ cat /etc/group; echo "courier:x:$courier:"; } >"$dir/etc/group"
sed -i 's/^authmodulelist=.*/authmodulelist="authuserdb"/; s/^daemons=.*/daemons=2/' "$etc/authdaemonrc"
sed -i 's/^IMAP_ULIMITD=.*//; s/^IMAP_IDLE_TIMEOUT=.*/IMAP_IDLE_TIMEOUT=2/' "$etc/imapd"
sed -i 's/^TLS_CACHEFILE=.*//; s/^TLS_DHPARAMS=.*//; s/^TLS_TRUSTCERTS=.*//' "$etc/imapd-ssl"
cat "$dir/certificate.pem" "$dir/key.pem" >"$etc/imapd.pem"
chmod 600 "$etc/imapd.pem"
# After STARTTLS the certificate is read by that user.
chown $courier:$courier "$etc/imapd.pem"

mount -t overlay overlay -o lowerdir="$root/usr:/usr" /usr
mount -t overlay overlay -o lowerdir="$dir/etc:/etc" /etc
mount -t overlay overlay -o lowerdir="$dir/mounts:/run" /run
mount --bind "$run" /run/courier

maildirmake.courier "$home/Maildir"
chown -R nobody:nogroup "$dir/mail"
hashed=$(openssl passwd -6 -stdin <<<"$password")
printf '%s\tuid=%s|gid=%s|home=%s|systempw=%s\n' "$user" "$(id -u nobody)" "$(id -g nobody)" "$home" "$hashed" >"$dir/userdb"
chmod 700 "$dir/userdb"
# makeuserdb writes its index beside what it reads, and the overlay cannot be written.
makeuserdb -f "$dir/userdb"
for file in userdb userdb.dat userdbshadow.dat; do
    [ ! -e "$dir/$file" ] || { touch "$etc/$file"; cp -p "$dir/$file" "$etc/$file"; }
done

courierlogger -pid="$run/authdaemon/pid" -start /usr/lib/courier/courier-authlib/authdaemond
# The packages' own files use variables that may not be set.
set -a +u
. /etc/courier/imapd
. /etc/courier/imapd-ssl
prefix=/usr exec_prefix=/usr sbindir=/usr/sbin bindir=/usr/bin AUTHMODULES=authdaemon
(
    IMAP_STARTTLS=YES
    exec couriertcpd -address=127.0.0.1 -maxprocs=100 -maxperip=100 -nodnslookup -noidentlookup "$plain" \
        /usr/lib/courier/courier/imaplogin /usr/bin/imapd Maildir
) &
IMAP_TLS=1
couriertcpd -address=127.0.0.1 -maxprocs=100 -maxperip=100 -nodnslookup -noidentlookup "$tls" \
    /usr/bin/couriertls -server -tcpd /usr/lib/courier/courier/imaplogin /usr/bin/imapd Maildir
