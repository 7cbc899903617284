/** How keys are wrapped, opened and kept in memory while a person is signed in. */
@NullMarked
package org.epione.custody.control;

import org.jspecify.annotations.NullMarked;
