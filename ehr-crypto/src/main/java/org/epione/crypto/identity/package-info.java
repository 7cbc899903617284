/**
 * Identifiers that schemes bind into what they sign or encrypt, each with its own type so that one
 * cannot stand in for another.
 */
@NullMarked
package org.epione.crypto.identity;

import org.jspecify.annotations.NullMarked;
