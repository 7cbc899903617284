/**
 * A whole chain as one file: written and read as a stream, in memory that does not grow with it.
 */
@NullMarked
package org.epione.ledger.export;

import org.jspecify.annotations.NullMarked;
