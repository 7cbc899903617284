package org.epione.crypto.signature;

/**
 * Both halves of a server's signature key.
 *
 * @param secretKey signs; closed by closing the pair
 * @param publicKey verifies
 */
public record Ed25519KeyPair(Ed25519SecretKey secretKey, Ed25519PublicKey publicKey)
    implements AutoCloseable {

  @Override
  public void close() {
    secretKey.close();
  }
}
