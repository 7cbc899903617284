/** Nodes of Ethereum-compatible networks to test anchors with. */
@NullMarked
package org.epione.ledger.connector.anchor;

import org.jspecify.annotations.NullMarked;
