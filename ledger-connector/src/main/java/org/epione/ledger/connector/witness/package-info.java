/** Heads of logs offered to witnesses, and what a witness hosted here answers. */
@NullMarked
package org.epione.ledger.connector.witness;

import org.jspecify.annotations.NullMarked;
