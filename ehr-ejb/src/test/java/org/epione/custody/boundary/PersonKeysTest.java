package org.epione.custody.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.keyring.WrappedKey;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.multisig.VerificationResult;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.scheme.pre.ReEncryptedRecord;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.control.PersonVault;
import org.epione.custody.entity.PersonKey;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.testing.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonKeysTest {

  private static final AccountId DOCTOR =
      new AccountId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
  private static final AccountId PATIENT =
      new AccountId(UUID.fromString("00000000-0000-4000-8000-000000000002"));
  private static final char[] PASSWORD = "correct horse battery".toCharArray();
  private static final char[] WRONG = "incorrect horse battery".toCharArray();
  private static final byte[] MESSAGE =
      CanonicalWriter.of("epione.test", 1).text("message").toByteArray();
  private static final byte[] INFO = {1};
  private static final byte[] NOTHING = {};

  private Container container;
  private PersonKeys keys;
  private CryptoSuite crypto;

  @BeforeEach
  void start() {
    container = Container.start();
    keys = container.bean(PersonKeys.class);
    crypto = container.bean(CryptoSuite.class);
    keys.create(DOCTOR, PASSWORD, EnumSet.of(KeyPurpose.SIGNING, KeyPurpose.RECEIVING));
    keys.create(PATIENT, PASSWORD, EnumSet.of(KeyPurpose.SIGNING, KeyPurpose.RECORD));
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void publicKeys_shouldBeThoseAskedFor_withPossessionShown() {
    PublicKeys doctor = keys.publicKeys(DOCTOR);

    assertThat(
            crypto
                .bls()
                .verifyPossession(
                    doctor.signing().orElseThrow(), doctor.possession().orElseThrow()))
        .isTrue();
    assertThat(doctor.receiving()).isPresent();
    assertThat(doctor.record()).isEmpty();
    assertThat(keys.publicKeys(PATIENT).record()).isPresent();
    assertThat(keys.publicKeys(PATIENT).receiving()).isEmpty();
  }

  @Test
  void sign_shouldVerify_underThePublicKey() throws WrongPasswordException {
    BlsSignature signature = sign(PASSWORD);

    assertThat(
            crypto
                .bls()
                .verify(keys.publicKeys(DOCTOR).signing().orElseThrow(), MESSAGE, signature))
        .isTrue();
  }

  @Test
  void sign_shouldBeRefused_withTheWrongPassword() {
    assertThatThrownBy(() -> sign(WRONG)).isInstanceOf(WrongPasswordException.class);
  }

  @Test
  void openSealed_shouldOpen_whatWasSealedToThePerson() throws WrongPasswordException {
    HpkeKeyPair sender = crypto.hpke().generate();
    byte[] sealed =
        crypto
            .hpke()
            .seal(keys.publicKeys(DOCTOR).receiving().orElseThrow(), INFO, NOTHING, MESSAGE);
    byte[] authenticated =
        crypto
            .hpke()
            .authSeal(
                sender, keys.publicKeys(DOCTOR).receiving().orElseThrow(), INFO, NOTHING, MESSAGE);
    KeySession session = keys.open(DOCTOR, PASSWORD);

    assertThat(keys.openSealed(session, INFO, NOTHING, sealed)).isEqualTo(MESSAGE);
    assertThat(keys.openAuthenticated(session, sender.publicKey(), INFO, NOTHING, authenticated))
        .isEqualTo(MESSAGE);
    assertThatThrownBy(
            () ->
                keys.openAuthenticated(
                    session, crypto.hpke().generate().publicKey(), INFO, NOTHING, authenticated))
        .isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void openOwn_shouldOpen_onlyWhatThePersonSealedForHerself() throws WrongPasswordException {
    KeySession session = keys.open(DOCTOR, PASSWORD);
    byte[] sealed = keys.sealForSelf(session, INFO, NOTHING, MESSAGE);
    byte[] planted =
        crypto
            .hpke()
            .authSeal(
                crypto.hpke().generate(),
                keys.publicKeys(DOCTOR).receiving().orElseThrow(),
                INFO,
                NOTHING,
                MESSAGE);

    assertThat(keys.openOwn(session, INFO, NOTHING, sealed)).isEqualTo(MESSAGE);
    assertThatThrownBy(() -> keys.openOwn(session, INFO, INFO, sealed))
        .isInstanceOf(DecryptionFailedException.class);
    assertThatThrownBy(() -> keys.openOwn(session, INFO, NOTHING, planted))
        .isInstanceOf(DecryptionFailedException.class);
    keys.close(session);
    assertThatThrownBy(() -> keys.openOwn(session, INFO, NOTHING, sealed))
        .satisfies(PersonKeysTest::closed);
    assertThatThrownBy(() -> keys.sealForSelf(session, INFO, NOTHING, MESSAGE))
        .satisfies(PersonKeysTest::closed);
  }

  @Test
  void session_shouldOpenNothing_afterClosing() throws WrongPasswordException {
    KeySession session = keys.open(PATIENT, PASSWORD);
    ScopedCiphertext record = recordOf(PATIENT);
    assertThat(keys.decryptRecord(session, record)).isEqualTo(MESSAGE);

    keys.close(session);

    assertThat(keys.isOpen(session)).isFalse();
    assertThatThrownBy(() -> keys.decryptRecord(session, record)).satisfies(PersonKeysTest::closed);
  }

  @Test
  void session_shouldEnd_afterATimeWithoutUse_andBeKeptByUse() throws WrongPasswordException {
    KeySession session = keys.open(PATIENT, PASSWORD);
    ScopedCiphertext record = recordOf(PATIENT);
    container.clock().advance(Duration.ofMinutes(10));
    assertThat(keys.decryptRecord(session, record)).isEqualTo(MESSAGE);
    container.clock().advance(Duration.ofMinutes(10));
    assertThat(keys.isOpen(session)).isTrue();

    container.clock().advance(Duration.ofMinutes(6));

    assertThat(keys.isOpen(session)).isFalse();
    assertThatThrownBy(() -> keys.decryptRecord(session, record)).satisfies(PersonKeysTest::closed);
  }

  @Test
  void session_shouldBeBoundToItsAccount() throws WrongPasswordException {
    KeySession session = keys.open(PATIENT, PASSWORD);
    KeySession stolen = new KeySession(DOCTOR, session.token());

    assertThat(keys.isOpen(stolen)).isFalse();
    assertThatThrownBy(() -> keys.decryptRecord(stolen, recordOf(PATIENT)))
        .satisfies(PersonKeysTest::closed);
    keys.close(stolen);
    assertThat(keys.isOpen(session)).isTrue();
  }

  @Test
  void decryptRecord_shouldBeRefused_whenThePersonHasNoSuchKey() throws WrongPasswordException {
    KeySession session = keys.open(DOCTOR, PASSWORD);

    assertThatThrownBy(() -> keys.decryptRecord(session, recordOf(PATIENT)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void delegate_shouldLetTheGranteeRead_throughTheProxyOnly() throws WrongPasswordException {
    ScopedCiphertext record = recordOf(PATIENT);
    Instant now = Instant.parse("2026-11-21T00:00:00Z");
    Grant given =
        new Grant(
            Pseudonym.of(new byte[] {1}),
            Pseudonym.of(new byte[] {2}),
            keys.publicKeys(DOCTOR).receiving().orElseThrow(),
            List.of(record.record()),
            "TREAT",
            now,
            now.plusSeconds(60),
            Nonce.random(crypto.random()));
    byte[] grant = given.digest().bytes();
    Delegation delegation;
    try (Will will = keys.will(PATIENT, PASSWORD)) {
      delegation = will.delegateSigned(List.of(given), each -> MESSAGE).get(0).delegation();
    }
    ReEncryptedRecord turned =
        crypto
            .reEncryption()
            .reEncrypt(
                delegation.keys().get(record.record()), delegation.sealedSecret().bytes(), record);
    KeySession doctor = keys.open(DOCTOR, PASSWORD);

    assertThat(keys.decryptGranted(doctor, grant, record.record(), turned)).isEqualTo(MESSAGE);
    assertThatThrownBy(
            () -> keys.decryptGranted(doctor, Digest.of(INFO).bytes(), record.record(), turned))
        .isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void addTeamSignature_shouldVerify_asTheWholeTeam() throws WrongPasswordException {
    Pseudonym id = Pseudonym.of(new byte[] {7});
    PublicKeys doctor = keys.publicKeys(DOCTOR);
    SigningOrder order =
        new SigningOrder(
            List.of(
                new SigningOrder.Signer(
                    id,
                    crypto
                        .bls()
                        .possessed(
                            doctor.signing().orElseThrow(), doctor.possession().orElseThrow())
                        .orElseThrow())));
    Statement statement =
        new Statement(
            EpisodeId.of(new byte[16]),
            Pseudonym.of(new byte[] {8}),
            List.of(id),
            1,
            Instant.parse("2026-11-21T08:00:00Z"),
            Digest.of(MESSAGE),
            Optional.empty());

    try (Will will = keys.will(DOCTOR, PASSWORD)) {
      BlsSignature aggregate =
          will.addTeamSignature(doctor.signing().orElseThrow(), Optional.empty(), statement);

      assertThat(crypto.multisignature().verifyComplete(order, List.of(statement), aggregate))
          .isEqualTo(VerificationResult.VALID);
    }
  }

  @Test
  void episodeKeys_shouldDifferByEpisode_andNotBeTheOwnKey() throws WrongPasswordException {
    byte[] first = {1};
    try (Will will = keys.will(PATIENT, PASSWORD);
        Will later = keys.will(PATIENT, PASSWORD)) {
      EpisodeKey one = will.episodeKey(first);
      EpisodeKey two = will.episodeKey(new byte[] {2});
      BlsSignature signature = will.signForEpisode(first, MESSAGE);

      assertThat(one.key())
          .isNotEqualTo(two.key())
          .isNotEqualTo(keys.publicKeys(PATIENT).signing().orElseThrow())
          .isEqualTo(later.episodeKey(first).key());
      assertThat(crypto.bls().verifyPossession(one.key(), one.possession())).isTrue();
      assertThat(crypto.bls().verify(one.key(), MESSAGE, signature)).isTrue();
      assertThat(crypto.bls().verify(two.key(), MESSAGE, signature)).isFalse();
    }
  }

  @Test
  void changeSecret_shouldKeepTheKeys_andShutOutTheSecretBefore() throws WrongPasswordException {
    PublicKeys before = keys.publicKeys(DOCTOR);
    keys.changeSecret(DOCTOR, PASSWORD, "another long password".toCharArray());

    assertThat(keys.publicKeys(DOCTOR)).isEqualTo(before);
    assertThatThrownBy(() -> keys.open(DOCTOR, PASSWORD))
        .isInstanceOf(WrongPasswordException.class);
    BlsSignature signature = sign("another long password".toCharArray());
    assertThat(crypto.bls().verify(before.signing().orElseThrow(), MESSAGE, signature)).isTrue();
  }

  /** Whoever kept the old wrap and the old secret opens nothing of the new one. */
  @Test
  void changeSecret_shouldMakeAnotherPersonKey() throws Exception {
    PersonKey before = container.bean(PersonVault.class).get(DOCTOR);
    WrappedKey firstPersonKey = WrappedKey.decode(before.wrappedPersonKey());
    WrappedKey firstKeys = WrappedKey.decode(before.wrappedKeys());
    byte[] salt = before.salt();
    keys.changeSecret(DOCTOR, PASSWORD, "another long password".toCharArray());

    PersonKey after = container.bean(PersonVault.class).get(DOCTOR);
    WrappedKey secondPersonKey = WrappedKey.decode(after.wrappedPersonKey());
    WrappedKey secondKeys = WrappedKey.decode(after.wrappedKeys());
    assertThat(List.of(firstPersonKey.epoch(), firstKeys.epoch())).containsOnly(1L);
    assertThat(List.of(secondPersonKey.epoch(), secondKeys.epoch())).containsOnly(2L);
    assertThat(secondPersonKey.name()).isEqualTo(firstPersonKey.name());
    assertThat(secondKeys.name()).isEqualTo(firstKeys.name());
    try (var connection = container.dataSource().getConnection();
        var update =
            connection.prepareStatement(
                "update person_key set salt = ?, wrapped_person_key = ? where account = ?")) {
      update.setBytes(1, salt);
      update.setBytes(2, firstPersonKey.encode());
      update.setString(3, DOCTOR.toString());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
    container.restart();
    assertThatThrownBy(() -> container.bean(PersonKeys.class).open(DOCTOR, PASSWORD))
        .hasCauseInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void changeSecret_shouldChangeNothing_whenTheSecretBeforeIsWrong() throws WrongPasswordException {
    assertThatThrownBy(() -> keys.changeSecret(DOCTOR, WRONG, WRONG))
        .isInstanceOf(WrongPasswordException.class);

    assertThat(keys.isOpen(keys.open(DOCTOR, PASSWORD))).isTrue();
  }

  @Test
  void guessing_shouldBeDelayed_thenLocked_untilUnlocked() throws WrongPasswordException {
    for (int tries = 0; tries < 10; tries++) {
      assertThatThrownBy(() -> sign(WRONG)).isInstanceOf(WrongPasswordException.class);
      container.clock().advance(Duration.ofHours(2));
    }
    assertThatThrownBy(() -> sign(PASSWORD))
        .as("the right password does not help once locked")
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.ACCOUNT_LOCKED);
              assertThat(e.retryAfter()).isEmpty();
            });

    keys.unlock(DOCTOR);

    assertThat(sign(PASSWORD)).isNotNull();
  }

  @Test
  void guessing_shouldBeDelayed_fromTheFourthFailureOn() {
    for (int tries = 0; tries < 4; tries++) {
      assertThatThrownBy(() -> sign(WRONG)).isInstanceOf(WrongPasswordException.class);
    }
    assertThatThrownBy(() -> sign(PASSWORD))
        .as("told to wait, not that the password is wrong")
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
              assertThat(e.detail()).isEqualTo("The wait ends in 2 s.");
              assertThat(e.retryAfter()).contains(Duration.ofSeconds(2));
            });
  }

  @Test
  void failures_shouldStayCounted_whenTheCallersTransactionIsRolledBack() {
    for (int tries = 0; tries < 10; tries++) {
      assertThatThrownBy(() -> container.inTransaction(() -> sign(WRONG))).isNotNull();
      container.clock().advance(Duration.ofHours(2));
    }
    assertThatThrownBy(() -> sign(PASSWORD))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCOUNT_LOCKED));
  }

  @Test
  void attempts_shouldNotBeCounted_whenTheServerCouldNotLookAtThem() throws Exception {
    byte[] salt = replaceSalt(new byte[1]);
    for (int tries = 0; tries < 12; tries++) {
      assertThatThrownBy(() -> keys.open(DOCTOR, PASSWORD))
          .isNotInstanceOf(WrongPasswordException.class)
          .isNotInstanceOf(RefusedException.class);
    }
    replaceSalt(salt);

    assertThat(keys.isOpen(keys.open(DOCTOR, PASSWORD))).isTrue();
  }

  @Test
  void failures_shouldBeForgotten_bySuccess() throws WrongPasswordException {
    for (int rounds = 0; rounds < 6; rounds++) {
      for (int tries = 0; tries < 3; tries++) {
        assertThatThrownBy(() -> keys.open(DOCTOR, WRONG))
            .isInstanceOf(WrongPasswordException.class);
      }
      assertThat(keys.isOpen(keys.open(DOCTOR, PASSWORD))).isTrue();
    }
  }

  @Test
  void sessions_shouldEnd_withTheServer() throws WrongPasswordException {
    KeySession session = keys.open(DOCTOR, PASSWORD);

    container.restart();

    assertThat(container.bean(PersonKeys.class).isOpen(session)).isFalse();
  }

  @Test
  void toString_shouldTellNoSecret() throws WrongPasswordException {
    KeySession session = keys.open(DOCTOR, PASSWORD);

    assertThat(session.toString()).doesNotContain(session.token());
  }

  private BlsSignature sign(char[] password) throws WrongPasswordException {
    try (Will will = keys.will(DOCTOR, password)) {
      return will.sign(MESSAGE);
    }
  }

  private ScopedCiphertext recordOf(AccountId patient) {
    return crypto
        .reEncryption()
        .encrypt(
            keys.publicKeys(patient).record().orElseThrow(),
            RecordId.random(crypto.random()),
            "R51".getBytes(StandardCharsets.UTF_8),
            MESSAGE);
  }

  private static void closed(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KEYS_CLOSED));
  }

  /** Answers the salt before. */
  private byte[] replaceSalt(byte[] salt) throws SQLException {
    try (var connection = container.dataSource().getConnection();
        var query = connection.prepareStatement("select salt from person_key where account = ?");
        var update =
            connection.prepareStatement("update person_key set salt = ? where account = ?")) {
      query.setString(1, DOCTOR.toString());
      update.setBytes(1, salt);
      update.setString(2, DOCTOR.toString());
      try (var rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        byte[] before = rows.getBytes(1);
        assertThat(update.executeUpdate()).isEqualTo(1);
        return before;
      }
    }
  }
}
