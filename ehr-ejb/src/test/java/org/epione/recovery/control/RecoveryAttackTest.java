package org.epione.recovery.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.custody.boundary.EscrowPurpose;
import org.epione.custody.boundary.EscrowShares;
import org.epione.custody.boundary.EscrowTerms;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.RecoveryKey;
import org.epione.custody.boundary.ReleasedEscrow;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.Ward;
import org.epione.recovery.boundary.LostPasswords;
import org.epione.recovery.boundary.RecoveryCases;
import org.epione.recovery.boundary.RecoveryDesk;
import org.epione.recovery.boundary.RecoverySlip;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hospital, system manager and strangers try to come by a person's keys on their own. */
class RecoveryAttackTest {

  private static final byte[] SHARE = CanonicalWriter.of("epione.escrow-share", 1).toByteArray();
  private static final ByteString ID = ByteString.of(new byte[16]);
  private static final char[] CODE = "0123456789ABCDEF".toCharArray();

  private Ward ward;
  private CryptoSuite crypto;
  private PersonKeys keys;
  private AccountId doctor;

  @BeforeEach
  void open() {
    ward = new Ward();
    crypto = ward.bean(CryptoSuite.class);
    keys = ward.bean(PersonKeys.class);
    doctor = ward.doctor.account();
  }

  @AfterEach
  void close() {
    ward.close();
  }

  /** The hospital has its server keys and the whole database, the system manager's rows as well. */
  @Test
  void hospitalAlone_shouldNotOpenTheKeys() {
    Held own = hospitalShare(ward.doctor);
    Held other = secondShare(ward.doctor);
    for (PartyCode holder : List.of(Ward.A, Ward.MANAGER)) {
      assertThatThrownBy(() -> opened(Ward.A, holder, Ward.A, other))
          .as("the other share opens with the other key only")
          .isInstanceOf(NotOpenedException.class);
    }
    assertThat(opened(Ward.A, Ward.A, Ward.A, own)).as("this is how a share opens").hasSize(32);

    RecoveryKey key = keys.newRecoveryKey(ID, CODE);
    for (ByteString forged :
        List.of(
            resealed(Ward.A, key, own.terms(), opened(Ward.A, Ward.A, Ward.A, own)),
            resealed(Ward.A, key, own.terms(), new byte[32]),
            other.share(),
            own.share())) {
      assertNotRecovered(doctor, released(own, forged, key));
    }
  }

  /** The same the other way round: whoever runs the system manager, with the whole database. */
  @Test
  void systemManagerAlone_shouldNotOpenTheKeys() {
    Held own = secondShare(ward.doctor);
    Held hospitals = hospitalShare(ward.doctor);
    for (PartyCode holder : List.of(Ward.A, Ward.MANAGER)) {
      assertThatThrownBy(() -> opened(Ward.MANAGER, holder, Ward.A, hospitals))
          .isInstanceOf(NotOpenedException.class);
    }
    assertThat(opened(Ward.MANAGER, Ward.MANAGER, Ward.A, own)).hasSize(32);

    RecoveryKey key = keys.newRecoveryKey(ID, CODE);
    ByteString release = release(own, key);
    byte[] any = new byte[32];
    ByteString planted =
        ByteString.of(
            ward.serverKeys()
                .authSeal(Ward.MANAGER, publicKey(Ward.A), SHARE, held(Ward.A, own.terms()), any));
    assertNotRecovered(doctor, released(new Held(own.terms(), planted), release, key));
  }

  /** What is there to be opened; else the tests above would pass for another reason. */
  @Test
  void bothTogether_shouldOpenTheKeys_once() {
    RecoveryKey key = keys.newRecoveryKey(ID, CODE);
    Held own = hospitalShare(ward.doctor);
    ReleasedEscrow released = released(own, release(secondShare(ward.doctor), key), key);
    assertNotRecovered(
        doctor, released, "FEDCBA9876543210".toCharArray()); // the code is needed as well

    recover(doctor, released, CODE);

    assertThat(ward.signsIn(ward.doctor, Ward.NEW)).isTrue();
    assertNotRecovered(doctor, released);
  }

