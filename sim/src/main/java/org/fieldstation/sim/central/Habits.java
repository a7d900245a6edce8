package org.fieldstation.sim.central;

import java.util.function.UnaryOperator;

/**
 * How a server behaves where servers differ.
 *
 * @param receipts what becomes of receipts on their way out
 * @param followsSends whether a Send that comes from a new address moves the registration there.
 *     The standard leaves the address to Register and Update; but a NAT forgets its binding within
 *     minutes, and then the receipt of every parcel would be lost once
 * @param answersWithReceipts whether the answer to a Send waits for the store and carries the
 *     receipt; else it comes at once, and the receipt by a Write, as from other servers
 */
record Habits(UnaryOperator<Receipts> receipts, boolean followsSends, boolean answersWithReceipts) {
  static final Habits GOOD = new Habits(UnaryOperator.identity(), true, true);
}
