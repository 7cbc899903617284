package org.epione.ledger.report;

import com.apicatalog.jcs.Jcs;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.transparency.MalformedNoteException;
import org.epione.ledger.transparency.NoteSigner;
import org.epione.ledger.transparency.ReportSeal;
import org.epione.ledger.transparency.SignedNote;

/**
 * A report with the auditing body's signature. The file is one JSON object in the canonical form of
 * RFC 8785, in UTF-8: {@code report}, and {@code signature}, a signed note (C2SP) over the SHA-256
 * of the canonical form of {@code report}. There is one file for a report: what {@link #encode}
 * would not have written is refused.
 *
 * @param report what is signed
 * @param signature holds if {@link ReportCheck} says so
 */
public record SignedReport(AuditReport report, SignedNote signature) {

  /** Longest file in bytes. */
  public static final int MAX_LENGTH = 16 * 1024 * 1024;

  private static final String REPORT = "report";
  private static final String SIGNATURE = "signature";

  /** Signs with the key of the auditing body. */
  public static SignedReport sign(AuditReport report, NoteSigner auditor) {
    return new SignedReport(report, auditor.sign(digest(report)));
  }

  /** What the signature has to be over. */
  Digest digest() {
    return digest(report);
  }

  /** The seal under which the signature stands. */
  ReportSeal seal() {
    return ReportSeal.parse(signature.text());
  }

  /**
   * The file.
   *
   * @throws IllegalStateException if it would be longer than {@link #MAX_LENGTH}
   */
  public byte[] encode() {
    byte[] file = canonical();
    if (file.length > MAX_LENGTH) {
      throw new IllegalStateException("a report has at most " + MAX_LENGTH + " bytes");
    }
    return file;
  }

  /**
   * Reads {@link #encode}; whether signature and proofs hold, {@link ReportCheck} tells.
   *
   * @throws MalformedReportException if it is not a report in its one form
   */
  public static SignedReport decode(byte[] file) {
    if (file.length > MAX_LENGTH) {
      throw new MalformedReportException("a report has at most " + MAX_LENGTH + " bytes");
    }
    SignedReport signed;
    try {
      JsonObject object = object(file);
      signed =
          new SignedReport(
              ReportJson.read(ReportFields.object(object, REPORT)),
              SignedNote.parse(
                  ReportFields.text(object, SIGNATURE).getBytes(StandardCharsets.UTF_8)));
      signed.seal();
    } catch (MalformedEncodingException | MalformedNoteException | IllegalArgumentException e) {
      throw new MalformedReportException(String.valueOf(e.getMessage()), e);
    }
    if (!Arrays.equals(signed.canonical(), file)) {
      throw new MalformedReportException("the report is not in its canonical form");
    }
    return signed;
  }

  private byte[] canonical() {
    JsonObject object =
        Json.createObjectBuilder()
            .add(REPORT, ReportJson.write(report))
            .add(SIGNATURE, new String(signature.encode(), StandardCharsets.UTF_8))
            .build();
    return Jcs.canonize(object).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject object(byte[] file) {
    try (JsonReader reader =
        Json.createReader(
            new StringReader(
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString()))) {
      return reader.readObject();
    } catch (CharacterCodingException | JsonException e) {
      throw new MalformedReportException("the report is not a JSON object in UTF-8", e);
    }
  }

  private static Digest digest(AuditReport report) {
    return Digest.of(Jcs.canonize(ReportJson.write(report)).getBytes(StandardCharsets.UTF_8));
  }
}
