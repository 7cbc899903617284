/**
 * What only the packaging for Payara Micro needs. The EAR says the same in its application.xml,
 * where the resource adapter has another name.
 */
@NullMarked
package org.epione.micro;

import org.jspecify.annotations.NullMarked;
