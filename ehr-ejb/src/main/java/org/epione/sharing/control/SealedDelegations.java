package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.scheme.pre.ReEncryptionKey;
import org.epione.custody.boundary.Delegation;
import org.epione.platform.identity.PartyCode;

/** Seals a patient's share of a re-encryption key, so that only the system manager can open it. */
@ApplicationScoped
public class SealedDelegations {

  @Inject private PartyCertificates certificates;
  @Inject private CryptoSuite crypto;

  /** The sealed {@link DelegationKeys} of a grant over one record. */
  public byte[] seal(Delegation delegation, Grant grant) {
    ReEncryptionKey key =
        Objects.requireNonNull(delegation.keys().get(grant.records().get(0)), "no key was made");
    DelegationKeys keys =
        new DelegationKeys(ByteString.of(key.encode()), delegation.sealedSecret());
    HpkePublicKey to =
        HpkePublicKey.decode(
            certificates.require(PartyCode.SYSTEM_MANAGER).identity().receivingKey().bytes());
    return crypto
        .hpke()
        .seal(to, DelegationKeys.sealingInfo(), grant.digest().bytes(), keys.encode());
  }
}
