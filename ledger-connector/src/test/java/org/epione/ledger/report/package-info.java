@NullMarked
package org.epione.ledger.report;

import org.jspecify.annotations.NullMarked;
