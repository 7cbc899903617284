package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.rules.CreditRules;

/**
 * The system manager admits a hospital and so founds its chain: the three servers that sign on it,
 * and its rules.
 *
 * @param systemManager certificate signed by itself
 * @param hospital certificate of the hospital whose chain this is
 * @param cloud certificate of the second supernode
 * @param creditRules how credit moves, until a CREDIT_RULES record says otherwise
 * @param blockRules how blocks are made
 */
public record HospitalAdmittedBody(
    PartyCertificate systemManager,
    PartyCertificate hospital,
    PartyCertificate cloud,
    CreditRules creditRules,
    BlockRules blockRules)
    implements RecordBody {

  private static final String TAG = "epione.hospital-admitted";
  private static final int MAX_RULES = 256;

  /** Checks that each certificate is of the right kind of party. */
  public HospitalAdmittedBody {
    if (systemManager.kind() != PartyKind.SYSTEM_MANAGER
        || hospital.kind() != PartyKind.HOSPITAL
        || cloud.kind() != PartyKind.CLOUD) {
      throw new IllegalArgumentException("certificates of the wrong kind of party");
    }
  }

  @Override
  public RecordType type() {
    return RecordType.HOSPITAL_ADMITTED;
  }

  @Override
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(systemManager.encode())
        .bytes(hospital.encode())
        .bytes(cloud.encode())
        .bytes(creditRules.encode())
        .bytes(blockRules.encode())
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static HospitalAdmittedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new HospitalAdmittedBody(
                PartyCertificate.decode(from.bytes(PartyCertificate.MAX_LENGTH)),
                PartyCertificate.decode(from.bytes(PartyCertificate.MAX_LENGTH)),
                PartyCertificate.decode(from.bytes(PartyCertificate.MAX_LENGTH)),
                CreditRules.decode(from.bytes(MAX_RULES)),
                BlockRules.decode(from.bytes(MAX_RULES))));
  }
}
