package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.record.EpisodeReference;
import org.epione.party.boundary.Parties;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;
import org.epione.sharing.boundary.BundleForm;
import org.epione.sharing.boundary.RequestForm;
import org.epione.team.boundary.SymptomCode;

/** Whether what a doctor filled in can be asked at all. Says nothing about what there is. */
@ApplicationScoped
public class RequestFormCheck {

  /** The longest that can be asked for at once. */
  private static final Duration LONGEST = Duration.ofDays(366);

  @EJB private Parties parties;
  @Inject private Clock clock;

  /** The form's fields as the values they stand for. */
  public record Checked(PartyCode hospital, EpisodeReference reference) {}

  /** The same for several records. */
  record CheckedBundle(PartyCode hospital, AskedTogether records) {}

  /**
   * Checks the form.
   *
   * @throws RefusedException EHR-1004 naming the field
   */
  public Checked check(RequestForm form) {
    requireEnd(form.notAfter());
    return new Checked(hospital(form.hospital()), reference(form.reference()));
  }

  /**
   * Checks the form.
   *
   * @throws RefusedException EHR-1004 naming the field
   */
  CheckedBundle check(BundleForm form) {
    requireEnd(form.notAfter());
    int count = form.references().size();
    int least = form.further().isPresent() ? 1 : 2;
    if (count < least || count > Bundles.MOST_RECORDS) {
      throw invalid("Ask for " + least + " to " + Bundles.MOST_RECORDS + " records at once.");
    }
    Optional<String> further =
        form.further().map(code -> code.isBlank() ? "" : SymptomCode.entered(code));
    List<EpisodeReference> references =
        form.references().stream().map(RequestFormCheck::reference).toList();
    if (Set.copyOf(references).size() < count) {
      throw invalid("A reference is there twice.");
    }
    return new CheckedBundle(
        hospital(form.hospital()),
        new AskedTogether(references, form.purpose(), form.notAfter(), further));
  }

  private void requireEnd(Instant end) {
    Instant now = clock.instant();
    if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
      throw invalid("The end date must be in the future, at most a year from now.");
    }
  }

  private PartyCode hospital(String code) {
    if (!PartyCode.isValid(code)) {
      throw invalid("There is no such hospital.");
    }
    return parties
        .find(new PartyCode(code))
        .filter(party -> party.role() == PartyRole.HOSPITAL)
        .orElseThrow(() -> invalid("There is no such hospital."))
        .code();
  }

  private static EpisodeReference reference(String text) {
    try {
      return EpisodeReference.parse(text);
    } catch (MalformedEncodingException e) {
      throw invalid("A reference looks like E-XXXX-XXXX-XXXX.");
    }
  }

  private static RefusedException invalid(String detail) {
    return new RefusedException(ErrorCode.INVALID_INPUT, detail);
  }
}
