package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;
import org.junit.jupiter.api.Test;

/** An exported chain of the real server, verified with nothing but the file. */
class ExportedChainIT {
  private static final long SEED = 20261121;
  private static final int SAMPLE = 60;

  private final World world = World.played();
  private final byte[] exported = world.stage().auditor().exportChain("HOSPITAL-A");
  private final ChainVerifier verifier = new ChainVerifier(World.crypto());

  @Test
  void verify_shouldHold_whenFileIsAsExported() throws IOException {
    VerificationReport report = verify(exported);
    assertThat(report.fault()).isEmpty();
    assertThat(report.head()).isPresent();
  }

  @Test
  void verify_shouldNameTheFault_whenOneByteIsFlipped() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < SAMPLE; i++) {
      int position = random.nextInt(exported.length);
      byte[] altered = exported.clone();
      altered[position] ^= (byte) (1 << random.nextInt(8));
      VerificationReport report = verify(altered);
      assertThat(report.fault()).as("byte " + position + " flipped").isPresent();
      assertThat(report.fault().orElseThrow().explanation()).isNotEmpty();
    }
  }

  @Test
  void verify_shouldNameTheFault_whenFileIsCutOrExtended() throws IOException {
    byte[] cut = java.util.Arrays.copyOf(exported, exported.length - 1);
    byte[] extended = java.util.Arrays.copyOf(exported, exported.length + 1);
    assertThat(verify(cut).isValid()).isFalse();
    assertThat(verify(extended).isValid()).isFalse();
    assertThat(verify(new byte[0]).isValid()).isFalse();
  }

  private VerificationReport verify(byte[] file) throws IOException {
    return verifier.verify(new ByteArrayInputStream(file), ProgressListener.NONE);
  }
}
