#!/bin/sh
# Starts the current release. It lies outside the slots and no update changes it: with it alone, and
# no Java, a station finds back from a release that does not start.
#
#   launch.sh ROOT PROGRAM [ARGUMENT…]     PROGRAM is a path inside a slot, for instance bin/station
#
#   ROOT/current, ROOT/previous   links to slots/<name>, replaced only by rename
#   ROOT/trial                    "<slot> <starts left>" while a release is on trial
#   ROOT/bad                      slots that used up their starts, one a line
#   ROOT/watch                    seconds a release on trial has to begin recording, and seconds of
#                                 silence later, after which it is ended
#
# A start is counted, and the count is on disk, before the release runs: what crashes at once has
# used one up all the same. At zero the way leads back. For systemd: Restart=always, and
# StartLimitIntervalSec=0, since the counting is done here. By hand: keep.sh, which starts it again.
#
# A release on trial that hangs would keep its last start for ever. So while it is on trial it has to
# write something new into the file $FIELDSTATION_HEARTBEAT, and only while it records. When that
# stays the same for as long as ROOT/watch says, it is killed. Content is compared and not times: the
# clock may be set meanwhile.
set -eu

root=${1:?usage: launch.sh ROOT PROGRAM [ARGUMENT...]}
program=${2:?usage: launch.sh ROOT PROGRAM [ARGUMENT...]}
shift 2
cd "$root"
root=$(pwd)

# Content of these files and names in this folder. A sync that knows no files syncs everything.
durable() {
  sync "$@" . 2>/dev/null || sync
}

slot_of() { # LINK
  target=$(readlink "$1" 2>/dev/null) || return 1
  printf '%s\n' "${target#slots/}"
}

starts() { # LINK
  [ -f "$1/$program" ] && [ -x "$1/$program" ] && [ -f "$1/MANIFEST" ]
}

go_back() { # REASON
  echo "launcher: $1; back to $(slot_of previous)" >&2
  rm -f current.tmp
  ln -s "slots/$(slot_of previous)" current.tmp
  mv -fT current.tmp current # -T, or it would move into the folder that current names
  durable
  rm -f trial
  durable
}

# May fail on a full disk; the way back must not depend on it.
remember_bad() { # SLOT
  { [ ! -f bad ] || cat bad; echo "$1"; } | sort -u >bad.tmp && durable bad.tmp && mv -f bad.tmp bad && durable || :
}

write_count() { # SLOT STARTS
  { echo "$1 $2" >trial.tmp; } 2>/dev/null && [ -s trial.tmp ] && durable trial.tmp && mv -f trial.tmp trial && durable
}

count_down() {
  read -r slot left <trial || { rm -f trial; return 0; } # never half written; damaged, then
  [ "$slot" = "$(slot_of current)" ] || return 0 # not switched to yet
  case $left in
    '' | *[!0-9]*) left=0 ;;
  esac
  if [ "$left" -gt 0 ] && write_count "$slot" $((left - 1)); then
    return 0
  fi
  # No start is left, or it cannot be counted because the disk is full: a link needs no room.
  if starts previous && [ "$(slot_of previous)" != "$slot" ]; then
    [ "$left" -gt 0 ] || remember_bad "$slot"
    go_back "$slot has no start left"
  fi
}

on_trial() { # SLOT
  [ -f trial ] && read -r tried _ <trial && [ "$tried" = "$1" ]
}

began() { # PID; a number that another process of that number would not have
  sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20
}

watch() { # PID SLOT SECONDS-TO-BEGIN SECONDS-LATER
  birth=$(began "$1") silent=0 last='' limit=$3
  while sleep 1 && [ "$(began "$1")" = "$birth" ] && on_trial "$2"; do
    now=$(cat "$FIELDSTATION_HEARTBEAT" 2>/dev/null) || now=
    silent=$((silent + 1))
    [ "$now" = "$last" ] || { silent=0 limit=$4; }
    last=$now
    if [ "$silent" -ge "$limit" ]; then
      echo "launcher: $2 has not recorded for $limit s; it is ended" >&2
      kill -QUIT "$1" # Java says where its threads are
      sleep 1
      kill -KILL "$1"
      return
    fi
  done
}

[ ! -f trial ] || count_down
if ! starts current; then
  starts previous || {
    echo "launcher: neither current nor previous can be started in $root" >&2
    exit 3
  }
  broken=$(slot_of current) && remember_bad "$broken"
  go_back "current cannot be started"
fi

# The folder itself, not the link: a switch while it runs must not change what it reads.
FIELDSTATION_SLOT=$(slot_of current)
export FIELDSTATION_SLOT
if on_trial "$FIELDSTATION_SLOT" && [ -f watch ] && read -r first later <watch && [ "$first" -gt 0 ] && [ "$later" -gt 0 ]; then
  FIELDSTATION_HEARTBEAT=${RUNTIME_DIRECTORY:-$root}/heartbeat # in memory, where systemd gives us a place
  export FIELDSTATION_HEARTBEAT
  rm -f "$FIELDSTATION_HEARTBEAT"
  watch $$ "$FIELDSTATION_SLOT" "$first" "$later" </dev/null >/dev/null & # exec keeps the number
fi
cd "slots/$FIELDSTATION_SLOT"
exec "./$program" "$@"
