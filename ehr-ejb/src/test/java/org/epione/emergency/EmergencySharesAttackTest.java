package org.epione.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.scheme.pre.ReEncryptedRecord;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.custody.boundary.Delegation;
import org.epione.custody.boundary.EmergencyKeys;
import org.epione.custody.boundary.EscrowPurpose;
import org.epione.custody.boundary.EscrowShares;
import org.epione.custody.boundary.EscrowTerms;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.RecoveryKey;
import org.epione.custody.boundary.ReleasedEscrow;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.Ward;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attempts to open a patient's records with other shares than the two that were made for it. */
class EmergencySharesAttackTest {

  private static final ByteString ID = ByteString.of(new byte[16]);
  private static final ByteString OTHER_ID = ByteString.ofHex("0f0e0d0c0b0a09080706050403020100");

  /** A share as it lies in a database. */
  private record Held(EscrowTerms terms, ByteString share) {}

  private Ward ward;
  private Ward.Person other;
  private CryptoSuite crypto;
  private RecordId record;
  private ScopedCiphertext ciphertext;

  @BeforeEach
  void open() {
    ward = new Ward();
    crypto = ward.bean(CryptoSuite.class);
    other = ward.person(Ward.A, Role.PATIENT, "other");
    ward.wire.deliverAll();
    record = RecordId.random(crypto.random());
    ciphertext = encryptedTo(ward.patient);
  }

  @AfterEach
  void close() {
    ward.close();
  }

  /** What is there to be opened; else the tests below would pass for another reason. */
  @Test
  void bothTogether_shouldOpenTheRecordToTheDoctorOfTheGrant() throws Exception {
    RecoveryKey key = newKey(ID);
    ReleasedEscrow together = released(ID, hospitals(ward.patient), release(second(), key), key);

    assertThat(read(together, ciphertext)).isEqualTo("the record".getBytes("UTF-8"));
  }

  @Test
  void shares_shouldBeOfThatPurposeAndOfPatientsOnly() throws Exception {
    assertThat(hospitals(ward.patient).terms().purpose()).isEqualTo(EscrowPurpose.EMERGENCY);
    assertThat(count("emergency_share where id like '%" + ward.doctor.account() + "'")).isZero();
    assertThat(count("emergency_share where id like '%" + ward.patient.account() + "'"))
        .isEqualTo(2);
  }

  /** The hospital has its server keys and the whole database, the system manager's rows as well. */
  @Test
  void hospitalAlone_shouldOpenNothing() {
    RecoveryKey key = newKey(ID);
    Held own = hospitals(ward.patient);
    for (ByteString forged :
        List.of(
            own.share(),
            second().share(),
            ByteString.of(new byte[64]),
            releaseAs(Ward.A, own, key).orElse(ByteString.of(new byte[80])))) {
      assertNothing(released(ID, own, forged, key));
    }
    assertThatThrownBy(
            () ->
                ward.serverKeys()
                    .authOpen(
                        Ward.A,
                        publicKey(Ward.A),
                        CanonicalWriter.of("epione.escrow-share", 1).toByteArray(),
                        held(Ward.MANAGER, own.terms()),
                        second().share().bytes()))
        .as("the other share opens with the other key only")
        .isInstanceOf(NotOpenedException.class);
  }

  /** Whoever runs the system manager, with the whole database. */
  @Test
  void systemManagerAlone_shouldOpenNothing() {
    Held hospitals = hospitals(ward.patient);
    RecoveryKey key = newKey(ID);
    assertThatThrownBy(
            () ->
                ward.bean(EscrowShares.class)
                    .release(
                        hospitals.terms(),
                        publicKey(Ward.A),
                        hospitals.share(),
                        ID,
                        key.publicKey()))
        .isInstanceOf(NotOpenedException.class);
    ByteString planted =
        ByteString.of(
            ward.serverKeys()
                .authSeal(
                    Ward.MANAGER,
                    publicKey(Ward.A),
                    CanonicalWriter.of("epione.escrow-share", 1).toByteArray(),
                    held(Ward.A, hospitals.terms()),
                    new byte[32]));
    assertNothing(released(ID, new Held(hospitals.terms(), planted), release(second(), key), key));
  }

