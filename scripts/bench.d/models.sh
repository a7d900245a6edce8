# The models at hand: name, .tflite, what `station classify --model` takes, windows to measure, and
# for the largest what an hour may cost in inferences. The largest is the stand-in, and the largest
# that hears anything is told beside it.
# Sourced, POSIX sh.

SHARED=${FIELDSTATION_SHARED:-$ROOT/../shared}
BUNDLED=$ROOT/models/src/main/resources/org/fieldstation/models/bundled

models_at_hand() {
  bird=$SHARED/models/audio/birdnet_stm32n6_100.tflite
  city=$SHARED/models/audio/acdnet20_20khz_fold4_int8.tflite
  if [ -f "$city" ]; then
    model_at_hand "acdnet20, int8, raw" "$city" "$city" 1000 -
  fi
  if [ -f "$bird" ]; then
    model_at_hand "birdnet_stm32, spectrogram" "$bird" "$bird" 500 1.3
    model_at_hand "bundled, int8, log-mel" "$BUNDLED/reserve-sounds-int8.tflite" "$BUNDLED" 2000 -
  else
    model_at_hand "bundled, int8, log-mel" "$BUNDLED/reserve-sounds-int8.tflite" "$BUNDLED" 2000 1.3
  fi
  if make_stand_in; then
    model_at_hand "stand-in for a large bird model" "$WORK/stand-in/stand-in.tflite" \
      "$WORK/stand-in" 150 1.3
  fi
}

model_at_hand() {
  printf '%s\t%s\t%s\t%s\t%s\n' "$@"
}

# A model as costly as those that stations want and that may not come with the project.
make_stand_in() {
  [ -f "$WORK/stand-in/pack.toml" ] && return 0
  path=$ROOT/scripts/target/bench.classpath
  if [ ! -s "$path" ] || [ "$ROOT/models/pom.xml" -nt "$path" ]; then
    find_maven && (cd "$ROOT" && mvn -B -q -pl models dependency:build-classpath \
      -DincludeScope=test -Dmdep.outputFile="$path") >&2
  fi
  "$JAVA" -cp "$TESTS:$ROOT/models/target/classes:$(cat "$path")" \
    org.fieldstation.models.tflite.StandIn "$WORK/stand-in" >"$WORK/stand-in.json" && return 0
  failed classify "the stand-in for a large model cannot be made: its writer is not to be had"
  return 1
}
