package org.epione.web.matching;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.epione.matching.boundary.SymptomMatch;

/** What the page shows before the browser takes over. */
@Named
@RequestScoped
public class MatchingPage {

  @EJB private SymptomMatch matching;

  /** Whether the patient chose a matching password. */
  public boolean isPasswordSet() {
    return matching.mine().vault().isPresent();
  }
}
