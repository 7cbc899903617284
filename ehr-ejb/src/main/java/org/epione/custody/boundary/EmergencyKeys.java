package org.epione.custody.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.custody.control.ReleasedRecordKeys;
import org.epione.platform.identity.PartyCode;

/**
 * What can be done with a patient's records in an emergency, by two shares and nothing else: make
 * what grants need. The key that the shares give is in memory for that one call.
 */
@Stateless
@PermitAll
public class EmergencyKeys {

  @Inject private ReleasedRecordKeys keys;

  /**
   * Makes a key for one emergency, for the second holder to seal its share to.
   *
   * @param hospital hosted here; the secret half is kept under its key of data at rest
   * @param emergency its id, 16 bytes
   */
  public RecoveryKey newKey(PartyCode hospital, ByteString emergency) {
    return keys.create(hospital, emergency);
  }

  /**
   * Makes R1 and R2 for each grant, each over one record.
   *
   * @return in the order of the grants; empty unless both shares are of an escrow for emergencies,
   *     of the key of that patient's records, of its present epoch, and belong together and to this
   *     emergency
   */
  public Optional<List<Delegation>> delegate(ReleasedEscrow released, List<Grant> grants) {
    return keys.delegate(released, grants);
  }
}
