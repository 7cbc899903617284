package org.epione.crypto.scheme.pre;

/** Both halves of a patient's encryption key; closing it closes the secret half. */
public final class PatientKeyPair implements AutoCloseable {

  private final PatientSecretKey secretKey;
  private final PatientPublicKey publicKey;

  PatientKeyPair(PatientSecretKey secretKey, PatientPublicKey publicKey) {
    this.secretKey = secretKey;
    this.publicKey = publicKey;
  }

  /** Opens. */
  public PatientSecretKey secretKey() {
    return secretKey;
  }

  /** What others encrypt to. */
  public PatientPublicKey publicKey() {
    return publicKey;
  }

  @Override
  public void close() {
    secretKey.close();
  }

  @Override
  public String toString() {
    return "PatientKeyPair";
  }
}
