package org.epione.party.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.crypto.signature.Ed25519PublicKey;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyCode;

/** Whether a message is an envelope for a party of this server, signed by its sender. */
@ApplicationScoped
public class EnvelopeCheck {

  /** How far a sender's clock may be ahead of ours. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

  @EJB private Parties parties;

  @EJB private ServerKeys serverKeys;

  @Inject private CryptoSuite crypto;

  @Inject private Clock clock;

  @Inject private Instance<EnvelopeHandler> handlers;

  /** The verified envelope and who handles it. */
  public record Checked(ReceivedEnvelope envelope, EnvelopeHandler handler) {}

  /** Checks everything that can be checked without looking into the payload. */
  public Checked check(byte[] message) throws MessageRejectedException {
    SignedEnvelope signed = decode(message);
    ReceivedEnvelope envelope = addressed(signed.envelope());
    if (!parties.hosts(envelope.to())) {
      throw new MessageRejectedException("for " + envelope.to() + ", which is not hosted here");
    }
    if (envelope.created().isAfter(clock.instant().plus(CLOCKS_APART))) {
      throw new MessageRejectedException("made in the future");
    }
    EnvelopeHandler handler = handler(envelope.type());
    Ed25519PublicKey key = senderKey(envelope, handler);
    if (!signed.verify(crypto.ed25519(), key)) {
      throw new MessageRejectedException("not signed by " + envelope.from());
    }
    return new Checked(envelope, handler);
  }

  private static SignedEnvelope decode(byte[] message) throws MessageRejectedException {
    try {
      return SignedEnvelope.decode(message);
    } catch (MalformedEncodingException malformed) {
      throw new MessageRejectedException("not an envelope", malformed);
    }
  }

  private static ReceivedEnvelope addressed(Envelope envelope) throws MessageRejectedException {
    if (!PartyCode.isValid(envelope.from()) || !PartyCode.isValid(envelope.to())) {
      throw new MessageRejectedException("sender or receiver cannot be a party");
    }
    return new ReceivedEnvelope(
        envelope.id(),
        envelope.type(),
        new PartyCode(envelope.from()),
        new PartyCode(envelope.to()),
        envelope.created(),
        envelope.inReplyTo(),
        envelope.payload().bytes());
  }

  private EnvelopeHandler handler(String type) throws MessageRejectedException {
    List<EnvelopeHandler> found =
        handlers.stream().filter(each -> each.types().contains(type)).toList();
    if (found.size() > 1) {
      throw new IllegalStateException("two handlers for " + type);
    }
    return found.stream()
        .findFirst()
        .orElseThrow(() -> new MessageRejectedException("nobody handles the type " + type));
  }

  private Ed25519PublicKey senderKey(ReceivedEnvelope envelope, EnvelopeHandler handler)
      throws MessageRejectedException {
    Optional<PartyCertificate> certificate = parties.certificate(envelope.from());
    if (certificate.isPresent()) {
      if (!certificate.get().identity().validity().includes(clock.instant())) {
        throw new MessageRejectedException("the certificate of " + envelope.from() + " expired");
      }
      return crypto.ed25519().decodePublicKey(certificate.get().identity().signingKey().bytes());
    }
    if (serverKeys.holds(envelope.from())) {
      return serverKeys.signingKey(envelope.from());
    }
    return handler
        .keyOfStranger(envelope)
        .orElseThrow(
            () -> new MessageRejectedException("from " + envelope.from() + ", which is unknown"));
  }
}
