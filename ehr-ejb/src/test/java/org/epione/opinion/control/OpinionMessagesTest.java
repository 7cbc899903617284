package org.epione.opinion.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.OpinionAcceptedBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.SignatureKind;
import org.epione.ledger.state.FormerTeam;
import org.epione.team.boundary.SignedPart;
import org.epione.team.boundary.VisitedTurn;
import org.epione.team.boundary.VisitingTurn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What hospitals send about second opinions, cut, padded, and with any byte changed. */
class OpinionMessagesTest {

  private static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");
  private static final ByteString ID = bytes(16);
  private static final Pid DOCTOR = Pid.of(new byte[] {1});
  private static final Pid HOSPITAL = Pid.of(new byte[] {2});

  /** One message and how it is read and written. */
  record Sample(Object message, byte[] encoded, Function<byte[], Object> decode) {

    @Override
    public String toString() {
      return message.getClass().getSimpleName();
    }
  }

  private static ByteString bytes(int length) {
    return ByteString.of(new byte[length]);
  }

  private static Validity validity() {
    return new Validity(NOW, NOW.plusSeconds(60));
  }

  private static DoctorCertificate doctor() {
    return new DoctorIdentity(DOCTOR, HOSPITAL, bytes(96), bytes(48), bytes(32), validity())
        .signed(new byte[64]);
  }

  private static PartyCertificate hospital() {
    return new PartyIdentity(
            HOSPITAL,
            PartyKind.HOSPITAL,
            "HOSPITAL-B",
            bytes(32),
            bytes(32),
            validity(),
            Pid.of(new byte[] {3}))
        .signed(new byte[64]);
  }

  private static VisitMessage visit(int place, int parts) {
    VisitingTurn.Member member =
        new VisitingTurn.Member(doctor(), hospital(), "Dr. Clark", validity());
    SignedPart part = new SignedPart(bytes(9), bytes(48), bytes(7));
    return new VisitMessage(
        ID,
        new VisitingTurn(
            new VisitingTurn.At(ID, 2, 3, place),
            Pid.of(new byte[] {4}),
            List.of(member, member, member),
            List.of(new FormerTeam(List.of(DOCTOR), NOW)),
            Optional.of(NOW),
            NOW,
            bytes(40),
            Collections.nCopies(parts, part),
            Optional.of(bytes(5)),
            Optional.of(bytes(6))));
  }

  static List<Sample> samples() {
    LedgerRecord signed =
        new RecordContent(
                HOSPITAL,
                DOCTOR,
                NOW,
                new OpinionAcceptedBody(
                    RecordId.of(new byte[16]), doctor(), hospital(), Digest.of(new byte[1])))
            .signed(new RecordSignature(SignatureKind.BLS, bytes(48)));
    QuestionMessage question = new QuestionMessage(ID, ID, "E-1", "Dr. Clark", bytes(90));
    AnswerMessage agreed =
        new AnswerMessage(
            ID,
            AnswerMessage.Answer.ACCEPTED,
            Optional.of(new AnswerMessage.Accepted(signed, "Dr. Clark", "surgery")));
    AnswerMessage declined = new AnswerMessage(ID, AnswerMessage.Answer.DECLINED);
    VisitMessage visit = visit(2, 1);
    VisitedMessage done =
        new VisitedMessage(
            ID,
            new VisitedTurn(
                2,
                3,
                bytes(32),
                Optional.of(new SignedPart(bytes(9), bytes(48), bytes(7))),
                Optional.empty()));
    VisitedMessage returned =
        new VisitedMessage(
            ID,
            new VisitedTurn(
                2,
                3,
                bytes(32),
                Optional.empty(),
                Optional.of(new VisitedTurn.Returned(1, bytes(30)))));
    OutcomeMessage outcome =
        new OutcomeMessage(ID, 3, OutcomeMessage.Outcome.REFUSED, "FALSE_SIGNATURE");
    return List.of(
        new Sample(question, question.encode(), QuestionMessage::decode),
        new Sample(agreed, agreed.encode(), AnswerMessage::decode),
        new Sample(declined, declined.encode(), AnswerMessage::decode),
        new Sample(visit, visit.encode(), VisitMessage::decode),
        new Sample(done, done.encode(), VisitedMessage::decode),
        new Sample(returned, returned.encode(), VisitedMessage::decode),
        new Sample(outcome, outcome.encode(), OutcomeMessage::decode));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void decode_shouldGiveBackTheSame_andRefuseWhatIsCutOrPadded(Sample sample) {
    byte[] encoded = sample.encoded();
    assertThat(sample.decode().apply(encoded)).isEqualTo(sample.message());
    for (int length = 0; length < encoded.length; length++) {
      malformed(sample, Arrays.copyOf(encoded, length));
    }
    malformed(sample, Arrays.copyOf(encoded, encoded.length + 1));
    malformed(sample, new byte[100_000]);
  }

  /** A changed byte gives another message or none, and no other failure. */
  @ParameterizedTest
  @MethodSource("samples")
  void decode_shouldNotFailOtherwise_whenAnyByteIsChanged(Sample sample) {
    for (int i = 0; i < sample.encoded().length; i++) {
      for (byte change : new byte[] {1, (byte) 0x80, (byte) 0xff}) {
        byte[] changed = sample.encoded().clone();
        changed[i] ^= change;
        try {
          assertThat(sample.decode().apply(changed)).isNotEqualTo(sample.message());
        } catch (MalformedEncodingException refused) {
          assertThat(refused).isNotNull();
        }
      }
    }
  }

  @Test
  void turn_shouldBeRefused_whenItsPartsDoNotLeadToAPlaceBetweenOthers() {
    for (int[] numbers : new int[][] {{1, 0}, {2, 2}, {3, 2}, {4, 3}}) {
      assertThatThrownBy(() -> visit(numbers[0], numbers[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void done_shouldBeRefused_whenItIsBothOrNeither() {
    Optional<SignedPart> part = Optional.of(new SignedPart(bytes(9), bytes(48), bytes(7)));
    Optional<VisitedTurn.Returned> returned = Optional.of(new VisitedTurn.Returned(1, bytes(30)));
    assertThatThrownBy(() -> new VisitedTurn(2, 3, bytes(32), part, returned))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VisitedTurn(2, 3, bytes(32), Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void malformed(Sample sample, byte[] bytes) {
    assertThatThrownBy(() -> sample.decode().apply(bytes))
        .isInstanceOf(MalformedEncodingException.class);
  }
}
