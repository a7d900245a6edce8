/** Serves a repository of signed releases: for tests, and for deployments with one small server. */
@NullMarked
package org.fieldstation.sim.depot;

import org.jspecify.annotations.NullMarked;
