package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.schema.ResourceSchema;

/** One way in which clients differ from the RFC: rewrites a request to the RFC's form, or leaves it as it is. */
interface Quirk<T> {

    /** The rule by which the request is read so. */
    Tolerance tolerance();

    /** The request in the RFC's form; an equal one when the quirk is not in it. Never fails on what it does not know. */
    T rewrite(T request, ResourceSchema schema);
}
