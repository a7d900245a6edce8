# The classes of this release, and the cache of them loaded and profiled beforehand, which makes a
# start quicker. Sourced after jdk.sh, POSIX sh; SLOT is set. The cache belongs to this slot, this
# machine and this JDK; whatever is wrong with it, the station starts without it and says nothing.

# Named one by one: Java compares this line with the one the cache was made with.
CLASSES=$(printf '%s:' "$SLOT"/lib/*.jar)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/fieldstation
AOT_CACHE=$CACHE/${SLOT##*/}.aot

use_aot_cache() {
  AOT_FLAGS=
  [ "${STATION_AOT:-}" = off ] && return 0
  if [ -s "$AOT_CACHE" ]; then
    AOT_FLAGS="-XX:AOTCache=$AOT_CACHE -Xlog:aot=off -Xlog:cds=off"
  fi
}
