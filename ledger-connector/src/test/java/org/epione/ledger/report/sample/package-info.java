/** A report to verify, with everything behind it, for tests of other modules too. */
@NullMarked
package org.epione.ledger.report.sample;

import org.jspecify.annotations.NullMarked;