  @Test
  void sharesOfTwoPeople_shouldNotGoTogether() {
    Held doctors = hospitalShare(ward.doctor);
    Held patients = hospitalShare(ward.patient);
    RecoveryKey key = keys.newRecoveryKey(ID, CODE);
    ByteString doctorsRelease = release(secondShare(ward.doctor), key);
    ByteString patientsRelease = release(secondShare(ward.patient), key);

    assertNotRecovered(doctor, released(doctors, patientsRelease, key));
    assertNotRecovered(doctor, released(patients, doctorsRelease, key));
    assertNotRecovered(doctor, released(patients, patientsRelease, key));
    assertNotRecovered(
        doctor, released(new Held(doctors.terms(), patients.share()), doctorsRelease, key));
    assertNotRecovered(ward.patient.account(), released(doctors, doctorsRelease, key));
  }

  @Test
  void sharesOfTwoEpochs_shouldNotGoTogether_andOldOnesOpenNothing() throws Exception {
    Held before = hospitalShare(ward.doctor);
    Held beforeThere = secondShare(ward.doctor);
    ward.bean(Accounts.class)
        .changePassword(
            ward.session(ward.doctor).keys(),
            Ward.OLD.toCharArray(),
            "a third one, quite different".toCharArray());
    ward.wire.deliverAll();
    Held now = hospitalShare(ward.doctor);
    RecoveryKey key = keys.newRecoveryKey(ID, CODE);

    assertThat(now.terms().epoch()).isEqualTo(before.terms().epoch() + 1);
    assertNotRecovered(doctor, released(now, release(beforeThere, key), key));
    assertNotRecovered(doctor, released(before, release(secondShare(ward.doctor), key), key));
    assertNotRecovered(doctor, released(before, release(beforeThere, key), key));
    EscrowTerms renamed = withEpoch(before.terms(), now.terms().epoch());
    assertNotRecovered(
        doctor, released(new Held(renamed, before.share()), release(beforeThere, key), key));
  }

  @Test
  void release_shouldBeForOneRecovery() throws Exception {
    ward.released(ward.doctor);
    ByteString first = ByteString.of(column("select released_share from recovery_request"));
    RecoveryKey other = keys.newRecoveryKey(ID, CODE);

    assertNotRecovered(doctor, released(hospitalShare(ward.doctor), first, other));
    ReleasedEscrow anotherId =
        new ReleasedEscrow(
            ByteString.of(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
            hospitalShare(ward.doctor).terms(),
            hospitalShare(ward.doctor).share(),
            publicKey(Ward.MANAGER),
            release(secondShare(ward.doctor), other),
            other);
    assertNotRecovered(doctor, anotherId);
  }

  @Test
  void share_shouldNotBeReleased_whenAnyByteOfItWasChanged() {
    Held there = secondShare(ward.doctor);
    RecoveryKey key = keys.newRecoveryKey(ID, CODE);
    byte[] bytes = there.share().bytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      Held tampered = new Held(there.terms(), ByteString.of(changed));
      assertThatThrownBy(() -> release(tampered, key)).isInstanceOf(NotOpenedException.class);
    }
  }

  @Test
  void code_shouldBeRefused_whenGuessedOrUsedBefore() throws Exception {
    RecoverySlip slip = ward.released(ward.doctor);
    for (String guess :
        List.of("", "AAAA-AAAA-AAAA-AAAA", "x".repeat(100_000), slip.code() + "0")) {
      refused(ErrorCode.RECOVERY_REFUSED, () -> complete("elsewhere", guess));
    }
    ward.complete(slip, Ward.NEW);
    refused(ErrorCode.RECOVERY_REFUSED, () -> complete("elsewhere", slip.code()));
    assertThat(ward.signsIn(ward.doctor, Ward.NEW)).isTrue();
  }

  @Test
  void guessingCodes_shouldBeSlowed_forTheSource() throws Exception {
    RecoverySlip slip = ward.released(ward.doctor);
    for (int tries = 0; tries < 51; tries++) {
      refused(ErrorCode.RECOVERY_REFUSED, () -> complete("attacker", "AAAA-AAAA-AAAA-AAAA"));
    }
    refused(ErrorCode.TOO_MANY_ATTEMPTS, () -> complete("attacker", slip.code()));
    ward.complete(slip, Ward.NEW);
  }

  @Test
  void asking_shouldBeSlowed_forTheSource_andHinderNobodysSignIn() {
    for (int tries = 0; tries < 51; tries++) {
      ward.bean(LostPasswords.class).ask("here", "name" + tries);
    }
    refused(
        ErrorCode.TOO_MANY_ATTEMPTS, () -> ward.bean(LostPasswords.class).ask("here", "doctor"));
    assertThat(ward.signsIn(ward.doctor, Ward.OLD)).isTrue();
  }

