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
import org.epione.attachment.boundary.Download;
import org.epione.attachment.boundary.FetchView;
import org.epione.custody.boundary.KeySession;
import org.epione.guardian.boundary.Guardians;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.record.control.AttachmentRecall;
import org.epione.record.control.RecordReading;
import org.epione.record.control.RecordStore;
import org.epione.record.entity.MedicalRecord;
import org.epione.record.entity.RecordOpening;

/**
 * A patient's own records, or a minor's for the guardian. The ciphertext is with the cloud: reading
 * asks for it by message, checks it against the chain's digest and decrypts it in the key session
 * of who reads.
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class MyRecords {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private Guardians guardians;
  @Inject private RecordStore records;
  @Inject private RecordReading reading;
  @Inject private AttachmentRecall recall;

  /** The caller's records, latest first. */
  public List<RecordRow> all() {
    return of(callers.current().accountId());
  }

  /**
   * The records of the caller or of a minor for whom she acts, latest first.
   *
   * @throws RefusedException EHR-1002 for anybody else's
   */
  public List<RecordRow> of(AccountId patient) {
    Caller caller = callers.current();
    access.require(caller, Act.READ_OWN_RECORD, Subject.of(patient, caller.party()));
    return records.ofPatient(patient.toString()).stream().map(reading::row).toList();
  }

  /**
   * Asks the cloud for a record of that patient, who is the caller or a minor for whom she acts.
   *
   * @throws RefusedException EHR-1003 if it is another patient's, EHR-3021 if it is not final yet
   */
  public OpeningView ask(AccountId patient, String record) {
    MedicalRecord own = own(permitted(record), record);
    if (!own.patientAccount().equals(patient.toString())) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    return ask(own);
  }

  /**
   * Asks the cloud for a record.
   *
   * @throws RefusedException EHR-3021 if it is not final yet
   */
  public OpeningView ask(String record) {
    return ask(own(permitted(record), record));
  }

  private OpeningView ask(MedicalRecord own) {
    RecordOpening opening = reading.ask(own);
    return new OpeningView(opening.id(), own.id(), Optional.empty());
  }

  /**
   * The record, once the cloud has answered; then the opening is over, unless there are
   * attachments, which can be asked for by it.
   *
   * @throws RefusedException EHR-3020 if the cloud no longer has it as it was, EHR-3022 if it does
   *     not open
   */
  public OpeningView read(KeySession session, String record, String opening) {
    MedicalRecord own = own(permitted(session, record), record);
    RecordOpening asked = asked(own, opening);
    return new OpeningView(asked.id(), own.id(), reading.read(keys(session, own), own, asked));
  }

  /**
   * Asks the cloud for an attachment of a record that was read, and says how far it is.
   *
   * @throws RefusedException EHR-1003 if the record has none of that number, or was read more than
   *     an hour ago; EHR-3049 without room on the disk
   */
  public FetchView fetchAttachment(KeySession session, String record, String opening, int number) {
    MedicalRecord own = own(permitted(session, record), record);
    return recall.fetch(
        own, reading.attachment(keys(session, own), own, asked(own, opening), number));
  }

  /**
   * The attachment, once all of it has come, just as it was signed.
   *
   * @throws RefusedException EHR-3048 before it has come, EHR-3047 if it is something else
   */
  public Download openAttachment(KeySession session, String record, String opening, int number) {
    MedicalRecord own = own(permitted(session, record), record);
    return recall.open(
        own, reading.attachment(keys(session, own), own, asked(own, opening), number));
  }

  private RecordOpening asked(MedicalRecord own, String opening) {
    return records
        .opening(opening)
        .filter(each -> each.recordId().equals(own.id()))
        .filter(each -> each.account().equals(own.patientAccount()))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private Caller permitted(KeySession session, String record) {
    Caller caller = permitted(record);
    if (!session.account().equals(caller.accountId())) {
      throw new RefusedException(ErrorCode.KEYS_OF_ANOTHER);
    }
    return caller;
  }

  private Caller permitted(String record) {
    Caller caller = callers.current();
    access.require(
        caller, Act.READ_OWN_RECORD, new Subject(SubjectKind.EPISODE, record, caller.party()));
    return caller;
  }

  private MedicalRecord own(Caller caller, String record) {
    MedicalRecord found =
        records.find(record).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    guardians.acting(caller, AccountId.of(found.patientAccount()));
    return found;
  }

  /** The caller's session, for the keys of whose record it is. */
  private static KeySession keys(KeySession session, MedicalRecord own) {
    return session.actingFor(AccountId.of(own.patientAccount()));
  }
}
