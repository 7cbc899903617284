/**
 * The doctor team's sequential multisignature: one 48-byte aggregate for a chain of statements,
 * order and position being part of what is signed.
 */
@NullMarked
package org.epione.crypto.scheme.multisig;

import org.jspecify.annotations.NullMarked;
