package org.epione.sharing.control;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.testing.Container;

/** A grant made ahead as whoever has the hospital's database has it. */
public record StolenGrant(Grant grant, ByteString signature, ByteString sealedKeys) {

  /** All that wait for a request. */
  public static List<StolenGrant> all(Container container) throws SQLException {
    List<StolenGrant> stolen = new ArrayList<>();
    try (var connection = container.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select grant_body, patient_signature, sealed_keys from sharing_standing_grant"
                    + " where grant_state = 'READY'")) {
      while (rows.next()) {
        stolen.add(
            new StolenGrant(
                Grant.decode(rows.getBytes(1)),
                ByteString.of(rows.getBytes(2)),
                ByteString.of(rows.getBytes(3))));
      }
    }
    return stolen;
  }
}
