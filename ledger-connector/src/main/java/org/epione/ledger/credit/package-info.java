/**
 * The credit of doctors and hospital as a pure function of the records on the chain. Against {@code
 * org.epione.ledger.rules}, which holds the weights.
 */
@NullMarked
package org.epione.ledger.credit;

import org.jspecify.annotations.NullMarked;
