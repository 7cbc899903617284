package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.epione.ledger.connector.port.PartyDirectory;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.Standing;

/** How the asking side stands now. */
@ApplicationScoped
public class Standings {

  @EJB private PartyDirectory directory;
  @Inject private Signatures signatures;
  @Inject private HospitalChain chain;
  @Inject private Clock clock;

  /**
   * How the doctor of a request and her hospital stand now. She has credit on the chain of her own
   * hospital and on those where she asks; the lowest counts.
   *
   * @param keeping the hospital that keeps the record
   */
  public Standing of(AccessRequestedBody request, PartyCode keeping) {
    return of(request.doctor(), request.hospital(), keeping);
  }

  /** The same of a doctor of that hospital who has not asked. */
  Standing of(DoctorCertificate doctor, PartyCertificate hospital, PartyCode keeping) {
    Instant now = clock.instant();
    List<HospitalChain.Credit> credits =
        Stream.concat(
                directory.codeOf(hospital.pid()).map(PartyCode::new).stream(), Stream.of(keeping))
            .distinct()
            .flatMap(code -> chain.credit(code, doctor.pid()).stream())
            .toList();
    return new Standing(
        isCertified(hospital, now),
        signatures.isDoctorOf(doctor, hospital) && doctor.identity().validity().includes(now),
        credits.stream().map(HospitalChain.Credit::score).min(Comparator.naturalOrder()),
        credits.stream().allMatch(HospitalChain.Credit::inGoodStanding),
        directory
            .codeOf(hospital.pid())
            .map(PartyCode::new)
            .map(chain::isInGoodStanding)
            .orElse(true));
  }

  /** Whether the certificate in the directory counts now. */
  public boolean isCertified(PartyCode party) {
    return directory
        .certificate(party.value())
        .filter(certificate -> isCertified(certificate, clock.instant()))
        .isPresent();
  }

  private boolean isCertified(PartyCertificate party, Instant now) {
    return signatures.isAdmitted(party) && party.identity().validity().includes(now);
  }
}
