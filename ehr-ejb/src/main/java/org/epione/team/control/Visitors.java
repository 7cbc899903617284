package org.epione.team.control;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Role;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.entity.TeamMember;

/** What stands for a doctor of another hospital where her own hospital keeps her account. */
final class Visitors {

  private static final int MAX_DOCTOR = 100;
  private static final int MAX_HOSPITAL = 90;

  private Visitors() {}

  /**
   * In place of an account: a name for the pseudo-identity in the form of an account's, which is
   * nobody's account.
   */
  static AccountId account(Pid doctor) {
    ByteBuffer digest = ByteBuffer.wrap(Digest.of(doctor.bytes()).bytes());
    return new AccountId(new UUID(digest.getLong(), digest.getLong()));
  }

  /** As whom this hospital decides on what she may see of it, and records that. */
  static Caller caller(TeamMember visitor) {
    return new Caller(
        AccountId.of(visitor.doctorAccount()),
        "",
        visitor.doctorName(),
        Role.DOCTOR,
        new PartyCode(visitor.home().orElseThrow()),
        "");
  }

  /** With her hospital, as everybody sees her who sees the order of the team. */
  static String name(String doctor, String hospital) {
    return start(doctor, MAX_DOCTOR) + " (" + start(hospital, MAX_HOSPITAL) + ")";
  }

  private static String start(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }
}
