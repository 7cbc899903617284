package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.epione.account.boundary.Caller;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.RequestId;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.RequestForm;
import org.epione.sharing.entity.AddendumNotice;
import org.epione.sharing.entity.RecordRequest;
import org.epione.sharing.entity.RequestState;

/**
 * The side of the doctor who reads a record from elsewhere: that something was added to it, and her
 * request for that, for the same purpose and until the same day.
 */
@ApplicationScoped
public class AddendaElsewhere {

  @Inject private RequestRegister register;
  @Inject private AskingHospital hospital;
  @Inject private RequestFormCheck forms;
  @Inject private Clock clock;

  /** {@code sharing.addendum}. That it comes again is no news. */
  void told(ReceivedEnvelope envelope) throws MessageRejectedException {
    AddendumMessage message = AddendumMessage.decode(envelope.payload());
    RecordRequest request =
        register
            .take(message.request())
            .filter(each -> each.hospital().equals(envelope.to()))
            .orElseThrow(() -> new MessageRejectedException("No such request was made here."));
    Senders.require(envelope.from().equals(request.askedHospital()));
    String reference = message.addendum().text();
    if (register.takeNotice(request.id(), reference).isEmpty()) {
      register.add(new AddendumNotice(request.id(), reference, clock.instant()));
    }
  }

  /**
   * Signs a request for an addendum that the doctor was told of.
   *
   * @throws RefusedException EHR-4401 where the record itself cannot be read, EHR-4402 where its
   *     end date has passed, EHR-1003 where there is no such addendum, EHR-4407 where it was asked
   *     for
   */
  public RequestId ask(
      Caller doctor, RequestId readUnder, EpisodeReference addendum, char[] password)
      throws WrongPasswordException {
    RecordRequest request =
        register.take(readUnder).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (request.state() != RequestState.READY) {
      throw new RefusedException(ErrorCode.RECORD_NOT_GRANTED);
    }
    Instant now = clock.instant();
    if (!request.until().isAfter(now)) {
      throw new RefusedException(ErrorCode.REQUEST_OVER);
    }
    AddendumNotice notice =
        register
            .takeNotice(readUnder, addendum.text())
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (notice.followUp().isPresent()) {
      throw new RefusedException(ErrorCode.ADDENDUM_ASKED_FOR);
    }
    RequestForm form =
        new RequestForm(
            request.askedHospital().value(),
            notice.reference(),
            request.purpose(),
            request.until());
    RequestFormCheck.Checked checked = forms.check(form);
    RequestId asked = hospital.ask(doctor, checked.hospital(), checked.reference(), form, password);
    notice.askedFor(asked);
    return asked;
  }
}
