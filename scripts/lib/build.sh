# Builds what the launchers need when it is missing or older than its sources. Sourced, POSIX sh; ROOT is set.

LIB=$ROOT/scripts/target/lib
BUILT=$ROOT/scripts/target/built

is_built() {
  [ -f "$BUILT" ] || return 1
  [ -z "$(find "$ROOT/pom.xml" "$ROOT"/*/pom.xml "$ROOT"/*/src/main -newer "$BUILT" -type f 2>/dev/null | head -n 1)" ]
}

build_if_needed() {
  [ -f "$ROOT/pom.xml" ] || return 0 # an installed station has nothing to build
  is_built && return 0
  find_maven || exit 3
  [ -t 2 ] && echo "building, a few minutes the first time …" >&2
  (cd "$ROOT" && mvn -B -q -DskipTests -Dformat.skip=true -Djacoco.skip=true package) >&2 || {
    echo "the build failed; run 'scripts/test' to see why" >&2
    exit 3
  }
  touch "$BUILT"
}
