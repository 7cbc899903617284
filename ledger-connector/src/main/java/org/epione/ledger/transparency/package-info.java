/**
 * A chain as a transparency log that outsiders check with tools that are not ours: C2SP signed
 * notes, checkpoints, cosignatures of witnesses, tiles and offline proofs (c2sp.org). Against
 * {@code org.epione.ledger.block}, which orders records for the parties of the chain. The leaves of
 * the log are the encoded records in the order of the chain.
 */
@NullMarked
package org.epione.ledger.transparency;

import org.jspecify.annotations.NullMarked;
