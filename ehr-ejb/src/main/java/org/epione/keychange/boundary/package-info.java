/** Doctors change the keys with which they sign (ADR 31). */
@NullMarked
package org.epione.keychange.boundary;

import org.jspecify.annotations.NullMarked;
