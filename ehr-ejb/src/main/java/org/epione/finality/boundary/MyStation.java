package org.epione.finality.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.chain.boundary.SubmissionView;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.enrolment.boundary.ActiveDoctors;
import org.epione.enrolment.boundary.DoctorState;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.connector.ChainSummary;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.connector.DelegateFinality;
import org.epione.ledger.connector.Finality;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.StationEnrolledBody;
import org.epione.ledger.record.StationWithdrawnBody;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.EnrolledStation;
import org.epione.ledger.state.SignatureChecks;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * A doctor's station: which one countersigns in her name. Enrolling and withdrawing are acts of
 * will: records on the chain of her hospital, signed with her password, which the caller wipes.
 */
@Stateless
@RolesAllowed(Role.Name.DOCTOR)
public class MyStation {

  @EJB private Callers callers;
  @EJB private Doctors doctors;
  @EJB private ActiveDoctors active;
  @EJB private Chains chains;
  @EJB private Finality finality;
  @EJB private PersonKeys keys;
  @EJB private ChainSubmission submission;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /** Her station; empty until her own enrolment stands on the chain. */
  public Optional<StationView> mine() {
    return doctors
        .byAccount(callers.current().accountId())
        .filter(doctor -> doctor.state() == DoctorState.ENROLLED)
        .map(this::view);
  }

  /**
   * Enrols the station that shows this code.
   *
   * @throws RefusedException EHR-1011 for a wrong password, EHR-4622 to EHR-4624 for a station that
   *     cannot be enrolled
   */
  public SubmittedStation enrol(String code, char[] password) {
    DoctorView doctor = active.require(callers.current().accountId());
    StationIdentity station = parse(code);
    ChainState state = chains.state(doctor.hospital().value());
    if (state.station(doctor.pid()).isPresent()) {
      throw new RefusedException(ErrorCode.STATION_EXISTS);
    }
    if (state.isStationKey(station.key())) {
      throw new RefusedException(ErrorCode.STATION_KEY_USED);
    }
    Instant end = doctor.certificate().identity().validity().notAfter();
    return submit(
        doctor,
        password,
        new StationEnrolledBody(station, new Validity(clock.instant(), end)),
        station.name());
  }

  /**
   * Withdraws her station.
   *
   * @throws RefusedException EHR-1011 for a wrong password, EHR-1003 if she has none
   */
  public SubmittedStation withdraw(char[] password) {
    DoctorView doctor = active.require(callers.current().accountId());
    EnrolledStation station =
        chains
            .state(doctor.hospital().value())
            .station(doctor.pid())
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    return submit(
        doctor,
        password,
        new StationWithdrawnBody(station.key()),
        StationIdentity.name(station.key()));
  }

  /** What became of an enrolment or withdrawal. */
  public Optional<SubmissionView> outcome(SubmittedStation submitted) {
    return submission.status(Digest.ofHex(submitted.record()));
  }

  private StationIdentity parse(String code) {
    try {
      StationIdentity station = StationIdentity.parse(code);
      boolean possessed =
          new SignatureChecks(crypto)
              .ed25519(station.key(), StationIdentity.toProve(station.key()), station.possession());
      if (possessed) {
        return station;
      }
    } catch (MalformedEncodingException none) {
      throw new RefusedException(ErrorCode.STATION_CODE_INVALID);
    }
    throw new RefusedException(ErrorCode.STATION_CODE_INVALID);
  }

  private SubmittedStation submit(
      DoctorView doctor, char[] password, RecordBody body, String station) {
    Caller caller = callers.current();
    RecordContent content =
        new RecordContent(
            chains.state(doctor.hospital().value()).founding().orElseThrow().chain(),
            doctor.pid(),
            clock.instant(),
            body);
    LedgerRecord signed;
    try (Will will = keys.will(caller.accountId(), password)) {
      signed = content.signed(RecordSignature.of(will.sign(content.toSign())));
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
    submission.submit(doctor.hospital(), doctor.hospital(), signed);
    return new SubmittedStation(signed.id().hex(), station);
  }

  private StationView view(DoctorView doctor) {
    String hospital = doctor.hospital().value();
    ChainState state = chains.state(hospital);
    Optional<EnrolledStation> station = state.station(doctor.pid());
    DelegateFinality reached = finality.of(hospital);
    return new StationView(
        hospital,
        state.founding().orElseThrow().systemManager().identity().signingKey().hex(),
        station.map(enrolled -> StationIdentity.name(enrolled.key())),
        station.map(enrolled -> enrolled.validity().notAfter()),
        optional(finality.lastVote(hospital, doctor.pid())),
        chains.summary(hospital).map(ChainSummary::height).orElse(-1L),
        optional(reached.height()),
        reached.delegates(),
        reached.stations(),
        reached.needed());
  }

  private static Optional<Long> optional(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }
}
