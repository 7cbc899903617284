/**
 * Proxy re-encryption of records with a searchable symptom tag, suite SCOPED: one grant opens the
 * granted records and nothing else.
 */
@NullMarked
package org.epione.crypto.scheme.pre;

import org.jspecify.annotations.NullMarked;
