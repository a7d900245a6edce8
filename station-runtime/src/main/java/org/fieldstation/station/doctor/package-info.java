/** Whether everything the station is made of works, in words for the person at the mast. */
@NullMarked
package org.fieldstation.station.doctor;

import org.jspecify.annotations.NullMarked;
