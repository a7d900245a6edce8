package org.fieldstation.station.now;

/** What the sound path listens with. */
public record Listening(String microphone, int rateHz, String model) {}
