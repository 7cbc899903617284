/** Handling of receipts. */
@NullMarked
package org.epione.chain.control;

import org.jspecify.annotations.NullMarked;
