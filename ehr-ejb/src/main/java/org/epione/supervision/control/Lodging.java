package org.epione.supervision.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.SaltedText;
import org.epione.ledger.state.ChainState;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.entity.Filing;

/** The hospital's side: lays what is on its chain before the system manager, and hears of it. */
@ApplicationScoped
public class Lodging {

  @EJB private Post post;
  @Inject private FilingRegister register;
  @Inject private KnownChains known;
  @Inject private SealedTexts texts;
  @Inject private Clock clock;

  /** The chain has a report or appeal. */
  void recorded(LedgerRecord signed, Inclusion inclusion) {
    register
        .byRecord(signed.id())
        .ifPresent(
            filing -> {
              filing.lodged(clock.instant());
              tell(filing, new Proven(signed, inclusion));
            });
  }

  /** The chain did not take it. */
  void notRecorded(LedgerRecord signed, String reason) {
    register.byRecord(signed.id()).ifPresent(filing -> filing.refused(reason, clock.instant()));
  }

  private void tell(Filing filing, Proven filed) {
    PartyCode hospital = filing.hospital();
    ChainState state = known.state(hospital).orElseThrow();
    List<Proven> named =
        Matter.of(filed.ledgerRecord().body()).named().stream()
            .map(content -> proven(hospital, state, content))
            .toList();
    LodgedMessage message = new LodgedMessage(filed, named, ByteString.of(filing.sealedText()));
    post.send(
        hospital, PartyCode.SYSTEM_MANAGER, LodgedMessage.TYPE, message.encode(), Optional.empty());
  }

  private Proven proven(PartyCode hospital, ChainState state, Digest content) {
    return known
        .proven(hospital, state, content)
        .orElseThrow(() -> new IllegalStateException("the chain lost a record"));
  }

  /** {@code supervision.decided}. */
  void decided(ReceivedEnvelope envelope) throws MessageRejectedException {
    if (!envelope.from().equals(PartyCode.SYSTEM_MANAGER)) {
      throw new MessageRejectedException("The sender has no say in this matter.");
    }
    DecidedMessage message = DecidedMessage.decode(envelope.payload());
    known.requireOnChain(envelope.to(), message.decision());
    Decision decision = Decision.of(message.decision().ledgerRecord().body());
    Filing filing =
        register
            .take(decision.matter())
            .filter(each -> each.hospital().equals(envelope.to()))
            .orElseThrow(() -> new MessageRejectedException("No such matter is known here."));
    SaltedText reason =
        texts.open(
            envelope.to(), decision.matter(), message.sealedReason().bytes(), decision.reason());
    filing.decided(
        decision.outcome().name(),
        texts.protect(envelope.to(), decision.matter(), reason),
        clock.instant());
  }
}
