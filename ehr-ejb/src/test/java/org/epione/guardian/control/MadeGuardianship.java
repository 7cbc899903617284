package org.epione.guardian.control;

import java.time.Instant;
import java.util.UUID;
import org.epione.custody.boundary.Acting;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.guardian.boundary.GuardianGround;
import org.epione.guardian.boundary.GuardianshipState;
import org.epione.guardian.entity.Guardianship;
import org.epione.platform.identity.PartyCode;
import org.epione.testing.Container;

/** A guardianship between people of other features' tests, put in directly. */
public final class MadeGuardianship {

  private final Container container;
  private final String id = UUID.randomUUID().toString();

  private MadeGuardianship(Container container) {
    this.container = container;
  }

  /** Begins one. */
  public static MadeGuardianship begin(
      Container container,
      PartyCode hospital,
      Acting acting,
      char[] wardSecret,
      char[] guardianSecret,
      Instant end) {
    MadeGuardianship made = new MadeGuardianship(container);
    container.inTransaction(
        () -> {
          Instant now = container.clock().instant();
          Guardianship row =
              new Guardianship(
                  made.id,
                  hospital,
                  acting,
                  GuardianGround.BIRTH_CERTIFICATE,
                  new byte[0],
                  acting.by(),
                  now,
                  end,
                  end);
          container.bean(GuardianRegister.class).add(row);
          row.accept(now);
          PersonKeys keys = container.bean(PersonKeys.class);
          try (Will will = keys.will(acting.by(), guardianSecret)) {
            keys.entrust(acting.account(), wardSecret, will, end);
          }
        });
    return made;
  }

  /** Ends it by the guardian's own act. */
  public void end() {
    container.inTransaction(
        () -> {
          Guardianship row = container.bean(GuardianRegister.class).take(id).orElseThrow();
          container
              .bean(Ending.class)
              .end(row, GuardianshipState.RESIGNED, java.util.Optional.of(row.guardian()));
        });
  }
}
