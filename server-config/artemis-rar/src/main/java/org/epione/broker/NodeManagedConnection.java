package org.epione.broker;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * A connection of Artemis in the server's pool. A server closes its pool on a thread of its own
 * administration, after the adapter has stopped, and nothing of ours runs there afterwards: what
 * Netty keeps in the thread is taken back by each call that may have put it there.
 */
final class NodeManagedConnection implements ManagedConnection {

  private final NodeManagedConnectionFactory factory;
  private final ManagedConnection artemis;
  private final Map<ConnectionEventListener, ConnectionEventListener> listeners =
      new ConcurrentHashMap<>();

  NodeManagedConnection(NodeManagedConnectionFactory factory, ManagedConnection artemis) {
    this.factory = factory;
    this.artemis = artemis;
  }

  /** The connection itself. */
  ManagedConnection artemis() {
    return artemis;
  }

  @Override
  public Object getConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo request)
      throws ResourceException {
    return artemis.getConnection(factory.forArtemis(subject), request);
  }

  @Override
  public void destroy() throws ResourceException {
    try {
      artemis.destroy();
    } finally {
      BorrowedThread.giveBack();
    }
  }

  @Override
  public void cleanup() throws ResourceException {
    try {
      artemis.cleanup();
    } finally {
      BorrowedThread.giveBack();
    }
  }

  @Override
  public void associateConnection(Object connection) throws ResourceException {
    artemis.associateConnection(connection);
  }

  @Override
  public void addConnectionEventListener(ConnectionEventListener listener) {
    artemis.addConnectionEventListener(
        listeners.computeIfAbsent(listener, server -> new FromHere(this, server)));
  }

  @Override
  public void removeConnectionEventListener(ConnectionEventListener listener) {
    ConnectionEventListener known = listeners.remove(listener);
    if (known != null) {
      artemis.removeConnectionEventListener(known);
    }
  }

  @Override
  public XAResource getXAResource() throws ResourceException {
    return artemis.getXAResource();
  }

  @Override
  public LocalTransaction getLocalTransaction() throws ResourceException {
    return artemis.getLocalTransaction();
  }

  @Override
  public ManagedConnectionMetaData getMetaData() throws ResourceException {
    return artemis.getMetaData();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter log) throws ResourceException {
    artemis.setLogWriter(log);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws ResourceException {
    return artemis.getLogWriter();
  }

  /** Tells the server of what happens to the connection that it knows, which is not Artemis'. */
  private record FromHere(NodeManagedConnection connection, ConnectionEventListener server)
      implements ConnectionEventListener {

    @Override
    public void connectionClosed(ConnectionEvent event) {
      server.connectionClosed(from(event));
    }

    @Override
    public void localTransactionStarted(ConnectionEvent event) {
      server.localTransactionStarted(from(event));
    }

    @Override
    public void localTransactionCommitted(ConnectionEvent event) {
      server.localTransactionCommitted(from(event));
    }

    @Override
    public void localTransactionRolledback(ConnectionEvent event) {
      server.localTransactionRolledback(from(event));
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      server.connectionErrorOccurred(from(event));
    }

    private ConnectionEvent from(ConnectionEvent event) {
      ConnectionEvent ours = new ConnectionEvent(connection, event.getId(), event.getException());
      ours.setConnectionHandle(event.getConnectionHandle());
      return ours;
    }
  }
}
