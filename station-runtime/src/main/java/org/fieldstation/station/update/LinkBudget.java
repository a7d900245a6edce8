package org.fieldstation.station.update;

import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.link.Gate;

/** The link's own policy, on which an update counts like clips and pictures: it can wait. */
public record LinkBudget(Gate gate) implements Budget {

  @Override
  public int left() {
    return gate.ask(Lane.MEDIA) instanceof Gate.Answer.Open(int bytes) ? bytes : 0;
  }

  @Override
  public void spent(int bytes) {
    gate.goes(Lane.MEDIA, bytes);
  }
}
