package org.epione.ledger.state;

import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.rules.BlockRules;

/**
 * Who founded a chain and signs on it, and how its blocks are made.
 *
 * @param systemManager certificate of the system manager
 * @param hospital certificate of the hospital whose chain it is
 * @param cloud certificate of the second supernode
 * @param blockRules how blocks are made
 */
public record Founding(
    PartyCertificate systemManager,
    PartyCertificate hospital,
    PartyCertificate cloud,
    BlockRules blockRules) {

  /** As the first record of a chain says. */
  public static Founding of(HospitalAdmittedBody body) {
    return new Founding(body.systemManager(), body.hospital(), body.cloud(), body.blockRules());
  }

  /** What names the chain: the hospital's pseudo-identity. */
  public Pid chain() {
    return hospital.pid();
  }
}
