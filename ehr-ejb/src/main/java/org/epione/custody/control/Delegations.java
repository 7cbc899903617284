package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.DelegationSecret;
import org.epione.crypto.scheme.pre.PatientKeyPair;
import org.epione.crypto.scheme.pre.ReEncryptionKey;
import org.epione.custody.boundary.Delegation;

/** Makes what a grant needs from the key of a patient's records. */
@ApplicationScoped
public class Delegations {

  @Inject private CryptoSuite crypto;

  /** R1 for each record and R2 for the grantee. */
  public Delegation of(
      PatientKeyPair patient, List<RecordId> records, HpkePublicKey grantee, byte[] grantDigest) {
    try (DelegationSecret x = crypto.reEncryption().newDelegation()) {
      Map<RecordId, ReEncryptionKey> turned =
          records.stream()
              .collect(
                  Collectors.toMap(
                      Function.identity(),
                      id -> crypto.reEncryption().reKey(patient.secretKey(), id, x)));
      return new Delegation(
          turned, ByteString.of(crypto.reEncryption().sealDelegation(x, grantee, grantDigest)));
    }
  }
}
