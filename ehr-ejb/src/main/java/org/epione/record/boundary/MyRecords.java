package org.epione.record.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.KeySession;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.record.control.RecordReading;
import org.epione.record.control.RecordStore;
import org.epione.record.entity.MedicalRecord;
import org.epione.record.entity.RecordOpening;

/**
 * A patient's own records. The ciphertext is with the cloud: reading asks for it by message, checks
 * it against the chain's digest and decrypts it in her key session.
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class MyRecords {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private RecordStore records;
  @Inject private RecordReading reading;

  /** The caller's records, latest first. */
  public List<RecordRow> all() {
    Caller caller = callers.current();
    String account = caller.accountId().toString();
    access.require(
        caller, Act.READ_OWN_RECORD, new Subject(SubjectKind.ACCOUNT, account, caller.party()));
    return records.ofPatient(account).stream().map(reading::row).toList();
  }

  /**
   * Asks the cloud for a record.
   *
   * @throws RefusedException EHR-3021 if it is not final yet
   */
  public OpeningView ask(String record) {
    Caller caller = permitted(record);
    MedicalRecord own = own(caller, record);
    RecordOpening opening = reading.ask(own);
    return new OpeningView(opening.id(), own.id(), Optional.empty());
  }

  /**
   * The record, once the cloud has answered; then the opening is over.
   *
   * @throws RefusedException EHR-3020 if the cloud no longer has it as it was, EHR-3022 if it does
   *     not open
   */
  public OpeningView read(KeySession session, String record, String opening) {
    Caller caller = permitted(record);
    if (!session.account().equals(caller.accountId())) {
      throw new RefusedException(ErrorCode.KEYS_OF_ANOTHER);
    }
    MedicalRecord own = own(caller, record);
    RecordOpening asked =
        records
            .opening(opening)
            .filter(each -> each.recordId().equals(own.id()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    return new OpeningView(asked.id(), own.id(), reading.read(session, own, asked));
  }

  private Caller permitted(String record) {
    Caller caller = callers.current();
    access.require(
        caller, Act.READ_OWN_RECORD, new Subject(SubjectKind.EPISODE, record, caller.party()));
    return caller;
  }

  private MedicalRecord own(Caller caller, String record) {
    return records
        .find(record)
        .filter(each -> each.patientAccount().equals(caller.accountId().toString()))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }
}
