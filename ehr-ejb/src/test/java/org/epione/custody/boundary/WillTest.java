package org.epione.custody.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.CountedStretching;
import org.epione.custody.control.OpenPerson;
import org.epione.custody.control.OpenPersonKeys;
import org.epione.custody.control.PersonGate;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.testing.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One password opens the keys for one act, and nothing is open after it, however it ends. */
class WillTest {

  private static final AccountId DOCTOR = account(1);
  private static final AccountId MOTHER = account(2);
  private static final AccountId CHILD = account(3);
  private static final char[] PASSWORD = "correct horse battery".toCharArray();
  private static final char[] CODE = "ABCDEFGH12345678".toCharArray();
  private static final byte[] EPISODE = new byte[16];
  private static final byte[] MESSAGE =
      CanonicalWriter.of("epione.test", 1).text("message").toByteArray();

  private final List<OpenPersonKeys> opened = new ArrayList<>();
  private final List<AeadKey> personKeys = new ArrayList<>();

  /** Signing keys of the person besides the current one. */
  private final List<BlsPublicKey> earlier = new ArrayList<>();

  private Container container;
  private CountedStretching stretchings;
  private PersonKeys keys;
  private CryptoSuite crypto;

  @BeforeEach
  void start() {
    container = Container.start();
    stretchings = CountedStretching.in(container);
    container.with(PersonGate.class, new Remembering(container.bean(PersonGate.class)));
    container.restart();
    keys = container.bean(PersonKeys.class);
    crypto = container.bean(CryptoSuite.class);
    keys.create(DOCTOR, PASSWORD, EnumSet.of(KeyPurpose.SIGNING, KeyPurpose.RECEIVING));
    keys.create(MOTHER, PASSWORD, EnumSet.of(KeyPurpose.SIGNING, KeyPurpose.RECORD));
    keys.create(CHILD, CODE, EnumSet.of(KeyPurpose.SIGNING, KeyPurpose.RECORD));
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void act_shouldStretchThePasswordOnce_howeverMuchIsSigned() throws Exception {
    int times =
        stretchings.during(
            () -> {
              try (Will will = keys.will(MOTHER, PASSWORD)) {
                will.sign(MESSAGE);
                will.signAll(List.of(MESSAGE, MESSAGE));
                will.episodeKey(EPISODE);
                will.signForEpisode(EPISODE, MESSAGE);
                will.delegateSigned(List.of(grant()), each -> MESSAGE);
              }
            });

    assertThat(times).isEqualTo(1);
  }

  @Test
  void signatures_shouldBeInTheOrderOfTheMessages() throws WrongPasswordException {
    byte[] other = CanonicalWriter.of("epione.test", 1).text("other").toByteArray();
    RecordId second = RecordId.random(crypto.random());
    try (Will will = keys.will(MOTHER, PASSWORD)) {
      List<BlsSignature> own = will.signAll(List.of(MESSAGE, other));
      List<BlsSignature> ofEpisodes =
          will.signInEpisodes(
              List.of(
                  new EpisodeMessage(RecordId.of(EPISODE), ByteString.of(MESSAGE)),
                  new EpisodeMessage(second, ByteString.of(other))));

      assertThat(own).containsExactly(will.sign(MESSAGE), will.sign(other));
      assertThat(ofEpisodes)
          .containsExactly(
              will.signForEpisode(EPISODE, MESSAGE), will.signForEpisode(second.bytes(), other));
      assertThat(will.signAllForEpisode(EPISODE, List.of(MESSAGE, other)))
          .containsExactly(
              will.signForEpisode(EPISODE, MESSAGE), will.signForEpisode(EPISODE, other));
    }
  }

  @Test
  void operations_shouldBeRefused_onceItIsClosed() throws WrongPasswordException {
    Will will = keys.will(DOCTOR, PASSWORD);
    will.close();
    will.close();

    Stream.<ThrowingCallable>of(
            () -> will.sign(MESSAGE),
            () -> will.signAll(List.of()),
            () -> will.addTeamSignature(current(DOCTOR), Optional.empty(), statement()),
            will::newSigningKey,
            () -> will.episodeKey(EPISODE),
            () -> will.signForEpisode(EPISODE, MESSAGE),
            () -> will.signAllForEpisode(EPISODE, List.of()),
            () -> will.signInEpisodes(List.of()),
            () -> will.delegateSigned(List.of(), each -> MESSAGE),
            () -> keys.entrust(CHILD, CODE, will, end()))
        .forEach(
            operation ->
                assertThatThrownBy(operation)
                    .satisfies(
                        thrown ->
                            assertThat(thrown)
                                .isInstanceOfAny(
                                    IllegalStateException.class, jakarta.ejb.EJBException.class)));
    assertWiped(opened);
  }

  @Test
  void keys_shouldBeWiped_whenThePersonHasSeveral() throws WrongPasswordException {
    earlier.add(current(DOCTOR));
    earlier.add(newSigningKey());
    BlsPublicKey third = newSigningKey();
    keys.useSigningKey(DOCTOR, third);
    opened.clear();

    try (Will will = keys.will(DOCTOR, PASSWORD)) {
      will.sign(MESSAGE);
      assertThat(will.keys().signing(third)).isPresent();
      assertThat(earlier).allSatisfy(key -> assertThat(will.keys().signing(key)).isPresent());
    }

    assertThat(opened).hasSize(1);
    assertWiped(opened);
  }

  @Test
  void keys_shouldBeWiped_whenAnOperationFails() {
    assertThatThrownBy(
            () -> {
              try (Will will = keys.will(MOTHER, PASSWORD)) {
                will.delegateSigned(
                    List.of(grant()),
                    each -> {
                      throw new UnsupportedOperationException("nothing to sign");
                    });
              }
            })
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(opened).hasSize(1);
    assertWiped(opened);
  }

  @Test
  void operation_shouldBeRefused_whenThePersonHasNoSuchKey() {
    assertRefused(
        () -> {
          try (Will will = keys.will(DOCTOR, PASSWORD)) {
            will.delegateSigned(List.of(grant()), each -> MESSAGE);
          }
        });
    assertThat(opened).hasSize(1);
    assertWiped(opened);
  }

  /** Hers open the minor's, and no more; both are wiped. */
  @Test
  void guardian_shouldSignWithTheMinorsKeysAlone() throws WrongPasswordException {
    Acting acting = new Acting(CHILD, MOTHER);
    entrust();
    opened.clear();
    try (Will will = keys.will(acting, PASSWORD)) {
      assertThat(opened).as("the guardian's").hasSize(1);
      assertWiped(opened);
      opened.add(will.keys());
      assertThat(
              crypto
                  .bls()
                  .verify(
                      keys.publicKeys(CHILD).signing().orElseThrow(), MESSAGE, will.sign(MESSAGE)))
          .isTrue();
    }
    assertWiped(opened);
  }

  @Test
  void guardian_shouldOpenNothing_whenItIsOver() throws WrongPasswordException {
    entrust();
    container.clock().advance(Duration.ofDays(31));
    opened.clear();

    assertRefused(() -> keys.will(new Acting(CHILD, MOTHER), PASSWORD));
    assertRefused(() -> keys.will(new Acting(CHILD, DOCTOR), PASSWORD));

    assertThat(opened).hasSize(2);
    assertWiped(opened);
  }

  @Test
  void toString_shouldTellNoSecret() throws WrongPasswordException {
    try (Will will = keys.will(DOCTOR, PASSWORD)) {
      assertThat(will).hasToString("Will");
    }
  }

  private BlsPublicKey newSigningKey() {
    return container.transaction(
        () -> {
          try (Will will = keys.will(DOCTOR, PASSWORD)) {
            return will.newSigningKey().key();
          }
        });
  }

  private void entrust() throws WrongPasswordException {
    Instant end = end();
    container.inTransaction(
        () -> {
          try (Will mothers = keys.will(MOTHER, PASSWORD)) {
            keys.entrust(CHILD, CODE, mothers, end);
          }
        });
  }

  private Instant end() {
    return container.clock().instant().plus(Duration.ofDays(30));
  }

  private Grant grant() {
    Instant now = container.clock().instant();
    HpkePublicKey doctor = keys.publicKeys(DOCTOR).receiving().orElseThrow();
    return new Grant(
        Pseudonym.of(new byte[] {1}),
        Pseudonym.of(new byte[] {2}),
        doctor,
        List.of(RecordId.of(EPISODE)),
        "TREAT",
        now,
        now.plusSeconds(60),
        Nonce.random(crypto.random()));
  }

  private Statement statement() {
    Pseudonym id = Pseudonym.of(new byte[] {7});
    return new Statement(
        EpisodeId.of(EPISODE),
        Pseudonym.of(new byte[] {8}),
        List.of(id),
        1,
        container.clock().instant(),
        Digest.of(MESSAGE),
        Optional.empty());
  }

  /** Keys of every purpose, and of every one that signs. */
  private void assertWiped(List<OpenPersonKeys> keys) {
    assertThat(keys)
        .allSatisfy(
            each -> {
              List<ThrowingCallable> secrets = new ArrayList<>();
              each.signing().ifPresent(key -> secrets.add(key::export));
              earlier.stream()
                  .flatMap(key -> each.signing(key).stream())
                  .forEach(key -> secrets.add(key::export));
              each.receiving().ifPresent(pair -> secrets.add(pair.secretKey()::export));
              each.medicalRecord().ifPresent(pair -> secrets.add(pair.secretKey()::export));
              assertThat(secrets).hasSize(2 + earlier.size()).allSatisfy(WillTest::assertGone);
            });
    assertThat(personKeys).isNotEmpty().allSatisfy(key -> assertGone(key::export));
  }

  private static void assertGone(ThrowingCallable secret) {
    assertThatThrownBy(secret).isInstanceOf(IllegalStateException.class);
  }

  private BlsPublicKey current(AccountId account) {
    return keys.publicKeys(account).signing().orElseThrow();
  }

  private static void assertRefused(ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
  }

  private static AccountId account(int number) {
    return new AccountId(new UUID(0, number));
  }

  /** The product's, which keeps what it opens for acts of will. */
  private final class Remembering extends PersonGate {

    private final PersonGate own;

    Remembering(PersonGate own) {
      this.own = own;
    }

    @Override
    public OpenPerson open(AccountId account, char[] secret) throws WrongPasswordException {
      OpenPerson all = own.open(account, secret);
      opened.add(all.keys());
      personKeys.add(all.personKey());
      return all;
    }
  }
}
