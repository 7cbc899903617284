package org.epione.broker;

import org.apache.activemq.artemis.ra.inflow.ActiveMQActivationSpec;
import org.epione.settings.Settings;

/**
 * What a message-driven bean consumes, with {@code {node}} in the destination replaced by this
 * deployment's name, so that several deployments can share one broker and each gets its own
 * messages.
 */
public class NodeActivationSpec extends ActiveMQActivationSpec {

  private static final long serialVersionUID = 1L;

  @Override
  public void setDestination(String destination) {
    super.setDestination(destination.replace("{node}", Settings.ofProcess().node()));
  }
}
