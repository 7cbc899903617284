package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.epione.audit.boundary.EpochView;
import org.epione.audit.boundary.Epochs;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.jspecify.annotations.Nullable;

/** The epochs of the chain that a page shows. */
@Named
@RequestScoped
public class EpochsPage {

  private static final int BRIEF = 16;

  @EJB private Epochs epochs;

  private String hospital = "";
  private @Nullable List<EpochView> rows;

  /** Closed ones, the first one first, then the open one. */
  public List<EpochView> epochs(String of) {
    List<EpochView> known = rows;
    if (known == null || !hospital.equals(of)) {
      known = read(of);
      rows = known;
      hospital = of;
    }
    return known;
  }

  private List<EpochView> read(String of) {
    try {
      return epochs.of(of);
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return List.of();
    }
  }

  /** The first digits of a digest, where there is one. */
  public String brief(Optional<String> digest) {
    return digest.map(hex -> hex.substring(0, BRIEF)).orElse("");
  }
}
