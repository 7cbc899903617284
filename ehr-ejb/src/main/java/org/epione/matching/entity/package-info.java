/** Inside of matching: rows. */
@NullMarked
package org.epione.matching.entity;

import org.jspecify.annotations.NullMarked;
