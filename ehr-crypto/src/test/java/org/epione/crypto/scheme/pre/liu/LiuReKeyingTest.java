package org.epione.crypto.scheme.pre.liu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.scheme.pre.liu.LiuMessage.Step;
import org.junit.jupiter.api.Test;

class LiuReKeyingTest {

  private final LiuSharing sharing = new LiuSharing(Suites.blst("liu-rekeying"));
  private final LiuReKeying reKeying = sharing.reKeying;

  private static void failed(Runnable attempt) {
    assertThatThrownBy(attempt::run).isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void combine_shouldGiveTheSameKey_whateverRho() {
    LiuReKeying.Start again = sharing.start();
    assertThat(again.toProxy()).isNotEqualTo(sharing.start.toProxy());
    assertThat(sharing.combine(again.toProxy(), sharing.answer(again)).export())
        .isEqualTo(sharing.reKey.export());
    assertThat(sharing.reKey.from()).isEqualTo(sharing.patient.publicKey());
    assertThat(sharing.reKey.to()).isEqualTo(sharing.doctor.publicKey());
  }

  @Test
  void combine_shouldRefuse_whenSharesAreOfDifferentRuns() {
    LiuReKeying.Start again = sharing.start();
    failed(() -> sharing.combine(again.toProxy(), sharing.answer));
    failed(() -> sharing.combine(sharing.start.toProxy(), sharing.answer(again)));
  }

  @Test
  void combine_shouldRefuse_whenSharesAreExchangedOrOneStandsForBoth() {
    failed(() -> sharing.combine(sharing.answer, sharing.start.toProxy()));
    failed(() -> sharing.combine(sharing.start.toProxy(), sharing.start.toProxy()));
    LiuMessage renamed = renamed(sharing.start.toProxy(), Step.DOCTOR_SHARE);
    failed(() -> sharing.combine(sharing.start.toProxy(), renamed));
  }

  @Test
  void combine_shouldRefuse_whenAStrangerSharesInTheDoctorsName() {
    LiuKeyPair stranger = sharing.liu.generate();
    LiuReKeying.Start between =
        reKeying.start(
            sharing.patient.secretKey(),
            stranger.publicKey(),
            sharing.doctorSeal.publicKey(),
            sharing.proxySeal.publicKey());
    LiuMessage answer =
        reKeying.answer(
            stranger.secretKey(),
            sharing.patient.publicKey(),
            sharing.doctorSeal.secretKey(),
            sharing.proxySeal.publicKey(),
            between.toDoctor());
    failed(() -> sharing.combine(between.toProxy(), answer));
    LiuMessage relabelled =
        new LiuMessage(
            Step.DOCTOR_SHARE,
            sharing.patient.publicKey(),
            sharing.doctor.publicKey(),
            answer.sealed());
    failed(() -> sharing.combine(sharing.start.toProxy(), relabelled));
  }

  @Test
  void answer_shouldRefuse_whenTheMessageIsAnotherStepOrForSomebodyElse() {
    failed(() -> sharing.answer(new LiuReKeying.Start(sharing.start.toProxy(), sharing.answer)));
    LiuMessage renamed = renamed(sharing.start.toProxy(), Step.BLINDING);
    failed(() -> sharing.answer(new LiuReKeying.Start(renamed, renamed)));
    HpkeKeyPair other = sharing.suite.hpke().generate();
    failed(
        () ->
            reKeying.answer(
                sharing.doctor.secretKey(),
                sharing.patient.publicKey(),
                other.secretKey(),
                sharing.proxySeal.publicKey(),
                sharing.start.toDoctor()));
    failed(
        () ->
            reKeying.answer(
                sharing.doctor.secretKey(),
                sharing.liu.generate().publicKey(),
                sharing.doctorSeal.secretKey(),
                sharing.proxySeal.publicKey(),
                sharing.start.toDoctor()));
  }

  @Test
  void combine_shouldRefuse_whenTheSealHoldsNoExponent() {
    for (byte[] content : new byte[][] {new byte[31], new byte[32], filled()}) {
      byte[] info =
          LiuMessage.info(
              Step.DOCTOR_SHARE, sharing.patient.publicKey(), sharing.doctor.publicKey());
      byte[] sealed =
          sharing.suite.hpke().seal(sharing.proxySeal.publicKey(), info, new byte[0], content);
      LiuMessage forged =
          new LiuMessage(
              Step.DOCTOR_SHARE,
              sharing.patient.publicKey(),
              sharing.doctor.publicKey(),
              ByteString.of(sealed));
      failed(() -> sharing.combine(sharing.start.toProxy(), forged));
    }
  }

  private static byte[] filled() {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) 0xff);
    return bytes;
  }

  @Test
  void messages_shouldBeRefused_whenAnyByteIsChanged() {
    Tampering.everyByte(sharing.answer.encode())
        .forEach(changed -> assertThat(combines(changed)).isFalse());
  }

  private boolean combines(byte[] doctorShare) {
    try {
      sharing.combine(sharing.start.toProxy(), reKeying.decodeMessage(doctorShare));
      return true;
    } catch (MalformedEncodingException | DecryptionFailedException e) {
      return false;
    }
  }

  private static LiuMessage renamed(LiuMessage message, Step step) {
    return new LiuMessage(step, message.from(), message.to(), message.sealed());
  }
}
