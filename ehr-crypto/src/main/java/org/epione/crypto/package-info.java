/**
 * The cryptography of Epione behind one entry point, {@link org.epione.crypto.CryptoSuite}:
 * immutable values, no input or output, no clock, no logging.
 */
@NullMarked
package org.epione.crypto;

import org.jspecify.annotations.NullMarked;
