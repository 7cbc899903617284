/** Moves messages that the broker gave up on to where an administrator sees them. */
@NullMarked
package org.epione.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
