/**
 * What people see of the central server: a plain page and an export, for each as much as is theirs.
 */
@NullMarked
package org.fieldstation.sim.central.page;

import org.jspecify.annotations.NullMarked;