  @Test
  void sharesOfLostPasswords_shouldOpenNoRecord_andTheReverse() throws Exception {
    RecoveryKey key = newKey(ID);
    Held password =
        held(
            "select terms, sealed_share from recovery_hospital_share where account = ?",
            ward.patient.account().toString());
    Held passwordThere =
        held(
            "select terms, sealed_share from recovery_second_share where id = ?",
            Ward.A + "/" + ward.patient.account());
    assertNothing(released(ID, password, release(passwordThere, key), key));
    Held relabelled = new Held(hospitals(ward.patient).terms(), password.share());
    assertNothing(released(ID, relabelled, release(second(), key), key));

    char[] code = "ABCDEFGH12345678".toCharArray();
    PersonKeys persons = ward.bean(PersonKeys.class);
    RecoveryKey recovery = persons.newRecoveryKey(ID, code);
    ReleasedEscrow records =
        released(ID, hospitals(ward.patient), release(second(), recovery), recovery);
    assertThatThrownBy(
            () ->
                ward.container.inTransaction(
                    () ->
                        persons.recover(
                            ward.patient.account(), records, code, Ward.NEW.toCharArray())))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_RECOVERABLE));
    assertThat(ward.signsIn(ward.patient, Ward.NEW)).isFalse();
  }

  @Test
  void sharesOfTwoPatients_shouldNotGoTogether_andOpenNoRecordOfAnother() throws Exception {
    RecoveryKey key = newKey(ID);
    Held hers = hospitals(ward.patient);
    Held others = hospitals(other);
    Held othersThere = second(other);

    assertNothing(released(ID, hers, release(othersThere, key), key));
    assertNothing(released(ID, others, release(second(), key), key));
    assertNothing(
        released(ID, new Held(hers.terms(), others.share()), release(second(), key), key));
    ReleasedEscrow ofOther = released(ID, others, release(othersThere, key), key);
    assertThatThrownBy(() -> read(ofOther, ciphertext))
        .as("the other's key makes grants, which turn nothing of hers")
        .isInstanceOf(NotOpenedException.class);
  }

  @Test
  void sharesOfAnEarlierEpoch_shouldOpenNothing() throws Exception {
    Held before = hospitals(ward.patient);
    Held beforeThere = second();
    ward.container.clock().advance(Duration.ofMinutes(1));
    ward.bean(Accounts.class)
        .changePassword(
            ward.session(ward.patient).keys(), Ward.OLD.toCharArray(), Ward.NEW.toCharArray());
    ward.wire.deliverAll();
    RecoveryKey key = newKey(ID);

    assertThat(hospitals(ward.patient).terms().epoch()).isEqualTo(before.terms().epoch() + 1);
    assertNothing(released(ID, before, release(beforeThere, key), key));
    assertNothing(released(ID, hospitals(ward.patient), release(beforeThere, key), key));
    assertNothing(released(ID, before, release(second(), key), key));
    assertThat(read(released(ID, hospitals(ward.patient), release(second(), key), key), ciphertext))
        .isNotEmpty();
  }

  @Test
  void release_shouldBeForOneEmergency() {
    RecoveryKey first = newKey(ID);
    RecoveryKey another = newKey(OTHER_ID);
    ByteString release = release(second(), first);

    assertNothing(released(OTHER_ID, hospitals(ward.patient), release, another));
    assertNothing(released(ID, hospitals(ward.patient), release, another));
    assertNothing(released(OTHER_ID, hospitals(ward.patient), release, first));
  }

  @Test
  void share_shouldOpenNothing_whenAnyByteOfItWasChanged() {
    RecoveryKey key = newKey(ID);
    Held own = hospitals(ward.patient);
    byte[] release = release(second(), key).bytes();
    for (int i = 0; i < release.length; i++) {
      byte[] changed = release.clone();
      changed[i] ^= 1;
      assertNothing(released(ID, own, ByteString.of(changed), key));
    }
  }

  @Test
  void systemManager_shouldNotTakeShares_thatAreNotWhatTheyShouldBe() throws Exception {
    Held password =
        held(
            "select terms, sealed_share from recovery_second_share where id = ?",
            Ward.A + "/" + ward.patient.account());
    Held records = second();
    Instant later = ward.container.clock().instant().plusSeconds(60);
    assertRejected(Ward.A, "emergency.deposited", deposited(password, later));
    assertRejected(Ward.B, "emergency.deposited", deposited(records, later));
    assertRejected(
        Ward.A,
        "recovery.deposited",
        CanonicalWriter.of("epione.recovery.deposited", 1)
            .bytes(records.terms().encode())
            .bytes(records.share().bytes())
            .toByteArray());
    assertRejected(Ward.A, "emergency.deposited", new byte[] {1, 2, 3});
    assertThat(second()).isEqualTo(records);
  }

  @Test
  void otherHospital_shouldNotDestroyThePatientsShare() throws Exception {
    byte[] declined =
        CanonicalWriter.of("epione.emergency.declined", 1)
            .text(ward.patient.account().toString())
            .instant(ward.container.clock().instant().plusSeconds(60))
            .toByteArray();
    send(Ward.B, "emergency.declined", declined);
    assertThat(second().share().size()).isPositive();
  }

  private void assertRejected(PartyCode from, String type, byte[] payload) {
    int before = ward.wire.rejected.size();
    send(from, type, payload);
    assertThat(ward.wire.rejected).hasSize(before + 1);
  }

  private void send(PartyCode from, String type, byte[] payload) {
    ward.container.inTransaction(
        () -> ward.bean(Post.class).send(from, Ward.MANAGER, type, payload, Optional.empty()));
    ward.wire.deliverAll();
  }

  private static byte[] deposited(Held share, Instant made) {
    return CanonicalWriter.of("epione.emergency.deposited", 1)
        .bytes(share.terms().encode())
        .bytes(share.share().bytes())
        .instant(made)
        .toByteArray();
  }

  private byte[] read(ReleasedEscrow released, ScopedCiphertext of) {
    Grant grant = grant();
    Delegation made =
        ward.bean(EmergencyKeys.class).delegate(released, List.of(grant)).orElseThrow().get(0);
    ReEncryptedRecord turned =
        crypto
            .reEncryption()
            .reEncrypt(
                Objects.requireNonNull(made.keys().get(record)), made.sealedSecret().bytes(), of);
    KeySession doctor = ward.session(ward.doctor).keys();
    return ward.bean(PersonKeys.class)
        .decryptGranted(doctor, grant.digest().bytes(), record, turned);
  }

  private void assertNothing(ReleasedEscrow released) {
    assertThat(ward.bean(EmergencyKeys.class).delegate(released, List.of(grant()))).isEmpty();
  }

  private Grant grant() {
    Instant now = ward.container.clock().instant();
    return new Grant(
        Pseudonym.of(new byte[] {1}),
        Pseudonym.of(new byte[] {2}),
        ward.bean(PersonKeys.class).publicKeys(ward.doctor.account()).receiving().orElseThrow(),
        List.of(record),
        "ETREAT",
        now,
        now.plus(Duration.ofHours(4)),
        Nonce.random(crypto.random()));
  }

  private ScopedCiphertext encryptedTo(Ward.Person patient) {
    return crypto
        .reEncryption()
        .encrypt(
            ward.bean(PersonKeys.class).publicKeys(patient.account()).record().orElseThrow(),
            record,
            new byte[] {7},
            "the record".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private RecoveryKey newKey(ByteString emergency) {
    return ward.bean(EmergencyKeys.class).newKey(Ward.A, emergency);
  }

  private ReleasedEscrow released(
      ByteString emergency, Held own, ByteString release, RecoveryKey key) {
    return new ReleasedEscrow(
        emergency, own.terms(), own.share(), publicKey(Ward.MANAGER), release, key);
  }

  private ByteString release(Held there, RecoveryKey key) {
    return ward.bean(EscrowShares.class)
        .release(there.terms(), publicKey(Ward.A), there.share(), ID, key.publicKey());
  }

  /** What the hospital itself can seal to the key, in the system manager's place. */
  private Optional<ByteString> releaseAs(PartyCode from, Held own, RecoveryKey key) {
    byte[] bound =
        CanonicalWriter.of("epione.escrow-released", 1)
            .bytes(ID.bytes())
            .bytes(own.terms().encode())
            .toByteArray();
    return Optional.of(
        ByteString.of(
            ward.serverKeys()
                .authSeal(
                    from,
                    key.publicKey(),
                    CanonicalWriter.of("epione.escrow-release", 1).toByteArray(),
                    bound,
                    new byte[32])));
  }

  private static byte[] held(PartyCode holder, EscrowTerms terms) {
    return CanonicalWriter.of("epione.escrow-held", 1)
        .text(holder.value())
        .bytes(terms.encode())
        .toByteArray();
  }

  private HpkePublicKey publicKey(PartyCode party) {
    return ward.serverKeys().receivingKey(party);
  }

  private Held hospitals(Ward.Person patient) {
    return held(
        "select terms, sealed_share from emergency_share where id = ?",
        Ward.A + "/" + Ward.A + "/" + patient.account());
  }

  private Held second() {
    return second(ward.patient);
  }

  private Held second(Ward.Person patient) {
    return held(
        "select terms, sealed_share from emergency_share where id = ?",
        Ward.MANAGER + "/" + Ward.A + "/" + patient.account());
  }

  private Held held(String query, String id) {
    try (var connection = ward.container.dataSource().getConnection();
        var statement = connection.prepareStatement(query)) {
      statement.setString(1, id);
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return new Held(EscrowTerms.decode(rows.getBytes(1)), ByteString.of(rows.getBytes(2)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long count(String from) throws SQLException {
    try (var connection = ward.container.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + from)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
