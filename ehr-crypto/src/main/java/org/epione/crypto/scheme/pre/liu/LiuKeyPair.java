package org.epione.crypto.scheme.pre.liu;

/** Both halves of a key under LIU; closing it closes the secret half. */
public final class LiuKeyPair implements AutoCloseable {

  private final LiuSecretKey secretKey;
  private final LiuPublicKey publicKey;

  LiuKeyPair(LiuSecretKey secretKey, LiuPublicKey publicKey) {
    this.secretKey = secretKey;
    this.publicKey = publicKey;
  }

  /** Opens. */
  public LiuSecretKey secretKey() {
    return secretKey;
  }

  /** What others encrypt to. */
  public LiuPublicKey publicKey() {
    return publicKey;
  }

  @Override
  public void close() {
    secretKey.close();
  }

  @Override
  public String toString() {
    return "LiuKeyPair";
  }
}
