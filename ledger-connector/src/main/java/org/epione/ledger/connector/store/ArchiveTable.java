package org.epione.ledger.connector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.SignedHeader;

/** Epochs whose records were moved away, and what is kept of their blocks. */
public final class ArchiveTable {

  private static final String COLUMNS =
      "epoch, first_height, last_height, name, digest, archived_at, archived_by";

  private final Database database;

  ArchiveTable(Database database) {
    this.database = database;
  }

  /**
   * Deletes the blocks of an epoch but for their headers; the copy is locked, the triggers see to
   * it that nothing else goes.
   */
  public void add(EpochRow row, ArchiveRow archive, List<SignedHeader> headers) {
    database.update(
        "insert into ledger_archive (holder, hospital, "
            + COLUMNS
            + ")"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.holder(),
        row.hospital(),
        archive.epoch(),
        archive.firstHeight(),
        archive.lastHeight(),
        archive.name(),
        archive.digest().hex(),
        archive.archived().toEpochMilli(),
        archive.by());
    database.batch(
        "insert into ledger_sealed_block (holder, hospital, height, hash, content)"
            + " values (?, ?, ?, ?, ?)",
        headers.stream()
            .map(
                header ->
                    new Object[] {
                      row.holder(),
                      row.hospital(),
                      header.header().height(),
                      header.header().hash().hex(),
                      header.encode()
                    })
            .toList());
    database.update(
        "delete from ledger_block where holder = ? and hospital = ? and height between ? and ?",
        row.holder(),
        row.hospital(),
        row.firstHeight(),
        row.lastHeight());
  }

  /** All of a copy, the first one first. */
  public List<ArchiveRow> all(String holder, String hospital) {
    return database.list(
        "select "
            + COLUMNS
            + " from ledger_archive where holder = ? and hospital = ? order by epoch",
        ArchiveTable::row,
        holder,
        hospital);
  }

  /** The one in which the block of this height lies. */
  public Optional<ArchiveRow> at(String holder, String hospital, long height) {
    return database.first(
        "select "
            + COLUMNS
            + " from ledger_archive where holder = ? and hospital = ?"
            + " and first_height <= ? and last_height >= ?",
        ArchiveTable::row,
        holder,
        hospital,
        height,
        height);
  }

  /** The header of an archived block. */
  public Optional<SignedHeader> header(String holder, String hospital, long height) {
    return database.first(
        "select content from ledger_sealed_block where holder = ? and hospital = ?"
            + " and height = ?",
        result -> SignedHeader.decode(result.getBytes(1)),
        holder,
        hospital,
        height);
  }

  private static ArchiveRow row(ResultSet result) throws SQLException {
    return new ArchiveRow(
        result.getLong(1),
        result.getLong(2),
        result.getLong(3),
        result.getString(4),
        Digest.ofHex(result.getString(5)),
        Instant.ofEpochMilli(result.getLong(6)),
        result.getString(7));
  }
}
