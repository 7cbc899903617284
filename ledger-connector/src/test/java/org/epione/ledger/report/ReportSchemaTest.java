package org.epione.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.epione.ledger.report.sample.SampleAudit;
import org.junit.jupiter.api.Test;

/** Somebody else's validator reads our reports by {@code docs/audit-report.schema.json}. */
class ReportSchemaTest {

  private final SampleAudit audit = new SampleAudit("report");

  private int faults(byte[] report) throws Exception {
    String text = Files.readString(Path.of("../docs/audit-report.schema.json"));
    JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text);
    return schema.validate(new ObjectMapper().readTree(report)).size();
  }

  @Test
  void schema_shouldFit_reportsOfEpisodesAndOfPeriods() throws Exception {
    AuditReport report = audit.report();
    AuditReport period =
        new AuditReport(
            report.id(),
            report.auditor(),
            ReportScope.period(report.begun(), report.ended()),
            report.begun(),
            report.ended(),
            report.chain(),
            report.findings(),
            List.of());
    assertThat(faults(audit.signed().encode())).isZero();
    assertThat(faults(audit.sign(period).encode())).isZero();
  }

  @Test
  void schema_shouldNotFit_anythingElse() throws Exception {
    assertThat(faults("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))).isPositive();
  }
}
