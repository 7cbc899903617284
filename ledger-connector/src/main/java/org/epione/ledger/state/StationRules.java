package org.epione.ledger.state;

import static org.epione.ledger.state.RefusedRecord.require;

import java.util.Optional;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.StationEnrolledBody;
import org.epione.ledger.record.StationWithdrawnBody;

/**
 * Rules for doctors' stations; that the doctor signed and is in good standing is checked before.
 */
final class StationRules {

  private final SignatureChecks checks;

  StationRules(SignatureChecks checks) {
    this.checks = checks;
  }

  /** Only the chain's own doctors are its delegates, and each has one vote: one station. */
  void requireEnrolment(ChainState state, LedgerRecord record, StationEnrolledBody body) {
    StationIdentity station = body.station();
    require(
        state
            .delegate(record.author())
            .filter(doctor -> doctor.certificate().hospital().equals(record.chain()))
            .isPresent(),
        RejectionReason.WRONG_AUTHOR);
    require(state.station(record.author()).isEmpty(), RejectionReason.STATION_EXISTS);
    require(!state.isStationKey(station.key()), RejectionReason.KEY_IN_USE);
    require(body.validity().includes(record.time()), RejectionReason.CERTIFICATE_NOT_VALID);
    require(
        checks.ed25519(station.key(), StationIdentity.toProve(station.key()), station.possession()),
        RejectionReason.BAD_POSSESSION);
  }

  void requireWithdrawal(ChainState state, LedgerRecord record, StationWithdrawnBody body) {
    Optional<EnrolledStation> station = state.station(record.author());
    require(
        station.filter(enrolled -> enrolled.key().equals(body.key())).isPresent(),
        RejectionReason.UNKNOWN_STATION);
  }
}
