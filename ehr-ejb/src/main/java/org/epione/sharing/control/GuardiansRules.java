package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.custody.boundary.Acting;
import org.epione.guardian.boundary.GuardianshipEnd;

/** What a guardian allowed beforehand ends with the guardianship. */
@ApplicationScoped
public class GuardiansRules implements GuardianshipEnd {

  @Inject private StandingRules rules;

  @Override
  public void ended(Acting acting) {
    rules.guardianEnded(acting);
  }
}
