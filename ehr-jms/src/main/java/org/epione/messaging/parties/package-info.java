/** Hands envelopes that the broker delivers to their reception. */
@NullMarked
package org.epione.messaging.parties;

import org.jspecify.annotations.NullMarked;
