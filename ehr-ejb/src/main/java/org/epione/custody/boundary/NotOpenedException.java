package org.epione.custody.boundary;

import jakarta.ejb.ApplicationException;
import java.util.function.Supplier;
import org.epione.crypto.hybrid.DecryptionFailedException;

/**
 * A sealed value that the keys in custody do not open; why is not told. Does not roll back: the
 * caller decides what it means.
 */
@ApplicationException(rollback = false)
public final class NotOpenedException extends DecryptionFailedException {

  private static final long serialVersionUID = 1L;

  /** The result; or this, in the form that crosses a session bean's border unwrapped. */
  static byte[] orElse(Supplier<byte[]> opening) {
    try {
      return opening.get();
    } catch (DecryptionFailedException failed) {
      throw new NotOpenedException();
    }
  }
}
