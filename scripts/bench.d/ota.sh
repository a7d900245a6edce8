# What updates cost. Sourced, POSIX sh.

ota_java() {
  # shellcheck disable=SC2086 # the flags are words on purpose
  "$JAVA" $JAVA_FLAGS -Xmx2g -cp "$TESTS:$ROOT/ota/target/test-classes:$LIB/*" org.fieldstation.ota.publish.OtaBench "$@" 2>"$WORK/said"
}

bench_ota() {
  jars=$LIB
  progress "ota: checking a whole release"
  if said=$(ota_java verify "$jars" "$WORK/ota"); then
    ours=$(number "$said" verify_ms)
    sum=$(number "$said" sha256sum_ms)
    signed=$(number "$said" signatures_ms)
    row ota "verification / (sha256sum + signatures)" "$(calculate %.2f "$ours / ($sum + $signed)")" ratio 1.2 "$said"
  else
    failed ota "a release could not be checked: $(tail -n 1 "$WORK/said")"
  fi
  rm -rf "$WORK/ota"
  progress "ota: one line changed"
  if said=$(ota_java change "$jars"); then
    row ota "one line changed, over the air" "$(($(number "$said" air) + $(number "$said" manifest)))" bytes 60000 "$said"
  else
    failed ota "no patch was made: $(tail -n 1 "$WORK/said")"
  fi
  # Two versions of one jar, as this machine's Maven has them.
  for pair in guava:com/google/guava/guava:33.5.0-jre:33.6.0-jre slf4j-api:org/slf4j/slf4j-api:2.0.13:2.0.17; do
    name=${pair%%:*} rest=${pair#*:}
    place=${HOME}/.m2/repository/${rest%%:*}
    from=${rest#*:} to=${rest##*:}
    from=${from%%:*}
    old=$place/$from/$name-$from.jar
    fresh=$place/$to/$name-$to.jar
    if [ -f "$old" ] && [ -f "$fresh" ]; then
      progress "ota: $name $from to $to"
      said=$(ota_java patch "$old" "$fresh") || { failed ota "$name: no patch"; continue; }
      row ota "$name $from to $to, over the air / jar" "$(calculate %.2f "$(number "$said" air) / $(number "$said" jar)")" ratio 0.30 "$said"
    else
      echo "ota: $name $from or $to is not in this machine's Maven repository, so its patch was not measured" >&2
    fi
  done
}
