import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes twelve patients out of what Synthea wrote (FHIR R4 bundles, one file each) and keeps what
 * the demonstration shows of them: {@code patients.json}, and through {@link AdtMessages} one HL7
 * v2 registration each. Arguments: Synthea's folder {@code fhir}, and the folder to write to.
 */
final class TrimPatients {
  private static final int ENCOUNTERS = 6;
  private static final int RESULTS_PER_TEST = 2;
  private static final int CONDITIONS = 12;

  /** Hospital number and Synthea's name; the letter of the number is the hospital's. */
  private static final List<String[]> CHOSEN =
      List.of(
          new String[] {"A-10001", "Ken Barton"},
          new String[] {"A-10002", "Susana Estévez"},
          new String[] {"A-10003", "Chris Hegmann"},
          new String[] {"A-10004", "Blaine Kiehn"},
          new String[] {"A-10005", "Verónica Madrigal"},
          new String[] {"A-10006", "Velvet Mann"},
          new String[] {"A-10007", "Raúl Santillán"},
          new String[] {"A-10008", "Shayne Rutherford"},
          new String[] {"A-10009", "Winford O'Connell"},
          new String[] {"B-20001", "Cathryn Hamill"},
          new String[] {"B-20002", "Blossom Schmitt"},
          new String[] {"B-20003", "Leticia Cepeda"});

  /** LOINC codes worth showing. Synthea's questionnaires and dental findings are left out. */
  private static final Set<String> TESTS =
      Set.of(
          "8302-2", // height
          "29463-7", // weight
          "39156-5", // body mass index
          "8480-6", // systolic pressure
          "8462-4", // diastolic pressure
          "8867-4", // heart rate
          "4548-4", // glycated haemoglobin
          "2345-7", // glucose
          "2093-3", // cholesterol
          "18262-6", // LDL cholesterol
          "2571-8", // triglycerides
          "2160-0", // creatinine
          "2823-3", // potassium
          "33914-3", // filtration rate
          "5804-0", // urine protein
          "14959-1", // urine albumin to creatinine
          "718-7", // haemoglobin
          "2857-1"); // prostate-specific antigen

