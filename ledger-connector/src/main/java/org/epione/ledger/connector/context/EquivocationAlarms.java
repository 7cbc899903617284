package org.epione.ledger.connector.context;

import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.connector.store.AlarmRow;
import org.epione.ledger.finality.Equivocation;
import org.epione.ledger.state.Founding;

/** The alarm that somebody signed two histories of a chain, whoever found it. */
public final class EquivocationAlarms {

  private final LedgerContext context;

  /** Alarms in this ledger. */
  public EquivocationAlarms(LedgerContext context) {
    this.context = context;
  }

  /**
   * Raises the alarm if hospital or cloud signed both headers. The chain is locked.
   *
   * @param finder code or name of who has both
   * @return whether there is one to raise
   */
  public boolean raise(Founding founding, Equivocation proof, String finder) {
    boolean byHospital = proof.isByHospital(context.checks(), founding);
    boolean byCloud =
        founding.chain().equals(proof.first().header().chain())
            && proof.isByCloud(context.checks(), founding);
    if (byHospital || byCloud) {
      context
          .store()
          .alarms()
          .add(
              new AlarmRow(
                  founding.hospital().code(),
                  Digest.of(proof.encode()),
                  proof.height(),
                  byHospital,
                  byCloud,
                  finder,
                  context.now()),
              proof);
    }
    return byHospital || byCloud;
  }

  /** The same for two headers, if they contradict each other. */
  public boolean raise(Founding founding, SignedHeader kept, SignedHeader other, String finder) {
    return Equivocation.contradict(kept, other)
        && raise(founding, new Equivocation(kept, other), finder);
  }
}
