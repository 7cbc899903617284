package org.epione.forgetting;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.enrolment.boundary.AdministrativeSex;
import org.epione.enrolment.boundary.Answers;
import org.epione.enrolment.boundary.ArrivedMessage;
import org.epione.enrolment.boundary.Hl7State;
import org.epione.enrolment.boundary.KeptMessage;
import org.epione.enrolment.boundary.MessageFacts;
import org.epione.enrolment.boundary.MessageJournal;
import org.epione.enrolment.boundary.MessageKey;
import org.epione.enrolment.boundary.PatientDetails;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.PatientRegistry;
import org.epione.enrolment.boundary.PatientView;
import org.epione.enrolment.boundary.PostalAddress;
import org.epione.forgetting.boundary.ForgettingDesk;
import org.epione.forgetting.boundary.ForgettingRelease;
import org.epione.forgetting.boundary.ForgettingView;
import org.epione.forgetting.boundary.OwnForgetting;
import org.epione.forgetting.control.DestructionRunner;
import org.epione.recovery.Ward;

/** A ward with patients whom its registrar registered, and what people do to forget one. */
final class Registry implements AutoCloseable {

  static final String FAMILY = "Quillfeather";

  final Ward ward = new Ward();
  final Ward.Person anna;
  final Ward.Person bert;
  final PatientId annaId;
  private int messages;

  Registry() throws Exception {
    ward.container.setting("epione.forgetting.days", "0");
    PatientView first = register("4711-A", FAMILY, "Anna", "1980-02-03");
    annaId = first.id();
    anna = activate(first, "anna.q");
    bert = activate(register("4711-B", "Otherman", "Bert", "1955-06-07"), "bert.o");
    ward.wire.deliverAll();
  }

  private PatientView register(String number, String family, String given, String born)
      throws Exception {
    PatientDetails details =
        new PatientDetails(
            "HIS",
            number,
            family,
            given,
            born,
            AdministrativeSex.FEMALE,
            new PostalAddress("Elm Street 1", "Springfield", "", "12345", "US"),
            "+1 555 0100 " + number);
    return ward.as(ward.registrar, () -> ward.bean(PatientRegistry.class).register(details, false));
  }

  private Ward.Person activate(PatientView patient, String userName) throws Exception {
    String code =
        ward.as(ward.registrar, () -> ward.bean(PatientRegistry.class).activationCode(patient.id()))
            .code();
    return new Ward.Person(
        ward.bean(Accounts.class).activate("here", code, userName, Ward.OLD.toCharArray()),
        Role.PATIENT,
        userName);
  }

  /** Another system says something about the patient of a number. */
  void message(String number, String family) {
    String control = "M" + ++messages;
    String text =
        "MSH|^~\\&|HIS|WARD|EPIONE|HOSPITAL-A|20261130||ADT^A08|"
            + control
            + "|P|2.5\rPID|1||"
            + number
            + "^^^HIS^MR||"
            + family
            + "^X\r";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    MessageJournal journal = ward.bean(MessageJournal.class);
    KeptMessage kept =
        journal.keep(
            new ArrivedMessage(Optional.of("ID:" + control), "", "", false, bytes, bytes.length));
    journal.settle(
        kept,
        new MessageFacts(
            Optional.of(new MessageKey("HIS", "WARD", control)), "ADT A08", "HOSPITAL-A"),
        Hl7State.REFUSED,
        "EHR-2012",
        new Answers(Optional.empty(), Optional.empty()));
  }

  void act(Ward.Person person, Runnable act) throws Exception {
    ward.as(
        person,
        () -> {
          act.run();
          return true;
        });
  }

  void ask(Ward.Person patient) throws Exception {
    act(patient, () -> ward.bean(OwnForgetting.class).ask(password()));
  }

  ForgettingView only() throws Exception {
    return ward.as(ward.registrar, () -> ward.bean(ForgettingDesk.class).requests()).get(0);
  }

  void examine() throws Exception {
    String id = only().id();
    act(
        ward.registrar,
        () -> ward.bean(ForgettingDesk.class).examine(id, "Passport of " + FAMILY, password()));
  }

  void release() throws Exception {
    String id = only().id();
    act(
        ward.administrator,
        () -> ward.bean(ForgettingRelease.class).release(id, "Nothing against", password()));
  }

  /** Asked, examined and released; nothing but the account is closed yet. */
  void released(Ward.Person patient) throws Exception {
    ask(patient);
    examine();
    release();
  }

  /** What the timer does, with all messages delivered. */
  void run() {
    ward.bean(DestructionRunner.class).look();
    ward.wire.deliverAll();
    ward.bean(DestructionRunner.class).look();
  }

  void forget(Ward.Person patient) throws Exception {
    released(patient);
    run();
  }

  String certificate() throws Exception {
    String id = only().id();
    return new String(
        ward.as(ward.administrator, () -> ward.bean(ForgettingRelease.class).certificate(id)),
        StandardCharsets.UTF_8);
  }

  void later(Duration time) {
    ward.container.clock().advance(time);
  }

  static char[] password() {
    return Ward.OLD.toCharArray();
  }

  long count(String tableAndCondition) throws SQLException {
    try (var connection = ward.container.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + tableAndCondition)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  void execute(String statement) throws SQLException {
    try (var connection = ward.container.dataSource().getConnection();
        var change = connection.createStatement()) {
      change.executeUpdate(statement);
    }
  }

  /** The bytes in a column of one account. */
  byte[] bytes(String column, String table, String condition) throws SQLException {
    try (var connection = ward.container.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select " + column + " from " + table + " where " + condition)) {
      rows.next();
      return rows.getBytes(1);
    }
  }

  /** All rows in which the text stands, by table. */
  Map<String, List<String>> rowsWith(String text) throws SQLException {
    Map<String, List<String>> found = new TreeMap<>();
    try (var connection = ward.container.dataSource().getConnection();
        var statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        List<String> rows = new ArrayList<>();
        try (var all = statement.executeQuery("select * from \"" + table + "\"")) {
          while (all.next()) {
            StringBuilder row = new StringBuilder();
            for (int column = 1; column <= all.getMetaData().getColumnCount(); column++) {
              Object value = all.getObject(column);
              row.append(
                      value instanceof byte[] binary
                          ? java.util.HexFormat.of().formatHex(binary)
                          : value)
                  .append('|');
            }
            if (row.indexOf(text) >= 0) {
              rows.add(row.toString());
            }
          }
        }
        rows.sort(null);
        if (!rows.isEmpty()) {
          found.put(table.toLowerCase(Locale.ROOT), rows);
        }
      }
    }
    return found;
  }

  private static List<String> tables(java.sql.Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (var tables =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
      while (tables.next()) {
        if (tables.getString("TABLE_TYPE").endsWith("TABLE")) {
          names.add(tables.getString("TABLE_NAME"));
        }
      }
    }
    return names;
  }

  @Override
  public void close() {
    ward.close();
  }
}
