/**
 * Blocks: a header that two supernodes sign, and the records under it. Form only; whether a block
 * may follow another is decided in {@code org.epione.ledger.state}.
 */
@NullMarked
package org.epione.ledger.block;

import org.jspecify.annotations.NullMarked;
