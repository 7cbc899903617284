package org.epione.crypto.secretsharing;

import java.util.Arrays;
import java.util.List;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;

/**
 * Two-of-two secret sharing: one share is random, the other is the secret exclusive-or that one.
 * Each share alone is uniformly random, so it tells nothing of the secret, however much is computed
 * (Shannon's one-time pad; Shamir's scheme gives the same where all shares are needed).
 *
 * <p>Any two shares of one length combine to something: that they belong together is shown by
 * {@link #commitment}, which whoever splits keeps with the shares, and by the use of the secret.
 * Costs nothing worth counting. Thread-safe.
 */
public final class SecretSharing {

  /** Fewest bytes of a secret: with fewer, a commitment could be searched. */
  public static final int MIN_LENGTH = 16;

  private static final String COMMITMENT = "epione.share-commitment";

  private final RandomSource random;

  /** Takes shares from {@code random}. */
  public SecretSharing(RandomSource random) {
    this.random = random;
  }

  /**
   * Divides a secret into two shares of its length, which the caller closes.
   *
   * @throws IllegalArgumentException if it has fewer than 16 bytes
   */
  public List<SecretBytes> split(SecretBytes secret) {
    requireLength(secret);
    try (SecretBytes first = SecretBytes.take(random.bytes(secret.length()))) {
      return List.of(first.copy(), combine(first, secret));
    }
  }

  /**
   * The secret that was divided into these two, in either order.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public SecretBytes combine(SecretBytes first, SecretBytes second) {
    if (first.length() != second.length()) {
      throw new IllegalArgumentException("shares of one secret have one length");
    }
    byte[] one = first.reveal(SecretAccess.token());
    byte[] other = second.reveal(SecretAccess.token());
    for (int i = 0; i < one.length; i++) {
      one[i] ^= other[i];
    }
    Arrays.fill(other, (byte) 0);
    return SecretBytes.take(one);
  }

  /**
   * What a share is recognised by: SHA-256 of {@code header("epione.share-commitment", 1)}, {@code
   * bytes(context)}, {@code bytes(share)}. Hides the share, which is random, and admits no other.
   *
   * @param context whose share it is of what, so that a share of something else is not taken
   * @throws IllegalArgumentException if the share has fewer than 16 bytes
   */
  public Digest commitment(byte[] context, SecretBytes share) {
    requireLength(share);
    byte[] bytes = share.reveal(SecretAccess.token());
    byte[] encoded = CanonicalWriter.of(COMMITMENT, 1).bytes(context).bytes(bytes).toByteArray();
    try {
      return Digest.of(encoded);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(encoded, (byte) 0);
    }
  }

  private static void requireLength(SecretBytes secret) {
    if (secret.length() < MIN_LENGTH) {
      throw new IllegalArgumentException("a shared secret has at least 16 bytes");
    }
  }
}
