package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.epione.audit.boundary.ReportForm;
import org.epione.chain.boundary.ChainRecords;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.connector.EpochSummary;
import org.epione.ledger.report.ReportScope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** What auditors ask for, made sure that it can be audited. */
@ApplicationScoped
public class ReportRequests {

  @EJB private Chains chains;
  @EJB private ChainRecords records;
  @Inject private ReportPlan plan;
  @Inject private EpochDesk epochs;
  @Inject private ReportComposer composer;

  /** The hospital whose chain is meant. */
  public PartyCode hospital(ReportForm form) {
    if (!PartyCode.isValid(form.hospital())
        || chains.summary(form.hospital()).filter(chain -> chain.height() >= 0).isEmpty()) {
      throw new RefusedException(ErrorCode.CHAIN_UNKNOWN);
    }
    return new PartyCode(form.hospital());
  }

  /** What is to be audited, all of which is on the chain. */
  public ReportScope scope(PartyCode hospital, ReportForm form) {
    ReportScope scope;
    try {
      scope =
          new ReportScope(
              ReportScope.Kind.valueOf(form.kind()),
              form.subjects().stream()
                  .map(each -> each.strip().toLowerCase(Locale.ROOT))
                  .filter(each -> !each.isEmpty())
                  .distinct()
                  .toList(),
              form.from(),
              form.until());
      if (plan.knows(hospital, scope)) {
        requireHere(hospital, scope);
        return scope;
      }
    } catch (MalformedEncodingException | IllegalArgumentException e) {
      throw new RefusedException(ErrorCode.REPORT_SCOPE_UNUSABLE);
    }
    throw new RefusedException(ErrorCode.NOT_FOUND);
  }

  /** What lies in an archive in part could be audited in part only. */
  private void requireHere(PartyCode hospital, ReportScope scope) {
    plan.episodes(hospital, scope).forEach(episode -> records.ofEpisode(hospital, episode));
    epochs
        .lastArchived(hospital)
        .filter(epoch -> scope.from().filter(from -> from.isBefore(epoch.closed())).isPresent())
        .flatMap(EpochSummary::archive)
        .ifPresent(
            archive -> {
              throw new RefusedException(ErrorCode.CHAIN_ARCHIVED, archive.place());
            });
  }

  /** The episodes that are looked into by name. */
  public List<RecordId> episodes(PartyCode hospital, ReportScope scope) {
    return plan.episodes(hospital, scope);
  }

  /** The key that verifies reports. */
  public String key() {
    return composer.key().text();
  }
}
