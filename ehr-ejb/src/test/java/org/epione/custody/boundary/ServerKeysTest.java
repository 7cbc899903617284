package org.epione.custody.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.testing.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerKeysTest {

  private static final PartyCode A = new PartyCode("HOSPITAL-A");
  private static final PartyCode B = new PartyCode("HOSPITAL-B");
  private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);
  private static final byte[] INFO = {1};
  private static final byte[] NOTHING = {};

  private Container container;
  private ServerKeys keys;
  private CryptoSuite crypto;

  @BeforeEach
  void start() {
    container = Container.start();
    keys = container.bean(ServerKeys.class);
    crypto = container.bean(CryptoSuite.class);
    keys.create(A);
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void sign_shouldVerify_underTheSigningKey() {
    byte[] signature = keys.sign(A, MESSAGE);

    assertThat(crypto.ed25519().verify(keys.signingKey(A), MESSAGE, signature)).isTrue();
  }

  @Test
  void keys_shouldStayTheSame_afterARestart() {
    byte[] sealed = crypto.hpke().seal(keys.receivingKey(A), INFO, NOTHING, MESSAGE);
    byte[] before = keys.signingKey(A).encode();

    container.restart();
    keys = container.bean(ServerKeys.class);

    assertThat(keys.signingKey(A).encode()).isEqualTo(before);
    assertThat(keys.open(A, INFO, NOTHING, sealed)).isEqualTo(MESSAGE);
    assertThat(crypto.ed25519().verify(keys.signingKey(A), MESSAGE, keys.sign(A, MESSAGE)))
        .isTrue();
  }

  @Test
  void create_shouldBeRefused_whenThePartyHasKeys() {
    assertThatThrownBy(() -> keys.create(A))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
  }

  @Test
  void create_shouldUseTheKeyStoreAgain_whenAnEnrolmentWasRolledBack() {
    assertThatThrownBy(
            () ->
                container.inTransaction(
                    () -> {
                      keys.create(B);
                      throw new IllegalStateException("the enrolment fails");
                    }))
        .isNotNull();
    assertThat(keys.holds(B)).isFalse();

    keys.create(B);

    assertThat(crypto.ed25519().verify(keys.signingKey(B), MESSAGE, keys.sign(B, MESSAGE)))
        .isTrue();
  }

  @Test
  void sign_shouldBeRefused_whenThePartyIsNotHosted() {
    assertThat(keys.holds(B)).isFalse();
    assertThatThrownBy(() -> keys.sign(B, MESSAGE))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.PARTY_NOT_HOSTED));
  }

  @Test
  void authSeal_shouldShowTheSender_toTheReceiver() {
    HpkeKeyPair doctor = crypto.hpke().generate();
    keys.create(B);
    byte[] sealed = keys.authSeal(A, doctor.publicKey(), INFO, NOTHING, MESSAGE);

    assertThat(
            crypto.hpke().authOpen(doctor.secretKey(), keys.receivingKey(A), INFO, NOTHING, sealed))
        .isEqualTo(MESSAGE);
    assertThatThrownBy(
            () ->
                crypto
                    .hpke()
                    .authOpen(doctor.secretKey(), keys.receivingKey(B), INFO, NOTHING, sealed))
        .isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void sealPseudonym_shouldDifferEachTime_andResolveForItsPartyOnly() {
    keys.create(B);
    byte[] first = keys.sealPseudonym(A, MESSAGE);
    byte[] second = keys.sealPseudonym(A, MESSAGE);

    assertThat(first).isNotEqualTo(second).hasSizeLessThanOrEqualTo(128);
    assertThat(keys.openPseudonym(A, second)).isEqualTo(MESSAGE);
    assertThatThrownBy(() -> keys.openPseudonym(B, first))
        .isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void unprotect_shouldFail_underAnotherLabelPartyOrByte() {
    keys.create(B);
    byte[] sealed = keys.protect(A, "patient:1", MESSAGE);
    byte[] altered = sealed.clone();
    altered[altered.length - 1] ^= 1;

    assertThat(keys.unprotect(A, "patient:1", sealed)).isEqualTo(MESSAGE);
    assertThatThrownBy(() -> keys.unprotect(A, "patient:2", sealed))
        .isInstanceOf(DecryptionFailedException.class);
    assertThatThrownBy(() -> keys.unprotect(B, "patient:1", sealed))
        .isInstanceOf(DecryptionFailedException.class);
    assertThatThrownBy(() -> keys.unprotect(A, "patient:1", altered))
        .isInstanceOf(DecryptionFailedException.class);
    assertThatThrownBy(() -> keys.openPseudonym(A, sealed))
        .isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void fingerprint_shouldBeEqual_forEqualContentPartyAndLabelOnly() {
    keys.create(B);
    byte[] fingerprint = keys.fingerprint(A, "name", MESSAGE);

    assertThat(keys.fingerprint(A, "name", MESSAGE)).isEqualTo(fingerprint).hasSize(32);
    assertThat(keys.fingerprint(A, "other", MESSAGE)).isNotEqualTo(fingerprint);
    assertThat(keys.fingerprint(B, "name", MESSAGE)).isNotEqualTo(fingerprint);
  }

  @Test
  void files_shouldBeReadableByTheirOwnerOnly() throws IOException {
    Path folder = container.home().resolve("keys");

    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("hospital-a.p12"))).isEqualTo("rw-------");
    assertThat(permissions(folder.resolve("keystore.secret"))).isEqualTo("rw-------");
  }

  @Test
  void keys_shouldBeRefused_whenTheKeyStoreIsGone() throws IOException {
    Files.delete(container.home().resolve("keys/hospital-a.p12"));
    container.restart();
    ServerKeys restarted = container.bean(ServerKeys.class);

    assertThatThrownBy(() -> restarted.sign(A, MESSAGE)).satisfies(ServerKeysTest::isUnusable);
  }

  @Test
  void keys_shouldBeRefused_whenTheKeyStoresPasswordIsAnother() {
    container.setting("epione.keystore.password", "not the one it was made with");
    container.restart();
    ServerKeys restarted = container.bean(ServerKeys.class);

    assertThatThrownBy(() -> restarted.sign(A, MESSAGE)).satisfies(ServerKeysTest::isUnusable);
  }

  @Test
  void keys_shouldBeRefused_whenTheKeyStoreIsOfAnotherParty() throws IOException {
    keys.create(B);
    Path folder = container.home().resolve("keys");
    Files.delete(folder.resolve("hospital-a.p12"));
    Files.copy(folder.resolve("hospital-b.p12"), folder.resolve("hospital-a.p12"));
    container.restart();
    ServerKeys restarted = container.bean(ServerKeys.class);

    assertThatThrownBy(() -> restarted.sign(A, MESSAGE)).satisfies(ServerKeysTest::isUnusable);
  }

  @Test
  void keys_shouldBeRefused_whenTheRowIsOfAnotherPartyUnderTheSameKeyStore() throws Exception {
    keys.create(B);
    Path folder = container.home().resolve("keys");
    Files.copy(
        folder.resolve("hospital-a.p12"),
        folder.resolve("hospital-b.p12"),
        StandardCopyOption.REPLACE_EXISTING);
    try (var connection = container.dataSource().getConnection();
        var update =
            connection.prepareStatement(
                "update server_key set wrapped = (select wrapped from server_key where party = ?)"
                    + " where party = ?")) {
      update.setString(1, A.value());
      update.setString(2, B.value());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
    container.restart();
    ServerKeys restarted = container.bean(ServerKeys.class);

    assertThat(restarted.sign(A, MESSAGE)).hasSize(64);
    assertThatThrownBy(() -> restarted.sign(B, MESSAGE)).satisfies(ServerKeysTest::isUnusable);
  }

  private static void isUnusable(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.KEY_STORE_UNUSABLE));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
