package org.epione.crypto.signature;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretBytes;

/**
 * Ed25519 (RFC 8032) for servers: envelopes, certificates, blocks, checkpoints. Signatures of 64
 * bytes, deterministic, not malleable. Any message may be signed, as other tools' formats are too;
 * what is our own is a canonical encoding, whose tag keeps uses apart.
 *
 * <p>Strongly unforgeable under chosen messages as long as discrete logarithms of the curve are
 * hard, SHA-512 being a random oracle. Signatures cannot be merged. Cost: signing 1 multiplication
 * by a fixed point, verifying about 2. Thread-safe.
 */
public final class Ed25519 {

  /** Length of a signature in bytes. */
  public static final int SIGNATURE_LENGTH = 64;

  /** More keys than there are parties, some 300 KiB. */
  private static final int REMEMBERED = 1000;

  private final RandomSource random;
  private final Recent<ByteString, Ed25519PublicKey> keys = new Recent<>(REMEMBERED);

  /** Takes keys from {@code random}. */
  public Ed25519(RandomSource random) {
    this.random = random;
  }

  /** A new random key pair. */
  public Ed25519KeyPair generate() {
    return restore(SecretBytes.of(random.bytes(Ed25519SecretKey.LENGTH)));
  }

  /**
   * The key pair of this seed; keeps a copy.
   *
   * @throws MalformedEncodingException unless it has 32 bytes
   */
  public Ed25519KeyPair restore(SecretBytes seed) {
    if (seed.length() != Ed25519SecretKey.LENGTH) {
      throw new MalformedEncodingException("an Ed25519 seed has 32 bytes");
    }
    Ed25519SecretKey secretKey = Ed25519SecretKey.of(seed);
    return new Ed25519KeyPair(secretKey, decodePublicKey(secretKey.publicKey()));
  }

  /**
   * Reads a verification key. That it is valid takes about as long to see as to verify a signature,
   * so the keys that were read last are remembered.
   *
   * @throws MalformedEncodingException if it is not canonical or not of prime order
   */
  public Ed25519PublicKey decodePublicKey(byte[] encoded) {
    return keys.get(ByteString.of(encoded), Ed25519PublicKey::decode);
  }

  /** Signs. */
  public byte[] sign(Ed25519SecretKey key, byte[] message) {
    return key.use(
        seed -> {
          byte[] signature = new byte[SIGNATURE_LENGTH];
          org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
              seed, 0, key.publicKey(), 0, message, 0, message.length, signature, 0);
          return signature;
        });
  }

  /** Whether {@code signature} is that of the key's holder; of any other length it is not. */
  public boolean verify(Ed25519PublicKey key, byte[] message, byte[] signature) {
    return signature.length == SIGNATURE_LENGTH
        && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
            signature, 0, key.point(), message, 0, message.length);
  }
}
