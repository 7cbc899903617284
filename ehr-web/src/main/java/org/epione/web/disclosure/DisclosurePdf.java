package org.epione.web.disclosure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.epione.disclosure.boundary.Disclosure;
import org.epione.disclosure.boundary.DisclosureFilter;
import org.epione.ledger.report.TaggedPdf;
import org.epione.web.guardian.ActingFor;
import org.epione.web.sharing.SharingTexts;
import org.epione.web.shell.Texts;
import org.epione.web.shell.Times;

/** The list of disclosures as a document, with the words that the page has. */
@RequestScoped
public class DisclosurePdf {

  private static final String BUNDLE = "disclosureText";
  private static final List<Float> WIDTHS = List.of(0.16f, 0.22f, 0.26f, 0.18f, 0.18f);

  @Inject private Texts texts;
  @Inject private Times times;
  @Inject private DisclosureTexts words;
  @Inject private SharingTexts sharing;
  @Inject private Clock clock;

  /** The file. */
  byte[] of(ActingFor whose, DisclosureFilter filter, List<Disclosure> rows) throws IOException {
    Instant now = clock.instant();
    String title = whose.title("disclosures", texts.get(BUNDLE, "list.title"));
    try (TaggedPdf pdf = new TaggedPdf(title, now, now.toEpochMilli())) {
      pdf.pages().heading(1, title);
      pdf.pages().paragraph(texts.get(BUNDLE, "list.lead"));
      if (whose.isOn()) {
        pdf.pages().paragraph(texts.get(BUNDLE, "pdf.ward", whose.getName()));
      }
      pdf.pages().paragraph(scope(filter, now));
      pdf.pages().table(WIDTHS, heads(), rows.stream().map(this::cells).toList());
      return pdf.finish();
    }
  }

  private String scope(DisclosureFilter filter, Instant now) {
    String period =
        texts.get(
            BUNDLE,
            "pdf.period",
            filter.from().map(times::text).orElse(texts.get(BUNDLE, "pdf.begin")),
            filter.until().map(times::text).orElse(texts.get(BUNDLE, "pdf.now")));
    return Stream.of(
            texts.get(BUNDLE, "pdf.made", times.text(now)),
            filter.episode().map(each -> texts.get(BUNDLE, "pdf.episode", each)).orElse(""),
            period)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private List<String> heads() {
    return Stream.of("column.when", "column.who", "column.what", "column.why", "column.proof")
        .map(key -> texts.get(BUNDLE, key))
        .toList();
  }

  private List<String> cells(Disclosure each) {
    return List.of(
        together(times.text(each.at()), repeated(each)),
        together(words.who(each), each.name().isEmpty() ? "" : words.position(each)),
        together(words.done(each), refusal(each), each.reference()),
        together(words.basis(each), words.purpose(each)),
        each.height()
            .map(height -> together(texts.get(BUNDLE, "proof.block", height), each.id()))
            .orElseGet(() -> texts.get(BUNDLE, "proof.hospital")));
  }

  private String repeated(Disclosure each) {
    return each.times() > 1 ? texts.get(BUNDLE, "times", each.times()) : "";
  }

  private String refusal(Disclosure each) {
    return each.allowed()
        ? ""
        : texts.get(BUNDLE, "refusedTag") + ". " + sharing.reason(each.reason());
  }

  private static String together(String... words) {
    return Stream.of(words).filter(each -> !each.isBlank()).collect(Collectors.joining("; "));
  }
}
