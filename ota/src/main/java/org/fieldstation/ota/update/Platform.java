package org.fieldstation.ota.update;

/** What a release must fit. */
public record Platform(String architecture, int java) {}
