/** What an operator asks of a running central server, through a socket that is a file of theirs. */
@NullMarked
package org.fieldstation.sim.central.console;

import org.jspecify.annotations.NullMarked;
