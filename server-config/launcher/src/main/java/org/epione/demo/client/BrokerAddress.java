package org.epione.demo.client;

/**
 * Where hospital systems reach the broker, and as whom.
 *
 * @param url an Artemis core address such as {@code tcp://127.0.0.1:61616}
 * @param userName of the integration user
 * @param password of the integration user, never printed
 */
public record BrokerAddress(String url, String userName, String password) {
  @Override
  public String toString() {
    return url + " as " + userName;
  }
}
