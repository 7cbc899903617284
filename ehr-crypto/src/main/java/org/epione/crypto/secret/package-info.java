/**
 * Bytes that must not leak: wiped when closed, compared in constant time, never shown, never
 * serialised.
 */
@NullMarked
package org.epione.crypto.secret;

import org.jspecify.annotations.NullMarked;
