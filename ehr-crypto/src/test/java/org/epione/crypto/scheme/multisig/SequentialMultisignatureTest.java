package org.epione.crypto.scheme.multisig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.signature.Bls;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequentialMultisignatureTest {

  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  private static final Pseudonym PATIENT = Pseudonym.of(new byte[] {100});

  private final CryptoSuite suite = Suites.blst("multisig");
  private final Bls bls = suite.bls();
  private final SequentialMultisignature scheme = suite.multisignature();
  private final EpisodeId episode = EpisodeId.random(suite.random());
  private final List<BlsSecretKey> keys = new ArrayList<>();
  private final List<SigningOrder.Signer> signers = new ArrayList<>();

  SequentialMultisignatureTest() {
    for (int i = 0; i < 8; i++) {
      BlsSecretKey key = bls.generate();
      keys.add(key);
      signers.add(signer(i, key));
    }
  }

  private SigningOrder.Signer signer(int id, BlsSecretKey key) {
    return new SigningOrder.Signer(
        Pseudonym.of(new byte[] {(byte) id}),
        bls.possessed(key.publicKey(), bls.provePossession(key)).orElseThrow());
  }

  private SigningOrder order(int count) {
    return new SigningOrder(signers.subList(0, count));
  }

  private record Chain(List<Statement> statements, BlsSignature aggregate) {}

  private Statement next(SigningOrder order, List<Statement> before, Instant time) {
    int position = before.size() + 1;
    return new Statement(
        episode,
        PATIENT,
        order.ids(),
        position,
        time,
        Digest.of(new byte[] {(byte) position}),
        before.isEmpty() ? Optional.empty() : Optional.of(before.get(position - 2).digest()));
  }

  private Chain sign(SigningOrder order, int count) {
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      statements.add(next(order, statements, START.plus(Duration.ofMinutes(i))));
    }
    return new Chain(statements, signAll(statements, keys));
  }

  private BlsSignature signAll(List<Statement> statements, List<BlsSecretKey> by) {
    Optional<BlsSignature> aggregate = Optional.empty();
    for (int i = 0; i < statements.size(); i++) {
      aggregate = Optional.of(scheme.addSignature(by.get(i), aggregate, statements.get(i)));
    }
    return aggregate.orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void verifyComplete_shouldBeValid_whenEveryoneSignsInOrder(int count) {
    Chain chain = sign(order(count), count);
    assertThat(scheme.verifyComplete(order(count), chain.statements(), chain.aggregate()))
        .isEqualTo(VerificationResult.VALID);
    assertThat(chain.aggregate().encode()).hasSize(48);
  }

  @Test
  void verify_shouldBeValid_whenChainStillGrows() {
    Chain chain = sign(order(3), 2);
    assertThat(scheme.verify(order(3), chain.statements(), chain.aggregate()))
        .isEqualTo(VerificationResult.VALID);
  }

  /** Signer 1 is left out after signer 0 signed: signer 2 goes on at her place. */
  @Test
  void verifyComplete_shouldBeValid_whenTheOrderChangedBetween() {
    SigningOrder first = order(3);
    SigningOrder second = changed(START.plusSeconds(30));
    Statement one = next(first, List.of(), START);
    Statement two = next(second, List.of(one), START.plusSeconds(60));
    BlsSignature aggregate = signAll(List.of(one, two), List.of(keys.get(0), keys.get(2)));
    assertThat(scheme.verifyComplete(second, List.of(one, two), aggregate))
        .isEqualTo(VerificationResult.VALID);
  }

  @Test
  void verify_shouldFindIt_whenAStatementHoldsTheOrderOfAnotherTime() {
    SigningOrder first = order(3);
    SigningOrder second = changed(START.plusSeconds(30));
    Statement one = next(first, List.of(), START);
    Statement early = next(second, List.of(one), START.plusSeconds(29));
    Statement late = next(first, List.of(one), START.plusSeconds(30));
    Statement leftOut = next(first, List.of(one), START.plusSeconds(29));
    for (Statement two : List.of(early, late, leftOut)) {
      BlsSignature aggregate =
          signAll(List.of(one, two), List.of(keys.get(0), keys.get(two == early ? 2 : 1)));
      assertThat(scheme.verify(second, List.of(one, two), aggregate))
          .isEqualTo(VerificationResult.WRONG_ORDER);
    }
  }

  private SigningOrder changed(Instant when) {
    return new SigningOrder(
        List.of(signers.get(0), signers.get(2)),
        List.of(new SigningOrder.Former(order(3).ids(), when)));
  }

  @Test
  void verify_shouldAgree_whenCheckedOnTheOtherBackend() {
    Chain chain = sign(order(2), 2);
    CryptoSuite other =
        CryptoSuite.create(new DeterministicRandomSource("other"), new BouncyCastleGroup());
    List<SigningOrder.Signer> same = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      BlsSecretKey key = other.bls().restore(keys.get(i).export());
      same.add(
          new SigningOrder.Signer(
              signers.get(i).id(),
              other
                  .bls()
                  .possessed(key.publicKey(), other.bls().provePossession(key))
                  .orElseThrow()));
    }
    assertThat(
            other
                .multisignature()
                .verifyComplete(
                    new SigningOrder(same),
                    chain.statements(),
                    other.bls().decodeSignature(chain.aggregate().encode())))
        .isEqualTo(VerificationResult.VALID);
  }

  @Test
  void verifyComplete_shouldBeIncomplete_whenTheLastSignerIsCutOff() {
    Chain chain = sign(order(3), 2);
    assertThat(scheme.verifyComplete(order(3), chain.statements(), chain.aggregate()))
        .isEqualTo(VerificationResult.INCOMPLETE);
    assertThat(scheme.verify(order(3), List.of(), chain.aggregate()))
        .isEqualTo(VerificationResult.INCOMPLETE);
  }

  @Test
  void verify_shouldFindIt_whenTheFirstOrAMiddleStatementIsLeftOut() {
    Chain chain = sign(order(3), 3);
    for (int missing = 0; missing < 2; missing++) {
      List<Statement> rest = new ArrayList<>(chain.statements());
      rest.remove(missing);
      assertThat(scheme.verify(order(3), rest, chain.aggregate()))
          .isEqualTo(VerificationResult.WRONG_POSITION);
    }
  }

  @Test
  void verify_shouldFindIt_whenTwoStatementsAreSwapped() {
    Chain chain = sign(order(3), 3);
    List<Statement> swapped = new ArrayList<>(chain.statements());
    Collections.swap(swapped, 1, 2);
    assertThat(scheme.verify(order(3), swapped, chain.aggregate()))
        .isEqualTo(VerificationResult.WRONG_POSITION);
  }

  @Test
  void verify_shouldFindIt_whenTheOrderIsAnotherThanAgreed() {
    Chain chain = sign(order(3), 3);
    List<SigningOrder.Signer> reordered = new ArrayList<>(signers.subList(0, 3));
    Collections.swap(reordered, 0, 1);
    assertThat(scheme.verify(new SigningOrder(reordered), chain.statements(), chain.aggregate()))
        .isEqualTo(VerificationResult.WRONG_ORDER);
    assertThat(scheme.verify(order(4), chain.statements(), chain.aggregate()))
        .isEqualTo(VerificationResult.WRONG_ORDER);
  }

  @Test
  void verify_shouldFindIt_whenAnUnnamedDoctorAddsAStatement() {
    Chain chain = sign(order(2), 2);
    List<Statement> longer = new ArrayList<>(chain.statements());
    Statement third = next(order(3), chain.statements(), START.plusSeconds(600));
    longer.add(third);
    BlsSignature aggregate =
        scheme.addSignature(keys.get(2), Optional.of(chain.aggregate()), third);
    assertThat(scheme.verify(order(2), longer, aggregate))
        .isEqualTo(VerificationResult.WRONG_ORDER);
    assertThat(scheme.verify(order(3), longer, aggregate))
        .isEqualTo(VerificationResult.WRONG_ORDER);
  }

  @Test
  void verify_shouldFindIt_whenAStrangerAddsASignatureToTheAggregate() {
    Chain chain = sign(order(2), 2);
    BlsSignature more =
        bls.addTo(chain.aggregate(), keys.get(5), chain.statements().get(1).encode());
    assertThat(scheme.verify(order(2), chain.statements(), more))
        .isEqualTo(VerificationResult.BAD_SIGNATURE);
  }

  @Test
  void verify_shouldFindIt_whenASignerWasReplaced() {
    SigningOrder order = order(3);
    Chain chain = sign(order, 3);
    List<BlsSecretKey> wrong = new ArrayList<>(keys);
    wrong.set(1, keys.get(6));
    assertThat(scheme.verify(order, chain.statements(), signAll(chain.statements(), wrong)))
        .isEqualTo(VerificationResult.BAD_SIGNATURE);
  }

  @Test
  void verify_shouldFindIt_whenTwoDoctorsSignEachOthersStatement() {
    Chain chain = sign(order(2), 2);
    List<BlsSecretKey> swapped = new ArrayList<>(keys);
    Collections.swap(swapped, 0, 1);
    assertThat(scheme.verify(order(2), chain.statements(), signAll(chain.statements(), swapped)))
        .isEqualTo(VerificationResult.BAD_SIGNATURE);
  }

  @Test
  void verify_shouldFindIt_whenASignatureIsMissingFromTheAggregate() {
    Chain chain = sign(order(3), 3);
    BlsSignature withoutLast = signAll(chain.statements().subList(0, 2), keys);
    assertThat(scheme.verify(order(3), chain.statements(), withoutLast))
        .isEqualTo(VerificationResult.BAD_SIGNATURE);
  }

  @Test
  void verify_shouldFindIt_whenADiagnosisIsChangedAndTheLinksAreMended() {
    SigningOrder order = order(3);
    Chain chain = sign(order, 3);
    List<Statement> forged = new ArrayList<>();
    forged.add(changed(chain.statements().get(0), Digest.of(new byte[] {99}), Optional.empty()));
    for (int i = 1; i < 3; i++) {
      Statement original = chain.statements().get(i);
      forged.add(changed(original, original.content(), Optional.of(forged.get(i - 1).digest())));
    }
    assertThat(scheme.verify(order, forged, chain.aggregate()))
        .isEqualTo(VerificationResult.BAD_SIGNATURE);
    List<Statement> unmended = new ArrayList<>(chain.statements());
    unmended.set(0, forged.get(0));
    assertThat(scheme.verify(order, unmended, chain.aggregate()))
        .isEqualTo(VerificationResult.BROKEN_LINK);
  }

  private static Statement changed(Statement of, Digest content, Optional<Digest> previous) {
    return new Statement(
        of.episode(), of.patient(), of.signers(), of.position(), of.time(), content, previous);
  }

  @Test
  void verify_shouldFindIt_whenTheWholeChainIsReplayedInAnotherEpisodeOrForAnotherPatient() {
    SigningOrder order = order(2);
    Chain chain = sign(order, 2);
    List<Statement> moved =
        chain.statements().stream()
            .map(
                s ->
                    new Statement(
                        EpisodeId.of(new byte[16]),
                        s.patient(),
                        s.signers(),
                        s.position(),
                        s.time(),
                        s.content(),
                        s.previous()))
            .toList();
    assertThat(scheme.verify(order, moved.subList(0, 1), chain.aggregate()))
        .isEqualTo(VerificationResult.BAD_SIGNATURE);
    assertThat(
            scheme.verify(
                order, List.of(chain.statements().get(0), moved.get(1)), chain.aggregate()))
        .isEqualTo(VerificationResult.WRONG_EPISODE);
    Statement second = chain.statements().get(1);
    Statement otherPatient =
        new Statement(
            second.episode(),
            Pseudonym.of(new byte[] {101}),
            second.signers(),
            2,
            second.time(),
            second.content(),
            second.previous());
    assertThat(
            scheme.verify(
                order, List.of(chain.statements().get(0), otherPatient), chain.aggregate()))
        .isEqualTo(VerificationResult.WRONG_PATIENT);
  }

  @Test
  void verify_shouldFindIt_whenAStatementIsOlderThanTheOneBefore() {
    SigningOrder order = order(2);
    List<Statement> statements = new ArrayList<>();
    statements.add(next(order, statements, START));
    statements.add(next(order, statements, START.minusMillis(1)));
    assertThat(scheme.verify(order, statements, signAll(statements, keys)))
        .isEqualTo(VerificationResult.STALE_TIME);
  }

  @Test
  void verify_shouldFindItOrDecodingRefuse_whenAnyByteOfAStatementIsChanged() {
    SigningOrder order = order(2);
    Chain chain = sign(order, 2);
    for (int i = 0; i < 2; i++) {
      int index = i;
      Tampering.everyByte(chain.statements().get(i).encode())
          .forEach(bytes -> assertThat(accepts(order, chain, index, bytes)).isFalse());
    }
  }

  private boolean accepts(SigningOrder order, Chain chain, int index, byte[] encoded) {
    try {
      List<Statement> statements = new ArrayList<>(chain.statements());
      statements.set(index, Statement.decode(encoded));
      return scheme.verify(order, statements, chain.aggregate()) == VerificationResult.VALID;
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  @Test
  void verify_shouldFindItOrDecodingRefuse_whenAnyByteOfTheAggregateIsChanged() {
    SigningOrder order = order(2);
    Chain chain = sign(order, 2);
    Tampering.everyByte(chain.aggregate().encode())
        .forEach(
            bytes -> {
              VerificationResult result;
              try {
                result = scheme.verify(order, chain.statements(), bls.decodeSignature(bytes));
              } catch (MalformedEncodingException e) {
                result = VerificationResult.BAD_SIGNATURE;
              }
              assertThat(result).isEqualTo(VerificationResult.BAD_SIGNATURE);
            });
  }

  @Test
  void addSignature_shouldRefuse_whenAggregateIsMissingOrTooMany() {
    Chain chain = sign(order(2), 2);
    assertThatThrownBy(
            () -> scheme.addSignature(keys.get(1), Optional.empty(), chain.statements().get(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                scheme.addSignature(
                    keys.get(0), Optional.of(chain.aggregate()), chain.statements().get(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void order_shouldBeRefused_whenEmptyTooLongOrSomebodyIsNamedTwice() {
    SigningOrder.Signer one = signers.get(0);
    SigningOrder.Signer sameKey = new SigningOrder.Signer(signers.get(1).id(), one.key());
    SigningOrder.Signer sameId = new SigningOrder.Signer(one.id(), signers.get(1).key());
    List<SigningOrder.Signer> nine = new ArrayList<>(signers);
    nine.add(signer(8, bls.generate()));
    for (List<SigningOrder.Signer> bad :
        List.of(
            List.<SigningOrder.Signer>of(), nine, List.of(one, sameKey), List.of(one, sameId))) {
      assertThatThrownBy(() -> new SigningOrder(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
