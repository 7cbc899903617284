package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.Episode;
import org.epione.demo.client.PortalAnswer;
import org.epione.demo.client.PortalSession;
import org.epione.demo.client.RegistrarDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient's data is for herself, her team, and whom she consented to: for nobody else. */
class PatientDataIT {
  private final World world = World.played();
  private Episode episode;
  private String patientId;

  @BeforeEach
  void lookUp() {
    episode = world.episode("chest-pain");
    patientId =
        world
            .stage()
            .registrar(world.data().hospital("HOSPITAL-A"))
            .patient("A-10001")
            .orElseThrow()
            .id();
  }

  @Test
  void record_shouldNotBeFound_whenOfAnotherPatient() {
    PortalSession other = world.stage().as("chris.hegmann");
    assertDenied(other, "POST", "api/records/" + episode.id() + "/openings", "{}");
    assertDenied(other, "POST", "api/warrants/" + episode.id(), password("chris.hegmann"));
    assertDenied(other, "POST", "api/warrants/" + episode.id() + "/refusal", "{}");
  }

  @Test
  void requests_shouldNotBeAnswered_whenOfAnotherPatient() {
    String request = requestFor(episode);
    PortalSession other = world.stage().as("chris.hegmann");
    String password = password("chris.hegmann");
    assertDenied(other, "POST", "api/consents/" + request, password);
    assertDenied(other, "POST", "api/consents/" + request + "/refusal", password);
    assertDenied(other, "POST", "api/grants/" + request + "/withdrawal", password);
  }

  @Test
  void search_shouldNotBeFound_whenOfAnotherPatient() {
    JsonObject code = Json.createObjectBuilder().add("symptomCode", "R07.4").build();
    PortalAnswer begun = world.stage().as("ken.barton").ask("POST", "api/record-searches", code);
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    String path = "api/record-searches/" + begun.object().getString("id");
    assertDenied(world.stage().as("chris.hegmann"), "GET", path, null);
    assertThat(world.stage().as("ken.barton").get(path).getString("symptomCode"))
        .isEqualTo("R07.4");
  }

  @Test
  void patient_shouldNotBeFound_whenOfAnotherHospital() {
    PortalSession elsewhere = world.stage().as("elio.fairweather");
    assertDenied(elsewhere, "GET", "api/patients/" + patientId, null);
    assertDenied(elsewhere, "GET", "api/patients/" + patientId + "/invitation", null);
    assertDenied(elsewhere, "GET", "api/episodes/" + episode.id(), null);
    assertThat(new RegistrarDesk(elsewhere).patients("Barton")).isEmpty();
    assertThat(elsewhere.list("api/episodes").toString()).doesNotContain(episode.id());
  }

  @Test
  void turn_shouldNotBeFound_whenDoctorIsNotOfTheTeam() {
    PortalSession outsider = world.stage().as("pradeep.moravec");
    assertDenied(outsider, "GET", "api/turns/" + episode.id(), null);
    assertDenied(
        outsider,
        "POST",
        "api/turns/" + episode.id() + "/signature",
        "{\"text\":\"forged\",\"password\":\"x\"}");
  }

  @Test
  void reading_shouldBeDenied_whenRequestIsOfAnotherDoctor() {
    String request = requestFor(episode);
    PortalSession other = world.stage().as("tendai.marchetti");
    assertDenied(other, "GET", "api/record-requests/" + request, null);
    assertDenied(
        other,
        "POST",
        "api/record-requests/" + request + "/readings",
        password("tendai.marchetti"));
  }

  @Test
  void record_shouldBeDenied_whenReadingIsOfAnotherDoctor() {
    PortalSession reader = world.stage().as("soraya.bergstrom");
    String reading =
        new DoctorDesk(reader)
            .requests().stream()
                .map(request -> reader.get("api/record-requests/" + request.id()))
                .flatMap(
                    view -> view.getJsonArray("readings").getValuesAs(JsonObject.class).stream())
                .findFirst()
                .orElseThrow()
                .getString("id");
    PortalSession other = world.stage().as("tendai.marchetti");
    assertDenied(other, "GET", "api/readings/" + reading, null);
    assertDenied(other, "GET", "api/readings/" + reading + "/record", null);
  }

  @Test
  void chain_shouldBeForbidden_whenOfAnotherHospital() {
    PortalSession elsewhere = world.stage().as("greta.nwosu");
    assertDenied(elsewhere, "GET", "api/chains/HOSPITAL-A/export", null);
    assertDenied(elsewhere, "POST", "api/audit/chains/HOSPITAL-A/check", "{}");
  }

  private String requestFor(Episode shared) {
    return new DoctorDesk(world.stage().as("soraya.bergstrom"))
        .requests().stream()
            .filter(request -> request.reference().equals(shared.reference()))
            .findFirst()
            .orElseThrow()
            .id();
  }

  private String password(String userName) {
    return Json.createObjectBuilder()
        .add("password", world.stage().password(userName))
        .build()
        .toString();
  }

  /** Denied means: 403 or 404 with a code, and not a word about what is there. */
  private static void assertDenied(PortalSession person, String method, String path, String body) {
    JsonObject json =
        body == null ? null : Json.createReader(new java.io.StringReader(body)).readObject();
    PortalAnswer answer = person.ask(method, path, json);
    assertThat(answer.status()).as(method + " " + path + ": " + answer.text()).isIn(403, 404);
    assertThat(answer.code()).isIn("EHR-1002", "EHR-1003");
  }
}
