package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.PartyCode;
import org.epione.team.boundary.PartFault;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.boundary.SignedPart;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.TeamPart;
import org.epione.team.entity.Turn;
import org.epione.team.entity.TurnState;
import org.epione.team.entity.VoidPart;

/**
 * Passes the turn from doctor to doctor by message, and accepts it at the other end: everything is
 * verified again there, whatever the sender did. A hand-over has a number, so what arrives twice or
 * too late changes nothing.
 */
@ApplicationScoped
public class HandOver {

  @Inject private EpisodeStore episodes;
  @Inject private Rosters rosters;
  @Inject private VisitDispatch visits;
  @Inject private TeamSettings settings;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private Post post;

  /** Sends the turn to the doctor at the place after these parts. */
  void send(Episode episode, List<SignedPart> parts) {
    TurnMessage message =
        new TurnMessage(
            ByteString.ofHex(episode.id()),
            episode.epoch(),
            episode.step() + 1,
            parts.size() + 1,
            parts);
    send(episode, TurnMessage.TYPE, message.encode());
  }

  /** Sends the turn back to the doctor at this place. */
  void sendBack(Episode episode, int place, byte[] sealedReason) {
    ReturnMessage message =
        new ReturnMessage(
            ByteString.ofHex(episode.id()),
            episode.epoch(),
            episode.step() + 1,
            place,
            ByteString.of(sealedReason));
    send(episode, ReturnMessage.TYPE, message.encode());
  }

  private void send(Episode episode, String type, byte[] payload) {
    PartyCode hospital = new PartyCode(episode.hospital());
    post.send(hospital, hospital, type, payload, Optional.empty());
  }

  /** Accepts a turn: verifies all parts, keeps the new one, opens the next doctor's turn. */
  void accept(Episode episode, TurnMessage message) throws PartRefusedException {
    if (isOld(episode, message.step())) {
      return;
    }
    requireNext(episode, message.epoch(), message.step());
    Instant now = clock.instant();
    Roster roster = rosters.of(episode);
    if (message.position() > roster.size()) {
      throw new PartRefusedException(PartFault.WRONG_ORDER);
    }
    List<Statement> statements = new PartChain(suite, roster).verify(message.parts(), now);
    requireKnown(message.parts(), episodes.parts(episode.id()));
    if (!statements.isEmpty()) {
      Statement last = statements.get(statements.size() - 1);
      PartChain.requireNewer(last, episode.lastSignedAt());
      keep(episode, message.parts().get(statements.size() - 1), last, now);
    }
    visits.schedule(episode, open(episode, message.step(), message.position(), now));
  }

  /**
   * Accepts a return: the part of that place and all after it are void, and its doctor has the turn
   * again.
   */
  void accept(Episode episode, ReturnMessage message) throws PartRefusedException {
    if (isOld(episode, message.step())) {
      return;
    }
    requireNext(episode, message.epoch(), message.step());
    List<TeamPart> parts = episodes.parts(episode.id());
    if (message.position() > parts.size()) {
      throw new PartRefusedException(PartFault.WRONG_ORDER);
    }
    Instant now = clock.instant();
    List<TeamPart> returned = parts.subList(message.position() - 1, parts.size());
    int by = parts.size() + 1;
    episodes.putAside(
        returned,
        returned.stream()
            .map(part -> new VoidPart(episode.id(), part, message.step(), episode.epoch(), by, now))
            .toList());
    Turn turn = open(episode, message.step(), message.position(), now);
    turn.cameBack(message.sealedReason().bytes());
    visits.schedule(episode, turn);
  }

  /**
   * Goes on with a team that was just changed behind its first {@code kept} doctors: what others
   * signed is void, and the turn is the next one's, unless it was before.
   */
  void goOn(Episode episode, int kept, Instant now) {
    List<TeamPart> parts = episodes.parts(episode.id());
    List<TeamPart> over = parts.subList(Math.min(kept, parts.size()), parts.size());
    int place = parts.size() - over.size() + 1;
    int step = episode.step() + 1;
    TeamMember next = episodes.member(episode.id(), place).orElseThrow();
    Optional<Turn> held = episodes.openTurn(episode.id());
    // What was sent to another hospital holds the team of before.
    boolean stays = over.isEmpty() && !next.isVisitor();
    if (held.filter(turn -> stays && isOf(next, turn)).isPresent()) {
      return;
    }
    held.ifPresent(
        turn -> {
          turn.close(TurnState.TAKEN, now);
          visits.over(turn);
        });
    episodes.putAside(
        over,
        over.stream()
            .map(part -> new VoidPart(episode.id(), part, step, episode.epoch(), 0, now))
            .toList());
    visits.schedule(episode, open(episode, step, next, now));
  }

  private static boolean isOf(TeamMember member, Turn turn) {
    return turn.place() == member.place() && turn.doctorAccount().equals(member.doctorAccount());
  }

  /** Keeps a verified part. */
  void keep(Episode episode, SignedPart part, Statement statement, Instant now) {
    episodes.add(
        new TeamPart(
            episode.id(),
            episode.epoch(),
            statement.position(),
            part.statement().bytes(),
            part.aggregate().bytes(),
            part.sealedText().bytes(),
            now));
    episode.accepted(statement.time());
  }

  private Turn open(Episode episode, int step, int place, Instant now) throws PartRefusedException {
    TeamMember member =
        episodes
            .member(episode.id(), place)
            .orElseThrow(() -> new PartRefusedException(PartFault.WRONG_ORDER));
    return open(episode, step, member, now);
  }

  private Turn open(Episode episode, int step, TeamMember member, Instant now) {
    episode.handedOver(step, now);
    Turn turn = new Turn(member, step, now, now.plus(settings.turnTime()));
    // What the doctor wrote before is where she starts again.
    episodes.voidParts(episode.id()).stream()
        .filter(part -> part.place() == member.place())
        .filter(
            part ->
                Statement.decode(part.statement())
                    .signer()
                    .equals(Pseudonym.of(member.doctorPseudonym())))
        .reduce((earlier, later) -> later)
        .ifPresent(
            part -> part.sealedText().ifPresent(text -> turn.beginsWith(text, part.epoch())));
    episodes.add(turn);
    return turn;
  }

  /** A hand-over of before: this message was answered already. */
  private static boolean isOld(Episode episode, int step) {
    return step <= episode.step();
  }

  private static void requireNext(Episode episode, int epoch, int step)
      throws PartRefusedException {
    if (episode.state() != EpisodeState.IN_TREATMENT
        || epoch != episode.epoch()
        || step != episode.step() + 1) {
      throw new PartRefusedException(PartFault.WRONG_STEP);
    }
  }

  /** All parts but the new one were accepted before, exactly so. */
  private static void requireKnown(List<SignedPart> sent, List<TeamPart> kept)
      throws PartRefusedException {
    if (kept.size() != Math.max(0, sent.size() - 1)) {
      throw new PartRefusedException(PartFault.WRONG_ORDER);
    }
    for (int i = 0; i < kept.size(); i++) {
      if (!of(kept.get(i)).equals(sent.get(i))) {
        throw new PartRefusedException(PartFault.BROKEN_LINK);
      }
    }
  }

  /** A kept part as it travels. */
  static SignedPart of(TeamPart part) {
    return new SignedPart(
        ByteString.of(part.statement()),
        ByteString.of(part.aggregate()),
        ByteString.of(part.sealedText().orElse(new byte[0])));
  }
}
