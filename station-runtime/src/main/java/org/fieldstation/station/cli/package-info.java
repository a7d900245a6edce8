/** The command line: the only package that knows picocli. */
@NullMarked
package org.fieldstation.station.cli;

import org.jspecify.annotations.NullMarked;
