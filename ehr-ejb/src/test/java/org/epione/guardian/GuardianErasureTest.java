package org.epione.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.custody.boundary.KeySession;
import org.epione.guardian.boundary.GuardianDesk;
import org.epione.guardian.boundary.GuardianshipState;
import org.epione.guardian.boundary.GuardianshipView;
import org.epione.guardian.control.GuardianshipErasure;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of guardianships when a minor, or a guardian, is forgotten. */
class GuardianErasureTest {

  private Family family;
  private KeySession mothers;
  private ScopedCiphertext bens;
  private ScopedCiphertext eves;

  @BeforeEach
  void open() throws Exception {
    family = new Family();
    bens = family.sealed(family.ben);
    eves = family.sealed(family.eve());
    mothers = family.session(family.mother);
    family.guardian(family.ben, family.mother);
    family.guardian(family.eve(), family.mother);
    family.guardian(family.eve(), family.father());
  }

  @AfterEach
  void close() {
    family.close();
  }

  private int forget(AccountId account) {
    AtomicInteger rows = new AtomicInteger();
    ForgottenPatient forgotten = new ForgottenPatient(Family.A, account, List.of());
    family.container.inTransaction(
        () -> rows.set(family.bean(GuardianshipErasure.class).erase(forgotten)));
    return rows.get();
  }

  private List<GuardianshipView> ofEve() throws Exception {
    return family.as(family.registrar, () -> family.bean(GuardianDesk.class).of(family.eve().id()));
  }

  private boolean inDump(String text) {
    return DatabaseDump.contains(
        DatabaseDump.of(family.container), text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void guardian_shouldOpenNothing_whenTheMinorIsForgotten() throws Exception {
    assertThat(family.read(mothers, family.ben, bens)).isEqualTo(Family.TEXT);

    assertThat(forget(family.ben.accountId())).isEqualTo(1);

    assertThatThrownBy(() -> family.read(mothers, family.ben, bens))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> family.signs(family.mother, family.ben, Family.OLD))
        .isInstanceOf(RefusedException.class);
    assertThat(inDump(family.ben.accountId() + "/" + family.mother.account())).isFalse();
    assertThat(family.read(mothers, family.eve(), eves)).as("another child").isEqualTo(Family.TEXT);
    assertThat(forget(family.ben.accountId())).as("again").isZero();
  }

  @Test
  void guardianship_shouldEndWithoutTexts_whenTheGuardianIsForgotten() throws Exception {
    assertThat(forget(family.mother.account())).isEqualTo(2);

    assertThatThrownBy(() -> family.signs(family.mother, family.eve(), Family.OLD))
        .isInstanceOf(RefusedException.class);
    assertThat(family.signs(family.father(), family.eve(), Family.OLD)).as("the other").isTrue();
    assertThat(ofEve())
        .extracting(GuardianshipView::state)
        .containsExactlyInAnyOrder(GuardianshipState.ENDED, GuardianshipState.IN_FORCE);
    assertThat(ofEve())
        .filteredOn(each -> each.state() == GuardianshipState.ENDED)
        .allSatisfy(each -> assertThat(each.evidence()).isEmpty());
  }
}
