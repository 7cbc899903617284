package org.epione.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.appointment.boundary.AccountKind;
import org.epione.appointment.boundary.AgreementStart;
import org.epione.appointment.boundary.AppointmentAccount;
import org.epione.appointment.boundary.AppointmentAgreement;
import org.epione.appointment.boundary.AppointmentPassword;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.scheme.pake.Identities;
import org.epione.crypto.scheme.pake.ProverAwaitingShare;
import org.epione.crypto.scheme.pake.Step;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.Clinic;

/** A patient's or doctor's side, as the browser has it, written from docs/formats.md. */
final class ProvingPerson {

  static final String CARD = "1";
  static final String PASSWORD = "four green hills";
  static final String SOURCE = "192.0.2.1";

  private static final CryptoSuite CRYPTO = CryptoSuite.create(new SecureRandomSource());

  private final Clinic clinic;
  private final AppointmentAgreement hospital;
  private final AccountKind kind;
  private final Clinic.Person owner;
  private final String name;

  /** The clinic's patient, with her card. */
  ProvingPerson(Clinic clinic) {
    this(clinic, AccountKind.PATIENT, clinic.patient, CARD);
  }

  /** A doctor of the clinic, with her user name. */
  static ProvingPerson doctor(Clinic clinic, int index) {
    return new ProvingPerson(
        clinic, AccountKind.DOCTOR, clinic.doctors.get(index), "dr." + (index + 1));
  }

  private ProvingPerson(Clinic clinic, AccountKind kind, Clinic.Person owner, String name) {
    this.clinic = clinic;
    this.hospital = clinic.bean(AppointmentAgreement.class);
    this.kind = kind;
    this.owner = owner;
    this.name = name;
  }

  /** Sets her appointment password, signed in. */
  void setPassword(String password) throws Exception {
    setAs(owner, password);
  }

  void set(byte[] verifier) throws Exception {
    setAs(owner, verifier);
  }

  /** Somebody, signed in, sets hers. */
  void setAs(Clinic.Person person, String password) throws Exception {
    setAs(person, verifier(password));
  }

  private void setAs(Clinic.Person person, byte[] verifier) throws Exception {
    clinic.as(
        person,
        () ->
            clinic
                .bean(AppointmentPassword.class)
                .set(owner.account(), verifier, Clinic.PASSWORD.clone()));
  }

  /** Removes hers, signed in. */
  void removePassword() throws Exception {
    removeAs(owner);
  }

  /** Somebody, signed in, removes hers. */
  void removeAs(Clinic.Person person) throws Exception {
    clinic.as(
        person,
        () ->
            clinic
                .bean(AppointmentPassword.class)
                .remove(owner.account(), Clinic.PASSWORD.clone()));
  }

  /** As her browser makes it. */
  byte[] verifier(String password) {
    return verifier(
        password, CRYPTO.passwordHash().newSalt(CRYPTO.passwordHash().defaults()), account(name));
  }

  /** A patient's. */
  static byte[] verifier(String password, PasswordSalt salt) {
    return verifier(password, salt, AppointmentAccount.ofCard(Clinic.HOSPITAL, CARD));
  }

  private static byte[] verifier(String password, PasswordSalt salt, AppointmentAccount account) {
    try (var verifier =
            CRYPTO.spake2Plus().register(password.toCharArray(), salt, identities(account));
        SecretBytes encoded = verifier.export()) {
      return encoded.reveal(SecretAccess.token());
    }
  }

  /** An account of her kind with that name. */
  AppointmentAccount account(String accountName) {
    return new AppointmentAccount(kind, Clinic.HOSPITAL, accountName);
  }

  /** What she is named by. */
  AppointmentAccount account() {
    return account(name);
  }

  /** A run up to the hospital's answer. */
  Run start(String card, String password) {
    return start(SOURCE, card, password);
  }

  Run start(String source, String accountName, String password) {
    return start(source, account(accountName), account(accountName), password);
  }

  /** A run in which the hospital is told of another account than the one that is proved. */
  Run start(String source, AppointmentAccount told, AppointmentAccount proved, String password) {
    PasswordSalt salt = PasswordSalt.decode(hospital.salt(told));
    Step<ProverAwaitingShare> begun =
        CRYPTO
            .spake2Plus()
            .startProver(password.toCharArray(), salt, identities(proved), named("purpose", "A"));
    AgreementStart answer = hospital.start(source, told, begun.message().bytes());
    return new Run(begun.message().bytes(), answer, begun.next());
  }

  /** A run up to the treatment key. */
  Conversation agree() {
    return start(name, PASSWORD).confirm();
  }

