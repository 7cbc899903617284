package org.epione.emergency.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.EmergencyGrant;
import org.epione.sharing.boundary.EmergencyGrants;
import org.epione.sharing.boundary.EmergencyRelease;

/** What sharing needs to know of emergencies. */
@ApplicationScoped
public class ReleasedGrants implements EmergencyGrants {

  @Inject private EmergencyRegister register;
  @Inject private EmergencyCaseRegister cases;
  @Inject private EmergencyTimes times;

  @Override
  public Optional<EmergencyGrant> answerTo(RequestId request) {
    return register
        .takeRecord(request)
        .filter(row -> row.sealedKeys().isPresent())
        .map(
            row -> {
              EmergencyGrant granted =
                  new EmergencyGrant(
                      row.emergency(),
                      row.grant().orElseThrow(),
                      EmergencyOpenedBody.mark(ByteString.ofHex(row.emergency()), request),
                      row.sealedKeys().get());
              row.answered();
              return granted;
            });
  }

  @Override
  public Optional<EmergencyRelease> releaseFor(
      PartyCode hospital, EmergencyOpenedBody opened, DoctorCertificate doctor, Instant notAfter) {
    return cases.released(hospital).stream()
        .filter(
            each ->
                EmergencyOpenedBody.mark(ByteString.ofHex(each.id()), opened.request())
                    .equals(opened.mark()))
        .filter(
            each ->
                each.isReleasedFor(
                    doctor.pid(), doctor.identity().receivingKey(), notAfter, times.now()))
        .findFirst()
        .map(each -> new EmergencyRelease(each.id(), each.officer().orElseThrow()));
  }
}
