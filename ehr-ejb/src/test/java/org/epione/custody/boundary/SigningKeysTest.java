package org.epione.custody.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.multisig.VerificationResult;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.signature.PossessedKey;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.control.KeySessions;
import org.epione.custody.control.OpenPersonKeys;
import org.epione.custody.control.PersonVault;
import org.epione.custody.control.SigningKeyUpkeep;
import org.epione.custody.entity.PersonKey;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.testing.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A doctor changes her signing key, and finishes with the one before what she began with it. */
class SigningKeysTest {

  private static final AccountId DOCTOR = account(1);
  private static final AccountId PATIENT = account(2);
  private static final AccountId CHILD = account(3);
  private static final AccountId CLERK = account(4);
  private static final char[] PASSWORD = "correct horse battery".toCharArray();
  private static final char[] WRONG = "incorrect horse battery".toCharArray();
  private static final char[] OTHER = "another long password".toCharArray();
  private static final byte[] MESSAGE =
      CanonicalWriter.of("epione.test", 1).text("message").toByteArray();

  private Container container;
  private PersonKeys keys;
  private CryptoSuite crypto;
  private BlsPublicKey first;

  @BeforeEach
  void start() {
    container = Container.start();
    keys = container.bean(PersonKeys.class);
    crypto = container.bean(CryptoSuite.class);
    keys.create(DOCTOR, PASSWORD, EnumSet.of(KeyPurpose.SIGNING, KeyPurpose.RECEIVING));
    keys.create(PATIENT, PASSWORD, EnumSet.of(KeyPurpose.SIGNING, KeyPurpose.RECORD));
    keys.create(CHILD, OTHER, EnumSet.of(KeyPurpose.SIGNING, KeyPurpose.RECORD));
    keys.create(CLERK, PASSWORD, EnumSet.of(KeyPurpose.RECEIVING));
    first = current();
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void newKey_shouldBeShownToBeHeld_andNotSignYet() throws WrongPasswordException {
    NewSigningKey made = made(PASSWORD);

    assertThat(crypto.bls().verifyPossession(made.key(), made.possession())).isTrue();
    assertThat(made.key()).isNotEqualTo(first);
    assertThat(current()).isEqualTo(first);
    assertThat(held(PASSWORD, first, made.key())).containsExactly(true, true);
    assertThat(signer(PASSWORD, first, made.key())).isEqualTo(first);
  }

  @Test
  void newKey_shouldSign_onceItIsUsed_andTheOneBeforeOnlyForTheTeam()
      throws WrongPasswordException {
    NewSigningKey made = made(PASSWORD);

    keys.useSigningKey(DOCTOR, made.key());

    PublicKeys now = keys.publicKeys(DOCTOR);
    assertThat(now.signing()).contains(made.key());
    assertThat(now.possession()).contains(made.possession());
    assertThat(signer(PASSWORD, first, made.key())).isEqualTo(made.key());
    assertThat(signsForTeamWith(first)).isTrue();
    assertThat(signsForTeamWith(made.key())).isTrue();
  }

  @Test
  void receivingKey_shouldStay() throws WrongPasswordException {
    byte[] sealed =
        crypto
            .hpke()
            .seal(
                keys.publicKeys(DOCTOR).receiving().orElseThrow(),
                new byte[0],
                new byte[0],
                MESSAGE);

    keys.useSigningKey(DOCTOR, made(PASSWORD).key());

    KeySession session = keys.open(DOCTOR, PASSWORD);
    assertThat(keys.openSealed(session, new byte[0], new byte[0], sealed)).isEqualTo(MESSAGE);
  }

  @Test
  void use_shouldChangeNothing_whenRepeated() throws WrongPasswordException {
    NewSigningKey made = made(PASSWORD);
    keys.useSigningKey(DOCTOR, made.key());
    PublicKeys once = keys.publicKeys(DOCTOR);

    keys.useSigningKey(DOCTOR, made.key());

    assertThat(keys.publicKeys(DOCTOR)).isEqualTo(once);
    assertThat(held(PASSWORD, first, made.key())).containsExactly(true, true);
  }

  @Test
  void use_shouldBeRefused_forAKeyThatIsNotKept() {
    BlsPublicKey foreign = crypto.bls().generate().publicKey();
    BlsPublicKey given = made(PASSWORD).key();
    keys.giveUpSigningKeys(DOCTOR, Set.of(given, foreign));

    refused(() -> keys.useSigningKey(DOCTOR, foreign));
    refused(() -> keys.useSigningKey(DOCTOR, given));
    refused(() -> keys.useSigningKey(CLERK, first));
    assertThat(current()).isEqualTo(first);
  }

  @Test
  void giveUp_shouldLeaveTheCurrentKeyAndAllThatAreNotNamed() throws WrongPasswordException {
    BlsPublicKey given = made(PASSWORD).key();
    BlsPublicKey waiting = made(PASSWORD).key();

    keys.giveUpSigningKeys(DOCTOR, Set.of(given, first));
    keys.giveUpSigningKeys(DOCTOR, Set.of(given));

    refused(() -> keys.useSigningKey(DOCTOR, given));
    assertThat(signer(PASSWORD, first)).isEqualTo(first);
    keys.useSigningKey(DOCTOR, waiting);
    assertThat(signer(PASSWORD, waiting)).isEqualTo(waiting);
  }

  @Test
  void unkeptKey_shouldBeDestroyed_atTheNextSignIn() throws WrongPasswordException {
    NewSigningKey made = made(PASSWORD);
    keys.useSigningKey(DOCTOR, made.key());

    keys.giveUpSigningKeys(DOCTOR, Set.of(first));
    assertThat(held(PASSWORD, first, made.key()))
        .as("nothing is open: it is there still")
        .containsExactly(true, true);
    keys.open(DOCTOR, PASSWORD);

    assertThat(held(PASSWORD, first, made.key())).containsExactly(false, true);
    assertThat(signer(PASSWORD, made.key())).isEqualTo(made.key());
  }

  @Test
  void unkeptKey_shouldBeDestroyed_atTheNextActOfWill_beforeIt() {
    NewSigningKey made = made(PASSWORD);
    keys.giveUpSigningKeys(DOCTOR, Set.of(made.key()));

    refused(() -> signsForTeamWith(made.key()));

    assertThat(held(PASSWORD, first, made.key())).containsExactly(true, false);
  }

  @Test
  void unkeptKeys_shouldBeDestroyed_alsoWhereTheActIsRolledBack() {
    NewSigningKey made = made(PASSWORD);
    keys.giveUpSigningKeys(DOCTOR, Set.of(made.key()));

    assertThatThrownBy(
            () ->
                container.inTransaction(
                    () -> {
                      try (Will will = keys.will(DOCTOR, PASSWORD)) {
                        will.newSigningKey();
                      }
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessageContaining("rolled back");

    assertThat(held(PASSWORD, first, made.key())).containsExactly(true, false);
  }

  /** In one transaction: what the upkeep changed in another does not stand in the way. */
  @Test
  void newKey_shouldBeMade_whereAnotherHadToBeDestroyedBefore() {
    NewSigningKey given = made(PASSWORD);
    keys.giveUpSigningKeys(DOCTOR, Set.of(given.key()));

    NewSigningKey made = made(PASSWORD);

    assertThat(held(PASSWORD, first, given.key(), made.key())).containsExactly(true, false, true);
  }

  /** The row is locked by who calls, so that the upkeep cannot have it; it does not wait either. */
  @Test
  void newKey_shouldBeMade_inTheTransactionThatGaveUpAnother() {
    NewSigningKey refused = made(PASSWORD);
    NewSigningKey given = made(PASSWORD);
    keys.giveUpSigningKeys(DOCTOR, Set.of(refused.key()));

    NewSigningKey made =
        container.transaction(
            () -> {
              keys.giveUpSigningKeys(DOCTOR, Set.of(given.key()));
              keys.prove(DOCTOR, PASSWORD);
              try (Will will = keys.will(DOCTOR, PASSWORD)) {
                return will.newSigningKey();
              }
            });

    assertThat(held(PASSWORD, first, refused.key(), given.key(), made.key()))
        .containsExactly(true, false, false, true);
  }

  @Test
  void keptKeys_shouldStay_whileOthersAreDestroyed() throws WrongPasswordException {
    BlsPublicKey second = made(PASSWORD).key();
    keys.useSigningKey(DOCTOR, second);
    BlsPublicKey third = made(PASSWORD).key();

    keys.giveUpSigningKeys(DOCTOR, Set.of(third));
    keys.open(DOCTOR, PASSWORD);

    assertThat(held(PASSWORD, first, second, third)).containsExactly(true, true, false);
    assertThat(signsForTeamWith(first)).isTrue();
  }

  @Test
  void failureToDestroy_shouldKeepNobodyOut_andBeMadeGood() throws WrongPasswordException {
    NewSigningKey made = made(PASSWORD);
    keys.giveUpSigningKeys(DOCTOR, Set.of(made.key()));
    SigningKeyUpkeep own = container.bean(SigningKeyUpkeep.class);
    container.with(SigningKeyUpkeep.class, new OutOfOrder());
    container.restart();
    keys = container.bean(PersonKeys.class);

    assertThat(keys.isOpen(keys.open(DOCTOR, PASSWORD))).isTrue();
    assertThat(signer(PASSWORD, first, made.key())).isEqualTo(first);
    assertThat(held(PASSWORD, made.key())).containsExactly(true);

    container.with(SigningKeyUpkeep.class, own);
    container.restart();
    container.bean(PersonKeys.class).open(DOCTOR, PASSWORD);
    assertThat(held(PASSWORD, made.key())).containsExactly(false);
  }

  /** A row that was damaged or tampered with destroys nothing and lets nobody sign. */
  @Test
  void nothing_shouldBeDestroyed_whereTheRowNamesAnotherCurrentKey() throws Exception {
    BlsPublicKey foreign = crypto.bls().generate().publicKey();
    replace("signing_public", foreign.encode());

    refused(() -> signer(PASSWORD, first));
    assertThat(keys.isOpen(keys.open(DOCTOR, PASSWORD))).isTrue();

    replace("signing_public", first.encode());
    assertThat(signer(PASSWORD, first)).isEqualTo(first);
  }

  @Test
  void damagedList_shouldKeepNobodyOut_andDestroyNothing() throws Exception {
    NewSigningKey made = made(PASSWORD);
    replace("signing_kept", new byte[] {1, 2, 3});

    assertThat(keys.isOpen(keys.open(DOCTOR, PASSWORD))).isTrue();
    assertThat(signer(PASSWORD, first)).isEqualTo(first);
    keys.changeSecret(DOCTOR, PASSWORD, OTHER);

    assertThat(held(OTHER, first, made.key())).containsExactly(true, true);
  }

  @Test
  void newKey_shouldLeaveNothing_whenTheTransactionIsRolledBack() throws Exception {
    byte[] wrapped = row().wrappedKeys();

    assertThatThrownBy(
            () ->
                container.inTransaction(
                    () -> {
                      try (Will will = keys.will(DOCTOR, PASSWORD)) {
                        will.newSigningKey();
                      }
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessageContaining("rolled back");

    assertThat(row().wrappedKeys()).isEqualTo(wrapped);
    assertThat(row().signingKept()).isNull();
    assertThat(signer(PASSWORD, first)).isEqualTo(first);
  }

  @Test
  void newKey_shouldBeRefused_outsideATransaction() throws WrongPasswordException {
    try (Will will = keys.will(DOCTOR, PASSWORD)) {
      assertThatThrownBy(will::newSigningKey)
          .isInstanceOf(jakarta.persistence.TransactionRequiredException.class);
    }
    assertThat(row().signingKept()).isNull();
  }

  @Test
  void newKey_shouldNotBeMade_withTheWrongPassword() {
    assertThatThrownBy(() -> container.inTransaction(() -> keys.will(DOCTOR, WRONG)))
        .hasCauseInstanceOf(WrongPasswordException.class);
    assertThat(row().signingKept()).isNull();
  }

  /** Her keys of episodes are derived from the one that signs, and so is a guardian's access. */
  @Test
  void newKey_shouldBeRefused_toPatientsAndGuardians_andWhoSignsNothing() throws Exception {
    container.inTransaction(
        () -> {
          try (Will guardian = keys.will(PATIENT, PASSWORD)) {
            keys.entrust(
                CHILD, OTHER, guardian, container.clock().instant().plus(Duration.ofDays(1)));
          }
        });

    for (Acting acting :
        List.of(Acting.self(PATIENT), new Acting(CHILD, PATIENT), Acting.self(CLERK))) {
      container.inTransaction(
          () -> {
            try (Will will = keys.will(acting, PASSWORD)) {
              refused(will::newSigningKey);
            }
          });
    }
  }

  @Test
  void keys_shouldBeSixteenAtMost() throws Exception {
    List<BlsPublicKey> made =
        container.transaction(
            () -> {
              try (Will will = keys.will(DOCTOR, PASSWORD)) {
                return java.util.stream.IntStream.range(1, 16)
                    .mapToObj(i -> will.newSigningKey().key())
                    .toList();
              }
            });

    container.inTransaction(
        () -> {
          try (Will will = keys.will(DOCTOR, PASSWORD)) {
            refused(ErrorCode.SIGNING_KEY_LIMIT, will::newSigningKey);
          }
        });

    assertThat(held(PASSWORD, made.toArray(BlsPublicKey[]::new))).hasSize(15).containsOnly(true);
    keys.useSigningKey(DOCTOR, made.get(14));
    assertThat(signsForTeamWith(first)).isTrue();
    keys.giveUpSigningKeys(DOCTOR, Set.of(first));
    assertThat(made(PASSWORD).key()).as("room again").isNotNull();
  }

  @Test
  void allKeys_shouldStay_whenThePasswordIsChanged() throws WrongPasswordException {
    NewSigningKey made = made(PASSWORD);
    keys.useSigningKey(DOCTOR, made.key());

    keys.changeSecret(DOCTOR, PASSWORD, OTHER);

    assertThat(held(OTHER, first, made.key())).containsExactly(true, true);
    assertThat(signer(OTHER, first, made.key())).isEqualTo(made.key());
  }

  @Test
  void session_shouldHoldNoneOfThem() throws WrongPasswordException {
    NewSigningKey made = made(PASSWORD);
    for (KeySession session :
        List.of(keys.open(DOCTOR, PASSWORD), keys.openHalfway(DOCTOR, PASSWORD))) {
      List<Boolean> there =
          container
              .bean(KeySessions.class)
              .use(
                  session,
                  open ->
                      List.of(
                          open.signing().isPresent(),
                          open.signing(first).isPresent(),
                          open.signing(made.key()).isPresent()));

      assertThat(there).containsOnly(false);
    }
  }

  @Test
  void teamSignature_shouldBeRefused_withAKeyThatSheDoesNotHold() {
    refused(() -> signsForTeamWith(crypto.bls().generate().publicKey()));
    refused(() -> signsForTeamWith(keys.publicKeys(PATIENT).signing().orElseThrow()));
  }

  private NewSigningKey made(char[] password) {
    return container.transaction(
        () -> {
          try (Will will = keys.will(DOCTOR, password)) {
            return will.newSigningKey();
          }
        });
  }

  private BlsPublicKey current() {
    return keys.publicKeys(DOCTOR).signing().orElseThrow();
  }

  private PersonKey row() {
    return container.bean(PersonVault.class).get(DOCTOR);
  }

  /** Whether what is wrapped holds the secret of each. */
  private List<Boolean> held(char[] password, BlsPublicKey... of) {
    PersonVault vault = container.bean(PersonVault.class);
    try (AeadKey personKey = vault.unlock(DOCTOR, password).orElseThrow();
        OpenPersonKeys open = vault.open(DOCTOR, personKey)) {
      return java.util.Arrays.stream(of).map(key -> open.signing(key).isPresent()).toList();
    }
  }

  /** Which of these signs now. */
  private BlsPublicKey signer(char[] password, BlsPublicKey... of) throws WrongPasswordException {
    try (Will will = keys.will(DOCTOR, password)) {
      BlsSignature signature = will.sign(MESSAGE);
      assertThat(will.signAll(List.of(MESSAGE))).containsExactly(signature);
      return java.util.Arrays.stream(of)
          .filter(key -> crypto.bls().verify(key, MESSAGE, signature))
          .findFirst()
          .orElseThrow();
    }
  }

  private boolean signsForTeamWith(BlsPublicKey key) throws WrongPasswordException {
    Pseudonym id = Pseudonym.of(new byte[] {7});
    Statement statement =
        new Statement(
            EpisodeId.of(new byte[16]),
            Pseudonym.of(new byte[] {8}),
            List.of(id),
            1,
            container.clock().instant(),
            Digest.of(MESSAGE),
            Optional.empty());
    try (Will will = keys.will(DOCTOR, PASSWORD)) {
      BlsSignature signature = will.addTeamSignature(key, Optional.empty(), statement);
      return crypto.multisignature().verifyComplete(order(id, key), List.of(statement), signature)
          == VerificationResult.VALID;
    }
  }

  /** Possession was shown when the key was made. */
  private SigningOrder order(Pseudonym id, BlsPublicKey key) {
    PersonVault vault = container.bean(PersonVault.class);
    try (AeadKey personKey = vault.unlock(DOCTOR, PASSWORD).orElseThrow();
        OpenPersonKeys open = vault.open(DOCTOR, personKey)) {
      PossessedKey possessed =
          crypto
              .bls()
              .possessed(key, crypto.bls().provePossession(open.signing(key).orElseThrow()))
              .orElseThrow();
      return new SigningOrder(List.of(new SigningOrder.Signer(id, possessed)));
    }
  }

  private void replace(String column, byte[] value) throws SQLException {
    try (var connection = container.dataSource().getConnection();
        var update =
            connection.prepareStatement(
                "update person_key set " + column + " = ? where account = ?")) {
      update.setBytes(1, value);
      update.setString(2, DOCTOR.toString());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static void refused(ThrowingCallable act) {
    refused(ErrorCode.ACCESS_DENIED, act);
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static AccountId account(int number) {
    return new AccountId(new UUID(0, number));
  }

  /** The database fails for it. */
  private static final class OutOfOrder extends SigningKeyUpkeep {

    @Override
    public void destroyUnkept(AccountId account, AeadKey personKey) {
      throw new IllegalStateException("the database is out of order");
    }
  }
}
