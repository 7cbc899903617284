/** What all parts of the connector work with: tables, states in memory, the writer's lease. */
@NullMarked
package org.epione.ledger.connector.context;

import org.jspecify.annotations.NullMarked;
