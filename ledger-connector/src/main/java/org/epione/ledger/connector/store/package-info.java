/**
 * Chains in the product's database: plain JDBC on its data source, inside whatever transaction the
 * caller has. Knows rows, not rules.
 */
@NullMarked
package org.epione.ledger.connector.store;

import org.jspecify.annotations.NullMarked;
