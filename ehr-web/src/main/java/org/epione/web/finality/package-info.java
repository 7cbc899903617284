/** Pages and resources about stations and finality by delegates. */
@NullMarked
package org.epione.web.finality;

import org.jspecify.annotations.NullMarked;
