package org.epione.crypto.scheme.abs;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.policy.AccessPolicy;

/**
 * Proof that somebody whose attributes satisfy a policy signed. Well formed when it exists; whether
 * it is valid, {@link AttributeBasedSignatures#verify} tells. Immutable; compared by content.
 *
 * <p>Encoded: 74 + 256 n bytes for a policy that names n attributes, counted with repetitions, so
 * that the length is that of any other signature for the policy.
 */
public final class AttributeBasedSignature {

  private static final String TAG = "epione.abs.signature";

  private final G1 commitment;
  private final List<RowProof> rows;

  AttributeBasedSignature(G1 commitment, List<RowProof> rows) {
    this.commitment = commitment;
    this.rows = List.copyOf(rows);
  }

  static AttributeBasedSignature decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new AttributeBasedSignature(
                group.decodeG1(in.fixed(G1.LENGTH)),
                in.list(AccessPolicy.MAX_LEAVES, item -> RowProof.read(group, item))));
  }

  /** The encoding; {@link AttributeBasedSignatures#decodeSignature} reads it back. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(commitment.encode(), G1.LENGTH)
        .list(rows, (out, row) -> row.write(out))
        .toByteArray();
  }

  /** T = h1^tau h3^rho. */
  G1 commitment() {
    return commitment;
  }

  List<RowProof> rows() {
    return rows;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttributeBasedSignature that
        && ByteString.of(encode()).equals(ByteString.of(that.encode()));
  }

  @Override
  public int hashCode() {
    return commitment.hashCode();
  }

  @Override
  public String toString() {
    return "AttributeBasedSignature";
  }
}
