package org.epione.broker;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.epione.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A broker outside the server, from {@code EPIONE_BROKER_URL}: {@code tcp://host:port}, or several
 * separated by commas where it is a cluster. Transport parameters follow as a query, for example
 * {@code ?sslEnabled=true&trustStorePath=/etc/epione/broker.p12}.
 *
 * @param connectors one connector class for each member
 * @param parameters what the connectors are given
 * @param clustered whether there are several members, one of which takes over from another
 */
record RemoteBroker(String connectors, String parameters, boolean clustered) {

  static Optional<RemoteBroker> of(Settings settings) {
    return settings.text("epione.broker.url").map(RemoteBroker::parse);
  }

  private static RemoteBroker parse(String addresses) {
    List<String> connectors = new ArrayList<>();
    List<String> parameters = new ArrayList<>();
    for (String address : addresses.split(",", -1)) {
      connectors.add(NettyConnectorFactory.class.getName());
      parameters.add(parameters(address.strip()));
    }
    return new RemoteBroker(
        String.join(",", connectors), String.join(",", parameters), connectors.size() > 1);
  }

  private static String parameters(String address) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException malformed) {
      throw unusable(malformed);
    }
    if (!"tcp".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 0) {
      throw unusable(null);
    }
    List<String> parameters = new ArrayList<>();
    parameters.add("host=" + uri.getHost());
    parameters.add("port=" + uri.getPort());
    if (uri.getQuery() != null) {
      parameters.addAll(Arrays.asList(uri.getQuery().split("&", -1)));
    }
    return String.join(";", parameters);
  }

  private static IllegalArgumentException unusable(@Nullable Throwable cause) {
    return new IllegalArgumentException(
        "EHR-9010 EPIONE_BROKER_URL must be tcp://host:port, or several of them separated by"
            + " commas. Correct it and start again.",
        cause);
  }
}
