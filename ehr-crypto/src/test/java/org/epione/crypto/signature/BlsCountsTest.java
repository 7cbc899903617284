package org.epione.crypto.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.counting.Algorithm;
import org.epione.crypto.counting.OperationCountContract;

class BlsCountsTest extends OperationCountContract {

  private static final byte[] MESSAGE = CanonicalWriter.of("epione.test", 1).toByteArray();

  @Override
  protected String section() {
    return "BLS signatures";
  }

  @Override
  protected List<Algorithm> algorithms() {
    Bls bls = suite().bls();
    BlsSecretKey key = bls.generate();
    BlsSignature signature = bls.sign(key, MESSAGE);
    ProofOfPossession proof = bls.provePossession(key);
    return List.of(
        Algorithm.of("generate", bls::generate),
        Algorithm.of("derive", () -> bls.derive(key, MESSAGE)),
        Algorithm.of("sign", () -> bls.sign(key, MESSAGE)),
        Algorithm.of("verify", () -> bls.verify(key.publicKey(), MESSAGE, signature)),
        Algorithm.of("provePossession", () -> bls.provePossession(key)),
        Algorithm.of("verifyPossession", () -> bls.verifyPossession(key.publicKey(), proof)),
        aggregate(2),
        aggregate(5));
  }

  private Algorithm aggregate(int n) {
    Bls bls = suite().bls();
    List<PossessedKey> keys = new ArrayList<>();
    BlsSecretKey key = bls.generate();
    BlsSignature aggregate = bls.sign(key, MESSAGE);
    keys.add(new PossessedKey(key.publicKey()));
    for (int i = 1; i < n; i++) {
      BlsSecretKey next = bls.generate();
      aggregate = bls.addTo(aggregate, next, MESSAGE);
      keys.add(new PossessedKey(next.publicKey()));
    }
    BlsSignature complete = aggregate;
    List<byte[]> messages = keys.stream().map(each -> MESSAGE).toList();
    return new Algorithm(
        "verifyAggregate", Map.of("n", n), () -> bls.verifyAggregate(keys, messages, complete));
  }
}
