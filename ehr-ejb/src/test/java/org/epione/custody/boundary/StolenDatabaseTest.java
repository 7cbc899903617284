package org.epione.custody.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Invitation;
import org.epione.account.boundary.Role;
import org.epione.account.boundary.SignIn;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.custody.control.OpenPersonKeys;
import org.epione.custody.control.OpenServerKeys;
import org.epione.custody.control.PersonVault;
import org.epione.custody.control.ServerVault;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.testing.Container;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thief has the whole database, and nothing of the folder with the key stores. */
class StolenDatabaseTest {

  private static final PartyCode A = new PartyCode("HOSPITAL-A");
  private static final String NAME = "Grace Ottilie Murray";
  private static final char[] PASSWORD = "correct horse battery".toCharArray();

  private Container container;
  private Accounts accounts;
  private AccountId patient;
  private AccountId doctor;
  private Invitation unused;

  /** A signing key that the doctor has made, and not used yet. */
  private BlsPublicKey following;

  @BeforeEach
  void start() {
    container = Container.start();
    container.bean(ServerKeys.class).create(A);
    accounts = container.bean(Accounts.class);
    patient = activated(Role.PATIENT, "p1", "grace");
    doctor = activated(Role.DOCTOR, "d1", "doctor");
    unused = accounts.invite(A, Role.PATIENT, NAME, "p2");
    following =
        container.transaction(
            () -> {
              try (Will will = container.bean(PersonKeys.class).will(doctor, PASSWORD)) {
                return will.newSigningKey().key();
              }
            });
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void database_shouldHoldNoSecret_inAnyForm() {
    byte[] dump = DatabaseDump.of(container);
    assertThat(DatabaseDump.contains(dump, patient.toString().getBytes(StandardCharsets.UTF_8)))
        .as("the dump is one")
        .isTrue();

    for (byte[] secret : allSecrets()) {
      for (byte[] form : formsOf(secret)) {
        assertThat(DatabaseDump.contains(dump, form)).isFalse();
      }
    }
    for (String text :
        List.of(new String(PASSWORD), NAME, unused.code(), unused.code().replace("-", ""))) {
      assertThat(DatabaseDump.contains(dump, text.getBytes(StandardCharsets.UTF_8))).isFalse();
    }
  }

  @Test
  void serverKeys_shouldNotOpen_withAnotherKeyStore() throws IOException {
    Path stores = container.home().resolve("keys");
    try (var files = Files.list(stores)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    container.restart();
    ServerKeys thiefs = container.bean(ServerKeys.class);

    assertThatThrownBy(() -> thiefs.sign(A, new byte[0])).isInstanceOf(RefusedException.class);
    // The thief makes a key store of the same name with another key.
    container.bean(org.epione.custody.control.KeyStores.class).createIfAbsent(A);
    assertThatThrownBy(() -> thiefs.sign(A, new byte[0])).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> container.bean(Accounts.class).invitation(unused.accountId()))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void personKeys_shouldNotOpen_withTheRowOfAnotherPerson() throws Exception {
    // The thief can write: the doctor's password is known, the patient's row gets the doctor's
    // wrap.
    try (var connection = container.dataSource().getConnection();
        var update =
            connection.prepareStatement(
                "update person_key set salt = (select salt from person_key where account = ?),"
                    + " wrapped_person_key = (select wrapped_person_key from person_key where"
                    + " account = ?) where account = ?")) {
      update.setString(1, doctor.toString());
      update.setString(2, doctor.toString());
      update.setString(3, patient.toString());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }

    assertThatThrownBy(() -> container.bean(PersonKeys.class).open(patient, PASSWORD))
        .isInstanceOf(WrongPasswordException.class);
    assertThat(container.bean(SignIn.class).signIn("here", "doctor", PASSWORD)).isPresent();
  }

  private AccountId activated(Role role, String person, String userName) {
    Invitation invitation = accounts.invite(A, role, NAME, person);
    return accounts.activate("here", invitation.code(), userName, PASSWORD);
  }

  private List<byte[]> allSecrets() {
    List<byte[]> secrets = new ArrayList<>();
    container
        .bean(ServerVault.class)
        .use(
            A,
            (OpenServerKeys keys) -> {
              secrets.add(raw(keys.signing().secretKey().export()));
              secrets.add(raw(keys.receiving().secretKey().export()));
              secrets.add(raw(keys.dataRoot().copy()));
              return true;
            });
    for (AccountId account : List.of(patient, doctor)) {
      PersonVault vault = container.bean(PersonVault.class);
      try (AeadKey personKey = vault.unlock(account, PASSWORD).orElseThrow();
          OpenPersonKeys keys = vault.open(account, personKey)) {
        keys.signing().ifPresent(key -> secrets.add(raw(key.export())));
        keys.signing(following).ifPresent(key -> secrets.add(raw(key.export())));
        keys.receiving().ifPresent(pair -> secrets.add(raw(pair.secretKey().export())));
        keys.medicalRecord().ifPresent(pair -> secrets.add(raw(pair.secretKey().export())));
      }
    }
    assertThat(secrets).hasSize(8);
    return secrets;
  }

  private static List<byte[]> formsOf(byte[] secret) {
    byte[] reversed = new byte[secret.length];
    for (int i = 0; i < secret.length; i++) {
      reversed[i] = secret[secret.length - 1 - i];
    }
    Function<String, byte[]> text = form -> form.getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(secret);
    return List.of(
        secret,
        reversed,
        text.apply(hex),
        text.apply(hex.toUpperCase(java.util.Locale.ROOT)),
        java.util.Base64.getEncoder().withoutPadding().encode(secret));
  }

  private static byte[] raw(SecretBytes secret) {
    return secret.reveal(SecretAccess.token());
  }
}
