package org.epione.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process with the broker is killed while it sends; what it reported as sent must be there. */
class BrokerKillTest {

  private static final int SENT_BEFORE_THE_KILL = 40;

  @TempDir Path data;

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void journal_shouldHoldEveryAcknowledgedMessage_whenTheProcessWasKilled() throws Exception {
    Process sender =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Sender.class.getName(),
                data.toString())
            .redirectError(new File(data.toFile(), "sender.log"))
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(sender.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      while (line != null) {
        acknowledged.add(line);
        if (acknowledged.size() == SENT_BEFORE_THE_KILL) {
          sender.toHandle().destroyForcibly();
        }
        line = output.readLine();
      }
    }
    sender.waitFor();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(SENT_BEFORE_THE_KILL);

    List<String> found = new ArrayList<>();
    try (RunningBroker broker = new RunningBroker(data.resolve("broker"));
        JMSContext context = broker.inside().createContext();
        JMSConsumer consumer = context.createConsumer(context.createQueue("epione.kill"))) {
      String text = consumer.receiveBody(String.class, 5_000);
      while (text != null) {
        found.add(text);
        text = consumer.receiveBody(String.class, 500);
      }
    }
    assertThat(found).containsAll(acknowledged).doesNotHaveDuplicates();
  }

  /** Sends numbers until it is killed and writes each one that the broker has acknowledged. */
  static final class Sender {
    public static void main(String[] arguments) throws Exception {
      RunningBroker broker = new RunningBroker(Path.of(arguments[0], "broker"));
      try (JMSContext context = broker.inside().createContext()) {
        for (int number = 0; true; number++) {
          context.createProducer().send(context.createQueue("epione.kill"), "message " + number);
          System.out.println("message " + number);
          System.out.flush();
        }
      }
    }
  }
}
