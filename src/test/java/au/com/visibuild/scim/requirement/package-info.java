/** Which rules of RFC 7643, RFC 7644 and RFC 9865 the tests hold, and which do not apply here and why. */
@org.jspecify.annotations.NullMarked
package au.com.visibuild.scim.requirement;
