package org.epione.crypto.password;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/**
 * The memory in which Argon2id works. From what is left in it the result can be computed, so it is
 * wiped when it is given back; and it is kept for the next, since to get so much anew each time
 * costs the garbage collector a tenth of all. For one use at a time.
 */
final class WorkingMemory implements Argon2BytesGenerator.BlockPool {

  private final Deque<Argon2BytesGenerator.Block> free = new ArrayDeque<>();

  @Override
  public Argon2BytesGenerator.Block allocate() {
    return free.isEmpty() ? new Argon2BytesGenerator.Block() : free.pop();
  }

  @Override
  public void deallocate(Argon2BytesGenerator.Block block) {
    block.clear();
    free.push(block);
  }
}
