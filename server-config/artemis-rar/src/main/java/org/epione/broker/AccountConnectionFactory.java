package org.epione.broker;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQXAConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Signs connections that name nobody in as the user that the settings name. Message-driven beans
 * are signed in by the adapter itself, but Payara gives an outgoing connection an empty user, which
 * a broker of its own refuses.
 */
final class AccountConnectionFactory extends ActiveMQXAConnectionFactory {

  private static final long serialVersionUID = 1L;

  // Shares its locator with the one that the adapter made, which must live as long.
  private final transient ActiveMQConnectionFactory made;
  private final String account;
  private final transient @Nullable String secret;

  AccountConnectionFactory(
      ActiveMQConnectionFactory made, String account, @Nullable String secret) {
    super(made.getServerLocator());
    this.made = made;
    this.account = account;
    this.secret = secret;
    setIgnoreJTA(made.isIgnoreJTA());
  }

  @Override
  protected synchronized ActiveMQConnection createConnectionInternal(
      @Nullable String user, @Nullable String password, boolean xa, int type) throws JMSException {
    boolean nobody = user == null || user.isEmpty();
    return super.createConnectionInternal(
        nobody ? account : user, nobody ? secret : password, xa, type);
  }

  @Override
  public void close() {
    super.close();
    made.close();
  }
}
