package org.epione.ledger.verification;

import java.util.Locale;
import java.util.Optional;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.block.Block;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.BlockFault;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Founding;

/** Says what a fault is and whose. */
final class Faults {

  private Faults() {}

  static Fault ofFile(long height, MalformedEncodingException e) {
    return new Fault(
        "MALFORMED",
        Optional.of(height),
        Optional.empty(),
        Optional.empty(),
        "FILE",
        "The file is damaged where block " + height + " should be: " + e.getMessage() + ".");
  }

  static Fault ofAnchor(BadAnchor wrong, long height) {
    return new Fault(
        wrong.name(),
        Optional.of(height),
        Optional.empty(),
        Optional.empty(),
        "FILE",
        String.format(Locale.ROOT, wrong.explanation(), height));
  }

  static Fault ofRecord(long height, int index, MalformedEncodingException e) {
    return new Fault(
        BlockFault.Reason.BAD_RECORD.name(),
        Optional.of(height),
        Optional.of(index),
        Optional.empty(),
        "FILE",
        "Record " + index + " of block " + height + " is damaged: " + e.getMessage() + ".");
  }

  static Fault ofVote(long height, Countersignature vote) {
    String party = "STATION of DOCTOR " + vote.doctor().hex();
    return new Fault(
        "BAD_COUNTERSIGNATURE",
        Optional.of(height),
        Optional.empty(),
        Optional.empty(),
        party,
        "A countersignature of block " + height + " in the name of " + party + " does not count.");
  }

  static Fault ofBlock(ChainState before, Block block, long height, BlockFault fault) {
    Optional<Founding> founding = before.founding();
    if (fault.index().isPresent()) {
      LedgerRecord record = block.records().get(fault.index().get());
      String party = author(founding, record);
      return new Fault(
          fault.code(),
          Optional.of(height),
          fault.index(),
          Optional.of(record.id()),
          party,
          "Record "
              + fault.index().get()
              + " of block "
              + height
              + " ("
              + record.type()
              + " by "
              + party
              + ") does not hold: "
              + fault.code()
              + ".");
    }
    String party =
        fault.reason() == BlockFault.Reason.BAD_CLOUD_SIGNATURE
            ? founding.map(f -> name(f.cloud())).orElse("CLOUD")
            : founding.map(f -> name(f.hospital())).orElse("HOSPITAL");
    return new Fault(
        fault.code(),
        Optional.of(height),
        Optional.empty(),
        Optional.empty(),
        party,
        "Block " + height + " of " + party + " does not hold: " + fault.code() + ".");
  }

  private static String author(Optional<Founding> founding, LedgerRecord record) {
    return switch (record.type().author()) {
      case SYSTEM_MANAGER -> founding.map(f -> name(f.systemManager())).orElse("SYSTEM_MANAGER");
      case HOSPITAL -> founding.map(f -> name(f.hospital())).orElse("HOSPITAL");
      case CLOUD -> founding.map(f -> name(f.cloud())).orElse("CLOUD");
      case DOCTOR, PATIENT -> record.type().author() + " " + record.author().hex();
    };
  }

  private static String name(PartyCertificate certificate) {
    return certificate.kind() + " " + certificate.code();
  }
}
