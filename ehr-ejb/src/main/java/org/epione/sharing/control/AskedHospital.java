package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RequestId;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.erasure.ForgottenRegister;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.Purpose;
import org.epione.sharing.boundary.RefusalReason;
import org.epione.sharing.control.ProgressMessage.Step;
import org.epione.sharing.entity.Asked;
import org.epione.sharing.entity.Inquiry;
import org.epione.sharing.entity.InquiryState;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;

/**
 * The side of the hospital that keeps the record: requests come in and go on its chain, the
 * patient's decisions follow them there, and a consent goes on to the system manager. Whether a
 * record may stand on the chain is the chain's to decide; the patient sees only what does.
 */
@ApplicationScoped
public class AskedHospital {

  private static final String SEALED = "FINAL";

  @EJB private Post post;
  @EJB private ChainSubmission chain;
  @EJB private EpisodeDirectory episodes;
  @Inject private InquiryRegister register;
  @Inject private HospitalChain records;
  @Inject private AddendumNotices addenda;
  @Inject private FurtherRecords further;
  @Inject private StandingAnswers standing;
  @Inject private EmergencyAnswers emergencies;
  @Inject private Signatures signatures;
  @Inject private ForgottenRegister forgotten;
  @Inject private Clock clock;

  /** {@code sharing.request}. What cannot be shared and what does not exist look alike. */
  void asked(ReceivedEnvelope envelope) throws MessageRejectedException {
    AskMessage message = AskMessage.decode(envelope.payload());
    asked(envelope, message, Optional.empty());
  }

  /**
   * {@code sharing.requests}: each of them is a request as any other. Of records of several
   * patients each patient is asked about her own; that they are several is told to nobody.
   */
  void askedTogether(ReceivedEnvelope envelope) throws MessageRejectedException {
    AskTogetherMessage message = AskTogetherMessage.decode(envelope.payload());
    Digest bundle = Bundles.idOf(message.requests().get(0));
    Set<AccountId> patients = new LinkedHashSet<>();
    for (LedgerRecord each : message.requests()) {
      asked(
              envelope,
              new AskMessage(each, message.doctorName(), message.specialty()),
              Optional.of(bundle.hex()))
          .ifPresent(patients::add);
    }
    message.further().ifPresent(code -> further.asked(bundle, patients, code));
  }

  /** The patient who is asked, if anybody is for the first time. */
  private Optional<AccountId> asked(
      ReceivedEnvelope envelope, AskMessage message, Optional<String> bundle)
      throws MessageRejectedException {
    if (!(message.ledgerRecord().body() instanceof AccessRequestedBody body)) {
      throw new MessageRejectedException("The record is no request.");
    }
    Senders.require(body.hospital().code().equals(envelope.from().value()));
    Optional<Inquiry> known = register.take(body.request());
    if (known.isPresent()) {
      requireSame(known.get(), message.ledgerRecord());
      return Optional.empty();
    }
    Optional<EpisodeFacts> episode =
        episodes
            .byReference(envelope.to(), body.episode().text())
            .filter(each -> each.state().equals(SEALED));
    Optional<Purpose> purpose = purpose(body.purpose());
    if (episode.filter(each -> isForgotten(envelope.to(), each)).isPresent()) {
      tell(envelope.to(), envelope.from(), body.request(), Step.FORGOTTEN);
      return Optional.empty();
    }
    if (episode.isEmpty()
        || purpose.isEmpty()
        || (bundle.isPresent() && isFlooded(episode.get().patient(), envelope.from()))) {
      tell(envelope.to(), envelope.from(), body.request(), Step.UNAVAILABLE);
      return Optional.empty();
    }
    Asked asked =
        new Asked(
            body.request(),
            envelope.to(),
            envelope.from(),
            message.doctorName(),
            message.specialty(),
            episode.get().episode().hex(),
            episode.get().reference(),
            episode.get().patient(),
            purpose.get(),
            body.notAfter(),
            bundle);
    LedgerRecord signed = message.ledgerRecord();
    register.add(new Inquiry(asked, signed.id().hex(), signed.encode(), clock.instant()));
    chain.submit(envelope.to(), envelope.to(), signed);
    return Optional.of(asked.patient());
  }

