package org.fieldstation.station;

import java.util.function.Consumer;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.identify.Judge;
import org.fieldstation.station.listen.Timeline;
import org.fieldstation.station.notes.Report;

/**
 * What makes sense of one microphone's sound with one model.
 *
 * @param rate what the model wants, in Hz
 * @param window samples the model hears at once
 * @param hop samples from the start of one window to the start of the next
 * @param measuring measures the sound beside the naming, as it came
 * @param listener is told of each window's findings as they are made
 */
record Ear(
    int rate,
    int window,
    int hop,
    Timeline timeline,
    Measuring measuring,
    Judge judge,
    Consumer<Findings> listener,
    Report report) {}
