#!/bin/bash
# What the kernel's own tools see of the simulated devices. In the guest, plain init, as root.
. /hil/probes/say.sh
. /hil/probes/board.sh

sees() { # PATTERN COMMAND…
  local pattern=$1
  shift
  "$@" 2>&1 | tee /run/seen | grep -qE "$pattern" || { cat /run/seen; return 1; }
}

pin_out() {
  gpioset -c 0 -t 0 17=1 || return 1
  sees 'GPIO17.*output' gpioinfo -c 0
}

edges() {
  timeout 20 gpiomon -c 0 -e both --num-events=40 27 >/run/edges &
  local monitor=$! n
  sleep 1
  for n in $(seq 20); do
    echo pull-up >"$GPIO/sim_gpio27/pull"
    sleep 0.02
    echo pull-down >"$GPIO/sim_gpio27/pull"
    sleep 0.02
  done
  wait $monitor
  [ "$(wc -l </run/edges)" = 40 ]
}

pwm() {
  modprobe regmap-i2c
  modprobe pwm-pca9685
  echo pca9685 0x40 >/sys/bus/i2c/devices/i2c-0/new_device
  within 5 test -d /sys/class/pwm/pwmchip0 || return 1
  cd /sys/class/pwm/pwmchip0 || return 1
  echo 0 >export && echo 20000000 >pwm0/period && echo 1500000 >pwm0/duty_cycle && echo 1 >pwm0/enable
  [ "$(cat pwm0/duty_cycle)" = 1500000 ]
}

rtc() {
  modprobe rtc-ds1307
  echo ds3231 0x68 >/sys/bus/i2c/devices/i2c-0/new_device
  within 5 grep -qs ds1307 /sys/class/rtc/*/name
  date -u -s '2026-06-01 12:34:56' >/dev/null
  local clock
  clock=$(basename "$(dirname "$(grep -l ds1307 /sys/class/rtc/*/name)")")
  hwclock -f "/dev/$clock" -w -u --noadjfile || true
  sees '0x12|12' i2cget -y -f 0 0x68 0x02
}

sound() { # RATE CHANNELS
  head -c $(($1 * $2 * 4)) /dev/urandom >/run/played
  aplay -q -t raw -f S16_LE -c "$2" -r "$1" -D hw:Loopback,1,0 /run/played &
  local player=$!
  sleep 0.3
  arecord -q -t raw -f S16_LE -c "$2" -r "$1" -d 1 -D hw:Loopback,0,0 /run/heard || return 1
  kill $player 2>/dev/null
  wait $player 2>/dev/null
  [ "$(wc -c </run/heard)" = $(($1 * $2 * 2)) ]
}

picture() {
  local d
  d=$(v4l2-ctl --list-devices | awk '/dev.video/{print $1; exit}')
  v4l2-ctl -d "$d" --set-fmt-video=width=640,height=360,pixelformat=RGB3 --stream-mmap --stream-count=1 --stream-to=/run/frame >/dev/null
  [ "$(wc -c </run/frame)" = $((640 * 360 * 3)) ]
}

serial() {
  socat pty,link=/run/gnss,raw,echo=0 pty,link=/run/sky,raw,echo=0 >/dev/null 2>&1 &
  within 5 test -e /run/gnss || return 1
  (sleep 0.5; echo '$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A' >/run/sky) >/dev/null 2>&1 &
  sees 'GPRMC' timeout 5 head -n 1 /run/gnss
}

dog() {
  exec 3>/dev/watchdog0 || return 1
  printf . >&3
  printf V >&3
  exec 3>&-
}

bad_link() {
  ip netns add far
  ip link add v0 type veth peer name v1 netns far
  ip addr add 10.0.0.1/24 dev v0 && ip link set v0 up
  ip -n far addr add 10.0.0.2/24 dev v1 && ip -n far link set v1 up
  tc qdisc add dev v0 root netem delay 300ms loss 20%
  sees 'min/avg/max.* = (3|4|5|6|7|8|9|[1-9][0-9])[0-9.]*/' ping -q -i 0.2 -c 10 -W 3 10.0.0.2
}

bad_disk() {
  truncate -s 32M /run/disk
  local loop
  loop=$(losetup --show -f /run/disk)
  dmsetup create bad --table "0 $(blockdev --getsz "$loop") flakey $loop 0 60 0"
  mkfs.ext4 -q /dev/mapper/bad
}

board_up
probe gpio-sim "a pin is driven" pin_out
probe gpio-sim "40 edges of 40 counted" edges
probe i2c-stub "a BME280 proves itself at 0x76" sees 0x60 i2cget -y 0 0x76 0xd0
probe pwm-pca9685 "20 ms period, 1.5 ms pulse" pwm
probe rtc-ds1307 "takes the time" rtc
probe snd-aloop "a second at 384 kHz, two channels, whole" sound 384000 2
probe vivid "a frame of 640×360" picture
probe pty "a GNSS sentence" serial
probe softdog "fed, and let go by the magic letter" dog
probe netem "a link that delays and loses" bad_link
probe dm-flakey "a disk that can be told to lie" bad_disk
