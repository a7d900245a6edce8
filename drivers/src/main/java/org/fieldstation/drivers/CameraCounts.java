package org.fieldstation.drivers;

/**
 * What became of a camera's frames.
 *
 * @param frames handed on
 * @param lost that came while nobody had room for them
 * @param damaged that were cut off or were no pictures
 */
public record CameraCounts(long frames, long lost, long damaged) {}
