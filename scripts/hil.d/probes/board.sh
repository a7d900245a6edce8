# The simulated hardware of a board, made by its kernel. Sourced in the guest as root; bash.

gpio_up() {
  modprobe gpio-sim
  local d=/sys/kernel/config/gpio-sim/station n
  [ ! -d $d ] || return 0
  mkdir $d $d/bank0
  echo 54 >$d/bank0/num_lines
  echo pinctrl-bcm2711 >$d/bank0/label # a Pi 4 names its pins so
  for n in 17 22 27; do
    mkdir $d/bank0/line$n
    echo "GPIO$n" >$d/bank0/line$n/name
  done
  echo 1 >$d/live
  GPIO=/sys/devices/platform/$(cat $d/dev_name)/$(cat $d/bank0/chip_name)
}

# A second chip, to be taken away.
expander_up() {
  local d=/sys/kernel/config/gpio-sim/expander
  mkdir $d $d/bank0
  echo 8 >$d/bank0/num_lines
  echo expander >$d/bank0/label
  echo 1 >$d/live
}

# A bus with a BME280, a DS3231, an INA219 and a PCA9685 where their data sheets put them.
i2c_up() {
  modprobe i2c-dev
  modprobe i2c-stub chip_addr=0x76,0x68,0x40,0x41
  within 5 test -e /dev/i2c-0
}

# The BMP280 data sheet's worked example: 25.08 °C and 100653 Pa.
bme280() { # BUS
  local at v
  registers() {
    at=$1
    shift
    for v in "$@"; do
      i2cset -y "$bus" 0x76 $at "$v" b
      at=$((at + 1))
    done
  }
  words() { for v in "$@"; do printf '%d %d ' $((v & 255)) $((v >> 8 & 255)); done; }
  local bus=$1
  registers 0xD0 0x60
  # shellcheck disable=SC2046 # words on purpose
  registers 0x88 $(words 27504 26435 -1000 36477 -10685 3024 2855 140 -7 15500 -14600 6000)
  registers 0xF7 $((415148 >> 12)) $((415148 >> 4 & 255)) $((415148 << 4 & 255)) \
    $((519888 >> 12)) $((519888 >> 4 & 255)) $((519888 << 4 & 255)) 0x80 0x00
}

sound_up() {
  modprobe snd-aloop pcm_substreams=2
  within 5 test -e /proc/asound/Loopback
}

# Somebody sings into the loopback card: noise for ever, 384 kHz, two channels. What is played to
# device 1 is heard on device 0.
sing() { # RATE
  head -c $(($1 * 4)) /dev/urandom >/run/song
  (while :; do cat /run/song; done | aplay -q -t raw -f S16_LE -c 2 -r "$1" -D hw:Loopback,1,0 --buffer-time=1000000) >/dev/null 2>&1 &
  SINGER=$!
}

board_up() {
  gpio_up
  i2c_up
  bme280 0
  sound_up
  modprobe vivid n_devs=1
  modprobe softdog
  modprobe rtc-test
  modprobe cuse
  modprobe loop
}
