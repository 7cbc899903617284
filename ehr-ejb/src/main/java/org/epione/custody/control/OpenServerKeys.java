package org.epione.custody.control;

import java.util.Arrays;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.signature.Ed25519KeyPair;

/**
 * A party's keys, open for one operation: for signing, for receiving, and a root from which keys
 * for its data at rest and pseudonyms are derived.
 */
public final class OpenServerKeys implements AutoCloseable {

  private static final String TAG = "epione.server-keys";
  private static final int SECRET = 32;

  private final Ed25519KeyPair signing;
  private final HpkeKeyPair receiving;
  private final SecretBytes dataRoot;

  private OpenServerKeys(Ed25519KeyPair signing, HpkeKeyPair receiving, SecretBytes dataRoot) {
    this.signing = signing;
    this.receiving = receiving;
    this.dataRoot = dataRoot;
  }

  static OpenServerKeys generate(CryptoSuite crypto) {
    return new OpenServerKeys(
        crypto.ed25519().generate(),
        crypto.hpke().generate(),
        SecretBytes.of(crypto.random().bytes(SECRET)));
  }

  /** The secrets: tag {@code epione.server-keys} 1, then three times 32 bytes. */
  SecretBytes encode() {
    try (SecretBytes seed = signing.secretKey().export();
        SecretBytes receivingSecret = receiving.secretKey().export()) {
      byte[] first = seed.reveal(SecretAccess.token());
      byte[] second = receivingSecret.reveal(SecretAccess.token());
      byte[] third = dataRoot.reveal(SecretAccess.token());
      byte[] encoded =
          CanonicalWriter.of(TAG, 1)
              .fixed(first, SECRET)
              .fixed(second, SECRET)
              .fixed(third, SECRET)
              .toByteArray();
      Arrays.fill(first, (byte) 0);
      Arrays.fill(second, (byte) 0);
      Arrays.fill(third, (byte) 0);
      return SecretBytes.take(encoded);
    }
  }

  static OpenServerKeys decode(CryptoSuite crypto, SecretBytes encoded) {
    byte[] bytes = encoded.reveal(SecretAccess.token());
    CanonicalReader in = CanonicalReader.of(TAG, 1, bytes);
    Arrays.fill(bytes, (byte) 0);
    try (SecretBytes seed = SecretBytes.take(in.fixed(SECRET));
        SecretBytes receivingSecret = SecretBytes.take(in.fixed(SECRET));
        SecretBytes root = SecretBytes.take(in.fixed(SECRET))) {
      in.end();
      return new OpenServerKeys(
          crypto.ed25519().restore(seed), crypto.hpke().restore(receivingSecret), root.copy());
    }
  }

  /** For signing. */
  public Ed25519KeyPair signing() {
    return signing;
  }

  /** For what is sealed to the party. */
  public HpkeKeyPair receiving() {
    return receiving;
  }

  /** What keys for data at rest are derived from. */
  public SecretBytes dataRoot() {
    return dataRoot;
  }

  /** A key for data at rest of that kind. */
  public AeadKey dataKey(CryptoSuite crypto, String label) {
    return crypto.aead().derive(dataRoot, label, new byte[0]);
  }

  @Override
  public void close() {
    signing.close();
    receiving.close();
    dataRoot.close();
  }

  @Override
  public String toString() {
    return "OpenServerKeys";
  }
}
