package org.epione.crypto.signature;

/** Both halves of a server's signature key; closing it closes the secret half. */
public final class Ed25519KeyPair implements AutoCloseable {

  private final Ed25519SecretKey secretKey;
  private final Ed25519PublicKey publicKey;

  Ed25519KeyPair(Ed25519SecretKey secretKey, Ed25519PublicKey publicKey) {
    this.secretKey = secretKey;
    this.publicKey = publicKey;
  }

  /** Signs. */
  public Ed25519SecretKey secretKey() {
    return secretKey;
  }

  /** Verifies. */
  public Ed25519PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public void close() {
    secretKey.close();
  }

  @Override
  public String toString() {
    return "Ed25519KeyPair";
  }
}
