# A cache of classes loaded, linked and profiled beforehand, which makes a start quicker and
# smaller. Sourced after build.sh, POSIX sh. It is a convenience: whatever is wrong with it, stale,
# cut short, made by another JDK, the station starts without it and says nothing. STATION_AOT=off
# leaves it alone.

AOT_CACHE=$ROOT/scripts/target/station.aot

# Java checks the cache against the JDK, the flags and the jars (their names, sizes and dates); the
# log is turned off because a refused cache would be told on standard output, where JSON belongs.
use_aot_cache() {
  AOT_FLAGS=
  [ "${STATION_AOT:-}" = off ] && return 0
  if [ -s "$AOT_CACHE" ] && [ ! "$BUILT" -nt "$AOT_CACHE" ]; then
    AOT_FLAGS="-XX:AOTCache=$AOT_CACHE -Xlog:aot=off -Xlog:cds=off"
  fi
}

# Makes it by running a station for a few seconds on simulated hardware, with a central server that
# is not there: make_aot_cache FOLDER, an empty one to work in.
make_aot_cache() {
  printf '%064d\n' 0 >"$1/nobody.key"
  chmod 600 "$1/nobody.key"
  cat >"$1/station.toml" <<END
[station]
name = "rehearsal"
data = "station"

[microphone]
hardware = "sim"
device = "world"

[[central]]
name = "nobody"
uri = "coaps://127.0.0.1:9"
identity = "rehearsal"
key-file = "nobody.key"
END
  # shellcheck disable=SC2086 # the flags are words on purpose
  "$STATION_JDK/bin/java" $JAVA_FLAGS -Xmx256m -XX:AOTCacheOutput="$1/station.aot" -cp "$LIB/*" \
    org.fieldstation.station.cli.StationCli run --json --seconds 8 --config "$1/station.toml" \
    >"$1/rehearsal.log" 2>&1 && [ -s "$1/station.aot" ] || return 1
  mv "$1/station.aot" "$AOT_CACHE.part" && mv "$AOT_CACHE.part" "$AOT_CACHE"
}
