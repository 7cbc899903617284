package org.epione.crypto.scheme.combined;

import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.FujisakiOkamoto;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.random.RandomSource;

/**
 * The attribute-based encryption of C-AB/IB-ES, ciphertext-policy: a value is encrypted to a policy
 * over attributes, and whoever has one key whose attributes satisfy it decrypts. Several holders do
 * not get further together than each alone. It is Waters' construction (ePrint 2008/290, section 3)
 * with a hash in place of a table of attributes, so the attributes are not fixed beforehand.
 *
 * <p>Secure against chosen ciphertexts ({@link FujisakiOkamoto}) in the random oracle model, for a
 * policy that the attacker names in advance (selective), under the decisional q-parallel bilinear
 * Diffie-Hellman exponent assumption in its form for asymmetric pairings, q growing with the
 * policy. An attribute may stand in a policy several times: each row has its own r_i, which is what
 * the parallel assumption pays for.
 *
 * <p>What it does not give: the policy stands in the ciphertext for all to read; the authority can
 * open everything; a key that was issued opens for ever; and who encrypted is not shown.
 *
 * <p>Cost for a policy of n rows, k of which decrypt: encryption 2n exponentiations in G1, n+1 in
 * G2, 1 in GT, and a hash for each attribute; decryption one product of k+2 pairings, 1
 * exponentiation each in G2 and GT, up to 2k in G1 if the policy has thresholds other than {@code
 * and} and {@code or}, and for each row that some holder can do without 2 in G1, 1 in G2 and a
 * hash. Sizes: {@link AttributeCiphertext}. Thread-safe.
 */
public final class AttributeBasedEncryption {

  private final PublicParameters parameters;
  private final FujisakiOkamoto transformation;

  /** Encrypts under {@code parameters}. */
  public AttributeBasedEncryption(PublicParameters parameters, RandomSource random) {
    this.parameters = parameters;
    this.transformation = new FujisakiOkamoto(random);
  }

  /** Reads a ciphertext, or throws {@link MalformedEncodingException}. */
  public AttributeCiphertext decodeCiphertext(byte[] encoded) {
    return AttributeCiphertext.decode(parameters.group(), encoded);
  }

  /**
   * Encrypts to whoever satisfies {@code policy}, now or later.
   *
   * @param associatedData what the ciphertext belongs to; needed again to decrypt
   */
  public AttributeCiphertext encrypt(AccessPolicy policy, byte[] associatedData, byte[] plaintext) {
    Payloads.requireFits(plaintext);
    AttributeKem kem = new AttributeKem(parameters, policy);
    return new AttributeCiphertext(
        policy, transformation.seal(kem, kem.recipient(), associatedData, plaintext));
  }

  /**
   * Decrypts.
   *
   * @throws DecryptionFailedException if the key does not satisfy the policy, or anything was
   *     changed
   */
  public byte[] decrypt(AttributeKey key, byte[] associatedData, AttributeCiphertext ciphertext) {
    AttributeKem kem = new AttributeKem(parameters, ciphertext.policy());
    return transformation.open(
        kem.decapsulate(key, ciphertext.sealed().header()),
        kem,
        kem.recipient(),
        associatedData,
        ciphertext.sealed());
  }
}
