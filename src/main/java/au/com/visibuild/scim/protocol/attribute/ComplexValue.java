package au.com.visibuild.scim.protocol.attribute;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose member names are compared without case (RFC 7643 §2.1) and keep their order and spelling.
 * Immutable: every change gives a new value. Two values are equal when they have equal members, in any order.
 */
public final class ComplexValue {

    /** One member, with its name as first written. */
    public record Member(String name, AttributeValue value) {
        /** The same member with that value; this very one when it has it. */
        public Member with(AttributeValue other) {
            return other.equals(value) ? this : new Member(name, other);
        }
    }

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
        for (Member member : members.values()) {
            if (!member.value().isUnassigned()) {
                return false;
            }
        }
        return true;
    }

    /** This object with the member set; an existing member keeps its place and takes the new spelling. */
    public ComplexValue with(String name, AttributeValue value) {
        return toBuilder().put(name, value).build();
    }

    /** This object without the member. */
    public ComplexValue without(String name) {
        return has(name) ? toBuilder().remove(name).build() : this;
    }

    /**
     * This object with each member as the function makes it, and without those that it answers null for. It is this very
     * object when nothing changes.
     */
    public ComplexValue map(Function<Member, @Nullable Member> change) {
        Builder changed = null;
        int same = 0;
        for (Member member : members.values()) {
            Member now = change.apply(member);
            if (changed == null && member.equals(now)) {
                same++;
                continue;
            }
            if (changed == null) {
                changed = first(same);
            }
            if (now != null) {
                changed.put(now.name(), now.value());
            }
        }
        return changed == null ? this : changed.build();
    }

    private Builder first(int count) {
        Builder builder = builder();
        Iterator<Map.Entry<String, Member>> own = members.entrySet().iterator();
        for (int i = 0; i < count; i++) {
            Map.Entry<String, Member> entry = own.next();
            builder.members.put(entry.getKey(), entry.getValue());
        }
        return builder;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof ComplexValue that) || members.size() != that.members.size()) {
            return false;
        }
        for (Map.Entry<String, Member> entry : members.entrySet()) {
            Member theirs = that.members.get(entry.getKey());
            if (theirs == null || !theirs.value().equals(entry.getValue().value())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int sum = 0;
        for (Map.Entry<String, Member> entry : members.entrySet()) {
            sum += entry.getKey().hashCode() ^ entry.getValue().value().hashCode();
        }
        return sum;
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
        private Map<String, Member> members;
        /** Whether an object has them, which must not see what comes after it. */
        private boolean shared;

        private Builder(Map<String, Member> members) {
            this.members = members;
        }

        /** Sets a member. */
        public Builder put(String name, AttributeValue value) {
            own().put(key(name), new Member(name, value));
            return this;
        }

        /** Sets a string member, unless the text is null. */
        public Builder putText(String name, @Nullable String text) {
            return text == null ? this : put(name, new AttributeValue.Text(text));
        }

        /** Drops a member. */
        public Builder remove(String name) {
            own().remove(key(name));
            return this;
        }

        /** Whether a member of that name was put. */
        public boolean has(String name) {
            return members.containsKey(key(name));
        }

        /** The object. The builder may be used further; the object stays as it is. */
        public ComplexValue build() {
            shared = true;
            return new ComplexValue(members);
        }

        private Map<String, Member> own() {
            if (shared) {
                members = new LinkedHashMap<>(members);
                shared = false;
            }
            return members;
        }
    }
}
