/**
 * Offline verification of an exported chain: needs the file and nothing else, no server, database
 * or network.
 */
@NullMarked
package org.epione.ledger.verification;

import org.jspecify.annotations.NullMarked;
