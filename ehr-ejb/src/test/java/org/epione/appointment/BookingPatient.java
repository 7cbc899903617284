package org.epione.appointment;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
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
import org.epione.team.Clinic;

/** A patient's side, as her browser has it, written from docs/formats.md. */
final class BookingPatient {

  static final String CARD = "1";
  static final String PASSWORD = "four green hills";
  static final String SOURCE = "192.0.2.1";

  private static final CryptoSuite CRYPTO = CryptoSuite.create(new SecureRandomSource());

  private final Clinic clinic;
  private final AppointmentAgreement hospital;

  BookingPatient(Clinic clinic) {
    this.clinic = clinic;
    this.hospital = clinic.bean(AppointmentAgreement.class);
  }

  /** Sets her appointment password, signed in. */
  void setPassword(String password) throws Exception {
    set(verifier(password, CRYPTO.passwordHash().newSalt(CRYPTO.passwordHash().defaults())));
  }

  void set(byte[] verifier) throws Exception {
    setAs(clinic.patient, verifier);
  }

  /** Somebody else sets the patient's. */
  void setAs(Clinic.Person person, String password) throws Exception {
    setAs(
        person,
        verifier(password, CRYPTO.passwordHash().newSalt(CRYPTO.passwordHash().defaults())));
  }

  private void setAs(Clinic.Person person, byte[] verifier) throws Exception {
    clinic.as(
        person,
        () ->
            clinic
                .bean(AppointmentPassword.class)
                .set(clinic.patient.account(), verifier, Clinic.PASSWORD.clone()));
  }

  static byte[] verifier(String password, PasswordSalt salt) {
    try (var verifier =
            CRYPTO.spake2Plus().register(password.toCharArray(), salt, identities(CARD));
        SecretBytes encoded = verifier.export()) {
      return encoded.reveal(SecretAccess.token());
    }
  }

  /** A run up to the hospital's answer. */
  Run start(String card, String password) {
    return start(SOURCE, card, password);
  }

  Run start(String source, String card, String password) {
    PasswordSalt salt =
        PasswordSalt.decode(hospital.salt(AppointmentAccount.ofCard(Clinic.HOSPITAL, card)));
    Step<ProverAwaitingShare> begun =
        CRYPTO
            .spake2Plus()
            .startProver(password.toCharArray(), salt, identities(card), named("purpose", "A"));
    AgreementStart answer =
        hospital.start(
            source, AppointmentAccount.ofCard(Clinic.HOSPITAL, card), begun.message().bytes());
    return new Run(begun.message().bytes(), answer, begun.next());
  }

  /** A run up to the treatment key. */
  Conversation agree() {
    return start(CARD, PASSWORD).confirm();
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
    private final AeadKey toPatient;
    private long number;

    Conversation(String run, SecretBytes treatmentKey) {
      this.run = run;
      this.id = HexFormat.of().parseHex(run);
      this.toHospital = CRYPTO.aead().derive(treatmentKey, "appointment.to-hospital", id);
      this.toPatient = CRYPTO.aead().derive(treatmentKey, "appointment.to-patient", id);
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

    JsonObject say(Map<String, String> request) {
      number++;
      return open(number, hospital.say(run, number, seal(number, json(request))));
    }

    byte[] seal(long messageNumber, byte[] request) {
      return CRYPTO.aead().seal(toHospital, header(messageNumber), request);
    }

    JsonObject open(long messageNumber, byte[] answer) {
      byte[] opened = CRYPTO.aead().open(toPatient, header(messageNumber), answer);
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

  static byte[] json(Map<String, String> request) {
    var json = Json.createObjectBuilder();
    request.forEach(json::add);
    return json.build().toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Identities identities(String card) {
    return new Identities(
        ByteString.of(
            CanonicalWriter.of("epione.appointment.patient", 1)
                .text(Clinic.HOSPITAL.value())
                .text(card)
                .toByteArray()),
        ByteString.of(named("hospital", "A")));
  }

  private static byte[] named(String what, String letter) {
    return CanonicalWriter.of("epione.appointment." + what, 1)
        .text("HOSPITAL-" + letter)
        .toByteArray();
  }
}
