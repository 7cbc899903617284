package org.epione.crypto.hybrid;

import java.util.Arrays;
import org.epione.crypto.secret.ConstantTime;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.Hkdf;

/**
 * The data part of every hybrid encryption: a shared secret (the KEM's group element) gives, by
 * HKDF-SHA-256, an AES-256-GCM key and a commitment to it. Sealed: commitment (32 bytes), then as
 * {@link Aead}. The commitment makes one ciphertext open under one key only: without it, whoever
 * chooses both keys could make a record that the patient and a doctor read differently (GCM does
 * not prevent that). Thread-safe.
 */
public final class Dem {

  /** How much longer a sealed value is than its plaintext, in bytes. */
  public static final int OVERHEAD = 32 + Aead.OVERHEAD;

  private static final int COMMITMENT = 32;

  private final Aead aead;

  /** Seals with {@code aead}. */
  public Dem(Aead aead) {
    this.aead = aead;
  }

  /**
   * Encrypts.
   *
   * @param shared the secret that both sides know, used for this value only
   * @param purpose separates schemes
   * @param header everything that is sent beside the sealed value; bound into key and tag
   */
  public byte[] seal(SecretBytes shared, DomainTag purpose, byte[] header, byte[] plaintext) {
    try (Keys keys = Keys.derive(shared, purpose, header)) {
      byte[] sealed = aead.seal(keys.key, header, plaintext);
      byte[] out = Arrays.copyOf(keys.commitment, COMMITMENT + sealed.length);
      System.arraycopy(sealed, 0, out, COMMITMENT, sealed.length);
      return out;
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws DecryptionFailedException if anything differs
   */
  public byte[] open(SecretBytes shared, DomainTag purpose, byte[] header, byte[] sealed) {
    if (sealed.length < OVERHEAD) {
      throw new DecryptionFailedException();
    }
    try (Keys keys = Keys.derive(shared, purpose, header)) {
      if (!ConstantTime.areEqual(keys.commitment, Arrays.copyOf(sealed, COMMITMENT))) {
        throw new DecryptionFailedException();
      }
      return aead.open(keys.key, header, Arrays.copyOfRange(sealed, COMMITMENT, sealed.length));
    }
  }

  private static final class Keys implements AutoCloseable {
    private final AeadKey key;
    private final byte[] commitment;

    private Keys(AeadKey key, byte[] commitment) {
      this.key = key;
      this.commitment = commitment;
    }

    static Keys derive(SecretBytes shared, DomainTag purpose, byte[] header) {
      try (SecretBytes both = Hkdf.derive(shared, purpose, header, AeadKey.LENGTH + COMMITMENT)) {
        byte[] bytes = both.reveal(SecretAccess.token());
        byte[] keyBytes = Arrays.copyOf(bytes, AeadKey.LENGTH);
        try {
          return new Keys(
              new AeadKey(SecretBytes.of(keyBytes)),
              Arrays.copyOfRange(bytes, AeadKey.LENGTH, bytes.length));
        } finally {
          Arrays.fill(bytes, (byte) 0);
          Arrays.fill(keyBytes, (byte) 0);
        }
      }
    }

    @Override
    public void close() {
      key.close();
    }
  }
}
