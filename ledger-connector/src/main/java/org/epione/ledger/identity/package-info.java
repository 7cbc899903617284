/**
 * Who takes part in a chain: pseudo-identities and the certificates that bind keys to them. Against
 * {@code org.epione.ledger.record}, which says what these parties did.
 */
@NullMarked
package org.epione.ledger.identity;

import org.jspecify.annotations.NullMarked;
