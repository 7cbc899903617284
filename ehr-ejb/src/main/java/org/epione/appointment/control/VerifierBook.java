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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.epione.appointment.boundary.AccountKind;
import org.epione.appointment.boundary.AppointmentAccount;
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
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.ServerKeys;
import org.epione.party.boundary.Parties;
import org.epione.platform.attempt.Attempts;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * The verifiers of appointment passwords. For an account that has none there is one as well, made
 * up from the hospital's key: the same at every try, and it takes the same work to get.
 */
@ApplicationScoped
public class VerifierBook {

  private static final String NOBODY = "nobody";
  private static final String LABEL_OF_NOBODY = label(AccountKind.PATIENT, NOBODY);

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys keys;
  @EJB private Parties parties;
  @EJB private Attempts attempts;
  @Inject private CryptoSuite crypto;
  @Inject private Holders holders;
  @Inject private Clock clock;

  /** Opened for accounts that have no verifier, so that opening one shows nothing. */
  private final Map<PartyCode, byte[]> ofNobody = new ConcurrentHashMap<>();

  /** Does something with the verifier of an account, and is told whose it is, if anybody's. */
  <T> T use(AppointmentAccount account, Use<T> use) {
    PartyCode hospital = account.hospital();
    Identities identities = AgreementNames.identities(account);
    Optional<KeptVerifier> row = find(hospital, fingerprint(account));
    Optional<Holder> holder = row.map(VerifierBook::holder);
    byte[] kept =
        row.map(KeptVerifier::protectedVerifier)
            .orElseGet(() -> ofNobody.computeIfAbsent(hospital, this::nobody));
    String label = row.map(VerifierBook::label).orElse(LABEL_OF_NOBODY);
    try (SecretBytes secret = SecretBytes.take(decoySecret(hospital));
        DecoyVerifiers decoys = new DecoyVerifiers(secret, cost());
        SecretBytes opened = SecretBytes.take(keys.unprotect(hospital, label, kept));
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

  /** What tries with this account are counted under; tells nothing about it. */
  String subject(AppointmentAccount account) {
    return "appointment:" + fingerprint(account).substring(0, 40);
  }

  /** What has to be known to set the one of that portal account. */
  public PasswordView view(AccountId account) {
    Owner owner = owner(account);
    PartyCode hospital = owner.account().hospital();
    PasswordParameters cost = cost();
    return new PasswordView(
        owner.account().kind(),
        hospital.value(),
        parties.name(hospital),
        owner.account().name(),
        owner.able(),
        cost.memoryKiB(),
        cost.passes(),
        cost.lanes(),
        own(owner)
            // A password belongs to the number that the patient had when she set it.
            .filter(row -> row.numberFingerprint().equals(fingerprint(owner.account())))
            .map(KeptVerifier::setAt)
            .filter(setAt -> holders.counts(owner, setAt)));
  }

  /** Keeps a verifier. */
  public PasswordView set(AccountId account, byte[] encoded) {
    Owner owner = owner(account);
    if (!owner.able()) {
      throw new RefusedException(ErrorCode.APPOINTMENT_STANDING);
    }
    PartyCode hospital = owner.account().hospital();
    String fingerprint = fingerprint(owner.account());
    letGoOfFormer(owner, fingerprint);
    byte[] kept = checked(owner, encoded);
    Instant now = clock.instant();
    try {
      own(owner)
          .ifPresentOrElse(
              row -> row.replace(fingerprint, kept, now),
              () ->
                  entities.persist(
                      new KeptVerifier(
                          owner.account().kind(), owner.id(), hospital, fingerprint, kept, now)));
      entities.flush();
    } catch (PersistenceException setJustNow) {
      throw new RefusedException(ErrorCode.CONFLICT);
    }
    attempts.unlock(subject(owner.account()));
    return view(account);
  }

  /** Forgets it. */
  public PasswordView remove(AccountId account) {
    forget(account);
    return view(account);
  }

  /** It opens nothing until another is set. */
  void forget(AccountId account) {
    holders.ofAccount(account).flatMap(this::own).ifPresent(entities::remove);
    entities.flush();
  }

  /** The accounts of the doctors who have one. */
  List<String> ofDoctors() {
    return entities
        .createNamedQuery("KeptVerifier.holders", String.class)
        .setParameter("kind", AccountKind.DOCTOR)
        .getResultList();
  }

  /** Destroys that one if its owner has left or was expelled. */
  void forgetIfFormer(String holder) {
    Optional.ofNullable(entities.find(KeptVerifier.class, holder, LockModeType.PESSIMISTIC_WRITE))
        .filter(row -> holders.current(holder(row)).isEmpty())
        .ifPresent(entities::remove);
    entities.flush();
  }

  /**
   * Whose password that is, if it is the one that is kept now, and counts. What was set anew, or
   * removed and set, is another, and with the one before ends what it began.
   */
  Optional<Owner> current(Holder holder) {
    return Optional.ofNullable(entities.find(KeptVerifier.class, holder.id()))
        .filter(row -> holder(row).equals(holder))
        .flatMap(row -> holders.current(holder));
  }

  /**
   * The same, if it is also of the account that the run was begun with: a patient may have another
   * card since.
   *
   * @param subject that tries with the account are counted under
   */
  Optional<Owner> current(Holder holder, String subject) {
    return current(holder).filter(owner -> subject(owner.account()).equals(subject));
  }

  /**
   * Numbers change hands; what belonged to a number that is another patient's now counts no more.
   */
  private void letGoOfFormer(Owner owner, String fingerprint) {
    find(owner.account().hospital(), fingerprint)
        .filter(row -> !row.holder().equals(owner.id()))
        .ifPresent(
            row -> {
              boolean stillHers =
                  holders
                      .find(holder(row))
                      .filter(other -> fingerprint(other.account()).equals(fingerprint))
                      .isPresent();
              if (stillHers) {
                throw new RefusedException(ErrorCode.CARD_NUMBER_SHARED);
              }
              entities.remove(row);
              entities.flush();
            });
  }

  private byte[] checked(Owner owner, byte[] encoded) {
    try (SecretBytes secret = SecretBytes.of(encoded);
        PasswordVerifier verifier = PasswordVerifier.restore(secret)) {
      if (!verifier.salt().parameters().equals(cost())) {
        throw new RefusedException(ErrorCode.VERIFIER_REFUSED, "Its cost is another.");
      }
      return keys.protect(
          owner.account().hospital(), label(owner.account().kind(), owner.id()), encoded);
    } catch (MalformedEncodingException none) {
      throw (RefusedException) new RefusedException(ErrorCode.VERIFIER_REFUSED).initCause(none);
    }
  }

  private Optional<KeptVerifier> own(Owner owner) {
    return Optional.ofNullable(
        entities.find(KeptVerifier.class, owner.id(), LockModeType.PESSIMISTIC_WRITE));
  }

  private Optional<KeptVerifier> find(PartyCode hospital, String fingerprint) {
    return entities
        .createNamedQuery("KeptVerifier.byNumber", KeptVerifier.class)
        .setParameter("hospital", hospital.value())
        .setParameter("fingerprint", fingerprint)
        .getResultStream()
        .findFirst();
  }

  private Owner owner(AccountId account) {
    return holders.ofAccount(account).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private static Holder holder(KeptVerifier row) {
    return new Holder(row.kind(), row.holder(), row.setAt(), Digest.of(row.protectedVerifier()));
  }

  private static String label(KeptVerifier row) {
    return label(row.kind(), row.holder());
  }

  private static String label(AccountKind kind, String holder) {
    return switch (kind) {
          case PATIENT -> "appointment.verifier:";
          case DOCTOR -> "appointment.doctor-verifier:";
        }
        + holder;
  }

  private String fingerprint(AppointmentAccount account) {
    byte[] name = AgreementNames.identities(account).prover().bytes();
    return HexFormat.of()
        .formatHex(keys.fingerprint(account.hospital(), "appointment.number", name));
  }

  private byte[] decoySecret(PartyCode hospital) {
    return keys.fingerprint(
        hospital, "appointment.decoys", hospital.value().getBytes(StandardCharsets.UTF_8));
  }

  private byte[] nobody(PartyCode hospital) {
    try (SecretBytes secret = SecretBytes.take(decoySecret(hospital));
        DecoyVerifiers decoys = new DecoyVerifiers(secret, cost());
        PasswordVerifier decoy =
            decoys.orDecoy(
                Optional.empty(),
                AgreementNames.identities(AppointmentAccount.ofCard(hospital, NOBODY)));
        SecretBytes exported = decoy.export()) {
      return keys.protect(hospital, LABEL_OF_NOBODY, exported.reveal(SecretAccess.token()));
    }
  }
}
