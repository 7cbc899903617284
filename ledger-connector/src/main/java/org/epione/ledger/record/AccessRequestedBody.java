package org.epione.ledger.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.PartyCertificate;

/**
 * A doctor, of this hospital or another, asks the patient for the record of an episode.
 *
 * @param request names this request
 * @param episode which episode; the asking doctor knows only its reference
 * @param doctor the asking doctor's certificate
 * @param hospital certificate of the hospital that signed it
 * @param purpose HL7 v3 PurposeOfUse, e.g. {@code TREAT}
 * @param notAfter until when the doctor wants to read
 */
public record AccessRequestedBody(
    RequestId request,
    EpisodeReference episode,
    DoctorCertificate doctor,
    PartyCertificate hospital,
    String purpose,
    Instant notAfter)
    implements RecordBody {

  private static final String TAG = "epione.access-requested";

  /** Checks the purpose's form; drops what is finer than a millisecond. */
  public AccessRequestedBody {
    RecordFields.requireCode(purpose, "purpose");
    notAfter = notAfter.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public RecordType type() {
    return RecordType.ACCESS_REQUESTED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    request.write(to);
    episode.write(to);
    return to.bytes(doctor.encode())
        .bytes(hospital.encode())
        .text(purpose)
        .instant(notAfter)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static AccessRequestedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new AccessRequestedBody(
                RequestId.read(from),
                EpisodeReference.read(from),
                DoctorCertificate.decode(from.bytes(DoctorCertificate.MAX_LENGTH)),
                PartyCertificate.decode(from.bytes(PartyCertificate.MAX_LENGTH)),
                from.text(RecordFields.MAX_CODE),
                from.instant()));
  }
}
