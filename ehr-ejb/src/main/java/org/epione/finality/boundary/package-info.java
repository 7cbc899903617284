/**
 * Finality by delegates for people: a doctor's own station, what stations bring, and the alarm when
 * a hospital signed two histories.
 */
@NullMarked
package org.epione.finality.boundary;

import org.jspecify.annotations.NullMarked;
