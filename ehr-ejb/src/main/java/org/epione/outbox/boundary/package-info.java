/** Outgoing messages, written in the transaction that causes them and sent after it committed. */
@NullMarked
package org.epione.outbox.boundary;

import org.jspecify.annotations.NullMarked;
