package org.epione.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.junit.jupiter.api.Test;

class WorkingMemoryTest {

  /** Tells when it is wiped. */
  private static final class Watched extends Argon2BytesGenerator.Block {
    private int wiped;

    @Override
    public Argon2BytesGenerator.Block clear() {
      wiped++;
      return super.clear();
    }
  }

  private final WorkingMemory memory = new WorkingMemory();

  @Test
  void deallocate_shouldWipe_andKeepForTheNext() {
    Watched block = new Watched();

    memory.deallocate(block);

    assertThat(block.wiped).isEqualTo(1);
    assertThat(memory.allocate()).isSameAs(block);
    assertThat(memory.allocate()).isNotSameAs(block);
  }
}