  @Test
  void approval_shouldBeRefused_toHerselfToOthersAndWithoutThePassword() throws Exception {
    ward.ask("registrar");
    String own = ward.requests(ward.registrar).get(0).id();
    assertThat(ward.requests(ward.registrar).get(0).own()).isTrue();
    refused(ErrorCode.OWN_RECOVERY, () -> ward.approve(ward.registrar, own));
    refused(ErrorCode.NOT_FOUND, () -> ward.approve(ward.stranger, own));
    refused(ErrorCode.NOT_FOUND, () -> ward.approve(ward.registrar, "no such id"));
    refused(
        ErrorCode.WRONG_PASSWORD,
        () ->
            ward.as(
                ward.administrator,
                () -> desk().approve(own, Ward.REASON, "wrong password".toCharArray())));
    refused(
        ErrorCode.REASON_MISSING,
        () -> ward.as(ward.administrator, () -> desk().approve(own, " ", Ward.OLD.toCharArray())));
    refused(
        ErrorCode.REASON_MISSING,
        () ->
            ward.as(
                ward.administrator,
                () -> desk().approve(own, "x".repeat(2001), Ward.OLD.toCharArray())));
    ward.ask("patient");
    String patients =
        ward.requests(ward.registrar).stream()
            .filter(each -> each.role() == Role.PATIENT)
            .findFirst()
            .orElseThrow()
            .id();
    refused(ErrorCode.NOT_FOUND, () -> ward.approve(ward.administrator, patients));
    ward.wire.deliverAll();
    assertThat(ward.cases()).as("the system manager was not asked").isEmpty();

    ward.approve(ward.administrator, own);
    refused(ErrorCode.RECOVERY_MOVED_ON, () -> ward.approve(ward.administrator, own));
  }

  @Test
  void approval_shouldBeRefused_toOtherRoles() throws Exception {
    ward.ask("patient");
    String id = ward.requests(ward.registrar).get(0).id();
    for (Ward.Person person : List.of(ward.doctor, ward.patient, ward.officer)) {
      assertThatThrownBy(() -> ward.approve(person, id))
          .isInstanceOf(jakarta.ejb.EJBAccessException.class);
    }
    for (Ward.Person person : List.of(ward.registrar, ward.administrator)) {
      assertThatThrownBy(
              () ->
                  ward.as(
                      person,
                      () -> {
                        ward.bean(RecoveryCases.class).release(id, "x", Ward.OLD.toCharArray());
                        return true;
                      }))
          .isInstanceOf(jakarta.ejb.EJBAccessException.class);
    }
  }

  @Test
  void anotherHospital_shouldNotComeByTheShare() throws Exception {
    Held there = secondShare(ward.doctor);
    send(
        Ward.B, DepositedMessage.TYPE, new DepositedMessage(there.terms(), there.share()).encode());
    send(Ward.B, AskedMessage.TYPE, asked(Ward.B, doctor).encode());

    assertThat(ward.wire.rejected)
        .containsExactly("The share is of another hospital, or for another party.");
    refused(ErrorCode.NOT_RECOVERABLE, () -> ward.release(ward.cases().get(0).id()));
    assertThat(secondShare(ward.doctor)).isEqualTo(there);
  }

  @Test
  void hospital_shouldNotEndOrAnswerWhatIsNotItsOwn() throws Exception {
    ward.approved(ward.doctor);
    ByteString id = ByteString.ofHex(ward.cases().get(0).id());
    send(
        Ward.B,
        EndedMessage.TYPE,
        new EndedMessage(id, org.epione.recovery.boundary.CaseState.COMPLETED).encode());
    send(
        Ward.B,
        Ward.A,
        AnsweredMessage.TYPE,
        new AnsweredMessage(
                id, Optional.of(ByteString.of(new byte[100])), ByteString.of(new byte[9]))
            .encode());

    assertThat(ward.wire.rejected)
        .containsExactly("There is no such recovery.", "Only the system manager answers this.");
    assertThat(ward.cases().get(0).state())
        .isEqualTo(org.epione.recovery.boundary.CaseState.WAITING);
  }

