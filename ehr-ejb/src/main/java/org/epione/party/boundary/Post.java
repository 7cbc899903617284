package org.epione.party.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.crypto.random.RandomSource;
import org.epione.custody.boundary.ServerKeys;
import org.epione.outbox.boundary.DestinationKind;
import org.epione.outbox.boundary.Outbox;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * Sends envelopes between parties, also between two of this server. An envelope leaves if and only
 * if the surrounding transaction commits.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Post {

  private static final String LEDGER_TYPES = "ledger.";
  private static final String RECEIPT = "ledger.receipt";
  private static final String SUBMIT = "ledger.submit";

  /** Above that of other messages: what makes a block does not wait behind records for the next. */
  private static final String BETWEEN_LEDGERS = "6";

  @EJB private Outbox outbox;

  @EJB private ServerKeys serverKeys;

  @EJB private Parties parties;

  @Inject private RandomSource random;

  @Inject private Clock clock;

  /**
   * Signs an envelope with the key of {@code from}, which this server must host, and sends it.
   * Envelopes from one party to another arrive in the order they were sent, as long as none fails;
   * not so records for a ledger, so that it can take in many at one time.
   *
   * @param type for example {@code team.turn}; types starting {@code ledger.}, except {@code
   *     ledger.receipt}, go to the receiver's ledger connector
   * @param payload encoded by the feature
   * @param inReplyTo the envelope that this one answers
   * @return the id of the envelope
   * @throws RefusedException when the receiver is unknown or the sender not hosted
   */
  public EnvelopeId send(
      PartyCode from, PartyCode to, String type, byte[] payload, Optional<EnvelopeId> inReplyTo) {
    String node =
        parties
            .find(to)
            .map(PartyView::node)
            .orElseThrow(() -> new RefusedException(ErrorCode.PARTY_UNKNOWN, "Party: " + to + "."));
    return sendToNode(from, to, node, type, payload, inReplyTo);
  }

  /**
   * As {@link #send}, to a party that is not in the directory yet, for example the system manager
   * when a hospital applies.
   */
  public EnvelopeId sendToNode(
      PartyCode from,
      PartyCode to,
      String node,
      String type,
      byte[] payload,
      Optional<EnvelopeId> inReplyTo) {
    EnvelopeId id = EnvelopeId.random(random);
    Envelope envelope =
        new Envelope(
            id, type, from.value(), to.value(), clock.instant(), inReplyTo, ByteString.of(payload));
    byte[] body = envelope.signed(serverKeys.sign(from, envelope.toSign())).encode();
    boolean ledger = type.startsWith(LEDGER_TYPES) && !type.equals(RECEIPT);
    boolean record = type.equals(SUBMIT);
    Map<String, String> properties = new HashMap<>();
    properties.put("epione_id", id.hex());
    properties.put("epione_type", type);
    properties.put("epione_to", to.value());
    if (ledger && !record) {
      properties.put(Outbox.PRIORITY, BETWEEN_LEDGERS);
    }
    outbox.put(
        (ledger ? "epione.ledger." : "epione.parties.") + node,
        DestinationKind.QUEUE,
        body,
        properties,
        record ? Optional.empty() : Optional.of(from + ">" + to + (ledger ? "#ledger" : "")));
    return id;
  }
}
