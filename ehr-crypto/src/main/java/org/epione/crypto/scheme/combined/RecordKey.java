package org.epione.crypto.scheme.combined;

import java.util.Arrays;
import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.secret.SecretReference;

/**
 * What opens one record (PID, EID) and nothing else; derived by the holder of the identity key.
 * Neither that key nor the key of another record can be found from it. Two keys of one record
 * differ and cannot be linked. Secret; let go of when closed. Thread-safe.
 *
 * <p>Exported ({@code epione.combined.record-key}, 1): {@code bytes} PID, {@code fixed 16} EID,
 * {@code G1} K0', {@code G2} K1', {@code G2} K2', {@code G1} K_id'; 336 bytes and the PID.
 */
public final class RecordKey implements AutoCloseable {

  private static final String TAG = "epione.combined.record-key";

  private final Pseudonym identity;
  private final RecordId record;
  private final SecretReference<SecondLevel> elements;

  RecordKey(Pseudonym identity, RecordId record, SecondLevel elements) {
    this.identity = identity;
    this.record = record;
    this.elements = SecretReference.of(elements);
  }

  static RecordKey decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new RecordKey(
                Pseudonym.of(in.bytes(Pseudonym.MAX_LENGTH)),
                RecordId.of(in.fixed(RecordId.LENGTH)),
                SecondLevel.read(group, in)));
  }

  /** PID: whose record it opens. */
  public Pseudonym identity() {
    return identity;
  }

  /** EID: which record it opens. */
  public RecordId record() {
    return record;
  }

  /** A copy for whoever stores it wrapped; {@link HolderKeys#restoreRecordKey} reads it back. */
  public SecretBytes export() {
    CanonicalWriter out =
        CanonicalWriter.of(TAG, 1).bytes(identity.bytes()).fixed(record.bytes(), RecordId.LENGTH);
    byte[] encoded = elements.get().write(out).toByteArray();
    try {
      return SecretBytes.of(encoded);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  SecondLevel elements() {
    return elements.get();
  }

  /**
   * e(K0', ĝ) = Z e(g^a, K1' K2') and e(K_id', ĝ) = e(h_id(PID), K1') e(h_rec(EID), K2'), as one:
   * the second raised to a random rho and multiplied with the first.
   */
  boolean isDerivedUnder(PublicParameters parameters, RandomSource random) {
    SecondLevel key = elements.get();
    Scalar rho = Scalar.randomShort(random);
    G1 forIdentity = parameters.a().multiply(parameters.hash(identity).power(rho));
    G1 forRecord = parameters.a().multiply(parameters.hash(record).power(rho));
    return parameters.isZ(
        List.of(
            new PairingTerm(key.k0().multiply(key.k3().power(rho)), parameters.generator()),
            new PairingTerm(forIdentity.inverse(), key.k1()),
            new PairingTerm(forRecord.inverse(), key.k2())));
  }

  @Override
  public void close() {
    elements.close();
  }

  @Override
  public String toString() {
    return "RecordKey";
  }
}
