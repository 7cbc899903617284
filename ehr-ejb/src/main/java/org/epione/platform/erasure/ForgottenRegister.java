package org.epione.platform.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * Whom a party has forgotten: it takes nothing of hers any more, also what was on its way. Nothing
 * in it says who she was.
 */
@ApplicationScoped
public class ForgottenRegister {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  /** Remembers, for good; again, it changes nothing. */
  public void remember(PartyCode holder, ForgottenPatient patient, Instant now) {
    remember(Forgotten.id(holder, patient.hospital(), patient.account().toString()), now);
    patient
        .episodes()
        .forEach(each -> remember(Forgotten.id(holder, patient.hospital(), each), now));
    entities.flush();
  }

  private void remember(String id, Instant now) {
    if (entities.find(Forgotten.class, id) == null) {
      entities.persist(new Forgotten(id, now));
    }
  }

  /** Whether the holder has forgotten the person of that account of the hospital. */
  public boolean isForgotten(PartyCode holder, PartyCode hospital, AccountId account) {
    return entities.find(Forgotten.class, Forgotten.id(holder, hospital, account.toString()))
        != null;
  }

  /**
   * The same of an episode.
   *
   * @param episode its id in hexadecimal
   */
  public boolean isForgotten(PartyCode holder, PartyCode hospital, String episode) {
    return entities.find(Forgotten.class, Forgotten.id(holder, hospital, episode)) != null;
  }
}
