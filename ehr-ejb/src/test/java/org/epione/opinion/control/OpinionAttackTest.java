package org.epione.opinion.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJBAccessException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.OpinionAcceptedBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.rules.CreditRules;
import org.epione.opinion.Visiting;
import org.epione.opinion.boundary.OpinionDesk;
import org.epione.opinion.boundary.Opinions;
import org.epione.opinion.boundary.VisitEntry;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.Clinic;
import org.epione.team.Clinic.Person;
import org.epione.team.Treatment;
import org.epione.team.boundary.Loss;
import org.epione.team.boundary.PartView;
import org.epione.team.boundary.SignedPart;
import org.epione.team.boundary.TeamEdit;
import org.epione.team.boundary.Turns;
import org.epione.team.boundary.VisitedTurn;
import org.epione.team.boundary.VisitingTurn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Attacks on a second opinion, by her hospital and by others: each fails. */
class OpinionAttackTest {

  @TempDir private Path home;
  private final CryptoSuite suite = CryptoSuite.create(new SecureRandomSource());
  private Clinic clinic;
  private Visiting visiting;
  private Treatment treatment;
  private String id;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 3);
    visiting = new Visiting(clinic);
    treatment = visiting.treatment();
    id = visiting.id();
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private static void refused(ErrorCode code, Executable act) {
    assertThatThrownBy(act::execute)
        .isInstanceOf(RefusedException.class)
        .extracting(thrown -> ((RefusedException) thrown).code())
        .isEqualTo(code);
  }

  private void send(PartyCode from, PartyCode to, String type, byte[] payload) {
    clinic.container.inTransaction(
        () -> clinic.bean(Post.class).send(from, to, type, payload, Optional.empty()));
    clinic.wire.deliverAll();
  }

  private LedgerRecord accepted(Person signer, DoctorCertificate certificate, String episode)
      throws Exception {
    return accepted(signer, certificate, episode, commitment());
  }

  private LedgerRecord accepted(
      Person signer, DoctorCertificate certificate, String episode, Digest question)
      throws WrongPasswordException {
    RecordContent content =
        new RecordContent(
            clinic.pid(Clinic.HOSPITAL),
            certificate.pid(),
            clinic.container.clock().instant(),
            new OpinionAcceptedBody(
                RecordId.ofHex(episode),
                certificate,
                clinic.bean(Parties.class).certificate(Clinic.NEIGHBOUR).orElseThrow(),
                question));
    try (Will will = clinic.bean(PersonKeys.class).will(signer.account(), Clinic.PASSWORD)) {
      return content.signed(RecordSignature.of(will.sign(content.toSign())));
    }
  }

  /** Of the question that was asked, as her hospital knows it. */
  private Digest commitment() {
    QuestionMessage message =
        QuestionMessage.decode(clinic.wire.payloads(QuestionMessage.TYPE).get(0));
    return clinic.container.transaction(
        () -> {
          try {
            return clinic
                .bean(OpinionTexts.class)
                .open(
                    Clinic.NEIGHBOUR,
                    Clinic.HOSPITAL,
                    message.id(),
                    message.sealedQuestion().bytes())
                .commitment();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private byte[] answer(LedgerRecord signed) throws Exception {
    return answer(signed, "Dr. Clark");
  }

  private byte[] answer(LedgerRecord signed, String name) throws Exception {
    return new AnswerMessage(
            ByteString.ofHex(visiting.requests().get(0).id()),
            AnswerMessage.Answer.ACCEPTED,
            Optional.of(new AnswerMessage.Accepted(signed, name, "surgery")))
        .encode();
  }

  @Test
  void answer_shouldBeRejected_whenItComesFromAHospitalThatWasNotAsked() throws Exception {
    visiting.ask("Clark");
    byte[] honest = answer(accepted(visiting.visitor, clinic.certificate(visiting.visitor), id));
    for (PartyCode other : List.of(Clinic.HOSPITAL, PartyCode.CLOUD, PartyCode.SYSTEM_MANAGER)) {
      send(other, Clinic.HOSPITAL, AnswerMessage.TYPE, honest);
    }
    assertThat(visiting.state()).isEqualTo("ASKED");
    assertThat(clinic.wire.rejected).hasSize(3);
  }

  @Test
  void answer_shouldBeRejected_whenItIsToAnotherQuestionOrEpisode() throws Exception {
    visiting.ask("Clark");
    DoctorCertificate certificate = clinic.certificate(visiting.visitor);
    send(
        Clinic.NEIGHBOUR,
        Clinic.HOSPITAL,
        AnswerMessage.TYPE,
        answer(accepted(visiting.visitor, certificate, id, Digest.of(new byte[1]))));
    String other = treatment.open();
    treatment.authorise(other);
    send(
        Clinic.NEIGHBOUR,
        Clinic.HOSPITAL,
        AnswerMessage.TYPE,
        answer(accepted(visiting.visitor, certificate, other)));
    assertThat(visiting.state()).isEqualTo("ASKED");
    assertThat(clinic.wire.rejected).hasSize(2);
  }

  @Test
  void answer_shouldBeRejected_whenItIsOfADoctorWhoWasNotAsked() throws Exception {
    visiting.ask("Clark");
    send(
        Clinic.NEIGHBOUR,
        Clinic.HOSPITAL,
        AnswerMessage.TYPE,
        answer(
            accepted(visiting.colleague, clinic.certificate(visiting.colleague), id), "Dr. Davis"));
    assertThat(visiting.state()).isEqualTo("ASKED");
    assertThat(clinic.wire.rejected).hasSize(1);
  }

  @Test
  void agreement_shouldBeRefusedByTheChain_whenNoCertifiedHospitalVouchesForTheKey()
      throws Exception {
    visiting.ask("Clark");
    DoctorIdentity identity = clinic.certificate(visiting.visitor).identity();
    Ed25519KeyPair nobody = suite.ed25519().generate();
    DoctorCertificate forged =
        identity.signed(suite.ed25519().sign(nobody.secretKey(), identity.toSign()));
    send(
        Clinic.NEIGHBOUR,
        Clinic.HOSPITAL,
        AnswerMessage.TYPE,
        answer(accepted(visiting.visitor, forged, id)));
    assertThat(visiting.state()).isEqualTo("REJECTED");
    assertThat(visiting.requests().get(0).reason()).contains("BAD_CERTIFICATE");
  }

  @Test
  void agreement_shouldBeRefusedByTheChain_whenAColleagueSignedForHer() throws Exception {
    visiting.ask("Clark");
    send(
        Clinic.NEIGHBOUR,
        Clinic.HOSPITAL,
        AnswerMessage.TYPE,
        answer(accepted(visiting.colleague, clinic.certificate(visiting.visitor), id)));
    assertThat(visiting.state()).isEqualTo("REJECTED");
    assertThat(visiting.requests().get(0).reason()).contains("BAD_SIGNATURE");
  }

  /** What she did is lost on the way; her hospital sends something else in its place. */
  private VisitedMessage held() throws Exception {
    clinic.wire.heldBack.add(VisitedMessage.TYPE);
    visiting.sign("two");
    clinic.wire.heldBack.clear();
    List<byte[]> sent = clinic.wire.payloads(VisitedMessage.TYPE);
    return VisitedMessage.decode(sent.get(sent.size() - 1));
  }

  private void substitute(VisitedMessage held, SignedPart part) {
    send(
        Clinic.NEIGHBOUR,
        Clinic.HOSPITAL,
        VisitedMessage.TYPE,
        new VisitedMessage(
                held.id(),
                new VisitedTurn(
                    held.turn().epoch(),
                    held.turn().step(),
                    held.turn().confirmation(),
                    Optional.of(part),
                    Optional.empty()))
            .encode());
  }

  @Test
  void text_shouldBeFoundOut_whenHerHospitalPutsAnotherInItsPlace() throws Exception {
    visiting.reach();
    VisitedMessage held = held();
    SignedPart part = held.turn().part().orElseThrow();
    byte[] altered = part.sealedText().bytes();
    altered[altered.length - 1] ^= 1;
    substitute(held, new SignedPart(part.statement(), part.aggregate(), ByteString.of(altered)));
    refused(ErrorCode.PARTS_INVALID, () -> treatment.read(id, 2));
    // The next doctor sends it back to her, and the team goes on.
    clinic.later(Duration.ofMinutes(1));
    int step = treatment.inbox(2).get(0).step();
    clinic.as(
        treatment.doctor(2),
        () -> {
          clinic.bean(Turns.class).sendBack(treatment.keys(2), id, step, 2, "it does not open");
          return null;
        });
    clinic.wire.deliverAll();
    assertThat(visiting.read().cameBackBecause()).contains("it does not open");
  }

  @Test
  void part_shouldBeRefused_whenAColleagueSignedInHerPlace() throws Exception {
    visiting.reach();
    VisitedMessage held = held();
    Statement honest = Statement.decode(held.turn().part().orElseThrow().statement().bytes());
    VisitMessage turn = VisitMessage.decode(clinic.wire.payloads(VisitMessage.TYPE).get(0));
    BlsSignature forged = addedByColleague(turn, honest);
    substitute(
        held,
        new SignedPart(
            ByteString.of(honest.encode()),
            ByteString.of(forged.encode()),
            held.turn().part().orElseThrow().sealedText()));
    assertThat(treatment.inbox(2)).isEmpty();
    assertThat(visiting.turns())
        .extracting(VisitEntry::sent, VisitEntry::refusal)
        .containsExactly(tuple(false, Optional.of("FALSE_SIGNATURE")));
    assertThat(treatment.episode(id).refusals()).hasSize(1);
    // The turn is hers as before.
    visiting.sign("two");
    assertThat(treatment.read(id, 2).before())
        .extracting(PartView::text)
        .containsExactly("one", "two");
  }

  /** A colleague's signature on top of the part before. */
  private BlsSignature addedByColleague(VisitMessage turn, Statement statement)
      throws WrongPasswordException {
    BlsSignature before =
        suite.bls().decodeSignature(turn.turn().parts().get(0).aggregate().bytes());
    PersonKeys keys = clinic.bean(PersonKeys.class);
    AccountId colleague = visiting.colleague.account();
    try (Will will = keys.will(colleague, Clinic.PASSWORD)) {
      return will.addTeamSignature(
          keys.publicKeys(colleague).signing().orElseThrow(), Optional.of(before), statement);
    }
  }

  @Test
  void part_shouldBeRefused_whenTheStatementNamesAColleagueAsTheSigner() throws Exception {
    visiting.reach();
    VisitedMessage held = held();
    Statement honest = Statement.decode(held.turn().part().orElseThrow().statement().bytes());
    List<org.epione.crypto.identity.Pseudonym> order = new ArrayList<>(honest.signers());
    order.set(1, clinic.certificate(visiting.colleague).pid().pseudonym());
    Statement forged =
        new Statement(
            honest.episode(),
            honest.patient(),
            order,
            2,
            honest.time(),
            honest.content(),
            honest.previous());
    VisitMessage turn = VisitMessage.decode(clinic.wire.payloads(VisitMessage.TYPE).get(0));
    BlsSignature signature = addedByColleague(turn, forged);
    substitute(
        held,
        new SignedPart(
            ByteString.of(forged.encode()),
            ByteString.of(signature.encode()),
            held.turn().part().orElseThrow().sealedText()));
    assertThat(treatment.inbox(2)).isEmpty();
    assertThat(visiting.turns().get(0).refusal()).contains("WRONG_ORDER");
  }

  @Test
  void part_shouldBeRefused_whenItComesFromAnotherPartyThanHerHospital() throws Exception {
    visiting.reach();
    VisitedMessage held = held();
    send(Clinic.HOSPITAL, Clinic.HOSPITAL, VisitedMessage.TYPE, held.encode());
    send(PartyCode.CLOUD, Clinic.HOSPITAL, VisitedMessage.TYPE, held.encode());
    assertThat(treatment.inbox(2)).isEmpty();
    assertThat(clinic.wire.rejected).hasSize(2);
  }

  @Test
  void part_shouldBeForNothing_whenItComesAfterSheWasReplaced() throws Exception {
    visiting.reach();
    VisitedMessage held = held();
    treatment.propose(
        treatment.doctor(1), id, new TeamEdit(2, true, Optional.empty()), "no answer");
    treatment.agree(id);
    send(Clinic.NEIGHBOUR, Clinic.HOSPITAL, VisitedMessage.TYPE, held.encode());
    assertThat(treatment.read(id, 2).before()).extracting(PartView::text).containsExactly("one");
    refused(
        ErrorCode.ACCESS_DENIED,
        () ->
            clinic.as(visiting.visitor, () -> clinic.bean(Turns.class).open(visiting.keys(), id)));
    String question = visiting.requests().get(0).id();
    refused(
        ErrorCode.OPINION_MOVED_ON,
        () ->
            clinic.as(
                visiting.visitor,
                () -> clinic.bean(Opinions.class).open(visiting.keys(), question)));
  }

  @Test
  void visitor_shouldOpenNothingElse_whenSheNamesOtherEpisodesAndQuestions() throws Exception {
    visiting.reach();
    String other = treatment.open();
    treatment.authorise(other);
    refused(
        ErrorCode.ACCESS_DENIED,
        () ->
            clinic.as(
                visiting.visitor, () -> clinic.bean(Turns.class).open(visiting.keys(), other)));
    refused(
        ErrorCode.ACCESS_DENIED,
        () ->
            clinic.as(visiting.visitor, () -> clinic.bean(Turns.class).open(visiting.keys(), id)));
    refused(
        ErrorCode.ACCESS_DENIED,
        () ->
            clinic.as(
                visiting.visitor,
                () -> clinic.bean(Opinions.class).open(visiting.keys(), "00".repeat(16))));
    String question = visiting.turns().get(0).id();
    for (Person stranger : List.of(visiting.colleague, treatment.doctor(1))) {
      refused(
          ErrorCode.ACCESS_DENIED,
          () ->
              clinic.as(
                  stranger,
                  () -> clinic.bean(Opinions.class).open(stranger.keys().orElseThrow(), question)));
    }
    refused(
        ErrorCode.KEYS_OF_ANOTHER,
        () ->
            clinic.as(
                visiting.visitor,
                () ->
                    clinic
                        .bean(Opinions.class)
                        .open(visiting.colleague.keys().orElseThrow(), question)));
  }

  @Test
  void desks_shouldBeClosed_whenSomebodyElseComes() throws Exception {
    visiting.reach();
    for (Person other : List.of(clinic.registrar, clinic.patient, clinic.administrator)) {
      assertThatThrownBy(() -> clinic.as(other, () -> clinic.bean(Opinions.class).turns()))
          .isInstanceOf(EJBAccessException.class);
    }
    for (Person other : List.of(clinic.patient, clinic.administrator)) {
      assertThatThrownBy(() -> clinic.as(other, () -> clinic.bean(OpinionDesk.class).asked(id)))
          .isInstanceOf(EJBAccessException.class);
    }
    // Neither the visitor nor a doctor who does not lead asks for the team.
    for (Person other : List.of(visiting.visitor, treatment.doctor(2), treatment.doctor(3))) {
      refused(
          ErrorCode.ACCESS_DENIED,
          () -> clinic.as(other, () -> clinic.bean(OpinionDesk.class).asked(id)));
    }
    assertThat(clinic.as(clinic.registrar, () -> clinic.bean(OpinionDesk.class).asked(id)))
        .hasSize(1);
  }

  @Test
  void agreement_shouldNotBeMade_whenThePasswordIsWrong() throws Exception {
    visiting.ask("Clark");
    String question = visiting.asked(visiting.visitor).get(0).id();
    assertThatThrownBy(
            () ->
                clinic.as(
                    visiting.visitor,
                    () -> {
                      clinic.bean(Opinions.class).accept(question, "wrong password!".toCharArray());
                      return null;
                    }))
        .isInstanceOf(WrongPasswordException.class);
    clinic.wire.deliverAll();
    assertThat(visiting.state()).isEqualTo("ASKED");
  }

  @Test
  void turn_shouldBeRejectedThere_whenAnotherHospitalSendsItOrItsTeamIsNotCertified()
      throws Exception {
    visiting.reach();
    VisitMessage honest = VisitMessage.decode(clinic.wire.payloads(VisitMessage.TYPE).get(0));
    VisitMessage next = at(honest, honest.turn().team());
    send(PartyCode.CLOUD, Clinic.NEIGHBOUR, VisitMessage.TYPE, next.encode());
    List<VisitingTurn.Member> team = new ArrayList<>(honest.turn().team());
    DoctorIdentity first = team.get(0).certificate().identity();
    Ed25519KeyPair nobody = suite.ed25519().generate();
    team.set(
        0,
        new VisitingTurn.Member(
            first.signed(suite.ed25519().sign(nobody.secretKey(), first.toSign())),
            team.get(0).hospital(),
            team.get(0).name(),
            team.get(0).warrant()));
    send(Clinic.HOSPITAL, Clinic.NEIGHBOUR, VisitMessage.TYPE, at(honest, team).encode());
    assertThat(clinic.wire.rejected).hasSize(2);
    assertThat(treatment.count("select count(*) from opinion_turn")).isOne();
  }

  private static VisitMessage at(VisitMessage honest, List<VisitingTurn.Member> team) {
    VisitingTurn turn = honest.turn();
    VisitingTurn.At at = turn.turn();
    return new VisitMessage(
        honest.id(),
        new VisitingTurn(
            new VisitingTurn.At(at.episode(), at.epoch(), at.step() + 1, at.place()),
            turn.patient(),
            team,
            turn.former(),
            turn.lastSignedAt(),
            turn.dueAt(),
            turn.sealedBriefing(),
            turn.parts(),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void turn_shouldEndInBothHospitals_whenThePatientWithdrawsTheWarrant() throws Exception {
    visiting.reach();
    VisitedMessage held = held();
    visiting.withdrawWarrant();
    assertThat(visiting.turns()).isEmpty();
    assertThat(treatment.count("select count(*) from opinion_turn where message is not null"))
        .isZero();
    assertThat(treatment.episode(id).team().get(1).lost()).contains(Loss.WARRANT_WITHDRAWN);
    send(Clinic.NEIGHBOUR, Clinic.HOSPITAL, VisitedMessage.TYPE, held.encode());
    assertThat(treatment.inbox(2)).isEmpty();
  }

  @Test
  void turn_shouldEndInBothHospitals_whenHerHospitalExpelsHer() throws Exception {
    visiting.reach();
    String question = visiting.turns().get(0).id();
    expelAt(Clinic.NEIGHBOUR);
    refused(
        ErrorCode.OPINION_STANDING,
        () ->
            clinic.as(
                visiting.visitor,
                () -> clinic.bean(Opinions.class).open(visiting.keys(), question)));
    clinic.container.inTransaction(() -> clinic.bean(OpinionAnswering.class).endWithoutStanding());
    clinic.wire.deliverAll();
    assertThat(visiting.turns()).isEmpty();
    assertThat(treatment.episode(id).team().get(1).lost()).contains(Loss.GAVE_UP);
    assertThat(visiting.requests().get(0).reason()).contains("NOT_IN_GOOD_STANDING");
  }

  @Test
  void part_shouldBeRefused_whenSheIsExpelledFromTheTeamsChain() throws Exception {
    visiting.reach();
    VisitedMessage held = held();
    expelAt(Clinic.HOSPITAL);
    send(Clinic.NEIGHBOUR, Clinic.HOSPITAL, VisitedMessage.TYPE, held.encode());
    assertThat(treatment.inbox(2)).isEmpty();
    assertThat(visiting.turns().get(0).refusal()).contains("EXPELLED");
  }

  /** Rules under which nobody of that chain is in good standing. */
  private void expelAt(PartyCode hospital) {
    Pid chain = clinic.pid(hospital);
    clinic.container.inTransaction(
        () ->
            clinic
                .bean(ChainSubmission.class)
                .submit(
                    PartyCode.SYSTEM_MANAGER,
                    hospital,
                    clinic.signed(
                        PartyCode.SYSTEM_MANAGER,
                        chain,
                        new CreditRulesBody(new CreditRules(101, 101, 200, 10, 1)))));
    clinic.wire.deliverAll();
    assertThat(clinic.bean(Chains.class).state(hospital.value()).delegates())
        .noneMatch(
            each -> clinic.bean(Chains.class).state(hospital.value()).inGoodStanding(each.pid()));
  }

  /** What every handler leaves to the intake of envelopes. */
  @Test
  void message_shouldBeRejected_whenItIsMalformed() {
    List<String> sent =
        List.of(
            QuestionMessage.TYPE,
            AnswerMessage.TYPE,
            VisitMessage.TYPE,
            VisitedMessage.TYPE,
            OutcomeMessage.TYPE);
    sent.forEach(type -> send(Clinic.NEIGHBOUR, Clinic.HOSPITAL, type, new byte[] {1}));
    List<String> own = List.of("team.turn", "team.return", "opinion.dispatch");
    own.forEach(type -> send(Clinic.HOSPITAL, Clinic.HOSPITAL, type, new byte[] {1}));
    send(Clinic.HOSPITAL, PartyCode.SYSTEM_MANAGER, "emergency.deposited", new byte[] {1});
    assertThat(clinic.wire.rejected)
        .hasSize(sent.size() + own.size() + 1)
        .containsOnly("The message is malformed.");
  }

  @Test
  void question_shouldBeRejected_whenItIsNoHospitalsOrComesTwice() throws Exception {
    visiting.ask("Clark");
    byte[] question = clinic.wire.payloads(QuestionMessage.TYPE).get(0);
    send(PartyCode.CLOUD, Clinic.NEIGHBOUR, QuestionMessage.TYPE, question);
    send(Clinic.HOSPITAL, Clinic.NEIGHBOUR, QuestionMessage.TYPE, question);
    assertThat(clinic.wire.rejected).hasSize(2);
    assertThat(visiting.asked(visiting.visitor)).hasSize(1);
  }
}
