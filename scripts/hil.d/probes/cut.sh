#!/bin/bash
# A station that records until the power goes. In the guest; /dev/vdb survives. "before" runs until
# it is cut, "after" looks at what is left.
. /hil/probes/say.sh
. /hil/probes/board.sh
mkdir -p /var/lib/fieldstation
last() { station store status --json | sed -n 's/.*"lane":"'"$1"'","last":\([0-9]*\).*/\1/p'; }
case $1 in
  before)
    mkfs.ext4 -q /dev/vdb
    mount /dev/vdb /var/lib/fieldstation
    sound_up
    sing 48000
    /src/scripts/install /packages/1/*.deb >/run/install.log 2>&1 || { cat /run/install.log; exit 1; }
    # Each number was read from the journal, so its record was acknowledged before it was printed.
    for _ in $(seq 40); do
      echo "acknowledged $(last data) $(last urgent)"
      sleep 0.2
    done
    echo "CUT NOW"
    sleep 60
    ;;
  after)
    mount /dev/vdb /var/lib/fieldstation || exit 1
    dpkg -i /packages/1/*.deb >/dev/null 2>&1
    systemctl stop fieldstation
    station store verify && echo "survived $(last data) $(last urgent)"
    ;;
esac