  @Test
  void deposit_shouldBeRejected_whenOlderForgedOrMalformed() throws Exception {
    Held first = secondShare(ward.doctor);
    ward.complete(ward.released(ward.doctor), Ward.NEW);
    Held now = secondShare(ward.doctor);
    send(
        Ward.A, DepositedMessage.TYPE, new DepositedMessage(first.terms(), first.share()).encode());
    send(Ward.A, DepositedMessage.TYPE, new DepositedMessage(now.terms(), first.share()).encode());
    send(Ward.A, DepositedMessage.TYPE, new byte[] {1, 2, 3});

    assertThat(ward.wire.rejected)
        .containsExactly(
            "A later share is kept already.",
            "The share is not the one that was committed to.",
            "The message is malformed.");
    assertThat(secondShare(ward.doctor)).isEqualTo(now);
  }

  @Test
  void recoveryId_shouldNotBeUsedTwice() throws Exception {
    ward.approved(ward.doctor);
    AskedMessage again = asked(Ward.A, doctor);
    AskedMessage sameId =
        new AskedMessage(
            ByteString.ofHex(ward.cases().get(0).id()),
            again.account(),
            again.role(),
            again.epoch(),
            again.key(),
            again.approver(),
            again.expires(),
            again.text());
    send(Ward.A, AskedMessage.TYPE, sameId.encode());

    assertThat(ward.wire.rejected).containsExactly("A recovery of this id is known already.");
  }

  @Test
  void messages_shouldDecodeOnlyWhatTheyEncode() throws Exception {
    Held there = secondShare(ward.doctor);
    List<byte[]> encodings = new ArrayList<>();
    encodings.add(there.terms().encode());
    encodings.add(new DepositedMessage(there.terms(), there.share()).encode());
    encodings.add(asked(Ward.A, doctor).encode());
    encodings.add(
        new AnsweredMessage(ID, Optional.of(there.share()), ByteString.of(new byte[3])).encode());
    encodings.add(new EndedMessage(ID, org.epione.recovery.boundary.CaseState.EXPIRED).encode());
    encodings.add(new Written("name", "reason").encode());
    for (byte[] encoded : encodings) {
      for (int length = 0; length < encoded.length; length++) {
        malformed(Arrays.copyOf(encoded, length));
      }
      malformed(Arrays.copyOf(encoded, encoded.length + 1));
      for (int i = 0; i < encoded.length; i++) {
        byte[] oversized = encoded.clone();
        Arrays.fill(oversized, i, Math.min(i + 4, encoded.length), (byte) 0xff);
        refusedOrCanonical(oversized);
      }
    }
  }

