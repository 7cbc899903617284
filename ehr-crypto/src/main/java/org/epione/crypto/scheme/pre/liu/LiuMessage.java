package org.epione.crypto.scheme.pre.liu;

import java.util.Arrays;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.transcript.DomainTag;

/**
 * One message of {@link LiuReKeying}: a secret exponent sealed to its receiver, for a patient, a
 * doctor and a step; the three are bound into the seal. Encoded: 219 bytes.
 *
 * @param step what the exponent is
 * @param from the patient's public key
 * @param to the doctor's public key
 * @param sealed HPKE ciphertext of the exponent
 */
public record LiuMessage(Step step, LiuPublicKey from, LiuPublicKey to, ByteString sealed) {

  private static final String TAG = "epione.liu.message";
  private static final int MAX_SEAL = 512;

  /** The messages of the protocol. */
  public enum Step {
    /** Patient to doctor: rho. */
    BLINDING(1),
    /** Patient to proxy: rho x_j. */
    PATIENT_SHARE(2),
    /** Doctor to proxy: rho x_s. */
    DOCTOR_SHARE(3);

    private final int code;

    Step(int code) {
      this.code = code;
    }

    private static Step of(int code) {
      return Arrays.stream(values())
          .filter(step -> step.code == code)
          .findAny()
          .orElseThrow(() -> new MalformedEncodingException("no step of the protocol"));
    }
  }

  /** Refuses a seal that is too long for an exponent. */
  public LiuMessage {
    if (sealed.size() > MAX_SEAL) {
      throw new IllegalArgumentException("not the seal of " + Scalar.LENGTH + " bytes");
    }
  }

  static LiuMessage decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new LiuMessage(
                Step.of(in.u8()),
                new LiuPublicKey(group.decodeG1(in.fixed(G1.LENGTH))),
                new LiuPublicKey(group.decodeG1(in.fixed(G1.LENGTH))),
                ByteString.of(in.bytes(MAX_SEAL))));
  }

  /** The encoding; {@link LiuReKeying#decodeMessage} reads it back. */
  public byte[] encode() {
    return header(CanonicalWriter.of(TAG, 1), step, from, to).bytes(sealed.bytes()).toByteArray();
  }

  /** What the seal is bound to. */
  static byte[] info(Step step, LiuPublicKey from, LiuPublicKey to) {
    return header(
            CanonicalWriter.of("epione.liu.seal", 1).text(DomainTag.LIU_REKEY.text()),
            step,
            from,
            to)
        .toByteArray();
  }

  private static CanonicalWriter header(
      CanonicalWriter out, Step step, LiuPublicKey from, LiuPublicKey to) {
    return out.u8(step.code)
        .fixed(from.element().encode(), G1.LENGTH)
        .fixed(to.element().encode(), G1.LENGTH);
  }

  @Override
  public String toString() {
    return "LiuMessage(" + step + ")";
  }
}
