package org.epione.web.sharing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.ResourceBundle;
import org.epione.sharing.boundary.Purpose;

/** Codes of sharing in plain words. */
@Named
@RequestScoped
public class SharingTexts {
  private static final String BUNDLE = "sharingText";

  @Inject private FacesContext faces;

  /** What a record is asked for, as it is told to the patient. */
  public String purpose(Purpose purpose) {
    return word("purpose.", purpose.name());
  }

  /** What a record is asked for, as it is told to everybody else. */
  public String use(Purpose purpose) {
    return word("use.", purpose.name());
  }

  /** The same within a sentence about what a patient allows beforehand. */
  public String ahead(Purpose purpose) {
    return word("ahead.", purpose.name());
  }

  /** The same from the code. */
  public String useCode(String code) {
    return word("use.", code);
  }

  /** Why something was refused; empty where it was not. */
  public String reason(Optional<String> code) {
    return code.map(each -> word("refusal.", each)).orElse("");
  }

  /** Why something was refused. */
  public String reasonCode(String code) {
    return code.isEmpty() ? "" : word("refusal.", code);
  }

  private String word(String kind, String code) {
    ResourceBundle texts = faces.getApplication().getResourceBundle(faces, BUNDLE);
    return texts.containsKey(kind + code) ? texts.getString(kind + code) : code;
  }
}
