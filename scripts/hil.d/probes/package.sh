#!/bin/bash
# What the package leaves on a system, without running it. In the guest, plain init, as root;
# /packages holds two releases. Data and configuration are what must survive.
. /hil/probes/say.sh
LIB=/var/lib/fieldstation

slot() { basename "$(echo /packages/"$1"/arm64/*)"; }
link() { basename "$(readlink $LIB/"$1")"; }
dpkg_() { dpkg "$@" >/run/dpkg 2>&1 || { tail -n 8 /run/dpkg; return 1; }; }

first() {
  dpkg_ -i /packages/1/*.deb || return 1
  [ "$(link current)" = "$(slot 1)" ] && [ -s /etc/fieldstation/station.toml ] && [ -L /etc/systemd/system/multi-user.target.wants/fieldstation.service ] &&
    [ "$(stat -c %U:%a $LIB/data)" = fieldstation:750 ]
}

answers() { station --version | grep -q 'station 0.0.1 on Java 25'; }

untouchable() { # what runs is root's, what it writes is its own
  ! setpriv --reuid fieldstation --regid fieldstation --clear-groups sh -c "echo >>$LIB/current/bin/station" 2>/dev/null &&
    setpriv --reuid fieldstation --regid fieldstation --clear-groups touch $LIB/data/journal.db
}

again() {
  echo '# mine' >>/etc/fieldstation/station.toml
  dpkg_ -i /packages/1/*.deb || return 1
  [ "$(link current)" = "$(slot 1)" ] && [ ! -e $LIB/previous ] && grep -q '# mine' /etc/fieldstation/station.toml
}

upgrade() {
  dpkg_ -i /packages/2/*.deb || return 1
  [ "$(link current)" = "$(slot 2)" ] && [ "$(link previous)" = "$(slot 1)" ] && [ -x $LIB/previous/bin/station ] && grep -q '# mine' /etc/fieldstation/station.toml
}

removed() {
  dpkg_ -r fieldstation || return 1
  [ ! -e /usr/bin/station ] && [ ! -e $LIB/slots ] && [ ! -L /etc/systemd/system/multi-user.target.wants/fieldstation.service ] &&
    [ -e $LIB/data/journal.db ] && grep -q '# mine' /etc/fieldstation/station.toml
}

back() {
  dpkg_ -i /packages/1/*.deb || return 1
  [ "$(link current)" = "$(slot 1)" ] && [ -L /etc/systemd/system/multi-user.target.wants/fieldstation.service ] && grep -q '# mine' /etc/fieldstation/station.toml
}

purged() {
  dpkg_ -P fieldstation || return 1
  [ ! -e $LIB ] && [ ! -e /etc/fieldstation ] && [ ! -e /var/log/fieldstation ] && [ ! -e /var/cache/fieldstation ]
}

probe package "installed, its release is current and its unit enabled" first
probe package "the command line answers" answers
probe package "the station cannot change what it runs" untouchable
probe package "installed again, nothing changes" again
probe package "upgraded, the old release is there to go back to" upgrade
probe package "removed, records and configuration stay" removed
probe package "installed once more, it is enabled again" back
probe package "purged, nothing is left" purged
