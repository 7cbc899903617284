package org.epione.crypto.hybrid;

/** Both halves of a receiving key; closing it closes the secret half. */
public final class HpkeKeyPair implements AutoCloseable {

  private final HpkeSecretKey secretKey;
  private final HpkePublicKey publicKey;

  HpkeKeyPair(HpkeSecretKey secretKey, HpkePublicKey publicKey) {
    this.secretKey = secretKey;
    this.publicKey = publicKey;
  }

  /** Opens, and authenticates as a sender. */
  public HpkeSecretKey secretKey() {
    return secretKey;
  }

  /** What others seal to. */
  public HpkePublicKey publicKey() {
    return publicKey;
  }

  @Override
  public void close() {
    secretKey.close();
  }

  @Override
  public String toString() {
    return "HpkeKeyPair";
  }
}