  private boolean isForgotten(PartyCode hospital, EpisodeFacts episode) {
    return forgotten.isForgotten(hospital, hospital, episode.episode().hex());
  }

  /** The patient is forgotten: the request ends, and who asked drops what is still held. */
  void forget(Inquiry inquiry) {
    inquiry.end(InquiryState.FORGOTTEN, RefusalReason.PATIENT_FORGOTTEN.name(), clock.instant());
    tellForgotten(inquiry);
  }

  /** Who asked drops what it was told of the patient. */
  void tellForgotten(Inquiry inquiry) {
    tell(inquiry, Step.FORGOTTEN);
  }

  /** A hospital that holds its doctors to the limit never comes here. */
  private boolean isFlooded(AccountId patient, PartyCode asking) {
    return register.undecidedTogether(patient, asking, clock.instant())
        >= (long) BundleLimits.MOST_OPEN * Bundles.MOST_RECORDS;
  }

  /** A record of this side is final on the chain. */
  void recorded(LedgerRecord signed) {
    register.byRecord(signed.id()).ifPresent(inquiry -> recorded(inquiry, signed));
  }

  private void recorded(Inquiry inquiry, LedgerRecord signed) {
    Instant now = clock.instant();
    switch (signed.type()) {
      case ACCESS_REQUESTED -> {
        if (inquiry.move(InquiryState.RECORDING, InquiryState.WAITING, now)
            && !emergencies.answer(inquiry)
            && !standing.answer(inquiry)) {
          tell(inquiry, Step.WITH_PATIENT);
        }
      }
      case CONSENT_REFUSED -> {
        if (inquiry.move(InquiryState.REFUSING, InquiryState.REFUSED, now)) {
          tell(inquiry, Step.REFUSED_BY_PATIENT);
        }
      }
      case CONSENT_GIVEN, STANDING_CONSENT_USED, EMERGENCY_OPENED -> {
        if (inquiry.move(InquiryState.CONSENTING, InquiryState.CONSENTED, now)) {
          consented(inquiry, now);
        }
      }
      default -> {
        // A withdrawal counted when it was signed; its place on the chain changes nothing here.
      }
    }
  }

  /** The chain did not take a record of this side. */
  void refused(LedgerRecord signed, String reason) {
    register.byRecord(signed.id()).ifPresent(inquiry -> refused(inquiry, signed, reason));
  }

  private void refused(Inquiry inquiry, LedgerRecord signed, String reason) {
    if (inquiry.state() == InquiryState.FORGOTTEN) {
      return;
    }
    Instant now = clock.instant();
    switch (signed.type()) {
      case ACCESS_REQUESTED -> {
        inquiry.end(InquiryState.FAILED, reason, now);
        tell(inquiry, Step.UNAVAILABLE);
      }
      case CONSENT_GIVEN -> {
        if (inquiry.withdrawalRecord().isPresent()) {
          inquiry.end(InquiryState.WITHDRAWN, reason, now);
        } else {
          inquiry.undecided(reason, now);
        }
      }
      case STANDING_CONSENT_USED -> {
        standing.notAnswered(inquiry);
        if (inquiry.withdrawalRecord().isPresent()) {
          inquiry.end(InquiryState.WITHDRAWN, reason, now);
        } else {
          inquiry.undecided(reason, now);
          tell(inquiry, Step.WITH_PATIENT);
        }
      }
      case EMERGENCY_OPENED -> {
        inquiry.end(
            inquiry.withdrawalRecord().isPresent() ? InquiryState.WITHDRAWN : InquiryState.FAILED,
            reason,
            now);
        tell(inquiry, Step.UNAVAILABLE);
      }
      case CONSENT_REFUSED -> inquiry.undecided(reason, now);
      default -> {
        // A withdrawal holds also where the chain would not take it: nothing is handed over.
      }
    }
  }

