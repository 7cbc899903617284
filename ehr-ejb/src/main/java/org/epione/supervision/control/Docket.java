package org.epione.supervision.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.SaltedText;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.Given;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.boundary.CaseState;
import org.epione.supervision.boundary.CaseView;
import org.epione.supervision.boundary.Outcome;
import org.epione.supervision.entity.SupervisionCase;

/**
 * The system manager's side: takes in what hospitals lay before it, if all of it is proven, and
 * decides on their chains.
 */
@ApplicationScoped
public class Docket {

  private static final PartyCode SELF = PartyCode.SYSTEM_MANAGER;

  @EJB private Post post;
  @EJB private ServerKeys keys;
  @EJB private ChainSubmission chain;
  @Inject private CaseRegister register;
  @Inject private CaseViews views;
  @Inject private KnownChains known;
  @Inject private SealedTexts texts;
  @Inject private Clock clock;

  /** {@code supervision.lodged}. */
  void lodged(ReceivedEnvelope envelope) throws MessageRejectedException {
    require(envelope.to().equals(SELF), "This is for the system manager.");
    LodgedMessage message = LodgedMessage.decode(envelope.payload());
    Matter matter = Matter.require(message.filed().ledgerRecord().body());
    known.requireOnChain(envelope.from(), message.filed());
    for (Proven each : message.named()) {
      known.requireOnChain(envelope.from(), each);
    }
    List<Digest> contents =
        message.named().stream().map(each -> each.ledgerRecord().contentDigest()).toList();
    require(contents.equals(matter.named()), "The records are not those that are named.");
    SaltedText text = texts.open(SELF, matter.id(), message.sealedText().bytes(), matter.text());
    if (register.take(matter.id()).isEmpty()) {
      register.add(
          new SupervisionCase(
              matter.id(),
              matter.kind(),
              envelope.from(),
              new LodgedMessage(message.filed(), message.named(), ByteString.of(new byte[0]))
                  .encode(),
              texts.protect(SELF, matter.id(), text),
              clock.instant()));
    }
  }

  /** All matters, those that wait first, else newest first. */
  public List<CaseView> all() {
    return register.all().stream()
        .sorted(Comparator.comparing(each -> each.state() != CaseState.WAITING))
        .map(views::of)
        .toList();
  }

  /** One of them. */
  public CaseView one(String id) {
    return register
        .find(matter(id))
        .map(views::of)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** Signs a decision and submits it. */
  public CaseView decide(AccountId officer, String id, Outcome outcome, String why) {
    SupervisionCase taken =
        register.take(matter(id)).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (taken.state() != CaseState.WAITING) {
      throw new RefusedException(ErrorCode.ALREADY_DECIDED);
    }
    if (!outcome.fits(taken.kind())) {
      throw new RefusedException(ErrorCode.OUTCOME_UNFIT);
    }
    SaltedText reason = texts.of(why);
    Decision decision = new Decision(taken.id(), outcome, reason.commitment());
    RecordContent content =
        new RecordContent(
            known.certificate(taken.hospital()).pid(),
            known.certificate(SELF).pid(),
            clock.instant(),
            decision.body(taken.kind()));
    LedgerRecord signed =
        content.signed(RecordSignature.ed25519(keys.sign(SELF, content.toSign())));
    taken.deciding(
        outcome,
        texts.protect(SELF, taken.id(), reason),
        signed.id().hex(),
        officer,
        clock.instant());
    chain.submit(SELF, taken.hospital(), signed);
    return views.of(taken);
  }

  /** A decision is final on the chain. */
  void recorded(LedgerRecord signed, Inclusion inclusion) {
    register
        .byDecision(signed.id())
        .ifPresent(
            taken -> {
              taken.decided(clock.instant());
              tell(taken, new Proven(signed, inclusion));
            });
  }

  /** The chain did not take a decision. */
  void notRecorded(LedgerRecord signed, String reason) {
    register.byDecision(signed.id()).ifPresent(taken -> taken.waitAgain(reason, clock.instant()));
  }

  private void tell(SupervisionCase taken, Proven decision) {
    SaltedText reason = texts.unprotect(SELF, taken.id(), taken.protectedReason().orElseThrow());
    byte[] sealed = texts.seal(known.certificate(taken.hospital()), taken.id(), reason);
    post.send(
        SELF,
        taken.hospital(),
        DecidedMessage.TYPE,
        new DecidedMessage(decision, ByteString.of(sealed)).encode(),
        Optional.empty());
  }

  private static MatterId matter(String id) {
    return Given.id(id, MatterId::ofHex);
  }

  private static void require(boolean holds, String otherwise) throws MessageRejectedException {
    if (!holds) {
      throw new MessageRejectedException(otherwise);
    }
  }
}
