package org.epione.crypto.scheme.pre;

import org.epione.crypto.signature.Bls;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;

/**
 * Signs and checks grants with the patient's signing key, never the key that decrypts: what the
 * system manager checks before it issues a re-encryption key. Whether a grant holds now is for the
 * caller to ask {@link Grant#isValidAt}. Thread-safe.
 */
public final class Grants {

  private final Bls bls;

  /** Signs with {@code bls}. */
  public Grants(Bls bls) {
    this.bls = bls;
  }

  /** The patient signs. */
  public BlsSignature sign(BlsSecretKey patient, Grant grant) {
    return bls.sign(patient, grant.encode());
  }

  /** Whether the patient signed exactly this grant. */
  public boolean verify(BlsPublicKey patient, Grant grant, BlsSignature signature) {
    return bls.verify(patient, grant.encode(), signature);
  }
}
