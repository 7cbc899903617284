package org.epione.ledger.forgetting;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.identity.KeyLengths;

/**
 * What a hospital certifies of a patient whom it has forgotten. It names no person: who was
 * forgotten knows its number, and the episodes are those that the chain still shows.
 *
 * @param number 16 bytes
 * @param hospital its code
 * @param asked when it was asked, by the patient herself or on a written request
 * @param released when two people of the hospital, a registrar and an administrator, had agreed
 * @param completed when all was destroyed
 * @param episodes of which nobody has a key any more, 16 bytes each
 * @param steps what was destroyed at the hospital, in order
 * @param receipt the system manager's {@link DestructionReceipt}, encoded
 * @param signature of the hospital, Ed25519 over {@link #toSign}, 64 bytes
 */
public record ForgettingCertificate(
    ByteString number,
    String hospital,
    boolean byPatient,
    Instant asked,
    Instant released,
    Instant completed,
    List<RecordId> episodes,
    List<Step> steps,
    ByteString receipt,
    ByteString signature) {

  static final int NUMBER_LENGTH = 16;

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{1,31}");
  private static final String TAG = "epione.forgetting.certificate";
  private static final String SIGNED = "epione.forgetting.certificate.signed";
  private static final int MAX_CODE = 32;
  private static final int MAX_NAME = 32;
  private static final int MOST_STEPS = 64;
  private static final int MOST_EPISODES = 10_000;
  private static final int MAX_SIGNED = 300_000;

  /** Checks form and lengths; the signatures are checked by {@link CertificateCheck}. */
  public ForgettingCertificate {
    episodes = List.copyOf(episodes);
    steps = List.copyOf(steps);
    KeyLengths.require(signature, KeyLengths.ED25519_SIGNATURE, "an Ed25519 signature");
    if (number.size() != NUMBER_LENGTH) {
      throw new IllegalArgumentException("a number has 16 bytes");
    }
    if (!CODE.matcher(hospital).matches()) {
      throw new IllegalArgumentException("bad party code");
    }
  }

  /**
   * One step.
   *
   * @param what a name that {@link Destroyed#atHospital} knows
   */
  public record Step(String what, long entries, Instant at) {

    /** Refuses a kind that nobody can read. */
    public Step {
      Destroyed.atHospital(what);
    }
  }

  /** The same, signed. */
  public ForgettingCertificate signed(byte[] by) {
    return new ForgettingCertificate(
        number,
        hospital,
        byPatient,
        asked,
        released,
        completed,
        episodes,
        steps,
        receipt,
        ByteString.of(by));
  }

  /** What the hospital signs. */
  public byte[] toSign() {
    return CanonicalWriter.of(SIGNED, 1)
        .fixed(number.bytes(), NUMBER_LENGTH)
        .text(hospital)
        .u8(byPatient ? 1 : 0)
        .instant(asked)
        .instant(released)
        .instant(completed)
        .list(episodes, (out, each) -> out.fixed(each.bytes(), RecordId.LENGTH))
        .list(steps, (out, each) -> out.text(each.what()).u32(each.entries()).instant(each.at()))
        .bytes(receipt.bytes())
        .toByteArray();
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(toSign())
        .fixed(signature.bytes(), KeyLengths.ED25519_SIGNATURE)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static ForgettingCertificate decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    byte[] signed = in.bytes(MAX_SIGNED);
    ByteString signature = ByteString.of(in.fixed(KeyLengths.ED25519_SIGNATURE));
    return in.end(() -> CanonicalReader.decode(SIGNED, 1, signed, from -> read(from, signature)));
  }

  private static ForgettingCertificate read(CanonicalReader in, ByteString signature) {
    return new ForgettingCertificate(
        ByteString.of(in.fixed(NUMBER_LENGTH)),
        in.text(MAX_CODE),
        flag(in.u8()),
        in.instant(),
        in.instant(),
        in.instant(),
        in.list(MOST_EPISODES, each -> RecordId.of(each.fixed(RecordId.LENGTH))),
        in.list(MOST_STEPS, each -> new Step(each.text(MAX_NAME), each.u32(), each.instant())),
        ByteString.of(in.bytes(DestructionReceipt.MAX_LENGTH)),
        signature);
  }

  private static boolean flag(int code) {
    if (code > 1) {
      throw new IllegalArgumentException("neither yes nor no");
    }
    return code == 1;
  }
}
