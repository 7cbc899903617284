/**
 * The settings of a chain that stand on the chain itself: how credit moves and how blocks are made.
 * Against {@code org.epione.ledger.state}, which applies them.
 */
@NullMarked
package org.epione.ledger.rules;

import org.jspecify.annotations.NullMarked;
