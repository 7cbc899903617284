/**
 * What the submitter of a record gets back: that it is final, with a proof that stands alone, or
 * that it was refused and why.
 */
@NullMarked
package org.epione.ledger.receipt;

import org.jspecify.annotations.NullMarked;
