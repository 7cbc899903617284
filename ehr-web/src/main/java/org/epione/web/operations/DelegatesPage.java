package org.epione.web.operations;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.epione.ledger.connector.ChainWriter;
import org.epione.ledger.connector.store.RefusalCount;
import org.epione.operations.boundary.ChainDelegate;
import org.epione.operations.boundary.ChainWaiting;
import org.epione.operations.boundary.HospitalChain;
import org.jspecify.annotations.Nullable;

/** The doctors on a hospital's chain, and what waits to get onto it. */
@Named
@RequestScoped
public class DelegatesPage {

  @EJB private HospitalChain chain;

  private List<ChainDelegate> rows = List.of();
  private List<RefusalCount> refused = List.of();
  private @Nullable ChainWaiting waiting;

  @PostConstruct
  void load() {
    rows = chain.delegates();
    refused = chain.refused();
    waiting = chain.waiting().orElse(null);
  }

  public List<ChainDelegate> getRows() {
    return rows;
  }

  /** What the chain refused lately; empty if nothing. */
  public List<RefusalCount> getRefused() {
    return refused;
  }

  /** Who makes the blocks, or null before the first. */
  public @Nullable ChainWriter getWriter() {
    return waiting == null ? null : waiting.writer().orElse(null);
  }

  /** What waits, or null while there is no chain. */
  public @Nullable ChainWaiting getWaiting() {
    return waiting;
  }
}
