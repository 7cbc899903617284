/**
 * What an operator or a user is told when something is refused: stable codes and the exception that
 * carries them.
 */
@NullMarked
package org.epione.platform.error;

import org.jspecify.annotations.NullMarked;
