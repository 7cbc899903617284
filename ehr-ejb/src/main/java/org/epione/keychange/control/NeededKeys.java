package org.epione.keychange.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.custody.boundary.PersonKeys;
import org.epione.enrolment.boundary.Doctors;
import org.epione.keychange.boundary.EarlierKeys;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.state.Delegate;
import org.epione.platform.identity.AccountId;

/** Which of a doctor's keys from before are still needed, and which are destroyed. */
@ApplicationScoped
public class NeededKeys {

  @Inject private Instance<EarlierKeys> uses;
  @Inject private CryptoSuite crypto;
  @EJB private Doctors doctors;
  @EJB private Chains chains;
  @EJB private PersonKeys personKeys;

  /** BLS keys, 96 bytes each, that the doctor had before and has to sign with yet. */
  public Set<ByteString> of(AccountId account) {
    return delegate(account).map(doctor -> of(account, doctor)).orElse(Set.of());
  }

  /**
   * Has those destroyed that are not needed. Only keys that the chain calls earlier ones: a key
   * that waits for the chain is never among them.
   *
   * @return whether none from before is left; false also where the chain does not know the doctor
   */
  boolean giveUpOthers(AccountId account) {
    return delegate(account).map(doctor -> giveUpOthers(account, doctor)).orElse(false);
  }

  private boolean giveUpOthers(AccountId account, Delegate doctor) {
    Set<ByteString> needed = of(account, doctor);
    Set<BlsPublicKey> others =
        doctor.former().stream()
            .map(certificate -> certificate.identity().signingKey())
            .filter(key -> !needed.contains(key))
            .map(key -> crypto.bls().decodePublicKey(key.bytes()))
            .collect(Collectors.toSet());
    personKeys.giveUpSigningKeys(account, others);
    return needed.isEmpty();
  }

  private Set<ByteString> of(AccountId account, Delegate doctor) {
    Set<ByteString> needed = new HashSet<>();
    if (!doctor.former().isEmpty()) {
      uses.forEach(use -> needed.addAll(use.needed(account, doctor)));
      needed.remove(doctor.signingKey());
    }
    return needed;
  }

  private Optional<Delegate> delegate(AccountId account) {
    return doctors
        .byAccount(account)
        .flatMap(doctor -> chains.state(doctor.hospital().value()).delegate(doctor.pid()));
  }
}
