package org.epione.ledger.connector.store;

import java.util.Optional;
import org.epione.ledger.merkle.TileStore;

/** The tiles of each chain's tree. */
public final class TileTable {

  private final Database database;

  TileTable(Database database) {
    this.database = database;
  }

  /** The tiles of this hospital's chain; they are changed only while the chain is locked. */
  public TileStore of(String hospital) {
    return new TileStore() {
      @Override
      public Optional<byte[]> tile(int level, long number) {
        return database.first(
            "select hashes from ledger_tile where hospital = ? and tile_level = ?"
                + " and tile_number = ?",
            result -> result.getBytes(1),
            hospital,
            level,
            number);
      }

      @Override
      public void put(int level, long number, byte[] hashes) {
        int changed =
            database.update(
                "update ledger_tile set hashes = ? where hospital = ? and tile_level = ?"
                    + " and tile_number = ?",
                hashes,
                hospital,
                level,
                number);
        if (changed == 0) {
          database.update(
              "insert into ledger_tile (hospital, tile_level, tile_number, hashes)"
                  + " values (?, ?, ?, ?)",
              hospital,
              level,
              number,
              hashes);
        }
      }
    };
  }
}
