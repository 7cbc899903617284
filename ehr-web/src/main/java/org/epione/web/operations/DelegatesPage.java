package org.epione.web.operations;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.epione.operations.boundary.ChainDelegate;
import org.epione.operations.boundary.ChainWaiting;
import org.epione.operations.boundary.HospitalChain;
import org.jspecify.annotations.Nullable;

/** The doctors on a hospital's chain, and what waits to get onto it. */
@Named
@RequestScoped
public class DelegatesPage {

  @EJB private HospitalChain chain;

  private @Nullable List<ChainDelegate> rows;
  private @Nullable Optional<ChainWaiting> waiting;

  public List<ChainDelegate> getRows() {
    if (rows == null) {
      rows = chain.delegates();
    }
    return rows;
  }

  /** What waits, or null while there is no chain. */
  public @Nullable ChainWaiting getWaiting() {
    if (waiting == null) {
      waiting = chain.waiting();
    }
    return waiting.orElse(null);
  }
}
