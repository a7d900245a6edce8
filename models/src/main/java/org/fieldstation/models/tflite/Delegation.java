package org.fieldstation.models.tflite;

/**
 * How much of a model XNNPACK took over.
 *
 * <p>Without the delegate TensorFlow Lite gives the same answers up to eleven times more slowly and
 * says nothing, so the engine counts.
 *
 * @param nodesBefore operators in the model
 * @param nodesAfter operators left when every run of them that XNNPACK can do has become one node
 */
public record Delegation(int nodesBefore, int nodesAfter) {
  public static final Delegation NONE = new Delegation(0, 0);

  public Delegation plus(Delegation other) {
    return new Delegation(nodesBefore + other.nodesBefore, nodesAfter + other.nodesAfter);
  }

  /** The part of the model's operators that is gone from its plan, 0 to 1. */
  public double share() {
    return nodesBefore == 0 ? 0 : (nodesBefore - nodesAfter) / (double) nodesBefore;
  }
}
