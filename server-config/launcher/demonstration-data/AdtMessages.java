import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * HL7 v2.5.1 registrations (ADT^A04) of the trimmed patients, and one later correction (ADT^A08),
 * as a hospital's patient administration would send them: UTF-8, each segment ended by CR.
 */
final class AdtMessages {
  /** Moves house and changes the phone after registration: the patient of the A08. */
  private static final String MOVED = "A-10001";

  private static final int DIAGNOSES = 3;

  private AdtMessages() {}

  /** Writes the messages and names them in the patient's field "messages". */
  static void write(JsonObject patient, Path target) throws IOException {
    String number = text(patient, "hospitalNumber");
    JsonArray files = new JsonArray();
    files.add(write(target, "adt-a04", number, message("A04", "2025010208", patient)));
    if (number.equals(MOVED)) {
      JsonObject moved = patient.deepCopy();
      moved.getAsJsonObject("address").addProperty("street", "48 Harborview Terrace");
      moved.getAsJsonObject("address").addProperty("postalCode", "02129");
      moved.addProperty("phone", "555-713-4821");
      files.add(write(target, "adt-a08", number, message("A08", "2025010215", moved)));
    }
    patient.add("messages", files);
  }

  private static String write(Path target, String folder, String number, String message)
      throws IOException {
    Path file = Files.createDirectories(target.resolve(folder)).resolve(number + ".hl7");
    Files.writeString(file, message);
    return folder + "/" + number + ".hl7";
  }

  /** The hour given, and the last two digits of the hospital number as minute. */
  private static String message(String trigger, String hour, JsonObject patient) {
    String number = text(patient, "hospitalNumber");
    String hospital = text(patient, "hospital");
    String time = hour + number.substring(number.length() - 2) + "00+0000";
    List<String> segments = new ArrayList<>();
    segments.add(
        segment(
            "MSH",
            "^~\\&",
            "PAS",
            hospital,
            "EPIONE",
            hospital,
            time,
            "",
            "ADT^" + trigger + "^ADT_A01",
            "DEMO-" + trigger + "-" + number,
            "P",
            "2.5.1",
            "",
            "",
            "", // no accept acknowledgement asked for: original mode, answered by AA, AE or AR
            "",
            "USA",
            "UNICODE UTF-8"));
    segments.add(segment("EVN", "", time));
    segments.add(pid(patient));
    if (patient.has("nextOfKin")) {
      JsonObject kin = patient.getAsJsonObject("nextOfKin");
      String relative = escape(text(kin, "familyName")) + "^" + escape(text(kin, "givenName"));
      String mother = text(kin, "relationship") + "^Mother^HL70063";
      segments.add(segment("NK1", "1", relative, mother, address(patient), phone(patient)));
    }
    segments.add(
        "PV1|1|O|REG^^^"
            + hospital
            + "|R"
            + "|".repeat(15)
            + "V"
            + number.substring(2)
            + "^^^"
            + hospital
            + "^VN"
            + "|".repeat(25)
            + time);
    // ADT_A01 wants the allergies before the diagnoses.
    allergies(patient, segments);
    diagnoses(patient, segments);
    return String.join("\r", segments) + "\r";
  }

  private static String pid(JsonObject patient) {
    String middle = patient.has("middleName") ? "^" + escape(text(patient, "middleName")) : "^";
    String name =
        escape(text(patient, "familyName")) + "^" + escape(text(patient, "givenName")) + middle;
    JsonObject language = patient.getAsJsonObject("language");
    JsonObject marital = patient.getAsJsonObject("maritalStatus");
    return segment(
        "PID",
        "1",
        "",
        text(patient, "hospitalNumber") + "^^^" + text(patient, "hospital") + "^MR",
        "",
        name + "^^^^L",
        "",
        text(patient, "birthDate").replace("-", ""),
        text(patient, "sex"),
        "",
        "",
        address(patient),
        "",
        phone(patient),
        "",
        text(language, "code") + "^" + escape(text(language, "display")) + "^ISO639",
        text(marital, "code") + "^" + escape(text(marital, "display")) + "^HL70002");
  }

  private static void diagnoses(JsonObject patient, List<String> segments) {
    int count = 0;
    for (JsonElement element : patient.getAsJsonArray("conditions")) {
      JsonObject condition = element.getAsJsonObject();
      if (text(condition, "status").equals("active") && count < DIAGNOSES) {
        count++;
        String onset = text(condition, "onset").replace("-", "");
        segments.add(segment("DG1", "" + count, "", coded(condition, "SCT"), "", onset, "W"));
      }
    }
  }

  private static void allergies(JsonObject patient, List<String> segments) {
    int count = 0;
    for (JsonElement element : patient.getAsJsonArray("allergies")) {
      JsonObject allergy = element.getAsJsonObject();
      String system = text(allergy, "system").equals("RxNorm") ? "RXNORM" : "SCT";
      String reaction =
          allergy.has("reaction")
              ? escape(text(allergy.getAsJsonObject("reaction"), "display"))
              : "";
      count++;
      segments.add(
          segment(
              "AL1",
              "" + count,
              allergyType(text(allergy, "category")),
              coded(allergy, system),
              "U",
              reaction,
              text(allergy, "recorded").replace("-", "")));
    }
  }

  /** HL7 table 0127. */
  private static String allergyType(String category) {
    return switch (category) {
      case "medication" -> "DA";
      case "food" -> "FA";
      case "environment" -> "EA";
      default -> "MA";
    };
  }

  private static String coded(JsonObject concept, String system) {
    return text(concept, "code") + "^" + escape(text(concept, "display")) + "^" + system;
  }

  private static String address(JsonObject patient) {
    JsonObject address = patient.getAsJsonObject("address");
    return escape(text(address, "street"))
        + "^^"
        + escape(text(address, "city"))
        + "^"
        + text(address, "state")
        + "^"
        + text(address, "postalCode")
        + "^USA^H";
  }

  private static String phone(JsonObject patient) {
    String phone = text(patient, "phone");
    return phone
        + "^PRN^PH^^1^"
        + phone.substring(0, 3)
        + "^"
        + phone.substring(4).replace("-", "");
  }

  private static String segment(String... fields) {
    return String.join("|", fields);
  }

  private static String escape(String text) {
    return text.replace("\\", "\\E\\")
        .replace("|", "\\F\\")
        .replace("^", "\\S\\")
        .replace("&", "\\T\\")
        .replace("~", "\\R\\");
  }

  private static String text(JsonObject from, String field) {
    return from.get(field).getAsString();
  }
}
