package org.epione.custody;

import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.password.PasswordSalt;
import org.epione.custody.control.Stretching;
import org.epione.testing.Container;

/** The product's own, which counts how often it stretches a password. */
public final class CountedStretching extends Stretching {

  private final Stretching own;
  private int times;

  private CountedStretching(Stretching own) {
    this.own = own;
  }

  /** Counts in that container from now on; its settings and cryptography are given before. */
  public static CountedStretching in(Container container) {
    CountedStretching counted = new CountedStretching(container.bean(Stretching.class));
    container.with(Stretching.class, counted);
    return counted;
  }

  /** How often something stretches. */
  public int during(Container.Work act) throws Exception {
    int before = times;
    act.run();
    return times - before;
  }

  @Override
  public PasswordSalt newSalt() {
    return own.newSalt();
  }

  @Override
  public AeadKey wrappingKey(char[] password, PasswordSalt salt) {
    times++;
    return own.wrappingKey(password, salt);
  }
}
