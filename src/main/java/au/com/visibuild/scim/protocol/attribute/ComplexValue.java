package au.com.visibuild.scim.protocol.attribute;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose member names are compared without case (RFC 7643 §2.1) and keep their order and spelling.
 * Immutable: every change gives a new value. Two values are equal when they have equal members, in any order.
 */
public final class ComplexValue {

    /** One member, with its name as first written. */
    public record Member(String name, AttributeValue value) {}

    /** The object without members. */
    public static final ComplexValue EMPTY = new ComplexValue(Map.of());

    private final Map<String, Member> members;

    private ComplexValue(Map<String, Member> members) {
        this.members = members;
    }

    /** A builder, empty. */
    public static Builder builder() {
        return new Builder(new LinkedHashMap<>());
    }

    /** A builder that starts with this object's members. */
    public Builder toBuilder() {
        return new Builder(new LinkedHashMap<>(members));
    }

    /** The member's value, or null when there is none of that name. */
    public @Nullable AttributeValue get(String name) {
        Member member = members.get(key(name));
        return member == null ? null : member.value();
    }

    /** The member's value when it is a string, else null. */
    public @Nullable String text(String name) {
        return get(name) instanceof AttributeValue.Text(var text) ? text : null;
    }

    /** Whether a member of that name exists, whatever its value. */
    public boolean has(String name) {
        return members.containsKey(key(name));
    }

    /** The members in their order. */
    public Collection<Member> members() {
        return members.values();
    }

    /** True when no member holds anything. */
    public boolean isEmpty() {
        return members.values().stream().allMatch(member -> member.value().isUnassigned());
    }

    /** This object with the member set; an existing member keeps its place and takes the new spelling. */
    public ComplexValue with(String name, AttributeValue value) {
        return toBuilder().put(name, value).build();
    }

    /** This object without the member. */
    public ComplexValue without(String name) {
        return has(name) ? toBuilder().remove(name).build() : this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof ComplexValue that) || members.size() != that.members.size()) {
            return false;
        }
        return members.entrySet().stream().allMatch(entry -> {
            Member theirs = that.members.get(entry.getKey());
            return theirs != null
                    && Objects.equals(theirs.value(), entry.getValue().value());
        });
    }

    @Override
    public int hashCode() {
        return members.entrySet().stream()
                .mapToInt(entry ->
                        entry.getKey().hashCode() ^ entry.getValue().value().hashCode())
                .sum();
    }

    @Override
    public String toString() {
        return members.values().toString();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Collects members; a later member of the same name replaces the earlier one. */
    public static final class Builder {
        private final Map<String, Member> members;

        private Builder(Map<String, Member> members) {
            this.members = members;
        }

        /** Sets a member. */
        public Builder put(String name, AttributeValue value) {
            members.put(key(name), new Member(name, value));
            return this;
        }

        /** Sets a string member, unless the text is null. */
        public Builder putText(String name, @Nullable String text) {
            return text == null ? this : put(name, new AttributeValue.Text(text));
        }

        /** Drops a member. */
        public Builder remove(String name) {
            members.remove(key(name));
            return this;
        }

        /** Whether a member of that name was put. */
        public boolean has(String name) {
            return members.containsKey(key(name));
        }

        /** The object. The builder may be used further; the object stays as it is. */
        public ComplexValue build() {
            return new ComplexValue(new LinkedHashMap<>(members));
        }
    }
}
