package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.audit.boundary.ChainVerdict;
import org.epione.audit.boundary.CheckView.Finding;
import org.epione.ledger.connector.Chains;
import org.epione.platform.identity.PartyCode;

/** What can be found out about a chain as a whole. */
@ApplicationScoped
public class ChainFindings {

  @EJB private Chains chains;
  @Inject private ChainAudit audit;

  /** Whether everything on it holds. */
  Finding verified(ChainVerdict verdict) {
    return new Finding(
        "CHAIN",
        verdict.hospital(),
        verdict.sound(),
        verdict
            .explanation()
            .orElse(
                "Blocks "
                    + verdict.beginning()
                    + " to "
                    + verdict.height()
                    + ", "
                    + verdict.records()
                    + " records, hold."
                    + (verdict.beginning() == 0 ? "" : " Those before lie in archives.")),
        verdict.party().orElse(verdict.hospital()));
  }

  /** The verdict of {@link #verified}. */
  ChainVerdict verify(PartyCode hospital) {
    return audit.verify(hospital);
  }

  /**
   * Whether as many records are found by their names as stand in the blocks: one that is not found
   * would be missing from every audit. Asked after the chain was verified, so that records that
   * came meanwhile do no harm.
   */
  Finding counted(ChainVerdict verdict) {
    long findable = chains.findable(verdict.hospital());
    return new Finding(
        "COUNT",
        verdict.hospital(),
        findable >= verdict.records(),
        verdict.records() + " records stand in the blocks, " + findable + " are found by name.",
        verdict.hospital());
  }
}
