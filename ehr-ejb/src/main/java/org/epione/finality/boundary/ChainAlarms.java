package org.epione.finality.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.Finality;
import org.epione.ledger.connector.store.AlarmRow;
import org.epione.party.boundary.Parties;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.Given;
import org.epione.platform.identity.PartyCode;

/**
 * The alarm when a hospital signed two histories, with the proof. It holds two headers and no
 * record, so nothing of a patient. An administrator sees those of her own hospital.
 */
@Stateless
@RolesAllowed({Role.Name.SYSTEM_MANAGER, Role.Name.HOSPITAL_ADMINISTRATOR, Role.Name.AUDITOR})
public class ChainAlarms {

  @EJB private Callers callers;
  @EJB private Finality finality;
  @EJB private Parties parties;

  /** The alarms, oldest first. */
  public List<AlarmView> alarms() {
    Caller caller = callers.current();
    Optional<String> own =
        Optional.of(caller.party().value())
            .filter(party -> caller.role() == Role.HOSPITAL_ADMINISTRATOR);
    return finality.alarms(own).stream().map(this::view).toList();
  }

  /** The encoded proof of an alarm that the caller may see. */
  public byte[] proof(String hospital, String digest) {
    Caller caller = callers.current();
    if (caller.role() == Role.HOSPITAL_ADMINISTRATOR && !caller.party().value().equals(hospital)) {
      throw new RefusedException(ErrorCode.ACCESS_DENIED);
    }
    return finality
        .proof(hospital, Given.id(digest, Digest::ofHex))
        .map(ByteString::bytes)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private AlarmView view(AlarmRow alarm) {
    return new AlarmView(
        alarm.hospital(),
        parties.name(new PartyCode(alarm.hospital())),
        alarm.digest().hex(),
        alarm.height(),
        alarm.byHospital(),
        alarm.byCloud(),
        alarm.station(),
        alarm.reportedAt());
  }
}
