package org.epione.team.control;

import java.util.List;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.Turn;

/** A turn that is its doctor's, with nothing of it opened. */
record HeldTurn(Episode episode, Turn turn, List<TeamMember> members) {

  TeamMember member() {
    return members.get(turn.place() - 1);
  }
}
