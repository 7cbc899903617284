/** An immutable map whose older versions stay valid: what makes the state of a chain a value. */
@NullMarked
package org.epione.ledger.versioned;

import org.jspecify.annotations.NullMarked;
