#!/usr/bin/env bash
# Boots systemd, in namespaces that unshare made, as the only thing of a machine that has
# nothing but Alcove's units: boot.sh UNITS BINARY FOLDER. The system is the real one, read
# only as the units make it; /run, /var and all places of units are empty ones in memory.
set -euo pipefail
units=$1 binary=$2 folder=$3

mount --make-rprivate /
mount -t tmpfs tmpfs "$folder"
mkdir "$folder/units" "$folder/bin"
cp "$units"/* "$folder/units"
cp "$binary" "$folder/bin/alcove"
# What they wait for is there at once: this machine starts nothing else.
for target in sysinit basic shutdown network-online multi-user; do
  printf '[Unit]\nDescription=%s\nDefaultDependencies=no\n' "$target" > "$folder/units/$target.target"
done
mount --bind "$folder/units" /lib/systemd/system
mount --bind "$folder/bin" /usr/local/bin
for empty in /lib/systemd/system-generators /etc/systemd/system /run /var; do mount -t tmpfs tmpfs "$empty"; done
mkdir /var/lib /var/tmp /var/log /run/lock
umount --lazy /sys/fs/cgroup
mount -t cgroup2 cgroup2 /sys/fs/cgroup
ip link set lo up
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --unit=alcove.service --log-target=console --show-status=no
