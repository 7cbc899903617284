package org.epione.team.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.Pseudonym;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.state.FormerTeam;
import org.epione.team.control.Briefing;
import org.epione.team.control.ReturnMessage;

/**
 * The turn of a doctor of another hospital, with all that she needs to verify what was signed
 * before and to sign on top of it. What is medical is sealed to her, or under the group key that is
 * sealed to her; her hospital cannot read it.
 *
 * @param turn which turn
 * @param patient the patient's pseudo-identity in the episode
 * @param team the doctors in order
 * @param former the orders before the present one, the earliest first
 * @param lastSignedAt the newest time of a statement that the hospital has seen in the episode
 * @param dueAt when it should be done
 * @param sealedBriefing the {@link Briefing}, HPKE, auth mode, from the hospital to her
 * @param parts of the places before, in order, all under the group key of this epoch
 * @param sealedReason why the turn came back, under that key
 * @param sealedFormer what she had signed before that became void, under that key
 */
public record VisitingTurn(
    At turn,
    Pid patient,
    List<Member> team,
    List<FormerTeam> former,
    Optional<Instant> lastSignedAt,
    Instant dueAt,
    ByteString sealedBriefing,
    List<SignedPart> parts,
    Optional<ByteString> sealedReason,
    Optional<ByteString> sealedFormer) {

  private static final int MAX_CHANGES = 1_000;
  private static final int MAX_NAME = 800;

  /**
   * Which turn.
   *
   * @param episode 16 bytes
   * @param epoch of the group key
   * @param step which hand-over of the episode opened it
   * @param place of the doctor, from 2
   */
  public record At(ByteString episode, int epoch, int step, int place) {

    void write(CanonicalWriter out) {
      out.fixed(episode.bytes(), 16).u16(epoch).u16(step).u8(place);
    }

    static At read(CanonicalReader in) {
      return new At(ByteString.of(in.fixed(16)), in.u16(), in.u16(), in.u8());
    }
  }

  /**
   * A doctor of the team, as the chain knows her.
   *
   * @param name as the hospital shows it
   * @param warrant when the patient's warrant holds
   */
  public record Member(
      DoctorCertificate certificate, PartyCertificate hospital, String name, Validity warrant) {

    void write(CanonicalWriter out) {
      out.bytes(certificate.encode()).bytes(hospital.encode()).text(name);
      warrant.write(out);
    }

    static Member read(CanonicalReader in) {
      return new Member(
          DoctorCertificate.decode(in.bytes(DoctorCertificate.MAX_LENGTH)),
          PartyCertificate.decode(in.bytes(PartyCertificate.MAX_LENGTH)),
          in.text(MAX_NAME),
          Validity.read(in));
    }
  }

  public VisitingTurn {
    team = List.copyOf(team);
    former = List.copyOf(former);
    parts = List.copyOf(parts);
    if (team.size() > 8 || turn.place() >= team.size() || parts.size() != turn.place() - 1) {
      throw new IllegalArgumentException("the parts do not lead to a place between others");
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("somebody of the hospital begins");
    }
  }

  /** Writes it into an encoding of the caller's. */
  public void write(CanonicalWriter out) {
    turn.write(out);
    patient.write(out);
    out.list(team, (each, member) -> member.write(each))
        .list(
            former,
            (each, order) ->
                each.list(order.doctors(), (item, doctor) -> doctor.write(item))
                    .instant(order.until()))
        .optional(lastSignedAt, CanonicalWriter::instant)
        .instant(dueAt)
        .bytes(sealedBriefing.bytes())
        .list(parts, (each, part) -> part.write(each))
        .optional(sealedReason, (each, text) -> each.bytes(text.bytes()))
        .optional(sealedFormer, (each, text) -> each.bytes(text.bytes()));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is no turn between others
   */
  public static VisitingTurn read(CanonicalReader in) {
    return new VisitingTurn(
        At.read(in),
        Pid.read(in),
        in.list(8, Member::read),
        in.list(MAX_CHANGES, each -> new FormerTeam(each.list(8, Pid::read), each.instant())),
        in.optional(CanonicalReader::instant),
        in.instant(),
        ByteString.of(in.bytes(Briefing.MAX_ENCODED + 256)),
        in.list(8, SignedPart::read),
        in.optional(each -> ByteString.of(each.bytes(ReturnMessage.MAX_REASON + 256))),
        in.optional(each -> ByteString.of(each.bytes(SignedPart.MAX_SEALED))));
  }

  /** The pseudonyms in order. */
  public List<Pseudonym> order() {
    return team.stream().map(member -> member.certificate().pid().pseudonym()).toList();
  }
}