  @Test
  void database_shouldHoldNeitherCodeNorShareNorReason() throws Exception {
    Held own = hospitalShare(ward.doctor);
    byte[] share = opened(Ward.A, Ward.A, Ward.A, own);
    byte[] other = opened(Ward.MANAGER, Ward.MANAGER, Ward.A, secondShare(ward.doctor));
    RecoverySlip slip = ward.released(ward.doctor);
    byte[] dump = DatabaseDump.of(ward.container);

    for (String text :
        List.of(slip.code(), slip.code().replace("-", ""), Ward.REASON, "Rang back", slip.name())) {
      assertThat(
              DatabaseDump.contains(dump, text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
          .as(text)
          .isFalse();
    }
    assertThat(DatabaseDump.contains(dump, share)).isFalse();
    assertThat(DatabaseDump.contains(dump, other)).isFalse();
    assertThat(slip.toString() + ward.requests(ward.registrar) + ward.cases())
        .doesNotContain(slip.code(), slip.name(), Ward.REASON);
  }

  /** Those of the system manager's party have no second party; their account stays as it was. */
  @Test
  void systemManagersPeople_shouldHaveNoEscrow() throws Exception {
    assertThat(ward.bean(RecoveryRegister.class).hospitalShare(ward.officer.account())).isEmpty();
    assertThat(ward.bean(Accounts.class).find(ward.officer.account()).orElseThrow().state())
        .isEqualTo(AccountState.ACTIVE);
  }

  private record Held(EscrowTerms terms, ByteString share) {}

  private Held hospitalShare(Ward.Person person) {
    var row = ward.bean(RecoveryRegister.class).hospitalShare(person.account()).orElseThrow();
    return new Held(row.terms(), row.sealedShare());
  }

  private Held secondShare(Ward.Person person) {
    var row = ward.bean(CaseRegister.class).share(Ward.A, person.account()).orElseThrow();
    return new Held(row.terms(), row.sealedShare());
  }

  /** What {@code with} opens of a share that {@code from} sealed to {@code holder}. */
  private byte[] opened(PartyCode with, PartyCode holder, PartyCode from, Held held) {
    return ward.serverKeys()
        .authOpen(with, publicKey(from), SHARE, held(holder, held.terms()), held.share().bytes());
  }

  private static byte[] held(PartyCode holder, EscrowTerms terms) {
    return CanonicalWriter.of("epione.escrow-held", 1)
        .text(holder.value())
        .bytes(terms.encode())
        .toByteArray();
  }

  private ByteString resealed(PartyCode as, RecoveryKey key, EscrowTerms terms, byte[] share) {
    byte[] bound =
        CanonicalWriter.of("epione.escrow-released", 1)
            .bytes(ID.bytes())
            .bytes(terms.encode())
            .toByteArray();
    byte[] info = CanonicalWriter.of("epione.escrow-release", 1).toByteArray();
    return ByteString.of(ward.serverKeys().authSeal(as, key.publicKey(), info, bound, share));
  }

  private ByteString release(Held there, RecoveryKey key) {
    return ward.bean(EscrowShares.class)
        .release(there.terms(), publicKey(Ward.A), there.share(), ID, key.publicKey());
  }

  private ReleasedEscrow released(Held own, ByteString release, RecoveryKey key) {
    return new ReleasedEscrow(ID, own.terms(), own.share(), publicKey(Ward.MANAGER), release, key);
  }

  private HpkePublicKey publicKey(PartyCode party) {
    return ward.serverKeys().receivingKey(party);
  }

  private void assertNotRecovered(AccountId account, ReleasedEscrow released) {
    assertNotRecovered(account, released, CODE);
  }

  private void assertNotRecovered(AccountId account, ReleasedEscrow released, char[] code) {
    refused(ErrorCode.NOT_RECOVERABLE, () -> recover(account, released, code));
  }

  private void recover(AccountId account, ReleasedEscrow released, char[] code) {
    keys.recover(account, released, code, Ward.NEW.toCharArray());
  }

  private static EscrowTerms withEpoch(EscrowTerms terms, long epoch) {
    return new EscrowTerms(
        EscrowPurpose.LOST_PASSWORD,
        terms.account(),
        epoch,
        terms.hospital(),
        terms.second(),
        terms.hospitalShare(),
        terms.secondShare());
  }

  private AskedMessage asked(PartyCode from, AccountId account) {
    byte[] sealed =
        ward.bean(SealedTexts.class)
            .seal(AskedMessage.TOPIC, from, Ward.MANAGER, ID.hex(), new Written("name", "reason"));
    return new AskedMessage(
        ID,
        account,
        Role.DOCTOR,
        1,
        ByteString.of(keys.newRecoveryKey(ID, CODE).publicKey().encode()),
        ward.registrar.account(),
        ward.container.clock().instant().plus(Duration.ofHours(1)),
        ByteString.of(sealed));
  }

  private void send(PartyCode from, String type, byte[] payload) {
    send(from, Ward.MANAGER, type, payload);
  }

  private void send(PartyCode from, PartyCode to, String type, byte[] payload) {
    ward.container.inTransaction(
        () -> ward.bean(Post.class).send(from, to, type, payload, Optional.empty()));
    ward.wire.deliverAll();
  }

  private byte[] column(String query) throws java.sql.SQLException {
    try (var connection = ward.container.dataSource().getConnection();
        var rows = connection.createStatement().executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getBytes(1);
    }
  }

  private RecoveryDesk desk() {
    return ward.bean(RecoveryDesk.class);
  }

  private void complete(String source, String code) {
    ward.bean(LostPasswords.class).complete(source, code, Ward.NEW.toCharArray());
  }

  private static final List<java.util.function.Function<byte[], byte[]>> DECODERS =
      List.of(
          bytes -> EscrowTerms.decode(bytes).encode(),
          bytes -> DepositedMessage.decode(bytes).encode(),
          bytes -> AskedMessage.decode(bytes).encode(),
          bytes -> AnsweredMessage.decode(bytes).encode(),
          bytes -> EndedMessage.decode(bytes).encode(),
          bytes -> Written.decode(bytes).encode());

  private static void malformed(byte[] encoded) {
    for (var decoder : DECODERS) {
      assertThatThrownBy(() -> decoder.apply(encoded))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  private static void refusedOrCanonical(byte[] encoded) {
    for (var decoder : DECODERS) {
      try {
        assertThat(decoder.apply(encoded)).isEqualTo(encoded);
      } catch (MalformedEncodingException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
  }

  private static void refused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
