package org.epione.enrolment.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.LedgerRecord;

/**
 * The system manager admits a hospital: payload of {@code enrolment.admitted}. The record founds
 * the hospital's chain and holds all three certificates; the names are for the hospital's
 * directory.
 *
 * @param founding a HOSPITAL_ADMITTED record
 * @param systemManager name and node of the system manager
 * @param cloud name and node of the cloud
 * @param hospitalName the name of the hospital as it applied
 * @param administratorName who administers it
 */
public record AdmissionNotice(
    LedgerRecord founding,
    Address systemManager,
    Address cloud,
    String hospitalName,
    String administratorName) {

  /** The type of its envelope. */
  public static final String TYPE = "enrolment.admitted";

  /** How a party is shown and reached. */
  public record Address(String displayName, String node) {
    private void write(CanonicalWriter to) {
      to.text(displayName).text(node);
    }

    private static Address read(CanonicalReader from) {
      return new Address(from.text(MAX_TEXT), from.text(MAX_TEXT));
    }
  }

  private static final String TAG = "epione.enrolment-admitted";
  private static final int MAX_TEXT = 800;

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1).bytes(founding.encode());
    systemManager.write(to);
    cloud.write(to);
    return to.text(hospitalName).text(administratorName).toByteArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws org.epione.crypto.codec.MalformedEncodingException when it did not
   */
  public static AdmissionNotice decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new AdmissionNotice(
                LedgerRecord.decode(from.bytes(LedgerRecord.MAX_LENGTH)),
                Address.read(from),
                Address.read(from),
                from.text(MAX_TEXT),
                from.text(MAX_TEXT)));
  }
}
