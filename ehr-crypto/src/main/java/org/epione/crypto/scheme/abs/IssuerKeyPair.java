package org.epione.crypto.scheme.abs;

/**
 * Both halves of an issuer's key.
 *
 * @param secretKey issues; closed by closing the pair
 * @param publicKey what signatures are checked against
 */
public record IssuerKeyPair(IssuerSecretKey secretKey, IssuerPublicKey publicKey)
    implements AutoCloseable {

  @Override
  public void close() {
    secretKey.close();
  }
}
