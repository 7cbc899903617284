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
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.keychange.boundary.EarlierKeys;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.state.ChainState;
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

  /** A doctor as the chain of her hospital knows her. */
  private record Known(ChainState chain, Delegate doctor) {}

  /** BLS keys, 96 bytes each, that the doctor had before and has to sign with yet. */
  public Set<ByteString> of(AccountId account) {
    return known(account).map(known -> of(account, known)).orElse(Set.of());
  }

  /**
   * Has those destroyed that are not needed. Only keys that the chain calls earlier ones: a key
   * that waits for the chain is never among them.
   *
   * @return whether none from before is left; false also where the chain does not know the doctor
   */
  boolean giveUpOthers(AccountId account) {
    return known(account).map(known -> giveUpOthers(account, known)).orElse(false);
  }

  private boolean giveUpOthers(AccountId account, Known known) {
    Set<ByteString> needed = of(account, known);
    Set<BlsPublicKey> others =
        known.doctor().former().stream()
            .map(certificate -> certificate.identity().signingKey())
            .filter(key -> !needed.contains(key))
            .map(key -> crypto.bls().decodePublicKey(key.bytes()))
            .collect(Collectors.toSet());
    personKeys.giveUpSigningKeys(account, others);
    return needed.isEmpty();
  }

  private Set<ByteString> of(AccountId account, Known known) {
    Set<ByteString> needed = new HashSet<>();
    if (!known.doctor().former().isEmpty()) {
      uses.forEach(use -> needed.addAll(use.needed(account, known.chain(), known.doctor())));
      needed.remove(known.doctor().signingKey());
    }
    return needed;
  }

  private Optional<Known> known(AccountId account) {
    return doctors.byAccount(account).flatMap(this::known);
  }

  private Optional<Known> known(DoctorView doctor) {
    ChainState chain = chains.state(doctor.hospital().value());
    return chain.delegate(doctor.pid()).map(delegate -> new Known(chain, delegate));
  }
}
