package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.epione.appointment.boundary.PasswordView;
import org.epione.appointment.entity.KeptVerifier;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.scheme.pake.DecoyVerifiers;
import org.epione.crypto.scheme.pake.Identities;
import org.epione.crypto.scheme.pake.PasswordVerifier;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.custody.boundary.ServerKeys;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.Patients;
import org.epione.party.boundary.Parties;
import org.epione.platform.attempt.Attempts;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * The verifiers of appointment passwords. For a card that has none there is one as well, made up
 * from the hospital's key: the same at every try, and it takes the same work to get.
 */
@ApplicationScoped
public class VerifierBook {

  private static final String LABEL = "appointment.verifier:";
  private static final String NOBODY = "nobody";

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys keys;
  @EJB private Patients patients;
  @EJB private Parties parties;
  @EJB private Attempts attempts;
  @Inject private CryptoSuite crypto;
  @Inject private Holders holders;
  @Inject private Clock clock;

  /** Opened for cards that have no verifier, so that opening one shows nothing. */
  private final Map<PartyCode, byte[]> ofNobody = new ConcurrentHashMap<>();

  /** Does something with the verifier of a card, and is told whose card it is, if anybody's. */
  <T> T use(PartyCode hospital, String cardNumber, Use<T> use) {
    Identities identities = AgreementNames.identities(hospital, cardNumber);
    Optional<KeptVerifier> row = find(hospital, fingerprint(hospital, cardNumber));
    Optional<Holder> holder = row.map(each -> new Holder(each.patient(), each.setAt()));
    byte[] kept =
        row.map(KeptVerifier::protectedVerifier)
            .orElseGet(() -> ofNobody.computeIfAbsent(hospital, this::nobody));
    String whose = holder.map(Holder::patient).map(PatientId::toString).orElse(NOBODY);
    try (SecretBytes secret = SecretBytes.take(decoySecret(hospital));
        DecoyVerifiers decoys = new DecoyVerifiers(secret, cost());
        SecretBytes opened = SecretBytes.take(keys.unprotect(hospital, LABEL + whose, kept));
        PasswordVerifier own = PasswordVerifier.restore(opened);
        PasswordVerifier verifier = decoys.orDecoy(holder.map(known -> own), identities)) {
      return use.of(verifier, identities, holder);
    }
  }

  /** What {@link #use} is for. */
  @FunctionalInterface
  interface Use<T> {
    T of(PasswordVerifier verifier, Identities identities, Optional<Holder> holder);
  }

  /** The cost of every appointment password: what differed would show who has one. */
  PasswordParameters cost() {
    return crypto.passwordHash().defaults();
  }

  /** What tries with this card are counted under; tells nothing about the card. */
  String subject(PartyCode hospital, String cardNumber) {
    return "appointment:" + fingerprint(hospital, cardNumber).substring(0, 40);
  }

  /** What has to be known to set a patient's. */
  public PasswordView view(AccountId account) {
    PatientFacts patient = patient(account);
    PasswordParameters cost = cost();
    return new PasswordView(
        patient.hospital().value(),
        parties.name(patient.hospital()),
        patient.number(),
        cost.memoryKiB(),
        cost.passes(),
        cost.lanes(),
        own(patient)
            // A password belongs to the number that the patient had when she set it.
            .filter(row -> row.numberFingerprint().equals(fingerprint(patient)))
            .map(KeptVerifier::setAt)
            .filter(setAt -> holders.counts(patient, setAt)));
  }

  /** Keeps a verifier. */
  public PasswordView set(AccountId account, byte[] encoded) {
    PatientFacts patient = patient(account);
    String fingerprint = fingerprint(patient);
    letGoOfFormer(patient, fingerprint);
    byte[] kept = checked(patient, encoded);
    Instant now = clock.instant();
    try {
      own(patient)
          .ifPresentOrElse(
              row -> row.replace(fingerprint, kept, now),
              () ->
                  entities.persist(
                      new KeptVerifier(patient.id(), patient.hospital(), fingerprint, kept, now)));
      entities.flush();
    } catch (PersistenceException setJustNow) {
      throw new RefusedException(ErrorCode.CONFLICT);
    }
    attempts.unlock(subject(patient.hospital(), patient.number()));
    return view(account);
  }

