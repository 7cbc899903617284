package org.epione.ledger.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Between a client and its database: passes bytes on, or keeps the connection and swallows what
 * comes from one side. Whatever a connection lost makes it useless for good.
 */
final class HangingProxy implements AutoCloseable {

  private enum Swallowed {
    NOTHING,
    REQUESTS,
    ANSWERS
  }

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final String host;
  private final int port;
  private volatile Swallowed swallowed = Swallowed.NOTHING;

  HangingProxy(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** From now on what the client asks, or what the server answers, does not arrive. */
  void hang(boolean requests) {
    swallowed = requests ? Swallowed.REQUESTS : Swallowed.ANSWERS;
  }

  void goOn() {
    swallowed = Swallowed.NOTHING;
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket client = listener.accept();
        Socket server = new Socket(host, port);
        sockets.addAll(List.of(client, server));
        threads.execute(() -> pass(client, server, Swallowed.REQUESTS));
        threads.execute(() -> pass(server, client, Swallowed.ANSWERS));
      }
    } catch (IOException closed) {
      threads.shutdown();
    }
  }

  private void pass(Socket from, Socket to, Swallowed kind) {
    byte[] buffer = new byte[8192];
    boolean lost = false;
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        lost = lost || swallowed == kind;
        if (!lost) {
          out.write(buffer, 0, count);
          out.flush();
        }
      }
    } catch (IOException closed) {
      // One of the two has gone; closing the streams tells the other.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
