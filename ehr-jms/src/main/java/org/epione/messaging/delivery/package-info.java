/** What all message-driven beans share: reading a message's bytes, and giving a message back. */
@NullMarked
package org.epione.messaging.delivery;

import org.jspecify.annotations.NullMarked;
