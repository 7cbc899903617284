package org.epione.sharing.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.attachment.boundary.Attachment;
import org.epione.attachment.boundary.Download;
import org.epione.attachment.boundary.FetchView;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RequestId;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.control.AddendaElsewhere;
import org.epione.sharing.control.AskingHospital;
import org.epione.sharing.control.BundleAsking;
import org.epione.sharing.control.Ids;
import org.epione.sharing.control.Offers;
import org.epione.sharing.control.Opening;
import org.epione.sharing.control.RequestFormCheck;
import org.epione.sharing.control.RequestRegister;
import org.epione.sharing.control.RequestViews;
import org.epione.sharing.control.SharedAttachments;
import org.epione.sharing.entity.Reading;
import org.epione.sharing.entity.RecordRequest;

/**
 * A doctor asks for records from elsewhere and reads what she was granted. Asking and reading are
 * acts of will: the password is needed each time, the caller wipes it.
 */
@Stateless
@RolesAllowed(Role.Name.DOCTOR)
public class RecordRequests {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private RequestFormCheck forms;
  @Inject private BundleAsking bundles;
  @Inject private Offers offers;
  @Inject private AskingHospital hospital;
  @Inject private AddendaElsewhere addenda;
  @Inject private RequestRegister register;
  @Inject private RequestViews views;
  @Inject private Opening opening;
  @Inject private Clock clock;
  @Inject private SharedAttachments attachments;

  /** The hospitals that can be asked. */
  public List<HospitalChoice> hospitals() {
    return views.hospitals();
  }

