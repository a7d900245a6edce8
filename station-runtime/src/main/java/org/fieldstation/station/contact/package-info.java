/** Contacts and detectors on pins: a lid, a button, something warm that moves. */
@NullMarked
package org.fieldstation.station.contact;

import org.jspecify.annotations.NullMarked;
