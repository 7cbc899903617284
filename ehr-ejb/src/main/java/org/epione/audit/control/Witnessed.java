package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.logging.Logger;
import org.epione.audit.boundary.ContradictionView;
import org.epione.audit.boundary.WitnessView;
import org.epione.ledger.connector.FoundContradiction;
import org.epione.ledger.connector.LogWitnesses;
import org.epione.ledger.connector.WitnessStanding;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.SignedNote;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.PartyCode;

/** Witnesses of logs, and what they found. */
@ApplicationScoped
public class Witnessed {

  private static final Logger LOG = Logger.getLogger(Witnessed.class.getName());

  @EJB private LogWitnesses witnesses;
  @EJB private Parties parties;

  /** How the witnesses of this hospital's log follow it. */
  public List<WitnessView> of(String hospital) {
    return witnesses.of(hospital).stream().map(this::view).toList();
  }

  private WitnessView view(WitnessStanding witness) {
    return new WitnessView(
        witness.witness(),
        parties.name(new PartyCode(witness.witness())),
        witness.key().text(),
        witness.size(),
        witness.cosignedAt(),
        witness.behind(),
        witness.refusal());
  }

  /** What the witnesses hosted here found. */
  public List<FoundContradiction> contradictions() {
    return witnesses.contradictions();
  }

  /** How many logs are not cosigned any more by witnesses hosted here. */
  public long suspended() {
    return witnesses.suspended();
  }

  /**
   * What was found, for people.
   *
   * @param mine whether the reader decides for the witness
   */
  public ContradictionView view(FoundContradiction found, boolean mine) {
    return new ContradictionView(
        found.evidence().digest().hex(),
        found.hospital(),
        parties.name(new PartyCode(found.hospital())),
        found.witness(),
        parties.name(new PartyCode(found.witness())),
        found.seen(),
        size(found.evidence().first()),
        size(found.evidence().second()),
        found.suspended(),
        mine);
  }

  /** The witness cosigns this log again. */
  public void resume(PartyCode witness, String hospital) {
    witnesses.resume(witness.value(), hospital);
    LOG.warning(() -> witness + " cosigns the log of " + hospital + " again, by decision");
  }

  private static long size(SignedNote head) {
    return Checkpoint.parse(head.text()).size();
  }
}
