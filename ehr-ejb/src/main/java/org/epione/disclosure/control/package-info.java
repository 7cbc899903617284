/** How disclosures are gathered, and complaints kept. */
@NullMarked
package org.epione.disclosure.control;

import org.jspecify.annotations.NullMarked;
