# What delivery costs and how fast it is. Sourced, POSIX sh.

delivery_java() {
  program=$1
  shift
  rm -rf "$WORK/delivery"
  mkdir -p "$WORK/delivery"
  # shellcheck disable=SC2086 # the flags are words on purpose
  "$JAVA" $JAVA_FLAGS -Xmx512m -cp "$TESTS:$LIB/*" "org.fieldstation.sim.central.$program" \
    "$WORK/delivery" "$@" 2>"$WORK/said" | tail -n 1
}

bench_delivery() {
  seconds=${LONG:+600}
  for loss in 0 0.1; do
    progress "delivery: goodput at a loss of $loss"
    said=$(delivery_java GoodputBench "$loss" "${seconds:-60}")
    # As the share that is wasted, so that less is better, as in every row.
    goodput=$(number "$said" goodput)
    if [ -n "$goodput" ]; then
      least=$([ "$loss" = 0 ] && echo 0.20 || echo 0.50)
      row delivery "20 kbit/s, 600 ms, loss $loss: 1 - goodput" "$(calculate %.3f "1 - $goodput")" ratio "$least" "$said"
    else
      failed delivery "no goodput at a loss of $loss: $(tail -n 1 "$WORK/said")"
    fi
  done

  progress "delivery: alerts beside a backlog"
  said=$(delivery_java AlertBench "$([ -n "$LONG" ] && echo 100 || echo 15)")
  most=$(number "$said" most_ms)
  if [ -n "$most" ]; then
    row delivery "alert to the store, 100 000 records draining" "$most" ms 1300 "$said"
  else
    failed delivery "no alert arrived: $(tail -n 1 "$WORK/said")"
  fi

  progress "delivery: bytes on the wire"
  said=$(delivery_java WireCostBench)
  row delivery "one alert with its receipt" "$(number "$said" alert)" bytes 250 "$said"
  row delivery "one detection of a day's 2 000" "$(number "$said" detection)" bytes 10 "$said"
  row delivery "the same on a link paid by the byte" "$(number "$said" detection_thrifty)" bytes 10 "{}"
  said=$(delivery_java WireTableBench)
  row delivery "the same as JSON, HTTPS, all at once, gzip" "$(number "$said" https_gzip)" bytes "" "$said"
  row delivery "the same as JSON, HTTPS, all at once" "$(number "$said" https_one)" bytes "" "{}"
  row delivery "the same as JSON, MQTT QoS 1, one by one" "$(number "$said" mqtt_each)" bytes "" "{}"
  row delivery "the same as JSON, HTTPS, one by one" "$(number "$said" https_each)" bytes "" "{}"

  bench_delivery_boot

  progress "delivery: 1000 stations switched on together"
  said=$(delivery_java FleetBench 1000)
  lost=$(calculate %d "1000 - $(number "$said" delivered)") || lost=1000
  row delivery "of 1000 stations at once, without delivery" "$lost" count 0 "$said"
  row delivery "server's processor time for each" "$(number "$said" server_cpu_ms_per_station)" ms "" "{}"
}

# The same start as in bench_start, with nothing in the journal and with a million records.
bench_delivery_boot() {
  for records in 0 1000000; do
    progress "delivery: a start with $records records that wait"
    rm -rf "$WORK/site"
    mkdir -p "$WORK/site/station"
    if [ "$records" != 0 ]; then
      # shellcheck disable=SC2086 # the flags are words on purpose
      "$JAVA" $JAVA_FLAGS -Xmx512m -cp "$TESTS:$LIB/*" org.fieldstation.sim.central.BootBench \
        "$WORK/site/station" "$records" >/dev/null 2>"$WORK/said" || failed delivery "no journal: $(tail -n 1 "$WORK/said")"
    fi
    # shellcheck disable=SC2086 # the flags are words on purpose
    said=$("$JAVA" $JAVA_FLAGS -cp "$TESTS:$LIB/*" org.fieldstation.sim.demo.StartBench "$WORK/site" 20 \
      "$JAVA" $JAVA_FLAGS -Xmx256m -cp "$LIB/*" org.fieldstation.station.cli.StationCli 2>"$WORK/said" | tail -n 1)
    first=$(number "$said" listening_ms)
    receipt=$(number "$said" first_receipt_ms)
    [ -n "$first" ] || { failed delivery "the station did not start: $(tail -n 1 "$WORK/said")"; continue; }
    row delivery "$records waiting: start to first sample" "$first" ms "" "$said"
    row delivery "$records waiting: from there to first receipt" "$((receipt - first))" ms 5000 "{}"
    row delivery "$records waiting: resident memory after 20 s" "$(number "$said" rss_kib)" KiB "" "{}"
  done
  rm -rf "$WORK/site"
}
