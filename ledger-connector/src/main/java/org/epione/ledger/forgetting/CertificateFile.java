package org.epione.ledger.forgetting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * A certificate as a text file: what it says in words, and below it the signed encoding, which
 * alone counts ({@code docs/formats.md}).
 *
 * @param genuineText whether the words are those that this version makes of the certificate, but
 *     for what mail and editors change: lines that end in CR LF, a byte order mark before the
 *     first, one empty line after the last
 */
public record CertificateFile(ForgettingCertificate certificate, boolean genuineText) {

  /** Most bytes of a file. */
  public static final int MAX_LENGTH = 1 << 20;

  static final String BEGIN = "-----BEGIN EPIONE CERTIFICATE OF FORGETTING-----";
  static final String END = "-----END EPIONE CERTIFICATE OF FORGETTING-----";

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int LINE = 64;
  private static final int ROWS = 1024;

  /**
   * Reads a file.
   *
   * @throws MalformedEncodingException if there is not exactly one certificate in it
   */
  public static CertificateFile read(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
    int begin = text.indexOf(BEGIN + "\n");
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new MalformedEncodingException("there is no whole certificate in the file");
    }
    if (text.indexOf(BEGIN, begin + 1) >= 0 || text.indexOf(END, end + 1) >= 0) {
      throw new MalformedEncodingException("there is more than one certificate in the file");
    }
    ForgettingCertificate certificate =
        ForgettingCertificate.decode(base64(text.substring(begin + BEGIN.length(), end)));
    String genuine = new String(of(certificate), StandardCharsets.UTF_8);
    String words = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return new CertificateFile(certificate, words.equals(genuine) || words.equals(genuine + "\n"));
  }

  private static byte[] base64(String lines) {
    try {
      return Base64.getDecoder().decode(lines.replace("\n", ""));
    } catch (IllegalArgumentException e) {
      throw new MalformedEncodingException("the certificate is not Base64", e);
    }
  }

  /** The file of a certificate, UTF-8. */
  public static byte[] of(ForgettingCertificate certificate) {
    DestructionReceipt receipt = DestructionReceipt.decode(certificate.receipt().bytes());
    StringBuilder text = new StringBuilder(ROWS);
    line(text, "CERTIFICATE OF FORGETTING");
    line(text, "");
    line(text, "Number:      " + certificate.number().hex());
    line(text, "Hospital:    " + certificate.hospital());
    line(
        text,
        "Asked:       "
            + time(certificate.asked())
            + (certificate.byPatient() ? " by the patient" : " in writing"));
    line(
        text,
        "Released:    "
            + time(certificate.released())
            + " by an administrator, after a registrar had examined it");
    line(text, "Completed:   " + time(certificate.completed()));
    line(text, "");
    line(
        text, "The hospital has destroyed all keys of the patient and all data that identify her.");
    line(text, "Nobody can open her records any more, with whatever password or authority.");
    line(text, "");
    line(text, "Destroyed at the hospital (entries):");
    certificate
        .steps()
        .forEach(
            each ->
                line(
                    text,
                    String.format(
                        Locale.ROOT,
                        "  %-62s %6d  %s",
                        Destroyed.atHospital(each.what()),
                        each.entries(),
                        time(each.at()))));
    line(text, "");
    line(text, "Destroyed at the system manager, " + time(receipt.at()) + ", as it signed:");
    receipt
        .entries()
        .forEach(
            each ->
                line(
                    text,
                    String.format(
                        Locale.ROOT,
                        "  %-62s %6d",
                        Destroyed.atManager(each.what()),
                        each.number())));
    line(text, "");
    line(text, "Not destroyed, because it cannot be:");
    line(text, "  - what doctors read, copied or printed before;");
    line(text, "  - the entries of the chain: signatures and commitments that name nobody;");
    line(text, "  - ciphertexts at the cloud, which nobody can open any more.");
    line(text, "");
    line(text, "Episodes of which no key exists any more:");
    certificate.episodes().forEach(each -> line(text, "  " + each.hex()));
    line(text, "");
    line(text, BEGIN);
    line(text, Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(certificate.encode()));
    line(text, END);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
