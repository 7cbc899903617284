/**
 * The Merkle tree of RFC 6962 (and RFC 9162) over the records of a block. Against {@code
 * org.epione.ledger.block}, which puts its root into a header.
 */
@NullMarked
package org.epione.ledger.merkle;

import org.jspecify.annotations.NullMarked;
