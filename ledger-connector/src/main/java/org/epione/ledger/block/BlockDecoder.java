package org.epione.ledger.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * Decodes many stored blocks on all processors, by threads of its own that end when it is closed:
 * those that the virtual machine shares would outlive an application that is undeployed. For one
 * thread.
 */
public final class BlockDecoder implements AutoCloseable {

  private Optional<ExecutorService> threads = Optional.empty();

  /** Starts no threads before there are several blocks. */
  public BlockDecoder() {}

  /**
   * Reads what {@link Block#encode} wrote.
   *
   * @return in the same order; whether anybody signed them is not looked at
   * @throws MalformedEncodingException also if the records of one are not those of its header
   */
  public List<Block> decode(List<byte[]> encoded) {
    if (encoded.size() <= 1) {
      return encoded.stream().map(BlockDecoder::block).toList();
    }
    ExecutorService pool = threads.orElseGet(BlockDecoder::start);
    threads = Optional.of(pool);
    List<Future<Block>> decoding = new ArrayList<>();
    encoded.forEach(each -> decoding.add(pool.submit(() -> block(each))));
    return decoding.stream().map(BlockDecoder::result).toList();
  }

  private static ExecutorService start() {
    return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  }

  private static Block block(byte[] encoded) {
    Block block = Block.decode(encoded);
    if (!block.belongsTogether()) {
      throw new MalformedEncodingException(Block.TAG + ": records of another header");
    }
    return block;
  }

  private static Block result(Future<Block> decoding) {
    try {
      return decoding.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while blocks were decoded", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.ifPresent(ExecutorService::shutdownNow);
  }
}
