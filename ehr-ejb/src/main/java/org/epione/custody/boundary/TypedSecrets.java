package org.epione.custody.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.password.PasswordSalt;
import org.epione.custody.control.Stretching;

/**
 * Tags of secrets that people type, other than passwords, which open keys: whoever has a tag has to
 * stretch each guess with Argon2id, as for a password.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TypedSecrets {

  @Inject private Stretching stretching;
  @Inject private CryptoSuite crypto;

  /** A salt, with what stretching costs, in its encoding. */
  public byte[] newSalt() {
    return stretching.newSalt().encode();
  }

  /**
   * The tag of a secret, 32 bytes.
   *
   * @param label what the secret is for, and whose it is
   * @param secret wiped by the caller
   */
  public byte[] tag(byte[] salt, String label, char[] secret) {
    try (AeadKey stretched = stretching.wrappingKey(secret, PasswordSalt.decode(salt))) {
      return crypto.mac().tag(stretched, "typed-secret", label.getBytes(StandardCharsets.UTF_8));
    }
  }
}
