package org.epione.broker;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.security.PasswordCredential;
import java.io.PrintWriter;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.ra.ActiveMQRAManagedConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Artemis' factory of connections, whose connections give back the server's threads that open and
 * close them ({@link NodeManagedConnection}). Artemis' own class cannot be extended.
 */
public class NodeManagedConnectionFactory
    implements ManagedConnectionFactory, ResourceAdapterAssociation {

  private static final long serialVersionUID = 1L;

  private final ActiveMQRAManagedConnectionFactory artemis =
      new ActiveMQRAManagedConnectionFactory();

  @Override
  public Object createConnectionFactory(ConnectionManager server) throws ResourceException {
    return artemis.createConnectionFactory(new Pool(this, server));
  }

  /**
   * Not offered: connections outside a server's pool would not be given back.
   *
   * @throws NotSupportedException always
   */
  @Override
  public Object createConnectionFactory() throws ResourceException {
    throw new NotSupportedException(
        "EHR-9016 connections are given out by an application server only");
  }

  @Override
  public ManagedConnection createManagedConnection(
      @Nullable Subject subject, @Nullable ConnectionRequestInfo request) throws ResourceException {
    try {
      return new NodeManagedConnection(
          this, artemis.createManagedConnection(forArtemis(subject), request));
    } finally {
      BorrowedThread.giveBack();
    }
  }

  @Override
  public @Nullable ManagedConnection matchManagedConnections(
      @SuppressWarnings("rawtypes") Set connections,
      @Nullable Subject subject,
      @Nullable ConnectionRequestInfo request)
      throws ResourceException {
    IdentityHashMap<ManagedConnection, NodeManagedConnection> ours = new IdentityHashMap<>();
    for (Object each : connections) {
      if (each instanceof NodeManagedConnection connection) {
        ours.put(connection.artemis(), connection);
      }
    }
    return ours.get(artemis.matchManagedConnections(ours.keySet(), forArtemis(subject), request));
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter log) throws ResourceException {
    artemis.setLogWriter(log);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws ResourceException {
    return artemis.getLogWriter();
  }

  @Override
  public @Nullable ResourceAdapter getResourceAdapter() {
    return artemis.getResourceAdapter();
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) throws ResourceException {
    artemis.setResourceAdapter(adapter);
  }

  /** What a session is for where nothing is said: the name of a JMS interface. */
  public @Nullable String getSessionDefaultType() {
    return artemis.getSessionDefaultType();
  }

  /** What a session is for where nothing is said: the name of a JMS interface. */
  public void setSessionDefaultType(String type) {
    artemis.setSessionDefaultType(type);
  }

  /** How often a lost connection is sought again; -1: for ever. */
  public @Nullable Integer getReconnectAttempts() {
    return artemis.getReconnectAttempts();
  }

  /** How often a lost connection is sought again; -1: for ever. */
  public void setReconnectAttempts(Integer attempts) {
    artemis.setReconnectAttempts(attempts);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NodeManagedConnectionFactory that && artemis.equals(that.artemis);
  }

  @Override
  public int hashCode() {
    return artemis.hashCode();
  }

  /** The server's credentials are for this factory; Artemis takes only those for its own. */
  @Nullable Subject forArtemis(@Nullable Subject subject) {
    if (subject == null) {
      return null;
    }
    Subject theirs = new Subject();
    for (PasswordCredential given : subject.getPrivateCredentials(PasswordCredential.class)) {
      if (equals(given.getManagedConnectionFactory())) {
        PasswordCredential same =
            new PasswordCredential(given.getUserName(), given.getPassword().clone());
        same.setManagedConnectionFactory(artemis);
        theirs.getPrivateCredentials().add(same);
      }
    }
    return theirs;
  }

  /** The server's pool, which is asked for connections of this factory and not of Artemis'. */
  private record Pool(NodeManagedConnectionFactory factory, ConnectionManager server)
      implements ConnectionManager {

    @Override
    public Object allocateConnection(
        ManagedConnectionFactory artemis, @Nullable ConnectionRequestInfo request)
        throws ResourceException {
      return server.allocateConnection(factory, request);
    }
  }
}
