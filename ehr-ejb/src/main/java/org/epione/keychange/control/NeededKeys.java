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
   * Has all others destroyed but the one that she has now.
   *
   * @return whether none from before is left
   */
  boolean keepOnly(AccountId account) {
    Set<ByteString> needed = of(account);
    personKeys.keepSigningKeys(
        account,
        needed.stream()
            .map(key -> crypto.bls().decodePublicKey(key.bytes()))
            .collect(Collectors.toSet()));
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
