# The parts of scripts/hil, each a guest of its own. Sourced; bash; W is a folder to work in.

AT_ONCE=$(nproc)
[ "$AT_ONCE" -le 4 ] || AT_ONCE=4 # a guest takes up to 1.5 GB

# begin PART: starts it if it is wanted, when a processor is free.
begin() {
  wants "$1" || return 0
  while [ "$(jobs -rp | wc -l)" -ge "$AT_ONCE" ]; do wait -n; done
  "part_$1" &
}

tell() { # VERDICT DEVICE TEXT
  printf '%-4s %s – %s\n' "$1" "$2" "$3" | tee -a "$W/results"
}

machine() { # NAME VM-OPTION… -- COMMAND
  local name=$1
  shift
  "$VM" run --steady --share "$HIL:/hil:ro" "$@" >"$W/$name.log" 2>&1
}

# A boot whose command prints results; the guest's end says whether it came to its end.
guest() { # NAME VM-OPTION… -- COMMAND
  local name=$1 rc=0
  machine "$@" || rc=$?
  grep -E '^(ok|FAIL|    ) ' "$W/$name.log" | tee -a "$W/results"
  case $rc in
    0) ;;
    1) grep -q '^FAIL' "$W/$name.log" || tell FAIL "$name" "the guest ended with 1" ;;
    *)
      grep -vE '^(ok|FAIL) ' "$W/$name.log" | tail -n 15
      tell FAIL "$name" "the guest ended with $rc"
      ;;
  esac
}

# What the station is built of, and its simulation.
built() {
  # shellcheck source=/dev/null
  . "$ROOT/scripts/lib/jdk.sh" && . "$ROOT/scripts/lib/build.sh" && find_jdk_25 && build_if_needed
}

packages() {
  local n
  for n in 1 2; do
    mkdir -p "$W/packages/$n"
    echo "0.0.$n" >"$W/packages/$n/version"
    "$ROOT/scripts/package" --arch arm64 --version "0.0.$n" --out "$W/packages/$n" $([ $n = 1 ] || echo --built) >&2 || return 3
  done
}

part_devices() { guest devices --timeout 600 -- 'bash /hil/probes/devices.sh'; }

part_kernel() { guest kernel --timeout 900 --share "$LIB:/jars:ro" -- "bash /hil/probes/kernel.sh $DEVICES"; }

# Without idle time: an hour of sound would take an hour.
part_sound() { guest sound --no-idle --timeout $((SOUND * 3 + 600)) --share "$LIB:/jars:ro" -- "bash /hil/probes/sound.sh $SOUND"; }

part_package() { guest package --mem 1536 --timeout 900 --share "$W/packages:/packages:ro" -- 'bash /hil/probes/package.sh'; }

part_station() {
  guest station --systemd --mem 1536 --timeout 2400 --disk "$W/station.img:600M" --share "$ROOT:/src:ro" \
    --share "$W/packages:/packages:ro" -- "LONG=$LONG bash /hil/probes/station.sh"
}

part_watchdog() {
  local rc=0
  machine starve --timeout 300 -- 'bash /hil/probes/starve.sh' || rc=$?
  if [ $rc = 125 ] && grep -q starving "$W/starve.log" && ! grep -q 'STILL ALIVE' "$W/starve.log"; then
    tell ok softdog "a starved one reboots the machine"
  else
    tail -n 5 "$W/starve.log"
    tell FAIL softdog "a starved one reboots the machine"
  fi
}

part_cut() {
  local rc=0 verdict=FAIL records effort had_records had_effort what
  cutting cut --power-cut-on 'CUT NOW' -- 'bash /hil/probes/cut.sh before' || rc=$?
  cutting after -- 'bash /hil/probes/cut.sh after'
  read -r records effort <<<"$(sed -n 's/^acknowledged //p' "$W/cut.log" | tail -n 1)"
  read -r had_records had_effort <<<"$(sed -n 's/^survived //p' "$W/after.log")"
  if [ $rc = 137 ] && [ "${had_records:-0}" -ge "${records:-1}" ] && [ "${had_effort:-0}" -ge "${effort:-1}" ]; then verdict=ok; else
    tail -n 8 "$W/cut.log" "$W/after.log"
  fi
  what="cut with ${records:-no} records and ${effort:-no} ms of effort acknowledged; afterwards ${had_records:-no} and ${had_effort:-no}"
  tell $verdict power "$what, the journal whole"
}

cutting() { # NAME VM-OPTION… -- COMMAND
  local name=$1
  shift
  machine "$name" --share "$W/packages:/packages:ro" --timeout 900 --disk "$W/cut.img:256M" "$@"
}
