package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.scheme.pre.PatientKeyPair;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.custody.boundary.Delegation;
import org.epione.custody.boundary.EscrowPurpose;
import org.epione.custody.boundary.EscrowTerms;
import org.epione.custody.boundary.RecoveryKey;
import org.epione.custody.boundary.ReleasedEscrow;
import org.epione.platform.identity.PartyCode;

/** The keys of patients' records in emergencies: put together, used for grants, wiped. */
@ApplicationScoped
public class ReleasedRecordKeys {

  private static final Logger LOG = Logger.getLogger(ReleasedRecordKeys.class.getName());
  private static final String LABEL = "emergency-key";

  @Inject private ServerVault servers;
  @Inject private PersonVault persons;
  @Inject private Escrows escrows;
  @Inject private Delegations delegations;
  @Inject private CryptoSuite crypto;

  /** A new key, whose secret half opens with the hospital's key and for that emergency only. */
  public RecoveryKey create(PartyCode hospital, ByteString emergency) {
    try (HpkeKeyPair pair = crypto.hpke().generate();
        SecretBytes secret = pair.secretKey().export()) {
      byte[] plain = secret.reveal(SecretAccess.token());
      try {
        byte[] sealed =
            servers.use(
                hospital,
                keys -> {
                  try (AeadKey own = keys.dataKey(crypto, LABEL)) {
                    return crypto.aead().seal(own, context(emergency), plain);
                  }
                });
        return new RecoveryKey(pair.publicKey(), ByteString.of(sealed));
      } finally {
        Arrays.fill(plain, (byte) 0);
      }
    }
  }

  /** What the grants need; empty where the shares do not give the key of that patient's records. */
  public Optional<List<Delegation>> delegate(ReleasedEscrow released, List<Grant> grants) {
    EscrowTerms terms = released.terms();
    if (terms.purpose() != EscrowPurpose.EMERGENCY
        || terms.epoch() != persons.epoch(terms.account())) {
      return Optional.empty();
    }
    try (SecretBytes own = open(released);
        HpkeKeyPair pair = crypto.hpke().restore(own);
        SecretBytes secret = escrows.combine(released, pair.secretKey());
        PatientKeyPair patient = crypto.reEncryption().restore(secret)) {
      if (!Arrays.equals(
          patient.publicKey().encode(), persons.get(terms.account()).recordPublic())) {
        return Optional.empty();
      }
      return Optional.of(
          grants.stream()
              .map(
                  each ->
                      delegations.of(
                          patient, each.records(), each.receivingKey(), each.digest().bytes()))
              .toList());
    } catch (DecryptionFailedException | MalformedEncodingException notTogether) {
      LOG.log(Level.WARNING, "the shares of an emergency do not go together", notTogether);
      return Optional.empty();
    }
  }

  private SecretBytes open(ReleasedEscrow released) {
    return SecretBytes.take(
        servers.use(
            released.terms().hospital(),
            keys -> {
              try (AeadKey own = keys.dataKey(crypto, LABEL)) {
                return crypto
                    .aead()
                    .open(
                        own,
                        context(released.recovery()),
                        released.key().protectedSecret().bytes());
              }
            }));
  }

  private static byte[] context(ByteString emergency) {
    return (LABEL + ":" + emergency.hex()).getBytes(StandardCharsets.US_ASCII);
  }
}
