package org.epione.crypto.scheme.pre.liu;

import java.util.Arrays;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.Hpke;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.hybrid.HpkeSecretKey;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.scheme.pre.liu.LiuMessage.Step;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/**
 * How the proxy gets rk = x_s/x_j without either key leaving its holder; the paper sends it both.
 * In three steps: the patient ({@link #start}) picks rho, seals it to the doctor and rho x_j to the
 * proxy; the doctor ({@link #answer}) seals rho x_s to the proxy; the proxy ({@link #combine})
 * divides. The proxy learns rk and nothing more of the keys. It checks PK_j^rk = PK_s, which only
 * shares of these two keys fulfil: forged or mixed ones are refused.
 *
 * <p>The doctor knows rho, so rho x_j is as secret as x_j towards the doctor: it is sealed to the
 * proxy, and if the proxy shows it to the doctor the patient's key is lost, as it is when it shows
 * rk. Whether the patient consents is for the caller to check. Thread-safe.
 */
public final class LiuReKeying {

  private final BilinearGroup group;
  private final RandomSource random;
  private final Hpke hpke;

  /** Works in {@code group}; seals with {@code hpke}. */
  public LiuReKeying(BilinearGroup group, RandomSource random, Hpke hpke) {
    this.group = group;
    this.random = random;
    this.hpke = hpke;
  }

  /**
   * The patient's two messages.
   *
   * @param toDoctor rho, sealed to the doctor
   * @param toProxy rho x_j, sealed to the proxy
   */
  public record Start(LiuMessage toDoctor, LiuMessage toProxy) {}

  /** Reads a message, or throws {@link MalformedEncodingException}. */
  public LiuMessage decodeMessage(byte[] encoded) {
    return LiuMessage.decode(group, encoded);
  }

  /** The patient begins, with a rho that is used for these two messages only. */
  public Start start(
      LiuSecretKey patient,
      LiuPublicKey doctor,
      HpkePublicKey doctorSeal,
      HpkePublicKey proxySeal) {
    LiuPublicKey from = patient.publicKey();
    try (SecretScalar rho = SecretScalar.random(random);
        SecretScalar share = rho.multiply(patient.x())) {
      return new Start(
          seal(Step.BLINDING, from, doctor, doctorSeal, rho),
          seal(Step.PATIENT_SHARE, from, doctor, proxySeal, share));
    }
  }

  /**
   * The doctor answers.
   *
   * @param patient whom the doctor agreed this with
   * @throws DecryptionFailedException if the message is not this step's, for this pair
   */
  public LiuMessage answer(
      LiuSecretKey doctor,
      LiuPublicKey patient,
      HpkeSecretKey doctorSeal,
      HpkePublicKey proxySeal,
      LiuMessage blinding) {
    LiuPublicKey to = doctor.publicKey();
    try (SecretScalar rho = open(Step.BLINDING, patient, to, doctorSeal, blinding);
        SecretScalar share = rho.multiply(doctor.x())) {
      return seal(Step.DOCTOR_SHARE, patient, to, proxySeal, share);
    }
  }

  /**
   * The proxy makes the re-encryption key.
   *
   * @throws DecryptionFailedException if the messages are not the two shares of one run between
   *     these two
   */
  public LiuReEncryptionKey combine(
      LiuPublicKey patient,
      LiuPublicKey doctor,
      HpkeSecretKey proxySeal,
      LiuMessage patientShare,
      LiuMessage doctorShare) {
    try (SecretScalar ofPatient =
            open(Step.PATIENT_SHARE, patient, doctor, proxySeal, patientShare);
        SecretScalar ofDoctor = open(Step.DOCTOR_SHARE, patient, doctor, proxySeal, doctorShare);
        SecretScalar inverse = ofPatient.inverse()) {
      return new LiuReEncryptionKey(patient, doctor, ofDoctor.multiply(inverse));
    } catch (IllegalArgumentException e) {
      throw new DecryptionFailedException();
    }
  }

  private LiuMessage seal(
      Step step, LiuPublicKey from, LiuPublicKey to, HpkePublicKey receiver, SecretScalar secret) {
    try (SecretBytes exported = secret.export()) {
      byte[] plaintext = exported.reveal(SecretAccess.token());
      try {
        byte[] info = LiuMessage.info(step, from, to);
        return new LiuMessage(
            step, from, to, ByteString.of(hpke.seal(receiver, info, new byte[0], plaintext)));
      } finally {
        Arrays.fill(plaintext, (byte) 0);
      }
    }
  }

  private SecretScalar open(
      Step step, LiuPublicKey from, LiuPublicKey to, HpkeSecretKey receiver, LiuMessage message) {
    if (message.step() != step || !message.from().equals(from) || !message.to().equals(to)) {
      throw new DecryptionFailedException();
    }
    byte[] info = LiuMessage.info(step, from, to);
    byte[] plaintext = hpke.open(receiver, info, new byte[0], message.sealed().bytes());
    try (SecretBytes secret = SecretBytes.of(plaintext)) {
      return SecretScalar.restore(secret);
    } catch (MalformedEncodingException e) {
      throw new DecryptionFailedException();
    } finally {
      Arrays.fill(plaintext, (byte) 0);
    }
  }
}
