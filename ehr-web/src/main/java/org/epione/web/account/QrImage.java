package org.epione.web.account;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A QR code as an image that stands in the page itself, so that no address leads to it. */
final class QrImage {

  private static final int QUIET_ZONE = 4;

  private QrImage() {}

  /** The image of a text, as a {@code data:} address of an SVG. */
  static String of(String text) {
    BitMatrix modules = modules(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    String size = modules.getWidth() + " " + modules.getHeight();
    String image =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
            + size
            + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h"
            + modules.getWidth()
            + "v"
            + modules.getHeight()
            + "h-"
            + modules.getWidth()
            + "z\"/><path d=\""
            + path
            + "\"/></svg>";
    return "data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(image.getBytes(StandardCharsets.UTF_8));
  }

  /** The smallest code that holds the text. */
  static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.MARGIN,
                  QUIET_ZONE,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("the text is too long for a QR code", tooLong);
    }
  }
}
