package org.epione.team.control;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.ledger.identity.Validity;
import org.epione.record.boundary.Contribution;
import org.epione.team.entity.OpinionCase;
import org.epione.team.entity.OpinionTurn;

/**
 * A turn of another hospital in the hands of its doctor, opened and verified; closing it wipes the
 * group key.
 *
 * @param confirmation shows the other hospital that the doctor has the group key
 */
record OpenVisit(
    OpinionCase asked,
    OpinionTurn turn,
    VisitMessage message,
    Roster roster,
    Briefing briefing,
    GroupKey key,
    ByteString confirmation,
    List<Statement> statements,
    List<Contribution> contributions)
    implements AutoCloseable {

  int place() {
    return message.turn().place();
  }

  List<String> order() {
    return message.team().stream().map(VisitMessage.Member::name).toList();
  }

  Validity warrant() {
    return roster.warrants().get(place() - 1);
  }

  @Override
  public void close() {
    key.close();
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return "OpenVisit";
  }
}
