# How probes say what they found. Sourced; bash.
say() { # WHAT DEVICE TEXT
  printf '%-4s %s – %s\n' "$1" "$2" "$3"
}

# probe DEVICE TEXT COMMAND…: passes when the command does; what it printed is shown when it does not.
probe() {
  local device=$1 text=$2 out
  shift 2
  local since=$SECONDS
  if out=$("$@" 2>&1); then say ok "$device" "$text ($((SECONDS - since)) s)"; else
    say FAIL "$device" "$text"
    printf '%s\n' "$out" | tail -n 5 | sed 's/^/       /'
  fi
}

# within SECONDS COMMAND…: until it succeeds.
within() {
  local until=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $until ] || return 1
    sleep 2 # emulated, asking systemd costs half a second
  done
}
