package org.epione.keychange.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.keychange.boundary.KeyChangeState;
import org.epione.keychange.entity.KeyChange;
import org.epione.platform.identity.AccountId;

/** Finds changes of keys. */
@Dependent
public class KeyChangeStore {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  /** Keeps a change. */
  public void add(KeyChange change) {
    entities.persist(change);
  }

  /** The doctor's last change. */
  public Optional<KeyChange> last(AccountId account) {
    return entities
        .createNamedQuery("KeyChange.ofAccount", KeyChange.class)
        .setParameter("account", account.toString())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The change that this record is. */
  public Optional<KeyChange> byRecord(Digest record) {
    return Optional.ofNullable(entities.find(KeyChange.class, record.hex()));
  }

  /** Changes after which keys from before may still be there, the earliest first. */
  public List<KeyChange> untidy() {
    return entities
        .createNamedQuery("KeyChange.untidy", KeyChange.class)
        .setParameter("state", KeyChangeState.DONE)
        .getResultList();
  }
}
