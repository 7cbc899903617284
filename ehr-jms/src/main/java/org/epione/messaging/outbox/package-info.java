/** Sends what the outbox holds to the broker. */
@NullMarked
package org.epione.messaging.outbox;

import org.jspecify.annotations.NullMarked;
