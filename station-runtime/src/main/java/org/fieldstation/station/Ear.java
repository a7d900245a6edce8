package org.fieldstation.station;

import java.util.function.Consumer;
import java.util.function.Function;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.listen.Window;
import org.fieldstation.station.notes.Report;

/**
 * What makes sense of one microphone's sound with one model.
 *
 * @param rate what the model wants, in Hz
 * @param window samples the model hears at once
 * @param hop samples from the start of one window to the start of the next
 * @param judge says what was heard in a window
 * @param listener is told of each window's findings as they are made
 */
record Ear(
    int rate,
    int window,
    int hop,
    Function<Window, Findings> judge,
    Consumer<Findings> listener,
    Report report) {}
