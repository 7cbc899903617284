package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.crypto.signature.PossessedKey;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.credit.Score;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Delegate;
import org.epione.ledger.state.TeamMember;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.DoctorChoice;

/**
 * Doctors and their keys as a team needs them. Names and accounts are the hospital's; keys and
 * standing come from the chain, which is what everybody else will check against.
 */
@ApplicationScoped
public class TeamDoctors {

  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private Doctors doctors;
  @EJB private Chains chains;
  @EJB private Parties parties;

  /** A doctor who can be put into a team. */
  record Doctor(String name, Pid pid) {}

  /** Who can be put into a team now, by name. */
  public List<DoctorChoice> choices(PartyCode hospital) {
    ChainState state = state(hospital);
    return doctors.ofHospital(hospital).stream()
        .flatMap(doctor -> choice(state, doctor).stream())
        .sorted(Comparator.comparing(DoctorChoice::name))
        .toList();
  }

  private Optional<DoctorChoice> choice(ChainState state, DoctorView doctor) {
    return choice(
        state,
        new Doctor(doctor.displayName(), doctor.pid()),
        doctor.account(),
        doctor.specialty());
  }

  private Optional<DoctorChoice> choice(
      ChainState state, Doctor doctor, AccountId account, String specialty) {
    return certified(state, doctor.pid())
        .map(
            identity ->
                new DoctorChoice(
                    account,
                    doctor.name(),
                    specialty,
                    state.credit().of(doctor.pid()).map(Score::points).orElse(0),
                    identity.validity().notAfter()));
  }

  /** A doctor of another hospital as a choice, while this chain lets her sign. */
  Optional<DoctorChoice> choice(
      PartyCode hospital, Doctor doctor, AccountId account, String specialty) {
    return choice(state(hospital), doctor, account, specialty);
  }

  /** Whether the chain of the doctor's own hospital lets her sign now. */
  public boolean isInGoodStanding(DoctorView doctor) {
    return certified(state(doctor.hospital()), doctor.pid()).isPresent();
  }

  /** The doctor of this account, who must be enrolled, certified and in good standing. */
  Doctor inGoodStanding(PartyCode hospital, AccountId account) {
    ChainState state = state(hospital);
    return doctors
        .byAccount(account)
        .filter(doctor -> doctor.hospital().equals(hospital))
        .filter(doctor -> certified(state, doctor.pid()).isPresent())
        .map(doctor -> new Doctor(doctor.displayName(), doctor.pid()))
        .orElseThrow(() -> new RefusedException(ErrorCode.TEAM_INVALID));
  }

  /**
   * Refuses where the chain would refuse every opening.
   *
   * @throws RefusedException EHR-3015 for a suspended hospital
   */
  void requireMayOpen(PartyCode hospital) {
    if (!state(hospital).isHospitalInGoodStanding()) {
      throw new RefusedException(ErrorCode.HOSPITAL_SUSPENDED);
    }
  }

  private ChainState state(PartyCode hospital) {
    if (chains.summary(hospital.value()).filter(chain -> chain.height() >= 0).isEmpty()) {
      throw new RefusedException(ErrorCode.NOT_ADMITTED);
    }
    return chains.state(hospital.value());
  }

  private Optional<DoctorIdentity> certified(ChainState state, Pid doctor) {
    if (!state.inGoodStanding(doctor)) {
      return Optional.empty();
    }
    return state
        .delegate(doctor)
        .map(delegate -> delegate.certificate().identity())
        .filter(identity -> identity.validity().includes(clock.instant()));
  }

  /** The doctor's key for what is sealed to her, as certified. */
  HpkePublicKey receivingKey(PartyCode hospital, Pid doctor) {
    Delegate delegate =
        state(hospital)
            .delegate(doctor)
            .orElseThrow(() -> new RefusedException(ErrorCode.TEAM_INVALID));
    return suite.hpke().decodePublicKey(delegate.certificate().identity().receivingKey().bytes());
  }

  /**
   * The doctor of a place as a signer, with the key that she had when she was given it, whatever
   * her standing; empty if the chain does not know her.
   */
  Optional<SigningOrder.Signer> signer(ChainState state, TeamMember member) {
    return state
        .delegate(member.doctor())
        .flatMap(doctor -> doctor.certificateOf(member.key()))
        .flatMap(this::signer);
  }

  /** The doctor of a certificate as a signer; empty if she does not possess its key. */
  Optional<SigningOrder.Signer> signer(DoctorCertificate certificate) {
    DoctorIdentity identity = certificate.identity();
    Optional<PossessedKey> key =
        suite
            .bls()
            .possessed(
                suite.bls().decodePublicKey(identity.signingKey().bytes()),
                suite.bls().decodePossession(identity.possession().bytes()));
    return key.map(known -> new SigningOrder.Signer(certificate.pid().pseudonym(), known));
  }

  /** The hospital's pseudo-identity, which also names its chain. */
  public Pid pid(PartyCode party) {
    return parties
        .find(party)
        .map(PartyView::pid)
        .orElseThrow(() -> new RefusedException(ErrorCode.PARTY_UNKNOWN, party.value()));
  }

  /** The cloud of the hospital's chain. */
  PartyCode cloud(PartyCode hospital) {
    return state(hospital)
        .founding()
        .map(founding -> new PartyCode(founding.cloud().code()))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_ADMITTED));
  }
}
