package org.epione.enrolment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.signature.Ed25519PublicKey;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyCode;

/** The system manager receives the application of a hospital. */
@ApplicationScoped
public class ApplicationHandler implements EnvelopeHandler {

  @Inject private Admissions admissions;
  @Inject private CryptoSuite crypto;

  @Override
  public Set<String> types() {
    return Set.of(Application.TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    if (!envelope.to().equals(PartyCode.SYSTEM_MANAGER)) {
      throw new MessageRejectedException("Only the system manager admits hospitals.");
    }
    Application application =
        decode(envelope)
            .orElseThrow(() -> new MessageRejectedException("The application is malformed."));
    admissions.applied(envelope, application);
  }

  /** An applicant vouches for itself with the key that it names; the system manager decides. */
  @Override
  public Optional<Ed25519PublicKey> keyOfStranger(ReceivedEnvelope unverified) {
    return decode(unverified).map(Application::signingKey).map(crypto.ed25519()::decodePublicKey);
  }

  private Optional<Application> decode(ReceivedEnvelope envelope) {
    try {
      Application application = Application.decode(envelope.payload());
      crypto.ed25519().decodePublicKey(application.signingKey());
      crypto.hpke().decodePublicKey(application.receivingKey());
      return Optional.of(application);
    } catch (MalformedEncodingException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
