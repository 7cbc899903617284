package org.epione.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What an auditor does at the portal. */
public record AuditorDesk(PortalSession session) {

  /** One act of an episode with its place on the chain. */
  public record Act(String act, String who, String time, Block block, String record) {}

  /** What the check of an episode found about one thing. */
  public record Finding(String what, boolean ok, String detail, String party) {}

  /** What the check of an episode found; {@code ciphertext} as the cloud has it now. */
  public record EpisodeCheck(
      boolean sound, String verdict, String ciphertext, List<Finding> findings) {}

  /** What the check of a chain found. */
  public record ChainCheck(boolean sound, long height, long records, String fault) {}

  /** Every act of an episode, in the order of the chain. */
  public List<Act> acts(String hospital, String episodeId) {
    JsonObject episode = session.get("api/audit/episodes/" + hospital + "/" + episodeId);
    return Fields.objects(episode, "acts").stream()
        .map(
            act ->
                new Act(
                    act.getString("act"),
                    Fields.text(act, "name")
                        .filter(n -> !n.isEmpty())
                        .orElse(act.getString("role")),
                    act.getString("at"),
                    new Block(act.getJsonNumber("height").longValueExact(), act.getInt("index")),
                    act.getString("record")))
        .toList();
  }

  /** Where the cloud keeps the ciphertext of an episode, as its receipt on the chain says. */
  public String location(String hospital, String episodeId) {
    return session.get("api/audit/episodes/" + hospital + "/" + episodeId).getString("location");
  }

  /** Begins to check all that is known of an episode; answers the check's id. */
  public String beginCheck(String hospital, String episodeId) {
    return session
        .post(
            "api/audit/episodes/" + hospital + "/" + episodeId + "/check",
            JsonObject.EMPTY_JSON_OBJECT)
        .getString("id");
  }

  /** What a check found, once it is done. */
  public Optional<EpisodeCheck> check(String checkId) {
    JsonObject report = session.get("api/audit/checks/" + checkId);
    if (!report.getString("state").equals("DONE")) {
      return Optional.empty();
    }
    return Optional.of(
        new EpisodeCheck(
            report.getBoolean("sound"),
            Fields.text(report, "verdict").orElse(""),
            Fields.text(report, "ciphertext").orElse(""),
            Fields.objects(report, "findings").stream()
                .map(
                    row ->
                        new Finding(
                            row.getString("what"),
                            row.getBoolean("ok"),
                            Fields.text(row, "detail").orElse(""),
                            Fields.text(row, "party").orElse("")))
                .toList()));
  }

  /** Checks a hospital's chain from the first block. */
  public ChainCheck checkChain(String hospital) {
    JsonObject report =
        session.post("api/audit/chains/" + hospital + "/check", JsonObject.EMPTY_JSON_OBJECT);
    return new ChainCheck(
        report.getBoolean("sound"),
        report.getJsonNumber("height").longValueExact(),
        report.getJsonNumber("records").longValueExact(),
        Fields.text(report, "fault").orElse(""));
  }

  /** Height of a chain's head, once two thirds of the delegates have countersigned it. */
  public Optional<Long> finalByDelegates(String hospital) {
    return session.list("api/audit/chains").getValuesAs(JsonObject.class).stream()
        .filter(chain -> chain.getString("hospital").equals(hospital))
        .filter(chain -> chain.containsKey("finalByDelegates"))
        .map(
            chain ->
                List.of(
                    chain.getJsonNumber("finalByDelegates").longValueExact(),
                    chain.getJsonNumber("height").longValueExact()))
        .filter(heights -> heights.get(0).equals(heights.get(1)))
        .map(heights -> heights.get(0))
        .findFirst();
  }

  /** The key that verifies the proofs of a hospital's chain. */
  public String logKey(String hospital) {
    return new String(session.bytes("api/tlog/" + hospital + "/key"), StandardCharsets.UTF_8);
  }

  /** The proof that one record stands on a hospital's chain, as a file. */
  public byte[] proof(String hospital, String record) {
    return session.bytes("api/chains/" + hospital + "/records/" + record + "/proof");
  }

  /** A hospital's chain as a file. */
  public byte[] exportChain(String hospital) {
    return session.bytes("api/chains/" + hospital + "/export");
  }

  /** Begins an audit of an episode that ends with a report; answers the audit's id. */
  public String beginReport(String hospital, String episodeId) {
    return session
        .post(
            "api/audit/reports",
            Json.createObjectBuilder()
                .add("hospital", hospital)
                .add("kind", "EPISODE")
                .add("subjects", Json.createArrayBuilder().add(episodeId))
                .build())
        .getString("id");
  }

  /** How far an audit is: PLANNED, RUNNING, DONE and what else there is. */
  public String reportState(String id) {
    return session.get("api/audit/reports/" + id).getString("state");
  }

  /** The signed report, as JSON. */
  public byte[] reportJson(String id) {
    return session.bytes("api/audit/reports/" + id + "/json");
  }

  /** The same as PDF. */
  public byte[] reportPdf(String id) {
    return session.bytes("api/audit/reports/" + id + "/pdf");
  }

  /** The key that verifies reports. */
  public String reportKey() {
    return new String(session.bytes("api/audit/reports/key"), StandardCharsets.UTF_8);
  }
}
