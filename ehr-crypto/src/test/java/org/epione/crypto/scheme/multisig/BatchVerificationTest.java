package org.epione.crypto.scheme.multisig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;

/** A team's finished chains, checked together. */
class BatchVerificationTest {

  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");
  private static final Pseudonym PATIENT = Pseudonym.of(new byte[] {100});

  private final CryptoSuite suite = Suites.blst("multisig-batch");
  private final SequentialMultisignature scheme = suite.multisignature();
  private final List<BlsSecretKey> keys =
      IntStream.range(0, 3).mapToObj(i -> suite.bls().generate()).toList();
  private final SigningOrder order =
      new SigningOrder(IntStream.range(0, 3).mapToObj(this::signer).toList());

  private SigningOrder.Signer signer(int i) {
    BlsSecretKey key = keys.get(i);
    return new SigningOrder.Signer(
        Pseudonym.of(new byte[] {(byte) i}),
        suite.bls().possessed(key.publicKey(), suite.bls().provePossession(key)).orElseThrow());
  }

  private record Chain(List<Statement> statements, BlsSignature aggregate) {
    Chain with(BlsSignature other) {
      return new Chain(statements, other);
    }
  }

  private Chain sign() {
    EpisodeId episode = EpisodeId.random(suite.random());
    List<Statement> statements = new ArrayList<>();
    Optional<Digest> previous = Optional.empty();
    Optional<BlsSignature> aggregate = Optional.empty();
    for (int i = 0; i < 3; i++) {
      Digest content = Digest.of(new byte[] {(byte) i});
      Statement statement =
          new Statement(episode, PATIENT, order.ids(), i + 1, TIME, content, previous);
      statements.add(statement);
      previous = Optional.of(statement.digest());
      aggregate = Optional.of(scheme.addSignature(keys.get(i), aggregate, statement));
    }
    return new Chain(statements, aggregate.orElseThrow());
  }

  private List<Chain> sign(int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> sign()).toList());
  }

  private PairingEquation equation(Chain chain) {
    return scheme.completeEquation(order, chain.statements(), chain.aggregate()).orElseThrow();
  }

  private List<Integer> failing(List<Chain> chains) {
    return suite.batch().failing(chains.stream().map(this::equation).toList());
  }

  private BlsSignature multiplied(BlsSignature signature, G1 by) {
    G1 element = signature.element().multiply(by);
    return suite.bls().decodeSignature(element.encode());
  }

  @Test
  void batch_shouldHold_whenEveryChainDoes() {
    assertThat(failing(sign(4))).isEmpty();
  }

  @Test
  void batch_shouldNameTheFault_atEachPosition() {
    for (int i = 0; i < 4; i++) {
      List<Chain> chains = sign(4);
      chains.set(i, chains.get(i).with(chains.get((i + 1) % 4).aggregate()));
      assertThat(failing(chains)).containsExactly(i);
    }
  }

  @Test
  void batch_shouldNameBoth_whenAnErrorIsMovedFromOneAggregateToAnother() {
    List<Chain> chains = sign(3);
    G1 error = BlstGroup.load().generatorG1();
    chains.set(0, chains.get(0).with(multiplied(chains.get(0).aggregate(), error)));
    chains.set(2, chains.get(2).with(multiplied(chains.get(2).aggregate(), error.inverse())));
    PairingEquation naive =
        new PairingEquation(
            chains.stream().flatMap(chain -> equation(chain).terms().stream()).toList());
    assertThat(naive.holdsIn(BlstGroup.load())).as("without coefficients").isTrue();
    assertThat(failing(chains)).containsExactly(0, 2);
  }

  @Test
  void batch_shouldNameBoth_whenTwoChainsExchangeTheirAggregates() {
    List<Chain> chains = sign(2);
    assertThat(
            failing(
                List.of(
                    chains.get(0).with(chains.get(1).aggregate()),
                    chains.get(1).with(chains.get(0).aggregate()))))
        .containsExactly(0, 1);
  }

  @Test
  void batch_shouldHold_whenAChainOccursTwice() {
    Chain chain = sign();
    assertThat(failing(List.of(chain, chain))).isEmpty();
  }

  @Test
  void completeEquation_shouldBeAbsent_whenTheFormIsWrong() {
    Chain chain = sign();
    List<Statement> all = chain.statements();
    for (List<Statement> bad :
        List.of(
            List.<Statement>of(),
            all.subList(0, 2),
            List.of(all.get(1), all.get(0), all.get(2)),
            List.of(all.get(0), all.get(1), sign().statements().get(2)))) {
      assertThat(scheme.completeEquation(order, bad, chain.aggregate())).isEmpty();
    }
  }
}
