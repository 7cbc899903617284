package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.record.EpisodeReference;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.entity.Offer;
import org.epione.sharing.entity.RecordRequest;

/**
 * The doctor's side of what patients offer: the references of records that a patient has allowed
 * beforehand, and the doctor's requests for them, for the same purpose and until the same day.
 */
@ApplicationScoped
public class Offers {

  /** Most offers in answer to one act. */
  private static final int MOST = 2 * Bundles.MOST_RECORDS;

  @Inject private RequestRegister register;
  @Inject private AskingHospital hospital;
  @Inject private Clock clock;

  /** {@code sharing.offered}. That it comes again, or too late, is no news. */
  void told(ReceivedEnvelope envelope) throws MessageRejectedException {
    OfferedMessage message = OfferedMessage.decode(envelope.payload());
    RecordRequest asked =
        register.together(message.bundle()).stream()
            .filter(each -> each.hospital().equals(envelope.to()))
            .findFirst()
            .orElseThrow(() -> new MessageRejectedException("No such request was made here."));
    Senders.require(
        envelope.from().equals(asked.askedHospital())
            && register.offers(message.bundle()).size() + message.references().size() <= MOST);
    if (register.isOfForgotten(message.bundle())) {
      return;
    }
    for (EpisodeReference each : message.references()) {
      if (register.findOffer(message.bundle(), each.text()).isEmpty()) {
        register.add(new Offer(message.bundle(), each.text(), clock.instant()));
      }
    }
  }

  /**
   * Signs a request for each record that is offered in answer to an act and was not asked for, with
   * the password once.
   *
   * @return what names the new act
   * @throws RefusedException EHR-1003 where nothing is offered, EHR-4402 where the day has passed
   */
  public Digest ask(Caller doctor, Digest answered, char[] password) throws WrongPasswordException {
    List<Offer> open =
        register.takeOffers(answered).stream()
            .filter(each -> each.followUp().isEmpty())
            .limit(Bundles.MOST_RECORDS)
            .toList();
    if (open.isEmpty()) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    RecordRequest before = register.together(answered).get(0);
    if (!before.until().isAfter(clock.instant())) {
      throw new RefusedException(ErrorCode.REQUEST_OVER);
    }
    Digest made =
        hospital.askTogether(
            doctor,
            before.askedHospital(),
            new AskedTogether(
                open.stream().map(each -> Ids.reference(each.reference())).toList(),
                before.purpose(),
                before.until(),
                Optional.empty()),
            password);
    List<RecordRequest> requests = register.together(made);
    open.forEach(
        offer ->
            requests.stream()
                .filter(each -> each.reference().equals(offer.reference()))
                .forEach(each -> offer.askedFor(each.id())));
    return made;
  }
}
