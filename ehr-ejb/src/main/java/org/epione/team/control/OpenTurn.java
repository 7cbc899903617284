package org.epione.team.control;

import java.util.List;
import java.util.Optional;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.ledger.identity.Validity;
import org.epione.record.boundary.Contribution;
import org.epione.team.boundary.SignedPart;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.Turn;

/**
 * A turn in the hands of its doctor, with everything opened and verified; closing it wipes the
 * group key.
 *
 * @param parts of the doctors before, in order, and their statements and texts
 */
record OpenTurn(
    Episode episode,
    Turn turn,
    List<TeamMember> members,
    Roster roster,
    Briefings.Opened opened,
    List<SignedPart> parts,
    List<Statement> statements,
    List<Contribution> contributions)
    implements AutoCloseable {

  HeldTurn held() {
    return new HeldTurn(episode, turn, members);
  }

  int place() {
    return turn.place();
  }

  boolean isLast() {
    return turn.place() == members.size();
  }

  TeamMember member() {
    return members.get(turn.place() - 1);
  }

  Validity warrant() {
    return roster.warrants().get(turn.place() - 1);
  }

  Briefing briefing() {
    return opened.briefing();
  }

  GroupKey key() {
    return opened.key();
  }

  /** The group key of that epoch, in which the doctor was of the team. */
  GroupKey key(int epoch) {
    return opened.key(epoch);
  }

  Optional<Statement> lastStatement() {
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(statements.get(statements.size() - 1));
  }

  /** What the doctor had signed before that became void. */
  Optional<String> former() {
    return turn.sealedFormer()
        .map(text -> key(turn.formerEpoch()).openContribution(turn.place(), text).text());
  }

  @Override
  public void close() {
    opened.close();
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return "OpenTurn";
  }
}
