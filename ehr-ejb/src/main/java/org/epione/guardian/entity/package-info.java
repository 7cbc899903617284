/** Rows of guardianships. */
@NullMarked
package org.epione.guardian.entity;

import org.jspecify.annotations.NullMarked;
