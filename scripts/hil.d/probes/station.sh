#!/bin/bash
# The packaged station under systemd, from its installation on. In the guest, as root;
# /packages holds two releases, /dev/vdb is empty.
. /hil/probes/say.sh
. /hil/probes/board.sh
set -u
RATE=48000 # emulated, a filter at 384 kHz is slower than the sound; probes/sound.sh has that
CONFIG=/etc/fieldstation/station.toml

state() { systemctl show fieldstation -p "$1" --value; }
active() { [ "$(state ActiveState)" = active ]; }
as_expected() { # COMMAND…
  "$@" || { journalctl -u fieldstation -n 15 --no-pager -o cat; return 1; }
}

install_it() {
  /src/scripts/install /packages/1/*.deb >/run/install.log 2>&1 || { tail -n 20 /run/install.log; return 1; }
  active || { tail -n 5 /run/install.log; return 1; }
}

no_root() { [ "$(ps -o user= -p "$(state MainPID)")" = fieldstation ]; }

at_that_rate() {
  sed -i "/^\[microphone\]/a rate-hz = $RATE" $CONFIG
  systemctl restart fieldstation && within 400 active || return 1
  grep -q "rate: $RATE" /proc/asound/Loopback/pcm0c/sub0/hw_params
}

hears() { # SECONDS: and the ledger says that all of it was listened to
  local before=$(date +%s)
  sleep "$1"
  station store ledger >/run/ledger
  awk -v from="$(date -u -d "@$((before + 3))" +%FT%TZ)" '
    $1 == "microphone" && $3 > from && $4 !~ /^(classified|listened|gated)/ { print; bad = 1 }
    $1 == "microphone" && $3 > from { seen = 1 } END { exit bad || !seen }' /run/ledger || { tail -n 6 /run/ledger; return 1; }
}

upgrade() {
  local old=$(readlink /var/lib/fieldstation/current) epoch
  /src/scripts/install /packages/2/*.deb >/run/install.log 2>&1 || { tail -n 20 /run/install.log; return 1; }
  within 400 active || return 1
  [ "$(readlink /var/lib/fieldstation/previous)" = "$old" ] && [ "$(readlink /var/lib/fieldstation/current)" != "$old" ] &&
    [ "$(cat /proc/"$(state MainPID)"/cmdline | tr '\0' '\n' | sed -n 's/-Dfieldstation.release=//p')" = "$(cat /packages/2/version)" ]
}

bad_release() { # the launcher goes back from a release that cannot be started
  local good=$(readlink /var/lib/fieldstation/current)
  systemctl stop fieldstation
  (cd /var/lib/fieldstation && cp -a "$good" slots/9.9.9-broken && printf '#!/bin/sh\nexit 7\n' >slots/9.9.9-broken/bin/station.new && chmod 755 slots/9.9.9-broken/bin/station.new &&
    mv slots/9.9.9-broken/bin/station.new slots/9.9.9-broken/bin/station && echo "9.9.9-broken 3" >trial && chown fieldstation trial &&
    ln -sfn "$good" previous && ln -sfn slots/9.9.9-broken current)
  systemctl --no-block start fieldstation
  within 400 active && [ "$(readlink /var/lib/fieldstation/current)" = "$good" ] && grep -q 9.9.9-broken /var/lib/fieldstation/bad
}

frozen() {
  mkdir -p /run/systemd/system/fieldstation.service.d
  printf '[Service]\nWatchdogSec=30\nTimeoutAbortSec=2\n' >/run/systemd/system/fieldstation.service.d/soon.conf
  systemctl daemon-reload
  systemctl restart fieldstation
  within 400 active || return 1
  local pid=$(state MainPID) restarts=$(state NRestarts)
  kill -STOP "$pid"
  local since=$SECONDS
  within 200 test ! -e "/proc/$pid" || return 1
  within 400 active || return 1
  echo $((SECONDS - since)) >/run/frozen
  journalctl -u fieldstation --no-pager -o cat | grep -q "result 'watchdog'" && [ "$(state NRestarts)" -gt "$restarts" ]
}

unplugged() { # no microphone: the rest of it runs
  sed -i 's/card=Loopback/card=Nobody/' $CONFIG
  systemctl restart fieldstation && within 400 active && state StatusText | grep -q 'sound fails (device-absent)'
  local rc=$?
  sed -i 's/card=Nobody/card=Loopback/' $CONFIG
  return $rc
}

warm() {
  within 400 sh -c 'ls /var/cache/fieldstation/*.aot' && [ "$(systemctl show fieldstation-warm-up -p Result --value)" = success ]
}

mkfs.ext4 -q /dev/vdb
mkdir -p /var/lib/fieldstation
mount /dev/vdb /var/lib/fieldstation
rmdir /var/lib/fieldstation/lost+found
board_up
sing $RATE
# A rehearsal beside the station costs an emulated board minutes; the long form has it.
[ -n "${LONG:-}" ] || systemctl mask --quiet fieldstation-warm-up.service
probe package "installs by scripts/install and is active" as_expected install_it
say "    " "" "$(tail -n 8 /run/install.log | grep 'The station runs')"
probe systemd "it runs without root" no_root
probe alsa:card=Loopback "records at the configured rate, two channels" as_expected at_that_rate
probe alsa:card=Loopback "30 s without a gap in the ledger" as_expected hears 30
probe watchdog "a frozen station is killed and started again" as_expected frozen
say "    " "" "frozen to recording again: $(cat /run/frozen) s with WatchdogSec=30"
probe package "an upgrade keeps the old release to go back to" as_expected upgrade
probe launcher "goes back from a release that does not start" as_expected bad_release
probe alsa "without its microphone the station runs and says so" as_expected unplugged
[ -z "${LONG:-}" ] || probe warm-up "the cache of classes is made" warm
