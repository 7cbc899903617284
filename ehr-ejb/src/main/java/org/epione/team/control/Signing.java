package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.attachment.boundary.Uploads;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.signature.BlsSignature;
import org.epione.custody.boundary.Will;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordSignature;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.Composition;
import org.epione.record.boundary.Contribution;
import org.epione.record.boundary.Evidence;
import org.epione.record.boundary.FinishedWork;
import org.epione.record.boundary.RecordSealing;
import org.epione.record.boundary.UnsignedRecord;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.boundary.SignedPart;
import org.epione.team.entity.AppendedEpisode;
import org.epione.team.entity.ChangeState;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamChange;

/** The doctor's signature on the own part, and the last doctor's on the whole. */
@ApplicationScoped
public class Signing {

  @Inject private CryptoSuite suite;
  @Inject private TeamDoctors doctors;
  @Inject private EpisodeStore episodes;
  @Inject private EpisodeSecrets secrets;
  @EJB private RecordSealing sealing;
  @EJB private Uploads uploads;

  /** Adds this doctor's statement on the shown text to the aggregate of all before. */
  SignedPart sign(Will will, OpenTurn turn, Contribution shown, Instant now) {
    return add(
        will,
        new Next(turn.roster(), turn.place(), turn.parts(), turn.lastStatement(), turn.key()),
        shown,
        now);
  }

  /** What the next part of a chain is added to: the parts before, verified, and their last. */
  record Next(
      Roster roster, int place, List<SignedPart> parts, Optional<Statement> last, GroupKey key) {}

  /** Adds a doctor's statement on the shown text to the aggregate of all before. */
  SignedPart add(Will will, Next next, Contribution shown, Instant now) {
    Statement statement =
        new Statement(
            next.roster().episode(),
            next.roster().patient(),
            next.roster().order().ids(),
            next.place(),
            now,
            shown.digest(),
            next.last().map(Statement::digest));
    Optional<BlsSignature> before =
        next.parts().isEmpty()
            ? Optional.empty()
            : Optional.of(
                suite
                    .bls()
                    .decodeSignature(
                        next.parts().get(next.parts().size() - 1).aggregate().bytes()));
    BlsSignature aggregate =
        will.addTeamSignature(next.roster().keyOf(next.place()), before, statement);
    SignedPart part =
        new SignedPart(
            ByteString.of(statement.encode()),
            ByteString.of(aggregate.encode()),
            ByteString.of(next.key().sealContribution(shown)));
    requireAccepted(next, part, now);
    return part;
  }

  /** What the next doctor would refuse is not passed on: a certificate without its key, say. */
  private void requireAccepted(Next next, SignedPart part, Instant now) {
    List<SignedPart> parts = new ArrayList<>(next.parts());
    parts.add(part);
    try {
      new PartChain(suite, next.roster()).verify(parts, now);
    } catch (PartRefusedException refused) {
      throw new RefusedException(ErrorCode.PARTS_INVALID, refused.fault().name());
    }
  }

  /** Refuses to sign before what was signed last, as this server's clock has it. */
  static void requireLater(Optional<Instant> last, Instant now) {
    if (last.isPresent() && !now.isAfter(last.get())) {
      throw new RefusedException(ErrorCode.CLOCK_BEHIND);
    }
  }

  /** Composes, encrypts to the patient, signs the record and sends it to the cloud. */
  void complete(
      Caller caller, Will will, OpenTurn turn, Contribution own, SignedPart part, Instant now) {
    Episode episode = turn.episode();
    PartyCode hospital = new PartyCode(episode.hospital());
    FinishedWork work = work(caller, turn, own, part, now);
    // The own ones were looked at before.
    turn.contributions().stream()
        .flatMap(before -> before.attachments().stream())
        .forEach(uploads::requireKept);
    UnsignedRecord unsigned = sealing.prepare(work);
    BlsSignature signature =
        will.sign(turn.roster().keyOf(turn.place()), unsigned.content().toSign());
    LedgerRecord record = unsigned.content().signed(RecordSignature.of(signature));
    sealing.submit(
        hospital,
        new PartyCode(episode.cloud()),
        episode.reference(),
        episode.patientAccount(),
        episode.appends().map(AppendedEpisode::id),
        record,
        unsigned);
    episode.seal(now);
  }

  private FinishedWork work(
      Caller caller, OpenTurn turn, Contribution own, SignedPart part, Instant now) {
    Episode episode = turn.episode();
    PartyCode hospital = new PartyCode(episode.hospital());
    List<Statement> statements = new ArrayList<>(turn.statements());
    statements.add(Statement.decode(part.statement().bytes()));
    Pid hospitalPid = doctors.pid(hospital);
    return new FinishedWork(
        hospital,
        new PartyCode(episode.cloud()),
        Pid.of(turn.member().doctorPseudonym()),
        Pid.of(episode.patientPseudonym()),
        turn.briefing().recordKey(),
        statements,
        part.aggregate(),
        new Evidence(
            turn.briefing().alpha(),
            turn.briefing().patient(),
            hospitalPid.value(),
            ByteString.of(caller.accountId().toString().getBytes(StandardCharsets.UTF_8))),
        composition(turn, own, statements),
        now);
  }

  private Composition composition(OpenTurn turn, Contribution own, List<Statement> statements) {
    List<Contribution> texts = new ArrayList<>(turn.contributions());
    texts.add(own);
    List<Composition.Entry> entries = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      entries.add(
          new Composition.Entry(
              texts.get(i), turn.members().get(i).doctorName(), statements.get(i).time()));
    }
    Episode episode = turn.episode();
    return new Composition(
        ByteString.ofHex(episode.id()),
        episode.reference(),
        episode.hospital(),
        turn.briefing().facts().complaint(),
        turn.briefing().facts().symptomCode(),
        entries,
        episodes.changes(episode.id()).stream()
            .filter(change -> change.state() == ChangeState.IN_FORCE)
            .flatMap(change -> leftOut(episode, change).stream())
            .toList(),
        episode.appends().map(Addenda::named));
  }

  private Optional<Composition.LeftOut> leftOut(Episode episode, TeamChange change) {
    return change
        .leftOut()
        .map(
            name ->
                new Composition.LeftOut(
                    change.place(),
                    name,
                    change.changedAt(),
                    secrets.reason(episode, change).text()));
  }
}
