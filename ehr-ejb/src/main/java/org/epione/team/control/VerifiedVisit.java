package org.epione.team.control;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.attachment.boundary.Attachment;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.record.boundary.Contribution;
import org.epione.team.boundary.OpenVisit;
import org.epione.team.boundary.PartFault;
import org.epione.team.boundary.PartView;
import org.epione.team.boundary.SignedPart;
import org.epione.team.boundary.TurnView;
import org.epione.team.boundary.VisitedTurn;
import org.epione.team.boundary.VisitingTurn;

/**
 * What {@link VisitOpening} opened.
 *
 * @param confirmation shows the other hospital that the doctor has the group key
 * @param statements of the places before, verified
 * @param contributions the texts behind them
 */
record VerifiedVisit(
    VisitingTurn turn,
    Roster roster,
    PatientFacts facts,
    GroupKey key,
    ByteString confirmation,
    List<Statement> statements,
    List<Contribution> contributions,
    Tools tools)
    implements OpenVisit {

  /** What it works with. */
  record Tools(Signing signing, PersonKeys personKeys, RandomSource random, Clock clock) {}

  @Override
  public TurnView.PatientView patient() {
    return new TurnView.PatientView(
        facts.name(), facts.birthDate(), facts.complaint(), facts.symptomCode());
  }

  @Override
  public int place() {
    return turn.turn().place();
  }

  @Override
  public List<String> order() {
    return turn.team().stream().map(VisitingTurn.Member::name).toList();
  }

  @Override
  public List<PartView> before() {
    List<PartView> parts = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      parts.add(
          new PartView(
              i + 1,
              order().get(i),
              statements.get(i).time(),
              contributions.get(i).text(),
              contributions.get(i).attachments().stream().map(Attachment::view).toList()));
    }
    return parts;
  }

  @Override
  public Optional<String> reason() {
    return turn.sealedReason().map(this::reason);
  }

  private String reason(ByteString why) {
    try {
      return new String(
          key.open(GroupKey.Kind.REASON, place(), why.bytes()), StandardCharsets.UTF_8);
    } catch (DecryptionFailedException altered) {
      throw new RefusedException(ErrorCode.PARTS_INVALID, PartFault.ALTERED_TEXT.name());
    }
  }

  /** Text that was spoiled on its way may be why the turn came back: she writes it again. */
  @Override
  public Optional<String> former() {
    try {
      return turn.sealedFormer().map(text -> key.openContribution(place(), text.bytes()).text());
    } catch (DecryptionFailedException | MalformedEncodingException spoiled) {
      return Optional.empty();
    }
  }

  @Override
  public Instant warrantEnds() {
    return roster.warrants().get(place() - 1).notAfter();
  }

  @Override
  public String previousDigest() {
    return last().digest().hex();
  }

  private Statement last() {
    return statements.get(statements.size() - 1);
  }

  @Override
  public Contribution contribution(String text) {
    try {
      return new Contribution(
          turn.turn().episode(),
          place(),
          ByteString.of(roster.order().ids().get(place() - 1).bytes()),
          ByteString.of(tools.random().bytes(32)),
          text);
    } catch (IllegalArgumentException unusable) {
      throw new RefusedException(ErrorCode.DIAGNOSIS_UNUSABLE);
    }
  }

  @Override
  public VisitedTurn sign(AccountId signer, char[] password, Contribution shown)
      throws WrongPasswordException {
    Instant now = tools.clock().instant();
    Signing.requireLater(turn.lastSignedAt(), now);
    Signing.Next next = new Signing.Next(roster, place(), turn.parts(), Optional.of(last()), key);
    try (Will will = tools.personKeys().will(signer, password)) {
      return done(Optional.of(tools.signing().add(will, next, shown, now)), Optional.empty());
    }
  }

  @Override
  public VisitedTurn sendBack(int to, String reason) {
    byte[] why = ReturnMessage.reason(reason);
    if (to < 1 || to >= place()) {
      throw new RefusedException(ErrorCode.NOT_BEFORE_YOU);
    }
    ByteString sealed = ByteString.of(key.seal(GroupKey.Kind.REASON, to, why));
    return done(Optional.empty(), Optional.of(new VisitedTurn.Returned(to, sealed)));
  }

  private VisitedTurn done(Optional<SignedPart> part, Optional<VisitedTurn.Returned> returned) {
    return new VisitedTurn(turn.turn().epoch(), turn.turn().step(), confirmation, part, returned);
  }

  @Override
  public void close() {
    key.close();
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return "VerifiedVisit";
  }
}
