/** What people and programs send, checked and brought into the types that boundaries take. */
@NullMarked
package org.epione.web.input;

import org.jspecify.annotations.NullMarked;
