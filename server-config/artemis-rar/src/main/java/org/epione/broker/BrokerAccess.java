package org.epione.broker;

import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what at the embedded broker. A connection from inside the server's own process may do
 * everything. A connection from outside must sign in. A hospital system may then only hand in HL7
 * messages, collect the answers and the outgoing ones, and hold temporary queues: it sees no
 * envelope, no block and no dead letter. A doctor's station may only subscribe to the blocks, while
 * it is connected. Whatever is not listed is refused.
 */
final class BrokerAccess implements ActiveMQSecurityManager5 {

  // Artemis wants exactly one principal of this type. Subjects are made here only, read-only.
  private static final Subject INSIDE = subject("inside");
  private static final Subject SYSTEM = subject("system");
  private static final Subject STATION = subject("station");

  private final OutsideUser systems;
  private final OutsideUser stations;

  BrokerAccess(BrokerSettings settings) {
    this.systems = settings.systems();
    this.stations = settings.stations();
  }

  @Override
  public @Nullable Subject authenticate(
      @Nullable String givenUser,
      @Nullable String givenPassword,
      @Nullable RemotingConnection connection,
      @Nullable String domain) {
    if (connection != null && connection.getTransportConnection() instanceof InVMConnection) {
      return INSIDE;
    }
    if (stations.is(givenUser, givenPassword)) {
      return STATION;
    }
    return systems.is(givenUser, givenPassword) ? SYSTEM : null;
  }

  @Override
  public boolean authorize(
      @Nullable Subject subject,
      @Nullable Set<Role> roles,
      CheckType operation,
      @Nullable String target) {
    if (subject == null || target == null) {
      return false;
    }
    if (subject.equals(INSIDE)) {
      return true;
    }
    // "address::queue" names both; each of the two must be allowed by itself.
    for (String name : target.split("::", -1)) {
      boolean may =
          (subject.equals(SYSTEM) && systemMay(operation, name))
              || (subject.equals(STATION) && stationMay(operation, name));
      if (!may) {
        return false;
      }
    }
    return true;
  }

  private static boolean stationMay(CheckType operation, String name) {
    boolean subscription =
        name.equals(Addresses.BLOCKS) || Addresses.TEMPORARY.matcher(name).matches();
    return switch (operation) {
      case CONSUME, CREATE_NON_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE -> subscription;
      default -> false;
    };
  }

  private static boolean systemMay(CheckType operation, String name) {
    boolean temporary = Addresses.TEMPORARY.matcher(name).matches();
    boolean reply = Addresses.HL7_REPLY.matcher(name).matches();
    return switch (operation) {
      case SEND -> name.equals(Addresses.HL7_IN);
      case CONSUME, BROWSE -> temporary || reply || name.equals(Addresses.HL7_OUT);
      case CREATE_ADDRESS -> temporary || reply;
      case CREATE_DURABLE_QUEUE -> reply;
      case CREATE_NON_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE, DELETE_ADDRESS -> temporary;
      default -> false;
    };
  }

  @Override
  public boolean validateUser(@Nullable String givenUser, @Nullable String givenPassword) {
    return systems.is(givenUser, givenPassword) || stations.is(givenUser, givenPassword);
  }

  /** The old form of the question, which does not say where the connection comes from: refused. */
  @Override
  public boolean validateUserAndRole(
      @Nullable String givenUser,
      @Nullable String givenPassword,
      @Nullable Set<Role> roles,
      @Nullable CheckType operation) {
    return false;
  }

  private static Subject subject(String origin) {
    return new Subject(true, Set.of(new UserPrincipal(origin)), Set.of(), Set.of());
  }
}
