package org.epione.crypto.scheme.warrant;

import org.epione.crypto.signature.Bls;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;

/**
 * Signs and checks warrants (TP-EHR): w = H1(wa)^{sk_p}, with the patient's signing key of the
 * episode, never the key that decrypts. Nobody else can make one, and none can be changed; whether
 * it holds now is for the caller to ask {@link Warrant#isValidAt}.
 *
 * <p>Guarantee and assumption are those of {@link Bls}. It does not show that the patient knew what
 * she signed, nor can a warrant be taken back before its end: that is for the chain. Cost: signing
 * 1 exponentiation in G1 and 1 hash, checking 1 hash and one product of 2 pairings; a signature has
 * 48 bytes. Thread-safe.
 */
public final class Warrants {

  private final Bls bls;

  /** Signs with {@code bls}. */
  public Warrants(Bls bls) {
    this.bls = bls;
  }

  /** The patient signs. */
  public BlsSignature sign(BlsSecretKey patient, Warrant warrant) {
    return bls.sign(patient, warrant.encode());
  }

  /** Whether the patient signed exactly this warrant. */
  public boolean verify(BlsPublicKey patient, Warrant warrant, BlsSignature signature) {
    return bls.verify(patient, warrant.encode(), signature);
  }
}
