package org.fieldstation.station;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.fieldstation.station.look.Beholder;
import org.fieldstation.station.look.Burst;
import org.fieldstation.station.look.BurstRule;
import org.fieldstation.station.look.Look;
import org.fieldstation.station.look.Lookout;
import org.fieldstation.station.media.Keeper;
import org.fieldstation.station.media.Kept;
import org.fieldstation.station.notes.PictureReport;

/**
 * What makes sense of one camera's frames.
 *
 * @param lookout sees what has moved
 * @param watcher is told of each look: that time was spent looking
 * @param light is told of each look: it may be dark
 * @param rule how looks are put together to bursts
 * @param director wants a clip of a burst, where clips are kept
 * @param beholder says what is in a burst
 * @param keeper puts its pictures on the disk
 * @param listener is told of each event
 */
record Eye(
    Lookout lookout,
    Consumer<Look> watcher,
    Consumer<Look> light,
    BurstRule rule,
    UnaryOperator<Burst> director,
    Beholder beholder,
    Keeper keeper,
    Consumer<Kept> listener,
    PictureReport report) {}
