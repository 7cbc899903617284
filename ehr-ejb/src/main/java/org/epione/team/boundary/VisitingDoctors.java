package org.epione.team.boundary;

import java.util.List;
import org.epione.crypto.identity.RecordId;

/**
 * Who brings doctors of other hospitals to the teams of this one, and speaks with their hospitals.
 * Called within the transaction of what the team does; episodes are those of this hospital.
 */
public interface VisitingDoctors {

  /** Who agreed to sign in an episode, and is still wanted. */
  List<VisitingDoctor> agreed(RecordId episode);

  /** Sends a turn to the hospital of its doctor. */
  void send(VisitingDoctor doctor, VisitingTurn turn);

  /** Her turn of that step was taken from her: her hospital destroys what it has of it. */
  void over(VisitingDoctor doctor, int step);

  /** The team goes on without her. */
  void release(VisitingDoctor doctor);

  /** The episode is over: nobody is wanted any more, and nobody's answer. */
  void ended(RecordId episode);

  /**
   * Destroys what was written to other hospitals about these episodes.
   *
   * @return how many entries
   */
  int forget(List<String> episodes);
}
