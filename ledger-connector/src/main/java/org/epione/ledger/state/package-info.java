/**
 * What a chain means: the state as a pure fold over its records, and the rules that say which
 * record or block may come next. The one place where admissibility is decided, for the connector,
 * the second supernode and the offline verifier alike.
 */
@NullMarked
package org.epione.ledger.state;

import org.jspecify.annotations.NullMarked;
