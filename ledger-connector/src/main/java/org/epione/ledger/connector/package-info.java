/**
 * Runs chains in the server: takes records in from the queue, makes blocks, has them cosigned,
 * keeps them, answers with receipts. Against the pure packages beside it, which decide.
 */
@NullMarked
package org.epione.ledger.connector;

import org.jspecify.annotations.NullMarked;
