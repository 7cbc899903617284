/** Counts what an algorithm costs in group operations, and holds it to docs/operation-counts.md. */
@NullMarked
package org.epione.crypto.counting;

import org.jspecify.annotations.NullMarked;
