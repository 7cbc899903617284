package org.epione.team.control;

import java.util.List;
import org.epione.attachment.boundary.AttachmentOwner;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.Turn;

/** A turn that is its doctor's, with nothing of it opened. */
record HeldTurn(Episode episode, Turn turn, List<TeamMember> members) {

  TeamMember member() {
    return members.get(turn.place() - 1);
  }

  /** To whom what is attached belongs. */
  AttachmentOwner owner() {
    return new AttachmentOwner(episode.id(), turn.doctorAccount());
  }
}
