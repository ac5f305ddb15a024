package au.com.visibuild.scim.protocol.filter;

import org.jspecify.annotations.Nullable;

/** The operators that compare an attribute with a literal (RFC 7644 §3.4.2.2, table 3). */
public enum CompareOperator {
    EQ("eq"),
    NE("ne"),
    CO("co"),
    SW("sw"),
    EW("ew"),
    GT("gt"),
    GE("ge"),
    LT("lt"),
    LE("le");

    private final String keyword;

    CompareOperator(String keyword) {
        this.keyword = keyword;
    }

    /** The keyword as it stands in a filter. */
    public String keyword() {
        return keyword;
    }

    /** Whether the operator looks into a string: {@code co}, {@code sw}, {@code ew}. */
    public boolean isTextual() {
        return this == CO || this == SW || this == EW;
    }

    /** Whether the operator needs an order: {@code gt}, {@code ge}, {@code lt}, {@code le}. */
    public boolean isOrdering() {
        return this == GT || this == GE || this == LT || this == LE;
    }

    /** The operator of that keyword, in any case, or null. */
    public static @Nullable CompareOperator of(String keyword) {
        for (CompareOperator operator : values()) {
            if (operator.keyword.equalsIgnoreCase(keyword)) {
                return operator;
            }
        }
        return null;
    }
}
