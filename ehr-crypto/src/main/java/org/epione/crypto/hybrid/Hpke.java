package org.epione.crypto.hybrid;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretBytes;

/**
 * Sealing to one receiver, the papers' "secure channel": HPKE (RFC 9180), single shot, with
 * DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. Base mode hides from everybody else;
 * auth mode also shows the receiver that the sender held the stated key (and, as always with this
 * mode, whoever steals the receiver's key can imitate senders towards it).
 *
 * <p>Secure against chosen ciphertexts under the gap Diffie-Hellman assumption on X25519, HKDF
 * being a random oracle. It does not hide the length, shows no order and no replay, and whoever
 * gets the receiver's key reads what was sealed before. Sealed: 32 bytes of ephemeral key and 16 of
 * tag more than the plaintext. Cost: two or three multiplications on X25519 (docs/performance.md).
 * Thread-safe.
 *
 * <p>The ephemeral key of auth mode comes from Bouncy Castle's own randomness, as its interface
 * admits none from outside.
 */
public final class Hpke {

  private static final String TAG = "epione.hpke";
  private static final int BASE = HPKE.mode_base;
  private static final int AUTH = HPKE.mode_auth;

  private final RandomSource random;

  /** Takes keys from {@code random}. */
  public Hpke(RandomSource random) {
    this.random = random;
  }

  /** A new random key pair. */
  public HpkeKeyPair generate() {
    return restore(SecretBytes.of(random.bytes(HpkeSecretKey.LENGTH)));
  }

  /**
   * The key pair with this secret half; keeps a copy.
   *
   * @throws MalformedEncodingException unless there are exactly 32 bytes
   */
  public HpkeKeyPair restore(SecretBytes secret) {
    if (secret.length() != HpkeSecretKey.LENGTH) {
      throw new MalformedEncodingException("a receiving key's secret has 32 bytes");
    }
    HpkeSecretKey secretKey = new HpkeSecretKey(secret.copy());
    return new HpkeKeyPair(secretKey, secretKey.publicKey());
  }

  /**
   * Reads a public key.
   *
   * @throws MalformedEncodingException if it is not 32 bytes, not canonical, or of low order
   */
  public HpkePublicKey decodePublicKey(byte[] encoded) {
    return HpkePublicKey.decode(encoded);
  }

  /** Seals in base mode. {@code info} and {@code associatedData} are bound, not included. */
  public byte[] seal(HpkePublicKey to, byte[] info, byte[] associatedData, byte[] plaintext) {
    HPKE hpke = hpke(BASE);
    AsymmetricCipherKeyPair ephemeral = hpke.deriveKeyPair(random.bytes(HpkeSecretKey.LENGTH));
    return seal(BASE, hpke.setupBaseS(to.parameters(), info, ephemeral), associatedData, plaintext);
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws DecryptionFailedException if key, info, associated data or any byte differ
   */
  public byte[] open(HpkeSecretKey key, byte[] info, byte[] associatedData, byte[] sealed) {
    return open(
        BASE,
        associatedData,
        sealed,
        (hpke, encapsulation) -> key.use(pair -> hpke.setupBaseR(encapsulation, pair, info)));
  }

  /** Seals in auth mode, as the holder of {@code from}. */
  public byte[] authSeal(
      HpkeKeyPair from, HpkePublicKey to, byte[] info, byte[] associatedData, byte[] plaintext) {
    return seal(
        AUTH,
        from.secretKey().use(pair -> hpke(AUTH).setupAuthS(to.parameters(), info, pair)),
        associatedData,
        plaintext);
  }

  /**
   * Opens what {@link #authSeal} made.
   *
   * @throws DecryptionFailedException if sender, key, info, associated data or any byte differ
   */
  public byte[] authOpen(
      HpkeSecretKey key, HpkePublicKey from, byte[] info, byte[] associatedData, byte[] sealed) {
    return open(
        AUTH,
        associatedData,
        sealed,
        (hpke, encapsulation) ->
            key.use(pair -> hpke.setupAuthR(encapsulation, pair, info, from.parameters())));
  }

  private static byte[] seal(
      int mode, HPKEContextWithEncapsulation context, byte[] associatedData, byte[] plaintext) {
    try {
      return CanonicalWriter.of(TAG, 1)
          .u8(mode)
          .fixed(context.getEncapsulation(), HpkePublicKey.LENGTH)
          .bytes(context.seal(associatedData, plaintext))
          .toByteArray();
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("AES-256-GCM refused to encrypt", e);
    }
  }

  private static byte[] open(int mode, byte[] associatedData, byte[] sealed, Receiver receiver) {
    try {
      CanonicalReader in = CanonicalReader.of(TAG, 1, sealed);
      int actualMode = in.u8();
      byte[] encapsulation = in.fixed(HpkePublicKey.LENGTH);
      byte[] ciphertext = in.bytes(Integer.MAX_VALUE);
      in.end();
      if (actualMode != mode) {
        throw new DecryptionFailedException();
      }
      byte[] canonical = HpkePublicKey.decode(encapsulation).encode();
      return receiver.setup(hpke(mode), canonical).open(associatedData, ciphertext);
    } catch (InvalidCipherTextException | MalformedEncodingException e) {
      throw new DecryptionFailedException();
    }
  }

  private static HPKE hpke(int mode) {
    return new HPKE(
        (byte) mode, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }

  private interface Receiver {
    HPKEContext setup(HPKE hpke, byte[] encapsulation);
  }
}
