package org.epione.web.session;

import jakarta.enterprise.context.SessionScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page that someone asked for before signing in, to go on there. */
@SessionScoped
public class WantedPage implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable String address;

  /** Keeps the address of a page of this application, with its query. */
  void remember(HttpServletRequest request) {
    String path = request.getRequestURI();
    String query = request.getQueryString();
    // As it was sent: two slashes at its beginning would lead a browser to another host.
    boolean own = path.startsWith(request.getContextPath() + "/") && !path.startsWith("//");
    address = own ? path + (query == null ? "" : "?" + query) : null;
  }

  /** The address, once. */
  Optional<String> take() {
    Optional<String> taken = Optional.ofNullable(address);
    address = null;
    return taken;
  }
}
