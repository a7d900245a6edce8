package org.fieldstation.station;

import org.fieldstation.station.contact.Motions;
import org.fieldstation.station.night.InfraredLamp;
import org.fieldstation.station.outlet.Outlets;

/**
 * What hangs on the board's pins and works together with the senses.
 *
 * @param motions what wakes the camera
 * @param outlets what switches the power of a device
 * @param infrared what is wanted of the infrared lamp
 */
record Rig(Motions motions, Outlets outlets, InfraredLamp infrared) {}
