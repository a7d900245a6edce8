#!/bin/bash
# Whether the station's capture loses nothing of two channels at 384 kHz, sample by sample. In the
# guest, plain init, as root; /jars holds what scripts/test has built. sound.sh SECONDS
. /hil/probes/say.sh
. /hil/probes/board.sh
RATE=384000
proof() { java -Xms64m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "${CLASSES:-/jars/*}" org.fieldstation.sim.proof.SoundProof "$@"; }
heard_as() { tr '\n' ' ' </proc/asound/Loopback/pcm0c/sub0/hw_params; }
sound_up
cd /run || exit 1
proof song /run/song
(while :; do cat /run/song; done | nice -n -10 aplay -q -t raw -f S16_LE -c 2 -r $RATE -D hw:Loopback,1,0 --buffer-time=2000000) >/dev/null 2>&1 &
proof listen alsa:card=Loopback $RATE "$1" >/run/listen &
within 30 grep -q "rate: $RATE" /proc/asound/Loopback/pcm0c/sub0/hw_params
as=$(heard_as)
(while sleep 60; do tail -n 1 /run/listen; done) & # something to see in an hour
if wait %2 && [[ $as == *"channels: 2 rate: $RATE "* ]]; then verdict=ok; else verdict=FAIL; fi
say $verdict alsa:card=Loopback "384 kHz, two channels, $1 s: $(tail -n 1 /run/listen)"
[ $verdict = ok ] || { echo "       $as"; tail -n 3 /run/listen; }
