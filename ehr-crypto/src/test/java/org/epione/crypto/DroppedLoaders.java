package org.epione.crypto;

import java.io.File;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The class loaders of applications that were undeployed, and how many of them are collected. */
public final class DroppedLoaders {

  /** How long the virtual machine may take. */
  public static final Duration AT_MOST = Duration.ofSeconds(60);

  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

  /** None yet. */
  public DroppedLoaders() {}

  /** Where classes come from in this virtual machine, of those entries that are wanted. */
  public static URL[] classPath(Predicate<String> wanted) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(wanted)
        .map(DroppedLoaders::url)
        .toArray(URL[]::new);
  }

  /** One that nobody is to hold any more. */
  public void add(ClassLoader loader) {
    loaders.add(new WeakReference<>(loader, collected));
  }

  /** Waits on the queue, not for a time; collects until all are there or it takes too long. */
  public int awaitCollection() throws InterruptedException {
    long deadline = System.nanoTime() + AT_MOST.toNanos();
    Set<Reference<?>> gone = new HashSet<>();
    while (gone.size() < loaders.size() && System.nanoTime() < deadline) {
      System.gc();
      Reference<?> reference = collected.remove(100);
      while (reference != null) {
        gone.add(reference);
        reference = collected.poll();
      }
    }
    return gone.size();
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
