package org.epione.forgetting.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.OwnPassword;
import org.epione.forgetting.entity.ForgettingCase;
import org.epione.platform.erasure.Obstacle;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** Two people of the hospital decide: one examines, another releases. A legal hold wins. */
@ApplicationScoped
public class Decisions {

  @EJB private AccessDecisions access;
  @EJB private OwnPassword ownPassword;
  @Inject private ForgettingRegister register;
  @Inject private ForgettingTexts texts;
  @Inject private ForgettingTimes times;
  @Inject private Destruction destruction;

  /** A registrar has seen who asks, and that it may be done. */
  public void examine(Caller registrar, String id, String finding, char[] password) {
    ForgettingCase taken = taken(registrar, Act.EXAMINE_FORGETTING, id);
    requireOpen(taken);
    if (taken.examined().isPresent()) {
      throw new RefusedException(ErrorCode.FORGETTING_MOVED_ON);
    }
    byte[] kept = texts.protect(registrar, id, finding);
    ownPassword.require(registrar, password);
    taken.examine(registrar.accountId(), kept, times.now());
  }

  /**
   * Another person lets it be destroyed: nobody can sign in as the patient from now on, and the
   * rest follows step by step.
   */
  public void release(Caller administrator, String id, String words, char[] password) {
    ForgettingCase taken = taken(administrator, Act.RELEASE_FORGETTING, id);
    requireOpen(taken);
    if (taken.examined().isEmpty()) {
      throw new RefusedException(ErrorCode.FORGETTING_MOVED_ON);
    }
    if (hadAHand(administrator, taken)) {
      throw new RefusedException(ErrorCode.FORGETTING_OWN);
    }
    requireNothingAgainst(taken);
    byte[] kept = texts.protect(administrator, id, words);
    ownPassword.require(administrator, password);
    taken.release(administrator.accountId(), kept, times.now());
    destruction.begin(taken);
  }

  /** The hospital refuses, and tells the patient why. */
  public void refuse(Caller decider, Act as, String id, String words) {
    ForgettingCase taken = taken(decider, as, id);
    requireOpen(taken);
    taken.refuse(decider.accountId(), texts.protect(decider, id, words), times.now());
  }

  /** Whether somebody started or examined it herself. */
  static boolean hadAHand(Caller caller, ForgettingCase one) {
    return one.startedBy().equals(caller.accountId())
        || one.examinedBy().filter(caller.accountId()::equals).isPresent();
  }

  private void requireNothingAgainst(ForgettingCase taken) {
    if (register.isHeld(taken.hospital(), taken.account(), times.now())) {
      throw new RefusedException(ErrorCode.LEGAL_HOLD);
    }
    if (times.now().isBefore(taken.earliest())) {
      throw new RefusedException(ErrorCode.FORGETTING_TOO_EARLY);
    }
    destruction
        .obstacle(taken)
        .ifPresent(
            obstacle -> {
              throw new RefusedException(code(obstacle));
            });
  }

  private static ErrorCode code(Obstacle obstacle) {
    return switch (obstacle) {
      case EPISODE_OPEN -> ErrorCode.FORGETTING_EPISODE_OPEN;
      case EMERGENCY_OPEN -> ErrorCode.FORGETTING_EMERGENCY_OPEN;
    };
  }

  private ForgettingCase taken(Caller caller, Act act, String id) {
    ForgettingCase taken =
        register
            .take(id)
            .filter(found -> found.hospital().equals(caller.party()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    access.require(caller, act, Subject.of(taken.account(), taken.hospital()));
    return taken;
  }

  private static void requireOpen(ForgettingCase taken) {
    if (!taken.state().isOpen()) {
      throw new RefusedException(ErrorCode.FORGETTING_MOVED_ON);
    }
  }
}
