package org.epione.system;

/** HL7 messages of a hospital's system that are not of the demonstration. */
final class Adt {
  private Adt() {}

  /** An ADT^A04 that registers a patient at hospital A. */
  static String a04(String number, String control, String familyName) {
    return String.join(
        "\r",
        "MSH|^~\\&|PAS|HOSPITAL-A|EPIONE|HOSPITAL-A|20250301080000+0000||ADT^A04^ADT_A01|"
            + control
            + "|P|2.5.1|||||USA|UNICODE UTF-8",
        "EVN||20250301080000+0000",
        "PID|1||"
            + number
            + "^^^HOSPITAL-A^MR||"
            + familyName
            + "^Robin^^^^^L||19800203|F|||1 Old Street^^Boston^MA^02163^USA^H||555-0100",
        "PV1|1|O",
        "");
  }
}
