/**
 * Heads of logs offered to witnesses, what a witness hosted here answers, and how witnesses compare
 * what they were shown.
 */
@NullMarked
package org.epione.ledger.connector.witness;

import org.jspecify.annotations.NullMarked;
