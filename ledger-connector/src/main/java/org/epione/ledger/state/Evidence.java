package org.epione.ledger.state;

import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.DiagnosisBody;

/** Says whether the sealed evidence of a diagnosis is that of its episode; only a hospital can. */
@FunctionalInterface
public interface Evidence {

  /** Whoever is not the hospital takes the hospital's word. */
  Evidence NOT_OURS = (body, commitment) -> true;

  /**
   * Whether X of {@code body} holds the alpha behind {@code commitment} and the right identities.
   */
  boolean holds(DiagnosisBody body, Digest commitment);
}
