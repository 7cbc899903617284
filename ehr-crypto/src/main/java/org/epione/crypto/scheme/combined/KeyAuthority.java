package org.epione.crypto.scheme.combined;

import java.util.Set;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretBytes;

/**
 * The key generation centre of C-AB/IB-ES (Wang and Song, "Secure cloud-based EHR system using
 * attribute-based cryptosystem and blockchain", Journal of Medical Systems 42:152 (2018)): Setup
 * and KeyGen. One master key issues keys for attributes, which open what is encrypted to a policy,
 * and keys for pseudo-identities, which open what is encrypted to them and sign.
 *
 * <p>Two things differ from the paper. It hashes attributes, identities and messages with one
 * function, so an attribute called like a person's identity would be that person's key; here each
 * has its own. And a of g^a is known to nobody (see {@link PublicParameters}).
 *
 * <p>What it does not give: the authority can open everything and sign as everyone; and a key that
 * was issued cannot be taken back, so validity belongs into the name of an attribute or pseudonym.
 *
 * <p>Cost: setup one pairing; an identity key 3 exponentiations in G1, 1 in G2 and one hash; a key
 * for n attributes 2+n in G1, 1 in G2 and n hashes. Thread-safe.
 */
public final class KeyAuthority {

  private final BilinearGroup group;
  private final RandomSource random;

  /** Works in {@code group}. */
  public KeyAuthority(BilinearGroup group, RandomSource random) {
    this.group = group;
    this.random = random;
  }

  /** Setup: a new random master key. */
  public MasterKey setup() {
    return new MasterKey(group, SecretScalar.random(random));
  }

  /**
   * Reads back {@link MasterKey#export}; keeps a copy.
   *
   * @throws MalformedEncodingException unless it is 32 bytes, below the group order and not zero
   */
  public MasterKey restore(SecretBytes master) {
    return new MasterKey(group, SecretScalar.restore(master));
  }

  /** Reads public parameters, or throws {@link MalformedEncodingException}. */
  public PublicParameters decodeParameters(byte[] encoded) {
    return PublicParameters.decode(group, encoded);
  }

  /** KeyGen for a pseudo-identity; two keys for one differ and serve alike. */
  public IdentityKey issue(MasterKey master, Pseudonym identity) {
    return IdentityKey.issue(master, identity, random);
  }

  /**
   * KeyGen for attributes, all of one holder: whatever the holder shall have at once is in one key.
   *
   * @throws IllegalArgumentException unless there are 1 to {@link AttributeKey#MAX_ATTRIBUTES}
   */
  public AttributeKey issue(MasterKey master, Set<Attribute> attributes) {
    return AttributeKey.issue(master, attributes, random);
  }
}