  /** A run that waits for her confirmation and one whose key is agreed, by the right password. */
  Begun begin() {
    Conversation agreed = agree();
    agreed.look();
    return new Begun(start(name, PASSWORD), agreed);
  }

  /** What was begun under a password. */
  record Begun(Run waiting, Conversation agreed) {

    /** The password is not what it was: neither goes on, now or when asked again. */
    void isOver() {
      for (int i = 0; i < 2; i++) {
        refused(ErrorCode.AGREEMENT_OVER, agreed::look);
      }
      refused(ErrorCode.AGREEMENT_REFUSED, waiting::confirm);
    }

    private static void refused(ErrorCode code, ThrowingCallable act) {
      assertThatThrownBy(act)
          .isInstanceOfSatisfying(
              RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
  }

  /** A run that has begun. */
  final class Run {
    final byte[] share;
    final AgreementStart answer;
    private final ProverAwaitingShare waiting;

    Run(byte[] share, AgreementStart answer, ProverAwaitingShare waiting) {
      this.share = share;
      this.answer = answer;
      this.waiting = waiting;
    }

    ProverAwaitingShare waiting() {
      return waiting;
    }

    /** Her confirmation and the key, if the hospital's confirmation is right. */
    Step<SecretBytes> confirmation() {
      return waiting.receive(answer.share().bytes()).receive(answer.confirmation().bytes());
    }

    Conversation confirm() {
      Step<SecretBytes> done = confirmation();
      hospital.confirm(answer.run(), done.message().bytes());
      return new Conversation(answer.run(), done.next());
    }
  }

  /** Messages under the treatment key. */
  final class Conversation {
    final String run;
    private final byte[] id;
    private final AeadKey toHospital;
    private final AeadKey answers;
    private long number;

    Conversation(String run, SecretBytes treatmentKey) {
      this.run = run;
      this.id = HexFormat.of().parseHex(run);
      this.toHospital = CRYPTO.aead().derive(treatmentKey, "appointment.to-hospital", id);
      this.answers =
          CRYPTO
              .aead()
              .derive(
                  treatmentKey,
                  kind == AccountKind.PATIENT ? "appointment.to-patient" : "appointment.to-doctor",
                  id);
    }

    JsonObject look() {
      return say(Map.of("act", "LOOK"));
    }

    JsonObject book(String slot) {
      return say(Map.of("act", "BOOK", "slot", slot, "reason", "Pain in the knee"));
    }

    JsonObject cancel(String appointment) {
      return say(Map.of("act", "CANCEL", "appointment", appointment));
    }

    JsonObject move(String appointment, String slot) {
      return say(Map.of("act", "MOVE", "appointment", appointment, "slot", slot));
    }

    JsonObject offer(LocalDateTime start, int times) {
      return say(
          Map.of(
              "act",
              "OFFER",
              "start",
              start.toString(),
              "minutes",
              20,
              "number",
              times,
              "place",
              "House C"));
    }

    JsonObject withdraw(String slot) {
      return say(Map.of("act", "WITHDRAW", "slot", slot));
    }

    JsonObject callOff(String appointment, String slot, String reason) {
      return say(
          Map.of("act", "CALL_OFF", "appointment", appointment, "slot", slot, "reason", reason));
    }

    JsonObject say(Map<String, Object> request) {
      number++;
      return open(number, hospital.say(run, number, seal(number, json(request))));
    }

    byte[] seal(long messageNumber, byte[] request) {
      return CRYPTO.aead().seal(toHospital, header(messageNumber), request);
    }

    JsonObject open(long messageNumber, byte[] answer) {
      byte[] opened = CRYPTO.aead().open(answers, header(messageNumber), answer);
      try (JsonReader reader = Json.createReader(new ByteArrayInputStream(opened))) {
        return reader.readObject();
      }
    }

    private byte[] header(long messageNumber) {
      return CanonicalWriter.of("epione.appointment.message", 1)
          .fixed(id, id.length)
          .u64(messageNumber)
          .toByteArray();
    }
  }

  static byte[] json(Map<String, Object> request) {
    return Json.createObjectBuilder(request).build().toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Identities identities(AppointmentAccount account) {
    return new Identities(
        ByteString.of(
            CanonicalWriter.of(
                    account.kind() == AccountKind.PATIENT
                        ? "epione.appointment.patient"
                        : "epione.appointment.doctor",
                    1)
                .text(Clinic.HOSPITAL.value())
                .text(account.name())
                .toByteArray()),
        ByteString.of(named("hospital", "A")));
  }

  private static byte[] named(String what, String letter) {
    return CanonicalWriter.of("epione.appointment." + what, 1)
        .text("HOSPITAL-" + letter)
        .toByteArray();
  }
}
