/**
 * What stations of delegates ask for and send: blocks, countersignatures, evidence of two
 * histories.
 */
@NullMarked
package org.epione.ledger.connector.station;

import org.jspecify.annotations.NullMarked;
