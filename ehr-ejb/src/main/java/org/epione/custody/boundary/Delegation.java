package org.epione.custody.boundary;

import java.util.Map;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.ReEncryptionKey;

/**
 * What a patient gives for a grant (protocols.md 4.1): R1 for each record, and R2, the delegation
 * secret sealed to the grantee. Useless to anyone but proxy and grantee together.
 *
 * @param keys R1 of each record
 * @param sealedSecret R2
 */
public record Delegation(Map<RecordId, ReEncryptionKey> keys, ByteString sealedSecret) {

  public Delegation {
    keys = Map.copyOf(keys);
  }
}
