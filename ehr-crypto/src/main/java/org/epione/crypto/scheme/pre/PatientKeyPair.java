package org.epione.crypto.scheme.pre;

/**
 * Both halves of a patient's encryption key.
 *
 * @param secretKey opens; closed by closing the pair
 * @param publicKey what others encrypt to
 */
public record PatientKeyPair(PatientSecretKey secretKey, PatientPublicKey publicKey)
    implements AutoCloseable {

  @Override
  public void close() {
    secretKey.close();
  }
}
