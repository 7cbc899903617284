/**
 * Checkpoints anchored in an Ethereum-compatible network: as data of a transaction, sent until it
 * is in a block, and looked at again. The node is believed nothing that can be checked here.
 */
@NullMarked
package org.epione.ledger.connector.anchor;

import org.jspecify.annotations.NullMarked;
