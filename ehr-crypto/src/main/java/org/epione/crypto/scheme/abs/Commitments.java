package org.epione.crypto.scheme.abs;

import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.transcript.DomainTag;

/**
 * All first messages of the proof, from which the challenge is made.
 *
 * @param commitment T = h1^tau h3^rho
 * @param rows in the order of the span program
 */
record Commitments(G1 commitment, List<RowCommitment> rows) {

  /** Those that fit the responses in a signature. */
  static Commitments of(
      Generators generators, List<Attribute> labels, AttributeBasedSignature signature) {
    G1 commitment = signature.commitment();
    return new Commitments(
        commitment,
        IntStream.range(0, labels.size())
            .mapToObj(
                i -> generators.commitment(labels.get(i), commitment, signature.rows().get(i)))
            .toList());
  }

  /** Those of a signer, in the same time for all nonces. */
  static Commitments ofNonces(
      Generators generators, List<Attribute> labels, G1 commitment, List<RowProof> nonces) {
    return new Commitments(
        commitment,
        IntStream.range(0, labels.size())
            .mapToObj(i -> generators.secretCommitment(labels.get(i), commitment, nonces.get(i)))
            .toList());
  }

  /** The hash of the statement, the message and the first messages, in this order. */
  Scalar challenge(IssuerPublicKey issuer, AccessPolicy policy, byte[] message) {
    byte[] input =
        CanonicalWriter.of("epione.abs.challenge", 1)
            .fixed(issuer.encode(), IssuerPublicKey.LENGTH)
            .bytes(policy.encode())
            .bytes(message)
            .fixed(commitment.encode(), G1.LENGTH)
            .list(rows, (out, row) -> row.write(out))
            .toByteArray();
    return Scalar.hash(DomainTag.ABS_CHALLENGE, input);
  }
}
