package org.fieldstation.drivers.alsa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;

/** The functions of libasound.so.2 that a mixer takes, as alsa/mixer.h declares them. */
final class LibasoundMixer {
  final MethodHandle open;
  final MethodHandle attach;
  final MethodHandle register;
  final MethodHandle load;
  final MethodHandle close;
  final MethodHandle first;
  final MethodHandle next;
  final MethodHandle name;
  final MethodHandle gains;
  final MethodHandle gain;
  final MethodHandle setGain;
  final MethodHandle hasCaptureSwitch;
  final MethodHandle setCaptureSwitch;
  final MethodHandle hasPlaybackSwitch;
  final MethodHandle setPlaybackSwitch;

  LibasoundMixer(Libasound alsa) {
    open = alsa.ints("snd_mixer_open", ADDRESS, JAVA_INT);
    attach = alsa.ints("snd_mixer_attach", ADDRESS, ADDRESS);
    register = alsa.ints("snd_mixer_selem_register", ADDRESS, ADDRESS, ADDRESS);
    load = alsa.ints("snd_mixer_load", ADDRESS);
    close = alsa.ints("snd_mixer_close", ADDRESS);
    first = alsa.function("snd_mixer_first_elem", FunctionDescriptor.of(ADDRESS, ADDRESS));
    next = alsa.function("snd_mixer_elem_next", FunctionDescriptor.of(ADDRESS, ADDRESS));
    name = alsa.function("snd_mixer_selem_get_name", FunctionDescriptor.of(ADDRESS, ADDRESS));
    gains = alsa.ints("snd_mixer_selem_get_capture_dB_range", ADDRESS, ADDRESS, ADDRESS);
    gain = alsa.ints("snd_mixer_selem_get_capture_dB", ADDRESS, JAVA_INT, ADDRESS);
    setGain = alsa.ints("snd_mixer_selem_set_capture_dB_all", ADDRESS, JAVA_LONG, JAVA_INT);
    hasCaptureSwitch = alsa.ints("snd_mixer_selem_has_capture_switch", ADDRESS);
    setCaptureSwitch = alsa.ints("snd_mixer_selem_set_capture_switch_all", ADDRESS, JAVA_INT);
    hasPlaybackSwitch = alsa.ints("snd_mixer_selem_has_playback_switch", ADDRESS);
    setPlaybackSwitch = alsa.ints("snd_mixer_selem_set_playback_switch_all", ADDRESS, JAVA_INT);
  }
}
