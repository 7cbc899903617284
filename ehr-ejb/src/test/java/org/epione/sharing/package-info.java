/**
 * Sharing from request to reading, on a real database, with real keys, chains and messages; and the
 * attacks on it.
 */
@NullMarked
package org.epione.sharing;

import org.jspecify.annotations.NullMarked;
