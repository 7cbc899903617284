package org.epione.platform.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Deletes or empties rows of a patient, in the caller's transaction. */
@ApplicationScoped
public class ErasedRows {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  /**
   * Deletes or changes rows at once.
   *
   * @param statement JPQL with one parameter, {@code :of}
   * @param of whose rows
   * @return how many
   */
  public int change(String statement, String of) {
    return entities.createQuery(statement).setParameter("of", of).executeUpdate();
  }

  /** As {@link #change}, for several. */
  public int change(String statement, Iterable<String> of) {
    int rows = 0;
    for (String each : of) {
      rows += change(statement, each);
    }
    return rows;
  }
}
