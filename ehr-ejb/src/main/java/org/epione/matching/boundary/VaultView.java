package org.epione.matching.boundary;

import org.epione.crypto.codec.ByteString;

/**
 * What a browser needs to know a matching password again.
 *
 * @param salt with the cost, {@code PasswordSalt}
 * @param probe opens with the right password only
 */
public record VaultView(ByteString salt, ByteString probe) {}
