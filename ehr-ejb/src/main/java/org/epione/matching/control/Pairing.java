package org.epione.matching.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.signature.Ed25519PublicKey;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.matching.boundary.EndedBy;
import org.epione.matching.entity.Exchange;
import org.epione.matching.entity.KnownSearch;
import org.epione.matching.entity.Search;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyCode;

/** Who looks is paired with who looks: each pair once, each side by its own hospital. */
@ApplicationScoped
public class Pairing {

  @EJB private Parties parties;
  @Inject private MatchRegister register;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /** {@code matching.looking}. Told twice, it is one. */
  void looking(ReceivedEnvelope envelope) throws MessageRejectedException {
    MatchingCertificate certificate = LookingMessage.decode(envelope.payload()).certificate();
    Instant now = clock.instant();
    require(certificate, envelope.from(), now);
    PartyCode hospital = envelope.to();
    Pid pseudonym = certificate.pseudonym();
    if (register.known(hospital, pseudonym).isPresent()) {
      return;
    }
    if (register.knownFrom(hospital, envelope.from()) >= Limits.KNOWN_OF_ONE_HOSPITAL) {
      throw new MessageRejectedException("The hospital told of too many who look.");
    }
    Instant end = certificate.validity().notAfter();
    register.add(new KnownSearch(hospital, pseudonym, envelope.from(), certificate.encode(), end));
    register.searchesOf(hospital).stream()
        .filter(own -> own.isRunning(now))
        .forEach(own -> pair(own, pseudonym, envelope.from(), certificate.digest()));
  }

  /**
   * Pairs a search with all that its hospital was told of. Also from time to time: a search and the
   * news of another can come at one moment, in two transactions that do not see each other.
   */
  void pairWithKnown(Search own) {
    register
        .notPaired(own, clock.instant())
        .forEach(
            each -> pair(own, each.pseudonym(), each.peerHospital(), each.certificateDigest()));
  }

  private void pair(Search own, Pid peer, PartyCode peerHospital, Digest certificate) {
    if (!own.pseudonym().equals(peer) && own.reaches(peerHospital)) {
      register.add(
          new Exchange(UUID.randomUUID(), own, peer, peerHospital, certificate, clock.instant()));
    }
  }

  /** {@code matching.ended}. Conversations go on. */
  void ended(ReceivedEnvelope envelope) {
    Pid pseudonym = EndedMessage.decode(envelope.payload()).pseudonym();
    register
        .known(envelope.to(), pseudonym)
        .filter(each -> each.peerHospital().equals(envelope.from()))
        .ifPresent(register::remove);
    Instant now = clock.instant();
    register.openWith(envelope.to(), pseudonym, envelope.from()).stream()
        .filter(each -> !each.isTogether())
        .forEach(each -> each.end(EndedBy.OVER, now));
  }

  private void require(MatchingCertificate certificate, PartyCode sender, Instant now)
      throws MessageRejectedException {
    PartyCertificate issuer =
        parties
            .certificate(sender)
            .filter(each -> each.kind() == PartyKind.HOSPITAL)
            .orElseThrow(() -> new MessageRejectedException("Only a hospital has patients."));
    Ed25519PublicKey key = crypto.ed25519().decodePublicKey(issuer.identity().signingKey().bytes());
    if (!certificate.hospital().equals(sender)
        || !crypto.ed25519().verify(key, certificate.toSign(), certificate.signature().bytes())) {
      throw new MessageRejectedException("The pseudonym is not certified by its hospital.");
    }
    if (!certificate.validity().includes(now)
        || certificate.validity().notAfter().isAfter(now.plus(Limits.LONGEST_CERTIFICATE))) {
      throw new MessageRejectedException("The certificate's time is over, or is too long.");
    }
  }
}
