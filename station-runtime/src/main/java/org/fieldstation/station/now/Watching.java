package org.fieldstation.station.now;

/** What the path of pictures looks with. */
public record Watching(String camera, String models) {}
