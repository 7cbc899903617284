/**
 * The way of records to hospitals' chains and of receipts back; what the ledger connector needs
 * from this application.
 */
@NullMarked
package org.epione.chain.boundary;

import org.jspecify.annotations.NullMarked;
