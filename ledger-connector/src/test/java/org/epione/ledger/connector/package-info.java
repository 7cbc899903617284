/** The connector on a real database, with the servers' mail under the test's control. */
@NullMarked
package org.epione.ledger.connector;

import org.jspecify.annotations.NullMarked;
