package org.epione.ledger.connector;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.epione.ledger.export.ExportWriter;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;
import org.epione.ledger.world.World;

/** Blocks that lie in a database, verified as an outsider would: from an export. */
final class ExportedBlocks {

  private ExportedBlocks() {}

  /**
   * Verifies an export of them.
   *
   * @param count how many there have to be
   */
  static VerificationReport verify(World world, Pid chain, long count, List<byte[]> blocks) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ExportWriter writer = new ExportWriter(out, chain, count);
      for (byte[] block : blocks) {
        writer.add(block);
      }
      writer.finish();
      return new ChainVerifier(world.suite())
          .verify(new ByteArrayInputStream(out.toByteArray()), ProgressListener.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
