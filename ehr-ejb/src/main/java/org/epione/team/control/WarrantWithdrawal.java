package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.chain.boundary.ReceiptListener;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.custody.boundary.Acting;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.WarrantWithdrawnBody;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.Refusals;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.Turn;

/**
 * Takes a doctor's warrant back: here at once, and by a record under the patient's key of the
 * episode for everybody else.
 */
@ApplicationScoped
public class WarrantWithdrawal implements ReceiptListener {

  @Inject private EpisodeStore episodes;
  @Inject private TeamDoctors doctors;
  @Inject private VisitDispatch visits;
  @Inject private Clock clock;
  @EJB private PersonKeys personKeys;
  @EJB private ChainSubmission chain;
  @EJB private Refusals refusals;

  /** Withdraws the warrant of the doctor at that place; doing so again changes nothing. */
  public void withdraw(Acting acting, Episode episode, int place, char[] password)
      throws WrongPasswordException {
    if (episode.state() != EpisodeState.IN_TREATMENT) {
      throw new RefusedException(ErrorCode.EPISODE_MOVED_ON);
    }
    TeamMember member =
        episodes
            .member(episode.id(), place)
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (member.withdrawnAt().isPresent()) {
      return;
    }
    episodes.requireNoChangeAgreed(episode.id());
    PartyCode hospital = new PartyCode(episode.hospital());
    Instant now = clock.instant();
    byte[] eid = ByteString.ofHex(episode.id()).bytes();
    RecordContent content =
        new RecordContent(
            doctors.pid(hospital),
            Pid.of(episode.patientPseudonym()),
            now,
            new WarrantWithdrawnBody(RecordId.of(eid), Pid.of(member.doctorPseudonym())));
    LedgerRecord signed;
    try (Will will = personKeys.will(acting, password)) {
      signed = content.signed(RecordSignature.of(will.signForEpisode(eid, content.toSign())));
    }
    member.withdrawn(signed.id().hex(), now);
    chain.submit(hospital, hospital, signed);
  }

  @Override
  public Set<RecordType> types() {
    return Set.of(RecordType.WARRANT_WITHDRAWN);
  }

  /** It was in force here before; a turn that was sent to another hospital ends there now. */
  @Override
  public void onFinal(LedgerRecord submitted, Inclusion inclusion) {
    WarrantWithdrawnBody body = (WarrantWithdrawnBody) submitted.body();
    episodes
        .lock(body.episode().hex())
        .ifPresent(
            episode ->
                episodes
                    .openTurn(episode.id())
                    .filter(turn -> isOf(turn, body.doctor()))
                    .ifPresent(turn -> visits.over(turn)));
  }

  private boolean isOf(Turn turn, Pid doctor) {
    return episodes
        .member(turn.episodeId(), turn.place())
        .filter(member -> Pid.of(member.doctorPseudonym()).equals(doctor))
        .isPresent();
  }

  @Override
  public void onRejected(LedgerRecord submitted, String reason) {
    WarrantWithdrawnBody body = (WarrantWithdrawnBody) submitted.body();
    String record = submitted.id().hex();
    episodes
        .lock(body.episode().hex())
        .ifPresent(
            episode ->
                episodes.members(episode.id()).stream()
                    .filter(member -> member.withdrawalRecord().equals(Optional.of(record)))
                    .forEach(member -> refused(member, record, reason)));
  }

  private void refused(TeamMember member, String record, String reason) {
    member.withdrawalRefused();
    refusals.note(
        record.substring(0, 32), member.episodeId(), RecordType.WARRANT_WITHDRAWN.name(), reason);
  }
}
