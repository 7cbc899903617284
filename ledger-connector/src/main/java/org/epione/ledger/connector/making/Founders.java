package org.epione.ledger.connector.making;

import java.util.Optional;
import org.epione.ledger.connector.port.PartyDirectory;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.HospitalAdmittedBody;

/** Compares the parties that a founding record names with those known here. */
final class Founders {

  private Founders() {}

  /** Whether all three certificates are those of the directory, and these are their codes. */
  static boolean areKnown(
      PartyDirectory directory,
      HospitalAdmittedBody body,
      String hospital,
      Optional<String> cloud) {
    return body.hospital().code().equals(hospital)
        && cloud.filter(code -> !code.equals(body.cloud().code())).isEmpty()
        && isKnown(directory, body.systemManager())
        && isKnown(directory, body.hospital())
        && isKnown(directory, body.cloud());
  }

  private static boolean isKnown(PartyDirectory directory, PartyCertificate certificate) {
    return directory.certificate(certificate.code()).filter(certificate::equals).isPresent();
  }
}
