package org.epione.account.control;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.account.entity.NewPasskey;
import org.epione.account.entity.Passkey;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.settings.PortalOrigin;

/**
 * Checks what authenticators answer, as WebAuthn Level 3 says in sections 7.1 and 7.2, with
 * WebAuthn4J: challenge, origin, relying party, that somebody was there (UP), algorithm, signature
 * and counter. Of attestation nothing is asked, and nothing believed.
 */
@ApplicationScoped
public class PasskeyVerifier {

  /** COSE algorithms, the most usual first: ES256, EdDSA, RS256. */
  static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

  private static final Logger LOG = Logger.getLogger(PasskeyVerifier.class.getName());
  private static final int REMEMBERED_TYPES = 200;

  private static final List<PublicKeyCredentialParameters> PARAMETERS =
      ALGORITHMS.stream()
          .map(
              each ->
                  new PublicKeyCredentialParameters(
                      PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(each)))
          .toList();

  /** What an answer of a known passkey is worth. */
  enum Verdict {
    RIGHT,
    WRONG,
    /** All of it is right but the counter: another authenticator may have the same key. */
    COPIED
  }

  /**
   * What came of the check.
   *
   * @param counter what the authenticator counts now; 0 where it does not, or the answer is wrong
   */
  record Check(Verdict verdict, long counter) {}

  private WebAuthnManager ceremonies;
  private AttestedCredentialDataConverter credentials;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // begin() follows
  public PasskeyVerifier() {}

  /** Called by the container. */
  @PostConstruct
  void begin() {
    ObjectConverter converter =
        new ObjectConverter(own(JsonMapper.builder().build()), own(CBORMapper.builder().build()));
    ceremonies = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    credentials = new AttestedCredentialDataConverter(converter);
  }

  /**
   * With a cache of types of its own: where the server has Jackson, the common one would keep this
   * deployment's classes after the undeployment.
   */
  private static ObjectMapper own(ObjectMapper mapper) {
    LookupCache<Object, JavaType> types = new LRUMap<>(REMEMBERED_TYPES, REMEMBERED_TYPES);
    return mapper.setTypeFactory(TypeFactory.defaultInstance().withCache(types));
  }

  /** The passkey that was made for that challenge there; empty where anything is wrong. */
  Optional<NewPasskey> made(PortalOrigin portal, byte[] challenge, PasskeyAnswer answer) {
    Optional<byte[]> attestation = answer.part("attestationObject");
    Optional<byte[]> client = answer.part("clientDataJSON");
    if (attestation.isEmpty() || client.isEmpty()) {
      return Optional.empty();
    }
    return guarded(
            () ->
                ceremonies.verify(
                    new RegistrationRequest(attestation.get(), client.get()),
                    new RegistrationParameters(server(portal, challenge), PARAMETERS, false, true)))
        .filter(data -> !isFramed(data))
        .flatMap(data -> made(data, answer));
  }

  /** Whether a page of another origin framed the portal's; the library asks at sign-in only. */
  private static boolean isFramed(RegistrationData data) {
    return Optional.ofNullable(data.getCollectedClientData())
        .filter(client -> !Boolean.TRUE.equals(client.getCrossOrigin()))
        .isEmpty();
  }

  private Optional<NewPasskey> made(RegistrationData data, PasskeyAnswer answer) {
    return Optional.ofNullable(data.getAttestationObject())
        .map(object -> object.getAuthenticatorData())
        .flatMap(
            authenticator ->
                Optional.ofNullable(authenticator.getAttestedCredentialData())
                    .filter(made -> Arrays.equals(made.getCredentialId(), answer.credentialId()))
                    .map(
                        made ->
                            new NewPasskey(
                                Digest.of(made.getCredentialId()).hex(),
                                ByteString.of(credentials.convert(made)),
                                answer.transports().stream().sorted().toList(),
                                authenticator.isFlagBE(),
                                authenticator.getSignCount())));
  }

  /** Whether the authenticator of that passkey has answered that challenge there. */
  Check check(PortalOrigin portal, byte[] challenge, Passkey passkey, PasskeyAnswer answer) {
    Optional<byte[]> authenticator = answer.part("authenticatorData");
    Optional<byte[]> client = answer.part("clientDataJSON");
    Optional<byte[]> signature = answer.part("signature");
    if (authenticator.isEmpty() || client.isEmpty() || signature.isEmpty()) {
      return new Check(Verdict.WRONG, 0);
    }
    AuthenticationRequest request =
        new AuthenticationRequest(
            answer.credentialId(), authenticator.get(), client.get(), signature.get());
    return guarded(() -> check(server(portal, challenge), passkey, request))
        .orElse(new Check(Verdict.WRONG, 0));
  }

  private Check check(ServerProperty server, Passkey passkey, AuthenticationRequest request) {
    CredentialRecord known = known(passkey);
    List<byte[]> allowed = List.of(known.getAttestedCredentialData().getCredentialId());
    try {
      ceremonies.verify(request, new AuthenticationParameters(server, known, allowed, false, true));
      return new Check(Verdict.RIGHT, known.getCounter());
    } catch (MaliciousCounterValueException copied) {
      // It is the last check: the signature is right.
      LOG.log(Level.FINE, "passkey whose counter did not grow", copied);
      return new Check(Verdict.COPIED, 0);
    }
  }

  /** The credential's id. */
  byte[] credentialId(Passkey passkey) {
    return credentials.convert(passkey.attestedCredential()).getCredentialId();
  }

  private CredentialRecord known(Passkey passkey) {
    AttestedCredentialData credential = credentials.convert(passkey.attestedCredential());
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        null,
        passkey.isBackupEligible(),
        null,
        passkey.signatureCounter(),
        credential,
        null,
        null,
        null,
        null);
  }

  private static ServerProperty server(PortalOrigin portal, byte[] challenge) {
    return new ServerProperty(
        new Origin(portal.text()), portal.host(), new DefaultChallenge(challenge));
  }

  /** What is refused or cannot be read, and why, is for the log of who looks for it. */
  private static <T> Optional<T> guarded(Supplier<T> check) {
    try {
      return Optional.of(check.get());
    } catch (WebAuthnException | UncheckedIOException refused) {
      LOG.log(Level.FINE, "passkey refused", refused);
      return Optional.empty();
    }
  }
}
