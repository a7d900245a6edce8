/** The LwM2M objects a station shows, each a table of resources over what the station knows. */
@NullMarked
package org.fieldstation.station.deliver.lwm2m.objects;

import org.jspecify.annotations.NullMarked;
