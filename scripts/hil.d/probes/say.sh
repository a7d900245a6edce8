# How probes say what they found. Sourced; bash.
say() { # WHAT DEVICE TEXT
  printf '%-4s %s – %s\n' "$1" "$2" "$3"
}

# Since the start, in seconds: what $SECONDS says changes with the clock.
uptime_s() { cut -d. -f1 /proc/uptime; }

# probe DEVICE TEXT COMMAND…: passes when the command does; what it printed is shown when it does not.
probe() {
  local device=$1 text=$2 out
  shift 2
  if out=$("$@" 2>&1); then say ok "$device" "$text"; else
    say FAIL "$device" "$text"
    printf '%s\n' "$out" | tail -n 5 | sed 's/^/       /'
  fi
}

# within SECONDS COMMAND…: until it succeeds.
within() {
  local until=$(($(uptime_s) + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$(uptime_s)" -lt $until ] || return 1
    sleep 2 # emulated, asking systemd costs half a second
  done
}
