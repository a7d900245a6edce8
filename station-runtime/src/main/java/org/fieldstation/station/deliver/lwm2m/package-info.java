/**
 * Delivery by LwM2M 1.1 over CoAP and DTLS: a client of any ordinary LwM2M server. The only place
 * that knows Leshan and Californium.
 */
@NullMarked
package org.fieldstation.station.deliver.lwm2m;

import org.jspecify.annotations.NullMarked;