  /** Forgets it. */
  public PasswordView remove(AccountId account) {
    forget(patient(account));
    return view(account);
  }

  /** Nobody books with that patient's card until another password is set. */
  void forget(PatientFacts patient) {
    own(patient).ifPresent(entities::remove);
    entities.flush();
  }

  /**
   * Whether the patient still has the card that the password was set for, and it still counts.
   *
   * @param subject that tries with the card are counted under
   */
  boolean counts(PatientFacts patient, Holder holder, String subject) {
    return subject(patient.hospital(), patient.number()).equals(subject)
        && holders.counts(patient, holder.setAt());
  }

  /**
   * Numbers change hands; what belonged to a number that is another patient's now counts no more.
   */
  private void letGoOfFormer(PatientFacts patient, String fingerprint) {
    find(patient.hospital(), fingerprint)
        .filter(row -> !row.patient().equals(patient.id()))
        .ifPresent(
            row -> {
              boolean stillHers =
                  patients
                      .find(row.patient())
                      .filter(other -> fingerprint(other).equals(fingerprint))
                      .isPresent();
              if (stillHers) {
                throw new RefusedException(ErrorCode.CARD_NUMBER_SHARED);
              }
              entities.remove(row);
              entities.flush();
            });
  }

  private byte[] checked(PatientFacts patient, byte[] encoded) {
    try (SecretBytes secret = SecretBytes.of(encoded);
        PasswordVerifier verifier = PasswordVerifier.restore(secret)) {
      if (!verifier.salt().parameters().equals(cost())) {
        throw new RefusedException(ErrorCode.VERIFIER_REFUSED, "Its cost is another.");
      }
      return keys.protect(patient.hospital(), LABEL + patient.id(), encoded);
    } catch (MalformedEncodingException none) {
      throw (RefusedException) new RefusedException(ErrorCode.VERIFIER_REFUSED).initCause(none);
    }
  }

  private Optional<KeptVerifier> own(PatientFacts patient) {
    return Optional.ofNullable(
        entities.find(KeptVerifier.class, patient.id().toString(), LockModeType.PESSIMISTIC_WRITE));
  }

  private Optional<KeptVerifier> find(PartyCode hospital, String fingerprint) {
    return entities
        .createNamedQuery("KeptVerifier.byNumber", KeptVerifier.class)
        .setParameter("hospital", hospital.value())
        .setParameter("fingerprint", fingerprint)
        .getResultStream()
        .findFirst();
  }

  private PatientFacts patient(AccountId account) {
    return patients.byAccount(account).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private String fingerprint(PatientFacts patient) {
    return fingerprint(patient.hospital(), patient.number());
  }

  private String fingerprint(PartyCode hospital, String cardNumber) {
    byte[] number = AgreementNames.identities(hospital, cardNumber).prover().bytes();
    return HexFormat.of().formatHex(keys.fingerprint(hospital, "appointment.number", number));
  }

  private byte[] decoySecret(PartyCode hospital) {
    return keys.fingerprint(
        hospital, "appointment.decoys", hospital.value().getBytes(StandardCharsets.UTF_8));
  }

  private byte[] nobody(PartyCode hospital) {
    try (SecretBytes secret = SecretBytes.take(decoySecret(hospital));
        DecoyVerifiers decoys = new DecoyVerifiers(secret, cost());
        PasswordVerifier decoy =
            decoys.orDecoy(Optional.empty(), AgreementNames.identities(hospital, NOBODY));
        SecretBytes exported = decoy.export()) {
      return keys.protect(hospital, LABEL + NOBODY, exported.reveal(SecretAccess.token()));
    }
  }
}
