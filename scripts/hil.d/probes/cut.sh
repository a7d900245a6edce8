#!/bin/bash
# A station that records until the power goes. In the guest, plain init; /dev/vdb survives. "before"
# runs until it is cut, "after" opens what is left with the station's own code.
. /hil/probes/say.sh
. /hil/probes/board.sh
DB=/mnt/data/journal.db
export HOME=/mnt STATION_LOG=/run/log
SLOT=$(echo /packages/1/arm64/*)

# What a reader sees is synced: with synchronous=FULL a commit is shown after its sync. The numbers
# given in all lanes, and the milliseconds of effort accounted for.
written() {
  sqlite3 -readonly $DB 'SELECT (SELECT sum(last_seq) FROM lane), (SELECT coalesce(max(to_uptime_ms), 0) FROM effort WHERE boot = 1)' | tr '|' ' '
}

case $1 in
  before)
    mkfs.ext4 -q /dev/vdb
    mount /dev/vdb /mnt
    sound_up
    sing 48000
    printf '[station]\nname = "cut"\ndata = "data"\n[microphone]\nhardware = "linux"\ndevice = "alsa:card=Loopback"\nrate-hz = 48000\n' >/mnt/station.toml
    sync -f /mnt # whoever set the station up had gone long before the power did
    "$SLOT/bin/station" run --config /mnt/station.toml >/run/station 2>&1 &
    last= changes=0
    for _ in $(seq 600); do
      now=$(written 2>/dev/null)
      if [ -n "$now" ] && [ "$now" != "$last" ]; then
        echo "acknowledged $now"
        last=$now
        changes=$((changes + 1))
        [ $changes -lt 8 ] || break
      fi
      sleep 0.3
    done
    [ $changes -gt 4 ] || { tail -n 5 /run/station; exit 1; }
    echo "CUT NOW"
    while :; do :; done # sleeping, its time would pass at once
    ;;
  after)
    mount /dev/vdb /mnt || exit 1
    "$SLOT/bin/station" store verify --config /mnt/station.toml && echo "survived $(written)"
    ;;
esac
