package org.epione.team.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.attachment.boundary.UploadView;

/**
 * An opened turn: all that the doctor needs, verified and decrypted.
 *
 * @param appends reference of the record that this one adds to
 * @param before what the doctors before wrote, in order
 * @param cameBackBecause the reason of the doctor after, if the turn came back
 * @param draft text kept so far; if none was kept, what was signed before the turn came back
 * @param draftVersion what the next save of the draft has to name
 * @param draftReadable false if a draft is kept that the doctor's present keys do not open
 * @param attachments files that are attached, or on their way
 * @param last whether this signature completes the record
 * @param returnsLeft how often the turn can still be sent back in this episode
 * @param voidParts what was signed and became void by a return
 * @param changes what was proposed to change in the team
 */
public record TurnView(
    String episode,
    int step,
    String reference,
    int place,
    List<MemberView> team,
    PatientView patient,
    Optional<String> appends,
    List<PartView> before,
    Optional<String> cameBackBecause,
    String draft,
    int draftVersion,
    Optional<Instant> draftAt,
    boolean draftReadable,
    List<UploadView> attachments,
    Instant dueAt,
    Instant warrantEnds,
    boolean last,
    int returnsLeft,
    List<VoidPartView> voidParts,
    List<TeamChangeView> changes) {

  /** Who is treated and why. */
  public record PatientView(String name, String birthDate, String complaint, String symptomCode) {
    /** Never who and why. */
    @Override
    public String toString() {
      return "PatientView";
    }
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return reference + " " + place;
  }
}
