/**
 * What all message-driven beans share: reading a message's bytes, and patience with a database that
 * is away.
 */
@NullMarked
package org.epione.messaging.delivery;

import org.jspecify.annotations.NullMarked;
