/**
 * What a chain records: one class for each kind of act, and the signed record around it. Canonical
 * encodings only; whether a record may stand on a chain is decided in {@code
 * org.epione.ledger.state}.
 */
@NullMarked
package org.epione.ledger.record;

import org.jspecify.annotations.NullMarked;
