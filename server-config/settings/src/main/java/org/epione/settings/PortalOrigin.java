package org.epione.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers reach the portal, as they write it themselves: the origin that passkeys are bound
 * to (WebAuthn Level 3, section 5.8.1), for example {@code https://ehr.hospital.example}.
 *
 * @param text scheme, host in lower case, and the port unless it is the scheme's own (RFC 6454,
 *     section 6.2)
 * @param host the relying party's id: the whole host, so that no neighbour of the same domain can
 *     ask for the passkeys
 */
public record PortalOrigin(String text, String host) {

  static final String EXPECTED =
      "https:// and the name by which people reach the portal, with the port if it is not 443 and"
          + " nothing behind it, for example https://ehr.hospital.example; to try it on this"
          + " machine, http://localhost: and the port. Browsers refuse passkeys for numbers of"
          + " machines such as 127.0.0.1 and without https";

  private static final String LOCAL = "localhost";
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int LONGEST_HOST = 253;
  private static final int LAST_PORT = 65_535;

  /** Labels of letters, digits and hyphens; the last is no number, as it is in an IP address. */
  private static final String NAME =
      "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?";

  /** The origin, or empty where browsers would make no passkey for it. */
  static Optional<PortalOrigin> parse(String value) {
    try {
      return of(new URI(value));
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  private static Optional<PortalOrigin> of(URI address) {
    String scheme = lower(address.getScheme());
    String host = lower(address.getHost());
    boolean bare =
        address.getUserInfo() == null
            && "".equals(address.getRawPath())
            && address.getRawQuery() == null
            && address.getRawFragment() == null;
    if (!bare
        || !SCHEMES.contains(scheme)
        || host.length() > LONGEST_HOST
        || !host.matches(NAME)
        || (scheme.equals("http") && !host.equals(LOCAL))
        || address.getPort() == 0
        || address.getPort() > LAST_PORT) {
      return Optional.empty();
    }
    int usual = scheme.equals("http") ? 80 : 443;
    boolean named = address.getPort() != -1 && address.getPort() != usual;
    return Optional.of(
        new PortalOrigin(scheme + "://" + host + (named ? ":" + address.getPort() : ""), host));
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
