# What the bench has measured, and how it is told. Sourced, POSIX sh; ROWS and FAILED are files.

# A row is: part, name, value, unit, target, details; the details are a JSON object.
row() {
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "$5" "${6:-{\}}" >>"$ROWS"
}

# What could not be measured, and why.
failed() {
  progress ""
  printf '%s: %s\n' "$1" "$2" | tee -a "$FAILED" >&2
}

# One line that is written over, for people; in a pipe or a log it would only be noise.
progress() {
  if [ -t 2 ]; then
    printf '\r\033[K%s' "$1" >&2
  fi
}

# The number called $2 in a line of JSON.
number() {
  printf '%s\n' "$1" | sed -n "s/.*\"$2\" *: *\(-\{0,1\}[0-9.]*\).*/\1/p" | head -n 1
}

calculate() {
  LC_ALL=C awk "BEGIN { printf \"$1\", $2 }"
}

# The middle one of the numbers that come in, one a line.
median() {
  sort -n | awk '{ n[NR] = $1 } END { print n[int((NR + 1) / 2)] }'
}

load() {
  cut -d ' ' -f 1 /proc/loadavg 2>/dev/null || echo 0
}

print_table() {
  LC_ALL=C awk -F '\t' '
    BEGIN { printf "%-9s %-48s %10s %-6s %9s\n", "part", "what", "measured", "", "target" }
    {
      word = $5 == "" ? "" : $3 <= $5 + 0 ? "" : "BEYOND"
      printf "%-9s %-48s %10s %-6s %9s %s\n", $1, $2, $3, $4, ($5 == "" ? "" : "<= " $5), word
    }' "$ROWS"
}

print_json() {
  LC_ALL=C awk -F '\t' -v before="$1" -v after="$2" -v cores="$(getconf _NPROCESSORS_ONLN)" \
    -v machine="$(uname -m)" '
    BEGIN {
      printf "{\"machine\": \"%s\", \"cores\": %d, \"load_before\": %s, \"load_after\": %s, \"rows\": [",
        machine, cores, before, after
    }
    {
      printf "%s{\"part\": \"%s\", \"what\": \"%s\", \"measured\": %s, \"unit\": \"%s\"",
        (NR > 1 ? ", " : ""), $1, $2, $3, $4
      if ($5 != "") printf ", \"target\": %s, \"beyond\": %s", $5, ($3 <= $5 + 0 ? "false" : "true")
      printf ", \"details\": %s}", $6
    }
    END { printf "]}\n" }' "$ROWS"
}
