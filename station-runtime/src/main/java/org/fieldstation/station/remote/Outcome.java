package org.fieldstation.station.remote;

/**
 * What came of something a server asked for; becomes a record.
 *
 * @param by the server that asked, or {@code station}
 * @param what {@code configuration} or {@code command}
 * @param id which one: first digits of a configuration's hash, or a command's id
 * @param state a stable word, for instance {@code kept}, {@code returned}, {@code done}
 * @param detail one line for a person
 */
public record Outcome(String by, String what, String id, String state, String detail) {}