  /** The grant goes to the system manager, unless the patient withdrew in the meantime. */
  private void consented(Inquiry inquiry, Instant now) {
    if (inquiry.withdrawalRecord().isPresent()) {
      inquiry.move(InquiryState.CONSENTED, InquiryState.WITHDRAWN, now);
      submitWithdrawal(inquiry);
      return;
    }
    GrantMessage message =
        new GrantMessage(
            records.evidence(inquiry), ByteString.of(inquiry.sealedKeys().orElseThrow()));
    post.send(
        inquiry.hospital(),
        PartyCode.SYSTEM_MANAGER,
        GrantMessage.TYPE,
        message.encode(),
        Optional.empty());
    inquiry.handedOver();
    if (inquiry.emergency().isEmpty()) {
      tell(inquiry, inquiry.rule().isPresent() ? Step.CONSENTED_AHEAD : Step.CONSENTED);
    }
  }

  /** A patient's withdrawal goes to the chain and, at once, to whoever must stop. */
  void submitWithdrawal(Inquiry inquiry) {
    LedgerRecord signed = LedgerRecord.decode(inquiry.withdrawalRecord().orElseThrow());
    chain.submit(inquiry.hospital(), inquiry.hospital(), signed);
    post.send(
        inquiry.hospital(),
        PartyCode.SYSTEM_MANAGER,
        WithdrawnMessage.TYPE,
        new WithdrawnMessage(signed).encode(),
        Optional.empty());
    tell(inquiry, Step.WITHDRAWN);
  }

  /** {@code sharing.issued}. */
  void issued(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireSystemManager(envelope);
    IssuedMessage message = IssuedMessage.decode(envelope.payload());
    RequestId id =
        ((AccessRequestedBody) message.evidence().requested().ledgerRecord().body()).request();
    Inquiry inquiry = own(envelope, id);
    if (inquiry.move(InquiryState.CONSENTED, InquiryState.ISSUED, clock.instant())) {
      addenda.issued(inquiry);
    }
  }

  /** {@code sharing.destroyed}: kept only if the system manager signed it for this withdrawal. */
  void destroyed(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireSystemManager(envelope);
    DestructionReceipt receipt = DestructionReceipt.decode(envelope.payload());
    Inquiry inquiry =
        register
            .takeByGrant(receipt.grant())
            .filter(each -> each.hospital().equals(envelope.to()))
            .orElseThrow(() -> new MessageRejectedException("No such grant was given here."));
    Senders.require(
        inquiry.withdrawalRecordId().equals(Optional.of(receipt.withdrawal().hex()))
            && signatures.isBySystemManager(receipt));
    inquiry.keyDestroyed(receipt.destroyedAt(), envelope.payload());
  }

  /** {@code sharing.denied}. */
  void denied(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireSystemManager(envelope);
    DeniedMessage message = DeniedMessage.decode(envelope.payload());
    Inquiry inquiry = own(envelope, message.request());
    if (inquiry.state() == InquiryState.CONSENTED) {
      inquiry.end(InquiryState.DENIED, message.reason(), clock.instant());
    }
  }

  /** Whether an envelope is about an inquiry at the hospital it is addressed to. */
  boolean knows(RequestId id, PartyCode hospital) {
    return register.find(id).filter(each -> each.hospital().equals(hospital)).isPresent();
  }

  private void tell(Inquiry inquiry, Step step) {
    tell(inquiry.hospital(), inquiry.askingHospital(), inquiry.id(), step);
  }

  private void tell(PartyCode from, PartyCode to, RequestId request, Step step) {
    post.send(
        from,
        to,
        ProgressMessage.TYPE,
        new ProgressMessage(request, step).encode(),
        Optional.empty());
  }

  private Inquiry own(ReceivedEnvelope envelope, RequestId id) throws MessageRejectedException {
    return register
        .take(id)
        .filter(inquiry -> inquiry.hospital().equals(envelope.to()))
        .orElseThrow(() -> new MessageRejectedException("No such request came here."));
  }

  private static void requireSame(Inquiry known, LedgerRecord signed)
      throws MessageRejectedException {
    if (!known.requestRecordId().equals(signed.id().hex())) {
      throw new MessageRejectedException("Another request has this id.");
    }
  }

  private static Optional<Purpose> purpose(String code) {
    try {
      return Optional.of(Purpose.valueOf(code));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
