package org.epione.ledger.connector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.state.RecordPosition;
import org.jspecify.annotations.Nullable;

/** Where records stand. */
public final class RecordTable {

  private final Database database;

  RecordTable(Database database) {
    this.database = database;
  }

  /** Records stand here. */
  public void add(String hospital, List<PlacedRecord> records) {
    database.batch(
        "insert into ledger_record (hospital, record_id, height, block_index, leaf_index,"
            + " record_type, episode) values (?, ?, ?, ?, ?, ?, ?)",
        records.stream()
            .map(
                each ->
                    new @Nullable Object[] {
                      hospital,
                      each.record().id().hex(),
                      each.position().height(),
                      each.position().index(),
                      each.leaf(),
                      each.record().type().name(),
                      each.episode().map(RecordId::hex).orElse(null)
                    })
            .toList());
  }

  /** Where the record with this id stands. */
  public Optional<RecordPosition> find(String hospital, Digest record) {
    return database.first(
        "select height, block_index from ledger_record where hospital = ? and record_id = ?",
        RecordTable::position,
        hospital,
        record.hex());
  }

  /** Where those of these records stand that are on the chain. */
  public Map<Digest, RecordPosition> positions(String hospital, Collection<Digest> records) {
    return database
        .among(
            "select height, block_index, record_id from ledger_record"
                + " where hospital = ? and record_id",
            hospital,
            records,
            result -> Map.entry(Digest.ofHex(result.getString(3)), position(result)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Which leaf of the log the record with this id is. */
  public OptionalLong leaf(String hospital, Digest record) {
    return database
        .first(
            "select leaf_index from ledger_record where hospital = ? and record_id = ?",
            result -> result.getLong(1),
            hospital,
            record.hex())
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** Which leaf of the log the first record of this block is. */
  public long firstLeaf(String hospital, long height) {
    return database
        .first(
            "select min(leaf_index) from ledger_record where hospital = ? and height = ?",
            result -> result.getLong(1),
            hospital,
            height)
        .orElseThrow();
  }

  /** The types of a block's records, in order. */
  public List<RecordType> types(String hospital, long height) {
    return database.list(
        "select record_type from ledger_record where hospital = ? and height = ?"
            + " order by block_index",
        result -> RecordType.valueOf(result.getString(1)),
        hospital,
        height);
  }

  /** Where the leaves from this number on stand, at most {@code count}, in order. */
  public List<RecordPosition> leaves(String hospital, long from, int count) {
    return database.list(
        "select height, block_index from ledger_record where hospital = ? and leaf_index >= ?"
            + " and leaf_index < ? order by leaf_index",
        RecordTable::position,
        hospital,
        from,
        from + count);
  }

  /** Where the records of an episode stand, in the order of the chain. */
  public List<RecordPosition> ofEpisode(String hospital, RecordId episode) {
    return database.list(
        "select height, block_index from ledger_record where hospital = ? and episode = ?"
            + " order by height, block_index",
        RecordTable::position,
        hospital,
        episode.hex());
  }

  /** How many records stand on the chain by this table. */
  public long count(String hospital) {
    return database
        .first(
            "select count(*) from ledger_record where hospital = ?",
            result -> result.getLong(1),
            hospital)
        .orElse(0L);
  }

  private static RecordPosition position(ResultSet result) throws SQLException {
    return new RecordPosition(result.getLong(1), result.getInt(2));
  }
}