  private TrimPatients() {}

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[1]);
    Map<String, JsonArray> bundles = read(Path.of(arguments[0]));
    JsonArray patients = new JsonArray();
    for (String[] choice : CHOSEN) {
      JsonArray bundle = bundles.get(choice[1]);
      if (bundle == null) {
        throw new IllegalStateException("Synthea made no living patient " + choice[1]);
      }
      JsonObject patient = trim(choice[0], bundle);
      AdtMessages.write(patient, target);
      patients.add(patient);
    }
    JsonObject file = new JsonObject();
    file.addProperty("source", "Synthea 3.3.0, seed 42, clinician seed 43; see README.md");
    file.add("patients", patients);
    String text = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(file);
    Files.writeString(target.resolve("patients.json"), text + "\n");
  }

  /** By first given and family name; the dead are left out. */
  private static Map<String, JsonArray> read(Path folder) throws IOException {
    Map<String, JsonArray> bundles = new LinkedHashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        JsonArray entries =
            JsonParser.parseString(Files.readString(file))
                .getAsJsonObject()
                .getAsJsonArray("entry");
        JsonObject person = resources(entries, "Patient").get(0);
        if (!person.has("deceasedDateTime")) {
          JsonObject name = first(person, "name");
          String given = name.getAsJsonArray("given").get(0).getAsString();
          bundles.put(given + " " + text(name, "family"), entries);
        }
      }
    }
    return bundles;
  }

  private static JsonObject trim(String number, JsonArray bundle) {
    JsonObject person = resources(bundle, "Patient").get(0);
    JsonObject name = first(person, "name");
    JsonArray given = name.getAsJsonArray("given");
    JsonObject patient = new JsonObject();
    patient.addProperty("hospital", number.startsWith("A") ? "HOSPITAL-A" : "HOSPITAL-B");
    patient.addProperty("hospitalNumber", number);
    patient.addProperty("username", username(given.get(0).getAsString(), text(name, "family")));
    patient.add("givenName", given.get(0));
    if (given.size() > 1) {
      patient.add("middleName", given.get(1));
    }
    patient.add("familyName", name.get("family"));
    patient.add("birthDate", person.get("birthDate"));
    patient.addProperty("sex", text(person, "gender").equals("female") ? "F" : "M");
    patient.add("maritalStatus", codeAndDisplay(coding(person.getAsJsonObject("maritalStatus"))));
    patient.add("language", language(person));
    patient.add("address", address(person));
    patient.addProperty("phone", text(first(person, "telecom"), "value"));
    if (text(person, "birthDate").compareTo("2007-01-01") > 0) {
      patient.add("nextOfKin", mother(person));
    }
    patient.add("conditions", conditions(resources(bundle, "Condition")));
    patient.add("encounters", encounters(resources(bundle, "Encounter")));
    patient.add("observations", observations(resources(bundle, "Observation")));
    patient.add("allergies", allergies(resources(bundle, "AllergyIntolerance")));
    patient.add("medications", medications(resources(bundle, "MedicationRequest")));
    return patient;
  }

  /** Given and family name in plain small letters, as an account name may be. */
  private static String username(String given, String family) {
    String plain = Normalizer.normalize(given + "." + family, Normalizer.Form.NFD);
    return plain.replaceAll("[^A-Za-z.]", "").toLowerCase(Locale.ROOT);
  }

  private static JsonObject language(JsonObject person) {
    JsonObject coding = coding(first(person, "communication").getAsJsonObject("language"));
    JsonObject language = new JsonObject();
    language.addProperty("code", text(coding, "code").replaceAll("-.*", ""));
    language.addProperty("display", text(coding, "display").replaceAll(" \\(.*", ""));
    return language;
  }

  private static JsonObject address(JsonObject person) {
    JsonObject from = first(person, "address");
    JsonObject address = new JsonObject();
    address.addProperty("street", from.getAsJsonArray("line").get(0).getAsString());
    for (String part : List.of("city", "state", "postalCode", "country")) {
      address.add(part, from.get(part));
    }
    return address;
  }

  /** Synthea knows one relative, the mother; she matters where the patient is a child. */
  private static JsonObject mother(JsonObject person) {
    JsonObject kin = new JsonObject();
    for (JsonElement extension : person.getAsJsonArray("extension")) {
      if (text(extension.getAsJsonObject(), "url").endsWith("mothersMaidenName")) {
        String[] names = text(extension.getAsJsonObject(), "valueString").split(" ", 2);
        kin.addProperty("givenName", names[0]);
        kin.addProperty("familyName", names[1]);
      }
    }
    kin.addProperty("relationship", "MTH");
    return kin;
  }

  /** Diseases and past ones; social findings ("stress", "employment") are nobody's business. */
  private static JsonArray conditions(List<JsonObject> from) {
    List<JsonObject> kept = new ArrayList<>();
    for (JsonObject resource : from) {
      JsonObject coding = coding(resource.getAsJsonObject("code"));
      String display = text(coding, "display");
      if (!display.matches(".*\\((finding|person)\\)|Medication review due.*")) {
        JsonObject condition = codeAndDisplay(coding);
        condition.addProperty("onset", day(resource, "onsetDateTime"));
        condition.add("status", coding(resource.getAsJsonObject("clinicalStatus")).get("code"));
        kept.add(condition);
      }
    }
    return newest(kept, "onset", CONDITIONS);
  }

  private static JsonArray encounters(List<JsonObject> from) {
    List<JsonObject> kept = new ArrayList<>();
    for (JsonObject resource : from) {
      JsonObject encounter = new JsonObject();
      encounter.addProperty("date", day(resource.getAsJsonObject("period"), "start"));
      encounter.add("class", resource.getAsJsonObject("class").get("code"));
      encounter.add("type", codeAndDisplay(coding(first(resource, "type"))));
      if (resource.has("reasonCode")) {
        encounter.add("reason", codeAndDisplay(coding(first(resource, "reasonCode"))));
      }
      kept.add(encounter);
    }
    return newest(kept, "date", ENCOUNTERS);
  }

  private static JsonArray observations(List<JsonObject> from) {
    Map<String, List<JsonObject>> byTest = new LinkedHashMap<>();
    for (JsonObject resource : from) {
      List<JsonObject> parts = new ArrayList<>(List.of(resource));
      if (resource.has("component")) {
        resource.getAsJsonArray("component").forEach(part -> parts.add(part.getAsJsonObject()));
      }
      for (JsonObject part : parts) {
        JsonObject observation = codeAndDisplay(coding(part.getAsJsonObject("code")));
        if (part.has("valueQuantity") && TESTS.contains(text(observation, "code"))) {
          JsonObject quantity = part.getAsJsonObject("valueQuantity");
          BigDecimal value = quantity.get("value").getAsBigDecimal();
          BigDecimal rounded = value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
          observation.addProperty("value", new BigDecimal(rounded.toPlainString()));
          observation.add("unit", quantity.get("unit"));
          observation.addProperty("date", day(resource, "effectiveDateTime"));
          byTest
              .computeIfAbsent(text(observation, "code"), code -> new ArrayList<>())
              .add(observation);
        }
      }
    }
    JsonArray kept = new JsonArray();
    byTest.values().forEach(list -> kept.addAll(newest(list, "date", RESULTS_PER_TEST)));
    return kept;
  }

  private static JsonArray allergies(List<JsonObject> from) {
    JsonArray kept = new JsonArray();
    for (JsonObject resource : from) {
      JsonObject coding = coding(resource.getAsJsonObject("code"));
      // 419199007, "allergy to substance", only introduces the substances that follow.
      if (!text(coding, "code").equals("419199007")) {
        JsonObject allergy = codeAndDisplay(coding);
        allergy.addProperty(
            "system", text(coding, "system").endsWith("sct") ? "SNOMED CT" : "RxNorm");
        allergy.add("category", resource.getAsJsonArray("category").get(0));
        if (resource.has("reaction")) {
          JsonObject reaction = first(resource, "reaction");
          allergy.add("reaction", codeAndDisplay(coding(first(reaction, "manifestation"))));
        }
        allergy.addProperty("recorded", day(resource, "recordedDate"));
        kept.add(allergy);
      }
    }
    return kept;
  }

  private static JsonArray medications(List<JsonObject> from) {
    JsonArray kept = new JsonArray();
    Set<String> seen = new HashSet<>();
    for (JsonObject resource : from) {
      JsonObject concept = resource.getAsJsonObject("medicationCodeableConcept");
      if (text(resource, "status").equals("active")
          && concept != null
          && seen.add(text(coding(concept), "code"))) {
        JsonObject medication = codeAndDisplay(coding(concept));
        // Some names begin with the number of their approval.
        medication.addProperty(
            "display", text(medication, "display").replaceAll("^NDA[0-9]+ ", ""));
        medication.addProperty("since", day(resource, "authoredOn"));
        kept.add(medication);
      }
    }
    return kept;
  }

  /** The newest few, newest first; what is of the same day keeps its order. */
  private static JsonArray newest(List<JsonObject> from, String date, int limit) {
    JsonArray kept = new JsonArray();
    from.stream()
        .sorted(Comparator.comparing((JsonObject one) -> text(one, date)).reversed())
        .limit(limit)
        .forEach(kept::add);
    return kept;
  }

  private static List<JsonObject> resources(JsonArray entries, String type) {
    List<JsonObject> found = new ArrayList<>();
    for (JsonElement entry : entries) {
      JsonObject resource = entry.getAsJsonObject().getAsJsonObject("resource");
      if (text(resource, "resourceType").equals(type)) {
        found.add(resource);
      }
    }
    return found;
  }

  /** Without SNOMED CT's semantic tag: "Anemia", not "Anemia (disorder)". */
  private static JsonObject codeAndDisplay(JsonObject coding) {
    JsonObject kept = new JsonObject();
    kept.add("code", coding.get("code"));
    kept.addProperty("display", text(coding, "display").replaceAll(" \\([a-z /]+\\)$", ""));
    return kept;
  }

  private static JsonObject coding(JsonObject concept) {
    return first(concept, "coding");
  }

  private static JsonObject first(JsonObject from, String list) {
    return from.getAsJsonArray(list).get(0).getAsJsonObject();
  }

  private static String day(JsonObject from, String field) {
    return text(from, field).substring(0, 10);
  }

  private static String text(JsonObject from, String field) {
    return from.get(field).getAsString();
  }
}
