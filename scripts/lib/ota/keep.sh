#!/bin/sh
# Starts the current release again whenever it ended, as systemd would: for a station by hand.
#
#   keep.sh ROOT PROGRAM [ARGUMENT…]     the same as launch.sh
#
# It ends when the station ended well or was told to, or cannot be started at all.
set -u

launcher=$(dirname "$(readlink -f "$0")")/launch.sh
child=
asked=
on_signal() {
  asked=yes
  [ -z "$child" ] || kill -TERM "$child" 2>/dev/null
}
trap on_signal TERM INT HUP

while :; do
  sh "$launcher" "$@" &
  child=$!
  while :; do # a signal ends the waiting, not the station
    rc=0
    wait "$child" || rc=$?
    kill -0 "$child" 2>/dev/null || break
  done
  [ -z "$asked" ] || exit "$rc"
  case $rc in
    0 | 2 | 3 | 143) exit "$rc" ;;
    100) ;; # another release
    *) sleep 2 ;;
  esac
done
