package org.epione.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Optional;
import java.util.ResourceBundle;

/** The texts of the bundles, in the language of the page. */
@RequestScoped
public class Texts {
  @Inject private FacesContext faces;

  /** The text of that key in the bundle with that variable name, with its arguments filled in. */
  public String get(String bundle, String key, Object... arguments) {
    ResourceBundle texts = faces.getApplication().getResourceBundle(faces, bundle);
    MessageFormat format = new MessageFormat(texts.getString(key), faces.getViewRoot().getLocale());
    return arguments.length == 0 ? texts.getString(key) : format.format(arguments);
  }

  /** The text of that key, where the bundle has one. */
  public Optional<String> find(String bundle, String key) {
    ResourceBundle texts = faces.getApplication().getResourceBundle(faces, bundle);
    return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
  }
}
