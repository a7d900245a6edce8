/** Picture files: what is in them is found out before their pixels are believed. */
@NullMarked
package org.fieldstation.drivers.picture;

import org.jspecify.annotations.NullMarked;
