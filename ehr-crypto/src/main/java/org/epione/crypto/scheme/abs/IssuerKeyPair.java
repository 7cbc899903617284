package org.epione.crypto.scheme.abs;

/** Both halves of an issuer's key; closing it closes the secret half. */
public final class IssuerKeyPair implements AutoCloseable {

  private final IssuerSecretKey secretKey;
  private final IssuerPublicKey publicKey;

  IssuerKeyPair(IssuerSecretKey secretKey, IssuerPublicKey publicKey) {
    this.secretKey = secretKey;
    this.publicKey = publicKey;
  }

  /** Issues. */
  public IssuerSecretKey secretKey() {
    return secretKey;
  }

  /** What signatures are checked against. */
  public IssuerPublicKey publicKey() {
    return publicKey;
  }

  @Override
  public void close() {
    secretKey.close();
  }

  @Override
  public String toString() {
    return "IssuerKeyPair";
  }
}
