package org.epione.appointment.control;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Function;
import org.epione.account.boundary.Caller;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The messages under one treatment key: a key for each direction, and numbers, so that none can be
 * left out, repeated, exchanged or sent back. One request at a time.
 */
final class AgreedRun implements AutoCloseable {

  private final CryptoSuite crypto;
  private final byte[] id;
  private final Caller caller;
  private final Holder holder;
  private final AeadKey toHospital;
  private final AeadKey fromHospital;
  private volatile Instant ends;
  private long answered;
  private @Nullable Digest lastRequest;
  private byte[] lastAnswer = new byte[0];

  /**
   * A run whose treatment key was just confirmed.
   *
   * @param treatmentKey stays the caller's to close
   */
  AgreedRun(
      CryptoSuite crypto,
      String run,
      Caller caller,
      Holder holder,
      SecretBytes treatmentKey,
      Instant ends) {
    this.crypto = crypto;
    this.id = HexFormat.of().parseHex(run);
    this.caller = caller;
    this.holder = holder;
    this.toHospital = crypto.aead().derive(treatmentKey, "appointment.to-hospital", id);
    this.fromHospital =
        crypto.aead().derive(treatmentKey, AgreementNames.answersTo(holder.kind()), id);
    this.ends = ends;
  }

  /** As whom acts who proved the password. */
  Caller caller() {
    return caller;
  }

  /** By which password. */
  Holder holder() {
    return holder;
  }

  Instant ends() {
    return ends;
  }

  /**
   * Opens a request, has it carried out and seals what comes of it. The last request again gets the
   * same answer and is not carried out again.
   *
   * @throws RefusedException EHR-3302 if it does not open or is not due
   */
  synchronized byte[] say(long number, byte[] sealed, Function<byte[], byte[]> act) {
    Digest request = Digest.of(sealed);
    if (number == answered && Objects.equals(request, lastRequest)) {
      return lastAnswer.clone();
    }
    if (number != answered + 1) {
      throw new RefusedException(ErrorCode.AGREEMENT_MESSAGE, "Another number is due.");
    }
    byte[] header = AgreementNames.header(id, number);
    byte[] answer = crypto.aead().seal(fromHospital, header, act.apply(open(header, sealed)));
    answered = number;
    lastRequest = request;
    lastAnswer = answer;
    return answer.clone();
  }

  private byte[] open(byte[] header, byte[] sealed) {
    try {
      return crypto.aead().open(toHospital, header, sealed);
    } catch (DecryptionFailedException altered) {
      throw (RefusedException)
          new RefusedException(ErrorCode.AGREEMENT_MESSAGE, "It does not open.").initCause(altered);
    }
  }

  /** It was used, so it stays for longer. */
  void keepUntil(Instant later) {
    ends = later;
  }

  @Override
  public void close() {
    toHospital.close();
    fromHospital.close();
  }

  @Override
  public String toString() {
    return "AgreedRun";
  }
}
