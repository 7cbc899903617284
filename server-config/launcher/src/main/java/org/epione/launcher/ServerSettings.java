package org.epione.launcher;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.epione.settings.InvalidSettingException;
import org.epione.settings.Settings;

/**
 * What the command line itself needs to know of the server it starts.
 *
 * @param home the installation's folder
 * @param address the interface the portal listens on
 * @param port the portal's port
 * @param memory the heap's size as Java writes it
 */
record ServerSettings(Path home, InetAddress address, int port, String memory) {

  private static final int DEFAULT_PORT = 8080;
  private static final int LAST_PORT = 65_535;

  static ServerSettings of(Settings settings) {
    // For the server, but refused before it starts.
    settings.databaseUrl();
    settings.node();
    settings.portalOrigin();
    settings.timeZone();
    return new ServerSettings(
        settings.home(),
        address(settings.text("epione.http.address", "127.0.0.1")),
        settings.number("epione.http.port", DEFAULT_PORT, 1, LAST_PORT),
        memory(settings.text("epione.memory", "1g")));
  }

  private static InetAddress address(String name) {
    try {
      return InetAddress.getByName(name);
    } catch (UnknownHostException unknown) {
      throw new InvalidSettingException(
          "EPIONE_HTTP_ADDRESS", "an address of this machine such as 127.0.0.1", unknown);
    }
  }

  private static String memory(String size) {
    if (!size.matches("[1-9][0-9]{0,5}[mMgG]")) {
      throw new InvalidSettingException("EPIONE_MEMORY", "a size such as 768m or 2g", null);
    }
    return size;
  }

  /** Where this machine reaches the portal. */
  URI portal() {
    String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/ehr/");
  }
}
