package org.epione.attachment.boundary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What may be attached. A file is what its first bytes say, not its name; what is not listed is
 * refused. None of these runs scripts when a browser saves it.
 */
public enum AttachmentKind {
  PDF("application/pdf", "pdf"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg jpeg"),
  DICOM("application/dicom", "dcm");

  /** How many of the first bytes tell. */
  public static final int HEAD = 132;

  private static final int PREAMBLE = 128;
  private static final byte[] PDF_MARK = ascii("%PDF-");
  private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG_MARK = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] DICOM_MARK = ascii("DICM");
  private static final byte[] LITTLE_TIFF = {'I', 'I', 42, 0};
  private static final byte[] BIG_TIFF = {'M', 'M', 0, 42};

  private final String mediaType;
  private final String extensions;

  AttachmentKind(String mediaType, String extensions) {
    this.mediaType = mediaType;
    this.extensions = extensions;
  }

  /** What a file that begins so is; empty if nothing that may be attached. */
  public static Optional<AttachmentKind> of(byte[] head) {
    if (begins(head, 0, PDF_MARK)) {
      return Optional.of(PDF);
    }
    if (begins(head, 0, PNG_MARK)) {
      return Optional.of(PNG);
    }
    if (begins(head, 0, JPEG_MARK)) {
      return Optional.of(JPEG);
    }
    return begins(head, PREAMBLE, DICOM_MARK) && isHarmless(head)
        ? Optional.of(DICOM)
        : Optional.empty();
  }

  /**
   * The preamble of DICOM is free: programs have been hidden there. Zeros or TIFF is what is used.
   */
  private static boolean isHarmless(byte[] head) {
    for (int i = 0; i < PREAMBLE; i++) {
      if (head[i] != 0) {
        return begins(head, 0, LITTLE_TIFF) || begins(head, 0, BIG_TIFF);
      }
    }
    return true;
  }

  /** The kind of that media type (RFC 6838), in any case, without parameters. */
  public static Optional<AttachmentKind> ofMediaType(String mediaType) {
    return Arrays.stream(values())
        .filter(kind -> kind.mediaType.equalsIgnoreCase(mediaType.strip()))
        .findFirst();
  }

  public String mediaType() {
    return mediaType;
  }

  /** Endings of names, without the dot; the first is the usual one. */
  public List<String> extensions() {
    return List.of(extensions.split(" ", -1));
  }

  private static boolean begins(byte[] head, int at, byte[] mark) {
    return head.length >= at + mark.length
        && Arrays.equals(head, at, at + mark.length, mark, 0, mark.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
