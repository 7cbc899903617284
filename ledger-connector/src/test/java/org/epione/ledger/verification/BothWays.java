package org.epione.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.epione.crypto.CryptoSuite;

/** Verifies block by block, and several side by side, and sees that both say the same. */
final class BothWays {

  private final ChainVerifier oneByOne;
  private final ChainVerifier sideBySide;

  BothWays(CryptoSuite suite) {
    this.oneByOne = new ChainVerifier(suite, 1, new Batch.Size(1, 1));
    this.sideBySide = new ChainVerifier(suite, 3, new Batch.Size(9, 100_000));
  }

  VerificationReport verify(byte[] export) throws IOException {
    return same(
        oneByOne.verify(new ByteArrayInputStream(export), ProgressListener.NONE),
        sideBySide.verify(new ByteArrayInputStream(export), ProgressListener.NONE));
  }

  VerificationReport verifyNext(VerificationReport before, byte[] export) throws IOException {
    return same(
        oneByOne.verifyNext(before, new ByteArrayInputStream(export), ProgressListener.NONE),
        sideBySide.verifyNext(before, new ByteArrayInputStream(export), ProgressListener.NONE));
  }

  private static VerificationReport same(VerificationReport expected, VerificationReport report) {
    assertThat(report.fault()).isEqualTo(expected.fault());
    assertThat(report.chain()).isEqualTo(expected.chain());
    assertThat(report.counts()).isEqualTo(expected.counts());
    assertThat(report.head()).isEqualTo(expected.head());
    assertThat(report.state().digest()).isEqualTo(expected.state().digest());
    assertThat(report.beginning()).isEqualTo(expected.beginning());
    assertThat(report.finalByDelegates()).isEqualTo(expected.finalByDelegates());
    return report;
  }
}
