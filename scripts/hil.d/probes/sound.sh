#!/bin/bash
# Whether the station's capture loses nothing of two channels at 384 kHz, sample by sample. In the
# guest, plain init, as root; /jars holds what scripts/test has built, /listen the probe. sound.sh SECONDS
. /hil/probes/say.sh
. /hil/probes/board.sh
RATE=384000
JAVA="java -Xms64m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp /listen:/jars/*"
sound_up
cd /run || exit 1
$JAVA Listen song /run/song
(while :; do cat /run/song; done | nice -n -10 aplay -q -t raw -f S16_LE -c 2 -r $RATE -D hw:Loopback,1,0 --buffer-time=2000000) >/dev/null 2>&1 &
if $JAVA Listen alsa:card=Loopback $RATE "$1" >/run/listen; then verdict=ok; else verdict=FAIL; fi
say $verdict alsa:card=Loopback "384 kHz, two channels, $1 s: $(tail -n 1 /run/listen)"
[ $verdict = ok ] || tail -n 3 /run/listen
