package org.epione.messaging.hl7;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.epione.enrolment.boundary.ArrivedMessage;

/** Messages as real senders write them. */
final class Samples {

  static final String A04 =
      "MSH|^~\\&|HIS|WARD|EPIONE|HOSPITAL-A|20261120093000||ADT^A04^ADT_A01|M0001|P|2.5.1|||||"
          + "|UNICODE UTF-8\r"
          + "EVN|A04|20261120093000\r"
          + "PID|1||4711^^^HIS^MR||Müller^Änne^Maria||19700503|F|||Hauptstr. 1&Hauptstr.&1^^Köln^NW"
          + "^50667^DE^H||+49 221 1234567\r"
          + "NK1|1|Müller^Karl\r"
          + "PV1|1|O|AMB^^^HOSPITAL-A\r"
          + "ZBE|Z1|custom^segment\r";

  private Samples() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static ArrivedMessage arrived(byte[] content) {
    return arrived("ID:1", content);
  }

  static ArrivedMessage arrived(String transport, byte[] content) {
    return new ArrivedMessage(
        Optional.of(transport), "replies", "c-1", false, content, content.length);
  }

  static ArrivedMessage arrived(String text) {
    return arrived(bytes(text));
  }
}
