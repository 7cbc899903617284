package org.epione.ledger.connector;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where all message beans of this server meet, so that what they bring is taken in together. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LedgerMessages {

  private static final Logger LOG = Logger.getLogger(LedgerMessages.class.getName());

  @EJB private Ledger ledger;

  private MessageGroups groups;

  /** For the container. */
  @SuppressWarnings("NullAway.Init")
  public LedgerMessages() {}

  /** Called by the container. */
  @PostConstruct
  void assemble() {
    groups = new MessageGroups(ledger::verify, ledger::receive, new DueSteps(ledger::step)::all);
  }

  /**
   * Takes a message in and does what is due because of it.
   *
   * @throws RuntimeException if it could not be taken in, now or never
   */
  public void receive(byte[] message) {
    groups.receive(message).ifPresent(this::step);
  }

  /** The message is done: if this fails, the block maker's timer does it later. */
  private void step(String hospital) {
    try {
      groups.step(hospital);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, e, () -> "block of " + hospital + " is left to the timer");
    }
  }
}
