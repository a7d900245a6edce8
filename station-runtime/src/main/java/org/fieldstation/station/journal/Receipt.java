package org.fieldstation.station.journal;

/**
 * A server application's word that it has stored everything of a lane up to and including {@code
 * upTo}.
 *
 * @param epoch the journal the numbers belong to; a receipt for another epoch means nothing
 */
public record Receipt(String epoch, Lane lane, long upTo) {}
