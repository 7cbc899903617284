/** Rows of complaints. */
@NullMarked
package org.epione.disclosure.entity;

import org.jspecify.annotations.NullMarked;
