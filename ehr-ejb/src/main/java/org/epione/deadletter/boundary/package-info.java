/** Messages that could not be handled: why, and what an administrator decides about them. */
@NullMarked
package org.epione.deadletter.boundary;

import org.jspecify.annotations.NullMarked;
