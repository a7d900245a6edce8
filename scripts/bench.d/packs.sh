# What a pack adds to its model, and our transform beside SciPy's. Sourced, POSIX sh.

# Gates, front end, thresholds and filters of one window beside the inference alone.
bench_models() {
  models_at_hand >"$WORK/models"
  while IFS=$tab read -r name _ pack _ _; do
    case $name in
      *large*) target=0.10 ;;
      *birdnet_stm32*) target=1 ;;
      *) target= ;;
    esac
    progress "models: $name"
    said=$("$ROOT/scripts/station" models bench "$pack" --seconds "${LONG:+3}5" --json 2>"$WORK/said") || said=
    if [ -z "$said" ]; then
      failed models "$name does not run: $(tail -n 1 "$WORK/said")"
      continue
    fi
    row models "pack / inference - 1, $name" "$(number "$said" overhead)" ratio "$target" "$said"
  done <"$WORK/models"
  bench_stft
}

# The same frames in one run, in turns: ours and SciPy's. FIELDSTATION_PYTHON names a Python that has it.
bench_stft() {
  python=${FIELDSTATION_PYTHON:-python3}
  if ! "$python" -c 'import scipy.signal' 2>/dev/null; then
    echo "models: the transform is not compared: $python has no SciPy; name one in FIELDSTATION_PYTHON" >&2
    return 0
  fi
  : >"$WORK/stft"
  for round in $(seq "${LONG:+1}3"); do
    progress "models: transform, round $round"
    # shellcheck disable=SC2086 # the flags are words on purpose
    ours=$("$JAVA" $JAVA_FLAGS -cp "$TESTS:$LIB/*" org.fieldstation.models.frontend.FrontEndBench) || ours=
    theirs=$(OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" "$ROOT/scripts/bench.d/stft.py") || theirs=
    if [ -z "$ours" ] || [ -z "$theirs" ]; then
      failed models "the transform does not run"
      return 0
    fi
    echo "$(calculate %.4f "$(number "$ours" fft512_frame_ns) / $(number "$theirs" fft512_frame_ns)")" \
      "$(calculate %.4f "$(number "$ours" log_mel_window_us) / $(number "$theirs" log_mel_window_us)")" >>"$WORK/stft"
  done
  row models "power spectra, Java / SciPy" "$(cut -d ' ' -f 1 "$WORK/stft" | median)" ratio 1.25 "$ours"
  row models "log-mel, Java / SciPy" "$(cut -d ' ' -f 2 "$WORK/stft" | median)" ratio 1.25 "$theirs"
}
