package org.epione.benchmark;

import static org.epione.benchmark.Primitives.G1_POWER;
import static org.epione.benchmark.Primitives.G1_SHORT;
import static org.epione.benchmark.Primitives.G2_POWER;
import static org.epione.benchmark.Primitives.HASH_G1;
import static org.epione.benchmark.Primitives.product;
import static org.epione.benchmark.Primitives.shortPowersG1;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.scheme.multisig.SequentialMultisignature;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.transcript.Digest;

/** Signatures of people: the doctor team's chain, alone and in batches, and warrants. */
final class Signatures {

  private static final String TEAM = "multisignature";
  private static final String WARRANT = "warrant";
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final int SIGNERS = 5;
  private static final int CHAINS = 10;

  private final CryptoSuite suite;
  private final SequentialMultisignature team;

  Signatures(CryptoSuite suite) {
    this.suite = suite;
    team = suite.multisignature();
  }

  /** A finished chain. */
  private record Chain(
      SigningOrder order, List<Statement> statements, BlsSignature before, BlsSignature all) {}

  List<Algorithm> all() {
    List<BlsSecretKey> keys = keys();
    List<Chain> same = IntStream.range(0, CHAINS).mapToObj(i -> chain(keys)).toList();
    List<Chain> different = IntStream.range(0, CHAINS).mapToObj(i -> chain(keys())).toList();
    Chain chain = same.get(0);
    Statement last = chain.statements().get(SIGNERS - 1);
    BlsSecretKey lastKey = keys.get(SIGNERS - 1);
    List<Algorithm> all = new ArrayList<>();
    all.add(
        algorithm(
                "sign, fifth of five",
                () -> team.addSignature(lastKey, Optional.of(chain.before()), last))
            .with(1, HASH_G1)
            .with(1, G1_POWER));
    all.add(
        algorithm("verify, five signers", () -> verify(chain))
            .with(SIGNERS, HASH_G1)
            .with(1, product(SIGNERS + 1)));
    all.add(
        algorithm(
                "ten chains of one team, one by one",
                () -> same.stream().filter(this::verify).count())
            .with(CHAINS * SIGNERS, HASH_G1)
            .with(CHAINS, product(SIGNERS + 1)));
    all.add(
        algorithm("ten chains of one team, together", () -> together(same))
            .with(CHAINS * SIGNERS, HASH_G1)
            .with(SIGNERS + 1, shortPowersG1(CHAINS))
            .with(1, product(SIGNERS + 1)));
    all.add(
        algorithm(
                "ten chains of ten teams, one by one",
                () -> different.stream().filter(this::verify).count())
            .with(CHAINS * SIGNERS, HASH_G1)
            .with(CHAINS, product(SIGNERS + 1)));
    all.add(
        algorithm("ten chains of ten teams, together", () -> together(different))
            .with(CHAINS * SIGNERS, HASH_G1)
            .with(CHAINS * SIGNERS, G1_SHORT)
            .with(1, shortPowersG1(CHAINS))
            .with(1, product(CHAINS * SIGNERS + 1)));
    warrants(all);
    return all;
  }

  private void warrants(List<Algorithm> all) {
    BlsSecretKey key = suite.bls().generate();
    Warrant warrant =
        new Warrant(
            EpisodeId.random(suite.random()),
            Pseudonym.of(new byte[] {1}),
            Pseudonym.of(new byte[] {2}),
            1,
            NOW,
            NOW.plus(Duration.ofDays(1)),
            "treatment",
            Nonce.random(suite.random()));
    BlsSignature signature = suite.warrants().sign(key, warrant);
    all.add(Algorithm.of(WARRANT, "key pair", suite.bls()::generate).with(1, G2_POWER));
    all.add(
        Algorithm.of(WARRANT, "sign", () -> suite.warrants().sign(key, warrant))
            .with(1, HASH_G1)
            .with(1, G1_POWER));
    all.add(
        Algorithm.of(
                WARRANT,
                "verify",
                () -> suite.warrants().verify(key.publicKey(), warrant, signature))
            .with(1, HASH_G1)
            .with(1, product(2)));
  }

  private static Algorithm algorithm(String name, Supplier<?> body) {
    return Algorithm.of(TEAM, name, body);
  }

  private boolean verify(Chain chain) {
    return switch (team.verifyComplete(chain.order(), chain.statements(), chain.all())) {
      case VALID -> true;
      default -> throw new IllegalStateException("a valid chain is refused");
    };
  }

  private List<Integer> together(List<Chain> chains) {
    List<PairingEquation> equations =
        chains.stream()
            .map(each -> team.completeEquation(each.order(), each.statements(), each.all()))
            .flatMap(Optional::stream)
            .toList();
    return suite.batch().failing(equations);
  }

  private List<BlsSecretKey> keys() {
    return IntStream.range(0, SIGNERS).mapToObj(i -> suite.bls().generate()).toList();
  }

  private Chain chain(List<BlsSecretKey> keys) {
    EpisodeId episode = EpisodeId.random(suite.random());
    SigningOrder order =
        new SigningOrder(
            IntStream.range(0, SIGNERS).mapToObj(i -> signer(i, keys.get(i))).toList());
    List<Statement> statements = new ArrayList<>();
    List<BlsSignature> aggregates = new ArrayList<>();
    for (int i = 0; i < SIGNERS; i++) {
      Optional<Statement> before = i == 0 ? Optional.empty() : Optional.of(statements.get(i - 1));
      Statement statement =
          new Statement(
              episode,
              Pseudonym.of(new byte[] {1}),
              order.ids(),
              i + 1,
              NOW,
              Digest.of(new byte[] {(byte) i}),
              before.map(Statement::digest));
      Optional<BlsSignature> aggregate =
          i == 0 ? Optional.empty() : Optional.of(aggregates.get(i - 1));
      statements.add(statement);
      aggregates.add(team.addSignature(keys.get(i), aggregate, statement));
    }
    return new Chain(order, statements, aggregates.get(SIGNERS - 2), aggregates.get(SIGNERS - 1));
  }

  private SigningOrder.Signer signer(int i, BlsSecretKey key) {
    return new SigningOrder.Signer(
        Pseudonym.of(new byte[] {(byte) (i + 10)}),
        suite.bls().possessed(key.publicKey(), suite.bls().provePossession(key)).orElseThrow());
  }
}
