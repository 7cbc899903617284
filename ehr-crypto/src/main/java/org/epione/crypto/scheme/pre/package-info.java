/**
 * Proxy re-encryption of records with a searchable symptom tag, suite SCOPED: one grant opens the
 * granted records and nothing else. {@link org.epione.crypto.scheme.pre.liu} holds the paper's own
 * scheme beside it, for comparison.
 */
@NullMarked
package org.epione.crypto.scheme.pre;

import org.jspecify.annotations.NullMarked;
