package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.state.ChainState;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;

/** Who stands behind a pseudo-identity, as far as an auditor may know: never a patient. */
@ApplicationScoped
public class Authors {

  @EJB private Parties parties;
  @EJB private Doctors doctors;

  /** The name of a party, or of a doctor as {@link #doctor} gives it; none for a patient. */
  String name(ChainState state, LedgerRecord signed) {
    if (signed.type().author() == RecordType.Author.PATIENT) {
      return "";
    }
    if (signed.type().author() == RecordType.Author.DOCTOR) {
      return doctor(state, signed.author());
    }
    return parties.find(signed.author()).map(PartyView::displayName).orElse("");
  }

  /**
   * The name of a doctor, with her hospital if the chain is another's; of one who is not known on
   * this server the hospital alone.
   */
  String doctor(ChainState state, Pid pid) {
    return doctors
        .byPid(pid)
        .map(found -> name(state, found))
        .or(() -> state.delegate(pid).map(each -> each.hospital().code()))
        .orElse("");
  }

  private String name(ChainState state, DoctorView doctor) {
    boolean own = doctor.certificate().hospital().equals(state.founding().orElseThrow().chain());
    return own ? doctor.displayName() : parties.nameAt(doctor.displayName(), doctor.hospital());
  }

  /** Who is responsible for a record: a party's code, or the doctor's or patient's pseudonym. */
  String responsible(LedgerRecord signed) {
    return parties
        .find(signed.author())
        .map(party -> party.code().value())
        .orElseGet(() -> signed.type().author() + " " + signed.author().hex());
  }
}
