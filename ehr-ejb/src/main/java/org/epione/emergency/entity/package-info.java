/** Rows of shares, refusals and emergencies. */
@NullMarked
package org.epione.emergency.entity;

import org.jspecify.annotations.NullMarked;
