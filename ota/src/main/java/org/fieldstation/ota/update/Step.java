package org.fieldstation.ota.update;

/** What came of the work of a phase. */
sealed interface Step {
  record To(State next) implements Step {}

  record Wait(Pause pause) implements Step {}
}
