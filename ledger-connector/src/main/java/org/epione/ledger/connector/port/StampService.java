package org.epione.ledger.connector.port;

import java.net.URI;
import java.time.Duration;
import org.epione.ledger.stamp.StampAuthorities;

/**
 * Who stamps heads of logs. Does not show the address, which may be secret.
 *
 * @param address where requests are posted (RFC 3161 section 3.4)
 * @param authorities whose stamps count
 * @param interval least time between two stamps of one log
 */
public record StampService(URI address, StampAuthorities authorities, Duration interval) {

  @Override
  public String toString() {
    return "time stamp service";
  }
}
