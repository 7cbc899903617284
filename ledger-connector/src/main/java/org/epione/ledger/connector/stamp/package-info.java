/** Time stamps on heads of logs, asked for from an authority that is not ours. */
@NullMarked
package org.epione.ledger.connector.stamp;

import org.jspecify.annotations.NullMarked;
