package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.filter.CompareOperator;
import au.com.visibuild.scim.protocol.filter.Operand;
import java.time.ZoneOffset;
import java.util.UUID;

/** Compares one scalar of a row with an operand. Callers see to it that the result is never null. */
final class SqlComparison {

    private static final int BEFORE_SURROGATES = Character.MIN_SURROGATE - 1;

    private final SqlParameters parameters;

    SqlComparison(SqlParameters parameters) {
        this.parameters = parameters;
    }

    /** A column against an operand; true or false also where the column is null. */
    String column(ColumnMap.Column column, CompareOperator operator, Operand operand) {
        String sql = column.sql();
        if (column instanceof ColumnMap.Column.Uuid) {
            return uuid(sql, operator, text(operand));
        }
        return switch (operator) {
            case NE -> sql + " IS DISTINCT FROM " + parameters.bind(bindable(operand));
            case EQ -> present(sql, sql + " = " + parameters.bind(bindable(operand)));
            case GT, GE, LT, LE ->
                present(
                        sql,
                        column instanceof ColumnMap.Column.Text
                                ? textual(sql, operator, text(operand))
                                : sql + symbol(operator) + parameters.bind(bindable(operand)));
            case SW -> present(sql, prefix(sql, text(operand)));
            case CO, EW -> present(sql, textual(sql, operator, text(operand)));
        };
    }

    /** A jsonb scalar against an operand, by an operator other than {@code eq} and {@code ne}. */
    String document(String json, CompareOperator operator, Operand operand) {
        String test = switch (operand) {
            case Operand.Decimal _ -> "(" + json + ")" + symbol(operator) + parameters.json(operand.toValue());
            case Operand.FoldedText _, Operand.ExactText _, Operand.Time _, Operand.Bool _, Operand.Binary _ ->
                textual("(" + json + " #>> '{}')", operator, text(operand));
        };
        return "coalesce(" + test + ", false)";
    }

    private String uuid(String sql, CompareOperator operator, String text) {
        return switch (operator) {
            case EQ -> isUuid(text) ? present(sql, sql + " = " + parameters.bind(UUID.fromString(text))) : "false";
            case NE -> isUuid(text) ? sql + " IS DISTINCT FROM " + parameters.bind(UUID.fromString(text)) : "true";
            case CO, SW, EW, GT, GE, LT, LE -> present(sql, textual(sql + "::text", operator, text));
        };
    }

    private String textual(String sql, CompareOperator operator, String operand) {
        String bound = parameters.text(operand);
        return switch (operator) {
            case CO -> "strpos(" + sql + ", " + bound + ") > 0";
            case SW -> "starts_with(" + sql + ", " + bound + ")";
            case EW -> "right(" + sql + ", char_length(" + bound + ")) = " + bound;
            case EQ, NE, GT, GE, LT, LE -> sql + " COLLATE \"C\"" + symbol(operator) + bound;
        };
    }

    /** A prefix as a range, which a plain "C" index serves, also under a generic plan, where a LIKE is not. */
    private String prefix(String sql, String prefix) {
        String from = sql + " COLLATE \"C\" >= " + parameters.text(prefix);
        String end = afterAllWithPrefix(prefix);
        return end.isEmpty() ? from : from + " AND " + sql + " COLLATE \"C\" < " + parameters.text(end);
    }

    /** The least text after every text with that prefix, by code point; empty when there is none. */
    static String afterAllWithPrefix(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                int next = last == BEFORE_SURROGATES ? Character.MAX_SURROGATE + 1 : last + 1;
                return prefix.substring(0, end) + Character.toString(next);
            }
        }
        return "";
    }

    private static String present(String sql, String test) {
        return "(" + sql + " IS NOT NULL AND " + test + ")";
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Object bindable(Operand operand) {
        return switch (operand) {
            case Operand.FoldedText(var text) -> text;
            case Operand.ExactText(var text) -> text;
            case Operand.Binary(var base64) -> base64;
            case Operand.Bool(var bool) -> bool;
            case Operand.Decimal(var number) -> number;
            case Operand.Time(var time) -> time.atOffset(ZoneOffset.UTC);
        };
    }

    /** The operand as a search document writes it. */
    private static String text(Operand operand) {
        return switch (operand) {
            case Operand.FoldedText(var text) -> text;
            case Operand.ExactText(var text) -> text;
            case Operand.Binary(var base64) -> base64;
            case Operand.Bool(var bool) -> String.valueOf(bool);
            case Operand.Decimal(var number) -> number.toString();
            case Operand.Time time -> time.sortable();
        };
    }

    private static String symbol(CompareOperator operator) {
        return switch (operator) {
            case GT -> " > ";
            case GE -> " >= ";
            case LT -> " < ";
            case LE -> " <= ";
            case EQ -> " = ";
            case NE -> " <> ";
            case CO, SW, EW -> throw new IllegalArgumentException("No symbol stands for " + operator);
        };
    }
}
