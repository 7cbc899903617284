/** Rows of shares and recoveries. */
@NullMarked
package org.epione.recovery.entity;

import org.jspecify.annotations.NullMarked;
