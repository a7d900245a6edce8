# The parts of the bench. Sourced, POSIX sh.

tab=$(printf '\t')

# Time of one window through our engine.
java_engine() {
  # shellcheck disable=SC2086 # the flags are words on purpose
  "$JAVA" $JAVA_FLAGS -Xmx256m -cp "$TESTS:$LIB/*" org.fieldstation.models.tflite.EngineBench \
    "$WORK/cache" "$1" "$2" 2>/dev/null
}

# One window through our engine and from C, in turns, as other work comes and goes.
bench_engine() {
  if ! command -v gcc >/dev/null 2>&1; then
    echo "engine: skipped, as there is no gcc to build the program in C that Java is compared with" >&2
    return 0
  fi
  gcc -O3 -o "$WORK/classify" "$ROOT/scripts/bench.d/classify.c" -ldl -lm
  rounds=${LONG:+15}
  models_at_hand >"$WORK/models"
  while IFS=$tab read -r name model _ windows _; do
    : >"$WORK/ratios"
    for round in $(seq "${rounds:-5}"); do
      progress "engine: $name, round $round"
      java=$(java_engine "$model" "$windows") || java=
      c=$("$WORK/classify" "$WORK"/cache/libtensorflowlite-*.so "$model" "$windows" 2>/dev/null) || c=
      if [ -z "$java" ] || [ -z "$c" ]; then
        failed engine "$name does not run"
        continue 2
      fi
      j=$(number "$java" median_ns)
      n=$(number "$c" median_ns)
      echo "$(calculate %.4f "$j / $n") $j $n" >>"$WORK/ratios"
    done
    ratio=$(cut -d ' ' -f 1 "$WORK/ratios" | median)
    j=$(cut -d ' ' -f 2 "$WORK/ratios" | median)
    n=$(cut -d ' ' -f 3 "$WORK/ratios" | median)
    row engine "Java / C, $name" "$(calculate %.3f "$ratio")" ratio 1.05 \
      "{\"java_us\": $(calculate %.1f "$j / 1000"), \"c_us\": $(calculate %.1f "$n / 1000"), \"windows\": $windows, \"rounds\": ${rounds:-5}}"
  done <"$WORK/models"
}

# Seconds of processor time of a command and of all it starts.
processor_seconds() {
  (
    "$@" >/dev/null 2>"$WORK/said" || exit 1
    times
  ) | LC_ALL=C awk '
    function seconds(t) { split(t, p, "m"); return p[1] * 60 + p[2] }
    END { if (NR < 2) exit 1; printf "%.2f", seconds($1) + seconds($2) }'
}

# An hour of sound through `station classify`, beside what its inferences alone cost. Without the
# cache of loaded classes: the worse case, and the same whether or not there is one.
bench_classify() {
  seconds=3600
  progress "classify: making an hour of sound"
  "$JAVA" -cp "$TESTS" org.fieldstation.drivers.recording.SoundMaker "$WORK/hour.wav" "$seconds"
  rounds=${LONG:+7}
  models_at_hand >"$WORK/models"
  while IFS=$tab read -r name model pack windows target; do
    : >"$WORK/ratios"
    for round in $(seq "${rounds:-3}"); do
      progress "classify: $name, round $round"
      cpu=$(STATION_AOT=off processor_seconds "$ROOT/scripts/station" classify --stats --threads 1 --model "$pack" \
        --output "$WORK/found" "$WORK/hour.wav") || cpu=
      engine=$(java_engine "$model" "$windows") || engine=
      if [ -z "$cpu" ] || [ -z "$engine" ]; then
        failed classify "$name does not run: $(tail -n 1 "$WORK/said")"
        continue 2
      fi
      stats=$(grep '"windows"' "$WORK/said")
      inferences=$(calculate %.3f "$(number "$stats" windows) * $(number "$engine" cpu_ns) / 1e9")
      echo "$(calculate %.4f "$cpu / $inferences") $cpu $inferences" >>"$WORK/ratios"
    done
    ratio=$(cut -d ' ' -f 1 "$WORK/ratios" | median)
    cpu=$(cut -d ' ' -f 2 "$WORK/ratios" | median)
    inferences=$(cut -d ' ' -f 3 "$WORK/ratios" | median)
    [ "$target" != - ] || target=
    row classify "1 h / its inferences, $name" "$(calculate %.2f "$ratio")" ratio "$target" \
      "{\"cpu_s\": $cpu, \"inferences_s\": $inferences, \"last\": $stats}"
  done <"$WORK/models"
  rm -f "$WORK/hour.wav"
}

