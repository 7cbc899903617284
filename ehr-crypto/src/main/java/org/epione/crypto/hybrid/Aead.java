package org.epione.crypto.hybrid;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.Hkdf;

/**
 * AES-256-GCM with a random nonce in front: nonce (12 bytes), ciphertext, tag (16 bytes). Hides the
 * plaintext and shows any change to it or to the associated data. One key seals at most 2^32
 * values, which keeps the chance that a random nonce repeats below 2^-32. Not key-committing:
 * {@link Dem} is. Thread-safe.
 */
public final class Aead {

  /** How much longer a sealed value is than its plaintext, in bytes. */
  public static final int OVERHEAD = 12 + 16;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final RandomSource random;

  /** Takes nonces and keys from {@code random}. */
  public Aead(RandomSource random) {
    this.random = random;
  }

  /** A new random key. */
  public AeadKey generateKey() {
    return restore(SecretBytes.of(random.bytes(AeadKey.LENGTH)));
  }

  /**
   * The key with these bytes; keeps a copy.
   *
   * @throws MalformedEncodingException unless there are exactly 32
   */
  public AeadKey restore(SecretBytes key) {
    if (key.length() != AeadKey.LENGTH) {
      throw new MalformedEncodingException("a symmetric key has " + AeadKey.LENGTH + " bytes");
    }
    return new AeadKey(key.copy());
  }

  /**
   * A key for one use from a secret with enough entropy.
   *
   * @param label names the use; other labels give independent keys
   * @param context what the key is bound to
   */
  public AeadKey derive(SecretBytes input, String label, byte[] context) {
    byte[] info = CanonicalWriter.of("epione.aead-key", 1).text(label).bytes(context).toByteArray();
    return new AeadKey(Hkdf.derive(input, DomainTag.AEAD_KEY, info, AeadKey.LENGTH));
  }

  /** Encrypts {@code plaintext}, binding it to {@code associatedData}, which is not included. */
  public byte[] seal(AeadKey key, byte[] associatedData, byte[] plaintext) {
    byte[] nonce = random.bytes(NONCE);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associatedData);
      byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plaintext.length));
      cipher.doFinal(plaintext, 0, plaintext.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot do AES-256-GCM", e);
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws DecryptionFailedException if key, associated data or any byte differ
   */
  public byte[] open(AeadKey key, byte[] associatedData, byte[] sealed) {
    if (sealed.length < OVERHEAD) {
      throw new DecryptionFailedException();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, associatedData);
      return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (AEADBadTagException e) {
      throw new DecryptionFailedException();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot do AES-256-GCM", e);
    }
  }

  private static Cipher cipher(int mode, AeadKey key, byte[] nonce, byte[] associatedData)
      throws GeneralSecurityException {
    byte[] secret = key.secret().reveal(SecretAccess.token());
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(associatedData);
      return cipher;
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
