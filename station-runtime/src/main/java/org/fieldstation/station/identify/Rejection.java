package org.fieldstation.station.identify;

/**
 * A candidate that is not told, and why. Only a sample of them is kept: a stream beside the
 * microphone would fill the disk with reasons.
 *
 * @param candidate with what the filters said that kept it
 * @param reason of the filter that did not
 * @param alike how many of the same label and reason this one stands for, itself included
 */
public record Rejection(Detection candidate, Verdict reason, int alike) {}
