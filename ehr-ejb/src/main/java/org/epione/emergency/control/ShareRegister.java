package org.epione.emergency.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.epione.emergency.entity.EmergencyChoice;
import org.epione.emergency.entity.EmergencyShare;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** Shares of each party, and patients' refusals. */
@ApplicationScoped
public class ShareRegister {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  Optional<EmergencyShare> find(PartyCode holder, PartyCode hospital, AccountId account) {
    return Optional.ofNullable(
        entities.find(EmergencyShare.class, EmergencyShare.id(holder, hospital, account)));
  }

  /** A share that belongs to the person's keys of that epoch, and is not destroyed. */
  Optional<EmergencyShare> ofEpoch(
      PartyCode holder, PartyCode hospital, AccountId account, long epoch) {
    return find(holder, hospital, account).filter(share -> share.isOf(epoch));
  }

  /** Whether the hospital has its share for the patient's present keys. */
  boolean isPrepared(PartyCode hospital, AccountId account, long epoch) {
    return ofEpoch(hospital, hospital, account, epoch).isPresent();
  }

  /** The row of a share, locked until the transaction ends; a new one where there is none. */
  EmergencyShare take(PartyCode holder, PartyCode hospital, AccountId account, Instant now) {
    return Optional.ofNullable(
            entities.find(
                EmergencyShare.class,
                EmergencyShare.id(holder, hospital, account),
                LockModeType.PESSIMISTIC_WRITE))
        .orElseGet(
            () -> {
              EmergencyShare made = new EmergencyShare(holder, hospital, account, now);
              entities.persist(made);
              return made;
            });
  }

  /** Destroys what one party holds; false when it holds nothing. */
  boolean forget(PartyCode holder, PartyCode hospital, AccountId account) {
    Optional<EmergencyShare> share = find(holder, hospital, account);
    share.ifPresent(entities::remove);
    return share.isPresent();
  }

  /** So that what follows sees what was decided. */
  void flush() {
    entities.flush();
  }

  Optional<EmergencyChoice> choice(AccountId account) {
    return Optional.ofNullable(entities.find(EmergencyChoice.class, account.toString()));
  }

  EmergencyChoice takeChoice(AccountId account, Instant now) {
    return Optional.ofNullable(
            entities.find(
                EmergencyChoice.class, account.toString(), LockModeType.PESSIMISTIC_WRITE))
        .orElseGet(
            () -> {
              EmergencyChoice made = new EmergencyChoice(account, now);
              entities.persist(made);
              return made;
            });
  }

  boolean isRefused(AccountId account) {
    return choice(account).filter(EmergencyChoice::refused).isPresent();
  }
}
