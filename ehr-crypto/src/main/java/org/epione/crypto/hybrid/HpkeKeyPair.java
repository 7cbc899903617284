package org.epione.crypto.hybrid;

/**
 * Both halves of a receiving key.
 *
 * @param secretKey opens, and authenticates as a sender; closed by closing the pair
 * @param publicKey what others seal to
 */
public record HpkeKeyPair(HpkeSecretKey secretKey, HpkePublicKey publicKey)
    implements AutoCloseable {

  @Override
  public void close() {
    secretKey.close();
  }
}
