#!/bin/bash
# The station's own providers and drivers on the kernel's simulated devices. In the guest, plain
# init, as root; /jars holds what scripts/test has built. kernel.sh [DEVICE…]
. /hil/probes/say.sh
. /hil/probes/board.sh
board_up
expander_up
modprobe w1-sim
modprobe w1_therm
modprobe regmap-i2c
modprobe pwm-pca9685
cd /run || exit 1
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp '/jars/*' org.fieldstation.sim.proof.KernelProof "$@"
