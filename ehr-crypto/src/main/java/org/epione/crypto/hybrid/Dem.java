package org.epione.crypto.hybrid;

import java.util.Arrays;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;

/**
 * The data part of every hybrid encryption: a shared secret (the KEM's group element) gives, by
 * HKDF-SHA-256, an AES-256-GCM key and a commitment to it. Sealed: commitment (32 bytes), then as
 * {@link Aead}. The commitment makes one ciphertext open under one key only: without it, whoever
 * chooses both keys could make a record that the patient and a doctor read differently (GCM does
 * not prevent that). Thread-safe.
 */
public final class Dem {

  /** How much longer a sealed value is than its plaintext, in bytes. */
  public static final int OVERHEAD = CommittedKey.COMMITMENT + Aead.OVERHEAD;

  private static final int COMMITMENT = CommittedKey.COMMITMENT;

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
    try (CommittedKey committed = CommittedKey.derive(shared, purpose, header)) {
      byte[] sealed = aead.seal(committed.key(), header, plaintext);
      byte[] out = Arrays.copyOf(committed.commitment(), COMMITMENT + sealed.length);
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
    try (CommittedKey committed = CommittedKey.derive(shared, purpose, header)) {
      if (!committed.matches(Arrays.copyOf(sealed, COMMITMENT))) {
        throw new DecryptionFailedException();
      }
      return aead.open(
          committed.key(), header, Arrays.copyOfRange(sealed, COMMITMENT, sealed.length));
    }
  }
}
