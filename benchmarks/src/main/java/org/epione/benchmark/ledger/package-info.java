/** Times of the chain: its verification beside its signatures, and how costs grow with it. */
@NullMarked
package org.epione.benchmark.ledger;

import org.jspecify.annotations.NullMarked;
