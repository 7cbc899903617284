/** Time stamps (RFC 3161) on heads of logs: asked for and verified. */
@NullMarked
package org.epione.ledger.stamp;

import org.jspecify.annotations.NullMarked;
