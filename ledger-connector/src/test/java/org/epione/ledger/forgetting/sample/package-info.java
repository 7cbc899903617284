/** Certificates of forgetting, with everything behind them, for tests of other modules too. */
@NullMarked
package org.epione.ledger.forgetting.sample;

import org.jspecify.annotations.NullMarked;
