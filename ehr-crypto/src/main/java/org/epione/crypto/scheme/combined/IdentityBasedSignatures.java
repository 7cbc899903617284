package org.epione.crypto.scheme.combined;

import java.util.List;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.random.RandomSource;

/**
 * The identity-based signatures of C-AB/IB-ES: verified with the public parameters and the signer's
 * pseudo-identity alone, no certificate. A signature is what Delegate derives for the message below
 * the identity: S0 = K0 g^(a(t' + tau)), S1 = K1 ĝ^t', S2 = ĝ^tau, S3 = K_id h_id(PID)^t'
 * h_msg(m)^tau.
 *
 * <p>Existentially unforgeable under chosen messages in the random oracle model, under the
 * computational Diffie-Hellman assumption for asymmetric pairings. Not strongly unforgeable:
 * whoever sees a signature can make others, equally valid, on the same message by the same signer,
 * and nobody can tell which came first. So a signature, or its digest, is never an identifier of
 * what was signed. The authority can sign as everyone: where the signer must be held to it, sign
 * with {@code Bls}.
 *
 * <p>Cost: signing 3 exponentiations in G1, 2 in G2, 1 hash; verifying one product of 3 pairings
 * and 2 hashes. Thread-safe.
 */
public final class IdentityBasedSignatures {

  private final PublicParameters parameters;
  private final RandomSource random;

  /** Signs under {@code parameters}. */
  public IdentityBasedSignatures(PublicParameters parameters, RandomSource random) {
    this.parameters = parameters;
    this.random = random;
  }

  /** Reads a signature, or throws {@link MalformedEncodingException}. */
  public IdentityBasedSignature decodeSignature(byte[] encoded) {
    return IdentityBasedSignature.decode(parameters.group(), encoded);
  }

  /**
   * Signs as the key's identity.
   *
   * @param message canonical encoding with a header of its own
   */
  public IdentityBasedSignature sign(IdentityKey key, byte[] message) {
    return new IdentityBasedSignature(
        SecondLevel.derive(parameters, key, parameters.hash(message), random));
  }

  /**
   * Whether {@code signer} signed {@code message}: e(S0, ĝ) e(S3, ĝ) = Z e(g^a h_id(PID), S1) e(g^a
   * h_msg(m), S2), the two on the left being one pairing.
   */
  public boolean verify(Pseudonym signer, byte[] message, IdentityBasedSignature signature) {
    SecondLevel s = signature.elements();
    G1 ofSigner = parameters.a().multiply(parameters.hash(signer));
    G1 ofMessage = parameters.a().multiply(parameters.hash(message));
    return parameters.isZ(
        List.of(
            new PairingTerm(s.k0().multiply(s.k3()), parameters.generator()),
            new PairingTerm(ofSigner.inverse(), s.k1()),
            new PairingTerm(ofMessage.inverse(), s.k2())));
  }
}