  /**
   * Asks for the record of an episode. Whether there is one shows only in the answer, which for an
   * unknown reference and for one that cannot be shared is the same.
   *
   * @throws RefusedException EHR-1004 for a form that cannot be, EHR-1011 for a wrong password
   */
  public RequestView ask(RequestForm form, char[] password) {
    Caller doctor = callers.current();
    access.require(doctor, Act.REQUEST_RECORD, Subject.of(doctor.party()));
    RequestFormCheck.Checked checked = forms.check(form);
    try {
      RequestId id = hospital.ask(doctor, checked.hospital(), checked.reference(), form, password);
      return views.of(register.find(id).orElseThrow());
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }

  /**
   * Asks for several records of one hospital in one act. Each becomes a request as any other;
   * together they are one question to the patient, and are shown as one.
   *
   * @return the requests, by reference
   * @throws RefusedException EHR-1004 for a form that cannot be, EHR-4841 while three such
   *     questions of hers wait for patients, EHR-1011 for a wrong password
   */
  public List<RequestView> askTogether(BundleForm form, char[] password) {
    Caller doctor = callers.current();
    access.require(doctor, Act.REQUEST_RECORD, Subject.of(doctor.party()));
    try {
      Digest bundle = bundles.ask(doctor, form, password);
      return register.together(bundle).stream().map(views::of).toList();
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }

  /** What patients offered in answer to her questions and she has not asked for, newest first. */
  public List<OfferView> offered() {
    Caller doctor = callers.current();
    return views.offers(register.offersFor(doctor.accountId(), clock.instant()));
  }

  /**
   * Asks for all that was offered in answer to one question and not asked for yet: for the same
   * purpose and until the same day. The patient has allowed it beforehand.
   *
   * @return the requests, by reference
   * @throws RefusedException EHR-1003 where nothing is offered, EHR-4402 where the day has passed,
   *     EHR-1011 for a wrong password
   */
  public List<RequestView> askForOffered(String bundleId, char[] password) {
    Caller doctor = callers.current();
    Digest answered = Ids.bundle(bundleId);
    List<RecordRequest> before = register.together(answered);
    if (before.isEmpty()) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    require(doctor, Act.READ_REQUEST, before.get(0).id());
    access.require(doctor, Act.REQUEST_RECORD, Subject.of(doctor.party()));
    try {
      Digest made = offers.ask(doctor, answered, password);
      return register.together(made).stream().map(views::of).toList();
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }

  /**
   * Asks for what was added to a record that she may read: for the same purpose and until the same
   * day. The patient decides on it as on any request.
   *
   * @param reference of the addendum, as she was told
   * @throws RefusedException EHR-1003 where she was told of no such addendum, EHR-4401 or EHR-4402
   *     where she cannot read the record itself any more, EHR-4407 where she has asked for it,
   *     EHR-1011 for a wrong password
   */
  public RequestView askForAddendum(String requestId, String reference, char[] password) {
    Caller doctor = callers.current();
    RequestId request = Ids.request(requestId);
    EpisodeReference addendum = Ids.reference(reference);
    require(doctor, Act.READ_REQUEST, request);
    access.require(doctor, Act.REQUEST_RECORD, Subject.of(doctor.party()));
    try {
      RequestId id = addenda.ask(doctor, request, addendum, password);
      return views.of(register.find(id).orElseThrow());
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }

  /** How many addenda to records that she may read she has not asked for. */
  public long addendaToAskFor() {
    return register.addendaToAskFor(callers.current().accountId(), clock.instant());
  }

  /** What the doctor asked for, newest first. */
  public List<RequestView> mine() {
    Caller doctor = callers.current();
    return register.of(doctor.accountId()).stream().map(views::of).toList();
  }

  /** One of her requests. */
  public RequestView request(String id) {
    RequestId request = Ids.request(id);
    require(callers.current(), Act.READ_REQUEST, request);
    return register
        .find(request)
        .map(views::of)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /**
   * Begins a reading. It is recorded on the chain, and then either the record comes or a refusal
   * with its reason; {@link #reading} tells.
   *
   * @throws RefusedException EHR-4401 where no key was ever issued, EHR-1011 for a wrong password
   */
  public ReadingView read(String requestId, char[] password) {
    Caller doctor = callers.current();
    RequestId request = Ids.request(requestId);
    require(doctor, Act.BEGIN_READING, request);
    try {
      ReadId id = hospital.read(doctor, request, password);
      return views.of(register.find(id).orElseThrow());
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }

  /** Where a reading stands. */
  public ReadingView reading(String id) {
    Reading reading = known(id);
    require(callers.current(), Act.READ_REQUEST, reading.request());
    return views.of(reading);
  }

  /**
   * Opens a delivered record with the doctor's open keys. What is decrypted is in the answer only.
   *
   * @throws RefusedException EHR-4405 when it is not, or no longer, here; EHR-4406 when it does not
   *     open; EHR-1015 when the keys are closed
   */
  public SharedRecord open(String readingId, KeySession keys) {
    Caller doctor = callers.current();
    Reading reading = known(readingId);
    require(doctor, Act.READ_SHARED_RECORD, reading.request());
    return opening.open(doctor, reading, keys);
  }

  /**
   * Asks for an attachment of a delivered record, through the system manager, and says how far it
   * is.
   *
   * @throws RefusedException EHR-1003 if the record has none of that number; EHR-4405 when it is
   *     not, or no longer, here; EHR-3049 without room on the disk
   */
  public FetchView fetchAttachment(String readingId, int number, KeySession keys) {
    Caller doctor = callers.current();
    Reading reading = known(readingId);
    require(doctor, Act.READ_SHARED_RECORD, reading.request());
    Attachment attachment = opening.attachment(doctor, reading, keys, number);
    return attachments.fetch(doctor.party(), reading, attachment);
  }

  /**
   * The attachment, once all of it has come, just as it was signed.
   *
   * @throws RefusedException EHR-3048 before it has come, EHR-3047 if it is something else,
   *     EHR-4405 when the reading is over
   */
  public Download openAttachment(String readingId, int number, KeySession keys) {
    Caller doctor = callers.current();
    Reading reading = known(readingId);
    require(doctor, Act.READ_SHARED_RECORD, reading.request());
    Attachment attachment = opening.attachment(doctor, reading, keys, number);
    return attachments.open(doctor.party(), opening.record(reading), attachment);
  }

  private Reading known(String id) {
    return register
        .find(Ids.reading(id))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private void require(Caller doctor, Act act, RequestId request) {
    access.require(doctor, act, new Subject(SubjectKind.REQUEST, request.hex(), doctor.party()));
  }
}
