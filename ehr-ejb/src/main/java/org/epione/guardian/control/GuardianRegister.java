package org.epione.guardian.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.enrolment.boundary.Patients;
import org.epione.guardian.boundary.GuardianshipState;
import org.epione.guardian.entity.Guardianship;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;

/** The rows of guardianships, and where they stand now. */
@ApplicationScoped
public class GuardianRegister {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Patients patients;
  @Inject private Clock clock;

  Instant now() {
    return clock.instant();
  }

  /**
   * Keeps a new one.
   *
   * @throws RefusedException EHR-4805 when one of the same two is open
   */
  void add(Guardianship row) {
    try {
      entities.persist(row);
      entities.flush();
    } catch (PersistenceException namedJustNow) {
      throw new RefusedException(ErrorCode.GUARDIAN_EXISTS);
    }
  }

  public Optional<Guardianship> find(String id) {
    return id.length() > 36 ? Optional.empty() : Optional.ofNullable(load(id, LockModeType.NONE));
  }

  /** The row, locked until the transaction ends. */
  public Optional<Guardianship> take(String id) {
    return id.length() > 36
        ? Optional.empty()
        : Optional.ofNullable(load(id, LockModeType.PESSIMISTIC_WRITE));
  }

  private @Nullable Guardianship load(String id, LockModeType lock) {
    return entities.find(Guardianship.class, id, lock);
  }

  /** What is open between two people. */
  public Optional<Guardianship> between(AccountId guardian, AccountId ward) {
    return entities
        .createNamedQuery("Guardianship.standing", Guardianship.class)
        .setParameter("pair", Guardianship.pair(guardian, ward))
        .getResultStream()
        .findFirst();
  }

  /** All of a minor, latest first. */
  public List<Guardianship> ofWard(AccountId ward) {
    return entities
        .createNamedQuery("Guardianship.ofWard", Guardianship.class)
        .setParameter("ward", ward.toString())
        .getResultList();
  }

  /** Those of a minor that wait for an answer or are in force. */
  public List<Guardianship> openOf(AccountId ward) {
    return ofWard(ward).stream().filter(each -> state(each).isOpen()).toList();
  }

  /** All in which somebody is or was to be the guardian, latest first. */
  public List<Guardianship> ofGuardian(AccountId guardian) {
    return entities
        .createNamedQuery("Guardianship.ofGuardian", Guardianship.class)
        .setParameter("guardian", guardian.toString())
        .getResultList();
  }

  /** Those whose end has come, and is not noted. */
  List<Guardianship> overdue() {
    return entities
        .createNamedQuery("Guardianship.open", Guardianship.class)
        .getResultList()
        .stream()
        .filter(each -> !state(each).isOpen())
        .toList();
  }

  void flush() {
    entities.flush();
  }

  /** Where it stands now: also over when the birth date was corrected, and the minor is of age. */
  public GuardianshipState state(Guardianship row) {
    Instant now = now();
    GuardianshipState state = row.state(now);
    return state.isOpen() && isOfAge(row.ward(), now) ? GuardianshipState.OVER : state;
  }

  /** Whether the guardian acts now. */
  public boolean isInForce(Guardianship row) {
    return state(row) == GuardianshipState.IN_FORCE;
  }

  /** When one that is over ended; now, where only a corrected birth date says so. */
  public Instant endOf(Guardianship row) {
    Instant now = now();
    return row.endedAt().orElseGet(() -> row.endsAt().isBefore(now) ? row.endsAt() : now);
  }

  private boolean isOfAge(AccountId ward, Instant now) {
    return patients.byAccount(ward).filter(each -> Majority.isMinor(each, now)).isEmpty();
  }
}