# Capture while every core is busy, the collector runs every second and the reader stops for 30 s.
bench_capture() {
  seconds=60
  [ -n "$LONG" ] && seconds=600
  progress "capture: $seconds s under load"
  # shellcheck disable=SC2086 # the flags are words on purpose
  if ! soak=$("$JAVA" $JAVA_FLAGS -Xmx256m -cp "$TESTS:$LIB/*" \
    org.fieldstation.drivers.capture.CaptureSoak "$seconds" 48000 30 2000 2>"$WORK/said"); then
    failed capture "the soak failed: $(tail -n 1 "$WORK/said")"
    return 0
  fi
  lost=$(($(number "$soak" lostInRing) + $(number "$soak" deviceReallyLost)))
  row capture "frames lost in $seconds s" "$lost" frames 0 "$soak"
  row capture "bytes allocated by the capture thread, settled" \
    "$(number "$soak" captureThreadBytesAfterFirstTenth)" bytes 0
  row capture "longest the device was left alone" "$(number "$soak" longestWaitMillis)" ms 2000
}

# A station with a central server, from its start to the first result, with and without the cache
# of loaded classes.
bench_start() {
  progress "start: making the cache of loaded classes"
  use_aot_cache
  if [ -z "$AOT_FLAGS" ]; then
    mkdir "$WORK/rehearsal"
    make_aot_cache "$WORK/rehearsal" || failed start "the cache of loaded classes cannot be made"
    use_aot_cache
  fi
  seconds=20
  rounds=${LONG:+7}
  : >"$WORK/plain"
  : >"$WORK/cached"
  for round in $(seq "${rounds:-3}"); do
    progress "start: round $round"
    start_once "" >>"$WORK/plain"
    [ -z "$AOT_FLAGS" ] || start_once "$AOT_FLAGS" >>"$WORK/cached"
  done
  for way in plain cached; do
    [ -s "$WORK/$way" ] || continue
    start_row "$way" listening_ms "start to first sample"
    start_row "$way" first_window_ms "start to first result (3 s are its sound)"
    start_row "$way" first_receipt_ms "start to first receipt"
    start_row "$way" cpu_ms "processor time of the first $seconds s"
    start_row "$way" rss_kib "resident memory after $seconds s"
    start_row "$way" anonymous_kib "of it not backed by files"
  done
  if [ -s "$WORK/cached" ]; then
    start_ratio listening_ms "cached / plain, start to first sample"
    start_ratio cpu_ms "cached / plain, processor time"
    start_ratio rss_kib "cached / plain, resident memory"
  fi
}

start_once() {
  rm -rf "$WORK/site"
  # shellcheck disable=SC2086 # the flags are words on purpose
  "$JAVA" $JAVA_FLAGS -cp "$TESTS:$LIB/*" org.fieldstation.sim.demo.StartBench "$WORK/site" "$seconds" \
    "$JAVA" $JAVA_FLAGS $1 -Xmx256m -cp "$LIB/*" org.fieldstation.station.cli.StationCli 2>"$WORK/said" ||
    failed start "the station did not start: $(tail -n 1 "$WORK/said")"
}

start_median() {
  while read -r line; do number "$line" "$2"; done <"$WORK/$1" | median
}

start_ratio() {
  row start "$2" "$(calculate %.2f "$(start_median cached "$1") / $(start_median plain "$1")")" ratio ""
}

start_row() {
  value=$(start_median "$1" "$2")
  case $2 in
    *_kib) row start "$3, $1" "$(calculate %.1f "$value / 1024")" MiB "" ;;
    *) row start "$3, $1" "$value" ms "" ;;
  esac
}

# Every weather sensor read once a second, through the real drivers on virtual chips.
bench_sensors() {
  progress "sensors: an hour of one reading a second"
  # shellcheck disable=SC2086 # the flags are words on purpose
  polled=$("$JAVA" $JAVA_FLAGS -Xmx256m -cp "$TESTS:$LIB/*" org.fieldstation.sim.board.PollingBench 2>/dev/null | tail -n 1)
  if [ -z "$polled" ]; then
    failed sensors "the sensors cannot be read"
    return 0
  fi
  row sensors "processor, all weather sensors each second" "$(number "$polled" core_percent)" "% of a core" 1 "$polled"
}
