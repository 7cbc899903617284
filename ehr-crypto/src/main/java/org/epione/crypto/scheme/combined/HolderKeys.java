package org.epione.crypto.scheme.combined;

import java.util.Arrays;
import java.util.function.Function;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/**
 * What holders do with their keys: receive them from the authority, keep them, and derive the key
 * of one record. Whatever is read is checked against the public parameters by the pairing equations
 * that define a key, so a wrong or changed key is refused on receipt and not at the first use.
 *
 * <p>Cost: a check is one product of 2 pairings (3 for a record's key), whatever the number of
 * attributes; it is wrong with probability 2^-128. Thread-safe.
 */
public final class HolderKeys {

  private final PublicParameters parameters;
  private final RandomSource random;

  /** For keys under {@code parameters}. */
  public HolderKeys(PublicParameters parameters, RandomSource random) {
    this.parameters = parameters;
    this.random = random;
  }

  /**
   * Reads a key for attributes.
   *
   * @throws MalformedEncodingException if it is none, or not issued under these parameters for the
   *     attributes that it names
   */
  public AttributeKey restoreAttributeKey(SecretBytes exported) {
    AttributeKey key = read(exported, encoded -> AttributeKey.decode(parameters.group(), encoded));
    require(key.isIssuedUnder(parameters, random));
    return key;
  }

  /**
   * Reads an identity key.
   *
   * @throws MalformedEncodingException if it is none, or not issued under these parameters for the
   *     identity that it names
   */
  public IdentityKey restoreIdentityKey(SecretBytes exported) {
    IdentityKey key = read(exported, encoded -> IdentityKey.decode(parameters, encoded));
    require(key.isIssuedUnder(parameters, random));
    return key;
  }

  /**
   * Reads a record's key.
   *
   * @throws MalformedEncodingException if it is none, or not derived under these parameters for the
   *     identity and record that it names
   */
  public RecordKey restoreRecordKey(SecretBytes exported) {
    RecordKey key = read(exported, encoded -> RecordKey.decode(parameters.group(), encoded));
    require(key.isDerivedUnder(parameters, random));
    return key;
  }

  /** Delegate: the key of (PID, EID) from that of PID. 3 exponentiations in G1, 2 in G2, a hash. */
  public RecordKey derive(IdentityKey key, RecordId record) {
    return new RecordKey(
        key.identity(),
        record,
        SecondLevel.derive(parameters, key, parameters.hash(record), random));
  }

  private static <K> K read(SecretBytes exported, Function<byte[], K> decoder) {
    byte[] encoded = exported.reveal(SecretAccess.token());
    try {
      return decoder.apply(encoded);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  private static void require(boolean valid) {
    if (!valid) {
      throw new MalformedEncodingException("not a key under these public parameters");
    }
  }
}
