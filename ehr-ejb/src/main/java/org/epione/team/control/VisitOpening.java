package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.Contribution;
import org.epione.team.boundary.OpenVisit;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.boundary.VisitingTurn;

/** Opens turns of other hospitals in the key session of their doctor. */
@ApplicationScoped
public class VisitOpening {

  @Inject private VisitedTeam teams;
  @Inject private Signing signing;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private ReceivingKeys receivingKeys;
  @EJB private PersonKeys personKeys;

  /** Verifies and decrypts. */
  public OpenVisit open(
      KeySession session, VisitingTurn turn, PartyCode hospital, DoctorCertificate own) {
    try {
      Roster roster = teams.verified(turn, hospital, own);
      if (!roster.warrants().get(turn.turn().place() - 1).includes(clock.instant())) {
        throw new RefusedException(ErrorCode.WARRANT_MISSING);
      }
      return open(session, turn, hospital, roster);
    } catch (PartRefusedException refused) {
      throw new RefusedException(ErrorCode.PARTS_INVALID, refused.fault().name());
    }
  }

  private OpenVisit open(KeySession session, VisitingTurn turn, PartyCode hospital, Roster roster)
      throws PartRefusedException {
    Briefing briefing = briefing(session, turn, hospital);
    VisitingTurn.At at = turn.turn();
    GroupKey key =
        new GroupKey(suite.aead(), briefing.groupKey().bytes(), at.episode(), at.epoch());
    boolean verified = false;
    try {
      List<Statement> statements =
          new PartChain(suite, roster).verify(turn.parts(), clock.instant());
      List<Contribution> contributions = new ArrayList<>();
      for (int i = 0; i < statements.size(); i++) {
        contributions.add(
            PartChain.read(key, statements.get(i), turn.parts().get(i).sealedText().bytes()));
      }
      InvitationMessage invitation =
          new InvitationMessage(at.episode(), at.epoch(), at.place(), turn.sealedBriefing());
      ByteString confirmation =
          ByteString.of(
              key.confirmation(
                  Roster.confirmationTranscript(invitation, hospital.value(), turn.order())));
      verified = true;
      return new VerifiedVisit(
          turn,
          roster,
          briefing.facts(),
          key,
          confirmation,
          statements,
          contributions,
          new VerifiedVisit.Tools(signing, personKeys, suite.random(), clock));
    } finally {
      if (!verified) {
        key.close();
      }
    }
  }

  private Briefing briefing(KeySession session, VisitingTurn turn, PartyCode hospital) {
    VisitingTurn.At at = turn.turn();
    try {
      return Briefing.decode(
          personKeys.openAuthenticated(
              session,
              receivingKeys.require(hospital),
              Briefing.sealingInfo(),
              Briefing.place(
                  at.episode(), at.epoch(), at.place(), turn.order().get(at.place() - 1).bytes()),
              turn.sealedBriefing().bytes()));
    } catch (DecryptionFailedException | MalformedEncodingException foreign) {
      throw new RefusedException(ErrorCode.GROUP_KEY_UNUSABLE);
    }
  }
}
