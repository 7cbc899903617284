package org.epione.keychange.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.crypto.transcript.Digest;
import org.epione.keychange.entity.KeyChange;

/** Ends the keys that doctors had before, each in a transaction of its own. */
@Stateless
@PermitAll
public class EarlierKeysEnd {

  @Inject private KeyChangeStore changes;
  @Inject private NeededKeys needed;

  /** Changes after which keys from before may still be there: ids of their records, in hex. */
  public List<String> waiting() {
    return changes.untidy().stream().map(KeyChange::recordId).toList();
  }

  /** Has those destroyed that are not needed any more; what is left is looked at another time. */
  public void tidy(String record) {
    changes
        .byRecord(Digest.ofHex(record))
        .filter(change -> needed.giveUpOthers(change.account()))
        .ifPresent(KeyChange::tidied);
  }
}
