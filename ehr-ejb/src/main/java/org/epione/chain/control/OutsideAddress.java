package org.epione.chain.control;

import java.net.URI;
import java.net.URISyntaxException;
import org.epione.settings.InvalidSettingException;

/** Addresses of servers that are not ours; they may hold keys, so no message repeats them. */
final class OutsideAddress {

  private OutsideAddress() {}

  /**
   * An http or https address.
   *
   * @throws InvalidSettingException when it is not one
   */
  static URI of(String variable, String url) {
    try {
      URI address = new URI(url);
      if (String.valueOf(address.getScheme()).matches("(?i)https?") && address.getHost() != null) {
        return address;
      }
      throw new InvalidSettingException(variable, "an http or https address", null);
    } catch (URISyntaxException e) {
      // Without the cause, whose message repeats the address.
      throw new InvalidSettingException(
          variable, "an address; look at its character " + e.getIndex(), null);
    }
  }
}
