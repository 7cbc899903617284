/**
 * The one source of randomness and the one {@link org.epione.crypto.CryptoSuite} of the
 * application.
 */
@NullMarked
package org.epione.platform.crypto;

import org.jspecify.annotations.NullMarked;
