/** Every encoding of the ledger, held to the contract of those of the cryptography. */
@NullMarked
package org.epione.ledger.encoding;

import org.jspecify.annotations.NullMarked;
