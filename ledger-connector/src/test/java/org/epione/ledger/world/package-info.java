/** A small world of parties and people with real keys, for the tests of the ledger. */
@NullMarked
package org.epione.ledger.world;

import org.jspecify.annotations.NullMarked;
