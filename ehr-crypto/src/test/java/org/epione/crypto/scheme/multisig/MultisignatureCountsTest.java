package org.epione.crypto.scheme.multisig;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epione.crypto.counting.Algorithm;
import org.epione.crypto.counting.OperationCountContract;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.signature.Bls;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.transcript.Digest;

class MultisignatureCountsTest extends OperationCountContract {

  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");

  @Override
  protected String section() {
    return "Sequential multisignature";
  }

  @Override
  protected List<Algorithm> algorithms() {
    return Stream.of(1, 2, 8).flatMap(this::withSigners).toList();
  }

  private Stream<Algorithm> withSigners(int n) {
    SequentialMultisignature scheme = suite().multisignature();
    List<BlsSecretKey> keys = Stream.generate(() -> suite().bls().generate()).limit(n).toList();
    SigningOrder order = order(keys);
    List<Statement> statements = new ArrayList<>();
    Optional<BlsSignature> before = Optional.empty();
    Optional<BlsSignature> aggregate = Optional.empty();
    for (BlsSecretKey key : keys) {
      statements.add(next(order, statements));
      before = aggregate;
      aggregate =
          Optional.of(scheme.addSignature(key, aggregate, statements.get(statements.size() - 1)));
    }
    Optional<BlsSignature> beforeLast = before;
    BlsSignature complete = aggregate.orElseThrow();
    Map<String, Integer> sizes = Map.of("n", n);
    return Stream.of(
        new Algorithm(
            "addSignature",
            sizes,
            () -> scheme.addSignature(keys.get(n - 1), beforeLast, statements.get(n - 1))),
        new Algorithm("verify", sizes, () -> scheme.verify(order, statements, complete)));
  }

  private SigningOrder order(List<BlsSecretKey> keys) {
    Bls bls = suite().bls();
    return new SigningOrder(
        IntStream.range(0, keys.size())
            .mapToObj(
                i ->
                    new SigningOrder.Signer(
                        pseudonym("doctor " + i),
                        bls.possessed(keys.get(i).publicKey(), bls.provePossession(keys.get(i)))
                            .orElseThrow()))
            .toList());
  }

  private static Statement next(SigningOrder order, List<Statement> before) {
    int position = before.size() + 1;
    return new Statement(
        EpisodeId.of(new byte[EpisodeId.LENGTH]),
        pseudonym("patient"),
        order.ids(),
        position,
        TIME,
        Digest.of(new byte[0]),
        before.isEmpty() ? Optional.empty() : Optional.of(before.get(position - 2).digest()));
  }

  private static Pseudonym pseudonym(String text) {
    return Pseudonym.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
