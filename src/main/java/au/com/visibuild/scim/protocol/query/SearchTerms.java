package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The words under which an index knows a {@link SearchDocument}: one number for each simple value in it, made of the
 * tenant, the value's place and the value. A document that contains another has all its terms.
 *
 * <p>The tenant is part of each term, so that a lookup reads index entries of that tenant alone, and PostgreSQL counts
 * how frequent a value is within one tenant. A jsonb index can do neither: it would plan for one row in a hundred
 * whatever is asked.
 */
public final class SearchTerms {

    private final String tenant;
    private final MessageDigest digest = sha256();
    private final SortedSet<Long> terms = new TreeSet<>();

    private SearchTerms(String tenant) {
        this.tenant = tenant;
    }

    /** The terms of a search document, or of a part of one; distinct, in ascending order. */
    public static Long[] of(String tenant, ComplexValue document) {
        SearchTerms collected = new SearchTerms(tenant);
        collected.add("", new Complex(document));
        return collected.terms.toArray(Long[]::new);
    }

    private void add(String place, AttributeValue value) {
        switch (value) {
            case Complex(var members) ->
                members.members().forEach(member -> add(place + "." + member.name(), member.value()));
            case Multi(var elements) -> elements.forEach(element -> add(place, element));
            case Text(var text) -> terms.add(term(place, text));
            case Bool(var bool) -> terms.add(term(place, String.valueOf(bool)));
            case Decimal(var number) ->
                terms.add(term(place, number.stripTrailingZeros().toPlainString()));
            case Unassigned _ -> {}
        }
    }

    /** 64 bits of a SHA-256: nobody's value is mistaken for another's by chance. */
    private long term(String place, String value) {
        byte[] text = (tenant + '\n' + place + '\n' + value).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(digest.digest(text)).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
