package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.identity.Pid;

/**
 * The patient takes a doctor's warrant back: what the doctor signs from the record's time on does
 * not count. What was signed before stands.
 *
 * @param episode the episode that the warrant is for
 * @param doctor whose warrant it is
 */
public record WarrantWithdrawnBody(RecordId episode, Pid doctor) implements RecordBody {

  private static final String TAG = "epione.warrant-withdrawn";

  @Override
  public RecordType type() {
    return RecordType.WARRANT_WITHDRAWN;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    RecordFields.episode(to, episode);
    doctor.write(to);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static WarrantWithdrawnBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from -> new WarrantWithdrawnBody(RecordFields.episode(from), Pid.read(from)));
  }
}
