package org.epione.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.scheme.pake.Identities;
import org.epione.crypto.scheme.pake.KeyConfirmationFailedException;
import org.epione.crypto.scheme.pake.ProverAwaitingShare;
import org.epione.crypto.scheme.pake.Step;
import org.epione.crypto.secret.SecretBytes;

/**
 * A patient's side of the agreement on a treatment key by her appointment password, and of the
 * messages under it, as docs/formats.md has them. Nobody is signed in, and the password is not
 * sent.
 */
public final class TreatmentAgreement implements AutoCloseable {
  private static final HexFormat HEX = HexFormat.of();

  private final PortalSession session;
  private final CryptoSuite crypto;
  private final byte[] id;
  private final String path;
  private final AeadKey toHospital;
  private final AeadKey toPatient;
  private long number;

  private TreatmentAgreement(
      PortalSession session, CryptoSuite crypto, String run, SecretBytes treatmentKey) {
    this.session = session;
    this.crypto = crypto;
    this.id = HEX.parseHex(run);
    this.path = "api/appointments/runs/" + run;
    this.toHospital = crypto.aead().derive(treatmentKey, "appointment.to-hospital", id);
    this.toPatient = crypto.aead().derive(treatmentKey, "appointment.to-patient", id);
  }

  /**
   * Agrees.
   *
   * @param card the patient's number with the hospital
   * @throws KeyConfirmationFailedException if the hospital knows another password
   */
  public static TreatmentAgreement of(
      PortalClient portal, CryptoSuite crypto, String hospital, String card, String password) {
    PortalSession session = portal.stranger();
    String salt =
        session
            .post("api/appointments/salt", Fields.of("hospital", hospital, "cardNumber", card))
            .getString("salt");
    Step<ProverAwaitingShare> begun =
        crypto
            .spake2Plus()
            .startProver(
                password.toCharArray(),
                PasswordSalt.decode(HEX.parseHex(salt)),
                identities(hospital, card),
                named("purpose", hospital));
    JsonObject answer =
        session.post(
            "api/appointments/runs",
            Fields.builder("hospital", hospital)
                .add("cardNumber", card)
                .add("share", begun.message().hex())
                .build());
    Step<SecretBytes> done =
        begun
            .next()
            .receive(HEX.parseHex(answer.getString("share")))
            .receive(HEX.parseHex(answer.getString("confirmation")));
    String run = answer.getString("run");
    try (SecretBytes treatmentKey = done.next()) {
      session.post(
          "api/appointments/runs/" + run + "/confirmation",
          Fields.of("confirmation", done.message().hex()));
      return new TreatmentAgreement(session, crypto, run, treatmentKey);
    }
  }

  /** Who agree: the patient by her card, and the hospital. */
  static Identities identities(String hospital, String card) {
    byte[] patient =
        CanonicalWriter.of("epione.appointment.patient", 1).text(hospital).text(card).toByteArray();
    return new Identities(ByteString.of(patient), ByteString.of(named("hospital", hospital)));
  }

  private static byte[] named(String what, String hospital) {
    return CanonicalWriter.of("epione.appointment." + what, 1).text(hospital).toByteArray();
  }

  /** What the patient sees of the hospital's times and of her own. */
  public Appointments look() {
    return say(Fields.of("act", "LOOK"));
  }

  /** Takes a time. */
  public Appointments book(String slot, String reason) {
    return say(Fields.builder("act", "BOOK").add("slot", slot).add("reason", reason).build());
  }

  /** Goes to another time. */
  public Appointments move(String appointment, String slot) {
    return say(
        Fields.builder("act", "MOVE").add("appointment", appointment).add("slot", slot).build());
  }

  private Appointments say(JsonObject request) {
    number++;
    byte[] header =
        CanonicalWriter.of("epione.appointment.message", 1)
            .fixed(id, id.length)
            .u64(number)
            .toByteArray();
    byte[] sealed =
        crypto.aead().seal(toHospital, header, request.toString().getBytes(StandardCharsets.UTF_8));
    JsonObject answer =
        session.post(
            path + "/requests",
            Json.createObjectBuilder()
                .add("number", number)
                .add("sealed", HEX.formatHex(sealed))
                .build());
    byte[] opened = crypto.aead().open(toPatient, header, HEX.parseHex(answer.getString("sealed")));
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(opened))) {
      return Appointments.of(reader.readObject());
    }
  }

  /** Both sides forget the key. */
  @Override
  public void close() {
    toHospital.close();
    toPatient.close();
    session.delete(path);
  }
}
