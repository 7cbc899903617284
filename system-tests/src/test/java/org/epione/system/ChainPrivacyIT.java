package org.epione.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.demo.DemonstrationData.Contribution;
import org.epione.demo.DemonstrationData.Patient;
import org.epione.demo.DemonstrationData.Story;
import org.epione.demo.Stage;
import org.epione.demo.Treatment;
import org.epione.ledger.block.Block;
import org.epione.ledger.export.ExportReader;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.junit.jupiter.api.Test;

/**
 * What somebody learns who gets hold of a whole chain: nothing about who the patients are or what
 * they have, nor which records are of the same patient.
 */
class ChainPrivacyIT {
  /** Shorter values, as times and lengths, may repeat by themselves. */
  private static final int TELLING = 16;

  private static final int COMMON = 8;

  private final World world = World.played();
  private final Stage stage = world.stage();

  @Test
  void chain_shouldHoldNothingOfThePatients_inClearOrAsABareHash() throws Exception {
    for (String hospital : List.of("HOSPITAL-A", "HOSPITAL-B")) {
      byte[] chain = stage.auditor().exportChain(hospital);
      String text = HexFormat.of().formatHex(chain);
      for (String known : known()) {
        for (byte[] trace : traces(known)) {
          assertThat(text)
              .as("a trace of a patient")
              .doesNotContain(HexFormat.of().formatHex(trace));
        }
      }
    }
  }

  @Test
  void records_shouldShareNothing_whenTheyAreOfTheSamePatient() throws Exception {
    Story story = world.data().story("back-pain");
    String first = world.episode(story.name()).id();
    String second = treatAgain(story);
    String another = world.episode("chest-pain").id();
    List<LedgerRecord> records = records(stage.auditor().exportChain("HOSPITAL-A"));

    Set<String> shared = pieces(of(first, records), TELLING);
    shared.retainAll(pieces(of(second, records), TELLING));
    // What stands in other patients' records too, or names a hospital or a doctor, tells nothing.
    Set<String> common = pieces(of(another, records), COMMON);
    common.addAll(pieces(enrolments(records), COMMON));
    shared.removeIf(piece -> containsAny(piece, common));

    assertThat(of(second, records)).hasSizeGreaterThanOrEqualTo(3);
    assertThat(shared).isEmpty();
  }

  /** Opens, signs and seals another episode of the story's patient. */
  private String treatAgain(Story story) throws Exception {
    Treatment again = new Treatment(stage, story);
    again.openAnother();
    again.warrants();
    for (int position = 0; position < story.team().size(); position++) {
      again.turn(position);
    }
    again.sealed();
    return again.episodeId();
  }

  private List<String> known() {
    List<String> all = new ArrayList<>();
    for (Patient patient : world.data().patients()) {
      all.addAll(
          List.of(
              patient.number(), patient.familyName(), patient.displayName(), patient.userName()));
    }
    for (Story story : world.data().stories()) {
      all.add(story.complaint());
      all.addAll(story.team().stream().map(Contribution::diagnosis).toList());
    }
    return all;
  }

  /** The text as it is, in upper case, and as the hashes that one would try first. */
  private static List<byte[]> traces(String known) throws NoSuchAlgorithmException {
    List<byte[]> traces = new ArrayList<>();
    for (String form : List.of(known, known.toUpperCase(java.util.Locale.ROOT))) {
      byte[] bytes = form.getBytes(UTF_8);
      traces.add(bytes);
      for (String hash : List.of("SHA-256", "SHA-1", "MD5", "SHA-512")) {
        traces.add(MessageDigest.getInstance(hash).digest(bytes));
      }
    }
    return traces;
  }

  private static List<LedgerRecord> records(byte[] export) throws IOException {
    ExportReader reader = new ExportReader(new ByteArrayInputStream(export));
    List<LedgerRecord> records = new ArrayList<>();
    for (Optional<byte[]> block = reader.next(); block.isPresent(); block = reader.next()) {
      records.addAll(Block.decode(block.get()).records());
    }
    return records;
  }

  private static List<LedgerRecord> of(String episode, List<LedgerRecord> records) {
    return records.stream()
        .filter(record -> HexFormat.of().formatHex(record.encode()).contains(episode))
        .toList();
  }

  private static List<LedgerRecord> enrolments(List<LedgerRecord> records) {
    return records.stream()
        .filter(
            record ->
                record.type() == RecordType.HOSPITAL_ADMITTED
                    || record.type() == RecordType.DOCTOR_ENROLLED)
        .toList();
  }

  private static boolean containsAny(String piece, Set<String> common) {
    for (int at = 0; at + 2 * COMMON <= piece.length(); at += 2) {
      if (common.contains(piece.substring(at, at + 2 * COMMON))) {
        return true;
      }
    }
    return false;
  }

  /** All runs of so many bytes. */
  private static Set<String> pieces(List<LedgerRecord> records, int length) {
    Set<String> pieces = new HashSet<>();
    for (LedgerRecord record : records) {
      byte[] bytes = record.encode();
      for (int at = 0; at + length <= bytes.length; at++) {
        pieces.add(HexFormat.of().formatHex(bytes, at, at + length));
      }
    }
    return pieces;
  }
}
